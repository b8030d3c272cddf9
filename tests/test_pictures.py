"""Pictures of sources: their smaller versions, their places on pages, and what is refused."""

from __future__ import annotations

import hashlib
import io
import json
import re
import struct
import zlib

import pytest
from conftest import build_site, files_of, picture
from pdf_files import pdf
from PIL import Image
from rich.console import Console

from generator import thumbnails
from generator.commands.check import check_site
from generator.config import read_config
from generator.engine.executors import SerialExecutor
from generator.engine.pictures import Known, pictures_of
from generator.engine.progress import Progress
from generator.engine.report import show_report
from generator.thumbnails import NotShown, versions_of

HALL = """---
title: The town hall
date: 1910
image: hall.jpg
image_alt: A hall of brick
caption: Seen from the square
tags: [Buildings, Brick]
---
The hall was built by the town.
"""
QUIET = 'search = false\nnames = "listed"\n'


def turned_and_located() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # a quarter turn
    exif[0x010F] = "Maker of cameras"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (55.0, 45.0, 0.0)
    return picture(size=(900, 600), exif=exif, quality=95)


def png_of(width: int, height: int) -> bytes:
    """A PNG that says it is so large, and has hardly any bytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    body = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + body + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_versions_are_plain_jpeg_within_their_boxes(kind: str) -> None:
    found = versions_of(picture(kind, (1400, 700)))
    assert (found.width, found.height) == (1400, 700)
    assert found.large
    assert (found.small.width, found.small.height) == (400, 200)
    assert (found.large.width, found.large.height) == (1280, 640)
    for version in (found.small, found.large):
        with Image.open(io.BytesIO(version.data)) as image:
            assert image.format == "JPEG"
            assert image.size == (version.width, version.height)


def test_small_files_are_shown_as_they_are_and_never_enlarged() -> None:
    found = versions_of(picture("PNG", (50, 30)))
    assert found.large is None
    assert (found.small.width, found.small.height) == (50, 30)


def test_versions_are_upright_and_say_nothing_of_camera_or_place() -> None:
    found = versions_of(turned_and_located())
    assert (found.width, found.height) == (600, 900)
    assert found.located
    with Image.open(io.BytesIO(found.small.data)) as image:
        assert image.size == (267, 400)
        assert not image.getexif()
    assert b"Exif" not in found.small.data
    assert b"Maker" not in found.small.data


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_pixel(mode: str) -> None:
    file = io.BytesIO()
    Image.new(mode, (8, 8)).save(file, "TIFF" if mode == "CMYK" else "PNG")
    if mode == "CMYK":
        file = io.BytesIO()
        Image.new(mode, (8, 8)).save(file, "JPEG")
    assert versions_of(file.getvalue()).small.width == 8


def test_what_is_transparent_is_seen_on_white() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(file, "PNG")
    with Image.open(io.BytesIO(versions_of(file.getvalue()).small.data)) as image:
        assert image.getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG",
        b"<html><script>alert(1)</script>",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        picture()[:200],
        b"II*\0" + b"\0" * 40,  # TIFF, which browsers do not show
    ],
    ids=["empty", "begun", "page", "svg", "cut", "tiff"],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(NotShown, match="broken"):
        versions_of(data)


def test_a_bomb_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thumbnails, "_scaled", lambda *_: pytest.fail("decoded"))
    with pytest.raises(NotShown, match="million pixels"):
        versions_of(png_of(60_000, 60_000))


def test_a_record_shows_its_picture(make_project) -> None:
    root = make_project(
        {"sourcebook.toml": QUIET, "seeds/a.md": HALL, "seeds/hall.jpg": picture(size=(1600, 900))}
    )
    report = build_site(root)
    assert not report.problems
    files = files_of(root / "site")
    page = next(t for n, t in files.items() if n.startswith("sources/1910")).decode()
    shown = re.search(
        r'<img src="\.\./(media/[^"]+)" alt="A hall of brick" width="(\d+)" height="(\d+)"', page
    )
    assert shown
    with Image.open(io.BytesIO(files[shown[1]])) as image:
        assert image.size == (int(shown[2]), int(shown[3]))
    assert "<figcaption>" in page
    assert "Seen from the square" in page
    assert "1\u202f600 × 900 pixels" in page
    whole = re.search(r'<a href="\.\./(media/[0-9a-f]{16}\.jpg)">', page)
    assert whole
    assert files[whole[1]] == (root / "seeds/hall.jpg").read_bytes()
    cards = files["sources/cards/index.html"].decode()
    assert re.search(
        r'<img src="\.\./\.\./media/\w+-small\.jpg" alt="" width="400" height="225" loading="lazy">',
        cards,
    )


def test_alt_text_falls_back_to_the_title(make_project) -> None:
    text = HALL.replace("image_alt: A hall of brick\n", "")
    root = make_project({"sourcebook.toml": QUIET, "seeds/a.md": text, "seeds/hall.jpg": picture()})
    build_site(root)
    page = next((root / "site/sources").glob("1910*")).read_text("utf-8")
    assert 'alt="The town hall" width="60" height="40"' in page


def test_nothing_is_loaded_from_elsewhere(make_project) -> None:
    text = HALL.replace("hall.jpg", "https://example.org/hall.jpg")
    root = make_project(
        {"sourcebook.toml": QUIET, "seeds/a.md": text + "![x](https://example.org/x.png)\n"}
    )
    assert not build_site(root).problems
    for name, data in files_of(root / "site").items():
        if name.endswith(".html"):
            assert not re.search(rb'src="https?:', data), name
    page = next((root / "site/sources").glob("1910*")).read_text("utf-8")
    assert (
        '<a href="https://example.org/hall.jpg" rel="noopener noreferrer nofollow external">'
        in page
    )
    assert not (root / "site/media").exists()


def test_sound_and_film(make_project) -> None:
    kinds = {"talk.mp3": "<audio ", "talk.mp4": "<video "}
    for name, tag in kinds.items():
        text = f"---\ntitle: A talk\ndate: 1947\nrecording: {name}\n---\nWords."
        root = make_project(
            {"sourcebook.toml": QUIET, "seeds/a.md": text, f"seeds/{name}": b"abc"}, name
        )
        assert not build_site(root).problems
        page = next((root / "site/sources").glob("1947*")).read_text("utf-8")
        assert tag in page
        assert "media-src" in page
        assert 'preload="none"' in page
        (shown,) = (root / "site/media").iterdir()
        assert shown.read_bytes() == b"abc"


def test_what_no_source_shows_is_not_published(make_project) -> None:
    root = make_project(
        {
            "sourcebook.toml": QUIET,
            "seeds/a.md": HALL,
            "seeds/hall.jpg": picture(),
            "seeds/secret.jpg": picture(size=(70, 70)),
            "seeds/secret.pdf": b"%PDF",
        }
    )
    (problem,) = build_site(root).problems
    assert (problem.path, problem.level) == ("seeds/secret.pdf", "error")
    names = {path.name for path in (root / "site/media").iterdir()}
    assert len(names) == 2
    assert {name.partition("-")[0].partition(".")[0] for name in names} == {sorted(names)[0][:16]}


@pytest.mark.parametrize("data", [b"\x89PNG", png_of(60_000, 60_000)], ids=["broken", "bomb"])
def test_a_picture_that_cannot_be_shown_is_reported_and_left_out(make_project, data: bytes) -> None:
    text = HALL + "\n![The square](hall.jpg)\n"
    root = make_project({"sourcebook.toml": QUIET, "seeds/a.md": text, "seeds/hall.jpg": data})
    (problem,) = build_site(root).problems
    assert (problem.path, problem.level) == ("seeds/hall.jpg", "error")
    assert problem.message.startswith("The picture cannot be shown: it ")
    page = next((root / "site/sources").glob("1910*")).read_text("utf-8")
    assert "<img" not in page
    assert "The square" in page
    assert not (root / "site/media").exists()
    assert not (root / "site/sources/cards").exists()


def test_a_position_in_a_picture_is_reported(make_project) -> None:
    root = make_project(
        {"sourcebook.toml": QUIET, "seeds/a.md": HALL, "seeds/hall.jpg": turned_and_located()}
    )
    (problem,) = build_site(root).problems
    assert (problem.path, problem.level) == ("seeds/hall.jpg", "warning")
    assert "where it was taken" in problem.message


def test_versions_are_made_once_and_their_bytes_stay(make_project, monkeypatch) -> None:
    root = make_project(
        {"sourcebook.toml": QUIET, "seeds/a.md": HALL, "seeds/hall.jpg": picture(size=(1600, 900))}
    )
    build_site(root)
    first = files_of(root / "site")
    monkeypatch.setattr(
        "generator.engine.pictures.versions_of", lambda _: pytest.fail("made again")
    )
    (root / "seeds/b.md").write_text("# Another\n\nText.", encoding="utf-8")
    build_site(root)
    second = files_of(root / "site")
    assert {n: d for n, d in second.items() if n[:6] == "media/"} == {
        n: d for n, d in first.items() if n[:6] == "media/"
    }
    monkeypatch.undo()
    # Another project on another day, without a cache, makes the same.
    other = make_project(
        {n: (root / n).read_bytes() for n in ("sourcebook.toml", "seeds/a.md", "seeds/hall.jpg")},
        "other",
    )
    build_site(other)
    third = files_of(other / "site")
    assert {n: d for n, d in third.items() if n != ".sourcebook-manifest.json"} == {
        n: d for n, d in first.items() if n != ".sourcebook-manifest.json"
    }


def test_the_report_says_what_pictures_weigh(make_project) -> None:
    data = picture(size=(1600, 900))
    root = make_project({"sourcebook.toml": QUIET, "seeds/a.md": HALL, "seeds/hall.jpg": data})
    report = build_site(root)
    small, *_ = (root / "site/media").glob("*-small.jpg")
    (page,) = (root / "site/sources").glob("1910*")
    large = [p.stat().st_size for p in (root / "site/media").glob("*-large.jpg")]
    assert (report.files, report.files_size) == (1, len(data))
    assert report.versions_size == small.stat().st_size + sum(large)
    assert report.heaviest_size >= page.stat().st_size + (sum(large) or len(data))
    console = Console(file=io.StringIO(), width=200)
    show_report(report, console, "site")
    assert "1 file shown by sources: " in console.file.getvalue()


def test_check_reports_pictures(make_project) -> None:
    text = HALL + "\n![The square](square.jpg)\n"
    root = make_project({"sourcebook.toml": QUIET, "seeds/a.md": text, "seeds/hall.jpg": b"\x89"})
    build_site(root)
    progress = Progress(Console(file=io.StringIO()), quiet=True)
    found = check_site(read_config(root), progress, SerialExecutor()).problems
    assert [(p.path, p.message[:19]) for p in found] == [
        ("seeds/a.md", 'Image not found: "s'),
        ("seeds/hall.jpg", "The picture cannot "),
    ]


def test_a_forged_cache_changes_no_version(make_project) -> None:
    """What the cache says of a picture must be possible; its bytes must have their digest."""
    root = make_project({"sourcebook.toml": QUIET, "seeds/a.md": HALL, "seeds/hall.jpg": picture()})
    build_site(root)
    right = files_of(root / "site")
    for path in (root / ".sourcebook/pictures").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[::-1])
    (root / "seeds/b.md").write_text("# Another\n\nText.", encoding="utf-8")
    build_site(root)
    now = files_of(root / "site")
    assert {n: now[n] for n in right if n[:6] == "media/"} == {
        n: right[n] for n in right if n[:6] == "media/"
    }


def test_a_forged_entry_about_a_picture_is_not_believed(make_project) -> None:
    data = picture()
    root = make_project({"sourcebook.toml": QUIET, "seeds/a.md": HALL, "seeds/hall.jpg": data})
    build_site(root)
    right = files_of(root / "site")
    pictures = pictures_of(read_config(root))
    key = pictures._key(hashlib.sha256(data).hexdigest())
    for digest, width in (("../../x", 60), ("a" * 64, -1), ("a" * 64, 60)):
        known = Known(width, 40, (width, 40, 9, digest), None, False)
        pictures._cache.put_value(key, known)
        (root / "seeds/b.md").write_text(f"# Another\n\nText {digest} {width}.", "utf-8")
        build_site(root)
        now = files_of(root / "site")
        assert {n: now[n] for n in now if n[:6] == "media/"} == {
            n: right[n] for n in right if n[:6] == "media/"
        }


TABLE = """objectid,title,date,description,subject,format,object_location,image_small,parentid
a,A hall,1910,A hall of brick.,Buildings; Halls,image/jpeg,/objects/hall.jpg,/objects/small/hall.jpg,
b,A talk,1947,A talk on air.,halls,audio/mpeg,/objects/talk.mp3,/objects/small/talk.jpg,
c,A letter,1932,A letter home.,Letters,application/pdf,/objects/letter.pdf,,a
d,A film,1925,A film of a match.,Letters,video/mp4,https://video.example/1,https://example.org/s.jpg,a
"""


def collection() -> dict[str, str | bytes]:
    files = {
        f"seeds/objects/{name}": picture(size=(40 + n, 40))
        for n, name in enumerate(("hall.jpg", "small/hall.jpg", "small/talk.jpg", "unused.jpg"))
    }
    letter = pdf(lambda canvas: canvas.drawString(60, 700, "Dear sister, the hall stands."))
    sound = {"seeds/objects/talk.mp3": b"ID3", "seeds/objects/letter.pdf": letter}
    return {"sourcebook.toml": QUIET, "seeds/items.csv": TABLE, **files, **sound}


def test_a_table_of_items_is_a_collection(make_project) -> None:
    """Columns as CollectionBuilder names them; nothing is renamed."""
    root = make_project(collection())
    # A PDF file is a source of its own, not offered for download.
    assert {p.path for p in build_site(root).problems} <= {"seeds/objects/letter.pdf"}
    files = files_of(root / "site")
    originals = {name for name in files if re.fullmatch(r"media/\w{16}\.\w+", name)}
    sources = ("hall.jpg", "small/talk.jpg", "talk.mp3")
    assert {files[name] for name in originals} == {
        (root / "seeds/objects" / name).read_bytes() for name in sources
    }
    pages = {
        n.split("-", 1)[1][:6]: t.decode() for n, t in files.items() if n.startswith("sources/19")
    }
    assert "<audio " in pages["a-talk"]
    assert "<img " in pages["a-talk"]
    assert "https://video.example/1" in pages["a-film"]
    assert 'src="https' not in "".join(pages.values())
    # What belongs to another record is shown there, and leads back to it.
    assert pages["a-hall"].count('<li class="card">') == 2
    assert re.search(r'Part of</dt><dd><a href="\.\./sources/1910-a-hall', pages["a-film"])


def test_a_file_that_a_table_only_names_is_found_in_any_folder_if_it_is_the_only_one(
    make_project,
) -> None:
    table = "title,date,description,filename\nA hall,1910,Of brick.,hall.jpg\n"
    files = {"seeds/data/items.csv": table, "seeds/scans/box 1/hall.jpg": picture()}
    root = make_project({"sourcebook.toml": QUIET, **files})
    assert not build_site(root).problems
    assert len(list((root / "site/media").iterdir())) == 2
    other = root / "seeds/scans/box 2/hall.jpg"
    other.parent.mkdir()
    other.write_bytes(picture(size=(50, 50)))
    (problem,) = build_site(root).problems
    assert problem.message == 'Image not found: "hall.jpg".'
    assert not (root / "site/media").exists()
    other.unlink()
    assert not build_site(root).problems


def test_many_subjects_have_letters_and_a_filter(make_project) -> None:
    tags = [f"{letter}{n}" for letter in "abc" for n in range(8)]
    head = f"---\ntitle: T\ndate: 2024-01-01\ntags: {json.dumps(tags)}\n---\nWords.\n"
    root = make_project(
        {"sourcebook.toml": 'names = "listed"\nsearch = false\n', "seeds/a.md": head}
    )
    build_site(root)
    page = (root / "site/subjects/index.html").read_text()
    assert re.findall(r'href="\.\./subjects/index\.html#letter-(\w)"', page) == ["a", "b", "c"]
    assert re.findall(r'id="letter-(\w)"><a[^>]*>(\w+)', page) == [
        ("a", "a0"),
        ("b", "b0"),
        ("c", "c0"),
    ]
    assert 'id="filter"' in page
    assert (root / "site/subjects/by/sources.html").is_file()


def test_subjects_and_formats_can_be_browsed(make_project) -> None:
    root = make_project(collection())
    build_site(root)
    files = {n: t.decode() for n, t in files_of(root / "site").items() if n.endswith(".html")}
    subjects = files["subjects/index.html"]
    assert re.findall(r'<a href="\.\./([^"]+)">([^<]+)</a> <span class="count">(\d)', subjects) == [
        (next(n for n in files if "1910-a-hall" in n), "Buildings", "1"),
        ("subjects/halls/index.html", "Halls", "2"),
        ("subjects/letters/index.html", "Letters", "2"),
    ]
    assert files["subjects/halls/index.html"].count('<li class="card">') == 2
    formats = files["formats/index.html"]
    assert re.findall(r">([\w ]+)</a> <span class=\"count\"", formats) == [
        "JPEG image",
        "MP3 recording",
        "MP4 film",
        "PDF",
    ]
    hall = next(text for name, text in files.items() if "1910-a-hall" in name)
    assert '<a href="../subjects/halls/index.html">Halls</a>' in hall
    listed = files["sources/index.html"]
    for page in ("sources/cards", "subjects", "formats"):
        assert f'href="../{page}/index.html"' in listed


def test_values_with_one_address_have_pages_of_their_own(make_project) -> None:
    tags = ["C++", "C#", "c#", "!", "?"]
    seeds = {
        f"seeds/{n}{m}.md": f"---\ntitle: T{n}{m}\ndate: 2024\ntags: ['{tag}']\n---\nText."
        for n, tag in enumerate(tags)
        for m in "ab"
    }
    root = make_project({"sourcebook.toml": QUIET, **seeds})
    build_site(root)
    pages = sorted(path.parent.name for path in (root / "site/subjects").glob("*/index.html"))
    assert len(pages) == 4
    assert all(re.fullmatch(r"(c-)?[a-z2-7]{4}", name) for name in pages)


BODY = """---
title: A body
date: 2024
---
Before.

