"""What tests load once is what a build loads each time."""

from __future__ import annotations

from once import Table, Tagger

from generator.analyse.names import tagger
from generator.derive.entities import gazetteer
from generator.derive.entities.gazetteer import lines_with as gazetteer_lines_with


def test_the_table_has_the_same_lines() -> None:
    for wanted in [set(), {"kiev"}, {"georgia", "paris", "no such place"}]:
        lines = [
            (forms, rest)
            for forms, rest in gazetteer.table_lines()
            if rest.startswith("country\t") or forms & wanted
        ]
        assert list(Table().lines_with(wanted)) == list(gazetteer_lines_with(wanted)) == lines


def test_the_tagger_finds_the_same_names() -> None:
    text = "Ann Lee of the Town Council went to Paris. Then Bo Lind left Oslo."
    sentences = [(0, 42), (43, len(text))]
    once = Tagger()
    found = [once.tag(text, cut) for cut in (sentences, sentences, sentences[:1])]
    own = super(Tagger, once)
    assert found == [own.tag(text, cut) for cut in (sentences, sentences, sentences[:1])]
    assert len(found[0]) > len(found[2]) > 0
    assert tagger.Tagger() is tagger.Tagger()
