"""Presentations (.pptx, .odp): the text of their slides, which are cited by their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from generator.errors import Problem
from generator.model import Page, Source, TextLine, reason
from generator.read.draft import Block, Draft, Drafts, problem
from generator.read.office.odf import Styles
from generator.read.office.package import core_title
from generator.read.office.reports import hidden_text, without_text
from generator.read.office.slides import Slide, opendocument_slides, powerpoint_slides
from generator.read.readers import suffix_of
from generator.read.readers.opendocument import content_of, title_of
from generator.read.title import is_stated
from generator.read.zips import open_zip

SUFFIXES = (".pptx", ".pptm", ".ppsx", ".odp")
BINARY = True
PACKAGES = ("lxml",)


def read_source(source: Source) -> Drafts:
    """One document: the slides that are shown, in their order."""
    archive = open_zip(source.data)
    if "content.xml" in archive:
        styles = Styles()
        root, about = content_of(archive, styles)
        slides, title = tuple(opendocument_slides(root, styles)), title_of(about)
    else:
        slides, title = tuple(powerpoint_slides(archive)), core_title(archive)
    shown = [slide for slide in slides if not slide.hidden]
    problems, notes = _reported(source, slides)
    blocks = tuple(block for slide in shown for block in _blocks(slide))
    if not blocks:
        return Drafts((), (without_text(source, len(slides)), *problems), notes)
    stated = is_stated(title, " ".join(block.text for block in blocks[:20]))
    draft = Draft(
        source,
        fields={"title": title} if stated else {},
        origin=reason("metadata", of="document"),
        blocks=blocks,
        pages=tuple(Page(str(slide.number), kind="slide") for slide in slides),
        date_hint=f"Name the file YYYY-MM-DD-title{suffix_of(source.path) or '.pptx'}.",
    )
    return Drafts((draft,), problems, notes)


def _blocks(slide: Slide) -> list[Block]:
    place = (TextLine(0, slide.number - 1),)
    heading = [Block(slide.title, 2, "heading", place)] if slide.title else []
    return [*heading, *(Block(line, 0, "paragraph", place) for line in slide.lines)]


def _reported(
    source: Source, slides: Sequence[Slide]
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Problems, and notes on what was left out."""
    hidden = [slide.number for slide in slides if slide.hidden]
    problems: tuple[Problem, ...] = ()
    if hidden:
        message = (
            f"Hidden slides ({len(hidden):,}, the first is slide {hidden[0]:,}) are not published."
        )
        hint = "The file still contains them; do not publish the file itself."
        problems = (problem(source, 0, "warning", message, hint),)
    problems += hidden_text(source, sum(slide.unseen for slide in slides if not slide.hidden))
    messages = []
    if noted := sum(slide.notes for slide in slides):
        messages.append(f"Speaker notes ({noted:,}) are left out.")
    if comments := sum(slide.comments for slide in slides):
        messages.append(f"Comments ({comments:,}) are left out.")
    return problems, tuple(problem(source, 0, "note", message) for message in messages)
