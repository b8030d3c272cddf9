"""The head of a note: its metadata in YAML, TOML or JSON, and what is below it.

    ---                +++                 {                   Title: Fire
    title: Fire        title = "Fire"        "title": "Fire"   Date: 2024-03-24
    ---                +++                 }

The last form, without marks, ends at the first empty line; so does a head whose end is missing.
Pandoc's "% Fire" is read too. What cannot be read costs its own line and is reported with it: the
lines of a head are then read one key at a time, and a value that is not valid is taken as it
stands. Comments between the keys are left out (`generator.read.head_comments`). Values stay text;
they are checked later.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import JSONHandler, YAMLHandler
from yaml.error import MarkedYAMLError

from generator.read.head_comments import commented, is_comment
from generator.read.privacy import private_line, withheld

PACKAGES = ("python-frontmatter", "pyyaml")

LONGEST = 50_000  # characters of a head, where something else is expected
_YAML, _TOML, _JSON = re.compile(r"-{3,}[ \t]*(?:yaml)?[ \t]*"), re.compile(r"\+{3}[ \t]*"), "{"
_YAML_END = re.compile(r"(?:-{3,}|\.{3})[ \t]*")
_KEY = re.compile(r"""(?P<q>["']?)(?P<key>[^\W\d][\w .:/@-]{0,60}?)(?P=q)[ \t]*:(?:[ \t]+|$)""")
_TOML_KEY = re.compile(r"""(?P<q>["']?)(?P<key>[\w.-]{1,60})(?P=q)[ \t]*=[ \t]*""")
_JSON_KEY = re.compile(r"""[ \t]*(?P<q>")(?P<key>[^"]{1,60})"[ \t]*:[ \t]*""")
_PLAIN_KEYS = frozenset({"title", "date", "author", "authors", "status", "draft", "published"})
_COMMENTS = re.compile(r"\s*(?:<!--.*?-->\s*)+", re.DOTALL)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_QUOTED = re.compile(r"""(["'])(.*)\1[ \t]*,?""")
_OPENING = ("[", "{", '"', "'", "|", ">", "&", "*", "!")  # of a value that is more than plain text
_MOST_KEYS = 1_000
_TOO_DEEP = "nested too deeply"


@dataclass(frozen=True, slots=True)
class Head:
    """A head and what follows it.

    fields: the values by their keys, as written
    lines: the line of each key, counted from 1
    body: the text below
    first: the line on which the body begins
    problems: what is wrong: line, message, hint
    """

    fields: Mapping[str, object]
    lines: Mapping[str, int]
    body: str
    first: int = 1
    problems: tuple[tuple[int, str, str], ...] = ()


@dataclass(slots=True)
class _Found:
    """The keys of a head, as they are found. `unread`: the lines that cannot be read."""

    fields: dict[str, object] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[tuple[int, str, str]] = field(default_factory=list)
    unread: list[tuple[int, str]] = field(default_factory=list)

    def add(self, key: str, value: object, line: int) -> None:
        """Take a value; of two of one key the first, or else the one that withholds the text."""
        if key not in self.fields:
            self.fields[key], self.lines[key] = value, line
            return
        message = f'"{key}" is given twice; the first value counts.'
        self.problems.append((line, message, "Remove one of them."))
        if withheld({key: value}):
            self.fields[key] = value

    def unreadable(self, line: int, row: str) -> None:
        """Leave out a line that has no key, or one key too many."""
        self.unread.append((line, row))
        message = "This line of the front matter cannot be read and is left out."
        self.problems.append((line, message, 'Write lines like "title: …".'))

    def heed(self, rows: list[tuple[int, str]], loose: bool = False) -> None:
        """Take what withholds the text, from lines that are not valid; see `private_line`."""
        for line, row in rows:
            if doubt := private_line(row, loose):
                self.add(*doubt, line)


def split_head(text: str) -> Head:
    """The head of a text and its body. A text without a head is all body."""
    comments = _COMMENTS.match(text)
    start = comments.end() if comments else len(text) - len(text.lstrip())
    start = text.rfind("\n", 0, start) + 1  # spaces before the first words are part of the text
    rows = text[start:].split("\n")
    above = text.count("\n", 0, start)
    found, end = _found(_not_indented(rows))
    if found is None:
        return Head({}, {}, text)
    first = above + end + 1
    return Head(
        found.fields,
        {key: line + above for key, line in found.lines.items()},
        "\n".join(rows[end:]),
        first,
        tuple((line + above, message, hint) for line, message, hint in found.problems),
    )


def _not_indented(rows: list[str]) -> list[str]:
    """The rows without the spaces before the first; four would make it code."""
    indent = rows[0][: len(rows[0]) - len(rows[0].lstrip(" "))]
    return [row.removeprefix(indent) for row in rows] if 0 < len(indent) < 4 else rows


def _found(rows: list[str]) -> tuple[_Found | None, int]:
    """The keys of the head with which a text begins, and how many rows it has; None without one."""
    opening = rows[0].strip()
    if _YAML.fullmatch(opening):
        return _fenced(rows, _YAML_END, _yaml, _KEY)
    if opening == "---toml" or _TOML.fullmatch(opening):
        return _fenced(rows, _YAML if opening.startswith("-") else _TOML, _toml, _TOML_KEY)
    if opening in ("---json", ";;;"):
        return _fenced(rows, re.compile(re.escape(opening[:3])), _json, _JSON_KEY)
    if re.fullmatch(r"\{[ \t]*(\".*)?", opening):
        return _braced(rows)
    if opening.startswith("% "):
        return _pandoc(rows)
    return _unmarked(rows)


def _fenced(
    rows: list[str], end: re.Pattern[str], load: Any, key: re.Pattern[str]
) -> tuple[_Found | None, int]:
    """A head between two marks. Without the second it goes on as long as its lines have keys."""
    comments, unclosed = commented(rows, lambda row: bool(end.fullmatch(row.rstrip())))
    own = [comments.get(number, row) for number, row in enumerate(rows)]
    found, last = _between_marks(own, end, load, key)
    if found is not None:
        found.heed([(number + 1, rows[number]) for number in comments])
        if unclosed:
            message = "A comment in the front matter is not closed. Nothing after it is read there."
            found.problems.append((unclosed + 1, message, "Close it."))
    return found, last


def _between_marks(
    rows: list[str], end: re.Pattern[str], load: Any, key: re.Pattern[str]
) -> tuple[_Found | None, int]:
    """The same of rows without comments."""
    last = next((n for n, row in enumerate(rows[1:], 1) if end.fullmatch(row.rstrip())), None)
    if last is None:
        last = next((n for n, row in enumerate(rows[1:], 1) if not _is_part(row, key)), len(rows))
        found = _read(rows[1:last], load, key)
        if not found.fields:
            return None, 0
        message = "The front matter that begins here is not closed; it is read as far as it goes."
        found.heed(found.unread, loose=True)
        found.problems.insert(0, (1, message, f'End it with a line "{rows[0].strip()}".'))
        return found, last
    found = _read(rows[1:last], load, key)
    inside = [row for row in rows[1:last] if row.strip() and not row.startswith("#")]
    # Otherwise it is a text between two rules.
    is_head = bool(found.fields) and len(found.unread) <= len(inside) // 2
    found.heed(found.unread, is_head)
    return (found, last + 1) if is_head or not inside or withheld(found.fields) else (None, 0)


def _is_part(row: str, key: re.Pattern[str]) -> bool:
    is_key = bool(key.match(row) or private_line(row))
    return is_key or row[:1] in (" ", "\t", "#") or row.startswith(("- ", "<<"))


def _read(rows: list[str], load: Any, key: re.Pattern[str]) -> _Found:
    """The keys of a head, whole if it is valid, otherwise one by one."""
    found = _Found()
    values, why = _loaded("\n".join(rows), load)
    if isinstance(values, dict):
        places = dict(_keyed(rows, key))
        for name, value in values.items():
            found.add(str(name), value, places.get(str(name), 0) + 2)
        return found
    if values is None and not why:
        return found  # nothing but comments
    for start, end in _chunks(rows, key):
        _take(found, rows[start:end], start + 2, load, key)
    if any(row.lstrip().startswith("<<") for row in rows):
        found.heed(list(enumerate(rows, 2)))  # what it refers to is not put in
    return found


def _loaded(text: str, load: Any) -> tuple[Any, str]:
    """The values in a text, and why it is not valid, or ""."""
    try:
        return load(text), ""
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return None, getattr(error, "problem", None) or str(error).split("\n")[0][:100]
    except RecursionError:
        return None, _TOO_DEEP


def _keyed(rows: list[str], key: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """Each key at the beginning of a row, and the index of the row; the last first."""
    for number in range(len(rows) - 1, -1, -1):
        match = key.match(rows[number])
        if match:
            yield match["key"], number


def _chunks(rows: list[str], key: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The rows of each key: the first, and the one after the last."""
    starts = [0] if rows else []
    one_line = False  # whether the last key has its value on its own line
    for number, row in enumerate(rows):
        match = key.match(row.strip())
        # A key that is indented by mistake is a key, not more of the line above.
        if match and (one_line or not number or match.group() == row[: match.end()]):
            starts += [number] if number else []
            one_line = row.strip()[match.end() :][:1] not in ("", *_OPENING)
        elif row.strip() and number and not _is_part(row, key):
            starts.append(number)
            one_line = False
    yield from zip(starts, [*starts[1:], len(rows)], strict=True)


def _take(found: _Found, rows: list[str], line: int, load: Any, key: re.Pattern[str]) -> None:
    """Add the key of these rows. A value that is not valid is taken as it stands."""
    rows = [rows[0].strip(), *rows[1:]]
    values, why = _loaded("\n".join(rows), load)
    if isinstance(values, dict) and len(values) == 1:
        name, value = next(iter(values.items()))
        found.add(str(name), value, line)
        return
    match = key.match(rows[0])
    if not match and not "".join(rows).strip():
        return
    if not match or len(found.fields) >= _MOST_KEYS:
        if rows[0].strip() not in ("{", "}"):
            found.unreadable(line, rows[0])
            found.heed(list(enumerate(rows[1:], line + 1)))
        return
    if why == _TOO_DEEP:
        found.add(match["key"], None, line)
        message, hint = f'"{match["key"]}" is {why} and left out.', "Use plain keys and lists."
        found.problems.append((line, message, hint))
        return
    rest = [rows[0][match.end() :].strip(), *(row.strip() for row in rows[1:] if row.strip())]
    if not rest[0] and len(rest) > 1 and all(row.startswith("-") for row in rest[1:]):
        value = [_unquoted(row[1:].strip()) for row in rest[1:]]
    else:
        value = _unquoted(" ".join(filter(None, rest)))
    found.add(match["key"], value, line)
    found.heed(list(enumerate(rows[1:], line + 1)))
    if rest[0][:1] in _OPENING or len(rest) > 1:
        message = f'The value of "{match["key"]}" is not valid ({why}); it is taken as it stands.'
        found.problems.append((line, message, "Put it in quotation marks."))


def _unquoted(text: str) -> str:
    quoted = _QUOTED.fullmatch(text)
    return quoted.group(2) if quoted else text


def _braced(rows: list[str]) -> tuple[_Found | None, int]:
    """A head in JSON, which ends with its own bracket."""
    text = "\n".join(rows)
    try:
        values, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return _braced_by_rows(rows)
    if not isinstance(values, dict) or text[end : text.find("\n", end) % (len(text) + 1)].strip():
        return None, 0
    size = text.count("\n", 0, end) + 1
    found = _Found()
    places = dict(_keyed(rows[:size], _JSON_KEY))
    for name, value in values.items():
        found.add(name, value, places.get(name, 0) + 1)
    return found, size


def _braced_by_rows(rows: list[str]) -> tuple[_Found | None, int]:
    """A head in JSON that is not valid. One without an end counts if it withholds the text."""
    last = 0
    if not rows[0].rstrip().endswith("}"):
        last = next((n for n, row in enumerate(rows) if row.rstrip() in ("}", "};")), 0)
    closed = bool(last) or rows[0].rstrip().endswith("}")
    if not closed:
        last = next((n for n, row in enumerate(rows) if not row.strip()), len(rows)) - 1
    comments, _ = commented(rows[: last + 1], lambda row: False)
    rows = [comments.get(number, row) for number, row in enumerate(rows)]
    head = rows[: last + 1]
    found = _Found()
    values, _ = _loaded(_TRAILING_COMMA.sub(r"\1", "\n".join(head)).rstrip(" ;"), json.loads)
    if isinstance(values, dict):
        places = dict(_keyed(head, _JSON_KEY))
        for name, value in values.items():
            found.add(name, value, places.get(name, 0) + 1)
    else:
        found = _read(rows[1:last] if closed else rows[1 : last + 1], _json, _JSON_KEY)
        parts = [(n, part) for n, row in enumerate(head, 1) for part in row.split(",")]
        found.heed(parts)
    found.problems.insert(0, (1, "The front matter is not valid JSON.", "Correct it."))
    is_head = found.fields and (closed or withheld(found.fields))
    return (found, last + 1) if is_head else (None, 0)


def _pandoc(rows: list[str]) -> tuple[_Found | None, int]:
    """Pandoc's title block: rows of title, authors and date, each after "%"."""
    found = _Found()
    end = 0
    for name in ("title", "author", "date"):
        if end < len(rows) and rows[end].startswith("%"):
            start = end
            end += 1
            while end < len(rows) and rows[end].startswith("  "):
                end += 1
            words = " ".join(row.strip() for row in (rows[start][1:], *rows[start + 1 : end]))
            if words.strip():
                found.add(name, words.strip(), start + 1)
    below = next((n for n in range(end, len(rows)) if rows[n].strip()), len(rows))
    if below == len(rows) or not _YAML.fullmatch(rows[below].strip()):
        return found, end
    more, size = _fenced(rows[below:], _YAML_END, _yaml, _KEY)
    if more is None:
        return found, end
    for key, value in more.fields.items():
        found.add(key, value, below + more.lines[key])
    found.problems += [(below + line, message, hint) for line, message, hint in more.problems]
    return found, below + size


def _unmarked(rows: list[str]) -> tuple[_Found | None, int]:
    """Rows of keys and values at the beginning, among them one that is surely metadata."""
    if not _KEY.match(rows[0]):
        return None, 0
    comments, unclosed = commented(rows, lambda row: not row.strip())
    end = next((n for n, row in enumerate(rows) if not row.strip()), len(rows))
    if unclosed:
        return None, 0
    found = _Found()
    for line, row in enumerate(rows[:end], 1):
        match = _KEY.match(row)
        if not match and line > 1 and private_line(row):
            found.heed([(line, row)])
            continue
        if line - 1 in comments or (1 < line < end and is_comment(row)):
            continue
        if not match or row.endswith("  "):
            return None, 0
        found.add(match["key"], _unquoted(row[match.end() :].strip()), line)
    known = {key.casefold() for key in found.fields} & _PLAIN_KEYS
    # One row may be the first words of a text.
    return (found, end) if end > 1 and known and end < len(rows) else (None, 0)


class _NotAllowed(MarkedYAMLError):
    """Valid YAML that front matter cannot contain."""


class _Loader(yaml.SafeLoader):
    """Safe YAML in which values stay text, and without references.

    YAML would read 20:15 as 1215, 3.10 as 3.1 and "no" as false; dates are checked later.
    With references ten lines expand to a gigabyte ("billion laughs").
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise _NotAllowed(None, None, "references (*) are not allowed", event.start_mark)
        return super().compose_node(parent, index)

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        node = super().compose_mapping_node(anchor)
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                message = f'the key "{key.value}" is given twice'
                raise _NotAllowed(None, None, message, key.start_mark)
            seen.add(str(key.value))
        return node


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag.endswith((":null", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _yaml(text: str) -> Any:
    return YAMLHandler().load(text, Loader=_Loader)


def _toml(text: str) -> Any:
    return tomllib.loads(text)


def _json(text: str) -> Any:
    """The values of an object, or of one of its rows."""
    return JSONHandler().load(
        text if text.lstrip().startswith("{") else f"{{{text.rstrip().rstrip(',')}}}"
    )
