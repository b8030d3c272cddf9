"""A report of two columns as a PDF, from the text in `report.md`.

It is written without a library and without compression, so that its bytes depend on the text alone.
The text has headings (`##`), a lead (`>`), notes (`[^1]`), and one table (`|`), of which the first
row is the caption and the second the head.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfmetrics import stringWidth

WIDTH, HEIGHT = 595, 842  # points: A4
LEFT, RIGHT, GAP = 54, 541, 23
COLUMN = (RIGHT - LEFT - GAP) / 2
TOP, BOTTOM = 770.0, 72.0
FONTS = ("Times-Roman", "Times-Italic", "Helvetica", "Helvetica-Bold")
ROMAN, ITALIC, SANS, BOLD = range(4)
TEXT, NOTE, TABLE = 10.5, 8.0, 9.0
FOOT = "Made for the demonstration of Sourcebook; not original reporting"
_MARK = re.compile(r"\[\^(\d+)\]")
_CELLS = (0, 105, 245, 350)  # points from the left edge


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column.

    space: above its baseline, in points
    words: with their font and size; notes: numbers of the notes that belong to it
    keep: how many lines after it must stand in the same column
    """

    space: float
    words: str
    font: int = ROMAN
    size: float = TEXT
    indent: float = 0.0
    notes: tuple[str, ...] = ()
    keep: int = 0


@dataclass(slots=True)
class Sheet:
    """What is drawn on a page."""

    parts: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, font: int, size: float) -> float:
        """Draw words, the figures of notes raised; where they end."""
        for number, part in enumerate(_MARK.split(words)):
            mark = number % 2
            type_size, rise = (size * 0.62, size * 0.36) if mark else (size, 0.0)
            if part:
                at = f"1 0 0 1 {x:.2f} {y + rise:.2f} Tm"
                self.parts.append(f"BT /F{font} {type_size:.2f} Tf {at} ({_escaped(part)}) Tj ET")
                x += stringWidth(part, FONTS[font], type_size)
        return x

    def rule(self, x: float, y: float, length: float, thick: float = 0.5) -> None:
        """Draw a line."""
        self.parts.append(f"{x:.2f} {y:.2f} {length:.2f} {thick:.2f} re f")


def report(text: str) -> bytes:
    """The file."""
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.+)$", text, re.M))
    blocks = [b.strip() for b in re.sub(r"^\[\^\d+\]: .+$", "", text, flags=re.M).split("\n\n")]
    title, lead, *body = filter(None, blocks)
    table = next(block for block in body if block.startswith("|"))
    first = Sheet()
    top = _opening(first, title.removeprefix("# "), lead.removeprefix("> "))
    lines = [line for block in body if block != table for line in _lines(block)]
    sheets = _set(first, top, lines, notes, table)
    for number, sheet in enumerate(sheets, 1):
        _edges(sheet, number, title.removeprefix("# "))
    return _file(["\n".join(sheet.parts) for sheet in sheets], title.removeprefix("# "))


def _opening(sheet: Sheet, title: str, lead: str) -> float:
    """Draw the title and the lead across the page; where the columns begin."""
    sheet.rule(LEFT, 770, RIGHT - LEFT, 3)
    sheet.text(LEFT, 730, title, BOLD, 26)
    y = 706.0
    for line in _wrapped(lead, RIGHT - LEFT, ITALIC, 12):
        sheet.text(LEFT, y, line, ITALIC, 12)
        y -= 15
    return y - 6


def _lines(block: str) -> Iterator[Line]:
    if block.startswith("## "):
        yield Line(25, block[3:], BOLD, 11.5, keep=2)
        return
    rows = list(_wrapped(block, COLUMN, ROMAN, TEXT, first=10))
    for number, words in enumerate(rows):
        notes = tuple(_MARK.findall(words))
        indent = 0 if number else 10
        yield Line(13.5, words, indent=indent, notes=notes, keep=number == len(rows) - 2)


def _set(
    first: Sheet, top: float, lines: Sequence[Line], notes: dict[str, str], table: str
) -> list[Sheet]:
    """Fill columns from the first page on; the table stands at the head of the second."""
    sheets, at = [first], 0
    while True:
        lowest = BOTTOM
        # The columns of the last page end at the same height.
        while _columns(Sheet(), top, lowest + 4, lines, at, notes) == len(lines):
            lowest += 4
        at = _columns(sheets[-1], top, lowest, lines, at, notes)
        if at == len(lines):
            return sheets
        sheets.append(Sheet())
        top = _table(sheets[-1], table) if len(sheets) == 2 else TOP


