"""Archives with very many names or events that are nearly alike, so that each must be held against
others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from unittest.mock import patch

from growth import Shape

from generator.derive.entities import gazetteer
from generator.derive.entities.gather import gather_entities
from generator.derive.entities.suggestions import with_suggestions
from generator.derive.events.timeline import build_timeline, prepare_timeline
from generator.derive.links import find_links
from generator.model import (
    Analysis,
    DatedSentence,
    Document,
    EntityType,
    Inline,
    Mention,
    Passage,
    Provenance,
    Sentence,
    TimeExpression,
    reason,
)

Archive = tuple[Sequence[Document], dict[str, Analysis]]
_DATE = "2024-01-01"


def archive(*texts: Sequence[str], kind: EntityType = "person", role: str = "") -> Archive:
    """Documents that mention names, in sentences of their own, and nothing else."""
    documents, analyses = [], {}
    for number, names in enumerate(texts):
        name, at = f"d{number:05}", 0
        mentions, sentences = [], []
        for index, one in enumerate(names):
            where = Provenance(name, 0, at, at + len(one), f"s{index}")
            mentions.append(Mention(one, kind, one, where, role if " " in one else ""))
            sentences.append(Sentence(f"s{index}", at, at + len(one)))
            at += len(one) + 1
        documents.append(document(name, " ".join(names), tuple(sentences)))
        analyses[name] = Analysis(name, tuple(mentions), (), (), ())
    return documents[::-1], analyses


def document(
    name: str, text: str, sentences: tuple[Sentence, ...], kind: str = "paragraph"
) -> Document:
    """A document in which each sentence is a passage, if they are headings."""
    if kind == "heading":
        passages = [Passage(n, kind, 2, s.start, s.end, (s,)) for n, s in enumerate(sentences)]
    else:
        passages = [Passage(0, "paragraph", 0, 0, len(text), sentences)]
    return Document(
        id=name, title="A", title_origin=reason("file-name"), date=_DATE, date_origin=None,
        authors=(), publisher="", url="", language="en", kind="", tags=(), summary="", people=(),
        organisations=(), places=(), extra=(), path="a.md", line=1, digest="", text=text,
        passages=tuple(passages), layout=(0,),
    )  # fmt: skip


def towns(names: Collection[str]) -> Iterator[tuple[set[str], str]]:
    """Lines of a table of places in which each of some names is that of a large town."""
    for number, name in enumerate(sorted(names)):
        yield {name}, f"city\t{name}\tNO\t\t{number % 90}\t10\t2000000\t{number}"


def entities(found: Archive) -> object:
    """All entities; the table of places itself takes a second to read."""
    with patch.object(gazetteer, "lines_with", towns):
        return with_suggestions(gather_entities(*found, 1, []))


def dated_headings(n: int) -> Archive:
    """A document of headings, each of which has a date of its own."""
    text, sentences, dated = "", [], []
    for number in range(n):
        start, day = len(text), f"{1000 + number % 8_000}-01-01"
        text += f"The {varied(number)} hall burned word{'abcdefghij'[number % 10]}\n"
        sentence = Sentence(f"s{number}", start, len(text) - 1)
        time = TimeExpression(
            start, start + 3, "The", "DATE", day, day, day, "day", "", reason("x")
        )
        where = Provenance("d", number, sentence.start, sentence.end, sentence.anchor)
        sentences.append(sentence)
        dated.append(DatedSentence(where, time, ""))
    return [document("d", text, tuple(sentences), "heading")], {
        "d": Analysis("d", (), (), tuple(dated), ())
    }


def timeline(found: Archive) -> object:
    """All events."""
    documents, analyses = found
    oldest = [analyses[one.id] for one in reversed(documents)]
    prepared = prepare_timeline(documents, oldest)
    return build_timeline(documents, oldest, (), (), [], prepared=prepared)


def linked(n: int) -> Sequence[Document]:
    """Documents with links by name and by address, to each other, to one of many, and to none."""
    addresses = ("wiki:a", "wiki:x/a", "wiki:nobody{}", "{}.md", "a", "/a/", "#{}")
    found = []
    for number in range(n):
        base = document(f"d{number}", "Words", (Sentence("s", 0, 5),))
        tags = []
        for address in addresses:
            html = f'<a href="source:{address.format(number)}">'
            tags += [Inline(0, "a", html, "open"), Inline(0, "a", "</a>", "close")]
        passages = (replace(base.passages[0], inline=tuple(tags)),)
        found.append(replace(base, path=f"{number % 50}/a.md", passages=passages))
    return found


def varied(number: int) -> str:
    """One of many spellings that all sound alike: its letters are repeated in different places."""
    return "".join(
        c * (1 + number // 3**bit % 3) for bit, c in enumerate("abenalimotu")
    ).capitalize()


SHAPES = (
    Shape(
        "people who differ in digits only",
        lambda n: archive([f"A{number} Lee" for number in range(n)]), entities, 60, 2_000,
    ),
    Shape(
        "people of one surname, each with it alone in a source",
        lambda n: archive(*([f"Ann{number:b} Lee", "Lee", "Oslo"] for number in range(n))),
        entities, 40, 2_000,
    ),
    Shape(
        "people of one first name in one source",
        lambda n: archive([f"Ann Li{number}" for number in range(n)] + ["Ann"] * n),
        entities, 60, 2_000,
    ),
    Shape(
        "names that all sound alike in one source",
        lambda n: archive([f"{varied(number)} Bo" for number in range(n)]), entities, 60, 1_500,
    ),
    Shape(
        "names that all sound alike, each in a source with the usual one",
        lambda n: archive(*([f"{varied(number)} Bo", "Aben Bo", f"X{number}"] for number in range(n))),
        entities, 40, 1_500,
    ),
    Shape(
        "surnames in one source of people in another",
        lambda n: archive(
            [f"Ann L{number}" for number in range(n)], [f"L{number}" for number in range(n)]
        ),
        entities, 80, 3_000,
    ),
    Shape(
        "spellings of one surname and people who have it",
        lambda n: archive(
            [f"Bo{number} Abenalimotu" for number in range(n)]
            + [varied(number) for number in range(n)]
        ),
        entities, 60, 2_000,
    ),
    Shape(
        "presidents of one surname",
        lambda n: archive(
            *([f"Bo{number} Lee", f"Ko{number}"] for number in range(n)),
            ["Lee"] * n, role="President",
        ),
        entities, 60, 3_000,
    ),
    Shape(
        "organisations with their initials",
        lambda n: archive(
            [one for number in range(n) for one in (f"Ax{number} Bank Co{number}", f"A{number}B")],
            kind="organisation",
        ),
        entities, 60, 2_000,
    ),
    Shape(
        "branches of one organisation",
        lambda n: archive(
            ["Big Bank", *(f"Big Bank X{number}" for number in range(n))], kind="organisation"
        ),
        entities, 60, 3_000,
    ),
    Shape(
        "places in one source",
        lambda n: archive([f"Oslo{number}" for number in range(n)], kind="place"),
        entities, 80, 3_000,
    ),
    Shape("dated headings", dated_headings, timeline, 100, 2_000),
    Shape("links between sources", linked, find_links, 500, 10_000),
)  # fmt: skip
