"""Rich Text Format (.rtf): headings, tables and notes; what a page does not show is left out."""

from __future__ import annotations

import re

from generator.model import Source, reason
from generator.read.draft import Draft, Drafts
from generator.read.office.reports import changes, hidden_text, without_text
from generator.read.office.rtf import read_rtf
from generator.read.refused import Refused

SUFFIXES = (".rtf",)
BINARY = True
PACKAGES: tuple[str, ...] = ()

_TAG = re.compile(r"<[^<>]*>")


def read_source(source: Source) -> Drafts:
    """One document."""
    if not source.data[:100].lstrip().startswith(b"{\\rtf"):
        raise Refused("Not a file in Rich Text Format.", "Save it again as .rtf or .docx.")
    found = read_rtf(source.data)
    problems = hidden_text(source, found.hidden)
    notes = changes(source, found.deleted, found.inserted, found.comments)
    if not _TAG.sub("", found.html).strip():
        return Drafts((), (without_text(source, found.pictures), *problems), notes)
    draft = Draft(
        source,
        origin=reason("metadata", of="document"),
        html=found.html,
        date_hint="Name the file YYYY-MM-DD-title.rtf.",
    )
    return Drafts((draft,), problems, notes)
