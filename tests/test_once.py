"""What tests load once is what a build loads each time."""

from __future__ import annotations

from once import Table, remembering

from generator.analyse.names import tagger
from generator.derive.entities import gazetteer
from generator.derive.entities.gazetteer import lines_with as gazetteer_lines_with


def test_the_table_has_the_same_lines() -> None:
    for wanted in [set(), {"georgia", "paris", "no such place"}]:
        lines = [
            (forms, rest)
            for forms, rest in gazetteer.table_lines()
            if rest.startswith("country\t") or forms & wanted
        ]
        assert list(Table().lines_with(wanted)) == list(gazetteer_lines_with(wanted)) == lines


def test_the_tagger_finds_the_same_names() -> None:
    text = "Ann Lee of the Town Council went to Paris. Then Bo Lind left Oslo."
    sentences = [(0, 42), (43, len(text))]
    once, read = tagger.Tagger(), []

    def tag(self: object, text: str, sentences: list[tuple[int, int]]) -> tuple[str, ...]:
        read.append(text)
        return tuple(text[start:end] for start, end in sentences)

    remembered = remembering(tag)
    for cut in (sentences, sentences, sentences[:1]):
        assert remembered(once, text, cut) == tuple(text[start:end] for start, end in cut)
    assert len(read) == 2
    assert once is tagger.Tagger()
    assert [text[s.start : s.end] for s in once.tag(text, sentences[:1])] == [
        "Ann Lee",
        "Town Council",
        "Paris",
    ]
