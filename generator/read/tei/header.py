"""The header of a TEI document: what it says of the source, not of the encoding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.read.fields import is_url
from generator.read.privacy import private
from generator.read.tei.names import Names
from generator.read.tree import LANG, first, name_of, words
from generator.read.values import turned

_LONGEST = 500  # code points of what is only shown
_SENT = "profileDesc//correspDesc/correspAction[@type='sent']"
_RECEIVED = "profileDesc//correspDesc/correspAction[@type='received']"
# The first that has a date counts; what follows would be an edition's date.
_DATES = (
    f"{_SENT}/date",
    "profileDesc/creation/date",
    "profileDesc/creation/origDate",
    "fileDesc/sourceDesc//origDate",
    "fileDesc/sourceDesc//imprint/date",
    "fileDesc/sourceDesc//publicationStmt/date",
    "fileDesc/sourceDesc//date",
)
_OWN_DATE = "fileDesc/publicationStmt//date"
_ADDRESSES = frozenset({"url", "uri", "doi", "url.html", "handle"})


def fields_of(header: Any, text: Any, names: Names) -> tuple[dict[str, object], list[Any]]:
    """The metadata by our keys, and what is only shown: names and values.

    header, text: their elements; None where there is none
    """
    if header is None:
        return {"language": _language(None, text)}, []
    source = header.find("fileDesc/sourceDesc")
    sender, receiver = (
        _correspondents(header, _SENT, names),
        _correspondents(header, _RECEIVED, names),
    )
    found: dict[str, object] = {
        "title": _title(header),
        "author": _authors(header, source) or sender[:1],
        "publisher": _publisher(header),
        "date": _date(header, source),
        "language": _language(header, text),
        "url": next(_urls(header), ""),
        "summary": words(header.find("profileDesc/abstract")),
        **_status(header),
        "tags": [words(term) for term in header.iterfind("profileDesc/textClass/keywords//term")],
    }
    shown = [
        ("sent by", ", ".join(sender)),
        ("sent to", ", ".join(receiver)),
        ("editors", "; ".join(_names(header.iterfind("fileDesc/titleStmt/editor")))),
        ("source", _source(source)),
        ("licence", words(first(header, "fileDesc/publicationStmt/availability/licence",
                                "fileDesc/publicationStmt/availability"))[:_LONGEST]),
    ]  # fmt: skip
    return (
        {key: value for key, value in found.items() if value},
        [(key, value) for key, value in shown if value],
    )


def _status(header: Any) -> dict[str, object]:
    """What withholds a document: `<revisionDesc status="draft">`."""
    revisions = header.find("revisionDesc")
    return {} if revisions is None else private({"status": revisions.get("status")})


def _correspondents(header: Any, path: str, names: Names) -> list[str]:
    """Who sent a letter, or received it."""
    found = names.of(header.findall(f"{path}/*"))
    return list(dict.fromkeys(name for kind, name in found if kind != "place"))


def _title(header: Any) -> str:
    """The main title, with the further one that is called its sub-title."""
    titles = header.findall("fileDesc/titleStmt/title")
    by_type = {title.get("type", ""): title for title in reversed(titles)}
    main = by_type.get("main", titles[0] if titles else None)
    sub = by_type.get("sub")
    return ": ".join(dict.fromkeys(filter(None, map(words, (main, sub)))))


def _publisher(header: Any) -> str:
    found = first(
        header,
        "fileDesc/sourceDesc//imprint/publisher",
        "fileDesc/sourceDesc//publisher",
        "fileDesc/publicationStmt/publisher",
    )
    name = None if found is None else first(found, "orgName", "name", "persName")
    return words(found if name is None else name)


def _authors(header: Any, source: Any) -> list[str]:
    found = _names(header.iterfind("fileDesc/titleStmt/author"))
    return found or (_names(source.iterfind(".//author")) if source is not None else [])


def _names(elements: Iterable[Any]) -> list[str]:
    """The names in some elements, in their usual order, each once."""
    found = []
    for element in elements:
        name = first(element, "persName", "name", "orgName")
        name = element if name is None else name
        parts = [words(name.find(tag)) for tag in ("forename", "nameLink", "surname")]
        plain = turned(words(name).rstrip(" .,;"))
        found.append(" ".join(filter(None, parts)) if parts[0] and parts[2] else plain)
    return list(dict.fromkeys(filter(None, found)))


def _date(header: Any, source: Any) -> str:
    for path in _DATES:
        for element in header.iterfind(path):
            if date := date_of(element):
                return date
    # Without a source, or born digital: the publication is its own.
    described = source is not None and any(name_of(child) != "p" for child in source)
    return "" if described else next(filter(None, map(date_of, header.iterfind(_OWN_DATE))), "")


def date_of(element: Any) -> str:
    """The date that an element gives by its attributes, or else by its words."""
    exact = element.get("when") or element.get("value") or element.get("when-iso")
    if exact:
        return str(exact).partition("T")[0]
    start = element.get("notBefore") or element.get("from")
    end = element.get("notAfter") or element.get("to")
    if start and end:
        return str(start) if start == end else f"{start} – {end}"
    return words(element)


def _language(header: Any, text: Any) -> str:
    if text is not None and text.get(LANG):
        return str(text.get(LANG))
    if header is None:
        return ""
    used = [one for one in header.iterfind("profileDesc/langUsage/language") if one.get("ident")]
    most = max(used, key=lambda one: _share(one.get("usage", "")), default=None)
    return str(most.get("ident")) if most is not None else ""


def _share(text: str) -> int:
    digits = text.rstrip("% ")
    return int(digits) if digits.isdecimal() else 0


def _urls(header: Any) -> Iterator[str]:
    for element in header.iterfind("fileDesc/publicationStmt//idno"):
        text = words(element)
        if str(element.get("type", "")).lower() in _ADDRESSES and is_url(text):
            yield text


def _source(source: Any) -> str:
    """The source in the header's words, if it is described."""
    if source is None:
        return ""
    found = first(source, "bibl", "p", "biblFull//bibl")
    return words(found)[:_LONGEST] if found is not None else ""
