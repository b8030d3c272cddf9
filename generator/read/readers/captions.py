"""Captions: SubRip (`.srt`) and WebVTT (`.vtt`), as paragraphs whose sentences know their times."""

from __future__ import annotations

from generator.errors import Problem
from generator.model import Source, reason
from generator.read.captions import captions_of
from generator.read.decode import decode
from generator.read.draft import Draft, Drafts, problem
from generator.read.speakers import people_among, said_in
from generator.read.spoken import joined

SUFFIXES = (".srt", ".vtt")
BINARY = False
PACKAGES: tuple[str, ...] = ()


def read_source(source: Source) -> Drafts:
    """One document: what is said, by whom and when."""
    text, problems = decode(source, page_break="\n")
    found = captions_of(text)
    if not found.captions:
        message = "Has no captions with times."
        hint = 'Save it as SubRip or WebVTT: "00:01:02,000 --> 00:01:04,000", then the words.'
        return Drafts((), (*problems, problem(source, 0, "error", message, hint)))
    said = said_in(found.captions)
    blocks, moments = joined(said)
    fields = {
        "title": found.header.get("", ""),
        "language": found.header.get("Language", ""),
        "people": people_among(said),
    }
    draft = Draft(
        source,
        fields={key: value for key, value in fields.items() if value},
        origin=reason("metadata", of="document"),
        blocks=blocks,
        pages=moments,
        may_lack_date=True,
    )
    notes: tuple[Problem, ...] = ()
    if found.sounds:
        message = f"Captions that only describe sounds, left out: {found.sounds:,}."
        notes = (problem(source, 0, "note", message),)
    return Drafts((draft,), problems, notes)
