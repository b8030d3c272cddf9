"""Web archives: which answers are pages, and what is said of the others."""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from conftest import build_site
from pdf_files import lines, pdf

from generator.config import Config, read_config
from generator.model import Source
from generator.read import Found, read_source

PAGE = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
    "<p>The mill on the river burned down on 3 May 2019, and nobody was hurt in the fire.</p>"
    "<p>It was built again in 2021 by the town, which had bought it from its owners.</p>"
    "</article></body></html>"
)
DAMAGED = "Damaged after "


@pytest.fixture
def config(make_project: Callable[..., Path]) -> Config:
    return read_config(make_project({}))


@pytest.fixture
def read(config: Config) -> Callable[..., Found]:
    def read(data: bytes, name: str = "a.warc") -> Found:
        digest = hashlib.sha256(data).hexdigest()
        return read_source(Source(name, f"seeds/{name}", data, digest), config)

    return read


def page(title: str) -> bytes:
    return PAGE.format(title=title).encode()


def record(
    url: str,
    body: bytes,
    *,
    kind: str = "response",
    status: str = "200 OK",
    content: str = "text/html",
    date: str = "2020-01-31T12:00:00Z",
    more: str = "",
    http: str = "",
    longer: int = 0,
) -> bytes:
    """A record of a WARC.

    more, http: further lines of its two heads; longer: how much longer it says it is
    """
    if kind in ("response", "revisit"):
        head = f"HTTP/1.1 {status}\r\nContent-Type: {content}\r\n{http}\r\n"
        body, content = head.encode() + body, "application/http; msgtype=response"
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n"
        f"WARC-Record-ID: <urn:uuid:{hashlib.md5(url.encode() + body).hexdigest()}>\r\n{more}"
        f"Content-Type: {content}\r\nContent-Length: {len(body) + longer}\r\n\r\n"
    ).encode() + (body + b"\r\n\r\n")


MILL = record("https://example.org/news/mill", page("Mill burns"))
TOWN = record("http://example.org/town.html?id=4", page("The town"))


def titles(found: Found) -> list[str]:
    return [document.title for document in found.documents]


def test_pages_have_their_addresses(read: Callable[..., Found]) -> None:
    found = read(MILL + TOWN)
    assert titles(found) == ["Mill burns", "The town"]
    mill, town = found.documents
    assert (mill.url, mill.path) == (
        "https://example.org/news/mill",
        "a.warc!/example.org/news/mill.html",
    )
    assert town.path == "a.warc!/example.org/town.html_id=4.html"
    assert dict(mill.extra)["captured"] == "2020-01-31"
    assert not mill.date
    assert "burned down on 3 May 2019" in mill.text


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.warc.gz", lambda *records: b"".join(map(gzip.compress, records))),
        ("a.warc.gz", lambda *records: gzip.compress(b"".join(records))),
        ("crawl", lambda *records: b"".join(records)),
    ],
    ids=["each by itself", "all in one", "without a suffix"],
)
def test_packed_archives(read, name: str, pack: Callable[..., bytes]) -> None:
    assert titles(read(pack(MILL, TOWN), name)) == ["Mill burns", "The town"]


def test_only_pages_are_read(read: Callable[..., Found]) -> None:
    frame = "WARC-Resource-Type: iframe\r\n"
    found = read(
        MILL
        + record("https://example.org/old", page("Old"), status="301 Moved")
        + record("https://example.org/none", page("None"), status="404 Not Found")
        + record("https://example.org/a.png", b"\x89PNG", content="image/png")
        + record("https://example.org/ad", page("Advertisement"), more=frame)
        + record("https://example.org/town", b"", kind="revisit")
        + record("https://example.org/copy", page("Mill burns"))
        + record("dns:example.org", b"20200131\nexample.org", kind="response", content="text/dns")
        + record("https://example.org/mill", b"GET /", kind="request")
    )
    assert titles(found) == ["Mill burns"]
    assert [note.message for note in found.notes] == [
        "Answers without a page, such as redirects and errors: 2.",
        "Files other than pages, such as pictures and frames: 2.",
        "Records that only refer to earlier ones: 1.",
        "Pages with the content of another, published once: 1.",
    ]


def test_the_last_capture_counts(read: Callable[..., Found]) -> None:
    new = record("http://www.example.org/news/mill/", page("New"), date="2021-05-01T00:00:00Z")
    for records in (MILL + new, new + MILL):
        found = read(records)
        assert titles(found) == ["New"]
        assert (
            "Earlier captures of pages of which the last is published: 1." in found.notes[0].message
        )


