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
from typing import Any

from generator.errors import SourcebookError

PACKAGES = ("pagefind-bin",)  # distributions whose versions can change the index

_MARK = b"pagefind_dcd"  # precedes the contents of each of its files
# Interfaces of its own, which no page of ours uses.
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")


@dataclass(frozen=True, slots=True)
class Record:
    """A document to be found.

    url: what the browser is given back, unchanged
    content: its words, with single spaces between them
    meta: what is shown of it; searched, too
    """

    url: str
    content: str
    meta: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Index:
    """A finished index: its files by path, and the id that Pagefind gave to each url."""

    files: Mapping[str, bytes]
    ids: Mapping[str, str]


def build_index(records: Iterable[Record], language: str, folder: str) -> Index:
    """Index the records as texts of one language. Raises SourcebookError when that fails."""
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
        # Not "WriteFiles": now and then that leaves a file empty, even when the program has ended.
        files = service.ask({"type": "GetFiles", "index_id": number})["files"]
    return _collected({file["path"]: base64.b64decode(file["content"]) for file in files}, folder)


def _collected(files: Mapping[str, bytes], folder: str) -> Index:
    kept: dict[str, bytes] = {}
    ids: dict[str, str] = {}
    entry = json.loads(files["pagefind-entry.json"])
    programs = {
        f"wasm.{found['wasm'] or 'unknown'}.pagefind" for found in entry["languages"].values()
    }
    for name, data in sorted(files.items()):
        if name.startswith(_UNUSED) or (name.startswith("wasm.") and name not in programs):
            continue
        if name.startswith("fragment/"):
            stem = name.removeprefix("fragment/").partition(".")[0]
            ids[json.loads(gzip.decompress(data).removeprefix(_MARK))["url"]] = stem
        kept[f"{folder}/{name}"] = data
    return Index(kept, ids)


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
                f"The search index could not be built: {error}.",
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
                    raise EOFError("the process ended")
                answer += part
        except (OSError, EOFError) as error:
            raise SourcebookError(
                f"The search index could not be built: Pagefind: {error}."
            ) from error
        found: Mapping[str, Any] = json.loads(base64.b64decode(answer[:-1]))["payload"]
        if found["type"] == "Error":
            raise SourcebookError(f"The search index could not be built: {found['message']}.")
        return found
