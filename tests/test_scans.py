"""ALTO, PAGE and hOCR: pages that a program has read, in reading order."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.config import Config
from generator.model import Document, Source
from generator.read import Found, Reading, is_possible, read_source
from generator.read import read as read_all


def read(text: str, name: str = "a.xml") -> Found:
    data = text.encode()
    source = Source(name, f"seeds/{name}", data, hashlib.sha256(data).hexdigest(), "", len(data))
    root = Path("/nowhere")
    found = read_source(source, Config(root, root / "seeds", root / "site"))
    assert is_possible(found, source)
    return found


def passages(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document.passages]


def alto_line(top: int, *parts: str) -> str:
    words = "".join(
        part if part.startswith("<") else f'<String CONTENT="{part}" WC="0.9"/><SP/>'
        for part in parts
    )
    return f'<TextLine HPOS="100" VPOS="{top}" WIDTH="800" HEIGHT="20">{words}</TextLine>'


def alto(*blocks: str, margin: str = "") -> str:
    body = "".join(f"<TextBlock>{block}</TextBlock>" for block in blocks)
    return (
        '<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description>'
        "<OCRProcessing><ocrProcessingStep><processingSoftware><softwareName>ABBYY</softwareName>"
        "<softwareVersion>11</softwareVersion></processingSoftware></ocrProcessingStep>"
        '</OCRProcessing></Description><Layout><Page PHYSICAL_IMG_NR="7" WIDTH="1000" HEIGHT="2000">'
        f"<TopMargin><TextBlock>{margin}</TextBlock></TopMargin><PrintSpace>{body}</PrintSpace>"
        "</Page></Layout></alto>"
    )


def test_alto_joins_words_that_lines_break() -> None:
    part = '<String CONTENT="har" SUBS_TYPE="HypPart1" SUBS_CONTENT="harbour" WC="0.8"/><HYP/>'
    rest = '<String CONTENT="bour" SUBS_TYPE="HypPart2" SUBS_CONTENT="harbour" WC="0.8"/>'
    cut = '<String CONTENT="com"/><HYP CONTENT="-"/>'
    text = alto(
        alto_line(500, "The", part) + alto_line(530, rest, "and", "the", cut),
        alto_line(600, "mission", "met."),
        margin=alto_line(20, "Lindesund", "Gazette"),
    )
    (document,) = read(text).documents
    assert document.text == "The harbour and the com\n\nmission met."
    assert [page.label for page in document.pages] == ["7"]
    first, second = document.passages[0].lines
    assert (first.start, first.left, first.top, first.right, first.bottom) == (
        0,
        0.1,
        0.25,
        0.9,
        0.26,
    )
    assert document.text[second.start :].startswith("and the com")
    assert dict(document.extra)["text"] == "read by OCR (ABBYY 11), mean confidence 87 %"


def test_alto_hyphens_without_the_whole_word() -> None:
    text = alto(
        alto_line(500, "We", '<String CONTENT="com-"/><HYP/>') + alto_line(530, "mit", "it.")
    )
    assert read(text).documents[0].text == "We commit it."


def test_printed_numbers_name_pages() -> None:
    text = alto(alto_line(50, "(", "484", ")"), alto_line(500, "Thus", "it", "went."))
    (document,) = read(text).documents
    assert [page.label for page in document.pages] == ["484"]
    assert document.text == "Thus it went."


def test_paragraphs_go_on_in_the_next_block() -> None:
    long = ["The", "commission", "of", "the", "harbour", "met", "again", "and", "heard", "the"]
    text = alto(alto_line(500, *long), alto_line(100, "masters", "of", "ships."))
    assert len(read(text).documents[0].passages) == 1


def test_unsure_words_are_reported() -> None:
    found = read(alto(alto_line(500, "Tbe", "liarbour")).replace('WC="0.9"', 'WC="0.4"'))
    messages = [p.message for p in found.problems]
    assert "OCR was unsure of many words (mean confidence 40 %)." in messages


def region(name: str, kind: str, *lines: str) -> str:
    body = "".join(
        f'<TextLine><Coords points="100,{n * 50} 900,{n * 50} 900,{n * 50 + 40}"/><Word><TextEquiv>'
        f'<Unicode>x</Unicode></TextEquiv></Word><TextEquiv index="1"><Unicode>no</Unicode></TextEquiv>'
        f'<TextEquiv index="0"><Unicode>{line}</Unicode></TextEquiv></TextLine>'
        for n, line in enumerate(lines, 1)
    )
    return f'<TextRegion id="{name}" type="{kind}">{body}</TextRegion>'


def test_page_follows_its_reading_order() -> None:
    text = (
        '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Metadata>'
        "<Creator>Transkribus</Creator></Metadata><Page imageWidth='1000' imageHeight='2000'>"
        "<ReadingOrder><OrderedGroup><RegionRefIndexed index='1' regionRef='b'/>"
        "<RegionRefIndexed index='0' regionRef='a'/></OrderedGroup></ReadingOrder>"
        + region("b", "paragraph", "of Oslo, which har¬", "bours saw.")
        + region("a", "heading", "A letter")
        + region("h", "header", "Gazette")
        + region("n", "footnote", "1 In the north.")
        + "</Page></PcGts>"
    )
    (document,) = read(text).documents
    kinds = [(p.kind, document.text[p.start : p.end]) for p in document.passages]
    assert kinds == [
        ("heading", "A letter"),
        ("paragraph", "of Oslo, which harbours saw."),
        ("note", "1 In the north."),
    ]
    assert document.passages[0].lines[0].bottom == 0.045
    assert dict(document.extra)["text"] == "transcribed line by line in Transkribus"


HOCR = """<!DOCTYPE html><html><head><meta name='ocr-system' content='tesseract 5.3.0'/></head><body>
<div class='ocr_page' title='image "a.png"; bbox 0 0 1000 2000; ppageno 0'>
<p class='ocr_par'><span class='ocr_line' title='bbox 100 200 900 240'>
<span class='ocrx_word' title='bbox 100 200 200 240; x_wconf 90'>Dear</span>
<span class='ocrx_word' title='bbox 210 200 300 240; x_wconf 80'>Bob,</span></span></p>
<p class='ocr_par'><span class='ocr_line' title='bbox 100 300 900 340'>It rained.</span></p>
</div></body></html>"""


@pytest.mark.parametrize("name", ["a.hocr", "a.html", "a.xml"])
def test_hocr_is_known_by_its_marks(name: str) -> None:
    (document,) = read(HOCR, name).documents
    assert passages(document) == ["Dear Bob,", "It rained."]
    assert document.passages[1].lines[0].top == 0.15
    assert dict(document.extra)["text"] == "read by OCR (tesseract 5.3.0), mean confidence 85 %"


def test_pages_without_text_are_reported() -> None:
    (problem,) = read(alto()).problems
    assert (problem.level, problem.message) == ("error", "Has pages, but no text.")


METS = """<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:x="http://www.w3.org/1999/xlink"
 xmlns:m="http://www.loc.gov/mods/v3"><mets:dmdSec><mets:mdWrap><mets:xmlData><m:mods><m:titleInfo>
