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

import html
import re
from collections.abc import Mapping
from functools import partial

from generator.model import Source
from generator.read.comments import with_texts, without_comments
from generator.read.decode import decode
from generator.read.draft import Draft, Drafts, problem
from generator.read.front_matter import PACKAGES as FRONT_MATTER
from generator.read.front_matter import split_head
from generator.read.markdown_html import PACKAGES as MARKDOWN
from generator.read.markdown_html import to_html
from generator.read.markdown_lines import prepared_lines
from generator.read.markdown_scan import PACKAGES as SCAN
from generator.read.markdown_scan import Scan
from generator.read.note_keys import with_our_keys
from generator.read.privacy import private
from generator.read.readers.plain import split_blocks

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")
BINARY = False
PACKAGES = (*MARKDOWN, *FRONT_MATTER, *SCAN)

_DATE_HINT = 'Add "date: YYYY-MM-DD" to its front matter.'
_IMPORT = re.compile(
    r"^(?:import\s[^\n]*[\"']|export\s(?:const|default|function|let)\b)[^\n]*$", re.MULTILINE
)
_OWN_TAG = re.compile(r"</?(?:a|img|figure|figcaption)\b[^<>]*>")
_PLAIN = frozenset({"title", "summary", "description", "subtitle"})
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3}|~~|`)(?=\S)([^*_~`]+)(?<=\S)\1(?![\w*])")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~|-])")


def read_source(source: Source) -> Drafts:
    """One document: its front matter and its body as HTML, not yet sanitised."""
    text, problems = decode(source)
    head = split_head(text)
    problems += tuple(problem(source, line, "warning", *what) for line, *what in head.problems)
    body = _IMPORT.sub("", head.body) if source.path.lower().endswith(".mdx") else head.body
    scan = Scan(body)
    body, tags = prepared_lines(scan.run())
    problems += tuple(problem(source, 0, "warning", *what) for what in scan.problems)
    markup = to_html(body)
    values, unclosed = _without_comments(head.fields)
    problems += tuple(
        problem(source, head.lines.get(key, 1), "warning", message, "Close it.")
        for key, message in unclosed
    )
    fields, lines = with_our_keys(values, head.lines)
    ours = private(head.fields)
    # Nor does a comment make anything public: "private: %% since May %%".
    kept = {key: value for key, value in ours.items() if not private({key: values[key]})}
    fields = ours | _with_tags(_plain(fields), tags) | kept  # for whoever asks what is public
    lines = {key: head.lines[key] for key in ours} | lines
    if markup is None:
        message = "Too many marks in one block, or nested too deeply; shown as plain text."
        hint = "Put empty lines between its parts, or split the document."
        problems += (problem(source, 0, "warning", message, hint),)
        blocks = split_blocks(html.unescape(_OWN_TAG.sub("", body)))
        draft = Draft(source, 1, fields, lines, blocks=blocks, date_hint=_DATE_HINT)
        return Drafts((draft,), problems)
    draft = Draft(source, 1, fields, lines, html=markup, date_hint=_DATE_HINT)
    return Drafts((draft,), problems)


def _without_comments(
    fields: Mapping[str, object],
) -> tuple[dict[str, object], list[tuple[str, str]]]:
    """The metadata without comments, and the keys and messages of those that are not closed."""
    unclosed: list[tuple[str, str]] = []

    def changed(key: str, text: str) -> str:
        found, wrong = without_comments(text)
        unclosed.extend((key, message) for message, _ in wrong)
        return found if found == text else " ".join(found.split())

    own = {key: with_texts(value, partial(changed, key)) for key, value in fields.items()}
    return own, unclosed


def _plain(fields: Mapping[str, object]) -> dict[str, object]:
    """The metadata without emphasis, links and backslashes in titles and summaries."""
    return {
        key: _without_marks(value) if key.lower() in _PLAIN and isinstance(value, str) else value
        for key, value in fields.items()
    }


def _without_marks(text: str) -> str:
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text)))


def _with_tags(fields: dict[str, object], tags: tuple[str, ...]) -> dict[str, object]:
    """The metadata with the tags that stand in the text."""
    if not tags:
        return fields
    key = next((key for key in fields if key.lower() == "tags"), "tags")
    own = fields.get(key) or []
    listed = own if isinstance(own, list) else re.split("[;,]", str(own))
    return {**fields, key: [*listed, *tags]}
