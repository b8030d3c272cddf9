"""What editors change about figures and claims: `curation/figures.csv` and `curation/claims.csv`.

    action,id,value,note,words,source
    hide,f-ab3d5fgh,,a house number,40,a.md
    value,f-ab3d5fgh,at least 400,a misprint in the source,40,a.md
    holder,f-hj4k6lmn,Ann Lee,,60 dead,b.md
    holder,f-hj4k6lmn,-,the source counted itself,60 dead,b.md

Claims are hidden or get another holder. The ids are in `data/figures.json` and `data/claims.json`;
an id lasts as long as its sentence and its source. `words` and `source` only serve to explain a
line that matches nothing any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.derive.entities.edits import find_entity
from generator.derive.isolation import failing_line
from generator.errors import Problem
from generator.ids import statement_id
from generator.model import (
    CLAIMS_TABLE,
    FIGURES_TABLE,
    Claim,
    CorrectedFigure,
    Document,
    Entity,
    Figure,
    Provenance,
    Reason,
    StatementEdit,
)

_MOST_SHOWN = 5  # figures or claims of a source that a message lists
_LONGEST = 80  # characters of a claim that a message shows
Given = tuple[Figure, Provenance]


@dataclass(frozen=True, slots=True)
class CorrectedFigures:
    """What `correct_figures` returns.

    figures: as editors want them, each with its sentence
    corrected: those that editors changed
    hidden: how many were left out
    problems: the lines that could not be carried out
    """

    figures: tuple[Given, ...]
    corrected: tuple[CorrectedFigure, ...] = ()
    problems: tuple[Problem, ...] = ()
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class CorrectedClaims:
    """What `correct_claims` returns.

    claims: as editors want them
    hidden: how many were left out
    problems: the lines that could not be carried out
    """

    claims: tuple[Claim, ...]
    hidden: int = 0
    problems: tuple[Problem, ...] = ()


class _Statement(NamedTuple):
    """What a message shows of a figure or a claim."""

    document: str
    words: str


def correct_figures(
    figures: Sequence[Given],
    edits: Sequence[StatementEdit],
    documents: Iterable[Document],
    entities: Sequence[Entity],
) -> CorrectedFigures:
    """Carry out the editors' table of figures."""
    if not edits:
        return CorrectedFigures(tuple(figures))
    names = {(where.document, figure.start): figure_id(figure, where) for figure, where in figures}
    by_id = {document.id: document for document in documents}
    known = {
        names[where.document, figure.start]: _Statement(
            where.document, by_id[where.document].text[figure.start : figure.end]
        )
        for figure, where in figures
    }
    lines, problems = _lines(FIGURES_TABLE, edits, known, by_id)
    kept: list[Given] = []
    corrected: list[CorrectedFigure] = []
    for figure, where in figures:
        own = lines.get(names[where.document, figure.start], ())
        if any(edit.action == "hide" for edit in own):
            continue
        changed = figure
        for edit in own:
            with failing_line(FIGURES_TABLE, edit.line, problems):
                changed, one = _corrected(edit, changed, where, entities)
                corrected.append(one)
        kept.append((changed, where))
    hidden = len(figures) - len(kept)
    return CorrectedFigures(tuple(kept), joined(corrected), tuple(problems), hidden)


def correct_claims(
    claims: Sequence[Claim],
    edits: Sequence[StatementEdit],
    documents: Iterable[Document],
    entities: Sequence[Entity],
) -> CorrectedClaims:
    """Carry out the editors' table of claims."""
    if not edits:
        return CorrectedClaims(tuple(claims))
    by_id = {document.id: document for document in documents}
    known = {claim.id: _Statement(claim.where.document, _said(claim, by_id)) for claim in claims}
    lines, problems = _lines(CLAIMS_TABLE, edits, known, by_id)
    kept: list[Claim] = []
    for claim in claims:
        own = lines.get(claim.id, ())
        if any(edit.action == "hide" for edit in own):
            continue
        for edit in own:
            with failing_line(CLAIMS_TABLE, edit.line, problems):
                holder, entity = _holder(edit.value, entities)
                why = (*claim.edits, edit.reason("holder-corrected", name=holder))
                claim = replace(claim, holder=holder, refers="", entity=entity, edits=why)
        kept.append(claim)
    return CorrectedClaims(tuple(kept), len(claims) - len(kept), tuple(problems))


