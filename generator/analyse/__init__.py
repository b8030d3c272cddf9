"""Analyse: the names and the dates in the text of each document.

Each document is analysed separately, except that the names that front matter lists are looked for
in all documents at the end. Time expressions are found by rules (`generator.analyse.times`);
sentences with a calendar date, from which events are made, by `generator.analyse.dated_sentences`;
names are those that front matter lists, and those that an engine finds
(`generator.analyse.names`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.analyse.claims import find_sayings
from generator.analyse.dated_sentences import find_dated_sentences
from generator.analyse.figures import all_figures
from generator.analyse.figures.said import with_days_of_sayings
from generator.analyse.minhash import sketch
from generator.analyse.names import Engine, add_listed, engine_for, find_mentions
from generator.analyse.names.demonyms import find_adjectives
from generator.analyse.names.listed import NameIndex
from generator.analyse.possible import is_possible_analysis
from generator.analyse.times import find_times
from generator.config import Config
from generator.model import Analysis, Document, Mention, TimeExpression

__all__ = [
    "analyse",
    "analyse_document",
    "engine_for",
    "find_times",
    "is_possible_analysis",
    "with_listed",
]


def analyse(documents: Sequence[Document], config: Config) -> tuple[Analysis, ...]:
    """An analysis of each document, in their order. Raises ConfigError without its engine."""
    engine = engine_for(config.names)
    return with_listed(documents, [analyse_document(d, engine, config) for d in documents])


def analyse_document(document: Document, engine: Engine, config: Config) -> Analysis:
    """The analysis of one document by itself, without the names that others list."""
    sentences = [(s.start, s.end) for p in document.passages for s in p.sentences]
    times = find_times(
        document.text,
        date=document.base_date,
        language=document.language,
        day_first=config.day_first,
        sentences=sentences,
    )
    times = _told(document, times)
    mentions = find_mentions(document, engine)
    sayings = find_sayings(document, mentions, times)
    figures = with_days_of_sayings(all_figures(document, times), sayings, times, document)
    return Analysis(
        document=document.id,
        mentions=mentions,
        times=times,
        dated_sentences=find_dated_sentences(document, times),
        sketch=sketch(_own_text(document)),
        adjectives=find_adjectives(document, mentions),
        figures=figures,
        sayings=sayings,
    )


def _own_text(document: Document) -> str:
    """The text without what a message quotes: an answer does not copy what it answers."""
    own = document.own_passages
    if len(own) == len(document.passages):
        return document.text
    return "\n\n".join(document.text[p.start : p.end] for p in own)


def _told(document: Document, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions but for those in code and in what is quoted from other messages."""
    others = [p for p in document.passages if not p.told]
    if not others:
        return tuple(times)
    ends = [passage.end for passage in others]

    def is_told(time: TimeExpression) -> bool:
        at = bisect_left(ends, time.end)
        return at == len(others) or time.end <= others[at].start

    return tuple(filter(is_told, times))


def with_listed(
    documents: Sequence[Document], analyses: Iterable[Analysis], others: Iterable[Document] = ()
) -> tuple[Analysis, ...]:
    """The analyses of these documents, in their order, with the names that any of them lists.

    others: further documents whose lists count
    """
    index = NameIndex.of((*documents, *others))
    found = []
    for document, analysis in zip(documents, analyses, strict=True):
        own = analysis if analysis.document == document.id else _renamed(analysis, document.id)
        if index.types:
            mentions = add_listed(document, own.mentions, index)
            adjectives = find_adjectives(document, mentions)
            own = replace(own, mentions=mentions, adjectives=adjectives)
        found.append(own)
    return tuple(found)


def _renamed(analysis: Analysis, name: str) -> Analysis:
    """The analysis of a document that got a longer name, as another had the same."""

    def moved(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        return tuple(replace(m, provenance=replace(m.provenance, document=name)) for m in mentions)

    return replace(
        analysis,
        document=name,
        mentions=moved(analysis.mentions),
        dated_sentences=tuple(
            replace(s, where=replace(s.where, document=name)) for s in analysis.dated_sentences
        ),
        adjectives=moved(analysis.adjectives),
    )