![Brick](hall.jpg "The hall, seen from the <square>")

<video controls><source src="film.mp4"><source src="film.webm">Your browser is too old.</video>

<audio src="https://radio.example/talk.mp3" title="The talk">No <b>sound</b>.</audio>

<figure><img src="hall.jpg" alt="A wall"><figcaption>Of **brick**</figcaption></figure>

After.
"""


def test_captions_and_players_in_texts(make_project) -> None:
    seeds = {"seeds/a.md": BODY, "seeds/hall.jpg": picture(), "seeds/film.mp4": b"ftyp"}
    root = make_project({"sourcebook.toml": QUIET, **seeds})
    assert not build_site(root).problems
    page = next((root / "site/sources").glob("2024*")).read_text("utf-8")
    body = re.sub(
        r' id="[^"]*"|<a class="number".*?</a>|</?span[^>]*>',
        "",
        page[page.index('<div class="body"') :],
    )
    body = " ".join(body[: body.index("<aside")].split())
    (film,) = (path.name for path in (root / "site/media").glob("*.mp4"))
    (hall,) = (path.name for path in (root / "site/media").glob("*[0-9a-f].jpg"))
    shown = f'src="../media/{hall}" alt="{{}}" width="60" height="40" loading="lazy">'
    assert (
        f"<figure><p><img {shown.format('Brick')}</p><figcaption>The hall, seen from the &lt;square&gt;</figcaption></figure>"
        in body
    )
    assert (
        f'<video controls preload="none" src="../media/{film}" aria-label="Film"></video>' in body
    )
    assert (
        f"<figure><p><img {shown.format('A wall')}</p><figcaption>Of **brick**</figcaption></figure>"
        in body
    )
    assert (
        '<a href="https://radio.example/talk.mp3" rel="noopener noreferrer nofollow">The talk</a>'
        in body
    )
    assert "browser" not in body
    assert "sound" not in body
    assert body.index("Before.") < body.index("<video") < body.index("After.")
    assert "media-src" in page
