"""OpenDocument texts and presentations in both families: what a page or a slide shows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from office_files import core, relations, zipped

from generator.config import Config, read_config
from generator.model import Source
from generator.read import Found, is_possible, read_source

OPEN = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "presentation", "meta")
) + (
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
STYLES = (
    "<office:automatic-styles><style:style style:name='P1' style:parent-style-name='Title'/>"
    "<style:style style:name='T1'><style:text-properties text:display='none'/></style:style>"
    "<style:style style:name='dp2'><style:drawing-page-properties presentation:visibility='hidden'/>"
    "</style:style></office:automatic-styles>"
)


@pytest.fixture
def config(make_project: Callable[..., Path]) -> Config:
    return read_config(make_project({}))


def read(name: str, data: bytes, config: Config) -> Found:
    source = Source(name, f"seeds/{name}", data, hashlib.sha256(data).hexdigest())
    found = read_source(source, config)
    assert is_possible(found, source)
    return found


def passages(found: Found) -> list[tuple[str, str]]:
    (document,) = found.documents
    return [(p.kind, document.text[p.start : p.end]) for p in document.passages]


def said(found: Found) -> list[str]:
    return [p.message for p in (*found.problems, *found.notes) if p.message != "No date."]


def opened(body: str, kind: str = "text", title: str = "", **parts: str) -> bytes:
    content = f"<office:document-content{OPEN}>{STYLES}<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    meta = f"<office:document-meta{OPEN}><office:meta><dc:title>{title}</dc:title><dc:creator>Admin</dc:creator><dc:date>2001-01-01</dc:date></office:meta></office:document-meta>"
    mimetype = {"text": "text", "presentation": "presentation"}[kind]
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{mimetype}",
            "content.xml": content,
            "meta.xml": meta,
            **parts,
        }
    )


ODT = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>DELETED words.</text:p>"
    "</text:deletion></text:changed-region></text:tracked-changes>"
    "<text:p text:style-name='P1'>Report on the quay</text:p>"
    "<text:table-of-content><text:p>Background 3</text:p></text:table-of-content>"
    "<text:h text:outline-level='1'>Background</text:h>"
    "<text:p>The quay<text:s text:c='2'/>closed.<text:note text:note-class='footnote'>"
    "<text:note-citation>1</text:note-citation><text:note-body><text:p>See letter 14.</text:p>"
    "</text:note-body></text:note> It opened<text:tab/>again.<office:annotation><text:p>A private "
    "remark.</text:p></office:annotation></text:p>"
    "<text:p><text:span text:style-name='T1'>hidden</text:span>Visible <text:a "
    "xlink:href='https://example.org/quay'>passage</text:a>.<draw:frame><draw:text-box><text:p>In a "
    "box.</text:p></draw:text-box></draw:frame></text:p>"
    "<text:list><text:list-item><text:p>Nets.</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>Mara</text:p></table:table-cell>"
    "<table:table-cell><text:p>41</text:p></table:table-cell></table:table-row></table:table>"
    "<text:p text:style-name='Quotations'>Quoted words.</text:p>"
)


def check_text(found: Found) -> None:
    (document,) = found.documents
    assert (document.title, document.authors, document.date) == ("Report on the quay", (), "")
    assert passages(found) == [
        ("heading", "Background"),
        ("paragraph", "The quay closed. It opened again."),
        ("paragraph", "Visible passage."),
        ("paragraph", "In a box."),
        ("item", "Nets."),
        ("cell", "Mara"),
        ("cell", "41"),
        ("quote", "Quoted words."),
        ("note", "See letter 14."),
    ]
    assert said(found) == [
        "Hidden text (6 characters) is not published.",
        "Has tracked changes: deletions (1) are left out, insertions (0) are kept.",
        "Comments (1) are left out.",
    ]


def test_an_opendocument_text(config: Config) -> None:
    check_text(read("a.odt", opened(ODT, title="Template title of nobody"), config))


def test_a_flat_opendocument_text(config: Config) -> None:
    flat = f"<office:document{OPEN}>{STYLES}<office:body><office:text>{ODT}</office:text></office:body></office:document>"
    check_text(read("a.fodt", flat.encode(), config))


def test_passwords_and_damage(config: Config) -> None:
    secret = opened(ODT, **{"META-INF/manifest.xml": "<manifest:encryption-data/>"})
    assert said(read("a.odt", secret, config)) == ["Protected by a password."]
    assert said(read("a.odt", zipped({"a": ""}), config))[0].startswith("Damaged")
    assert said(read("a.odt", opened("<text:p/>"), config)) == ["Has no text."]


def check_slides(found: Found) -> None:
    (document,) = found.documents
    assert passages(found) == [
        ("heading", "On the quay"),
        ("paragraph", "It was closed."),
        ("paragraph", "Mara | 41"),
        ("paragraph", "It was opened."),
    ]
    assert [(p.label, p.kind) for p in document.pages] == [(n, "slide") for n in "123"]
    last = document.passages[-1].sentences[0]
    assert document.pages_of(last.start, last.end) == (2,)
    assert said(found) == [
        "Hidden slides (1, the first is slide 2) are not published.",
        "Speaker notes (1) are left out.",
        "Comments (1) are left out.",
    ]


def test_an_opendocument_presentation(config: Config) -> None:
    def frame(kind: str, text: str) -> str:
        return f"<draw:frame presentation:class='{kind}'><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame>"

    row = "".join(
        f"<table:table-cell><text:p>{t}</text:p></table:table-cell>" for t in ("Mara", "41")
    )
    table = f"<draw:frame><table:table><table:table-row>{row}</table:table-row></table:table></draw:frame>"
    slides = (
        "<draw:page>" + frame("outline", "It was closed.") + frame("title", "On the quay") + table
        + frame("page-number", "1") + f"<presentation:notes>{frame('notes', 'Say it slowly.')}"
        "</presentation:notes></draw:page>"
        "<draw:page draw:style-name='dp2'>" + frame("title", "A hidden slide") + "</draw:page>"
        "<draw:page>" + frame("outline", "It was opened.") + "<office:annotation><text:p>Sure?"
        "</text:p></office:annotation></draw:page>"
    )  # fmt: skip
    check_slides(read("a.odp", opened(slides, "presentation"), config))


def test_a_presentation(config: Config) -> None:
    space = (
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )

    def shape(kind: str, text: str) -> str:
        return f"<p:sp><p:nvSpPr><p:nvPr><p:ph type='{kind}'/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"

    def slide(inside: str, attribute: str = "") -> str:
        return f"<p:sld {space} {attribute}><p:cSld><p:spTree>{inside}</p:spTree></p:cSld></p:sld>"

    cells = "".join(
        f"<a:tc><a:txBody><a:p><a:r><a:t>{t}</a:t></a:r></a:p></a:txBody></a:tc>"
        for t in ("Mara", "41")
    )
    table = f"<p:graphicFrame><a:tbl><a:tr>{cells}</a:tr></a:tbl></p:graphicFrame>"
    listed = "".join(f"<p:sldId r:id='slide{n}'/>" for n in (3, 1, 2))  # not in the order of names
    data = zipped(
        {
            "_rels/.rels": relations(
                officeDocument="ppt/presentation.xml", core="docProps/core.xml"
            ),
            "docProps/core.xml": core("PowerPoint Presentation"),
            "ppt/presentation.xml": f"<p:presentation {space}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>",
            "ppt/_rels/presentation.xml.rels": relations(
                **{f"slide{n}": f"slides/slide{n}.xml" for n in (1, 2, 3)}
            ),
            "ppt/slides/slide3.xml": slide(
                shape("body", "It was closed.")
                + shape("title", "On the quay")
                + table
                + shape("sldNum", "1")
            ),
            "ppt/slides/_rels/slide3.xml.rels": relations(notesSlide="../notesSlides/n.xml"),
            "ppt/notesSlides/n.xml": slide(shape("body", "Say it slowly.")),
            "ppt/slides/slide1.xml": slide(shape("title", "A hidden slide"), 'show="0"'),
            "ppt/slides/slide2.xml": slide(shape("body", "It was opened.")),
            "ppt/slides/_rels/slide2.xml.rels": relations(comments="../comments/c.xml"),
            "ppt/comments/c.xml": f"<p:cmLst {space}><p:cm><p:text>Sure?</p:text></p:cm></p:cmLst>",
        }
    )
    check_slides(read("a.pptx", data, config))


def test_whatever_hides_text(config: Config) -> None:
    text = (
        "<text:p>Open <text:hidden-text text:is-hidden='true'>SECRET</text:hidden-text>words.</text:p>"
        "<text:section text:display='condition' text:is-hidden='true'><text:p>SECRET</text:p>"
        "</text:section><text:p><text:hidden-paragraph text:is-hidden='true'/>SECRET</text:p>"
        "<table:table><table:table-row table:visibility='collapse'><table:table-cell><text:p>SECRET"
        "</text:p></table:table-cell></table:table-row></table:table>"
    )
    found = read("a.odt", opened(text), config)
    assert passages(found) == [("paragraph", "Open words.")]
    assert said(found) == ["Hidden text (24 characters) is not published."]


def test_hidden_shapes_of_slides(config: Config) -> None:
    frame = "<draw:frame{}><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    span = "Open<text:span text:style-name='T1'> SECRET</text:span> words."
    layer = "<draw:layer draw:name='L' draw:display='none'/>"
    shapes = (("", span), (" draw:display='none'", "SECRET"), (" draw:layer='L'", "SECRET"))
    page = f"{layer}<draw:page>{''.join(frame.format(*shape) for shape in shapes)}</draw:page>"
    found = read("a.odp", opened(page, "presentation"), config)
    assert passages(found) == [("paragraph", "Open words.")]
    assert said(found) == ["Hidden text (19 characters) is not published."]


def test_powerpoint_shapes_that_nobody_sees(config: Config) -> None:
    def shape(text: str, hidden: str = "", at: str = "") -> str:
        return (
            f"<p:sp><p:nvSpPr><p:cNvPr{hidden}/></p:nvSpPr><p:spPr>{at}</p:spPr><p:txBody><a:p>"
            f"<a:t>{text}</a:t></a:p></p:txBody></p:sp>"
        )

    beside = "<a:xfrm><a:off x='-50' y='0'/><a:ext cx='50' cy='9'/></a:xfrm>"
    twice = (
        f"<mc:AlternateContent><mc:Choice>{shape('once')}</mc:Choice><mc:Fallback>{shape('once')}"
        "</mc:Fallback></mc:AlternateContent>"
    )
    group = f"<p:grpSp><p:nvGrpSpPr><p:cNvPr hidden='1'/></p:nvGrpSpPr>{shape('SECRET')}</p:grpSp>"
    shapes = (
        shape("open"),
        shape("SECRET", " hidden='1'"),
        shape("SECRET", "", beside),
        twice,
        group,
    )
    spaces = (
        ' xmlns:p="p" xmlns:a="a" xmlns:mc="mc"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    ids = "<p:sldIdLst><p:sldId r:id='slide'/></p:sldIdLst><p:sldSz cx='100' cy='100'/>"
    data = zipped(
        {
            "_rels/.rels": relations(officeDocument="ppt/presentation.xml"),
            "ppt/presentation.xml": f"<p:presentation{spaces}>{ids}</p:presentation>",
            "ppt/_rels/presentation.xml.rels": relations(slide="one.xml"),
            "ppt/one.xml": f"<p:sld{spaces}><p:spTree>{''.join(shapes)}</p:spTree></p:sld>",
        }
    )
    found = read("a.pptx", data, config)
    assert passages(found) == [("paragraph", "open"), ("paragraph", "once")]
    assert said(found) == ["Hidden text (18 characters) is not published."]