def chunked(data: bytes) -> bytes:
    parts = (data[n : n + 50] for n in range(0, len(data), 50))
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("pack", "http"),
    [
        (gzip.compress, "Content-Encoding: gzip\r\n"),
        (zlib.compress, "Content-Encoding: deflate\r\n"),
        (brotli.compress, "Content-Encoding: br\r\n"),
        (bytes, "Content-Encoding: br\r\n"),
        (chunked, "Transfer-Encoding: chunked\r\n"),
        (
            lambda data: chunked(gzip.compress(data)),
            "Transfer-Encoding: Chunked\r\nContent-Encoding: gzip\r\n",
        ),
        (bytes, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
    ],
)
def test_packed_pages(read, pack: Callable[[bytes], bytes], http: str) -> None:
    found = read(record("https://example.org/a", pack(page("Packed")), http=http))
    assert titles(found) == ["Packed"]


def test_the_encoding_that_a_server_declares(read: Callable[..., Found]) -> None:
    body = PAGE.format(title="Пожар на мельнице").encode("windows-1251")
    found = read(record("https://example.org/a", body, content="text/html; charset=windows-1251"))
    assert titles(found) == ["Пожар на мельнице"]
    assert not [p for p in found.problems if "UTF-8" in p.message]


@pytest.mark.parametrize(
    ("data", "many", "message"),
    [
        (MILL + record("https://example.org/b", page("Cut"), longer=500), 2, "(cut off)"),
        (gzip.compress(MILL) + gzip.compress(TOWN)[:-200], 1, "(cut off)"),
        (MILL + b"nothing of the kind\r\n" * 5, 1, DAMAGED),
        (b"WARC/1.0\r\n", 0, "No pages were found in it."),
        (b"WARC/1.0\r\nContent-Length: x\r\n\r\n", 0, "No pages were found in it."),
    ],
)
def test_damaged_archives(read, data: bytes, many: int, message: str) -> None:
    found = read(data)
    assert len(found.documents) == many
    assert any(message in p.message for p in found.problems)


def test_archives_that_inflate(read: Callable[..., Found]) -> None:
    found = read(gzip.compress(record("https://example.org/a", b" " * 30_000_000)), "a.warc.gz")
    assert "more than 50 times as large" in found.problems[0].message
    for pack, name in ((gzip.compress, "gzip"), (brotli.compress, "br")):
        body = pack(b"<html>" + b" " * 30_000_000)
        found = read(record("https://e.org/a", body, http=f"Content-Encoding: {name}\r\n"))
        assert (
            "Pages that cannot be unpacked, or are larger than 100 MB: 1." in found.notes[0].message
        )


def wacz(pages: str, *records: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("datapackage.json", "{}")
        file.writestr("pages/pages.jsonl", pages)
        for number, data in enumerate(records):
            file.writestr(f"archive/data-{number}.warc.gz", gzip.compress(data))
    return made.getvalue()


def test_the_pages_that_a_wacz_lists(read: Callable[..., Found]) -> None:
    listed = '{"format": "json-pages-1.0"}\n{"url": "https://example.org/news/mill"}\nno JSON\n'
    assert titles(read(wacz(listed, TOWN, MILL), "a.wacz")) == ["Mill burns"]
    assert titles(read(wacz("", TOWN, MILL), "a.wacz")) == ["The town", "Mill burns"]
    assert "Has no web archive in it." in str(read(wacz(""), "a.wacz").problems[0])


def test_a_pdf_in_an_archive(read: Callable[..., Found]) -> None:
    data = pdf(lambda canvas: lines(canvas, ["The hall burned down in 2018."], 60, 700) and None)
    found = read(record("https://example.org/hall", data, content="application/pdf") + MILL)
    hall, mill = found.documents
    assert (hall.path, hall.url) == ("a.warc!/example.org/hall.pdf", "https://example.org/hall")
    assert (hall.text, len(hall.pages)) == ("The hall burned down in 2018.", 1)
    assert mill.title == "Mill burns"


def test_a_site_from_an_archive(make_project: Callable[..., Path]) -> None:
    root = make_project({"seeds/crawl.warc": MILL, "sourcebook.toml": "search = false\n"})
    build_site(root)
    day = (root / "site/timeline/2019.html").read_text()
    assert "burned down" in day
    source = next((root / "site/sources").glob("*mill*.html")).read_text()
    assert "https://example.org/news/mill" in source
    assert "2020-01-31" in source


def test_other_archives_are_to_be_unpacked(read: Callable[..., Found]) -> None:
    for name in ("a.zip", "a.tar.gz", "b.7z"):
        (wrong,) = read(gzip.compress(b"words"), name).problems
        assert wrong.hint == "Unpack it, and put what it holds into its folder."


def test_what_a_server_keeps_from_search_engines_is_withheld(read) -> None:
    own = record("https://a:b@e.org/", page("Open"), http="X-Robots-Tag: index\r\n")
    other = record("https://e.org/s", page("Secret"), http="X-Robots-Tag: noindex, nofollow\r\n")
    found = read(own + other)
    assert [(d.title, d.url) for d in found.documents] == [("Open", "https://e.org/")]
    messages = [problem.message for problem in found.problems]
    assert 'Not published, as "robots" says.' in messages
