"""PDF pages in columns from right to left, as in Japanese books. The texts are made up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import pytest
from pdf_files import raw_pdf

from generator.config import Config
from generator.model import Document, Source
from generator.read import read_source
from generator.read.page_layout.runs import Box, Run
from generator.read.page_layout.vertical import without_ruby

WIDTH, HEIGHT = 400, 500
EM = 10
CONFIG = Config(Path("/nowhere"), Path("/nowhere/seeds"), Path("/nowhere/site"))
# Where a character stands, its size, and whether it is turned to the right.
Mark = tuple[str, float, float, float, bool]

FIRST = "五月三日の夜、港の古い倉庫から火が出た。"
SECOND = "火は朝まで消えず、隣の二棟も焼けた。"
THIRD = "町長は翌日、被害を調べると述べた。"


def column(text: str, x: float, top: float = 440, size: float = EM) -> list[Mark]:
    """Characters below each other; x: of the column's left edge."""
    return [(c, x, top - (n + 0.88) * size, size, False) for n, c in enumerate(text)]


def line(text: str, x: float, y: float, size: float = EM, step: float = 1.0) -> list[Mark]:
    return [(c, x + n * size * step, y, size, False) for n, c in enumerate(text)]


def columns(texts: Iterable[str], right: float = 350) -> list[Mark]:
    """Columns with a distance of 1.8, from right to left."""
    return [mark for n, text in enumerate(texts) for mark in column(text, right - 18 * n)]


def page_of_marks(*pages: list[Mark], bars: str = "") -> bytes:
    """A file whose font is a square for each character. `bars`: drawn last on each page."""
    letters = sorted({mark[0] for marks in pages for mark in marks})
    code = {letter: number for number, letter in enumerate(letters, 1)}
    streams = [" ".join(_shown(mark, code) for mark in marks) + bars for marks in pages]
    unicode = "".join(f"<{n:02X}><{ord(c):04X}>\n" for c, n in code.items())
    cmap = (
        "begincmap\n1 begincodespacerange\n<00><FF>\nendcodespacerange\n"
        f"{len(code)} beginbfchar\n{unicode}endbfchar\nendcmap"
    )
    widths = " ".join("1000" if ord(letter) > 0x2000 else "500" for letter in letters)
    names = " ".join("/a" if ord(letter) > 0x2000 else "/b" for letter in letters)
    kids = " ".join(f"{7 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}/MediaBox[0 0 {WIDTH} {HEIGHT}]"
        "/Resources<</Font<</F 3 0 R>>>>>>",
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]"
        f"/CharProcs<</a 5 0 R/b 6 0 R>>/Encoding<</Differences[1 {names}]>>/FirstChar 1"
        f"/LastChar {len(code)}/Widths[{widths}]/ToUnicode 4 0 R>>",
        _stream(cmap),
        _stream("1000 0 0 -120 1000 880 d1 50 -70 900 900 re f"),
        _stream("500 0 0 -120 500 880 d1 50 -70 400 900 re f"),
    ]
    for number, stream in enumerate(streams):
        objects += [f"<</Type/Page/Parent 2 0 R/Contents {8 + 2 * number} 0 R>>", _stream(stream)]
    return raw_pdf([text.encode() for text in objects])


def _shown(mark: Mark, code: dict[str, int]) -> str:
    letter, x, y, size, turned = mark
    turn = f"0 -{size} {size} 0" if turned else f"{size} 0 0 {size}"
    return f"BT /F 1 Tf {turn} {x:g} {y:g} Tm <{code[letter]:02X}> Tj ET"


def _stream(text: str) -> str:
    return f"<</Length {len(text)}>>stream\n{text}\nendstream"


def document(data: bytes) -> Document:
    source = Source("a.pdf", "a.pdf", data, hashlib.sha256(data).hexdigest())
    found = read_source(source, CONFIG)
    assert found.documents, found.problems
    return found.documents[0]


