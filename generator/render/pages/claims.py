"""Who says what: the newest claims, all and by kind, and who is quoted most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Claim, ClaimKind
from generator.render.corpus_index import CorpusIndex
from generator.render.pages import Page, collection
from generator.render.pagination import pager, split
from generator.render.urls import claims_path, entity_path
from generator.render.views.claim_views import KINDS, claim_line, kind_links
from generator.render.words import count, number

_MOST = 1_000  # claims in one list; all are in the data
_HOLDERS = 40


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is quoted: name, page, number of claims, and that in per cent of the first one's."""

    name: str
    path: str
    claims: str
    share: float


def claim_pages(index: CorpusIndex, size: int) -> Iterator[Page]:
    """The list of all claims and one of each kind, each with further pages."""
    claims = index.claims.newest_first
    counts = Counter(claim.kind for claim in claims)
    yield from _list(index, None, claims, counts, size)
    for kind in KINDS:
        own = [claim for claim in claims if claim.kind == kind]
        if own:
            yield from _list(index, kind, own, counts, size)


def _list(
    index: CorpusIndex,
    kind: ClaimKind | None,
    claims: Sequence[Claim],
    counts: Counter[ClaimKind],
    size: int,
) -> Iterator[Page]:
    chunks = split(claims[:_MOST], size)
    paths = [claims_path(kind or "", n) for n in range(1, len(chunks) + 1)]
    title = f"Claims: {KINDS[kind].lower()}" if kind else "Claims"
    for at, chunk in enumerate(chunks):
        yield collection(
            paths[at],
            "claims.html",
            f"{title}, page {at + 1}" if at else title,
            f"Who says what in the sources: {count(len(claims), 'claim')}.",
            "claims",
            heading=title,
            kinds=kind_links(counts, kind or ""),
            holders=_holders(index) if not kind and not at else (),
            claims=tuple(claim_line(index, claim) for claim in chunk),
            total=_total(len(claims)),
            pager=pager(paths, at),
        )


def _total(claims: int) -> str:
    if claims > _MOST:
        return f"The newest {number(_MOST)} of {number(claims)} claims."
    return f"{count(claims, 'claim')}, those of the newest sources first."


def _holders(index: CorpusIndex) -> tuple[Holder, ...]:
    found = sorted(
        ((len(claims), index.entities[name]) for name, claims in index.claims.held.items()),
        key=lambda item: (-item[0], item[1].name.casefold(), item[1].id),
    )[:_HOLDERS]
    most = found[0][0] if found else 0
    return tuple(
        Holder(e.name, entity_path(e), number(n), round(100 * n / most, 1)) for n, e in found
    )
