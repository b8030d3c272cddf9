"""Claims and figures as data: who says what, and how many, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.csv_text import csv_bytes
from generator.ids import statement_id
from generator.model import Claim, Figure, Provenance
from generator.render.corpus_index import CorpusIndex
from generator.render.exports import DataFile
from generator.render.exports.digests import Digests
from generator.render.exports.json import edits_of, place_of
from generator.render.exports.parts import whole
from generator.render.exports.records import record_files
from generator.render.exports.tables import sentence_cells, table_parts
from generator.render.site import Site
from generator.render.views.claim_index import Giver
from generator.render.views.series_views import as_of, figure_words, tie_words

_MEDIA_TYPE = "text/csv"
_CLAIM_FIELDS = (
    ("id", "stable name"),
    ("document, start, end, anchor", "the sentence that reports it; offsets in the source's text"),
    (
        "holder",
        "words: who says it, as the sentence has it; refers: for whom a pronoun stands; "
        "entity: its id, if it is known",
    ),
    (
        "verb, kind",
        "the words that say so; says, denies, demands, promises, warns, accuses, confirms, asks",
    ),
    ("quoted", "whether it is given word for word"),
    ("part", "start and end of what is said; a quotation may go on beyond the sentence"),
    ("about, event", "ids of the entities named in it; of the event that the sentence dates"),
    (
        "denies, denied_by",
        "id of the claim that it perhaps denies, as this site's rules read it, or empty; ids of "
        "those that perhaps deny it",
    ),
    (
        "edits, edit_codes",
        "only where editors changed it: their changes, in words and as codes",
    ),
)
_FIGURE_FIELDS = (
    ("id", "stable name"),
    ("document, start, end, anchor", "the sentence that gives it; offsets in the source's text"),
    ("words", "the figure as the sentence has it"),
    ("measure", "what is counted: dead, injured, missing, … or the counted noun"),
    (
        "subject",
        "who or what is counted as the sentence has it (“soldiers of the Old Guard”), or empty",
    ),
    (
        "value, low, high, bound",
        "the number, of a range its lower end; its ends; exact, at least, at most, about, range "
        "or vague (“dozens”, with the lowest number that is meant)",
    ),
    (
        "unit, whole",
        "ISO 4217 code of a sum of money, % of a share (value, low and high are then in per cent), "
        "or empty; what it is a part of (“the crew”, “the 19 defendants”), or empty",
    ),
    ("holder", "who gives it, as in claims.json; null if it is the source itself"),
    ("series, tie", "id of its series, if it has one; why it is about that event, in words"),
    (
        "as_of",
        "the date for which it is given: that of the report, unless the sentence says another",
    ),
    (
        "since",
        "of a running total: its words, and date: from when, as much as is known; otherwise null",
    ),
    (
        "edits, edit_codes",
        "only where editors changed it: their changes, in words and as codes",
    ),
)
_CLAIM_HEADER = (
    *("id", "published", "outlet", "title", "holder", "refers", "entity", "verb", "kind"),
    *("quoted", "denies", "said", "sentence", "pages", "address"),
)
_FIGURE_HEADER = (
    *("published", "outlet", "title", "words", "measure", "subject", "low", "high", "bound"),
    *("unit", "whole", "as_of", "since", "holder", "sentence", "pages", "address"),
)


def claim_files(index: CorpusIndex, digests: Digests) -> Iterator[DataFile]:
    """Every claim."""
    yield from record_files(
        "claims",
        "Claims",
        "Who says what: every claim with its holder and its sentence.",
        index.corpus.claims,
        lambda claim: _claim(index, claim),
        _CLAIM_FIELDS,
        index.shards.divide(index.corpus.claims, lambda claim: claim.where.document),
        lambda claim: (claim, [one.id for one in index.claims.denials.get(claim.id, ())]),
    )


def figure_files(index: CorpusIndex) -> Iterator[DataFile]:
    """Every figure."""
    yield from record_files(
        "figures",
        "Figures",
        "How many: every figure with what it counts and its sentence.",
        index.corpus.figures,
        lambda figure: _figure(index, *figure),
        _FIGURE_FIELDS,
        index.shards.divide(index.corpus.figures, lambda figure: figure[1].document),
    )


def claims_table(index: CorpusIndex, site: Site, digests: Digests) -> DataFile:
    """Every claim, a line each."""

    def rows(claims: Iterable[Claim]) -> Iterator[tuple[object, ...]]:
        for claim in claims:
            source = index.documents[claim.where.document]
            said = " ".join(source.text[claim.start : claim.end].split())
            facts = (claim.holder, claim.refers, claim.entity, claim.verb, claim.kind)
            yield (
                claim.id,
                *(source.date, source.outlet, source.title),
                *(*facts, "yes" if claim.quoted else "", claim.denies, said),
                *sentence_cells(index, site, claim.where),
            )

    return DataFile(
        "data/claims.csv",
        "Claims as a table",
        "One row per claim, for spreadsheets.",
        "CSV",
        _MEDIA_TYPE,
        len(index.corpus.claims),
        (("said", "what is said, in the source's words; the other columns as in claims.json"),),
        lambda: table_parts(
            _CLAIM_HEADER,
            rows,
            index.corpus.claims,
            lambda claim: claim.where.document,
            lambda claim: (claim, digests.documents[claim.where.document]),
        ),
        _CLAIM_HEADER,
        packs=True,
    )


def figures_table(index: CorpusIndex, site: Site) -> DataFile:
    """Every figure, a line each."""

    def rows() -> Iterator[tuple[object, ...]]:
        for figure, where in index.corpus.figures:
            source = index.documents[where.document]
            holder = index.claims.giver(figure, where)
            parts = (figure.subject, figure.whole, figure.since)
            subject, whole, since = (_words(source.text, part) for part in parts)
            yield (
                *(source.date, source.outlet, source.title),
                figure_words(index, figure, where),
                *(figure.measure, subject, figure.low, figure.high, figure.bound),
                *(figure.unit, whole, as_of(index, figure, where), figure.beginning or since),
                holder.holder if holder else "",
                *sentence_cells(index, site, where),
            )

    return DataFile(
        "data/figures.csv",
        "Figures as a table",
        "One row per figure, for spreadsheets.",
        "CSV",
        _MEDIA_TYPE,
        len(index.corpus.figures),
        (("low, high, bound, unit, whole", "as in figures.json"),),
        whole(lambda: csv_bytes(_FIGURE_HEADER, rows())),
        _FIGURE_HEADER,
        packs=True,
    )


def _holder(claim: Claim | Giver) -> dict[str, str]:
    return {"words": claim.holder, "refers": claim.refers, "entity": claim.entity}


def _claim(index: CorpusIndex, claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        **place_of(claim.where),
        "holder": _holder(claim),
        "verb": claim.verb,
        "kind": claim.kind,
        "quoted": claim.quoted,
        "part": {"start": claim.start, "end": claim.end},
        "about": claim.about,
        "event": claim.event,
        "denies": claim.denies,
        **(edits_of(claim.edits) if claim.edits else {}),
        "denied_by": [denial.id for denial in index.claims.denials.get(claim.id, ())],
    }


def _figure(index: CorpusIndex, figure: Figure, where: Provenance) -> dict[str, object]:
    holder = index.claims.giver(figure, where)
    text = index.documents[where.document].text
    edits = index.claims.edits(figure, where)
    series, point = index.series.of_figure(where, figure.start) or (None, None)
    return {
        "id": statement_id("f", where.document, where.anchor, figure.start - where.start),
        **place_of(where),
        "words": figure_words(index, figure, where),
        "measure": figure.measure,
        "subject": _words(text, figure.subject),
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "bound": figure.bound,
        "unit": figure.unit,
        "whole": _words(text, figure.whole),
        "holder": _holder(holder) if holder else None,
        "series": series.id if series else "",
        "as_of": as_of(index, figure, where),
        "since": (
            {"words": _words(text, figure.since), "date": figure.beginning}
            if figure.is_total
            else None
        ),
        "tie": tie_words(point) if point else "",
        **(edits_of(edits) if edits else {}),
    }


def _words(text: str, part: tuple[int, int]) -> str:
    """A part of a text on one line."""
    return " ".join(text[slice(*part)].split())
