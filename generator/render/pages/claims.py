"""Who says what: the newest claims, all, by kind and by holder, and who is quoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from generator.directions import isolated
from generator.model import Claim
from generator.render.catalogues import gettext
from generator.render.corpus_index import CorpusIndex
from generator.render.pages import Page, collection
from generator.render.pagination import page_suffix, pager, split
from generator.render.urls import claims_path, entity_path, held_path, holders_path
from generator.render.view_types import Link
from generator.render.views.claim_views import (
    KINDS,
    Speaker,
    claim_line,
    claims_on_page,
    has_list,
    kind_links,
)
from generator.render.words import count, number, sort_key

_MOST = 1_000  # claims in one list; all are in the data
_NEWEST = 200  # in the list of all, and in that of what is just said, which is most of them
_HOLDERS = 40  # on the first page
_HOLDERS_A_PAGE = 400


def claim_pages(index: CorpusIndex, size: int) -> Iterator[Page]:
    """The lists of all claims and of those of each kind and holder, and the list of holders."""
    claims = index.claims.newest_first
    counts = Counter(claim.kind for claim in claims)
    speakers = _speakers(index)
    kinds = kind_links(counts, "")
    more = len(speakers) > _HOLDERS
    first = {
        "kinds": kinds,
        "holders": speakers[:_HOLDERS],
        "all_holders": gettext("All {number} who are quoted", number=number(len(speakers)))
        if more
        else "",
    }
    path = partial(claims_path, "")
    yield from _list(index, gettext("Claims"), path, claims, size, first, most=_NEWEST)
    for kind, label in KINDS.items():
        own = [claim for claim in claims if claim.kind == kind]
        if own:
            view = {"kinds": kind_links(counts, kind), "holders": (), "all_holders": ""}
            title = gettext("Claims: {kind}", kind=gettext(label).lower())
            path = partial(claims_path, kind)
            most = _NEWEST if kind == "says" else _MOST
            yield from _list(index, title, path, own, size, view, most)
    if more:
        yield from _holder_pages(speakers, kinds)
    yield from _pages_of_holders(index, size)


def _pages_of_holders(index: CorpusIndex, size: int) -> Iterator[Page]:
    """All that an entity says, where its own page does not show it."""
    for name, claims in index.claims.held.items():
        entity = index.entities[name]
        if has_list(index, entity):
            title = gettext("What {name} says", name=isolated(entity.name))
            counts = Counter(claim.kind for claim in claims)
            view = {
                "kinds": (Link(claims_path(), gettext("All claims")),),
                "holders": (),
                "all_holders": "",
                "about": Link(entity_path(entity), entity.name),
                "facts": "; ".join(
                    f"{gettext(label).lower()} {number(counts[kind])}"
                    for kind, label in KINDS.items()
                    if counts[kind]
                ),
            }
            yield from _list(index, title, partial(held_path, entity), claims, size, view)


def _list(
    index: CorpusIndex,
    title: str,
    path: Callable[[int], str],
    claims: Sequence[Claim],
    size: int,
    view: Mapping[str, object],
    most: int = _MOST,
) -> Iterator[Page]:
    """The pages of a list of claims. `view`: what else its first page shows."""
    chunks = split(claims[:most], size)
    paths = [path(n) for n in range(1, len(chunks) + 1)]
    for at, chunk in enumerate(chunks):
        shown = {"about": None, "facts": "", **view}
        if at:
            shown |= {"holders": (), "all_holders": ""}
        yield collection(
            paths[at],
            "claims.html",
            title + page_suffix(at),
            gettext(
                "Who says what in the sources: {claims}.",
                claims=count(len(claims), "claim", "claims"),
            ),
            "claims",
            heading=title,
            claims=tuple(claim_line(index, claim) for claim in chunk),
            total=_total(len(claims), most),
            pager=pager(paths, at),
            holders_words=gettext("Quoted most often"),
            **shown,
        )


def _total(claims: int, most: int) -> str:
    if claims > most:
        return gettext(
            "The newest {most} of {number} claims.", most=number(most), number=number(claims)
        )
    return gettext(
        "{claims}, those of the newest sources first.", claims=count(claims, "claim", "claims")
    )


def _speakers(index: CorpusIndex) -> tuple[Speaker, ...]:
    """Everybody who is quoted, those with the most claims first."""
    found = sorted(
        ((len(claims), index.entities[name]) for name, claims in index.claims.held.items()),
        key=lambda item: (-item[0], sort_key(item[1].name), item[1].id),
    )
    return tuple(Speaker(e.name, claims_on_page(index, e), number(n)) for n, e in found)


def _holder_pages(speakers: Sequence[Speaker], kinds: Sequence[Link]) -> Iterator[Page]:
    """The list of everybody who is quoted."""
    chunks = split(speakers, _HOLDERS_A_PAGE)
    paths = [holders_path(n) for n in range(1, len(chunks) + 1)]
    for at, chunk in enumerate(chunks):
        yield collection(
            paths[at],
            "claims.html",
            gettext("Who is quoted") + page_suffix(at),
            gettext("Whose claims the sources report: {number}.", number=number(len(speakers))),
            "claims",
            heading=gettext("Who is quoted"),
            about=None,
            facts="",
            kinds=tuple(kinds),
            holders=tuple(chunk),
            holders_words=gettext(
                "{number} people and organisations, by number of claims",
                number=number(len(speakers)),
            ),
            all_holders="",
            claims=(),
            total="",
            pager=pager(paths, at),
        )
