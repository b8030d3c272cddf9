"""The text of a message: what its writer says, what is quoted of others, and the signature.

What is quoted was said in another message, and stands there under its own date. It is shown, and
nothing is found in it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.lang import mail as words
from generator.read.characters import clean
from generator.read.markup import REPEATED
from generator.read.wrapped import paragraphs

_MARKS = re.compile(r" {0,2}((?:[A-Z]{0,3}>[ \t]?)+)")
# Where programs made a text of a page: the place of a picture, the address behind a name.
_INSERTED = re.compile(
    r"\[cid:[^\]\n]{1,300}\]|(?<=\S)\s?(?:<mailto:[^<>\n]{1,300}>|\[mailto:[^\]\n]{1,300}\])"
)
_CLOSE_MARK = re.compile(r">(?![\s>]|From |$)")
# What OpenPGP adds to a text (RFC 4880, 6.2 and 7).
ENCRYPTED = "-----BEGIN PGP MESSAGE-----"
_ARMOUR = re.compile(
    r"^-----BEGIN PGP (SIGNATURE|MESSAGE|PUBLIC KEY BLOCK)-----[ \t]*\n(?:[^\n]{0,200}\n){0,2000}?"
    r"-----END PGP \1-----[ \t]*$",
    re.MULTILINE,
)
_SIGNED = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n(?:\w+: [^\n]*\n)*\n?", re.M)
_DASHED = re.compile(r"^- (?=-)", re.MULTILINE)
_DEEPEST = 5  # quotations within quotations that are told apart
_SIGNATURE = re.compile(r"--[ \t\u00a0]?")
_FOOTER = re.compile(r"[_=*-]{20,}|-{10,} next part -{10,}")  # of lists; of Mailman
_FOOTER_LINES = 12  # of a list's footer, at most
_SIGNATURE_LINES = 20
_ORIGINAL = re.compile(
    rf"[\s>*_-]*(?:{words.ORIGINAL})(?: (?:{words.BY})\b.{{0,100}})?[\s*_:-]*", re.IGNORECASE
)
_RULED = re.compile(r"\s*[-_*]{2,}|.*:\s*$")  # how such a line begins or ends, as a heading may not
_HEAD = [
    re.compile(rf"[\s>*]*(?:{label})\s?\*?:", re.IGNORECASE)
    for label in (words.FROM, words.SENT, words.TO)
]
_HEAD_LINES = 5
_ATTRIBUTION = re.compile(
    rf"(?:^|\W)(?:{words.WROTE})\b(?=.{{0,120}}[:：]\s*$)", re.IGNORECASE | re.DOTALL
)
_DATED_ATTRIBUTION = re.compile(
    rf"\s*(?:{words.ON})\s(?=.{{0,200}}\d).{{0,300}}?(?:{words.WROTE})\b.{{0,120}}[:：]\s*",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTION_LINES = 3
_LONGEST_ATTRIBUTION = 500


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the marks of a quotation; `depth`: how many it had."""

    text: str
    depth: int


def from_text(text: str, *, flowed: bool = False, without_spaces: bool = False) -> str:
    """The HTML of a plain text.

    flowed, without_spaces: whether it says "format=flowed" and "delsp=yes" (RFC 3676)
    """
    text = _without_armour(_INSERTED.sub("", clean(text, "\n")))
    rows = _unescaped(text.split("\n"))
    lines = [_line(row) for row in rows]
    if flowed:
        lines = list(_unflowed(rows, without_spaces))
    own = _own(lines)
    found = []
    runs = groupby(range(len(lines)), key=lambda n: (own[n], lines[n].depth if own[n] else -1))
    for (is_own, _), numbers in runs:
        run = [lines[n] for n in numbers]
        found.append(_paragraphs(run) if is_own else _quotation(run))
    return "".join(found)


def _without_armour(text: str) -> str:
    """The text without signatures, keys and encrypted parts of OpenPGP."""
    if "-----BEGIN PGP " not in text:
        return text
    bare, signed = _SIGNED.subn("", _ARMOUR.sub("", text))
    return _DASHED.sub("", bare) if signed else bare


def _unescaped(rows: list[str]) -> list[str]:
    """The lines without the mark that a mailbox sets before "From ", where it is still there.

    Where quotations are marked without a space, it may be one of them.
    """
    if any(_CLOSE_MARK.match(row) for row in rows):
        return rows
    return [row[1:] if row.startswith(">From ") else row for row in rows]


def _line(row: str) -> _Line:
    marks = _MARKS.match(row)
    if not marks:
        return _Line(row.rstrip() if not _SIGNATURE.fullmatch(row) else "-- ", 0)
    return _Line(row[marks.end() :].rstrip(), marks[1].count(">"))