def _columns(
    sheet: Sheet, top: float, low: float, lines: Sequence[Line], at: int, notes: dict[str, str]
) -> int:
    """Fill the two columns of a page; the first line that has no room."""
    for x in (LEFT, LEFT + COLUMN + GAP):
        at = _fill(sheet, x, top, low, lines, at, notes)
    return at


def _fill(
    sheet: Sheet,
    x: float,
    top: float,
    low: float,
    lines: Sequence[Line],
    at: int,
    notes: dict[str, str],
) -> int:
    """Set lines into a column, with their notes at the foot of the page; the first without room."""
    y = top
    own: list[str] = []
    while at < len(lines):
        line = lines[at]
        y -= line.space if y < top else line.size
        needed = sum(one.space for one in lines[at + 1 : at + 1 + line.keep])
        more = [part for number in line.notes for part in _note(number, notes)]
        foot = BOTTOM + 10 * len(own + more) + 12 * bool(own + more)
        if y - needed < max(low, foot):
            break
        own += more
        sheet.text(x + line.indent, y, line.words, line.font, line.size)
        at += 1
    if own:
        sheet.rule(x, BOTTOM + 10 * len(own) + 1, 60)
    for number, words in enumerate(own):
        sheet.text(x, BOTTOM + 10 * (len(own) - 1 - number), words, ROMAN, NOTE)
    return at


def _note(number: str, notes: dict[str, str]) -> Iterable[str]:
    return _wrapped(f"{number} {notes[number]}", COLUMN, ROMAN, NOTE)


def _table(sheet: Sheet, table: str) -> float:
    """Draw the table across the page; where the columns begin below it."""
    caption, *rows = (row.strip("| ").split(" | ") for row in table.splitlines())
    y = TOP - 10.0
    sheet.text(LEFT, y, caption[0], BOLD, 9.5)
    y -= 6
    sheet.rule(LEFT, y, RIGHT - LEFT, 1)
    for number, cells in enumerate(rows):
        y -= 13
        for cell, start in zip(cells, _CELLS, strict=True):
            sheet.text(LEFT + start, y, cell, SANS if number else BOLD, TABLE)
        sheet.rule(LEFT, y - 4, RIGHT - LEFT, 0.25)
    return y - 26


def _edges(sheet: Sheet, number: int, title: str) -> None:
    if number > 1:
        sheet.text(LEFT, 806, title, SANS, 8)
    sheet.text(LEFT, 40, FOOT, SANS, 7.5)
    end = stringWidth(str(number), FONTS[SANS], 8)
    sheet.text(RIGHT - end, 40, str(number), SANS, 8)


def _wrapped(text: str, width: float, font: int, size: float, first: float = 0.0) -> Iterator[str]:
    line = ""
    room = width - first
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and stringWidth(_MARK.sub("", longer), FONTS[font], size) > room:
            yield line
            longer, room = word, width
        line = longer
    yield line


def _escaped(text: str) -> str:
    return re.sub(r"([()\\])", r"\\\1", text)


def _file(pages: Sequence[str], title: str) -> bytes:
    """A PDF of these contents of pages."""
    count, start = len(pages), 3 + len(FONTS)
    fonts = " ".join(f"/F{n} {3 + n} 0 R" for n in range(len(FONTS)))
    kids = " ".join(f"{start + 2 * n} 0 R" for n in range(count))
    objects = [
        "<</Type/Catalog/Pages 2 0 R/Lang(en-GB)>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]/MediaBox[0 0 {WIDTH} {HEIGHT}]"
        f"/Resources<</Font<<{fonts}>>>>>>",
        *(
            f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"
            for name in FONTS
        ),
    ]
    for number, content in enumerate(pages):
        size = len(content.encode("cp1252"))
        objects.append(f"<</Type/Page/Parent 2 0 R/Contents {start + 2 * number + 1} 0 R>>")
        objects.append(f"<</Length {size}>>stream\n{content}\nendstream")
    objects.append(f"<</Title({_escaped(title)})>>")
    data = b"%PDF-1.4\n"
    offsets = []
    for number, one in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"trailer<</Size {size}/Root 1 0 R/Info {size - 1} 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("cp1252")