def test_columns_are_read_from_right_to_left_and_one_paragraph_goes_on_over_them() -> None:
    text = FIRST + SECOND + THIRD
    parts = [text[at : at + 20] for at in range(0, len(text), 20)]
    found = document(page_of_marks(columns(parts)))
    assert found.text == text
    assert (found.pages[0].width, found.pages[0].height) == (WIDTH, HEIGHT)
    # The marks on the page's picture stand where the columns do: at the right, and high.
    first, second, *_ = (line for passage in found.passages for line in passage.lines)
    assert first.left == pytest.approx(350 / WIDTH, abs=0.01)
    assert first.right == pytest.approx(360 / WIDTH, abs=0.01)
    assert first.top == pytest.approx(60 / HEIGHT, abs=0.02)
    assert first.bottom == pytest.approx(260 / HEIGHT, abs=0.02)
    assert second.right < first.left


def test_an_indented_column_begins_a_paragraph() -> None:
    rows = [FIRST[:20], SECOND]
    marks = columns(rows) + column(THIRD, 350 - 36, 440 - EM) + column(SECOND, 350 - 54)
    assert document(page_of_marks(marks)).text.split("\n\n") == [
        FIRST[:20] + SECOND,
        THIRD + SECOND,
    ]


def test_small_kana_beside_a_word_are_not_its_text() -> None:
    base = column(FIRST, 350)
    ruby = column("みなと", 360.5, 440 - 8 * EM, EM / 2)
    assert document(page_of_marks(base[:9] + ruby + base[9:] + column(SECOND, 332))).text == (
        FIRST + SECOND
    )


def test_figures_side_by_side_in_a_column_are_a_number() -> None:
    marks = column("十月", 350)
    marks += line("12", 350, 440 - 2.88 * EM, step=0.5) + column("日、橋が落ちた。", 350, 410)
    assert document(page_of_marks(marks + column(SECOND, 332))).text == (
        "十月12日、橋が落ちた。" + SECOND
    )


def test_words_in_latin_letters_are_turned() -> None:
    marks = column("会長は", 350)
    marks += [(c, 353, 410 - 5 * n, EM, True) for n, c in enumerate("OECD")]
    marks += column("に行った。", 350, 390)
    assert document(page_of_marks(marks + column(SECOND, 332))).text == (
        "会長はOECDに行った。" + SECOND
    )


def test_a_heading_across_a_page_of_columns() -> None:
    marks = line("港の火事について", 60, 460, 16) + columns([FIRST, SECOND, THIRD])
    heading, *others = document(page_of_marks(marks)).text.split("\n\n")
    assert heading == "港の火事について"
    assert others == [FIRST + SECOND + THIRD]


def test_columns_on_a_page_of_lines() -> None:
    lines = [mark for n in range(6) for mark in line(FIRST, 40, 440 - 16 * n)]
    marks = lines + column("町の広報", 360) + column("第三号", 342)
    text = document(page_of_marks(marks)).text
    assert "町の広報第三号" in text
    assert text.count(FIRST) == 6


def test_brackets_and_marks_of_columns_are_the_usual_ones() -> None:
    marks = columns(["市長は\ufe41行く\ufe42と言った\ufe12", SECOND])
    assert document(page_of_marks(marks)).text == "市長は「行く」と言った。" + SECOND


def test_page_numbers_stand_above_and_below_the_columns() -> None:
    texts = ([FIRST, SECOND], [SECOND, THIRD], [THIRD, FIRST])
    pages = [columns(text) + line(f"{n}", 200, 20, step=0.5) for n, text in enumerate(texts, 14)]
    found = document(page_of_marks(*pages))
    assert not any(figure.isdigit() for figure in found.text)
    assert [page.label for page in found.pages] == ["14", "15", "16"]


def test_what_a_black_bar_covers_is_not_read() -> None:
    bar = f" 0 g 345 {440 - 12 * EM} 20 {4 * EM} re f"  # on the ninth to twelfth character
    text = document(page_of_marks(columns([FIRST, SECOND]), bars=bar)).text
    assert text == f"{FIRST[:8]}███{FIRST[12:]}{SECOND}"


def test_ruby_is_small_kana_above_other_type() -> None:
    def run(text: str, left: float, baseline: float, size: float) -> Run:
        right = left + len(text) * size
        return Run(text, Box(left, baseline, right, baseline + size), baseline, size)

    base = [run("東京の町", 0, 100, 10), run("そこに", 0, 80, 10)]
    ruby = run("とうきょう", 0, 110, 4)
    apart = run("ふりがな", 200, 110, 4)
    assert without_ruby([*base, ruby, apart]) == (*base, apart)
