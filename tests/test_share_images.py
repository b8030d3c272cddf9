"""Icons of a site, and the pictures that networks show with links to it."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from conftest import build_site, picture
from PIL import Image

from generator.colours import DEFAULT
from generator.config import read_config
from generator.errors import SourcebookError
from generator.render.drawings import canvas
from generator.render.drawings.icons import icon_png, icon_svg, letter_of
from generator.render.drawings.share_image import ShareImage, Steps, share_image
from generator.render.look import icons_of
from generator.shipped import shipped

SOURCE = (
    "---\ntitle: One\ndate: 2020-06-01\npublisher: The Paper\npeople: [Ann Lee]\n---\nAnn Lee left."
)


def image(title: str, *facts: str, steps: Steps | None = None) -> bytes:
    return share_image(ShareImage("home", title, "", facts, "#8c1c13", steps))


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=["PNG"])


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("shared")
    settings = 'title = "The town"\nnames = "listed"\nbase_url = "https://example.org/a/"'
    files = {
        "sourcebook.toml": settings,
        "seeds/a.md": SOURCE,
        "pages/b.md": "# B\n\nWords.",
        "static/icon-192.png": "mine",
        "static/share/sources.png": "ours",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    build_site(root)
    return root / "site"


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("index.html", "home"),
        ("people/ann-lee.html", "people"),
        ("timeline/index.html", "timeline"),
        ("sources/index.html", "sources"),
        ("pages/b.html", "home"),
        ("method.html", "home"),
    ],
)
def test_pages_name_the_picture_of_their_kind(published: Path, page: str, name: str) -> None:
    text = (published / page).read_text()
    (address,) = re.findall(r'<meta property="og:image" content="(.*?)">', text)
    assert address == f"https://example.org/a/static/share/{name}.png"
    assert (published / address.removeprefix("https://example.org/a/")).is_file()
    assert '<meta name="twitter:card" content="summary_large_image">' in text


def test_pictures_have_the_size_that_networks_want_and_little_weight(published: Path) -> None:
    files = sorted((published / "static/share").iterdir())
    names = ["home", "organisations", "people", "places", "sources", "timeline"]
    assert [file.stem for file in files] == names
    for file in files:
        if file.stem != "sources":
            assert opened(file.read_bytes()).size == (1200, 630)
            assert file.stat().st_size < 40_000


def test_files_of_the_project_replace_pictures_and_icons(published: Path) -> None:
    assert (published / "static/share/sources.png").read_text() == "ours"
    assert (published / "static/icon-192.png").read_text() == "mine"


def test_without_an_address_there_are_no_pictures(demo_site: Path) -> None:
    assert not (demo_site / "static/share").exists()
    text = (demo_site / "index.html").read_text()
    assert "og:image" not in text
    assert "webmanifest" not in text


def test_icons_are_named_by_pages_and_manifest(published: Path) -> None:
    text = (published / "people/index.html").read_text()
    for link in re.findall(
        r'<link rel="(?:icon|apple-touch-icon|manifest)" href="\.\./(.*?)"', text
    ):
        assert (published / link).is_file()
    found = json.loads((published / "site.webmanifest").read_text())
    assert found["name"] == "The town"
    for icon in found["icons"]:
        assert (published / icon["src"]).is_file()
    assert opened((published / "static/icon-180.png").read_bytes()).size == (180, 180)


@pytest.mark.parametrize("face", ["title", "text"])
def test_the_fonts_have_every_letter_that_is_drawn(face: canvas.Face) -> None:
    used = canvas.font(face, 12)
    missing = bytes(used.getmask("\uffff"))
    all_letters = map(chr, range(0x21, 0x2213))
    letters = [c for c in all_letters if canvas.composed(c) == c and canvas.drawable(c)]
    letters = [c for c in letters if c not in "\xa0\xad"]
    assert len(letters) > 800
    assert [c for c in letters if bytes(used.getmask(c)) == missing] == []


@pytest.mark.parametrize("title", ["Ёлкина", "Ψαρά", "Łódź", "Thê Nguyễn", "Київ, Ґ"])
def test_cyrillic_greek_and_latin_titles_are_drawn(title: str) -> None:
    assert canvas.drawable(title)
    assert image(title) != image(title[:-1])


@pytest.mark.parametrize("title", ["漢字", "عنوان", "ירושלים", "हिन्दी", "조선"])
def test_other_titles_are_left_out_instead_of_boxes(title: str) -> None:
    assert image(title) == image("題")
    assert image("Title", title) == image("Title")
    assert letter_of(title) == ""


def test_long_titles_are_cut_within_the_picture() -> None:
    for title in ("word " * 200, "w" * 500):
        right = opened(image(title)).convert("RGB").crop((1130, 30, 1200, 630))
        assert len(right.getcolors() or ()) == 1


def test_a_figure_is_drawn_as_steps() -> None:
    steps = Steps(((0, 40.0), (9, 150.0)), ("1 May 2020", "10 May 2020"), ("40", "150"))
    assert image("Dead", steps=steps) != image("Dead")
    assert image("Dead", steps=steps) == image("Dead", steps=steps)


def test_the_letter_of_an_icon() -> None:
    titles = ("the town", "“Ärger”", "1848", "<b>", "…", "ßa")
    assert [letter_of(title) for title in titles] == ["T", "Ä", "1", "B", "", ""]
    assert b">T</text>" in icon_svg("T", DEFAULT)
    assert b"<text" not in icon_svg("", DEFAULT)
    assert icon_png("", "#000000", 32) != icon_png("T", "#000000", 32)


@pytest.mark.parametrize(
    ("size", "kind", "names", "used"),
    [
        ((60, 60), "PNG", "logo.png", True),
        ((60, 50), "JPEG", "logo.jpg", True),
        ((200, 40), "PNG", "logo.png", False),
    ],
)
def test_a_square_logo_is_the_icon(make_project, size, kind: str, names: str, used: bool) -> None:
    files = {"sourcebook.toml": f'logo = "{names}"', names: picture(kind, size)}
    found = icons_of(read_config(make_project(files)))
    assert (not any(icon.size == 0 for icon in found)) == used
    (large,) = (icon for icon in found if icon.size == 512)
    assert opened(large.make()).size == (512, 512)
    assert (large.make() != icon_png("S", DEFAULT.light, 512)) == used


def test_a_damaged_logo_is_reported(make_project) -> None:
    root = make_project({"sourcebook.toml": 'logo = "logo.png"', "logo.png": b"no picture"})
    with pytest.raises(SourcebookError, match=r"The logo logo\.png cannot be shown"):
        icons_of(read_config(root))


def test_the_accent_of_the_design_is_known() -> None:
    styles = shipped("static").joinpath("site.css").read_text(encoding="utf-8")
    found = re.findall(r"--accent: (#[0-9a-f]{6});", styles)
    assert found == [DEFAULT.light, DEFAULT.dark]
