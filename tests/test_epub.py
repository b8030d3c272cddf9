"""Books: their chapters, what is no chapter, and notes that stand elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from office_files import zipped

from generator.config import Config, read_config
from generator.model import Source
from generator.read import Found, is_possible, read_source

META = (
    "<dc:title>The Quay</dc:title><dc:creator opf:role='aut'>Mara Lindqvist</dc:creator>"
    "<dc:creator opf:role='trl'>A Translator</dc:creator><dc:language>en</dc:language>"
    "<dc:date>2019-05-03</dc:date>"
)
PAGES = {
    "cover": "<body><h1>Cover</h1></body>",
    "imprint": "<body><section epub:type='imprint'><p>All rights reserved.</p></section></body>",
    "one": (
        "<body><h2>I: The Harbour</h2><p>It was&nbsp;closed.<a epub:type='noteref' "
        "href='notes.xhtml#n1'>1</a> See <a href='two.xhtml'>below</a>.</p><img src='a.png'/></body>"
    ),
    "more": "<body><p>It went on.</p></body>",
    "two": "<body><p>It opened again.</p></body>",
    "notes": "<body epub:type='endnotes'><ol><li id='n1'><p>Letter 14.</p></li></ol></body>",
    "extra": "<body><p>An advertisement.</p></body>",
}
NAV = (
    "<html><body><nav epub:type='toc'><ol><li><a href='one.xhtml'>I: The Harbour</a></li>"
    "<li><a href='two.xhtml'>II: The Quay</a></li></ol></nav><nav epub:type='landmarks'>"
    "<a epub:type='cover' href='cover.xhtml'>Cover</a></nav></body></html>"
)


def book(**parts: str) -> bytes:
    items = "".join(
        f"<item id='{n}' href='{n}.xhtml' media-type='application/xhtml+xml'/>" for n in PAGES
    )
    nav = "<item id='nav' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/>"
    spine = "".join(
        f"<itemref idref='{n}'{' linear=' + chr(34) + 'no' + chr(34) if n == 'extra' else ''}/>"
        for n in ("nav", *PAGES)
    )
    made = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": "<container><rootfiles><rootfile full-path='E/a.opf'/></rootfiles></container>",
        "E/a.opf": (
            "<package xmlns='http://www.idpf.org/2007/opf' xmlns:opf='http://www.idpf.org/2007/opf' "
            f"xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>{META}</metadata>"
            f"<manifest>{items}{nav}</manifest><spine>{spine}</spine></package>"
        ),
        "E/nav.xhtml": NAV,
        **{f"E/{name}.xhtml": f"<html>{body}</html>" for name, body in PAGES.items()},
    }
    return zipped(made | parts)


@pytest.fixture
def config(make_project: Callable[..., Path]) -> Config:
    return read_config(make_project({}))


def read(data: bytes, config: Config) -> Found:
    source = Source("a.epub", "seeds/a.epub", data, hashlib.sha256(data).hexdigest())
    found = read_source(source, config)
    assert is_possible(found, source)
    return found


def test_each_chapter_is_a_document(config: Config) -> None:
    first, second = read(book(), config).documents
    assert (first.title, second.title) == ("The Quay: I: The Harbour", "The Quay: II: The Quay")
    assert first.authors == ("Mara Lindqvist",)
    assert (first.language, first.date) == ("en", "")
    assert ("Date of the e-book", "2019-05-03") in first.extra
    assert [(p.kind, first.text[p.start : p.end]) for p in first.passages] == [
        ("paragraph", "It was closed. See below."),
        ("note", "Letter 14."),
        ("paragraph", "It went on."),
    ]
    assert second.text == "It opened again."
    assert first.id != second.id


def test_a_file_may_begin_with_the_end_of_a_chapter(config: Config) -> None:
    page = "<html><body><p>The end of it.</p><h2 id='b'>II: The Quay</h2><p>It opened.</p></body></html>"
    nav = NAV.replace("two.xhtml", "two.xhtml#b")
    first, second = read(book(**{"E/two.xhtml": page, "E/nav.xhtml": nav}), config).documents
    assert first.text.endswith("The end of it.")
    assert second.text == "It opened."


def test_protected_books_are_reported(config: Config) -> None:
    method = "<EncryptionMethod Algorithm='{}'/>"
    protected = {
        "META-INF/encryption.xml": method.format("http://www.w3.org/2001/04/xmlenc#aes256-cbc")
    }
    found = read(book(**protected), config)
    assert [p.message for p in found.problems] == ["Protected against copying (DRM)."]
    fonts = {"META-INF/encryption.xml": method.format("http://www.idpf.org/2008/embedding")}
    assert len(read(book(**fonts), config).documents) == 2


@pytest.mark.parametrize("part", ["META-INF/container.xml", "E/a.opf", "E/one.xhtml"])
def test_damaged_books_are_reported(part: str, config: Config) -> None:
    found = read(book(**{part: ""}), config)
    assert all("report this" not in p.hint for p in found.problems)


def test_entities_of_the_package_are_not_resolved(config: Config) -> None:
    evil = "<!DOCTYPE package [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><package><metadata><title>&f;</title></metadata></package>"
    assert "root:" not in str(read(book(**{"E/a.opf": evil}), config))


def labels(found: Found) -> list[list[tuple[str, str]]]:
    """For each document its sentences with the first page on which each stands."""
    return [
        [
            (
                d.text[s.start : s.end],
                "".join(d.pages[n].label for n in d.pages_of(s.start, s.end)[:1]),
            )
            for passage in d.passages
            for s in passage.sentences
        ]
        for d in found.documents
    ]


PAGE = "<span epub:type='pagebreak' id='p{0}' title='{0}'/>"


def test_printed_pages_are_cited(config: Config) -> None:
    one = (
        f"<body><h2>I: The Harbour</h2>{PAGE.format('xii')}<p>It was closed."
        "<a epub:type='noteref' href='notes.xhtml#n1'>1</a> "
        f"It {PAGE.format(13)}stayed so.</p><div role='doc-pagebreak' aria-label='Page 14.'>14</div>"
        "<p>It rained.</p></body>"
    )
    more = "<body><p>It went on.</p><p id='p15'>It ended.</p></body>"
    nav = NAV.replace(
        "</body>", "<nav epub:type='page-list'><a href='more.xhtml#p15'>15</a></nav></body>"
    )
    parts = {"E/one.xhtml": f"<html>{one}</html>", "E/more.xhtml": f"<html>{more}</html>"}
    found = read(book(**parts, **{"E/nav.xhtml": nav}), config)
    first, second = labels(found)
    assert first == [
        ("It was closed.", "xii"),
        ("It stayed so.", "xii"),
        ("It rained.", "14"),
        ("Letter 14.", "xii"),
        ("It went on.", "14"),
        ("It ended.", "15"),
    ]
    assert second == [("It opened again.", "15")]
    assert found.documents[0].pages_of(15, 28) == (0, 1)


def test_books_in_a_bundle_are_told_apart(config: Config) -> None:
    item = "<li><a href='{}.xhtml'>{}</a>{}</li>"
    books = (("Part A", "one", "more"), ("Part B", "two", "notes"))
    inner = "".join(
        item.format(first, title, f"<ol>{item.format(second, 'Chapter 1', '')}</ol>")
        for title, first, second in books
    )
    nav = f"<html><body><nav epub:type='toc'><ol>{inner}</ol></nav></body></html>"
    notes = {"E/notes.xhtml": "<html><body><h2>Chapter 1</h2><p>The end.</p></body></html>"}
    found = read(book(**{"E/nav.xhtml": nav}, **notes), config)
    assert [d.title.removeprefix("The Quay: ") for d in found.documents] == [
        "Part A",
        "Part A: Chapter 1",
        "Part B",
        "Part B: Chapter 1",
    ]
    assert found.documents[3].text == "The end."
    assert [n.message for n in found.notes] == ["Files beside the order of reading, left out: 1."]


def test_several_chapters_of_one_file_are_several_documents(config: Config) -> None:
    page = (
        "<html><body><section><h2 id='a'>I</h2><p>One.</p><h2 id='b'>II</h2><h3 id='c'>Part</h3>"
        f"{PAGE.format(7)}<p>Two.</p><h2 id='d'>III</h2><p>Three.</p></section></body></html>"
    )
    item = "<li><a href='one.xhtml#{}'>{}</a>{}</li>"
    below = f"<ol>{item.format('c', 'Part', '')}</ol>"
    items = (("a", "I", ""), ("b", "II", below), ("d", "III", ""))
    inner = "".join(item.format(*one) for one in items)
    nav = f"<html><body><nav epub:type='toc'><ol>{inner}</ol></nav></body></html>"
    found = read(book(**{"E/one.xhtml": page, "E/nav.xhtml": nav}), config)
    assert [d.title for d in found.documents] == ["The Quay: I", "The Quay: II", "The Quay: III"]
    assert [own[-1] for own in labels(found)[1:2]] == [("Two.", "7")]
    assert labels(found)[2][0] == ("Three.", "7")
    assert len({d.id for d in found.documents}) == 3
