"""XML with text in it: TEI, ALTO, PAGE, hOCR. What it is, the root element says."""

from __future__ import annotations

from generator.model import Source
from generator.read.draft import Drafts
from generator.read.refused import Refused
from generator.read.scans.alto import alto
from generator.read.scans.blocks import scanned
from generator.read.scans.hocr import hocr, is_hocr
from generator.read.scans.page_xml import page_xml
from generator.read.tei import documents as tei
from generator.read.tree import name_of, without_namespaces
from generator.read.xml import parse_xml

SUFFIXES = (".xml", ".tei", ".hocr")
BINARY = False
PACKAGES = ("lxml",)

_SCANS = {"alto": alto, "PcGts": page_xml}
_LONGEST = 60  # characters of the name of an element that are shown


def read_source(source: Source) -> Drafts:
    """The documents of a file. Raises Refused for what is not XML, or XML of another kind."""
    if is_hocr(source.data):
        return scanned(source, hocr(source.data))
    root = parse_xml(source.data, doctype=True)
    without_namespaces(root)
    name = name_of(root)
    if name in _SCANS:
        return scanned(source, _SCANS[name](root))
    if name in tei.ROOTS:
        found = tei.documents(source, root)
        if not found:
            raise Refused("Has no text, but only describes others.", "Remove it from the sources.")
        return Drafts(found)
    message = f"XML of a kind that is not read (<{name[:_LONGEST]}>)."
    raise Refused(message, "Supported: TEI, ALTO, PAGE, hOCR.")
