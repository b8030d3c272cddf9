"""Who says what, in all documents: the sayings of each with the entity that holds them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.derive.corrections import CorrectedClaims, correct_claims
from generator.derive.denials import with_denials
from generator.ids import statement_id
from generator.lang import language_of
from generator.model import (
    Analysis,
    Claim,
    Document,
    Entity,
    Event,
    Saying,
    StatementEdit,
)

_WORD = re.compile(r"[^\W\d_]+")
# Of one document: (start, end, id of the entity), in the order of the text.
_Names = Sequence[tuple[int, int, str]]


def find_claims(
    documents: Sequence[Document],
    analyses: Mapping[str, Analysis],
    entities: Sequence[Entity],
    events: Sequence[Event],
    edits: Sequence[StatementEdit] = (),
) -> CorrectedClaims:
    """The claims of some documents, in their order, and what became of the editors' lines.

    analyses: by document
    edits: what editors change about claims
    """
    names = _names(entities)
    dated = {
        (evidence.where.document, evidence.where.anchor): event.id
        for event in reversed(events)
        if event.kind == "reported"
        for evidence in event.evidence
    }
    claims = [
        claim
        for document in documents
        for claim in _of_document(
            document, analyses[document.id].sayings, names.get(document.id, ()), dated
        )
    ]
    corrected = correct_claims(claims, edits, documents, entities)
    return replace(corrected, claims=with_denials(corrected.claims, documents, entities))


def _names(entities: Sequence[Entity]) -> dict[str, _Names]:
    found: dict[str, list[tuple[int, int, str]]] = {}
    for entity in entities:
        for mention in entity.mentions:
            where = mention.provenance
            found.setdefault(where.document, []).append((where.start, where.end, entity.id))
    return {document: sorted(names) for document, names in found.items()}


def _of_document(
    document: Document,
    sayings: Sequence[Saying],
    names: _Names,
    dated: Mapping[tuple[str, str], str],
) -> Iterator[Claim]:
    for saying in sayings:
        where = document.sentence_at(saying.verb[0])
        if where is None:
            continue
        spoken = saying.refers if saying.refers[0] < saying.refers[1] else saying.holder
        start, end = saying.part
        yield Claim(
            id=statement_id("c", document.id, where.anchor, saying.verb[0] - where.start),
            where=where,
            verb=_text(document, saying.verb),
            kind=saying.kind,
            holder=_text(document, saying.holder),
            refers=_text(document, saying.refers),
            entity=_holder(document, spoken, names),
            start=start,
            end=end,
            quoted=saying.quoted,
            about=_about(names, (start, end), saying.holder),
            event=dated.get((document.id, where.anchor), ""),
        )


def _text(document: Document, part: tuple[int, int]) -> str:
    return " ".join(document.text[part[0] : part[1]].split())


def _between(names: _Names, start: int, end: int) -> _Names:
    """The names that lie in a part of the text."""
    first = bisect_left(names, start, key=lambda name: name[0])
    last = bisect_left(names, end, key=lambda name: name[0])
    return [name for name in names[first:last] if name[1] <= end]


def _about(names: _Names, part: tuple[int, int], holder: tuple[int, int]) -> tuple[str, ...]:
    """The entities named in what is said, without the holder's words in its middle."""
    found = (name for name in _between(names, *part) if not holder[0] <= name[0] < holder[1])
    return tuple(dict.fromkeys(name for _, _, name in found))


def _holder(document: Document, part: tuple[int, int], names: _Names) -> str:
    """The entity that a holder's words name, not one that only says whose spokesman it is.

    "Joe Bryant of the Red Cross" is Joe Bryant, "a spokesman for the Red Cross" nobody whom the
    sources name, and "Russia's Investigative Committee" is not Russia.
    """
    words = language_of(document.language).claims
    start, end = part
    small = words.prepositions | words.inner - words.determiners
    for first, last, name in reversed(_between(names, start, end)):
        before = _WORD.findall(document.text[start:first].lower().rpartition(",")[2])
        after = document.text[last:end].split()
        if small.isdisjoint(before) and (
            not after or after[0].strip(",").lower() in small or after[0] in {",", "("}
        ):
            return name
    return ""
