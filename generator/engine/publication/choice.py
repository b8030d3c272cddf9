"""How much of a document is published, and which sentences of one that is quoted: those that a
derived statement needs.

Statements are events, figures in a series and claims. The most important come first, until a
document has no room left; a statement whose sentences do not fit is not made of that document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.config import Config
from generator.exclusions import covers
from generator.model import INSIDE, Analysis, Corpus, Document, Publish

# For each document the starts of the sentences that are published.
Chosen = Mapping[str, Collection[int]]
_Span = tuple[int, int]


def mode_of(document: Document, config: Config) -> Publish:
    """How much of a document is published: as it says itself, or else the settings.

    Of the patterns in the settings, the last that stands for its file counts.
    """
    path = document.path.partition(INSIDE)[0]
    own = [mode for pattern, mode in config.publish_in if covers(pattern, path)]
    return document.publish or (own or [config.publish])[-1]  # type: ignore[return-value]


def choose_sentences(
    corpus: Corpus, quoted: Collection[str], most: int
) -> tuple[dict[str, set[int]], bool]:
    """The sentences of each quoted document, and whether all statements could have theirs.

    most: percent of the sentences of a document; it may always have one
    """
    documents = {d.id: d for d in corpus.documents if d.id in quoted}
    room = {
        name: max(1, sum(len(p.sentences) for p in d.passages) * most // 100)
        for name, d in documents.items()
    }
    chosen: dict[str, set[int]] = {name: set() for name in documents}
    complete = True
    for name, spans in _statements(corpus):
        if name not in documents:
            continue
        needed = chosen[name] | set(sentences_of(documents[name], spans))
        if len(needed) <= room[name]:
            chosen[name] = needed
        else:
            complete = False
    return chosen, complete


def _statements(corpus: Corpus) -> Iterator[tuple[str, list[_Span]]]:
    """Every statement of a document, with the parts of its text that it needs; the most important
    first.
    """
    reported = [event for event in corpus.events if event.kind == "reported"]
    for event in sorted(reported, key=lambda e: (-e.pinned, -e.score, -e.sources, e.id)):
        for one in event.evidence:
            time = [(one.time.start, one.time.end)] if one.time else []
            yield one.where.document, [(one.where.start, one.where.end), *time]
    for series in corpus.series:
        for given in series.figures:
            yield given.where.document, [(given.where.start, given.where.end)]
    for claim in corpus.claims:
        where = claim.where
        yield where.document, [(where.start, where.end), (claim.start, claim.end)]


def sentences_of(document: Document, spans: Iterable[_Span]) -> Iterator[int]:
    """The starts of the sentences in which parts of a document stand."""
    for start, end in spans:
        for passage in document.passages:
            if passage.start < max(end, start + 1) and passage.end > start:
                for sentence in passage.sentences:
                    if sentence.start < end and sentence.end > start:
                        yield sentence.start


def is_within(document: Document, spans: Iterable[_Span], chosen: Collection[int]) -> bool:
    """Whether parts of a document stand in chosen sentences only."""
    return all(start in chosen for start in sentences_of(document, spans))


def statements_with(analysis: Analysis, document: Document, chosen: Collection[int]) -> Analysis:
    """The analysis without what needs other sentences than those chosen.

    Names stay: which person a surname means is often said elsewhere in a text.
    """

    def fits(*spans: _Span) -> bool:
        return is_within(document, spans, chosen)

    dated = (
        one
        for one in analysis.dated_sentences
        if fits((one.where.start, one.where.end), (one.time.start, one.time.end))
    )
    return replace(
        analysis,
        dated_sentences=tuple(dated),
        times=tuple(one for one in analysis.times if fits((one.start, one.end))),
        figures=tuple(one for one in analysis.figures if fits((one.start, one.end))),
        sayings=tuple(
            one for one in analysis.sayings if fits(one.verb, one.holder, one.part, one.refers)
        ),
    )
