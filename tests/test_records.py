"""Records: documents that describe an item, as the tables of catalogues have them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.config import read_config
from generator.load import load
from generator.read import Reading, read
from generator.read.coordinates import take_coordinates


def reading_of(root: Path) -> Reading:
    config = read_config(root)
    return read(load(config).sources, config)


@pytest.mark.parametrize(
    ("given", "position"),
    [
        ({"latitude": "46.73", "longitude": "-117.0"}, (46.73, -117.0)),
        ({"Lat": "46,73", "Lon": "-117"}, (46.73, -117.0)),
        ({"coordinates": "[46.73, -117]"}, (46.73, -117.0)),
        ({"geo.position": "46.73;-117"}, (46.73, -117.0)),
        ({"location": "46.73,-117.25"}, (46.73, -117.25)),
        ({"location": "Moscow, Idaho", "lat": "46.7", "lng": "-117"}, (46.7, -117.0)),
    ],
)
def test_coordinates(given: dict[str, str], position: tuple[float, float]) -> None:
    assert take_coordinates([*given.items(), ("other", "x")])[0] == position
    assert ("other", "x") in take_coordinates([*given.items(), ("other", "x")])[1]


@pytest.mark.parametrize(
    "given",
    [
        {"latitude": "46.73"},
        {"latitude": "146.73", "longitude": "-117.0"},
        {"latitude": "46.73", "longitude": "west"},
        {"location": "Room 7, 12"},
        {"latitude": "nan", "longitude": "inf"},
    ],
)
def test_what_are_no_coordinates_stays_a_key(given: dict[str, str]) -> None:
    assert take_coordinates([*given.items()]) == (None, tuple(given.items()))


@pytest.mark.parametrize(
    ("address", "image"),
    [
        ("hall.png", "box/hall.png"),
        ("/objects/hall.png", "box/hall.png"),
        ("small/hall_sm.jpg", "box/small/hall_sm.jpg"),
        ("https://example.org/hall.jpg", "https://example.org/hall.jpg"),
        ("other.png", ""),
        ("../../hall.png", "box/hall.png"),
        ("javascript:alert(1)", ""),
    ],
)
def test_the_picture_of_a_record(make_project, address: str, image: str) -> None:
    root = make_project(
        {
            "seeds/box/a.md": f"---\ntitle: A\ndate: 2024\nimage: {address}\nimage_alt: A hall.\n---\nText.",
            "seeds/box/hall.png": "no real picture",
            "seeds/box/small/hall_sm.jpg": "no real picture",
        }
    )
    found = reading_of(root)
    (document,) = found.documents
    assert document.image == image
    assert document.image_alt == ("A hall." if image else "")
    assert [path for _, path in document.media] == ([image] if image.startswith("box") else [])
    assert [p.message for p in found.problems] == (
        [] if image else [f'Image not found: "{address}".']
    )


def test_comments_in_values(reading) -> None:
    rows = (
        "title,text,date,note2\nRow <!-- S --> one,Plain <!-- S --> text,1999,a<!---->b\n"
        'Two,"<p>Text <!-- S\n --!> here <!-- S</p>",1999,<!-- S -->\n'
    )
    item = {
        "title": "J<!-- S -->",
        "body": "A <!-- S --> b",
        "tags": ["t <!-- S -->"],
        "o": "<!--S",
    }
    found = reading({"a.csv": rows, "b.json": json.dumps([{**item, "date": "1999"}])})
    assert [d.title for d in found.documents] == ["Row one", "Two", "J"]
    assert [d.text for d in found.documents] == ["Plain text", "Text here", "A b"]
    assert [d.extra for d in found.documents] == [(("note2", "ab"),), (), ()]
    assert found.documents[2].tags == ("t",)
    assert [p.line for p in found.problems] == [3, 1]


def test_what_is_struck_out_or_hidden_in_values(reading) -> None:
    row = "One {--S--}two,A <b hidden>S</b> text {>>S<<}.<br style='display:none'>,1999"
    found = reading(
        {"a.csv": f"title,text,date\n{row}\n", "b.txt": "A {--S--}b. {~~S~>c~~} <!-- S"}
    )
    assert found.documents[0].title == "One two"
    assert [d.text for d in found.documents] == ["A text .", "A b. c"]


def test_what_says_whether_a_row_is_published_is_not_a_date(reading) -> None:
    found = reading({"a.csv": "title,text,Published\nA,It rained.,No\nB,It snowed.,yes\n"})
    assert "date from" not in found.notes[0].message
    assert '"Published"' in found.notes[0].message
    assert [d.title for d in found.documents] == ["B"]
