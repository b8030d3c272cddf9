"""The sayings of a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.analyse.claims.parts import (
    around,
    complement,
    is_infinitive,
    of_clause,
    opening,
    said,
)
from generator.analyse.claims.subjects import (
    Part,
    phrase_after,
    phrase_before,
    shared_subject,
    subject_before,
)
from generator.analyse.claims.tokens import Token
from generator.lang.claim_words import ClaimWords
from generator.lang.words import any_of
from generator.model import ClaimKind

Words = Sequence[Token]
_FEWEST = 3  # tokens of what is said before a comma: "Hours later," is none
_NEAR = 7  # tokens after a verb that may hold its object
_POSSESSIVES = ("'s", "’s", "s'", "s’")
# Kinds whose verbs have an object: "confirmed as the winner" is none.
_ABOUT: frozenset[ClaimKind] = frozenset({"denies", "demands", "promises", "accuses", "confirms"})


@dataclass(frozen=True, slots=True)
class Reported:
    """A verb of saying, tokens of a sentence.

    verb, holder: first token and the one after the last
    kind: as in `Saying.kind`
    part: the tokens that are said
    """

    verb: Part
    holder: Part
    kind: ClaimKind
    part: Part


def sayings_of(words: ClaimWords, text: str, tokens: Words, *, groups: bool) -> list[Reported]:
    """The sayings of a sentence, in the order of their verbs.

    text: of the sentence, which begins with the first token
    groups: whether it has a group of words that says so together (`Cues.has_group`)
    """
    if not tokens:
        return []
    found: list[Reported] = []
    for at, token in enumerate(tokens):
        saying = _at(words, tokens, at) if token.lower in words.verbs else None
        if saying:
            found.append(saying)
    if groups:
        found += _phrases(words, text, tokens)
        found += _infinitives(words, text, tokens)
        found += _according(words, text, tokens)
    if not found:
        found += _participles(words, tokens)
    unique = {s.verb[0]: s for s in reversed(found)}
    return [_of_half(tokens, unique[place]) for place in sorted(unique)]


def _of_half(tokens: Words, saying: Reported) -> Reported:
    """The saying, of which no part lies beyond a semicolon outside quotations."""
    halves = [at for at, token in enumerate(tokens) if token.text == ";" and not token.quoted]
    verb, (first, last) = saying.verb[0], saying.part
    first = max([first, *(at + 1 for at in halves if at < verb)])
    last = min([last, *(at for at in halves if at > verb)])
    if not any(token.is_word for token in tokens[first:last]):
        first = last  # nothing but a full stop
    return replace(saying, part=(min(first, last), last))


def _at(words: ClaimWords, tokens: Words, at: int) -> Reported | None:
    token = tokens[at]
    kind = words.verbs[token.lower]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if after in words.agents or _is_harmless(words, tokens, at):
        return None
    if token.named or (token.capital and at and before is not None and before.is_word):
        return None
    if before is not None and (
        before.lower in words.determiners
        or before.lower in words.infinitive
        or before.text.endswith(_POSSESSIVES)
    ):
        return None
    guarded = token.lower in words.guarded and not _is_perfect(words, tokens, at)
    subject = subject_before(words, tokens, at)
    if subject and subject[1]:
        return None  # a passive
    if subject:
        return _of_subject(words, tokens, at, subject[0], kind, guarded=guarded)
    if before is None:
        return None
    if _joined(words, tokens, at):
        holder = shared_subject(words, tokens, at)
        if holder is None or (guarded and not complement(words, tokens, at + 1)):
            return None
        return Reported((at, at + 1), holder, kind, said(words, tokens, at + 1))
    return _inverted(words, tokens, at, kind, guarded=guarded)


def _is_perfect(words: ClaimWords, tokens: Words, at: int) -> bool:
    """Whether an auxiliary, and perhaps an adverb, makes a participle a finite verb."""
    return any(token.lower in words.perfect for token in tokens[max(0, at - 2) : at])


def _inverted(
    words: ClaimWords, tokens: Words, at: int, kind: ClaimKind, *, guarded: bool
) -> Reported | None:
    """The saying of a verb with its subject after it: "…, said the mayor", "…, a dit le maire"."""
    begin, after = at, at + 1
    while begin > 1 and tokens[begin - 1].lower in words.auxiliaries:
        begin -= 1
    while after < len(tokens) and tokens[after].dated:
        after += 1
    before = tokens[begin - 1]
    if before.is_quote or before.text in {",", "-", "–", "—"}:
        holder = phrase_after(words, tokens, after)
        if holder and not (guarded and not before.is_quote and _goes_on(tokens, holder[1])):
            content = around(words, tokens, (0, begin), holder[1])
            return Reported((at, at + 1), holder, kind, content)
    return None


def _is_harmless(words: ClaimWords, tokens: Words, at: int) -> bool:
    near = " ".join(token.lower for token in tokens[at : at + _NEAR])
    return re.match(rf"{any_of([words.harmless])}\b", near) is not None


def _of_subject(
    words: ClaimWords, tokens: Words, at: int, part: Part, kind: ClaimKind, *, guarded: bool
) -> Reported | None:
    """The saying of a verb with its subject before it, if it is one."""
    first = part[0]
    is_self = tokens[first].lower in words.first_persons and part[1] == first + 1
    if is_self and not tokens[at].quoted:
        return None  # the writer's own words
    if tokens[first].lower in words.none or (first and tokens[first - 1].lower in words.unsaid):
        return None
    ends = _is_after_saying(words, tokens, first)
    if kind in _ABOUT and not ends and _follows(words, tokens, at + 1):
        return None
    before = first - 1 if first and tokens[first - 1].text != "," else first - 2
    quote_ends = first > _FEWEST and tokens[before].is_quote and not tokens[first].quoted
    opens = complement(words, tokens, at + 1) or opening(words, tokens, at + 1) is not None
    quotes = at + 1 < len(tokens) and tokens[at + 1].text == ":"
    if (quote_ends and not quotes) or (
        not opens and ends and _closes_saying(words, tokens, at + 1)
    ):
        return Reported((at, at + 1), part, kind, around(words, tokens, (0, first), at + 1))
    if guarded and not is_self and not opens:
        return None
    content = said(words, tokens, at + 1)
    telling = tokens[at].lower in words.tellings
    if kind == "says" and telling and is_infinitive(words, tokens, content[0]):
        kind = "demands"  # "told him to leave"
    return Reported((at, at + 1), part, kind, of_clause(words, tokens, content, first))


def _joined(words: ClaimWords, tokens: Words, at: int) -> bool:
    """Whether a word such as "and" stands before a verb and what belongs to it."""
    place = at - 1
    while place > 0 and (tokens[place].lower in words.auxiliaries or tokens[place].dated):
        place -= 1
    return tokens[place].lower in words.joins or tokens[place].lower in words.turns


def _goes_on(tokens: Words, after: int) -> bool:
    """Whether a word follows that is not a time."""
    return after < len(tokens) and tokens[after].is_word and not tokens[after].dated


def _follows(words: ClaimWords, tokens: Words, after: int) -> bool:
    """Whether a preposition follows a verb, but for times: "confirmed in Rome"."""
    while after < len(tokens) and tokens[after].dated:
        after += 1
    return (
        after + 1 < len(tokens)
        and tokens[after].lower in words.prepositions
        and tokens[after].lower not in words.objects
        and not tokens[after + 1].dated
    )


def _is_after_saying(words: ClaimWords, tokens: Words, first: int) -> bool:
    """Whether what is said may stand before a subject: "…, he said"."""
    if first and tokens[first - 1].is_quote:
        return not tokens[first].quoted
    return (
        first > _FEWEST and tokens[first - 1].text == "," and not _is_setting(words, tokens, first)
    )


def _is_setting(words: ClaimWords, tokens: Words, end: int) -> bool:
    """Whether what opens a sentence only says when or where: "In the deal of 2019,"."""
    first = tokens[0].lower
    opens = (
        tokens[0].dated or first in words.prepositions or first.endswith(words.participle_endings)
    )
    return opens and not any(
        token.lower in words.finite or token.lower.endswith(words.verb_endings)
        for token in tokens[1:end]
        if not token.capital
    )


def _closes_saying(words: ClaimWords, tokens: Words, after: int) -> bool:
    """Whether nothing that is said follows a verb: the end, a mark, a time, a place, a hearer."""
    if after >= len(tokens):
        return True
    token = tokens[after]
    if is_infinitive(words, tokens, after):
        return False  # "he asked to speak"
    if token.text == ":" or (token.is_quote and not tokens[max(0, after - 3)].quoted):
        return False
    telling = tokens[after - 1].lower in words.tellings
    while after < len(tokens) and (
        tokens[after].lower in words.hearers or (telling and tokens[after].named)
    ):
        after += 1
    return (
        after == len(tokens)
        or not tokens[after].is_word
        or tokens[after].dated
        or tokens[after].lower in words.prepositions
    )


def _from(tokens: Words, place: int) -> int:
    """The number of the first token that begins at a place of the text or after it."""
    return bisect_left(tokens, place, key=lambda token: token.start)


def _token_at(tokens: Words, place: int) -> int | None:
    """The number of the token that begins at a place of the text; None if none does."""
    number = _from(tokens, place)
    return number if number < len(tokens) and tokens[number].start == place else None


def _phrases(words: ClaimWords, text: str, tokens: Words) -> list[Reported]:
    found = []
    base = tokens[0].start
    for pattern, kind in words.phrases.items():
        for match in re.finditer(rf"\b(?:{pattern})(?!\w)", text):
            at = _token_at(tokens, base + match.start())
            if at is None or (at and tokens[at - 1].text.endswith(_POSSESSIVES)):
                continue
            subject = subject_before(words, tokens, at)
            if subject and not subject[1]:
                end = _from(tokens, base + match.end())
                found.append(Reported((at, end), subject[0], kind, said(words, tokens, end)))
    return found


def _infinitives(words: ClaimWords, text: str, tokens: Words) -> list[Reported]:
    found = []
    base = tokens[0].start
    if not words.intends:
        return []
    for match in re.finditer(rf"\b(?:{words.intends}) (?=(\w+))", text):
        kind = words.infinitives.get(match[1].lower())
        at = _token_at(tokens, base + match.start())
        if not kind or at is None:
            continue
        subject = subject_before(words, tokens, at)
        if subject and not subject[1]:
            end = _from(tokens, base + match.end() + 1)
            found.append(Reported((at, end), subject[0], kind, said(words, tokens, end)))
    return found


def _according(words: ClaimWords, text: str, tokens: Words) -> list[Reported]:
    found = []
    base = tokens[0].start
    for match in re.finditer(rf"\b(?:{words.according})\b", text, re.IGNORECASE):
        at = _token_at(tokens, base + match.start())
        end = _from(tokens, base + match.end())
        if at is None:
            continue
        holder = phrase_after(words, tokens, end, anyone=True)
        if holder:
            follows = at > 2 and tokens[at - 1].text != ";"
            part = (0, at) if follows else (min(holder[1] + 1, len(tokens)), len(tokens))
            if follows and _goes_on_after(words, tokens, at, holder[1]):
                part = 0, len(tokens)  # "The bridge, according to the mayor, is old"
            found.append(Reported((at, end), holder, "says", part))
    return [*found, *_put_at(words, text, tokens)]


def _put_at(words: ClaimWords, text: str, tokens: Words) -> list[Reported]:
    """What somebody puts a number at: "the toll was put at 40 by the ministry"."""
    if not words.put_at:
        return []
    found = []
    for match in re.finditer(rf"\b(?:{words.put_at})", text):
        at = _from(tokens, tokens[0].start + match.end())
        holder = phrase_after(words, tokens, at + 1, anyone=True)
        if holder:
            found.append(Reported((at, at + 1), holder, "says", (0, at)))
    return found


def _goes_on_after(words: ClaimWords, tokens: Words, at: int, end: int) -> bool:
    """Whether a clause goes on behind what stands between commas, at..end."""
    return (
        tokens[at - 1].text == ","
        and end + 1 < len(tokens)
        and tokens[end].text == ","
        and tokens[end + 1].lower not in words.turns | words.joins
    )


def _participles(words: ClaimWords, tokens: Words) -> list[Reported]:
    for at, token in enumerate(tokens):
        kind = words.participles.get(token.lower)
        if not kind or not at or not complement(words, tokens, at + 1):
            continue
        part = phrase_before(words, tokens, at - 1)
        if part and part[0] and tokens[part[0] - 1].lower in words.absolutes:
            return [Reported((at, at + 1), part, kind, said(words, tokens, at + 1))]
        before = at - 1
        while before and (tokens[before].dated or tokens[before].lower in words.auxiliaries):
            before -= 1
        if tokens[before].is_word and tokens[before].lower not in words.joins | words.turns:
            continue  # "a letter saying", "after telling"
        holder = shared_subject(words, tokens, at)
        if holder and tokens[holder[0]].quoted == token.quoted:
            return [Reported((at, at + 1), holder, kind, said(words, tokens, at + 1))]
    return []
