"""PDF files: what is read of them, and what is not."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import build_site
from pdf_files import FONT, columned, lines, page_of, pdf, raw_pdf, wrapped
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from generator.config import Config, read_config
from generator.model import Document, Source
from generator.read import Found, read_source

LETTERS = " ".join(
    f"Item {n} says that the harbour office of Lindesund sent letter {n} on {n % 28 + 1} May 2019."
    for n in range(1, 70)
)


@pytest.fixture
def config(make_project: Callable[..., Path]) -> Config:
    return read_config(make_project({}))


def read(data: bytes, config: Config, name: str = "a.pdf") -> Found:
    return read_source(
        Source(name, f"seeds/{name}", data, hashlib.sha256(data).hexdigest()), config
    )


def document(data: bytes, config: Config) -> Document:
    return read(data, config).documents[0]


def drawn(*rows: str) -> bytes:
    return pdf(lambda canvas: lines(canvas, rows, 60, 700) and None)


def test_columns_pages_and_notes(config: Config) -> None:
    data = pdf(
        lambda canvas: columned(canvas, wrapped(LETTERS, 155), 3, 38),
        title="Microsoft Word - draft7.doc",
    )
    found = document(data, config)
    assert [page.label for page in found.pages] == ["411", "412"]
    assert "Gazette" not in found.text
    assert "411" not in found.text
    items = [word for word in found.text.split() if word.isdigit() and word != "2019"]
    assert [int(n) for n in items[0:9:3]] == [1, 2, 3]
    assert [p.kind for p in found.passages if p.kind == "note"] == ["note"] * 2
    assert not found.title.startswith("Microsoft")


def test_a_sentence_knows_its_pages(config: Config) -> None:
    found = document(pdf(lambda c: columned(c, wrapped(LETTERS, 220), 2, 30)), config)
    cut = next(
        s for p in found.passages for s in p.sentences if len(found.pages_of(s.start, s.end)) > 1
    )
    assert found.pages_of(cut.start, cut.end) == (0, 1)
    first = found.passages[0].sentences[0]
    assert found.pages_of(first.start, first.end) == (0,)


def test_hyphens_at_line_ends(config: Config) -> None:
    rows = ("The harbour com-", "mission of 2018–", "2019 kept its long-", "term plan, and the UN-",
            "backed envoy saw the FAA-", "approved notice by Jean-", "Pierre Morel. The commission",
            "sent a long-term note.")  # fmt: skip
    assert document(drawn(*rows), config).text == (
        "The harbour commission of 2018–2019 kept its long-term plan, and the UN-backed envoy saw "
        "the FAA-approved notice by Jean-Pierre Morel. The commission sent a long-term note."
    )


def test_boxes_of_pages_that_share_a_size(config: Config) -> None:
    objects = page_of(b"BT /F 10 Tf 1 0 0 1 100 900 Tm (The quay was closed.) Tj ET")
    objects[1] = b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 500 1000]>>"
    objects[2] = objects[2].replace(b"/MediaBox[0 0 612 792]", b"")
    found = document(raw_pdf(objects), config)
    (line,) = found.passages[0].lines
    assert (line.left, found.pages[0].height) == (0.2, 1000)
    assert 0.08 < line.top < line.bottom < 0.11


def test_all_figures_of_a_raised_number_are_raised(config: Config) -> None:
    objects = page_of(b"BT /F 10 Tf 60 700 Td (The quay was closed.) Tj /F 6 Tf 4 Ts (12) Tj ET")
    assert document(raw_pdf(objects), config).text == "The quay was closed.¹²"


def test_a_figure_at_the_beginning_of_a_line_is_raised(config: Config) -> None:
    objects = page_of(
        b"BT 60 700 Td /F 6 Tf 4 Ts (7) Tj /F 10 Tf 0 Ts (Since then it was shut.) Tj ET"
    )
    assert document(raw_pdf(objects), config).text == "⁷Since then it was shut."


def test_a_page_without_a_size_is_read(config: Config) -> None:
    objects = page_of(b"BT /F 10 Tf 60 700 Td (The quay was closed.) Tj ET")
    objects[2] = objects[2].replace(b"[0 0 612 792]", b"[0 0 0 0]")
    assert not any("report" in str(p) for p in read(raw_pdf(objects), config).problems)


def test_fonts_say_by_their_names_how_they_look(config: Config) -> None:
    objects = page_of(
        b"BT /F 10 Tf 60 700 Td (What was found) Tj /G 10 Tf 0 -12 Td (The quay) Tj ET",
    )
    objects[2] = objects[2].replace(b"/F 5 0 R", b"/F 5 0 R/G 6 0 R")
    objects[4] = objects[4].replace(b"Helvetica", b"AdvOT56309c18.I")
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    assert [p.kind for p in document(raw_pdf(objects), config).passages] == ["heading", "paragraph"]


def test_letters_of_formulas_are_letters(config: Config) -> None:
    mapping = b"1 beginbfchar<41><D835DC65>endbfchar"
    table = (
        b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange"
        b"<00><FF>endcodespacerange " + mapping + b" endcmap end end"
    )
    objects = page_of(b"BT /F 10 Tf 60 700 Td (A) Tj ET")
    objects[4] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    objects.append(b"<</Length %d>>stream\n%b\nendstream" % (len(table), table))
    assert document(raw_pdf(objects), config).text == "x"


def test_a_title_counts_only_if_the_text_has_it(config: Config) -> None:
    rows = ("The Fire at the Quay", "", "The fire at the quay of Lindesund began in the night.")
    kept = document(
        pdf(lambda c: lines(c, rows, 60, 700) and None, title="The fire at the quay"), config
    )
    assert (kept.title, kept.title_origin.code) == ("The fire at the quay", "metadata")
    other = document(
        pdf(lambda c: lines(c, rows, 60, 700) and None, title="Annual report 2001"), config
    )
    assert other.title != "Annual report 2001"


def test_text_under_a_black_bar_is_not_read(config: Config) -> None:
    def draw(canvas: Canvas) -> None:
        before, name = "The witness was ", "Mara Lindqvist"
        lines(canvas, [f"{before}{name} of Lindesund, who saw the fire."], 60, 700)
        at, long = 60 + stringWidth(before, FONT, 10), stringWidth(name, FONT, 10)
        canvas.rect(at, 697, long, 11, stroke=0, fill=1)
        canvas.rect(50, 600, 300, 30, stroke=0, fill=1)
        canvas.setFillGray(1)
        lines(canvas, ["White words on a black ground are read."], 60, 610)

    found = read(pdf(draw), config)
    assert found.documents[0].text == (
        "The witness was ███ of Lindesund, who saw the fire.\n\n"
        "White words on a black ground are read."
    )
    assert "13 characters under black bars are not read (first on page 1)" in str(found.problems[0])


MOVED = "".join(
    chr(ord(c) - 29) if c > "A" else c for c in "Die Gemeinde hat den Bericht des Hafens beraten"
)
REFUSED = {
    "scan": (pdf(lambda c: c.rect(50, 50, 300, 300, fill=1)), "Has no text, only pictures."),
    "password": (pdf(lambda c: c.drawString(50, 700, "Secret."), password="x"), "password"),
    "not a PDF": (b"%PDF-1.7 nothing", "Not a PDF, or damaged."),
    "pages in a circle": (
        raw_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 9>>"]),
        "damaged",
    ),
    "letters moved": (drawn(*[MOVED] * 30), "do not say which letters they show"),
    "no content": (raw_pdf(page_of(b"q " * 1000)), "Has no text, only pictures."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_reported(name: str, config: Config) -> None:
    data, message = REFUSED[name]
    found = read(data, config)
    assert not found.documents
    assert message in str(found.problems[0])


def test_a_table_is_one_on_the_page_of_its_source(make_project: Callable[..., Path]) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["The quay was built in 1911 by the office of Lindesund."], 50, 700)
        for row in range(4):
            for at, text in enumerate((f"{row + 1} May 2019", "Lindesund", f"{row}00")):
                lines(canvas, [text], 50 + 150 * at, 600 - 14 * row)

    quiet = 'search = false\npages = "none"\n'
    root = make_project({"seeds/2019-05-31-a.pdf": pdf(draw), "sourcebook.toml": quiet})
    build_site(root)
    (page,) = (p for p in (root / "site/sources").glob("*.html") if p.name != "index.html")
    rows = re.findall("<tr>.*?</tr>", page.read_text())
    assert len(rows) == 4
    assert [row.count("<td>") for row in rows] == [3] * 4
    assert [row.count(' id="s') for row in rows] == [1] * 4
    day = (root / "site/timeline/2019.html").read_text()
    assert "<mark>2 May 2019</mark> | Lindesund | 100" in day


def test_originals_are_offered_only_if_asked_for_and_whole(
    make_project: Callable[..., Path],
) -> None:
    rows = ("The office of Lindesund met on 3 May 2019.", "It was closed in 2020.")
    open_file = drawn(*rows)

    def draw(canvas: Canvas) -> None:
        lines(canvas, [*rows, "Mara Lindqvist saw it."], 60, 700)
        canvas.rect(50, 670, 200, 12, stroke=0, fill=1)

    attached = raw_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)6 0 R]>>>>>>",
            *page_of(b"BT /F 10 Tf 60 700 Td (It met again in 2021.) Tj ET")[1:],
            b"<</Type/Filespec/F(a.txt)/EF<</F 7 0 R>>>>",
            b"<</Type/EmbeddedFile/Length 6>>stream\nsecret\nendstream",
        ]
    )
    quiet = 'search = false\npages = "none"\n'
    files = {
        "2019-05-31-a.pdf": open_file,
        "2019-06-01-b.pdf": pdf(draw),
        "2019-06-02-c.pdf": attached,
    }
    root = make_project({f"seeds/{n}": d for n, d in files.items()} | {"sourcebook.toml": quiet})
    build_site(root)
    assert not (root / "site/originals").exists()
    (root / "sourcebook.toml").write_text(f"{quiet}publish_originals = true\n")
    built = build_site(root)
    (offered,) = (root / "site/originals").iterdir()
    assert offered.read_bytes() == open_file
    page = (root / f"site/sources/{offered.stem}.html").read_text()
    assert (
        f'<a href="../originals/{offered.name}" download>PDF, {len(open_file) / 1000:.0f} kB</a>'
        in page
    )
    said = [p.path for p in built.problems if "Not offered for download" in p.message]
    assert said == ["seeds/2019-06-01-b.pdf", "seeds/2019-06-02-c.pdf"]


def test_quotes_cite_their_page(make_project: Callable[..., Path]) -> None:
    data = pdf(lambda c: columned(c, wrapped(LETTERS, 220), 2, 30))
    root = make_project(
        {"seeds/2019-05-31-letters.pdf": data, "sourcebook.toml": "search = false\n"}
    )
    build_site(root)
    day = (root / "site/timeline/2019.html").read_text()
    assert ">p. 411</a>" in day
    assert "#on-page-" in day
    page = next((root / "site/sources").glob("2019-05-31-*.html")).read_text()
    assert 'id="page-411" role="doc-pagebreak" title="page 411"' in page
    assert ",p. 411," in (root / "site/data/timeline.csv").read_text().replace('"', "")


def test_quoted_pages_are_shown_with_their_sentences_marked(
    make_project: Callable[..., Path],
) -> None:
    data = pdf(lambda c: columned(c, wrapped(LETTERS, 220), 2, 30))
    quiet = "search = false\n"
    files = {"seeds/2019-05-31-letters.pdf": data, "sourcebook.toml": quiet}
    root = make_project(files)
    built = build_site(root)
    (page,) = (p for p in (root / "site/sources").glob("*.html") if p.name != "index.html")
    source = page.read_text()
    anchor = re.search(r'<g id="(on-page-[^"]+)"><rect x="', source)[1]
    linked = "".join(p.read_text() for p in (root / "site/timeline").glob("2019*.html"))
    assert f"#{anchor}" in linked
    pictures = {p.name: p.read_bytes() for p in (root / "site/media").glob("*.webp")}
    assert len(pictures) == 2
    assert built.pages == 2
    assert built.pages_size == sum(map(len, pictures.values()))
    assert built.heaviest_size > built.pages_size
    build_site(root)
    assert {p.name: p.read_bytes() for p in (root / "site/media").iterdir()} == pictures
    (root / "sourcebook.toml").write_text(f'{quiet}pages = "none"\n')
    build_site(root)
    assert not (root / "site/media").exists()
    assert ">p. 411</a>" in (root / "site/timeline/2019.html").read_text()