def _unflowed(rows: Sequence[str], without_spaces: bool) -> Iterator[_Line]:
    """The lines of a text whose lines end in a space where they go on in the next (RFC 3676)."""
    pending, depth, is_open = list[str](), 0, False
    for row in rows:
        bare = row.lstrip(">")
        own = len(row) - len(bare)
        bare = bare.removeprefix(" ")
        is_signature = bare == "-- "
        if is_open and (own != depth or is_signature):
            yield _Line("".join(pending).rstrip(), depth)
            pending, is_open = [], False
        goes_on = bare.endswith(" ") and not is_signature
        pending.append(bare[:-1] if goes_on and without_spaces else bare)
        depth, is_open = own, goes_on
        if not goes_on:
            joined = "".join(pending)
            yield _Line(joined if is_signature else joined.rstrip(), depth)
            pending = []
    if pending:
        yield _Line("".join(pending).rstrip(), depth)


def _own(lines: Sequence[_Line]) -> list[bool]:
    """Which lines are the writer's own: not quoted, and not of the signature."""
    own = [not line.depth for line in lines]
    last_marked = max((n for n, line in enumerate(lines) if line.depth), default=-1)
    for n, line in enumerate(lines):
        unmarked = n > last_marked and _is_dated_attribution(lines, n)
        if own[n] and (unmarked or _begins_message(lines, n)):
            own[n:] = [False] * (len(lines) - n)
            break
        if line.depth and (not n or own[n - 1]):
            for above in _attribution(lines, n):
                own[above] = False
    for n in _signature(lines, own):
        own[n] = False
    for n in range(len(lines) - 1, -1, -1):  # empty lines belong to what they follow
        if own[n] and not lines[n].text and n + 1 < len(lines) and not own[n + 1]:
            own[n] = False
    return own


def _begins_message(lines: Sequence[_Line], n: int) -> bool:
    """Whether a whole message is quoted from here: "-----Original Message-----", "From: Anna"."""
    text = lines[n].text
    if len(text) < 200 and _ORIGINAL.fullmatch(text) and _RULED.match(text):
        return True
    if not _HEAD[0].match(text):
        return False
    head = [line.text for line in lines[n + 1 : n + 1 + _HEAD_LINES]]
    return all(any(label.match(row) for row in head) for label in _HEAD[1:])


def _is_dated_attribution(lines: Sequence[_Line], n: int) -> bool:
    """Whether a line, or some together, says when somebody wrote all that follows, unmarked."""
    text = ""
    for line in lines[n : n + _ATTRIBUTION_LINES]:
        text = f"{text} {line.text}"
        if not line.text or len(text) > _LONGEST_ATTRIBUTION:
            return False
        if line.text.endswith((":", "：")):
            return _DATED_ATTRIBUTION.fullmatch(text) is not None
    return False


def _attribution(lines: Sequence[_Line], n: int) -> range:
    """The lines above a quotation that say whose it is; none where there are none."""
    last = n - 1
    while last >= 0 and not lines[last].text and n - last <= _ATTRIBUTION_LINES:
        last -= 1
    text = ""
    for first in range(last, max(last - _ATTRIBUTION_LINES, -1), -1):
        if lines[first].depth or not lines[first].text:
            break
        text = f"{lines[first].text} {text}".rstrip()[-_LONGEST_ATTRIBUTION:]
        if _ATTRIBUTION.search(text):
            above = lines[first - 1].text if first else ""
            wrapped = first and above and re.match(rf"(?:{words.ON})\s", above, re.IGNORECASE)
            return range(first - 1 if wrapped else first, n)
    return range(0)


def _signature(lines: Sequence[_Line], own: Sequence[bool]) -> Iterator[int]:
    """The lines of the signature, and those of the footer that a mailing list adds."""
    numbers = [n for n, is_own in enumerate(own) if is_own]
    for at, n in enumerate(numbers):
        text = lines[n].text
        if text == "-- ":
            rest = numbers[at : at + _SIGNATURE_LINES + 1]
            run = [m for k, m in enumerate(rest) if m == n + k]
            yield from run if len(run) <= _SIGNATURE_LINES else ()
        elif at and len(numbers) - at <= _FOOTER_LINES and _FOOTER.fullmatch(text):
            yield from numbers[at:]
            return


def _paragraphs(lines: Sequence[_Line]) -> str:
    text = "\n".join(line.text for line in lines if line.text != "-- ")
    return "".join(f"<p>{html.escape(row)}</p>" for row in paragraphs(text, mail=True))


def _quotation(lines: Sequence[_Line]) -> str:
    """What is quoted, each quotation within another in its own."""
    found = []
    for depth, run in groupby(lines, key=lambda line: min(line.depth, _DEEPEST)):
        inner = max(depth - 1, 0)
        text = _paragraphs(list(run))
        found.append("<blockquote>" * inner + text + "</blockquote>" * inner)
    joined = "".join(found)
    return f'<blockquote class="{REPEATED}">{joined}</blockquote>' if joined else ""
