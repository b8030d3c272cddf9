"""What is looked for in a TEI text before it is written: blocks, notes, deletions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.read.tree import ID, name_of

BLOCKS = frozenset(
    {
        *("p", "ab", "lg", "l", "sp", "list", "table", "head", "figure", "div", "div1", "div2"),
        *("div3", "div4", "div5", "div6", "div7", "opener", "closer", "salute", "signed", "byline"),
        *("trailer", "docTitle", "titlePart", "docAuthor", "docDate", "docImprint", "epigraph"),
        *("argument", "postscript", "castList", "castItem", "titlePage", "floatingText", "body"),
        *("front", "back", "group", "text", "u", "listBibl", "listPerson", "listPlace", "person"),
        *("place", "org", "listOrg", "event", "biblStruct", "spGrp", "dateline", "performance"),
        *("castGroup", "set", "address"),
    }
)


def with_blocks(text: Any) -> set[Any]:
    """The elements that have blocks in them."""
    found: set[Any] = set()
    for element in text.iter():
        if name_of(element) in BLOCKS:
            above = element.getparent()
            while above is not None and above not in found:
                if name_of(element) == "l" and name_of(above) in ("lg", "sp"):
                    break
                found.add(above)
                element, above = above, above.getparent()
    return found


def deleted(text: Any) -> dict[Any, str]:
    """The marks from which on a text is deleted (`delSpan`), with the ids where that ends."""
    places = {e.get(ID): n for n, e in enumerate(text.iter()) if isinstance(e.tag, str)}
    found = {}
    for n, mark in enumerate(text.iter()):
        end = str(mark.get("spanTo", "")).lstrip("#") if name_of(mark) == "delSpan" else ""
        if end and places.get(end, 0) > n:
            found[mark] = end
    return found


def targets(text: Any) -> frozenset[str]:
    """The ids of notes to which references lead."""
    notes = {note.get(ID) for note in text.iter("note") if note.get(ID)}
    names = ("ref", "ptr")
    found: Iterable[str] = (str(e.get("target", ""))[1:] for n in names for e in text.iter(n))
    return frozenset(target for target in found if target in notes)
