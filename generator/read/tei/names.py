"""Names that the editors of a TEI document have marked.

A marked name counts as it stands in the text, and in its regular form as well: that of the person
or place in the same file that it refers to, or of its key, if that is a name and not a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.model import LONGEST_NAME, EntityType
from generator.read.tree import ID, first, name_of, words
from generator.read.values import turned

_MARKED: dict[str, EntityType] = {
    "persName": "person",
    "placeName": "place",
    "geogName": "place",
    "settlement": "place",
    "orgName": "organisation",
}
_KINDS: dict[str, EntityType] = {
    **dict.fromkeys(("person", "pers", "persname", "per"), "person"),
    **dict.fromkeys(("place", "placename", "geo", "loc", "city", "country", "region"), "place"),
    **dict.fromkeys(("org", "organisation", "organization", "orgname"), "organisation"),
}
_READABLE = re.compile(r"[^\W\d_][^\d#:/_@]*[ ,][^\d#:/_@]*[^\W\d_]\.?")
_MOST = 2000  # names of one document

Named = tuple[EntityType, str]


class Names:
    """Finds marked names. `root`: of the whole file, with its lists of people and places."""

    def __init__(self, root: Any) -> None:
        self._forms: dict[str, str] = {}
        for kind in ("person", "place", "org"):
            for element in root.iter(kind):
                name = first(element, "persName[@type='reg']", "persName[@type='main']",
                             "persName", "placeName", "orgName", "name")  # fmt: skip
                if element.get(ID) and name is not None:
                    self._forms[element.get(ID)] = _whole(name)

    def of(self, elements: Iterable[Any]) -> list[Named]:
        """The names that some elements mark, each in its regular form if it has one."""
        found = (
            (kind, self._regular(element) or _whole(element))
            for element in elements
            if (kind := kind_of(element))
        )
        return [(kind, name) for kind, name in found if _is_name(name)]

    def within(self, text: Any) -> dict[EntityType, list[str]]:
        """All names marked in a text, as they stand there and in their regular forms."""
        found: dict[EntityType, dict[str, None]] = {"person": {}, "organisation": {}, "place": {}}
        for element in text.iter():
            kind = kind_of(element) or (_KINDS.get(_type(element)) if _refers(element) else None)
            if kind and not _is_within_header(element):
                names = found[kind]
                if kind_of(element) and _is_name(plain := words(element)):
                    names.setdefault(plain.rstrip(",;:"))
                if _is_name(regular := self._regular(element)):
                    names.setdefault(regular)
        return {kind: list(names)[:_MOST] for kind, names in found.items()}

    def _regular(self, element: Any) -> str:
        """The regular form of a marked name; "" if none is given."""
        for reference in str(element.get("ref") or element.get("corresp") or "").split():
            form = self._forms.get(reference.lstrip("#"))
            if form:
                return form
        key = " ".join(str(element.get("key") or element.get("reg") or "").split())
        if key in self._forms:
            return self._forms[key]
        return turned(key) if _READABLE.fullmatch(key) else ""


def kind_of(element: Any) -> EntityType | None:
    """What an element marks as a name; None if it marks none."""
    name = name_of(element)
    if name == "name":
        return _KINDS.get(_type(element))
    return _MARKED.get(name)


def _type(element: Any) -> str:
    return str(element.get("type", "")).lower() if isinstance(element.tag, str) else ""


def _refers(element: Any) -> bool:
    """Whether an element only refers to somebody ("her husband")."""
    return name_of(element) == "rs"


def _is_within_header(element: Any) -> bool:
    """Whether it is a part of another marked name, which has it."""
    parent = element.getparent()
    return parent is not None and kind_of(parent) is not None


def _whole(name: Any) -> str:
    parts: Sequence[str] = [words(name.find(tag)) for tag in ("forename", "nameLink", "surname")]
    if parts[0] and parts[2]:
        given: Iterator[str] = (words(one) for one in name.findall("forename"))
        return " ".join([*given, *filter(None, parts[1:])])
    return turned(words(name))


def _is_name(text: str) -> bool:
    """Whether a text has capital letters, or is in a script without them."""
    letters = [character for character in text if character.isalpha()]
    has_case = any(c.lower() != c.upper() for c in letters)
    return bool(letters) and len(text) <= LONGEST_NAME and (text != text.lower() or not has_case)
