"""Captions: whole sentences, who speaks, and the times by which they are cited."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import build_site

from generator.config import Config, read_config
from generator.model import Document, Source
from generator.read import Found, is_possible, read_source

SRT = """1
00:00:01,000 --> 00:00:04,000
The mill on the river
burned down

2
00:00:04,200 --> 00:00:07,000
on 3 May 2019. <i>Nobody</i> was hurt.

3
00:12:30,500 --> 00:12:33,000 X1:10 X2:20 Y1:30 Y2:40
{\\an8}It was built again in 2021.

4
01:02:03,000 --> 01:02:05,000
[Applause]
"""


@pytest.fixture
def config(make_project: Callable[..., Path]) -> Config:
    return read_config(make_project({}))


@pytest.fixture
def read(config: Config) -> Callable[..., Found]:
    def read(text: str, name: str = "talk.vtt") -> Found:
        source = Source(name, f"seeds/{name}", text.encode(), "0" * 64)
        found = read_source(source, config)
        assert is_possible(found, source)
        return found

    return read


def only(found: Found) -> Document:
    assert not [p for p in found.problems if p.level == "error"]
    (document,) = found.documents
    return document


def timed(document: Document) -> list[tuple[str, str]]:
    """Each sentence with the time at which it begins."""
    return [
        (
            document.pages[document.pages_of(s.start, s.end)[0]].label,
            document.text[s.start : s.end],
        )
        for p in document.passages
        for s in p.sentences
    ]


def vtt(*captions: str) -> str:
    """A file with a caption each three seconds."""
    return "WEBVTT\n\n" + "\n\n".join(
        f"00:{n * 3 // 60:02}:{n * 3 % 60:02}.000 --> 00:{(n * 3 + 3) // 60:02}:{(n * 3 + 3) % 60:02}.000"
        f"\n{caption}"
        for n, caption in enumerate(captions)
    )


def test_sentences_are_whole_and_have_their_times(read: Callable[..., Found]) -> None:
    found = read(SRT, "talk.srt")
    document = only(found)
    assert timed(document) == [
        ("0:01", "The mill on the river burned down on 3 May 2019."),
        ("0:04", "Nobody was hurt."),
        ("12:30", "It was built again in 2021."),
    ]
    assert len(document.passages) == 2  # a pause of twelve minutes
    assert [n.message for n in found.notes] == ["Captions that only describe sounds, left out: 1."]


def test_what_is_no_caption_stays_out(read: Callable[..., Found]) -> None:
    text = (
        "WEBVTT - The mill\nKind: captions\nLanguage: en-GB\n\nSTYLE\n::cue { color: red }\n\n"
        "NOTE written by hand\nin two lines\n\nintro\n00:01.000 --> 00:02.500 align:start\n"
        "<c.yellow>Fish &amp; chips</c> <00:02.000>were sold.\n\nNOTE\nA note.\n\n7\n"
        "01:00:00.000 --> 01:00:01.000\nNOTE that 3 < 5.\n\n1999\n"
        "01:00:02.000 --> 01:00:03.000\n1999"
    )
    document = only(read(text))
    assert (document.title, document.language) == ("The mill", "en-GB")
    assert timed(document) == [
        ("0:01", "Fish & chips were sold."),
        ("1:00:00", "NOTE that 3 < 5."),
        ("1:00:02", "1999"),
    ]


@pytest.mark.parametrize(
    ("captions", "text", "people"),
    [
        (
            ("<v Ann Lee>We left.</v>", "<v Ann Lee>At once.\n<v.loud Bo>No!"),
            "Ann Lee: We left. At once.|Bo: No!",
            ("Ann Lee",),
        ),
        (
            ("ANN LEE: We left.", "MR. RAY (laughing): Remember: we stayed.", "ANN LEE:\nYes."),
            "Ann Lee: We left.|Mr. Ray: Remember: we stayed.|Ann Lee: Yes.",
            ("Ann Lee",),
        ),
        (("Remember: we left.", "So: we left."), "Remember: we left. So: we left.", ()),
        (("Ann: We left.", "Bo: No.", "Ann: Yes.", "Bo: Ah."), "Ann: We left.|Bo: No.|Ann: Yes.|Bo: Ah.", ()),
        (("- We left.\n- No.", ">> Who says\nso?", "-5 degrees."), "We left.|No.|Who says so? -5 degrees.", ()),
    ],
)  # fmt: skip
def test_who_speaks(read, captions, text, people) -> None:
    document = only(read(vtt(*captions)))
    assert document.text.split("\n\n") == text.split("|")
    assert document.people == people


def test_rolling_captions_are_read_once(read: Callable[..., Found]) -> None:
    words = [f"words of line {n} of the talk" for n in range(9)]
    captions = [
        line for a, b in zip(["", *words], words, strict=False) for line in (f"{a}\n{b}", b)
    ]
    assert only(read(vtt(*captions))).text == " ".join(words)
    growing = [" ".join(words[0].split()[:n]) for n in range(1, 7)]
    assert only(read(vtt(*growing))).text == words[0][: len(growing[-1])]
    again = ("No.", "No.", "We stayed in the hall.", "Then they came.", "No.", "And we left.")
    assert only(read(vtt(*again))).text == " ".join(again)


def test_text_without_full_stops_is_cut_at_pauses(read: Callable[..., Found]) -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nso we went\n\n00:02.100 --> 00:04.000\nto the mill\n\n"
    )
    text += "00:06.000 --> 00:07.000\nand then home"
    assert only(read(text)).text == "so we went to the mill\n\nand then home"


def test_a_file_without_captions_is_reported(read: Callable[..., Found]) -> None:
    found = read("Only words.\n", "a.srt")
    assert not found.documents
    assert "Has no captions with times." in str(found.problems[0])


def test_quotes_cite_their_time(make_project: Callable[..., Path]) -> None:
    root = make_project({"seeds/2022-01-01-mill.srt": SRT, "sourcebook.toml": "search = false\n"})
    build_site(root)
    year = (root / "site/timeline/2021.html").read_text()
    assert ">at 12:30</a>" in year
    page = next((root / "site/sources").glob("2022*.html")).read_text()
    assert '<a class="page" id="at-12-30" href="#at-12-30" aria-label="12:30"' in page
    assert '"at 12:30"' in (root / "site/data/timeline.csv").read_text()
    (document,) = json.loads((root / "site/data/documents.json").read_text())["documents"]
    assert document["pages"] == [["0:01", 0], ["0:04", 34], ["12:30", 67]]
