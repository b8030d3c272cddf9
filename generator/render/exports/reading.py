"""The data files of a finished site, read again."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any


def records(folder: Path, kind: str) -> list[Any]:
    """The records of a data file, "documents" for one, whether it is packed or in shards or not.

    folder: "data" of a site

    Raises OSError, EOFError, ValueError and KeyError where they cannot be read.
    """
    files = [f"{kind}.json"]
    if (folder / "shards.json").exists():
        shards = json.loads((folder / "shards.json").read_bytes())["files"]
        files = [one["path"] for one in shards.get(kind, ())] or [f"{kind}.json.gz"]
    return [one for name in files for one in json.loads(_unpacked(folder / name))[kind]]


def _unpacked(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data
