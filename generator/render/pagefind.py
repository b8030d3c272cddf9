"""Pagefind's indexer, driven over its pipe.

The Python package of Pagefind brings the program, and a client that sleeps a tenth of a second for
each record: 1,000 articles took it 104 seconds, and the program itself 4. The program reads
requests, each a JSON object in base64 with a comma behind it, and answers in the same form.
"""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.errors import SourcebookError
from generator.model import Output

_MARK = b"pagefind_dcd"  # stands before the contents of each of its files
# Interfaces of its own, which no page of ours uses.
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")


@dataclass(frozen=True, slots=True)
class Record:
    """A document to be found.

    url: what the browser is given back, as it stands here
    content: its words, with single spaces between them
    meta: what is shown of it; searched, too
    """

    url: str
    content: str
    meta: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Index:
    """A finished index: its files below `folder`, and the id that Pagefind gave to each url."""

    files: tuple[Output, ...]
    ids: Mapping[str, str]


def build_index(records: Iterable[Record], language: str, folder: str) -> Index:
    """Index the records as texts of one language. Raises SourcebookError when that fails."""
    with TemporaryDirectory(prefix="sourcebook-") as place:
        with _Service() as service:
            index = service.ask({"type": "NewIndex", "config": {"force_language": language}})
            number = index["index_id"]
            for record in records:
                service.ask(
                    {
                        "type": "AddRecord",
                        "index_id": number,
                        "url": record.url,
                        "content": record.content,
                        "language": language,
                        "meta": dict(record.meta),
                        "filters": {},
                        "sort": {},
                    }
                )
            service.ask({"type": "WriteFiles", "index_id": number, "output_path": place})
        # It answers before all of its files are on the disk; they are when it has ended.
        return _collected(Path(place), folder)


def _collected(place: Path, folder: str) -> Index:
    """The files of the index. Each is looked into: a part of one would be no index."""
    kept, ids = [], {}
    try:
        entry = json.loads((place / "pagefind-entry.json").read_bytes())
        programs = {f"wasm.{found['wasm'] or 'unknown'}" for found in entry["languages"].values()}
        for path in sorted(p for p in place.rglob("*") if p.is_file()):
            name = path.relative_to(place).as_posix()
            if name.startswith(_UNUSED) or (name.startswith("wasm.") and path.stem not in programs):
                continue
            data = path.read_bytes()
            text = gzip.decompress(data) if path.suffix.startswith((".pf_", ".pagefind")) else data
            if not text:
                raise EOFError(f"{name} is empty")
            if name.startswith("fragment/"):
                ids[json.loads(text.removeprefix(_MARK))["url"]] = path.stem
            kept.append(Output(f"{folder}/{name}", data))
    except (OSError, EOFError, ValueError) as error:
        raise SourcebookError(f"The search index cannot be made: Pagefind: {error}.") from error
    return Index(tuple(kept), ids)


class _Service:
    """The program, running."""

    def __enter__(self) -> _Service:
        try:
            from pagefind_bin import get_executable

            self._process = subprocess.Popen(
                [str(get_executable()), "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except (ImportError, OSError) as error:
            raise SourcebookError(
                f"The search index cannot be made: {error}.",
                "Install the package pagefind-bin, or set search = false.",
            ) from error
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        if failed:
            self._process.kill()
        self._process.communicate()  # which closes the pipe; the program then finishes and ends

    def ask(self, payload: Mapping[str, object]) -> Mapping[str, Any]:
        """Send a request and wait for its answer."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        request = json.dumps({"message_id": 1, "payload": payload}).encode()
        answer = bytearray()
        try:
            stdin.write(base64.b64encode(request) + b",")
            stdin.flush()
            while not answer.endswith(b","):
                part = stdout.read1(1 << 16)  # type: ignore[attr-defined]  # it is buffered
                if not part:
                    raise EOFError("it ended")
                answer += part
        except (OSError, EOFError) as error:
            raise SourcebookError(f"The search index cannot be made: Pagefind: {error}.") from error
        found: Mapping[str, Any] = json.loads(base64.b64decode(answer[:-1]))["payload"]
        if found["type"] == "Error":
            raise SourcebookError(f"The search index cannot be made: {found['message']}.")
        return found
