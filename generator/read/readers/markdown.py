"""Markdown with front matter.

    ---
    title: Four suspects in court
    date: 2024-03-24
    publisher: The Daily Beast
    people: [Dalerdzhon Mirzoyev]
    ---
    Text in Markdown.

Unknown keys are kept and shown. `generator.read.front_matter` reads the head.
"""

from __future__ import annotations

from generator.model import Source
from generator.read.decode import decode
from generator.read.draft import Draft, Drafts, problem
from generator.read.front_matter import PACKAGES as FRONT_MATTER
from generator.read.front_matter import split_head
from generator.read.markdown_html import PACKAGES as MARKDOWN
from generator.read.markdown_html import to_html
from generator.read.readers.plain import split_blocks

SUFFIXES = (".md", ".markdown")
BINARY = False
PACKAGES = (*MARKDOWN, *FRONT_MATTER)

_DATE_HINT = 'Add "date: YYYY-MM-DD" to its front matter.'


def read_source(source: Source) -> Drafts:
    """One document: its front matter and its body as HTML, not yet sanitised."""
    text, problems = decode(source)
    head = split_head(text)
    problems += tuple(problem(source, line, "warning", *what) for line, *what in head.problems)
    markup = to_html(head.body)
    fields, lines = head.fields, head.lines
    if markup is None:
        message = "Too many marks in one block, or nested too deeply; shown as plain text."
        hint = "Put empty lines between its parts, or split the document."
        problems += (problem(source, 0, "warning", message, hint),)
        blocks = split_blocks(head.body)
        draft = Draft(source, 1, fields, lines, blocks=blocks, date_hint=_DATE_HINT)
        return Drafts((draft,), problems)
    draft = Draft(source, 1, fields, lines, html=markup, date_hint=_DATE_HINT)
    return Drafts((draft,), problems)
