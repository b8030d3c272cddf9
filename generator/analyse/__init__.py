"""Analyse: what the text of each document says of who and when.

A map over documents: nothing here looks at two documents, but for the names that front matter
lists. Time expressions are found by rules (`generator.analyse.times`); sentences with a calendar
date become candidates for events (`generator.analyse.candidates`); names are those that front
matter lists, and those that an engine finds (`generator.analyse.names`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.analyse.candidates import find_candidates
from generator.analyse.names import Engine, engine_for, find_mentions
from generator.analyse.names.demonyms import find_adjectives
from generator.analyse.names.listed import NameIndex
from generator.analyse.sketch import sketch
from generator.analyse.times import find_times
from generator.config import Config
from generator.model import Analysis, Document


def analyse(
    documents: Sequence[Document], progress: Iterable[Document], config: Config
) -> tuple[Analysis, ...]:
    """An analysis of each document, in their order.

    documents: all of them, for the names they list
    progress: the same documents, as an iterable that may report how far it has come
    """
    index = NameIndex.of(documents)
    engine = engine_for(config.names)
    return tuple(analyse_document(d, index, engine, config) for d in progress)


def analyse_document(
    document: Document, index: NameIndex, engine: Engine, config: Config
) -> Analysis:
    """The analysis of one document."""
    sentences = [(s.start, s.end) for p in document.passages for s in p.sentences]
    times = find_times(
        document.text,
        date=document.date,
        language=document.language,
        day_first=config.day_first,
        sentences=sentences,
    )
    mentions = find_mentions(document, index, engine, any_language=config.names != "own")
    return Analysis(
        document=document.id,
        mentions=mentions,
        times=times,
        candidates=find_candidates(document, times),
        sketch=sketch(document.text),
        adjectives=find_adjectives(document, mentions),
    )
