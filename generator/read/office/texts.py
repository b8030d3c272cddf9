"""The document that an office file is, from its text as HTML: Word, OpenDocument and rich text."""

from __future__ import annotations

import re

from generator.errors import Problem
from generator.model import Source, reason
from generator.read.draft import Draft, Drafts
from generator.read.office.reports import without_text
from generator.read.title import is_stated

_TAG = re.compile(r"<[^<>]*>")
_OPENING = 4000  # characters that have the title, if it is one


def drafts_of_text(
    source: Source,
    html: str,
    suffix: str,
    problems: tuple[Problem, ...],
    notes: tuple[Problem, ...],
    title: str = "",
    pictures: int = 0,
) -> Drafts:
    """One document; none where there is no text.

    title: in the file's properties, which may be that of a template
    pictures: how many there are
    """
    if not _TAG.sub("", html).strip():
        return Drafts((), (without_text(source, pictures), *problems), notes)
    stated = is_stated(title, _TAG.sub(" ", html[:_OPENING])) and not html.startswith("<h1")
    draft = Draft(
        source,
        fields={"title": title} if stated else {},
        origin=reason("metadata", of="document"),
        html=html,
        date_hint=f"Name the file YYYY-MM-DD-title{suffix}.",
    )
    return Drafts((draft,), problems, notes)
