"""METS: which files hold the pages of a volume, in which order, and what MODS says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.read.fields import is_url
from generator.read.tree import words
from generator.read.values import turned

_HREF = "{http://www.w3.org/1999/xlink}href"
_DEEPEST = 20  # divisions in divisions


@dataclass(frozen=True, slots=True)
class MetsPage:
    """A page: what it is called, or "", and the addresses of its files, in the order given."""

    label: str
    files: tuple[str, ...]


def mets_pages(root: Any) -> tuple[MetsPage, ...]:
    """The pages of a volume. `root`: of the file, without namespaces."""
    files = {
        file.get("ID"): location.get(_HREF) or location.get("href") or ""
        for file in root.iter("file")
        if (location := file.find("FLocat")) is not None
    }
    found: list[MetsPage] = []
    maps = root.findall("structMap")
    physical = [one for one in maps if str(one.get("TYPE", "")).upper() == "PHYSICAL"] or maps[:1]
    for one in physical:
        _pages(one, files, found, 0)
    return tuple(found)


def _pages(element: Any, files: dict[str, str], found: list[MetsPage], depth: int) -> None:
    for division in element.findall("div"):
        pointers = (*division.findall("fptr"), *division.findall("fptr//area"))
        own = tuple(files[p.get("FILEID")] for p in pointers if p.get("FILEID") in files)
        inner = division.find("div") is not None
        if own and not inner:
            found.append(MetsPage(division.get("ORDERLABEL") or "", own))
        elif depth < _DEEPEST:
            _pages(division, files, found, depth + 1)


def mets_fields(root: Any) -> dict[str, object]:
    """The metadata of a volume by our keys."""
    records = list(root.iter("mods"))
    titled = next((one for one in records if one.find("titleInfo/title") is not None), None)
    if titled is None:
        return {}
    title = titled.find("titleInfo")
    parts = [words(title.find(name)) for name in ("nonSort", "title")]
    found: dict[str, object] = {
        "title": ": ".join(filter(None, (" ".join(filter(None, parts)),
                                         words(title.find("subTitle"))))),
        "author": _authors(titled),
        "date": _first(records, "originInfo/dateIssued", "originInfo/dateCreated", "part/date"),
        "publisher": _first(records, "originInfo/publisher"),
        "language": _first(records, "language/languageTerm[@type='code']"),
        "url": next((text for one in records for i in one.findall("identifier")
                     if is_url(text := words(i))), ""),
    }  # fmt: skip
    return {key: value for key, value in found.items() if value}


def _authors(record: Any) -> list[str]:
    found = []
    for name in record.findall("name"):
        roles = {words(term).lower() for term in name.iter("roleTerm")}
        shown = name.find("displayForm")
        text = words(shown if shown is not None else name.find("namePart"))
        if text and (not roles or roles & {"aut", "author", "cre", "creator"}):
            found.append(turned(text))
    return list(dict.fromkeys(found))


def _first(records: list[Any], *paths: str) -> str:
    return next(
        (text for path in paths for one in records if (text := words(one.find(path)))), ""
    )  # fmt: skip
