"""Small steps through a tree of XML whose names have no namespaces."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Elements of which only one of several children is read: the first of these that there is.
_CHOSEN = {"choice": ("corr", "reg", "expan", "unclear"), "app": ("lem",), "rdgGrp": ("lem", "rdg"),
           "subst": ("add",)}  # fmt: skip


def without_namespaces(root: Any) -> None:
    """Give all elements their local names, in place."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith("{"):
            element.tag = element.tag.rpartition("}")[2]


def name_of(element: Any) -> str:
    """The name of an element; "" of an entity."""
    return element.tag if isinstance(element.tag, str) else ""


def entity(element: Any) -> str:
    """The character of an entity that HTML knows, such as `&mdash;`; "" of any other."""
    text = html.unescape(element.text or "")
    return "" if text.startswith("&") else text


def first(element: Any, *paths: str) -> Any:
    """The first element on the first of some paths that leads anywhere; None if none does."""
    for path in paths:
        found = element.find(path)
        if found is not None:
            return found
    return None


def chosen(element: Any) -> Any | None:
    """The child that is read of an element with alternatives; None of any other element."""
    names = _CHOSEN.get(name_of(element))
    if names is None:
        return None
    for name in names:
        found = element.find(name)
        if found is not None:
            return found
    return next((child for child in element if name_of(child) not in ("", "note")), None)


def words(element: Any) -> str:
    """The text of an element on one line, without notes and what an editor has replaced."""
    return "" if element is None else " ".join("".join(_texts(element)).split())


def _texts(element: Any) -> Iterator[str]:
    one = chosen(element)
    if one is not None:
        yield from _texts(one)
        return
    if not isinstance(element.tag, str):
        yield entity(element)
        return
    yield element.text or ""
    for child in element:
        if name_of(child) in ("lb", "pb", "cb"):
            yield "" if child.get("break") == "no" else " "
        elif name_of(child) not in ("note", "del", "fw"):
            yield from _texts(child)
        yield child.tail or ""
