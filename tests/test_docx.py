"""Word documents: what a page shows is read, what it does not show is left out and reported."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from office_files import docx, par, run, zipped

from generator.config import Config, read_config
from generator.model import Source
from generator.read import Found, is_possible, read_source


@pytest.fixture
def config(make_project: Callable[..., Path]) -> Config:
    return read_config(make_project({}))


def read(data: bytes, config: Config, name: str = "a.docx") -> Found:
    source = Source(name, f"seeds/{name}", data, hashlib.sha256(data).hexdigest())
    found = read_source(source, config)
    assert is_possible(found, source)
    return found


def passages(found: Found) -> list[tuple[str, str]]:
    (document,) = found.documents
    return [(p.kind, document.text[p.start : p.end]) for p in document.passages]


def said(found: Found) -> list[str]:
    return [p.message for p in (*found.problems, *found.notes) if p.message != "No date."]


BOX = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"
NEW_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}"
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    "<w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>"
    f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('3 May 2019')}"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
)
FEATURES = (
    par("Report on the quay", "Title"),
    par("Background", "berschrift1"),
    par(f"{run('The quay closed on 12 April 2019.')}<w:r><w:footnoteReference w:id='2'/></w:r>{run(' It opened again.')}"),
    par(f"<w:ins w:id='1'>{run('INSERTED words. ')}</w:ins><w:del w:id='2'><w:r><w:delText>DELETED words. </w:delText></w:r></w:del>{run('Kept words.')}"),
    par(f"<w:moveFrom w:id='3'>{run('Moved words.')}</w:moveFrom><w:moveTo w:id='4'>{run('Moved words.')}</w:moveTo>"),
    par(f"<w:commentRangeStart w:id='0'/>{run('Commented words.')}<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r>"),
    par(f"<w:hyperlink r:id='hyperlink'>{run('the harbour page')}</w:hyperlink>{run(' tells more.')}"),
    par(run("hidden passage", "<w:vanish/>") + run("Visible passage.", "<w:vanish w:val='0'/>")),
    par("A whole hidden paragraph.", "Secret"),
    par("<w:r><w:t>Line one</w:t><w:br/><w:t>line two</w:t><w:tab/><w:t>after tab</w:t><w:noBreakHyphen/><w:t>x</w:t></w:r>"),
    par(BOX.format(par("Words in an old box."))),
    par(NEW_BOX.format(par("Words in a new box."))),
    "<w:sdt><w:sdtContent>" + par("Words in a content control.") + "</w:sdtContent></w:sdt>",
    "<w:tbl><w:tr><w:tc>" + par("Name") + "</w:tc><w:tc>" + par("Age") + "</w:tc></w:tr></w:tbl>",
    par(FIELD),
    par("Part of it", "Outlined"),
    par(run("Own style", "")).replace("<w:p>", "<w:p><w:pPr><w:pStyle w:val='Own'/></w:pPr>"),
    par("Background ... 3", "Verzeichnis1"),
    par("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>" + run(" is a formula.")),
    "<w:sectPr><w:headerReference w:type='default' r:id='header'/></w:sectPr>",
)  # fmt: skip
PARTS = {
    "footnotes": f"<w:footnote w:id='2'>{par('See letter 14.')}</w:footnote>",
    "comments": f"<w:comment w:id='0' w:author='J. Morel'>{par('A private remark.')}</w:comment>",
    "header": par("RUNNING HEADER"),
}


def test_what_a_page_shows(config: Config) -> None:
    found = read(docx("".join(FEATURES), title="Template title", **PARTS), config)
    (document,) = found.documents
    assert document.title == "Report on the quay"
    assert (document.authors, document.date) == ((), "")
    assert passages(found) == [
        ("heading", "Background"),
        ("paragraph", "The quay closed on 12 April 2019. It opened again."),
        ("paragraph", "INSERTED words. Kept words."),
        ("paragraph", "Moved words."),
        ("paragraph", "Commented words."),
        ("paragraph", "the harbour page tells more."),
        ("paragraph", "Visible passage."),
        ("paragraph", "Line one\nline two after tab\u2011x"),
        ("paragraph", "Words in an old box."),
        ("paragraph", "Words in a new box."),
        ("paragraph", "Words in a content control."),
        ("cell", "Name"),
        ("cell", "Age"),
        ("paragraph", "3 May 2019"),
        ("heading", "Part of it"),
        ("heading", "Own style"),
        ("paragraph", "a=b is a formula."),
        ("note", "See letter 14."),
    ]
    link = next(i.html for p in document.passages for i in p.inline if "href" in i.html)
    assert 'href="https://example.org/quay"' in link
    assert said(found) == [
        "Hidden text (39 characters) is not published.",
        "Has tracked changes: deletions (2) are left out, insertions (2) are kept.",
        "Comments (1) are left out.",
    ]


def test_lists(config: Config) -> None:
    numbering = (
        "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/></w:lvl>"
        "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    )
    item = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>{}</w:p>"
    found = read(
        docx(item.format(run("Nets.")) + item.format(run("Boats.")), numbering=numbering), config
    )
    assert passages(found) == [("item", "Nets."), ("item", "Boats.")]


def test_the_title_of_the_properties_counts_if_the_text_has_it(config: Config) -> None:
    body = par("On the Quay at Lindesund") + par("It was closed for a year, the office says.")
    stated = read(docx(body, title="On the quay at Lindesund"), config).documents[0]
    assert (stated.title, stated.title_origin.code) == ("On the quay at Lindesund", "metadata")
    other = read(docx(body, title="Letter template (blank)"), config).documents[0]
    assert other.title_origin.code != "metadata"


def test_bombs_and_entities_are_refused(config: Config) -> None:
    bomb = docx(par("A" * 1000) * 22_000)
    assert len(bomb) < 100_000
    assert said(read(bomb, config)) == [
        "Unpacked, it would be more than 50 times as large, or larger than 1 GB."
    ]
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    kind = f'<!DOCTYPE x [<!ENTITY a0 "haha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    for reference in ("", "&a9;", "&f;"):
        found = read(docx(par(f"Kept {reference} words."), before=kind), config)
        assert not found.documents
        assert "root:" not in str(found)
        assert "haha" not in str(found)


def test_a_document_of_pictures_alone(config: Config) -> None:
    found = read(docx(par("<w:r><w:drawing/></w:r>")), config)
    assert said(found) == ["Has no text, only pictures."]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 damaged", "Not a zip archive, or damaged."),
        (b"no Word document", "Not a zip archive, or damaged."),
        (zipped({"word/document.xml": "<x/>"}), "Damaged: the part with the document is missing."),
        (docx("<w:p>"), "Its XML is damaged"),
        (docx(par(run("x"), "None") + "<w:tbl/>" * 3), ""),
    ],
)
def test_damaged_documents_are_reported(data: bytes, message: str, config: Config) -> None:
    found = read(data, config)
    assert "".join(said(found)).startswith(message)


def test_documents_within_it_are_reported(config: Config) -> None:
    found = read(docx(par("Words.") + "<w:altChunk r:id='x'/>"), config)
    assert said(found) == ["Documents inside it are not read (1)."]


@pytest.mark.parametrize(
    "hidden",
    [
        f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{par('SECRET')}</w:tc></w:tr></w:tbl>",
        par(run("SECRET", "<w:sz w:val='2'/>")),
        par(
            BOX.format(par("SECRET")).replace(
                "<v:textbox>", "<v:textbox style='visibility: hidden'>"
            )
        ),
        par(
            "<w:r><w:drawing><wps:docPr hidden='1'/><wps:txbx><w:txbxContent>"
            f"{par('SECRET')}</w:txbxContent></wps:txbx></w:drawing></w:r>"
        ),
    ],
)
def test_whatever_hides_text(hidden: str, config: Config) -> None:
    found = read(docx(hidden + par("Open words.")), config)
    assert passages(found) == [("paragraph", "Open words.")]
    assert said(found) == ["Hidden text (6 characters) is not published."]


def test_deleted_cells_and_empty_forms_are_no_text(config: Config) -> None:
    cell = f"<w:tc><w:tcPr><w:cellDel w:id='1'/></w:tcPr>{par('DELETED')}</w:tc>"
    table = f"<w:tbl><w:tr>{cell}<w:tc>{par('kept')}</w:tc></w:tr></w:tbl>"
    form = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    found = read(docx(table + form.format(par("Click here"))), config)
    assert passages(found) == [("cell", "kept")]
    assert said(found) == [
        "Has tracked changes: deletions (1) are left out, insertions (0) are kept."
    ]


def test_no_text_is_lost_for_what_stands_around_it(config: Config) -> None:
    inside = (
        f"<w:fldSimple w:instr='AUTHOR'>{run('Anna')}</w:fldSimple><w:bdo>{run(' went')}</w:bdo>"
        f"<w:dir>{run(' home')}</w:dir><w:hyperlink r:id='missing'>{run('.')}</w:hyperlink>"
    )
    assert passages(read(docx(par(inside)), config)) == [("paragraph", "Anna went home.")]


BOLD = "<w:b/>"


def test_short_paragraphs_in_bold_type_are_headings(config: Config) -> None:
    body = (
        par(run("Duties of the clerk:", BOLD)) + par("The clerk keeps the books.")
        + par(run("Note.", BOLD)) + par(run("A label: ", BOLD) + run("and its text"))
    )  # fmt: skip
    kinds = [kind for kind, _ in passages(read(docx(body), config))]
    assert kinds == ["heading", "paragraph", "paragraph", "paragraph"]


def test_bold_items_and_addresses_are_no_headings(config: Config) -> None:
    number = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    items = "".join(f"<w:p>{number}{run(text, BOLD)}</w:p>" for text in ("Leaves", "Berries"))
    lines = "".join(par(run(f"Line {n} of the address", BOLD)) for n in "abcd")
    body = items + par("The duck eats them.") + lines
    assert "heading" not in [kind for kind, _ in passages(read(docx(body), config))]


def test_a_table_without_words_is_left_out(config: Config) -> None:
    empty = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    found = read(docx(par("The quay was closed.") + empty), config)
    assert passages(found) == [("paragraph", "The quay was closed.")]
    assert "table" not in str(found.documents[0])
