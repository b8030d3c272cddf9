"""Pages that were saved in one file with their pictures: SingleFile, MHTML."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from generator.config import Config, read_config
from generator.model import Source
from generator.read import Found, read_source

TEXT = (
    "<h1>{title}</h1><p>The mill on the river burned down on 3 May 2019, and nobody was hurt.</p>"
    "<p>It was built again in 2021 by the town, which had bought it from its owners.</p>"
)
PICTURE = base64.b64encode(bytes(range(256)) * 400).decode()


@pytest.fixture
def config(make_project: Callable[..., Path]) -> Config:
    return read_config(make_project({}))


@pytest.fixture
def read(config: Config) -> Callable[..., Found]:
    def read(data: bytes, name: str) -> Found:
        digest = hashlib.sha256(data).hexdigest()
        return read_source(Source(name, f"seeds/{name}", data, digest), config)

    return read


def page(title: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html>{head}<title>{title}</title><article>{TEXT.format(title=title)}</article></html>"


def test_a_page_with_its_pictures_in_it(read: Callable[..., Found]) -> None:
    head = (
        "<!--\n Page saved with SingleFile \n url: https://example.org/news/mill \n"
        " saved date: Fri Jan 31 2020 12:00:00 GMT+0100 (Central European Standard Time)\n-->"
        f'<style>body{{background:url("data:image/png;base64,{PICTURE}")}}</style>'
    )
    text = page("Mill burns", head).replace(
        "</p>", f'</p><img src="data:image/png;base64,{PICTURE}" alt="The mill">', 1
    )
    found = read(text.encode(), "mill.html")
    (document,) = found.documents
    assert (document.title, document.url) == ("Mill burns", "https://example.org/news/mill")
    assert (document.extra, document.date) == ((("captured", "2020-01-31"),), "")
    assert "AAECAw" not in document.text
    assert [p.message for p in found.problems] == ["No date."]


def test_the_address_that_browsers_note(read: Callable[..., Found]) -> None:
    text = page("Mill burns", "<!-- saved from url=(0026)https://example.org/mill.html -->")
    assert read(text.encode(), "mill.html").documents[0].url == "https://example.org/mill.html"


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "Imprint"), ("", "<p>Imprint"), ("\x0f", "Imprint"), ("<style></style>", "<footer>I.")],
)
def test_pages_without_tags_of_head_and_body(
    read: Callable[..., Found], before: str, after: str
) -> None:
    text = f"{page('Mill burns', before)}{after}"
    for own in (text, text.replace("<article>", "<main>").replace("</article>", "</main>")):
        found = read(own.encode(), "mill.html")
        assert found.documents[0].title == "Mill burns"
        assert found.documents[0].text.startswith("The mill on the river burned down")
        assert "which had bought it" in found.documents[0].text


def mhtml(html: bytes, charset: str = "utf-8", *, subtype: str = "related") -> EmailMessage:
    """A page with a picture and a frame, as Chromium saves it."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://example.org/news/mill"
    message["Subject"] = "Mill burns"
    message["Date"] = "Fri, 31 Jan 2020 23:30:00 -0700"
    message.make_mixed()
    message.replace_header("Content-Type", f'multipart/{subtype}; boundary="----Part"')
    for kind, data, place in (
        ("text/html", html, "https://example.org/news/mill"),
        ("image/png", b"\x89PNG" * 50, "https://example.org/a.png"),
        ("text/html", page("Advertisement").encode(), "cid:frame-1@mhtml.blink"),
    ):
        part = EmailMessage()
        part.set_content(data, *kind.split("/"), cte="base64")
        part.replace_header("Content-Type", f"{kind}; charset={charset}")
        part["Content-Location"] = place
        message.attach(part)
    return message


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251"])
def test_the_page_of_a_saved_message(read: Callable[..., Found], charset: str) -> None:
    found = read(mhtml(page("Пожар").encode(charset), charset).as_bytes(), "mill.mhtml")
    (document,) = found.documents
    assert (document.title, document.url) == ("Пожар", "https://example.org/news/mill")
    assert (document.extra, document.date) == ((("captured", "2020-01-31"),), "")
    assert [n.message for n in found.notes] == ["Frames of the page, left out: 1."]


def test_a_title_of_several_lines_in_the_head(read: Callable[..., Found]) -> None:
    data = mhtml(page("Mill burns").encode()).as_bytes()
    found = read(data.replace(b"Mill burns", b"Mill\nburns\nand more", 1), "mill.mhtml")
    assert found.documents[0].url == "https://example.org/news/mill"


def test_messages_without_a_page_are_reported(read: Callable[..., Found]) -> None:
    plain = b"From: a\r\nContent-Type: text/plain\r\n\r\nWords.\r\n"
    deep = b"".join(
        b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
        for n in range(3000)
    )
    for data, message in ((plain, "Has no web page in it."), (deep, "Has too many parts")):
        found = read(data, "a.mht")
        assert not found.documents
        assert message in found.problems[0].message
