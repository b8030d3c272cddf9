"""The corpus as it is published: nothing in it is based on a sentence that is not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.engine.publication.choice import Chosen
from generator.engine.publication.entities import published_entities
from generator.engine.publication.excerpt import Excerpt, excerpt
from generator.model import (
    Claim,
    Corpus,
    Disagreement,
    Event,
    Evidence,
    Figure,
    Provenance,
    Series,
    SeriesFigure,
    TimeExpression,
)

__all__ = ["published_view"]

_Move = Callable[[Provenance], Provenance | None]


def published_view(corpus: Corpus, chosen: Chosen) -> Corpus:
    """The corpus with the chosen sentences of some documents only.

    chosen: for each of those, the starts of its published sentences
    """
    if not chosen:
        return corpus
    cuts = {d.id: excerpt(d, chosen[d.id]) for d in corpus.documents if d.id in chosen}

    def move(where: Provenance) -> Provenance | None:
        cut = cuts.get(where.document)
        return cut.provenance(where) if cut else where

    documents = tuple(cuts[d.id].document if d.id in cuts else d for d in corpus.documents)
    entities = published_entities(corpus, cuts, move)
    known = frozenset(entity.id for entity in entities)
    named = {entity.id: frozenset(entity.documents) for entity in entities}
    events = tuple(_event(event, cuts, move, named) for event in corpus.events)
    shown = {event.id for event in events if event is not None}
    claims = tuple(_claims(corpus.claims, cuts, move, known, shown))
    said = {claim.id for claim in claims}
    links = (
        replace(link, anchor=link.anchor if _has(cuts, link.target, link.anchor) else "")
        for link in corpus.links
        if link.where.document not in cuts
    )
    series = tuple(
        one if one.place in known else replace(one, place="")
        for one in _series(corpus.series, cuts, move, shown)
    )
    names = {one.id for one in series}
    return replace(
        corpus,
        documents=documents,
        entities=entities,
        events=tuple(event for event in events if event is not None),
        links=tuple(links),
        claims=tuple(c if c.denies in said else replace(c, denies="") for c in claims),
        figures=tuple(_figures(corpus.figures, cuts, move)),
        series=series,
        corrected=tuple(
            one if one.entity in known else replace(one, entity="") for one in corpus.corrected
        ),
        disagreements=tuple(_disagreements(corpus.disagreements, cuts, move, shown, names)),
    )


def _has(cuts: Mapping[str, Excerpt], document: str, anchor: str) -> bool:
    """Whether a sentence of a document is published."""
    cut = cuts.get(document)
    return cut is None or any(
        sentence.anchor == anchor
        for passage in cut.document.passages
        for sentence in passage.sentences
    )


def _event(
    event: Event,
    cuts: Mapping[str, Excerpt],
    move: _Move,
    named: Mapping[str, frozenset[str]],
) -> Event | None:
    """The event as far as its sentences are published; None if nothing of it is.

    named: the documents in which each entity is still named
    """
    evidence = tuple(_evidence(event.evidence, cuts, move))
    if event.kind == "reported" and event.evidence and not evidence:
        return None
    based = {one.where.document for one in evidence}
    documents = tuple(
        name
        for name in event.documents
        if event.kind == "publication" or name not in cuts or name in based
    )
    entities = tuple(
        name
        for name in event.entities
        if name in named and (not documents or not named[name].isdisjoint(documents))
    )
    return replace(event, evidence=evidence, documents=documents, entities=entities)


def _evidence(
    evidence: Iterable[Evidence], cuts: Mapping[str, Excerpt], move: _Move
) -> Iterator[Evidence]:
    for one in evidence:
        where, cut = move(one.where), cuts.get(one.where.document)
        if where is not None:
            time = _time(one.time, cut) if one.time and cut else one.time
            yield replace(one, where=where, time=time)


def _time(time: TimeExpression, cut: Excerpt) -> TimeExpression:
    """The expression where it is now; at the beginning where it is not published."""
    start, end = cut.span(time.start, time.end) or (0, 0)
    return replace(time, start=start, end=end)


def _claims(
    claims: Iterable[Claim],
    cuts: Mapping[str, Excerpt],
    move: _Move,
    known: Collection[str],
    shown: Collection[str],
) -> Iterator[Claim]:
    for claim in claims:
        where, cut = move(claim.where), cuts.get(claim.where.document)
        if where is None:
            continue
        start, end = claim.start, claim.end
        if cut:
            first, last = cut.place(start), cut.place(end)
            start, end = (
                (where.start, where.start) if first is None or last is None else (first, last)
            )
        yield replace(
            claim,
            where=where,
            start=start,
            end=end,
            refers="" if cut and claim.refers not in cut.document.text else claim.refers,
            entity=claim.entity if claim.entity in known else "",
            about=tuple(name for name in claim.about if name in known),
            event=claim.event if claim.event in shown else "",
        )


def _figures(
    figures: Iterable[tuple[Figure, Provenance]], cuts: Mapping[str, Excerpt], move: _Move
) -> Iterator[tuple[Figure, Provenance]]:
    for figure, where in figures:
        now, cut = move(where), cuts.get(where.document)
        moved = _figure(figure, cut) if cut else figure
        if now is not None and moved is not None:
            yield moved, now


def _figure(figure: Figure, cut: Excerpt) -> Figure | None:
    span, noun = cut.span(figure.start, figure.end), cut.span(*figure.noun)
    if span is None:
        return None
    end = (span[1], span[1])
    subject, whole, since = (
        (cut.span(*part) or end) if part[0] < part[1] else end
        for part in (figure.subject, figure.whole, figure.since)
    )
    return replace(
        figure,
        start=span[0],
        end=span[1],
        noun=noun or end,
        subject=subject,
        whole=whole,
        since=since,
    )


def _series(
    series: Iterable[Series], cuts: Mapping[str, Excerpt], move: _Move, shown: Collection[str]
) -> Iterator[Series]:
    for one in series:
        given = tuple(_points(one.figures, cuts, move))
        if len(given) > 1 and (one.event in shown or not one.event):
            yield replace(one, figures=given)


def _points(
    figures: Iterable[SeriesFigure], cuts: Mapping[str, Excerpt], move: _Move
) -> Iterator[SeriesFigure]:
    """The figures whose sentences are published."""
    for point in figures:
        where, cut = move(point.where), cuts.get(point.where.document)
        figure = _figure(point.figure, cut) if cut else point.figure
        if where is not None and figure is not None:
            yield replace(point, figure=figure, where=where)


def _disagreements(
    disagreements: Iterable[Disagreement],
    cuts: Mapping[str, Excerpt],
    move: _Move,
    shown: Collection[str],
    series: Collection[str],
) -> Iterator[Disagreement]:
    for one in disagreements:
        given = tuple(_points(one.figures, cuts, move))
        if len(given) == len(one.figures) and (one.event in shown or not one.event):
            yield replace(one, figures=given, series=one.series if one.series in series else "")
