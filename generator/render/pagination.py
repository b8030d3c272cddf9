"""Long lists: several orders, each with pages of its own, all plain links.

Sorting needs no script: the list in another order is another page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Generic, TypeVar

from generator.render.alphabet import letter_anchor, letter_of
from generator.render.catalogues import gettext
from generator.render.urls import list_path
from generator.render.view_types import Link

T = TypeVar("T")
V = TypeVar("V")
_MANY = 20  # items from which on a list has letters
_AROUND = 3  # pages before and after one to which it links


@dataclass(frozen=True, slots=True)
class Order(Generic[T]):
    """One order of a list: its name in addresses, its label in English, how items are sorted.

    text: the words by which it is alphabetical; None for other orders
    """

    name: str
    label: str
    key: Callable[[T], Any]
    text: Callable[[T], str] | None = None


@dataclass(frozen=True, slots=True)
class Pager:
    """Links between the pages of one list; `pages` is empty when there is only one.

    pages: the first, the last, and those around this one; None where others are left out
    """

    number: int
    count: int
    before: str
    after: str
    pages: tuple[Link | None, ...]


@dataclass(frozen=True, slots=True)
class ListPage(Generic[T]):
    """One page of a list.

    title_suffix: what distinguishes its title from those of the list's other pages
    total: items on all its pages
    first: number of its first item, counted from 1
    orders: links to the list in each order; none where there is only one
    letters: links to the first item of each letter in the alphabetical order; none for short lists
    anchors: the id of each item that is the first of its letter, "" for all others
    """

    path: str
    title_suffix: str
    items: Sequence[T]
    total: int
    first: int
    orders: tuple[Link, ...]
    letters: tuple[Link, ...]
    anchors: tuple[str, ...]
    pager: Pager

    @property
    def rows(self) -> Iterator[tuple[str, T]]:
        """Each item with its id."""
        return zip(self.anchors, self.items, strict=True)

    def showing(self, line: Callable[[T], V]) -> ListPage[V]:
        """The same page with what it shows of each item."""
        page: Any = self
        return replace(page, items=tuple(map(line, self.items)))


def list_pages(
    folder: str, items: Sequence[T], orders: Sequence[Order[T]], size: int
) -> Iterator[ListPage[T]]:
    """Every page of a list in every order; an empty list has one empty page."""
    first = orders[0].name
    used = orders if len(items) > 1 else orders[:1]
    ordered = {order.name: sorted(items, key=order.key) for order in used}
    firsts = _letters(folder, ordered, used, size)
    links_to_letters = tuple(Link(path, letter) for letter, (_, path) in firsts.items())
    ids = {number: letter_anchor(letter) for letter, (number, _) in firsts.items()}
    for order in used:
        chunks = split(ordered[order.name], size)
        paths = [list_path(folder, order.name, n, first=first) for n in range(1, len(chunks) + 1)]
        links = tuple(
            Link(list_path(folder, o.name, 1, first=first), gettext(o.label), o is order)
            for o in used
            if len(used) > 1
        )
        for number, chunk in enumerate(chunks):
            shown = pager(paths, number)
            by = "" if order is orders[0] else gettext(f" by {order.label.lower()}")
            suffix = by + page_suffix(number)
            at = number * size + 1
            anchors = tuple(ids.get(at + n, "") if order.text else "" for n in range(len(chunk)))
            yield ListPage(
                paths[number],
                suffix,
                chunk,
                len(items),
                at,
                links,
                links_to_letters,
                anchors,
                shown,
            )


def _letters(
    folder: str, ordered: Mapping[str, Sequence[T]], orders: Sequence[Order[T]], size: int
) -> dict[str, tuple[int, str]]:
    """For each letter the number of its first item in the alphabetical order, and the way there.

    ordered: all items in each order, by its name
    """
    order = next((order for order in orders if order.text), None)
    found: dict[str, tuple[int, str]] = {}
    if order is None or order.text is None or len(ordered[order.name]) < _MANY:
        return found
    for n, item in enumerate(ordered[order.name]):
        letter = letter_of(order.text(item))
        if letter not in found:
            page = list_path(folder, order.name, n // size + 1, first=orders[0].name)
            found[letter] = (n + 1, f"{page}#{letter_anchor(letter)}")
    return found


def page_suffix(number: int) -> str:
    """What distinguishes the title of a further page, counted from 0; "" for the first."""
    return gettext(", page {number}", number=number + 1) if number else ""


def split(items: Sequence[T], size: int) -> list[Sequence[T]]:
    """The items in pieces of at most `size`; one empty piece when there are none."""
    return [items[i : i + size] for i in range(0, len(items), size)] or [items]


def pager(paths: Sequence[str], index: int) -> Pager:
    """The links on the page with this index (counted from 0)."""
    before = paths[index - 1] if index else ""
    after = paths[index + 1] if index + 1 < len(paths) else ""
    pages: list[Link | None] = []
    numbers = _near(index + 1, len(paths)) if len(paths) > 1 else []
    for last, number in pairwise([0, *numbers]):
        if number > last + 1:
            pages.append(None)
        pages.append(Link(paths[number - 1], str(number), number == index + 1))
    return Pager(index + 1, len(paths), before, after, tuple(pages))


def _near(number: int, count: int) -> list[int]:
    """The numbers of the pages to which a page links; a single one is never left out."""
    shown = {1, count, *range(max(number - _AROUND, 1), min(number + _AROUND, count) + 1)}
    lone = {n for n in range(2, count) if {n - 1, n + 1} <= shown}
    return sorted(shown | lone)
