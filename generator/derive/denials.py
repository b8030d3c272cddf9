"""Which claim a denial denies, where the sources leave little choice.

They seldom say so, so this is a guess of ours and shown as one; better no guess than a wrong one.
The claim is by somebody else, and it stands a few sentences before the denial or is about the same
event and not newer. It names who denies it ("Ann Lee accused the bank of theft. The bank denied
theft"), or most of the words of the denial are in it. "The allegations" stand for the last claim
about who denies them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.derive.events.clustering import stem_of
from generator.lang import language_of
from generator.model import Claim, ClaimKind, Document, Entity
from generator.model.dates import chronological

_NEAR = 3  # sentences before a denial
_FEWEST = 3  # words that a denial and a claim share if the claim does not name who denies it
_SHARE = 0.5  # of the words of the denial
_SHORT = 4  # words of "the allegations against him"
_WORD = re.compile(r"[^\W\d_]{3,}")
_DENIED: frozenset[ClaimKind] = frozenset({"says", "accuses", "confirms", "warns", "demands"})


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim with what is compared: its words, its sentence's number, the date of its report.

    holders: the ids of its holder, and of the state for which it speaks
    """

    claim: Claim
    stems: frozenset[str]
    sentence: int
    date: str
    holders: frozenset[str]


def with_denials(
    claims: Sequence[Claim], documents: Sequence[Document], entities: Sequence[Entity]
) -> tuple[Claim, ...]:
    """The claims, and for each denial the claim that it denies, if one can be told."""
    denials = [claim for claim in claims if claim.kind == "denies" and claim.entity]
    if not denials:
        return tuple(claims)
    places = {claim.where.document for claim in denials}
    events = {claim.event for claim in denials} - {""}
    states = _states(entities)
    by_id = {document.id: document for document in documents}
    numbers = {name: _starts(by_id[name]) for name in places}
    near: dict[str, list[_Said]] = {}
    of_event: dict[str, list[_Said]] = {}
    said: dict[str, _Said] = {}
    for claim in claims:
        name = claim.where.document
        if name in places or claim.event in events:
            found = _said(claim, by_id[name], numbers.get(name, ()), states)
            said[claim.id] = found
            near.setdefault(name, []).append(found)
            of_event.setdefault(claim.event, []).append(found)
    denied = {
        claim.id: _denied(
            said[claim.id],
            by_id[claim.where.document],
            near[claim.where.document],
            of_event[claim.event] if claim.event else (),
        )
        for claim in denials
    }
    return tuple(replace(c, denies=denied[c.id]) if denied.get(c.id) else c for c in claims)


def _states(entities: Sequence[Entity]) -> Mapping[str, str]:
    """The state for which a capital speaks ("Kyiv" for Ukraine), by the id of the capital."""
    places = [(entity.id, entity.place) for entity in entities if entity.place]
    states = {place.country: name for name, place in places if place.kind == "country"}
    return {
        name: states[place.country]
        for name, place in places
        if place.kind == "capital" and place.country in states
    }


def _starts(document: Document) -> Sequence[int]:
    return [sentence.start for passage in document.passages for sentence in passage.sentences]


def _said(
    claim: Claim, document: Document, starts: Sequence[int], states: Mapping[str, str]
) -> _Said:
    words = _WORD.findall(document.text[claim.start : claim.end])
    stems = frozenset(filter(None, map(stem_of, words)))
    holders = frozenset({claim.entity, states.get(claim.entity, "")} - {""})
    return _Said(claim, stems, bisect_left(starts, claim.where.start), document.date, holders)


def _denied(
    denial: _Said, document: Document, near: Sequence[_Said], of_event: Sequence[_Said]
) -> str:
    """The id of the claim that a denial denies; "" where none or more than one is likely."""
    words = language_of(document.language).claims
    part = document.text[denial.claim.start : denial.claim.end].lower()
    spoken = _WORD.findall(part)[:_SHORT]
    before = [one for one in near if 0 <= denial.sentence - one.sentence <= _NEAR]
    fitting = list(_fitting(denial, before)) or list(_fitting(denial, of_event))
    if fitting:
        best = max(score for score, _ in fitting)
        likely = [one for score, one in fitting if score == best]
        return _latest(likely)
    if words.accusations.isdisjoint(spoken):
        return ""
    about = [one for one in before if _may_be_denied(denial, one) and _names(denial, one)]
    nearest = max((one.sentence for one in about), default=0)
    return _latest([one for one in about if one.sentence == nearest])


def _latest(likely: Sequence[_Said]) -> str:
    """The last of some claims that are equally likely; "" if they are not by one holder."""
    holders = {one.claim.entity or one.claim.holder.casefold() for one in likely}
    return likely[-1].claim.id if len(holders) == 1 else ""


def _fitting(denial: _Said, others: Sequence[_Said]) -> Iterator[tuple[float, _Said]]:
    """The claims that share enough words with a denial, and which part of its words."""
    for one in others:
        shared = len(denial.stems & one.stems)
        share = shared / max(1, len(denial.stems))
        named = _names(denial, one)
        if shared >= (1 if named else _FEWEST) and share >= _SHARE and _may_be_denied(denial, one):
            yield share, one


def _names(denial: _Said, one: _Said) -> bool:
    return not denial.holders.isdisjoint(one.claim.about)


def _may_be_denied(denial: _Said, one: _Said) -> bool:
    own, other = denial.claim, one.claim
    return (
        other.kind in _DENIED
        and other.start < other.end
        and other.entity not in denial.holders
        and other.holder.casefold() not in {own.holder.casefold(), own.refers.casefold()}
        and (
            other.where.document == own.where.document
            or chronological(one.date) <= chronological(denial.date)
        )
    )
