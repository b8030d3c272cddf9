"""Claims, as pages show them: always as their holder's, with the sentence that reports them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.directions import isolated
from generator.lang import language_of
from generator.lang.words import any_of
from generator.model import Claim, ClaimKind, Entity, Event
from generator.render.catalogues import gettext, message
from generator.render.corpus_index import CorpusIndex
from generator.render.reasons import words as in_words
from generator.render.urls import claims_path, entity_path, held_path, sentence_path
from generator.render.view_types import Link, Quote, SourceLine
from generator.render.words import number

# What a holder does, in the order in which pages show it.
KINDS: dict[ClaimKind, str] = {
    "says": message("Says"),
    "denies": message("Denies"),
    "confirms": message("Confirms"),
    "accuses": message("Accuses"),
    "warns": message("Warns"),
    "demands": message("Demands"),
    "promises": message("Promises"),
    "asks": message("Asks"),
}
_SHOWN = 5  # claims of one kind on the page of an entity
_HOLDINGS = 12  # of one event
_ABOUT = 10  # claims about it
_DENIALS = 3  # of one claim


@dataclass(frozen=True, slots=True)
class Holder:
    """Who says something, and how.

    holder: as the sentence has it
    path: the holder's page, or ""
    refers: for whom a pronoun stands, or ""
    verb: as the sentence has it
    before: whether it stands before the holder ("according to")
    """

    holder: str
    path: str
    refers: str
    verb: str
    before: bool


@dataclass(frozen=True, slots=True)
class Counterclaim(Holder):
    """The claim that another perhaps denies, or one that perhaps denies it, with its sentence."""

    source: SourceLine
    quote: Quote


@dataclass(frozen=True, slots=True)
class ClaimLine(Counterclaim):
    """A claim in a list.

    denies: what it perhaps denies
    denials: what perhaps denies it
    edits: what editors changed, or ""
    """

    id: str
    denies: Counterclaim | None
    denials: tuple[Counterclaim, ...]
    edits: str


@dataclass(frozen=True, slots=True)
class Holding(Holder):
    """Who says something of an event, and where the sentence stands.

    denies: the holder of the claim that it perhaps denies, or None
    """

    sentence: str
    denies: Holding | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is quoted: name, where the claims are, and their number."""

    name: str
    path: str
    claims: str


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """What an entity says in one way. `total`: how many claims there are."""

    kind: str
    label: str
    total: str
    claims: tuple[ClaimLine, ...]


def claim_line(index: CorpusIndex, claim: Claim) -> ClaimLine:
    """A claim, with its sentence."""
    denied = index.claims.by_id.get(claim.denies)
    denials = index.claims.denials.get(claim.id, ())[:_DENIALS]
    return ClaimLine(
        *_holder(index, claim),
        *_report(index, claim),
        id=claim.id,
        denies=Counterclaim(*_holder(index, denied), *_report(index, denied)) if denied else None,
        denials=tuple(Counterclaim(*_holder(index, c), *_report(index, c)) for c in denials),
        edits="; ".join(map(in_words, claim.edits)),
    )


def _holder(index: CorpusIndex, claim: Claim) -> tuple[str, str, str, str, bool]:
    """The fields of a `Holder`."""
    entity = index.entities.get(claim.entity)
    words = language_of(index.documents[claim.where.document].language).claims
    before = re.fullmatch(any_of([words.according]), claim.verb, re.IGNORECASE) is not None
    verb = claim.verb.capitalize() if before else claim.verb
    return claim.holder, entity_path(entity) if entity else "", claim.refers, verb, before


def _report(index: CorpusIndex, claim: Claim) -> tuple[SourceLine, Quote]:
    return index.source_line(claim.where.document), index.quote(claim.where)


def holding(index: CorpusIndex, claim: Claim) -> Holding:
    """Who says something, and where."""
    denied = index.claims.by_id.get(claim.denies)
    other = Holding(*_holder(index, denied), sentence_path(denied.where)) if denied else None
    return Holding(*_holder(index, claim), sentence_path(claim.where), other)


def holdings(index: CorpusIndex, event: Event) -> tuple[Holding, ...]:
    """Who says what of an event, in the order of its sentences; each holder once for each verb."""
    found: dict[tuple[str, str], Holding] = {}
    for evidence in event.evidence:
        for claim in index.claims.in_sentence(evidence.where):
            key = claim.entity or claim.holder.casefold(), claim.verb
            found.setdefault(key, holding(index, claim))
    return tuple(found.values())[:_HOLDINGS]


def held_by(index: CorpusIndex, entity: Entity) -> tuple[ClaimGroup, ...]:
    """What an entity says, by kind; of each kind the newest claims."""
    claims = index.claims.held.get(entity.id, ())
    groups = []
    for kind, label in KINDS.items():
        own = [claim for claim in claims if claim.kind == kind]
        if own:
            shown = tuple(claim_line(index, claim) for claim in own[:_SHOWN])
            groups.append(ClaimGroup(kind, gettext(label), number(len(own)), shown))
    return tuple(groups)


def has_list(index: CorpusIndex, entity: Entity) -> bool:
    """Whether an entity's claims have a list of their own: its page does not show them all."""
    claims = index.claims.held.get(entity.id, ())
    if not entity.has_page:
        return len(claims) > 1
    return max(Counter(claim.kind for claim in claims).values(), default=0) > _SHOWN


def all_held(index: CorpusIndex, entity: Entity) -> Link | None:
    """The way to the list of an entity's claims, if it has one."""
    if not has_list(index, entity):
        return None
    claims = index.claims.held[entity.id]
    return Link(
        held_path(entity),
        gettext(
            "All {number} claims by {name}", number=number(len(claims)), name=isolated(entity.name)
        ),
    )


def claims_on_page(index: CorpusIndex, entity: Entity) -> str:
    """Where the claims of an entity are: on its page, in a list, or in the only sentence."""
    if entity.has_page:
        return f"{entity_path(entity)}#claims"
    if has_list(index, entity):
        return held_path(entity)
    return sentence_path(index.claims.held[entity.id][0].where)


def said_of(index: CorpusIndex, entity: Entity) -> tuple[ClaimLine, ...]:
    """What others say of an entity: the newest claims that name it."""
    claims = [c for c in index.claims.about.get(entity.id, ()) if c.entity != entity.id]
    return tuple(claim_line(index, c) for c in claims[:_ABOUT])


def kind_links(counts: Mapping[ClaimKind, int], current: str) -> tuple[Link, ...]:
    """Links to the claims of each kind that there are, with their number; "" is all."""
    total = sum(counts.values())
    return (
        Link(claims_path(), gettext("All ({number})", number=number(total)), current == ""),
        *(
            Link(claims_path(kind), f"{gettext(label)} ({number(counts[kind])})", current == kind)
            for kind, label in KINDS.items()
            if counts.get(kind)
        ),
    )
