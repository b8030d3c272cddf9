"""Rich Text Format (.rtf): headings, tables and notes; what a page does not show is left out."""

from __future__ import annotations

from generator.model import Source
from generator.read.draft import Drafts
from generator.read.office.reports import changes, hidden_text
from generator.read.office.rtf import read_rtf
from generator.read.office.texts import drafts_of_text
from generator.read.refused import Refused

SUFFIXES = (".rtf",)
BINARY = True
PACKAGES: tuple[str, ...] = ()


def read_source(source: Source) -> Drafts:
    """One document."""
    if not source.data[:100].lstrip().startswith(b"{\\rtf"):
        raise Refused("Not a file in Rich Text Format.", "Save it again as .rtf or .docx.")
    found = read_rtf(source.data)
    problems = hidden_text(source, found.hidden)
    notes = changes(source, found.deleted, found.inserted, found.comments)
    return drafts_of_text(source, found.html, ".rtf", problems, notes, pictures=found.pictures)
