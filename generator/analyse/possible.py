"""Whether an analysis could be that of a document: for what comes out of a cache.

All that is quoted must be in the sentence that it names, word for word; what follows from the words
is made again and compared; all else must be such as `analyse` leaves it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import get_args

from generator.analyse.bare_dates import is_bare
from generator.analyse.dated_sentences import DATED_TYPES
from generator.analyse.figures import MOST, can_count
from generator.analyse.minhash import SIZE
from generator.analyse.names.demonyms import country_of
from generator.analyse.times.possible import is_possible_time
from generator.model import (
    Analysis,
    Bound,
    ClaimKind,
    Document,
    Figure,
    Mention,
    Provenance,
    Saying,
    TimeExpression,
)
from generator.model.dates import DAY, MONTH, YEAR, shortened

_UNIT = re.compile(r"(?:[A-Z]{3}|%)?")
# By their anchors: first and last offset in the text, and the number of the passage.
_Sentences = Mapping[str, tuple[int, int, int]]
_NOWHERE = (0, -1, -1)


def is_possible_analysis(analysis: Analysis, document: Document) -> bool:
    """Whether an analysis can be that of a document, which must be a possible one itself."""
    sentences = {
        s.anchor: (s.start, s.end, p.number) for p in document.passages for s in p.sentences
    }
    return (
        analysis.document == document.id
        and _are_possible_mentions(analysis.mentions, document, sentences)
        and all(
            _is_named(mention, document, sentences)
            for mention in analysis.mentions
            if mention.role or mention.name != mention.text or "\n" in mention.text
        )
        and _are_possible_mentions(analysis.adjectives, document, sentences)
        and all(_leads_to_country(word, document.language) for word in analysis.adjectives)
        and _are_possible_times(analysis.times, document.text)
        and _are_possible_dated_sentences(analysis, document, sentences)
        and _is_possible_sketch(analysis.sketch)
        and _are_possible_figures(analysis, document)
        and _are_possible_sayings(analysis.sayings, document)
    )


def _are_possible_mentions(
    mentions: Sequence[Mention], document: Document, sentences: _Sentences
) -> bool:
    """Whether the words of each are in the sentence that it names, after those of the last one."""
    text, name, after = document.text, document.id, 0
    for mention in mentions:
        where = mention.provenance
        first, last = where.start, where.end
        start, end, passage = sentences.get(where.anchor, _NOWHERE)
        if not (start <= first < last <= end and where.passage == passage):
            return False
        if where.document != name or first < after or text[first:last] != mention.text:
            return False
        after = last
    return True


def _is_named(mention: Mention, document: Document, sentences: _Sentences) -> bool:
    """Whether a mention's name is its own words, and its role is in its sentence."""
    start, end, _ = sentences[mention.provenance.anchor]
    sentence = " ".join(document.text[start:end].split())
    return mention.name == " ".join(mention.text.split()) and (
        not mention.role or (mention.type == "person" and mention.role in sentence)
    )


def _leads_to_country(word: Mention, language: str) -> bool:
    return (word.type, word.name, word.role) == ("place", country_of(word.text, language), "")


def _are_possible_times(times: Sequence[TimeExpression], text: str) -> bool:
    after = 0
    for time in times:
        if not after <= time.start < time.end or text[time.start : time.end] != time.text:
            return False
        if not is_possible_time(time):
            return False
        after = time.end
    return after <= len(text)


def _are_possible_dated_sentences(
    analysis: Analysis, document: Document, sentences: _Sentences
) -> bool:
    """Whether each is a sentence, in the order of the text, with one of the times found in it."""
    times, after = {time.start: time for time in analysis.times}, 0
    for dated in analysis.dated_sentences:
        where, time = dated.where, dated.time
        start, end, passage = sentences.get(where.anchor, _NOWHERE)
        if where.document != document.id or (where.end, where.passage) != (end, passage):
            return False
        if not start <= where.start < end:  # a stamp at its head does not belong to it
            return False
        if where.start < after:
            return False
        inside = where.start <= time.start and time.end <= where.end
        if not time.first or not (inside or _is_bare(time, document)):
            return False
        if time.type not in DATED_TYPES or times.get(time.start) != time:
            return False
        after = where.start
    return True


def _is_bare(time: TimeExpression, document: Document) -> bool:
    """Whether a time is a sentence of its own, and so may date the one beside it."""
    passages = document.passages
    passage = passages[bisect_right(passages, time.start, key=lambda p: p.start) - 1]
    at = bisect_right(passage.sentences, time.start, key=lambda s: s.start) - 1
    sentence = passage.sentences[at]
    return time.end <= sentence.end and is_bare(document.text, sentence, time)


def _are_possible_figures(analysis: Analysis, document: Document) -> bool:
    """Whether each is in a sentence, in the order of the text, and counts what is named there."""
    after = 0
    figures = analysis.figures
    days = _days(analysis.times) if figures else frozenset()
    for figure in figures:
        where = document.sentence_at(figure.start)
        if where is None or not _lie_in(where, figure.noun):
            return False
        if not all(part == (0, 0) or _lie_in(where, part) for part in _parts(figure)):
            return False
        if not days.issuperset(filter(None, (figure.beginning, figure.as_of))):
            return False
        first, last = figure.noun
        inside = figure.start < figure.end <= where.end
        if not inside or figure.start < after or not 0 <= figure.low <= figure.high <= MOST:
            return False
        noun = document.text[first:last].lower()
        if not can_count(figure.measure, noun, document.text[first : where.end].lower()):
            return False
        if figure.bound not in get_args(Bound) or not _UNIT.fullmatch(figure.unit):
            return False
        after = figure.start
    return True


def _days(times: Sequence[TimeExpression]) -> frozenset[str]:
    """The first days of times, and their months and years."""
    lengths = (YEAR, MONTH, DAY)
    return frozenset(shortened(time.first, n) for time in times if time.first for n in lengths)


def _parts(figure: Figure) -> tuple[tuple[int, int], ...]:
    return figure.subject, figure.whole, figure.since


def _lie_in(where: Provenance, part: tuple[int, int]) -> bool:
    return where.start <= part[0] <= part[1] <= where.end


def _are_possible_sayings(sayings: Sequence[Saying], document: Document) -> bool:
    """Whether the words of each are in one sentence, and what is said is in the text."""
    size, after = len(document.text), 0
    for saying in sayings:
        where = document.sentence_at(saying.verb[0])
        if where is None:
            return False
        for first, last in (saying.verb, saying.holder):
            if not where.start <= first < last <= where.end:
                return False
        for first, last in (saying.refers, saying.part):
            if not 0 <= first <= last <= size:
                return False
        if saying.kind not in get_args(ClaimKind) or saying.verb[0] < after:
            return False
        after = saying.verb[0]
    return True


def _is_possible_sketch(sketch: Sequence[int]) -> bool:
    return len(sketch) <= SIZE and all(0 <= number < 2**32 for number in sketch)