def figure_id(figure: Figure, where: Provenance) -> str:
    """The stable name of a figure. `where`: its sentence."""
    return statement_id("f", where.document, where.anchor, figure.start - where.start)


def _said(claim: Claim, documents: Mapping[str, Document]) -> str:
    text = documents[claim.where.document].text[claim.where.start : claim.where.end]
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _lines(
    table: str,
    edits: Iterable[StatementEdit],
    known: Mapping[str, _Statement],
    documents: Mapping[str, Document],
) -> tuple[dict[str, list[StatementEdit]], list[Problem]]:
    """The lines by what they are about, and those about nothing that there is."""
    found: dict[str, list[StatementEdit]] = {}
    problems = []
    for edit in edits:
        if edit.id in known:
            found.setdefault(edit.id, []).append(edit)
        else:
            problems.append(_unknown(table, edit, known, documents))
    return found, problems


def _unknown(
    table: str,
    edit: StatementEdit,
    known: Mapping[str, _Statement],
    documents: Mapping[str, Document],
) -> Problem:
    """A line whose id nothing has: what it was about, and what its source has instead."""
    what = "figure" if table == FIGURES_TABLE else "claim"
    message = f'There is no {what} "{edit.id}".'
    about = f"“{edit.words}”" if edit.words else "a sentence"
    if edit.source:
        message = f"{message} The line was about {about} in {edit.source}."
    elif edit.words:
        message = f"{message} The line was about {about}."
    own = {d.id for d in documents.values() if edit.source in (d.path, d.id)} if edit.source else ()
    there = [
        f"{name} (“{' '.join(one.words.split())}”)"
        for name, one in known.items()
        if one.document in own
    ]
    if not there:
        hint = f"Its sentence or its source has changed; look the id up in data/{what}s.json."
        return Problem(table, edit.line, "warning", message, hint)
    rest = "; …" if len(there) > _MOST_SHOWN else ""
    hint = f"Correct the id, or remove the line. There: {'; '.join(there[:_MOST_SHOWN])}{rest}."
    return Problem(table, edit.line, "warning", message, hint)


def _corrected(
    edit: StatementEdit, figure: Figure, where: Provenance, entities: Sequence[Entity]
) -> tuple[Figure, CorrectedFigure]:
    """The figure as a line wants it, and what the line has changed."""
    place = where.document, where.anchor, figure.start - where.start
    if edit.action == "value":
        low, high, bound = edit.number
        why = edit.reason(
            "value-corrected", instead=_number(figure.low, figure.high), value=_number(low, high)
        )
        return replace(figure, low=low, high=high, bound=bound), CorrectedFigure(
            *place, edits=(why,)
        )
    if edit.names_source:
        return figure, CorrectedFigure(*place, holder="", edits=(edit.reason("holder-is-source"),))
    holder, entity = _holder(edit.value, entities)
    why = edit.reason("holder-corrected", name=holder)
    return figure, CorrectedFigure(*place, holder=holder, entity=entity, edits=(why,))


def joined(corrected: Iterable[CorrectedFigure]) -> tuple[CorrectedFigure, ...]:
    """Each figure once, with all that was changed; of two holders the last."""
    found: dict[tuple[str, str, int], CorrectedFigure] = {}
    for one in corrected:
        before = found.get(one.key, one)
        edits: tuple[Reason, ...] = one.edits if before is one else (*before.edits, *one.edits)
        giver = before if one.holder is None else one
        found[one.key] = replace(giver, edits=edits)
    return tuple(found.values())


def _holder(name: str, entities: Sequence[Entity]) -> tuple[str, str]:
    """The words for a holder, and the id of the entity that is meant, or ""."""
    entity = find_entity(entities, name, "")
    return (entity.name, entity.id) if entity else (name, "")


def _number(low: float, high: float) -> str:
    ends = [f"{end:.15g}" for end in (low, high)]
    return ends[0] if low == high else "–".join(ends)
