"""Claims, as pages show them: always as their holder's, with the sentence that reports them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.lang import language_of
from generator.lang.words import any_of
from generator.model import Claim, ClaimKind, Entity, Event
from generator.render.corpus_index import CorpusIndex
from generator.render.urls import claims_path, entity_path, sentence_path
from generator.render.view_types import Link, Quote, SourceLine
from generator.render.words import number

# What a holder does, in the order in which pages show it.
KINDS: dict[ClaimKind, str] = {
    "says": "Says",
    "denies": "Denies",
    "confirms": "Confirms",
    "accuses": "Accuses",
    "warns": "Warns",
    "demands": "Demands",
    "promises": "Promises",
    "asks": "Asks",
}
_SHOWN = 5  # claims of one kind on the page of an entity
_HOLDINGS = 12  # of one event
_ABOUT = 10  # claims about it


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim in a list.

    holder: who says it, as a link where that is known and has a page
    path: the holder's page, or ""
    refers: for whom a pronoun stands, or ""
    verb: as the sentence has it
    before: whether it stands before the holder ("according to")
    """

    id: str
    holder: str
    path: str
    refers: str
    verb: str
    before: bool
    source: SourceLine
    quote: Quote


@dataclass(frozen=True, slots=True)
class Holding:
    """Who says something of an event: as in `ClaimLine`, and where the sentence stands."""

    holder: str
    path: str
    refers: str
    verb: str
    before: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """What an entity says in one way. `total`: how many claims there are; `path`: all of a kind."""

    kind: str
    label: str
    total: str
    path: str
    claims: tuple[ClaimLine, ...]


def claim_line(index: CorpusIndex, claim: Claim) -> ClaimLine:
    """A claim, with its sentence, in which what is said is marked."""
    entity = index.entities.get(claim.entity)
    words = language_of(index.documents[claim.where.document].language).claims
    before = re.fullmatch(any_of([words.according]), claim.verb, re.IGNORECASE) is not None
    return ClaimLine(
        id=claim.id,
        holder=claim.holder,
        path=entity_path(entity) if entity else "",
        refers=claim.refers,
        verb=claim.verb.capitalize() if before else claim.verb,
        before=before,
        source=index.source_line(claim.where.document),
        quote=index.quote(claim.where),
    )


def holdings(index: CorpusIndex, event: Event) -> tuple[Holding, ...]:
    """Who says what of an event, in the order of its sentences; each holder once for each verb."""
    found: dict[tuple[str, str], Holding] = {}
    for evidence in event.evidence:
        for claim in index.claims.in_sentence(evidence.where):
            line = claim_line(index, claim)
            found.setdefault(
                (claim.entity or claim.holder.casefold(), claim.verb),
                Holding(
                    line.holder,
                    line.path,
                    line.refers,
                    line.verb,
                    line.before,
                    sentence_path(claim.where),
                ),
            )
    return tuple(found.values())[:_HOLDINGS]


def held_by(index: CorpusIndex, entity: Entity) -> tuple[ClaimGroup, ...]:
    """What an entity says, by kind; of each kind the newest claims."""
    claims = index.claims.held.get(entity.id, ())
    groups = []
    for kind, label in KINDS.items():
        own = [claim for claim in claims if claim.kind == kind]
        if own:
            shown = tuple(claim_line(index, claim) for claim in own[:_SHOWN])
            groups.append(ClaimGroup(kind, label, number(len(own)), claims_path(kind), shown))
    return tuple(groups)


def said_of(index: CorpusIndex, entity: Entity) -> tuple[ClaimLine, ...]:
    """What others say of an entity: the newest claims that name it."""
    claims = [c for c in index.claims.about.get(entity.id, ()) if c.entity != entity.id]
    return tuple(claim_line(index, c) for c in claims[:_ABOUT])


def kind_links(counts: Mapping[ClaimKind, int], current: str) -> tuple[Link, ...]:
    """Links to the claims of each kind that there are, with their number; "" is all."""
    total = sum(counts.values())
    return (
        Link(claims_path(), f"All ({number(total)})", current == ""),
        *(
            Link(claims_path(kind), f"{label} ({number(counts[kind])})", current == kind)
            for kind, label in KINDS.items()
            if counts.get(kind)
        ),
    )
