"""JSON and JSON Lines: articles as newspapers' interfaces give them, CSL-JSON, one or many objects.

In `.json` the documents are the objects of the longest list of objects; without one, the object
itself is a document. In `.jsonl` each line is an object. What is nested in an object has its name
behind the outer one's: {"source": {"name": …}} is "source.name".
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from generator.errors import Problem
from generator.model import Source
from generator.read.chats import drafts_of_days, left_out, telegram
from generator.read.decode import decode_raw
from generator.read.draft import Drafts, problem
from generator.read.privacy import withheld
from generator.read.refused import Refused
from generator.read.table import Row, Table
from generator.read.values import plain

SUFFIXES = (".json", ".jsonl", ".ndjson")
BINARY = False
PACKAGES = ()

_DEPTH = 4  # of a list of documents in other objects
_NESTED = 2  # of objects in a document


def read_source(source: Source) -> Table | Drafts:
    """The objects as rows of a table; a chat as a document for each day."""
    raw = decode_raw(source)
    text = raw.text.removeprefix("\ufeff")
    if chats := telegram.exported(text):
        days = (d for name, found, _ in chats for d in drafts_of_days(source, name, found))
        said = left_out(sum(left for _, _, left in chats))
        notes = (problem(source, 0, "note", said),) if said else ()
        return Drafts(tuple(days), raw.problems, notes)
    problems = list(raw.problems)
    if source.path.lower().endswith(".json"):
        rows = tuple(_whole(source, text, problems))
    else:
        rows = tuple(_lines(source, text, problems))
    columns = dict.fromkeys(name for _, row in rows for name in row)
    return Table(source, tuple(columns), rows, tuple(problems))


def _whole(source: Source, text: str, problems: list[Problem]) -> Iterator[Row]:
    """The objects in a file that is one value."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) > 1 and all(line.lstrip().startswith("{") for line in lines[:2]):
            yield from _lines(source, text, problems)  # JSON Lines by another name
            return
        problems.append(_invalid(source, line, error, "Check it with a JSON validator."))
        return
    if telegram.is_account(value):
        message = "Of exports of Telegram only chats are read."
        raise Refused(message, "Remove it: names, numbers and logins are private.")
    found = _longest(value)
    if not found:
        message, hint = "No objects were found in it.", 'Write [{"title": …, "text": …}, …].'
        problems.append(problem(source, 0, "error", message, hint))
    for item in found:
        yield 1, dict(_flat(item))


def _longest(value: object, depth: int = 0) -> list[Mapping[str, object]]:
    """The longest list of objects; the object itself where it has none.

    What withholds an object withholds those in its list.
    """
    if isinstance(value, list):
        return [item for item in value if isinstance(item, Mapping) and item]
    if not isinstance(value, Mapping) or not value:
        return []
    inner = [_longest(v, depth + 1) for v in value.values() if depth < _DEPTH]
    own = any(isinstance(v, str) for v in value.values()) and depth == 0
    best = max(inner, key=len, default=[])
    if best and not (own and _is_document(value)):
        around = {key: item for key, item in _flat(value) if withheld({key: item})}
        return [{**item, **around} for item in best] if around else best
    return [] if depth else [value]


def _is_document(value: Mapping[str, object]) -> bool:
    """Whether an object that has lists of objects in it is a document by itself."""
    keys = {key.casefold() for key in value}
    return bool(keys & {"title", "headline"}) and bool(
        keys & {"text", "body", "content", "maintext", "article", "abstract"}
    )


def _flat(
    item: Mapping[str, object], outer: str = "", depth: int = 0
) -> Iterator[tuple[str, object]]:
    for key, value in item.items():
        name = f"{outer}.{key}" if outer else str(key)
        if isinstance(value, Mapping) and plain(value) is None and depth < _NESTED:
            yield from _flat(value, name, depth + 1)
        else:
            yield name, value


def _lines(source: Source, text: str, problems: list[Problem]) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            problems.append(_invalid(source, number, error, "Write one object on each line."))
            continue
        if isinstance(value, dict):
            yield number, dict(_flat(value))
        else:
            hint = 'Write {"title": …, "date": …, "text": …}.'
            problems.append(problem(source, number, "error", "Not a JSON object.", hint))


def _invalid(source: Source, line: int, error: Exception, hint: str) -> Problem:
    deep = isinstance(error, RecursionError)
    what = "nested too deeply" if deep else getattr(error, "msg", str(error)).lower()
    return problem(source, line, "error", f"Invalid JSON: {what}.", hint)
