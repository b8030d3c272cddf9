"""XML with text in it: TEI. What it is, the root element says, whatever the file is called."""

from __future__ import annotations

from generator.model import Source
from generator.read.draft import Drafts
from generator.read.refused import Refused
from generator.read.tei import documents as tei
from generator.read.tei.tree import name_of, without_namespaces
from generator.read.xml import parse_xml

SUFFIXES = (".xml", ".tei")
BINARY = False
PACKAGES = ("lxml",)

_LONGEST = 60  # characters of the name of an element that are shown


def read_source(source: Source) -> Drafts:
    """The documents of a file. Raises Refused for what is not XML, or XML of another kind."""
    root = parse_xml(source.data, doctype=True)
    without_namespaces(root)
    name = name_of(root)
    if name in tei.ROOTS:
        found = tei.documents(source, root)
        if not found:
            raise Refused("Has no text, but only describes others.", "Remove it from the sources.")
        return Drafts(found)
    message = f"XML of a kind that is not read (<{name[:_LONGEST]}>)."
    raise Refused(message, "Supported: TEI.")
