"""Rich Text Format (Microsoft's specification 1.9.1), as HTML: what a page shows.

A file is groups in braces, control words and text. Groups without text are known by their first
word; of a group that begins with `\\*` nothing is read unless it is known to have text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from html import escape

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,40})(-?[0-9]{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z\r\n])"
    rb"|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\[\r\n]"
)
_DEEPEST = 200  # groups within groups that are told apart
# Windows code pages of character sets (`\\fcharset`).
_CHARSETS = dict(
    (
        *((77, "mac_roman"), (128, "cp932"), (129, "cp949"), (134, "gbk"), (136, "cp950")),
        *((161, "cp1253"), (162, "cp1254"), (163, "cp1258"), (177, "cp1255"), (178, "cp1256")),
        *((186, "cp1257"), (204, "cp1251"), (222, "cp874"), (238, "cp1250"), (255, "cp437")),
    )
)
_CHARACTERS = dict(
    (
        *(("emdash", "—"), ("endash", "–"), ("lquote", "‘"), ("rquote", "’"), ("ldblquote", "“")),
        *(("rdblquote", "”"), ("bullet", "•"), ("tab", " ")),
        *((name, " ") for name in ("emspace", "enspace", "qmspace")),
    )
)
_SYMBOLS = {b"~": "\xa0", b"_": "\u2011", b"\\": "\\", b"{": "{", b"}": "}"}
_NOT_SHOWN = frozenset(
    (
        *("colortbl", "info", "header", "headerl", "headerr", "headerf", "footer", "footerl"),
        *("footerr", "footerf", "pict", "nonshppict", "objdata", "shprslt", "sp", "pn", "pntext"),
        *("listtext", "xe", "tc", "ftnsep", "ftnsepc", "aftnsep", "template", "filetbl", "revtbl"),
        *("bkmkstart", "bkmkend", "atnid", "atnauthor", "fldinst", "themedata", "datastore"),
    )
)
_MORE_TEXT = frozenset(("shpinst", "shptxt", "annotation"))
_BREAKS = frozenset(("par", "sect", "page", "column"))


@dataclass(frozen=True, slots=True)
class _State:
    """What holds until the end of a group.

    skipped: its text is not that of the document
    table: what its words define: "fonts", "styles", or ""
    hidden, deleted: its text is not shown
    """

    skipped: bool = False
    table: str = ""
    note: bool = False
    hidden: bool = False
    deleted: bool = False
    unicode_skip: int = 1
    encoding: str = ""


@dataclass(slots=True)
class RichText:
    """The text of a file, and what a page does not show of it.

    html: its blocks
    hidden: characters of hidden text
    deleted, inserted: tracked changes; comments: on the text; pictures: in it
    """

    html: str = ""
    hidden: int = 0
    deleted: int = 0
    inserted: int = 0
    comments: int = 0
    pictures: int = 0


def read_rtf(data: bytes) -> RichText:
    """The text of a file."""
    return _Reader().read(data)


@dataclass(slots=True)
class _Reader:
    found: RichText = field(default_factory=RichText)
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    deeper: int = 0  # groups that are open beyond the deepest that is told apart
    default: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)  # of headings, by the number of the style
    number: int = 0  # of the font or style that is being defined
    opened: bool = False  # whether nothing but the first word of a group has come
    starred: bool = False  # whether that word may be unknown
    skip: int = 0  # characters that stand for the one before
    pending: bytearray = field(default_factory=bytearray)  # not yet decoded
    half: int = 0  # the first half of a character in UTF-16
    words: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    notes: list[list[str]] = field(default_factory=list)
    level: int = 0
    item: bool = False

    def read(self, data: bytes) -> RichText:
        at = 0
        while token := _TOKEN.search(data, at):
            at = token.end()
            word, number, code, symbol, brace, text = token.groups()
            if code:
                self._byte(bytes.fromhex(code.decode()))
            elif text:
                self._bytes(text)
            else:
                self._flush()
                if word == b"bin":  # so many bytes of a picture or the like, whatever they are
                    at += max(int(number or 0), 0)
                elif word:
                    self._word(word.decode(), int(number) if number else None)
                elif brace:
                    self._brace(brace)
                elif symbol:
                    self._symbol(symbol)
        self._flush()
        self._end_block()
        self._end_table()
        joined = enumerate(map("".join, self.notes), 1)
        notes = "".join(f'<li id="note-{n}">{note}</li>' for n, note in joined)
        self.found.html = "".join(self.blocks) + (f"<ol>{notes}</ol>" if notes else "")
        return self.found

    def _brace(self, brace: bytes) -> None:
        self.skip = 0
        if brace == b"{":
            if len(self.stack) < _DEEPEST:
                self.stack.append(self.state)
            else:
                self.deeper += 1
            self.opened, self.starred = True, False
        elif self.deeper:
            self.deeper -= 1
        elif self.stack:
            self.state = self.stack.pop()

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self.starred = True
        elif self.skip:
            self.skip -= 1
        else:
            self.opened = False
            self._say(_SYMBOLS.get(symbol, ""))

    def _byte(self, byte: bytes) -> None:
        self.opened = False
        if self.skip:
            self.skip -= 1
        else:
            self.pending += byte

    def _bytes(self, text: bytes) -> None:
        if self.opened and not text.strip():
            return
        self.opened = False
        skipped = min(self.skip, len(text))
        self.skip -= skipped
        self.pending += text[skipped:]
        if len(self.pending) > 10_000:
            self._flush()

    def _flush(self) -> None:
        if self.pending:
            bare, self.pending = self.pending, bytearray()
            self._say(bare.decode(self.state.encoding or self.default, "replace"))

    def _word(self, word: str, number: int | None) -> None:
        first, self.opened = self.opened, False
        if first and (word in _NOT_SHOWN or (self.starred and word not in _MORE_TEXT)):
            self.found.pictures += word == "pict" and not self.state.skipped
            self.state = replace(self.state, skipped=True)
        elif first and word in ("fonttbl", "stylesheet"):
            self.state = replace(self.state, skipped=True, table=word)
        elif first and word == "annotation":
            self.found.comments += 1
            self.state = replace(self.state, skipped=True)
        elif first and word == "footnote" and not self.state.skipped:
            self.notes.append([])
            self.words.append(f'<sup><a href="#note-{len(self.notes)}">{len(self.notes)}</a></sup>')
            self.state = replace(self.state, note=True)
        elif self.state.table:
            self._define(word, number)
        elif word == "ansicpg" and number:
            self.default = _known(f"cp{number}") or self.default
        elif word == "mac":
            self.default = "mac_roman"
        elif not self.state.skipped:
            self._format(word, number)

    def _define(self, word: str, number: int | None) -> None:
        if word in ("f", "s"):
            self.number = number or 0
        elif word == "fcharset" and number in _CHARSETS:
            self.fonts[self.number] = _CHARSETS[number]
        elif word == "outlinelevel" and number is not None:
            self.levels[self.number] = number + 1

    def _format(self, word: str, number: int | None) -> None:
        on = number != 0
        if word == "u" and number is not None:
            self._unicode(number % 65536)
        elif word == "uc":
            self.state = replace(self.state, unicode_skip=min(max(number or 0, 0), 10))
        elif word in _BREAKS:
            self._end_block()
        elif word in _CHARACTERS:
            self._say(_CHARACTERS[word])
        elif word == "line":
            self._put("<br>")
        elif word == "f":
            self.state = replace(self.state, encoding=self.fonts.get(number or 0, ""))
        elif word == "v":
            self.state = replace(self.state, hidden=on)
        elif word in ("deleted", "revised"):
            self.found.deleted += on and word == "deleted"
            self.found.inserted += on and word == "revised"
            if word == "deleted":
                self.state = replace(self.state, deleted=on)
        elif word == "plain":
            self.state = replace(self.state, hidden=False, deleted=False, encoding="")
        else:
            self._lay_out(word, number)

    def _lay_out(self, word: str, number: int | None) -> None:
        if self.state.note:
            return
        if word == "pard":
            self.level, self.item = 0, False
        elif word == "s":
            self.level = self.levels.get(number or 0, 0)
        elif word == "outlinelevel":
            self.level = (number or 0) + 1
        elif word == "ls":
            self.item = True
        elif word == "cell":
            self.cells.append(f"<td>{self._taken()}</td>")
        elif word == "row":
            self.rows.append(f"<tr>{''.join(self.cells)}</tr>")
            self.cells = []

    def _unicode(self, code: int) -> None:
        self.skip = self.state.unicode_skip
        if 0xD800 <= code < 0xDC00:
            self.half = code
        elif 0xDC00 <= code < 0xE000:
            if self.half:
                self._say(chr(0x10000 + ((self.half - 0xD800) << 10) + code - 0xDC00))
            self.half = 0
        else:
            self._say(chr(code))

    def _say(self, text: str) -> None:
        if self.state.skipped or not text:
            return
        if self.state.hidden:
            self.found.hidden += len(text)
        elif not self.state.deleted:
            self._put(escape(text))

    def _put(self, markup: str) -> None:
        if self.state.note:
            self.notes[-1].append(markup)
        else:
            self.words.append(markup)

    def _taken(self) -> str:
        words, self.words = "".join(self.words), []
        return words

    def _end_block(self) -> None:
        if self.state.note:
            self._put(" ")
            return
        if self.cells and any(word.strip() for word in self.words):
            self.words.append("<br>")  # another paragraph of the same cell
            return
        words = self._taken()
        if not words.strip():
            return
        self._end_table()
        if 0 < self.level < 10:
            name = f"h{min(self.level, 6)}"
            self.blocks.append(f"<{name}>{words}</{name}>")
        else:
            self.blocks.append(f"<ul><li>{words}</li></ul>" if self.item else f"<p>{words}</p>")

    def _end_table(self) -> None:
        if self.cells:
            self.rows.append(f"<tr>{''.join(self.cells)}</tr>")
        if self.rows:
            self.blocks.append(f"<table>{''.join(self.rows)}</table>")
        self.cells, self.rows = [], []


def _known(encoding: str) -> str:
    """The encoding, or "" if Python does not know it."""
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return ""
