"""Times and names in a single text that belongs to no project, for `sourcebook analyse --jsonl`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.analyse import engine_for, find_times
from generator.config import Config
from generator.lang import TAGGED
from generator.model import TimeExpression
from generator.name_languages import reads_names
from generator.read import parse_date, split_sentences, without_width

Span = tuple[int, int, str]
Engine = Callable[[str, Sequence[tuple[int, int]], str], Iterable[Span]]
Found = tuple[tuple[TimeExpression, ...], tuple[Span, ...]]


def text_analyser(config: Config) -> Callable[[str, str, str], Found]:
    """What analyses a text, given its publication date (ISO, or "") and its language.

    It returns the time expressions, and the names as (start, end, PER, ORG or LOC); offsets are
    half-open and count code points. Raises ConfigError when the name engine cannot be loaded.
    """
    engine = engine_for(config.names)

    def analyse(text: str, date: str, language: str) -> Found:
        sentences = _sentences(text, language)
        times = find_times(
            text,
            date=parse_date(date),
            language=language,
            day_first=config.day_first,
            sentences=sentences,
        )
        # A text whose language is not known may well have names that the English tagger finds.
        read = language if reads_names(config.names, language) else TAGGED
        return times, tuple(_names(engine, text, read))

    return analyse


def _names(engine: Engine, text: str, language: str) -> Iterator[Span]:
    """The names, found in the text as it would be published: without soft hyphens and the like."""
    bare, offsets = without_width(text)
    for start, end, kind in engine(bare, _sentences(bare, language), language):
        yield offsets[start], offsets[end - 1] + 1, kind


def _sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of a text in which each line is a passage."""
    found = []
    start = 0
    for line in text.split("\n"):
        found += [(start + a, start + b) for a, b in split_sentences(line, language)]
        start += len(line) + 1
    return found
