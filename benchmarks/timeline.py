"""Measure the choice of key dates: mean date F1 over ten timelines of four topics.

    python benchmarks/timeline.py

Compares two rankings of days: by the number of sources that mention them, and by
`generator.derive.events.salience`. Needs the topics and the scorer in ../shared/bench, which are
not part of the project.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT.parent / "shared" / "bench"
sys.path.insert(0, str(ROOT))

from generator.analyse.dated_sentences import find_dated_sentences  # noqa: E402
from generator.analyse.times import find_times  # noqa: E402
from generator.derive.events.salience import DatedSource, DayMention, salience  # noqa: E402
from generator.model import Document, Passage, Sentence, reason  # noqa: E402

TOPICS = ("bpoil", "egypt", "h1n1", "haiti")


def lines(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of an article, one on each line."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def as_document(article: dict[str, Any]) -> Document:
    """An article with a passage for each of its lines."""
    passages = tuple(
        Passage(n, "paragraph", 0, start, end, (Sentence(f"s{n}", start, end),))
        for n, (start, end) in enumerate(lines(article["text"]))
    )
    return Document(
        id="a", title="A", title_origin=reason("given"), date=article["date"], date_origin=None,
        authors=(), publisher="", url="", language="en", kind="", tags=(), summary="", people=(),
        organisations=(), places=(), extra=(), path="a.txt", line=1, digest="",
        text=article["text"], passages=passages, layout=tuple(range(len(passages))),
    )  # fmt: skip


def read(article: dict[str, Any]) -> DatedSource:
    """An article as the days it mentions."""
    document = as_document(article)
    sentences = [(s.start, s.end) for p in document.passages for s in p.sentences]
    times = find_times(document.text, date=document.date, sentences=sentences)
    told = {d.time.start: d.status for d in find_dated_sentences(document, times)}
    return DatedSource(
        article["date"],
        [
            DayMention(
                time.first,
                time.type == "DATE" and any(c.isdecimal() for c in time.text),
                time.modality == "after",
                said=told.get(time.start) == "reporting",
                no_event=time.start not in told,
            )
            for time in times
            if time.precision == "day"
        ],
    )


def counted(sources: list[DatedSource]) -> dict[str, float]:
    """For comparison: the number of sources that mention each day."""
    found: dict[str, float] = {}
    for source in sources:
        for day in {mention.day for mention in source.mentions}:
            found[day] = found.get(day, 0.0) + 1
    return found


def score(rankings: dict[str, dict[str, float]], *options: str) -> str:
    """The scorer's report on one ranking per topic."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(BENCH / "score_timeline.py"), *options]
        for topic, scores in rankings.items():
            path = Path(folder) / f"{topic}.json"
            days = [{"date": day, "score": value} for day, value in scores.items()]
            path.write_text(json.dumps({"days": days}), encoding="utf-8")
            command += [str(BENCH / "timeline" / f"{topic}.json.gz"), str(path)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main() -> int:
    """Print the scores of both rankings."""
    files = [BENCH / "score_timeline.py", *(BENCH / "timeline" / f"{t}.json.gz" for t in TOPICS)]
    if gone := [path for path in files if not path.is_file()]:
        print("Cannot measure; missing files:", *gone, sep="\n  ")
        return 1
    begun = time.process_time()
    sources: dict[str, list[DatedSource]] = {}
    for topic, path in zip(TOPICS, files[1:], strict=True):
        with gzip.open(path, "rt", encoding="utf-8") as handle:
            sources[topic] = [read(article) for article in json.load(handle)["articles"]]
    print(f"tagged in {time.process_time() - begun:.1f} s")
    for name, rank in (("sources that mention the day", counted), ("salience", salience)):
        begun = time.process_time()
        rankings = {topic: rank(found) for topic, found in sources.items()}
        print(f"\n{name} ({time.process_time() - begun:.3f} s)")
        print("Within the timeline's span:", score(rankings).rstrip(), sep="\n")
        print("Of all days:", score(rankings, "--all-days").rstrip(), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
