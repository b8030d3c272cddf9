"""TEI: header, text, pages, notes, and the names that editors have marked."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.config import Config
from generator.model import Document, Source
from generator.read import Found, is_possible, read_source

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'
HEADER = """<fileDesc><titleStmt><title type="main">Letters from Oslo</title>
<title type="sub">A selection</title><author>Lee, Ann, 1850-1912.</author></titleStmt>
<publicationStmt><publisher>An archive</publisher><date when="2019"/></publicationStmt>
<sourceDesc><bibl>Ann Lee: <title>Letters</title>, <date when="1888">1888</date></bibl></sourceDesc>
</fileDesc>"""


def read(data: str | bytes, name: str = "a.xml") -> Found:
    data = data.encode() if isinstance(data, str) else data
    source = Source(name, f"seeds/{name}", data, hashlib.sha256(data).hexdigest(), "", len(data))
    root = Path("/nowhere")
    found = read_source(source, Config(root, root / "seeds", root / "site", today="2026-11-29"))
    assert is_possible(found, source)
    return found


def tei(body: str, header: str = HEADER, more: str = "") -> Document:
    text = f"<text><body>{body}</body></text>"
    found = read(f"<TEI {NS}><teiHeader>{header}</teiHeader>{more}{text}</TEI>")
    (document,) = found.documents
    return document


def passages(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document.passages]


def test_header() -> None:
    document = tei("<p>Dear Bob.</p>")
    assert document.title == "Letters from Oslo: A selection"
    assert document.authors == ("Ann Lee",)
    assert document.date == "1888"
    assert document.publisher == "An archive"
    assert dict(document.extra)["source"] == "Ann Lee: Letters, 1888"


@pytest.mark.parametrize(
    ("header", "date", "words"),
    [
        ("<profileDesc><creation><date notBefore='1850' notAfter='1855'/></creation></profileDesc>",
         "1850", "1850 – 1855"),
        ("<profileDesc><creation><date notBefore='1850' notAfter='1850'/></creation></profileDesc>",
         "1850", ""),
        ("<profileDesc><correspDesc><correspAction type='sent'><date when='1851-03-04'/>"
         "</correspAction></correspDesc><creation><date when='1999'/></creation></profileDesc>",
         "1851-03-04", ""),
        ("<fileDesc><publicationStmt><date when='2019-05-06'/></publicationStmt><sourceDesc>"
         "<p>born digital</p></sourceDesc></fileDesc>", "2019-05-06", ""),
        ("<fileDesc><publicationStmt><date when='2019-05-06'/></publicationStmt><sourceDesc>"
         "<msDesc/></sourceDesc></fileDesc>", "", ""),
    ],
)  # fmt: skip
def test_the_date_is_that_of_the_source(header: str, date: str, words: str) -> None:
    document = tei("<p>Dear Bob.</p>", header)
    assert (document.date, document.date_words) == (date, words)


def test_letters_name_who_wrote_to_whom() -> None:
    header = """<profileDesc><correspDesc>
    <correspAction type="sent"><persName>Ann Lee</persName><placeName>Oslo</placeName>
    </correspAction><correspAction type="received"><persName key="Poe, Bob"/></correspAction>
    </correspDesc></profileDesc>"""
    document = tei("<p>Dear Bob.</p>", header)
    assert document.authors == ("Ann Lee",)
    assert document.people == ("Ann Lee", "Bob Poe")
    assert document.places == ("Oslo",)
    assert dict(document.extra) == {"sent by": "Ann Lee", "sent to": "Bob Poe"}


def test_pages_keep_the_labels_of_the_edition() -> None:
    document = tei(
        "<pb n='xii'/><p>It began.</p><p>It went on<pb n='[13]'/> and on.</p><pb n='MS 7, p. 14'/>"
        "<p>It ended<note>At last.</note>.</p><p>Af<pb break='no'/>ter.</p>"
    )
    assert [page.label for page in document.pages] == ["xii", "13", "14", "4"]
    assert passages(document) == [
        "It began.",
        "It went on and on.",
        "It ended.",
        "After.",
        "At last.",
    ]
    assert [[line.page for line in p.lines] for p in document.passages] == [
        [0], [0, 1], [2], [2, 3], [2],
    ]  # fmt: skip
    start = document.text.index("and on")
    assert document.pages_of(start, start + 6) == (1,)
    assert not document.pages[0].is_printed  # nothing to draw


def test_what_editors_corrected_is_read() -> None:
    document = tei(
        "<p>The <choice><sic>hosue</sic><corr>house</corr></choice> of "
        "<choice><abbr>Mr</abbr><expan>Mister</expan></choice> <del>Bell</del><add>Bly</add>,"
        " <choice><orig>olde</orig><reg>old</reg></choice><fw>13</fw>, <gap/> "
        "<supplied>fell</supplied> <app><lem>down</lem><rdg>over</rdg></app> &amp; "
        "Bau-<lb break='no'/>\n  ern fled.</p>"
    )
    assert document.text == "The house of Mister Bly, old, […] fell down & Bauern fled."


def test_notes_are_set_apart() -> None:
    document = tei(
        "<p>One<note n='a'>First.</note> and two<ref target='#n2'>2</ref>.</p>"
        "<note xml:id='n2'><p>Second.</p></note><p>End.</p>"
    )
    assert [(p.kind, document.text[p.start : p.end]) for p in document.passages] == [
        ("paragraph", "One and two."),
        ("paragraph", "End."),
        ("note", "First."),
        ("note", "Second."),
    ]
    marks = [i.html for p in document.passages for i in p.inline if i.name == "noteref"]
    assert marks == ['<noteref label="a" to="2">', '<noteref label="2" to="3">']


def test_verse_and_plays() -> None:
    document = tei(
        "<div><head>Act 1</head><lg><l>One line,</l><l>and another.</l></lg>"
        "<sp><speaker>ANN.</speaker><p>Come <stage>(going)</stage> in.</p></sp>"
        "<sp><speaker>BOB</speaker><l>I will</l><l>not.</l></sp><stage>They leave.</stage></div>"
    )
    assert passages(document) == [
        "Act 1",
        "One line,\nand another.",
        "ANN: Come (going) in.",
        "BOB: I will\nnot.",
        "They leave.",
    ]
    assert document.passages[0].level == 2


def test_lists_tables_and_figures() -> None:
    document = tei(
        "<list><item>One</item><item>Two</item></list><table><head>Sums</head>"
        "<row role='label'><cell>A</cell></row><row><cell cols='2'>1</cell></row></table>"
        "<figure><figDesc>A ship</figDesc><head>The ship</head></figure>"
        "<quote><p>So it goes.</p></quote>"
    )
    kinds = [(p.kind, document.text[p.start : p.end]) for p in document.passages]
    assert kinds == [
        ("item", "One"),
        ("item", "Two"),
        ("caption", "Sums"),
        ("cell", "A"),
        ("cell", "1"),
        ("caption", "The ship"),
        ("quote", "So it goes."),
    ]
    assert '<td colspan="2">' in document.layout


def test_marked_names_are_listed() -> None:
    lists = (
        "<standOff><listPerson><person xml:id='p1'><persName><surname>Poe</surname>"
        "<forename>Bob</forename></persName></person></listPerson></standOff>"
    )
    document = tei(
        "<p><persName ref='#p1'>Mr Poe</persName> met <persName key='ABC1'>Ann Lee</persName> and"
        " <rs type='person' ref='#p1'>his friend</rs> in <placeName key='Oslo, Norway'>Christiania"
        "</placeName> at the <orgName>Bank of Oslo</orgName>; <name type='ship'>Gul</name>.</p>",
        more=lists,
    )
    assert document.people == ("Mr Poe", "Bob Poe", "Ann Lee")
    assert document.places[0] == "Christiania"
    assert document.organisations == ("Bank of Oslo",)


def test_words_without_spaces_between_them() -> None:
    document = tei("<p><w>It</w><w>was</w><pc join='left'>,</pc><w>so</w></p>")
    assert document.text == "It was, so"


def test_a_corpus_is_several_documents() -> None:
    one = (
        "<TEI><teiHeader><fileDesc><titleStmt><title>{0}</title></titleStmt></fileDesc></teiHeader>"
    )
    one += "<text><body><p>Text of {0}.</p></body></text></TEI>"
    found = read(
        f"<teiCorpus {NS}><teiHeader><fileDesc><titleStmt><title>All</title><author>Ann Lee</author>"
        f"</titleStmt></fileDesc></teiHeader>\n{one.format('One')}\n{one.format('Two')}</teiCorpus>"
    )
    assert [(d.title, d.authors, d.line) for d in found.documents] == [
        ("One", ("Ann Lee",), 2),
        ("Two", ("Ann Lee",), 3),
    ]


def test_entities_and_doctypes_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("root:")
    text = (
        f'<!DOCTYPE TEI.2 SYSTEM "tei.dtd" [<!ENTITY f SYSTEM "{secret}"><!ENTITY a "haha">'
        '<!ENTITY b "&a;&a;">]>'
        "<TEI.2><teiHeader/><text><body><p>A &mdash; B &b;&f; C</p></body></text></TEI.2>"
    )
    (document,) = read(text).documents
    assert document.text == "A — B C"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<rss><channel/></rss>", "XML of a kind that is not read (<rss>)."),
        (f"<TEI {NS}><teiHeader/></TEI>", "Has no text, but only describes others."),
        (f"<TEI {NS}><teiHeader>", "Its XML is damaged (Premature end of data in tag teiHeader"),
        ("plain", "Its XML is damaged (Start tag expected"),
    ],
)
def test_what_is_not_read_is_reported(text: str, message: str) -> None:
    (problem,) = read(text).problems
    assert problem.message.startswith(message)
    assert problem.level == "error"


def test_encodings_are_those_that_the_file_declares() -> None:
    text = f"<?xml version='1.0' encoding='iso-8859-1'?><TEI {NS}><text><p>Zoë</p></text></TEI>"
    assert read(text.encode("latin-1")).documents[0].text == "Zoë"
    wide = text.replace("iso-8859-1", "utf-16").encode("utf-16")
    assert read(wide).documents[0].text == "Zoë"


def test_tables_in_tables_are_written_once() -> None:
    table = "<table><row><cell>{}</cell></row></table>"
    inner = "Word."
    for _ in range(12):
        inner = table.format(inner)
    assert passages(tei(inner)) == ["Word."]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("He <app><rdg wit='A'>went</rdg><rdg>came</rdg></app> home.", "He went home."),
        ("He <app><rdgGrp><rdg>went</rdg></rdgGrp></app> home.", "He went home."),
        ("He <delSpan spanTo='#e'/>stole <hi>and</hi> <anchor xml:id='e'/>left.", "He left."),
        ("He <delSpan spanTo='#nowhere'/>left.", "He left."),
    ],
)
def test_variants_without_a_lemma_and_long_deletions(markup: str, found: str) -> None:
    assert passages(tei(f"<p>{markup}</p>")) == [found]


def test_drafts_and_what_lies_too_deep_are_reported() -> None:
    header = '<teiHeader><revisionDesc status="draft"/></teiHeader>'
    found = read(f"<TEI>{header}<text><p>Words.</p></text></TEI>")
    assert [p.message for p in found.problems] == ['Not published, as "status" says.']
    deep = f"<TEI><text>{'<div>' * 245}<p>a</p>{'</div>' * 245}</text></TEI>"
    assert "Please report" not in "".join(p.hint for p in read(deep).problems)
