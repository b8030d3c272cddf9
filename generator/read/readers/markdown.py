"""Markdown with front matter.

    ---
    title: Four suspects in court
    date: 2024-03-24
    publisher: The Daily Beast
    people: [Dalerdzhon Mirzoyev]
    ---
    Text in Markdown.

Unknown keys are kept and shown. Front matter that is not closed, or is not a list of keys and
values, is an error: if it were taken for text, a document would silently lose its date.
"""

from __future__ import annotations

import re
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler
from yaml.error import MarkedYAMLError

from generator.errors import Problem
from generator.model import Source
from generator.read.decode import decode
from generator.read.draft import Draft, Drafts, problem
from generator.read.fields import line_numbers
from generator.read.markdown_html import PACKAGES as MARKDOWN
from generator.read.markdown_html import to_html
from generator.read.readers.plain import split_blocks

SUFFIXES = (".md", ".markdown")
BINARY = False
PACKAGES = (*MARKDOWN, "python-frontmatter", "pyyaml")

_DATE_HINT = 'Add "date: YYYY-MM-DD" to its front matter.'
_FENCE = re.compile(r"-{3,}[ \t]*")


class _NotAllowed(MarkedYAMLError):
    """Valid YAML that front matter cannot contain."""

    def __init__(self, message: str, mark: yaml.Mark, hint: str) -> None:
        super().__init__(None, None, message, mark)
        self.hint = hint


class _Loader(yaml.SafeLoader):
    """Safe YAML in which values stay text, and without references.

    YAML would read 20:15 as 1215, 3.10 as 3.1 and "no" as false; dates are checked later.
    With references ten lines expand to a gigabyte ("billion laughs").
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise _NotAllowed(
                "references (*) are not allowed", event.start_mark, "Repeat the value."
            )
        return super().compose_node(parent, index)

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        node = super().compose_mapping_node(anchor)
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                message = f'the key "{key.value}" is given twice'
                raise _NotAllowed(message, key.start_mark, "Remove one of them.")
            seen.add(str(key.value))
        return node


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag.endswith((":null", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class _Handler(YAMLHandler):
    """python-frontmatter's handler, given the values that `_Loader` has read."""

    def __init__(self, values: dict[str, object]) -> None:
        super().__init__()
        self._values = values

    def load(self, fm: str, **kwargs: object) -> dict[str, object]:
        return self._values


def read_source(source: Source) -> Drafts:
    """One document: its front matter and its body as HTML, not yet sanitised."""
    text, problems = decode(source)
    text = text.lstrip("\n")
    values = _front_matter(source, text)
    if isinstance(values, Problem):
        return Drafts((), (*problems, values))
    fields: dict[str, object] = {}
    body = text
    if values is not None:
        fields, body = frontmatter.parse(text, handler=_Handler(values))
    head = text[: len(text) - len(body)]
    lines = line_numbers(head, fields, 1)
    markup = to_html(body)
    if markup is None:
        message = "Too many marks in one block, or nested too deeply; shown as plain text."
        hint = "Put empty lines between its parts, or split the document."
        problems += (problem(source, 0, "warning", message, hint),)
        draft = Draft(source, 1, fields, lines, blocks=split_blocks(body), date_hint=_DATE_HINT)
        return Drafts((draft,), problems)
    draft = Draft(source, 1, fields, lines, html=markup, date_hint=_DATE_HINT)
    return Drafts((draft,), problems)


def _front_matter(source: Source, text: str) -> dict[str, object] | Problem | None:
    """The front matter, or None; the problem if it is invalid (python-frontmatter would take it for
    text).
    """
    rows = text.split("\n")
    if not _FENCE.fullmatch(rows[0]):
        return None
    end = next((n for n, row in enumerate(rows[1:], 1) if _FENCE.fullmatch(row)), None)
    if end is None:
        return problem(
            source,
            1,
            "error",
            "The front matter that begins here is not closed.",
            'End it with a line "---".',
        )
    try:
        values = yaml.load("\n".join(rows[1:end]), Loader=_Loader)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # an escape beyond Unicode
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        what = getattr(error, "problem", None) or "not YAML"
        return problem(
            source,
            line,
            "error",
            f"Invalid front matter: {what}.",
            getattr(error, "hint", "Put values with a colon or a quote in quotation marks."),
        )
    except RecursionError:
        return problem(
            source,
            1,
            "error",
            "The front matter is nested too deeply.",
            "Use plain keys and lists.",
        )
    if values is None:
        return {}
    if isinstance(values, dict):
        return values
    return problem(
        source,
        2,
        "error",
        "The front matter is not a list of keys and values.",
        'Write lines like "title: …".',
    )
