"""XML with text in it: TEI, ALTO, PAGE, hOCR. What it is, the root element says."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Source
from generator.read.draft import Drafts, problem
from generator.read.refused import Refused
from generator.read.scans.alto import alto
from generator.read.scans.blocks import scanned
from generator.read.scans.hocr import hocr, is_hocr
from generator.read.scans.mets import mets_fields
from generator.read.scans.page_xml import page_xml
from generator.read.scans.pages import Scan, ScanPage
from generator.read.tei import documents as tei
from generator.read.tree import name_of, without_namespaces
from generator.read.volumes import volume_of
from generator.read.xml import parse_xml

SUFFIXES = (".xml", ".tei", ".hocr")
BINARY = False
PACKAGES = ("lxml",)

_SCANS = {"alto": alto, "PcGts": page_xml}
_LONGEST = 60  # characters of the name of an element that are shown


def read_source(source: Source) -> Drafts:
    """The documents of a file. Raises Refused for what is not XML, or XML of another kind."""
    if volume := volume_of(source.data):
        return _volume(source, *volume)
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
    if name == "mets":
        message = "None of the pages that it lists (ALTO, PAGE) is among the sources."
        raise Refused(message, "Put them into its folder, or into folders in it.")
    message = f"XML of a kind that is not read (<{name[:_LONGEST]}>)."
    raise Refused(message, "Supported: TEI, ALTO, PAGE, hOCR.")


def _volume(source: Source, mets: bytes, files: tuple[tuple[str, bytes], ...]) -> Drafts:
    """The document that pages in files of their own are. `mets`: that file; b"" for none."""
    pages: list[ScanPage] = []
    scans = []
    problems = []
    for number, (label, data) in enumerate(files, 1):
        try:
            root = parse_xml(data, doctype=True)
        except Refused as why:
            message = f"File {number} of {len(files)} was not read: {why.message}"
            problems.append(problem(source, 0, "warning", message, why.hint))
            continue
        without_namespaces(root)
        scan = _SCANS[name_of(root)](root)
        scans.append(scan)
        pages += (replace(page, label=label or page.label) for page in scan.pages)
    program = next((scan.program for scan in scans if scan.program), "")
    by_hand = all(scan.by_hand for scan in scans)
    found = scanned(source, Scan(tuple(pages), program, by_hand))
    fields = {}
    if mets:
        root = parse_xml(mets, doctype=True)
        without_namespaces(root)
        fields = mets_fields(root)
    else:
        message = f"{len(files)} files were taken for the pages of one document."
        hint = "If they are not, put each into a folder of its own."
        found = replace(found, notes=(problem(source, 0, "note", message, hint),))
    drafts = tuple(replace(draft, fields=fields) for draft in found.drafts)
    return replace(found, drafts=drafts, problems=(*problems, *found.problems))
