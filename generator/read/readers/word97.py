"""Word documents of before 2007 (.doc): their plain text, by catdoc or antiword if one is there."""

from __future__ import annotations

from generator.model import Source, reason
from generator.read.characters import clean
from generator.read.draft import Block, Draft, Drafts, problem
from generator.read.office.word97 import doc_text

SUFFIXES = (".doc",)
BINARY = True
PACKAGES: tuple[str, ...] = ()


def read_source(source: Source) -> Drafts:
    """One document of paragraphs."""
    text, program = doc_text(source.data)
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    draft = Draft(
        source,
        origin=reason("metadata", of="document"),
        blocks=tuple(Block(line) for line in lines if line),
        date_hint="Name the file YYYY-MM-DD-title.doc.",
    )
    message = f"Read by {program}, which does not tell hidden and deleted text from the rest."
    hint = "Save it as .docx, of which these are left out."
    return Drafts((draft,), (problem(source, 0, "warning", message, hint),))
