"""Texts whose names, dates or sentences would take long to find if the whole text were searched
for each of them.
"""

from __future__ import annotations

import re

from growth import Shape

from generator.analyse.claims import find_sayings
from generator.analyse.dated_sentences import find_dated_sentences
from generator.analyse.figures import all_figures
from generator.analyse.names import add_listed, find_mentions
from generator.analyse.names.consistency import repair
from generator.analyse.names.listed import NameIndex
from generator.analyse.names.spans import Span
from generator.analyse.times import find_times
from generator.ids import anchors
from generator.model import Document, Passage, Sentence, reason
from generator.read import split_sentences

_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*")
_PART = re.compile(r"\w+(?: of)?")


def document(text: str, *people: str) -> Document:
    """A document of one passage, of which front matter lists these people."""
    spans = split_sentences(text)
    ids = anchors(text[start:end] for start, end in spans)
    sentences = tuple(Sentence(name, *span) for name, span in zip(ids, spans, strict=True))
    return Document(
        id="a", title="A", title_origin=reason("file-name"), date="2024-01-01", date_origin=None,
        authors=(), publisher="", url="", language="en", kind="", tags=(), summary="",
        people=people, organisations=(), places=(), extra=(), path="a.md", line=1, digest="",
        text=text, passages=(Passage(0, "paragraph", 0, 0, len(text), sentences),), layout=(0,),
    )  # fmt: skip


def who_says(found: Document) -> object:
    """Sayings, without names or dates."""
    return find_sayings(found, (), ())


def how_many(found: Document) -> object:
    """Figures, without dates."""
    return all_figures(found, ())


def find_listed(found: Document) -> object:
    """Names that front matter lists, with their roles."""
    return add_listed(found, (), NameIndex.of([found]))


def find_capitals(found: Document) -> object:
    """Names that an engine finds: here, words with capitals."""
    engine = lambda text, _, __: [(*m.span(), "PER") for m in _NAME.finditer(text)]  # noqa: E731
    return find_mentions(found, engine)


def find_dates(found: Document) -> object:
    """Times, and the sentences with a date."""
    return find_dated_sentences(found, find_times(found.text, date=found.date))


def repair_parts(text: str) -> object:
    """The repair of names as a tagger may find them that takes every word for one."""
    return repair(text, [Span(*m.span(), "ORG", 0.9) for m in _PART.finditer(text)])


SHAPES = (
    Shape("sayings", lambda n: document("The mayor, who left, said he fell. " * n), who_says, 60, 600),
    Shape("said and said", lambda n: document("The mayor said and " * n), who_says, 60, 200),
    Shape("quotations", lambda n: document('"It fell," he said. ' * n), who_says, 90, 900),
    Shape("open quotations", lambda n: document("“It fell, he said. " * n), who_says, 90, 900),
    Shape("figures", lambda n: document("At least 40 men died. " * n), how_many, 90, 900),
    Shape("numbers in a row", lambda n: document("two hundred and " * n), how_many, 300, 3_000),
    Shape("numbers with commas", lambda n: document("1,000,000 to 2 " * n), how_many, 300, 3_000),
    Shape(
        "dates that are sentences of their own",
        lambda n: document("3 May 2010. " * n), find_dates, 60, 1_000,
    ),
    Shape(
        "many words, and then a listed name again and again",
        lambda n: document("word " * 5 * n + ", " + "Ann Lee, " * n, "Ann Lee"),
        find_listed, 60, 4_000,
    ),
    Shape(
        "a sentence without end, with names and roles",
        lambda n: document("the former prime minister, Ann Lee, of the Foreign " * n),
        find_capitals, 100, 4_000,
    ),
    Shape(
        "offices in a row before a name",
        lambda n: document("Foreign Ministry General President Ann and " * n),
        find_capitals, 100, 4_000,
    ),
    Shape(
        "many listed names with one first word",
        lambda n: document("Ann Smith, " * n, *(f"Ann X{number}" for number in range(n))),
        find_listed, 500, 8_000,
    ),
    Shape(
        "listed names that begin alike, each longer than the one before",
        lambda n: document("A " * 4 * n, *("A " * number + "B" for number in range(1, n))),
        find_listed, 200, 4_000,
    ),
    Shape(
        "organisations of organisations of organisations",
        lambda n: "Bank of the " * n, repair_parts, 500, 8_000,
    ),
    Shape(
        "names that are evident, inverted, ships or addresses",
        lambda n: "told WhatsApp, MILLER, Ann; a@b.cc USS A, so-called Aa Bb State EDT AA - " * n,
        repair_parts, 200, 4_000,
    ),
    Shape(
        "found names of every length that begin alike",
        lambda n: "".join(f"Aa{' Bb' * (number % 90)}. " for number in range(n)),
        lambda text: repair(text, [Span(*m.span(), "ORG", 0.9) for m in _NAME.finditer(text)]),
        100, 2_000,
    ),
    Shape(
        "dates in one sentence",
        lambda n: document("said on Monday, on 3 May 2024 at least 40 people died " * n),
        find_dates, 50, 1_500,
    ),
    Shape(
        "figures and numbers in words in one sentence",
        lambda n: document("On 3 May 2024 " + "about about twenty five thousand, 1,000,000 " * n),
        find_dates, 50, 2_000,
    ),
    Shape(
        "end marks, brackets and quotation marks in a row",
        lambda n: "a.b. A. ((“”)) Gen. ?!.”) " * n + "." * n + " " * n + "(“" * n + "x",
        split_sentences, 200, 8_000,
    ),
)  # fmt: skip
