"""Claims: the sentences that report a saying, with who says it and what is said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.analyse.claims.cues import cues_of
from generator.analyse.claims.sayings import Reported, sayings_of
from generator.analyse.claims.tokens import Span, Token, is_within, quotations_of, tokens_of
from generator.lang import language_of
from generator.lang.claim_words import ClaimWords
from generator.model import Document, Mention, Saying, Sentence, TimeExpression

_LONGEST = 4_000  # code points; a longer sentence is a list or a table


@dataclass(frozen=True, slots=True)
class _Found:
    """A saying with its tokens and the number of its sentence."""

    saying: Reported
    tokens: Sequence[Token]
    sentence: int
    quotations: Sequence[Span]


@dataclass(frozen=True, slots=True)
class _Named:
    """The last holder who is named, where a claim of this holder stands, and whether it is one."""

    holder: Span
    sentence: int
    person: bool

    def suits(self, words: ClaimWords, pronoun: str) -> bool:
        """Whether a pronoun can stand for the holder."""
        if pronoun in words.first_persons:
            return False
        return (
            self.person
            if pronoun in words.personal
            else pronoun not in words.impersonal or not self.person
        )


def find_sayings(
    document: Document, mentions: Sequence[Mention], times: Sequence[TimeExpression]
) -> tuple[Saying, ...]:
    """The sayings of a document, in the order of its text."""
    words = language_of(document.language).claims
    if not words.verbs:
        return ()
    cues = cues_of(document.language)
    found: list[_Found] = []
    number = 0
    for passage in document.passages:
        quotations = quotations_of(document.text, passage.start, passage.end)
        for sentence in passage.sentences:
            number += 1
            if not passage.told or sentence.end - sentence.start > _LONGEST:
                continue
            text = document.text[sentence.start : sentence.end].lstrip()
            groups = cues.has_group(text)
            if not groups and not cues.has_word(text):
                continue
            near = _overlapping(quotations, sentence.start, sentence.end)
            tokens = _tokens(document, sentence, near, mentions, times)
            found += [
                _Found(saying, tokens, number, near)
                for saying in sayings_of(words, text, tokens, groups=groups)
            ]
    return _sayings(words, found)


def _overlapping(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of some spans, which do not overlap, that reach into start..end."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    return spans[first : bisect_left(spans, end, key=lambda span: span[0])]


def _tokens(
    document: Document,
    sentence: Sentence,
    quotations: Sequence[Span],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
) -> tuple[Token, ...]:
    start, end = sentence.start, sentence.end
    first = bisect_left(mentions, start, key=lambda m: m.provenance.start)
    last = bisect_left(mentions, end, key=lambda m: m.provenance.start)
    names = [(m.provenance.start, m.provenance.end) for m in mentions[first:last]]
    people = [
        (m.provenance.start, m.provenance.end) for m in mentions[first:last] if m.type == "person"
    ]
    first = bisect_left(times, start, key=lambda t: t.start)
    last = bisect_left(times, end, key=lambda t: t.start)
    dates = [(t.start, t.end) for t in times[first:last]]
    return tokens_of(
        document.text, start, end, quotations=quotations, times=dates, names=names, people=people
    )


def _sayings(words: ClaimWords, found: Sequence[_Found]) -> tuple[Saying, ...]:
    sayings: list[Saying] = []
    last: _Named | None = None
    for one in found:
        saying, tokens = one.saying, one.tokens
        holder = _span(tokens, saying.holder)
        pronoun = tokens[saying.holder[0]].lower if len(range(*saying.holder)) == 1 else ""
        refers = (holder[0], holder[0])
        if pronoun not in words.pronouns | words.object_pronouns:
            last = _Named(holder, one.sentence, _is_person(words, tokens, saying.holder))
        elif last is not None and last.suits(words, pronoun) and one.sentence - last.sentence <= 1:
            refers = last.holder
            last = replace(last, sentence=one.sentence)
        verb = _span(tokens, saying.verb)
        part, quoted = _said(tokens, saying, one.quotations)
        sayings.append(Saying(verb, saying.kind, holder, refers, part, quoted))
    return tuple(sayings)


def _is_person(words: ClaimWords, tokens: Sequence[Token], part: tuple[int, int]) -> bool:
    """Whether a holder is a person: by a name that is found, or by the form of one that is not."""
    own = tokens[slice(*part)]
    if any(token.named for token in own):
        return any(token.person for token in own)
    capitals = len(own) > 1 and all(token.capital for token in own)
    return capitals and own[0].lower not in words.determiners


def _span(tokens: Sequence[Token], part: tuple[int, int]) -> Span:
    return tokens[part[0]].start, tokens[part[1] - 1].end


def _said(
    tokens: Sequence[Token], saying: Reported, quotations: Sequence[Span]
) -> tuple[Span, bool]:
    """What is said, with the whole of a quotation that begins or ends there.

    The second value is whether it is given word for word.
    """
    first, last = saying.part
    if first >= last:
        after = _span(tokens, saying.verb)[1]
        return (after, after), False
    start, end = _span(tokens, saying.part)
    verb = tokens[saying.verb[0]].start
    outside = [span for span in quotations if not span[0] <= verb < span[1]]
    quoted = sum(is_within(token.start, outside) for token in tokens[first:last])
    for opened, closed in outside:
        if opened < end and closed > start:
            start, end = min(start, opened), max(end, closed)
    return (start, end), quoted * 2 > last - first
