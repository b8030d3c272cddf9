"""PDF files for tests, made by code: the same bytes each time."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
FONT = "Times-Roman"


def pdf(draw: Callable[[Canvas], None], *, title: str = "", password: str = "") -> bytes:
    """A file that a function draws."""
    buffer = io.BytesIO()
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(buffer, pagesize=A4, invariant=1, encrypt=encryption)
    if title:
        canvas.setTitle(title)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def lines(canvas: Canvas, texts: Iterable[str], x: float, y: float, size: float = 10) -> float:
    """Draw lines below each other; where the next one would stand."""
    canvas.setFont(FONT, size)
    for text in texts:
        canvas.drawString(x, y, text)
        y -= 1.2 * size
    return y


def wrapped(text: str, width: float, size: float = 10) -> list[str]:
    """The lines of a text in a column of some width, in points."""
    found: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if stringWidth(longer, FONT, size) > width:
            found.append(line)
            longer = word
        line = longer
    return [*found, line]


def columned(canvas: Canvas, rows: Sequence[str], columns: int, length: int) -> None:
    """Fill pages with columns of `length` lines each, with a running head and a page number."""
    each = columns * length
    for page, start in enumerate(range(0, len(rows), each)):
        canvas.setFont(FONT, 8)
        canvas.drawString(50, HEIGHT - 40, "The Lindesund Gazette, Friday, May 31, 2019")
        canvas.drawRightString(WIDTH - 50, HEIGHT - 40, str(411 + page))
        for column in range(columns):
            first = start + column * length
            x = 50 + column * (WIDTH - 100) / columns
            lines(canvas, rows[first : first + length], x, HEIGHT - 80)
        lines(canvas, [f"{page + 1} The office closed in {2020 + page}."], 50, 100, 7)
        canvas.showPage()


def raw_pdf(objects: Sequence[bytes]) -> bytes:
    """A file of objects as they are, however odd; the first is the catalogue."""
    data = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(data))
    )


def page_of(content: bytes, resources: bytes = b"") -> list[bytes]:
    """The objects of a file with one page; further ones may follow from number 6."""
    packed = zlib.compress(content, 9)
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>%b>>>>" % resources,
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
