"""Is anything on a site of which only quoted sentences should be published?

    python benchmarks/quotes.py PROJECT

Builds the project, and looks in every byte of its site for runs of eight words that occur in
sentences which are not published, and in no title or published sentence. The site is read in the
same way as for leaks of withheld words: packed files, escapes, text between tags.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from generator.config import read_config
from generator.engine.build import build
from generator.engine.progress import Progress
from generator.engine.publication import mode_of
from generator.engine.report import show_report
from generator.engine.unpacking import layers, readings
from generator.load import load
from generator.read import read
from generator.render.exports.reading import records

WORDS = 8
_WORD = re.compile(r"\w+")


def runs(text: str) -> Iterator[str]:
    """All runs of words in a text, in small letters."""
    words = _WORD.findall(text.lower())
    return (" ".join(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1))


def main() -> int:
    """Build a project, and print what should not be on its site."""
    config = read_config(Path(sys.argv[1]))
    console = Console(highlight=False)
    report = build(config, Progress(Console(file=io.StringIO()), quiet=True)).report
    show_report(report, console, config.output.name)
    listed = records(config.output / "data", "documents")
    shown = {run for d in listed for text in (d["text"], d["title"]) for run in runs(text)}
    kept: dict[str, str] = {}
    for document in read(load(config).sources, config).documents:
        if mode_of(document, config) != "full":
            for passage in document.passages:
                for sentence in passage.sentences:
                    for run in runs(document.text[sentence.start : sentence.end]):
                        if run not in shown:
                            kept[run] = document.path
    found = 0
    files = sorted(path for path in config.output.rglob("*") if path.is_file())
    for path in files:
        for _, data in layers(path.name, path.read_bytes()):
            for text in readings(path.name, data):
                for run in {run for run in runs(text) if run in kept}:
                    found += 1
                    print(f"{path.relative_to(config.output)}: {run} ({kept[run]})")
    print(f"{len(kept):,} runs of {WORDS} words kept back; {found:,} found in {len(files):,} files")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
