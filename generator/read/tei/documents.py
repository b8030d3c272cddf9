"""The documents of a TEI file: one, or each of a `teiCorpus`."""

from __future__ import annotations

from typing import Any

from generator.model import Source, reason
from generator.read.draft import Draft
from generator.read.tei.body import Body
from generator.read.tei.header import fields_of
from generator.read.tei.names import Names
from generator.read.tree import name_of

ROOTS = frozenset({"TEI", "TEI.2", "teiCorpus", "teiCorpus.2"})
_DOCUMENTS = ("TEI", "TEI.2")
_LISTS = {"person": "people", "organisation": "organisations", "place": "places"}
# What the header of a corpus says of each of its documents that does not say it itself.
_COMMON = ("author", "publisher", "language")


def documents(source: Source, root: Any) -> tuple[Draft, ...]:
    """The documents of a file that have a text. `root`: its root element, without namespaces."""
    names = Names(root)
    if name_of(root) in _DOCUMENTS:
        return tuple(filter(None, [_document(source, root, names)]))
    common, _ = fields_of(root.find("teiHeader"), None, names)
    inherited = {key: common[key] for key in _COMMON if key in common}
    found = (element for name in _DOCUMENTS for element in root.iter(name))
    ordered = sorted(found, key=lambda element: element.sourceline or 0)
    each = (_document(source, element, names, inherited) for element in ordered)
    return tuple(filter(None, each))


def _document(
    source: Source, element: Any, names: Names, inherited: dict[str, object] | None = None
) -> Draft | None:
    """A document; None if it has no text, but only describes others."""
    header, text = element.find("teiHeader"), element.find("text")
    fields, shown = fields_of(header, text, names)
    body = Body(text) if text is not None else None
    if text is None or body is None or not body.has_words:
        return None
    marked = names.within(text)
    letter = () if header is None else header.findall("profileDesc//correspDesc//correspAction/*")
    for kind, name in names.of(letter):
        marked.setdefault(kind, []).append(name)
    lists = {_LISTS[kind]: list(dict.fromkeys(found)) for kind, found in marked.items()}
    return Draft(
        source,
        line=element.sourceline or 1,
        fields={**(inherited or {}), **fields, **lists},
        origin=reason("metadata", of="document"),
        html=body.html,
        pages=tuple(body.pages),
        others=tuple(shown),
        date_hint="Give the date of the source in <creation> or <sourceDesc>.",
    )