<m:nonSort>The</m:nonSort><m:title>Harbour</m:title></m:titleInfo><m:name><m:namePart>Lee, Ann
</m:namePart><m:role><m:roleTerm>aut</m:roleTerm></m:role></m:name><m:originInfo><m:dateIssued>1851
</m:dateIssued></m:originInfo></m:mods></mets:xmlData></mets:mdWrap></mets:dmdSec><mets:fileSec>
<mets:fileGrp><mets:file ID="A"><mets:FLocat x:href="alto/b.xml"/></mets:file>
<mets:file ID="B"><mets:FLocat x:href="file:///else/where/a.xml"/></mets:file></mets:fileGrp>
</mets:fileSec><mets:structMap TYPE="PHYSICAL"><mets:div><mets:div ORDERLABEL="xii">
<mets:fptr FILEID="A"/></mets:div><mets:div ORDERLABEL="1"><mets:fptr FILEID="B"/></mets:div>
</mets:div></mets:structMap></mets:mets>"""


def read_folder(files: dict[str, str]) -> Reading:
    sources = [
        Source(name, name, text.encode(), hashlib.sha256(text.encode()).hexdigest())
        for name, text in files.items()
    ]
    root = Path("/nowhere")
    return read_all(sources, Config(root, root / "seeds", root / "site"))


def test_mets_makes_one_document_of_its_pages() -> None:
    one = alto(alto_line(500, "Then", "it", "burned."))
    two = alto(alto_line(500, "First", "it", "rained."))
    other = alto(alto_line(500, "Another", "thing."))
    found = read_folder(
        {"v/alto/a.xml": one, "v/alto/b.xml": two, "v/mets.xml": METS, "c.xml": other}
    )
    document, last = sorted(found.documents, key=lambda d: d.path, reverse=True)
    assert (document.path, document.title, document.date) == ("v/mets.xml", "The Harbour", "1851")
    assert document.authors == ("Ann Lee",)
    assert document.text == "First it rained.\n\nThen it burned."
    assert [page.label for page in document.pages] == ["xii", "1"]
    assert last.text == "Another thing."


def test_numbered_files_are_pages_of_one_document() -> None:
    files = {
        f"1850-05-03/p{n}.xml": alto(alto_line(500, "Page", str(n), "said", "so.")) for n in (10, 9)
    }
    found = read_folder({**files, "1850-05-03/notes.xml": alto(alto_line(500, "A", "note."))})
    texts = [document.text for document in found.documents]
    assert sorted(texts) == ["A note.", "Page 9 said so.\n\nPage 10 said so."]
    assert "2 files were taken for the pages of one document." in [n.message for n in found.notes]


def test_a_damaged_page_of_a_volume_is_reported() -> None:
    good = alto(alto_line(500, "It", "rained."))
    found = read_folder({"p1.xml": good, "p2.xml": good[:-5]})
    assert [document.text for document in found.documents] == ["It rained."]
    messages = [p.message for p in found.problems if p.message != "No date."]
    assert messages[0].startswith("File 2 of 2 was not read: Its XML is damaged")


def test_mets_without_its_pages_is_reported() -> None:
    (problem,) = read_folder({"mets.xml": METS}).problems
    assert problem.message == "None of the pages that it lists (ALTO, PAGE) is among the sources."


def test_what_holds_lines_is_no_line_itself() -> None:
    lines = "<span class='ocr_line'>One</span><span class='ocr_line'>two.</span>"
    page = "<div class='ocr_page' title='bbox 0 0 9 9'><div class='{}'>{}</div></div>"
    head = "<meta name='ocr-system' content='x'>"
    read_page = read(f"{head}{page.format('ocr_textfloat', lines)}", "a.hocr")
    assert passages(read_page.documents[0]) == ["One two."]
    furniture = page.format("ocr_header", lines).replace(
        "</div></div>", "</div><p class='ocr_par'>"
    )
    text = f"{head}{furniture}<span class='ocr_line'>Three.</span></p></div>"
    assert passages(read(text, "a.hocr").documents[0]) == ["Three."]
    region = "<TextRegion>{}<TextEquiv><Unicode>Words.</Unicode></TextEquiv></TextRegion>"
    nested = f"<PcGts><Page>{region.format(region.format(''))}</Page></PcGts>"
    assert passages(read(nested).documents[0]) == ["Words."]
