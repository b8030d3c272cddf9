"""Figures and claims at the desk: what is known of one, and what a line about it will do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.derive import figure_id
from generator.desk.words import counted, spelled_date, text_of
from generator.model import (
    Claim,
    Corpus,
    CorrectedFigure,
    Document,
    Figure,
    Provenance,
    Series,
    StatementEdit,
)
from generator.render.reasons import words

Given = tuple[Figure, Provenance]


def figure_of(corpus: Corpus, name: str) -> Given | None:
    """The figure with an id, and its sentence."""
    return next((one for one in corpus.figures if figure_id(*one) == name), None)


def claim_of(corpus: Corpus, name: str) -> Claim | None:
    """The claim with an id."""
    return next((claim for claim in corpus.claims if claim.id == name), None)


def about_figure(corpus: Corpus, name: str, documents: Mapping[str, Document]) -> dict[str, Any]:
    """What is known of a figure; nothing if there is none with this id."""
    found = figure_of(corpus, name)
    if found is None:
        return {}
    figure, where = found
    own = _correction(corpus, figure, where)
    day = figure.as_of or documents[where.document].date
    return {
        "kind": "figure",
        "id": name,
        "name": figure_words(figure, documents[where.document]),
        "value": _value(figure),
        "date": f"{figure.measure}, {spelled_date(day) if day else 'undated'}",
        "holder": own.holder if own and own.holder is not None else "",
        "edits": [words(edit) for edit in own.edits] if own else [],
    }


def about_claim(corpus: Corpus, name: str) -> dict[str, Any]:
    """What is known of a claim; nothing if there is none with this id."""
    claim = claim_of(corpus, name)
    if claim is None:
        return {}
    return {
        "kind": "claim",
        "id": name,
        "name": f"{claim.holder} {claim.verb}",
        "date": "",
        "holder": claim.refers or claim.holder,
        "edits": [words(edit) for edit in claim.edits],
    }


def place_of(corpus: Corpus, name: str) -> Provenance | None:
    """The sentence of a figure or a claim with an id."""
    if name.startswith("f-"):
        found = figure_of(corpus, name)
        return found[1] if found else None
    claim = claim_of(corpus, name)
    return claim.where if claim else None


def said_there(corpus: Corpus, name: str, documents: Mapping[str, Document]) -> tuple[str, str]:
    """The words of a figure or a claim, and the file of its source; "" where there is none."""
    if name.startswith("f-"):
        found = figure_of(corpus, name)
        if found is None:
            return "", ""
        document = documents[found[1].document]
        return figure_words(found[0], document), document.path
    claim = claim_of(corpus, name)
    if claim is None:
        return "", ""
    return f"{claim.holder} {claim.verb}", documents[claim.where.document].path


def in_sentence(
    corpus: Corpus, documents: Mapping[str, Document], document: str, anchor: str
) -> Iterator[dict[str, str]]:
    """The events, figures and claims of a sentence."""
    for event in corpus.events:
        if event.kind == "reported" and any(
            (e.where.document, e.where.anchor) == (document, anchor) for e in event.evidence
        ):
            yield {"id": event.id, "label": f"Event of {spelled_date(event.date)}"}
    for figure, where in corpus.figures:
        if (where.document, where.anchor) == (document, anchor):
            label = f"Figure: {figure_words(figure, documents[document])} ({figure.measure})"
            yield {"id": figure_id(figure, where), "label": label}
    for claim in corpus.claims:
        if (claim.where.document, claim.where.anchor) == (document, anchor):
            yield {"id": claim.id, "label": f"Claim: {claim.holder} {claim.verb}"}


def figure_words(figure: Figure, document: Document) -> str:
    """A figure as its source has it, on one line."""
    return " ".join(document.text[figure.start : figure.end].split())


def effect_on_figure(corpus: Corpus, edit: StatementEdit) -> str:
    """What a line about a figure will do; "" if there is none."""
    found = figure_of(corpus, edit.id)
    if found is None:
        return ""
    figure, where = found
    document = next(one for one in corpus.documents if one.id == where.document)
    name = f"“{figure_words(figure, document)}” ({figure.measure})"
    follows = _series_words(tuple(_series_of(corpus, figure, where)))
    if edit.action == "hide":
        return f"{name} is left out of all lists of figures{follows}."
    if edit.action == "value":
        return f"{name} counts as {edit.value} instead of {_value(figure)}{follows}."
    giver = "the source itself" if edit.names_source else f"“{edit.value}”"
    return f"{name} is given by {giver}{follows}."


def effect_on_claim(corpus: Corpus, edit: StatementEdit) -> str:
    """What a line about a claim will do; "" if there is none."""
    claim = claim_of(corpus, edit.id)
    if claim is None:
        return ""
    name = f"“{claim.holder} {claim.verb}”"
    if edit.action == "hide":
        denied = sum(other.denies == claim.id for other in corpus.claims)
        follows = f"; {counted(denied, 'denial')} of it is shown without it" if denied else ""
        return f"{name} is left out of all lists of claims{follows}."
    return f"{name} is what “{edit.value}” says, no longer “{claim.refers or claim.holder}”."


def meant_by(corpus: Corpus, edit: StatementEdit) -> str:
    """What a line is about when it is made: the sentence of the figure or the claim."""
    where = place_of(corpus, edit.id)
    for document in corpus.documents:
        if where and document.id == where.document:
            return text_of(document, where)
    return ""


def _series_of(corpus: Corpus, figure: Figure, where: Provenance) -> Iterator[Series]:
    for series in corpus.series:
        if any(
            point.where.document == where.document and point.figure.start == figure.start
            for point in series.figures
        ):
            yield series


def _series_words(series: tuple[Series, ...]) -> str:
    if not series:
        return "; it stands in no series"
    (one, *_) = series
    return f"; the series “{one.measure}” of {counted(len(one.figures), 'figure')} changes"


def _correction(corpus: Corpus, figure: Figure, where: Provenance) -> CorrectedFigure | None:
    key = where.document, where.anchor, figure.start - where.start
    return next((one for one in corpus.corrected if one.key == key), None)


def _value(figure: Figure) -> str:
    """A number as a table has it: "at least 40", "40-60"."""
    low, high = (f"{end:.15g}" for end in (figure.low, figure.high))
    if figure.bound == "range":
        return f"{low}-{high}"
    return low if figure.bound == "exact" else f"{figure.bound} {low}"
