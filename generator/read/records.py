"""From the rows of a table to drafts of documents, and what is said of each table.

A row with a text is a document. A row without one is a record, which describes an item: what the
description or the abstract says of it is its text then. A transcript, which has a speaker and what
they said in each row, is one document.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.errors import Problem
from generator.model import Source, media_kind, reason
from generator.read.characters import clean, losses
from generator.read.columns import Uses, uses_of
from generator.read.coordinates import take_coordinates
from generator.read.dates import given_date
from generator.read.draft import Draft, Drafts, problem
from generator.read.fields import is_url
from generator.read.privacy import Withheld, withheld
from generator.read.readers.plain import split_blocks
from generator.read.spoken import Said, seconds_of, turns
from generator.read.table import Row, Table
from generator.read.values import (
    is_organisation,
    is_person,
    items_of,
    plain,
    text_of,
    turned,
    without_comments,
    without_tags,
)

_DATE_HINT = 'Give its "date" as YYYY-MM-DD.'
_ONE = ("title", "publisher", "language", "kind", "format", "identifier", "parent", "image_alt",
        "licence", "rights", "publish", "search_engines")  # fmt: skip
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|avif)(?:[?#]|$)", re.IGNORECASE)
_FILE = re.compile(r"\S+\.[A-Za-z0-9]{2,5}|https?://\S+|/\S*")
_DOI = re.compile(r"10\.\d{4,9}/\S+", re.ASCII)
_LETTERS = re.compile(r"[^\W\d_]")
_MARKUP = re.compile(r"</?(?:p|div|br|ul|ol|h[1-6]|blockquote)\b[^<>]{0,500}>", re.IGNORECASE)
_INLINE = re.compile(r"</(?:a|b|i|em|strong|span|cite|u|sup|sub)>", re.IGNORECASE)
_CUT = re.compile(r"\s*…?\s*\[\+?\d+ chars\]$")  # how NewsAPI ends a text that it has cut
_MOST_NAMED = 30  # columns in a message
_DIGITS = re.compile(r"\d\D*\d")  # "published" may be a date, or say whether it is: 0 or 1
_AT_END = re.compile(r"[,;:\s]{1,10}(https?://[^\s,;<>]+)$")
_CUT_WITHIN = 40  # characters
# What a transcript has, and what it does not have.
_OF_TURNS = ("text", "speaker", "tags", "time")
_OWN = ("title", "url", "identifier", "publisher", "latitude")


def drafts_of(table: Table, given: Iterable[tuple[str, tuple[str, ...]]] = ()) -> Drafts:
    """The documents in a table.

    given: for roles the names of their columns, from the settings
    """
    given = tuple(given)
    table, unclosed = _without_comments(table)
    filled = tuple(c for c in table.columns if any(_is_filled(row.get(c)) for _, row in table.rows))
    uses = uses_of(filled, given)
    if "date" not in dict(given):
        uses = uses.without("date", [c for c in uses["date"] if not _has_dates(table, c)])
    source = table.source
    if not any(uses[role] for role in ("title", "text", "summary", "notes", "quote")):
        return Drafts((), (*table.problems, *_without_text(table)))
    drafts: list[Draft] = []
    problems = unclosed
    if _is_transcript(uses):
        uses = _with_times(table, uses)
        drafts += _transcripts(table, uses)
    else:
        for line, row in table.rows:
            draft, wrong = _record(source, line, row, uses)
            drafts.append(draft)
            problems += wrong
    return Drafts(tuple(drafts), (*table.problems, *problems), (_note(table, uses),))


def _is_filled(value: object) -> bool:
    return bool(text_of(value).strip())


def _has_dates(table: Table, column: str) -> bool:
    return any(_DIGITS.search(text_of(row.get(column))) for _, row in table.rows)


def _without_comments(table: Table) -> tuple[Table, list[Problem]]:
    """The table without the comments in its values, and warnings of those that do not end."""
    rows = []
    problems = []
    for line, row in table.rows:
        found = {column: without_comments(value) for column, value in row.items()}
        rows.append((line, {column: value for column, (value, _) in found.items()}))
        if not all(closed for _, closed in found.values()):
            message = "A comment that is not closed hides the rest of a value."
            problems.append(problem(table.source, line, "warning", message, "Close it."))
    return replace(table, rows=tuple(rows)), problems


def _without_text(table: Table) -> Iterator[Problem]:
    if table.columns and table.rows:
        names = _quoted(table.columns, ", ")
        message = f"No column for a title or a text was found among {names}."
        hint = 'Name one "title" or "text", or say which it is in [columns] of sourcebook.toml.'
        yield problem(table.source, table.rows[0][0], "error", message, hint)


def _note(table: Table, uses: Uses) -> Problem:
    """What was taken from which columns."""
    if _is_transcript(uses):
        used = {role: uses[role] for role in _OF_TURNS if uses[role]}
        left = [c for role, own in uses.by_role.items() if role not in used for c in own]
        return _said_of(
            table,
            "a turn of one conversation each, ",
            used,
            "Not used",
            (*left, *uses.others),
            uses.missing,
        )
    return _said_of(table, "", uses.by_role, "Shown as they are", uses.others, uses.missing)


def _said_of(
    table: Table,
    what: str,
    used: Mapping[str, Sequence[str]],
    left: str,
    others: Sequence[str],
    missing: Sequence[str],
) -> Problem:
    rows = f"{len(table.rows):,} row{'s' * (len(table.rows) != 1)}"
    taken = [f"{_word(role)} from {_quoted(columns)}" for role, columns in used.items()]
    rest = f" {left}: {_quoted(others, ', ')}." if others else ""
    named = f" In the settings, but not here: {_quoted(missing, ', ')}." if missing else ""
    message = f"{rows}: {what}{', '.join(taken)}.{rest}{named}"
    return problem(table.source, 0, "note", message)


def _word(role: str) -> str:
    return role.replace("_", " ")


def _quoted(columns: Sequence[str], joint: str = " or ") -> str:
    more = f"{joint}{len(columns) - _MOST_NAMED:,} more" if len(columns) > _MOST_NAMED else ""
    return joint.join(f'"{" ".join(c.split())[:60]}"' for c in columns[:_MOST_NAMED]) + more


@dataclass(slots=True)
class _Cells:
    """The values of one row, of which each is used once.

    rest: the columns whose values nothing has used yet
    """

    row: Mapping[str, object]
    uses: Uses
    rest: dict[str, None]

    def first(self, role: str) -> object:
        """The first value of a role that is not empty, which is used up; None if there is none."""
        for column in self.uses[role]:
            if column in self.rest and _is_filled(self.row.get(column)):
                del self.rest[column]
                return plain(self.row[column])
        return None

    def all(self, role: str) -> list[tuple[str, object]]:
        """All values of a role with their columns; none is used up."""
        return [
            (column, plain(self.row[column]))
            for column in self.uses[role]
            if column in self.rest and _is_filled(self.row.get(column))
        ]

    def use(self, columns: Iterable[str]) -> None:
        """Mark columns as used."""
        for column in columns:
            self.rest.pop(column, None)

    def others(self) -> tuple[tuple[str, str], ...]:
        """What is left, with the names of the columns as the file has them."""
        left = ((c, str(without_tags(text_of(self.row.get(c)).strip()))) for c in self.rest)
        same = text_of(plain(self.row.get(next(iter(self.uses["identifier"]), ""))))
        return tuple(
            (c, text) for c, text in left if text and (text != same or withheld({c: text}))
        )


def _record(
    source: Source, line: int, row: Mapping[str, object], uses: Uses
) -> tuple[Draft, list[Problem]]:
    """The document that a row is."""
    known = {c for own in uses.by_role.values() for c in own}.union(uses.others)
    cells = _Cells(row, uses, dict.fromkeys(c for c in row if c in known))
    fields: dict[str, object] = {}
    text, about = _text(cells)
    quote = text_of(cells.first("quote"))
    fields["summary"] = about
    fields["date"] = _date(cells)
    fields["url"] = _url(cells)
    for role in _ONE:
        fields[role] = without_tags(cells.first(role))
    publisher = fields["publisher"]
    address = _AT_END.search(publisher[-300:]) if isinstance(publisher, str) else None
    if isinstance(publisher, str) and address:  # "Special Collections, https://example.org/"
        fields["publisher"] = publisher[: -len(address[0])] or publisher
        fields["url"] = fields["url"] or address[1]
    if isinstance(fields["kind"], str):
        fields["kind"] = next(items_of(fields["kind"]), "")
    _add_names(cells, fields)
    _add_places(cells, fields)
    fields["image"] = _pictures(cells)
    fields = {key: value for key, value in fields.items() if _is_filled(value)}
    problems = [problem(source, line, "warning", *wrong) for _, *wrong in losses(text)]
    markup = _markup(text, quote)
    draft = Draft(
        source,
        line,
        fields,
        dict.fromkeys(fields, line),
        reason("table-row"),
        () if markup else split_blocks(clean(text)),
        html=markup,
        date_hint=_DATE_HINT,
        others=cells.others(),
        may_lack_text=not uses["text"],
    )
    return draft, problems


def _text(cells: _Cells) -> tuple[str, str]:
    """The text of a row, and what the row says about it elsewhere."""
    about = text_of(cells.first("summary"))
    for role in ("text", "notes"):
        for column, value in cells.all(role):
            text = _without_mark(text_of(value).strip())
            if role == "notes" and about:
                return about, ""
            if _LETTERS.search(text) and not _FILE.fullmatch(text):
                cells.use([column])
                return text, about if role == "text" and about != text else ""
    if not about:  # what a picture shows
        about = next((text_of(value) for _, value in cells.all("image_alt")), "")
    return about, ""


def _without_mark(text: str) -> str:
    """The text without what NewsAPI writes where it has cut one."""
    return text[:-_CUT_WITHIN] + _CUT.sub("…", text[-_CUT_WITHIN:])


def _date(cells: _Cells) -> object:
    """The first date that can be read, or else the first of all."""
    found = [item for item in cells.all("date") if _DIGITS.search(text_of(item[1]))]
    good = (item for item in found if not isinstance(item[1], str) or given_date(item[1]))
    column, value = next(good, found[0] if found else ("", None))
    cells.use([column])
    return value


def _url(cells: _Cells) -> object:
    """An address, also where a column for names of records holds it."""
    for role in ("url", "identifier"):
        for column, value in cells.all(role):
            address = text_of(value).strip()
            address = f"https://doi.org/{address}" if _DOI.fullmatch(address) else address
            if is_url(address):
                cells.use([column])
                return address
    for column, value in cells.all("image"):  # a film, or a page with the item
        if isinstance(value, str) and is_url(value) and not _PICTURE.search(value):
            cells.use([column])
            return value
    return cells.first("url")


def _add_names(cells: _Cells, fields: dict[str, object]) -> None:
    """Authors, people, organisations and tags. Creators and contributors are people, too."""
    creators = list(items_of(cells.first("creator")))
    authors = [turned(name) for name in items_of(cells.first("author"))]
    fields["author"] = authors or [turned(name) for name in creators]
    firms: list[str] = []
    people = [turned(n) for _, value in cells.all("people") for n in items_of(value)]
    for name in (*creators, *items_of(cells.first("contributor"))):
        if is_person(turned(name), name):
            people.append(turned(name))
        elif is_organisation(name):
            firms.append(name)
    firms += [n for _, value in cells.all("organisations") for n in items_of(value)]
    fields["people"], fields["organisations"] = people, firms
    fields["tags"] = [tag for _, value in cells.all("tags") for tag in _tags(value)]
    for role in ("people", "organisations", "tags"):
        cells.use(cells.uses[role])


def _tags(value: object) -> list[str]:
    """The tags in a cell; commas separate them where nothing else does."""
    items = list(items_of(value))
    return [t.strip() for t in items[0].split(",") if t.strip()] if len(items) == 1 else items


def _add_places(cells: _Cells, fields: dict[str, object]) -> None:
    """The places that a row names, and its coordinates."""
    names: list[str] = []
    for column, value in cells.all("places"):
        position, _ = take_coordinates([("location", text_of(value))])
        if position:
            fields["coordinates"] = text_of(value)
        else:
            names += [name for name in items_of(value) if _LETTERS.search(name)]
        cells.use([column])
    fields["places"] = names
    for role in ("latitude", "longitude", "coordinates"):
        if _is_filled(value := cells.first(role)):
            fields[role] = value if isinstance(value, str) else text_of(value)


def _is_shown(address: str) -> bool:
    """Whether an address or path is that of a picture, a recording or the like."""
    return media_kind(re.split("[?#]", address, maxsplit=1)[0]) is not None


def _pictures(cells: _Cells) -> list[str]:
    """The files and addresses of pictures that a row gives, the preferred first."""
    found = []
    for column, value in cells.all("image"):
        items = [item for item in items_of(value) if _is_shown(item) or is_url(item)]
        own = [i for i in items if _is_shown(i)] or (items if "url" in column.lower() else [])
        if own:
            found += own
            cells.use([column])
    return found


def _markup(text: str, quote: str = "") -> str:
    """The text as HTML, where it has tags or is about a quotation; otherwise ""."""
    own = text if _MARKUP.search(text) else ""
    if not own and (quote or _INLINE.search(text)):
        escape = (lambda part: part) if _INLINE.search(text) else html.escape
        own = "".join(
            f"<p>{escape(part)}</p>" for part in re.split(r"\n\s*\n", text) if part.strip()
        )
    return f"<blockquote><p>{html.escape(quote)}</p></blockquote>{own}" if quote else own


def _is_transcript(uses: Uses) -> bool:
    """Whether each row of a table is what somebody said."""
    return bool(uses["speaker"] and uses["text"]) and not any(uses[role] for role in _OWN)


def _with_times(table: Table, uses: Uses) -> Uses:
    """The uses of a transcript's columns with that of the times from which its turns are said."""
    for column in (*uses["date"], *uses.others):
        values = [text for _, row in table.rows if (text := text_of(row.get(column)).strip())]
        if values and all(seconds_of(value) is not None for value in values):
            rest = uses.without("date", [column])
            others = tuple(other for other in rest.others if other != column)
            return replace(rest, by_role={**rest.by_role, "time": (column,)}, others=others)
    return uses


