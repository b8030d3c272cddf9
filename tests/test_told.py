"""What a sentence says of its dates: the cases in `cases/told`.

A case is a sentence, and for each date that it tells of "words = status", in their order; "told" is
what is said to have happened. "says" is the first such sentence, without a stamp at its head.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.analyse.dated_sentences import find_dated_sentences
from generator.analyse.times import find_times
from generator.model import Document, Passage, Sentence, reason
from generator.read import split_sentences

CASES = Path(__file__).parent / "cases" / "told"


def cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for number, case in enumerate(table["cases"], 1):
            whole = {"date": table["date"], "language": table["language"], **case}
            found.append(pytest.param(whole, id=f"{path.stem}-{number}"))
    return found


def document(text: str, date: str, language: str) -> Document:
    """A document of one passage."""
    sentences = tuple(
        Sentence(f"s{n}", start, end)
        for n, (start, end) in enumerate(split_sentences(text, language))
    )
    passage = Passage(0, "paragraph", 0, 0, len(text), sentences)
    return Document(
        id="a", title="A", title_origin=reason("given"), date=date, date_origin=None, authors=(),
        publisher="", url="", language=language, kind="", tags=(), summary="", people=(),
        organisations=(), places=(), extra=(), path="a.txt", line=1, digest="", text=text,
        passages=(passage,), layout=(0,),
    )  # fmt: skip


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    found = document(case["text"], case["date"], case["language"])
    times = find_times(
        found.text,
        date=found.date,
        language=found.language,
        sentences=[(s.start, s.end) for s in found.passages[0].sentences],
    )
    told = [f"{s.time.text} = {s.status or 'told'}" for s in find_dated_sentences(found, times)]
    assert told == case["dates"]
    if says := case.get("says"):
        where = find_dated_sentences(found, times)[0].where
        assert found.text[where.start : where.end] == says