def _transcripts(table: Table, uses: Uses) -> Iterator[Draft]:
    """The document that a transcript is, and one of the turns that each key withholds, if any."""
    known = {c for own in uses.by_role.values() for c in own}.union(uses.others)
    turns: dict[Withheld | None, list[Row]] = {}
    keys: dict[Withheld | None, dict[str, object]] = {}
    for line, row in table.rows:
        private = {c: v for c, v in row.items() if c in known and withheld({c: v})}
        why = withheld(private)
        turns.setdefault(why, []).append((line, row))
        keys.setdefault(why, private)
    for why, rows in turns.items():
        draft = _transcript(replace(table, rows=tuple(rows)), uses)
        yield replace(draft, fields={**draft.fields, **keys[why]})


def _transcript(table: Table, uses: Uses) -> Draft:
    """A document with a paragraph for each turn, with the speaker's name."""
    people: dict[str, None] = {}
    tags: dict[str, None] = {}
    said: list[Said] = []
    for _, row in table.rows:
        cells = _Cells(row, uses, dict.fromkeys(row))
        speaker = text_of(cells.first("speaker")).strip().rstrip(":")
        if is_person(turned(speaker), speaker):
            people.setdefault(turned(speaker))
        tags.update(dict.fromkeys(t for _, value in cells.all("tags") for t in _tags(value)))
        start = seconds_of(text_of(cells.first("time")))
        said.append(Said(text_of(cells.first("text")), speaker or None, start))
    blocks, moments = turns(said)
    stem = posixpath.splitext(posixpath.basename(table.source.path))[0]
    fields: dict[str, object] = {"people": list(people), "tags": list(tags), "identifier": stem}
    first = table.rows[0][0] if table.rows else 1
    return Draft(
        table.source,
        first,
        {key: value for key, value in fields.items() if value},
        dict.fromkeys(fields, first),
        reason("table-row"),
        blocks,
        moments,
        may_lack_date=True,
    )
