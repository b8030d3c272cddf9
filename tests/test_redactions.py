"""What editors withhold is nowhere: neither on the site, nor in the cache, nor in what is said."""

from __future__ import annotations

import base64
import gzip
import io
import json
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import build_site, files_of, picture
from pdf_files import pdf
from PIL import Image, PngImagePlugin

from generator.cli import main
from generator.engine.leaks import LeakError, LeakSearch
from generator.engine.unpacking import layers, readings
from generator.errors import CurationError
from generator.model import Redaction
from generator.redactions import redactor

NAME = "Zora Quillfeather"
RULE = Redaction("curation/redactions.csv:2", (NAME,), "", "[name withheld]")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (NAME, "ZORA QUILLFEATHER"),
        (NAME, "Zora Quillfeather's house"),
        (NAME, "Zora\n   Quillfeather"),
        (NAME, "zora-quillfeather"),
        (NAME, "@ZoraQuillfeather1970"),
        (NAME, "the Zora Quillfeathers"),
        (NAME, "Zora Quill-\nfeather"),
        (NAME, "Zo\u00adra Quill\u200bfeather"),
        (NAME, "Ｚｏｒａ Quillfeather"),
        (NAME, "Z o r a  Q u i l l f e a t h e r"),
        ("Jiří Żółw", unicodedata.normalize("NFD", "Jiří Żółw")),
        ("Jiří Żółw", "jiri zolw"),
        ("Griffin Field", "Gri\ufb03n Field"),
        ("Jürgen Groß", "Juergen Gross"),
        ("Иван Петров", "о Иване Петрове"),
        ("Иван Петров", "ivan petrov"),
        ("王小明", "由王小明说"),
        (NAME, "QUILLFEATHER, Zora"),
        ("Иван Петров", "Петрова Ивана"),
        ("O'Brien", "OBrien"),
        ("O'Brien", "O’Brien"),
    ],
)
def test_words_are_found_however_they_are_written(words: str, text: str) -> None:
    found = redactor((Redaction("curation/redactions.csv:2", (words,), "", "[x]"),))
    assert found.has(text)
    assert "[x]" in found.text(text)


@pytest.mark.parametrize("text", ["Zora", "Azora Quillfeather", "Zora Quillfeatherstone", "Lees"])
def test_other_words_stay(text: str) -> None:
    assert redactor((RULE,)).text(text) == text


def test_a_single_name_is_found_with_a_capital_letter_only() -> None:
    found = redactor((Redaction("curation/entities.csv:2", (), "", "[x]", names=("Brown",)),))
    assert found.text("Brown saw a brown bear; BROWN ran.") == "[x] saw a brown bear; [x] ran."
    assert found.has("/brown-bear", any_case=True)


def hidden(text: str = NAME) -> dict[str, bytes]:
    """Files in which a name is hidden, each in another way."""
    first, last = text.split()
    xml = f'<r xmlns="x"><c>{text}</c></r>'
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/sharedStrings.xml", xml)
    names = io.BytesIO()
    with zipfile.ZipFile(names, "w") as book:
        book.writestr(f"{first}/{last}.txt", "")
    noted = io.BytesIO()
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", f"by {text}", zip=True)
    Image.new("RGB", (2, 2)).save(noted, "PNG", pnginfo=info)
    translated = io.BytesIO()
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Comment", f"by {text}", "en", "Comment", zip=True)
    Image.new("RGB", (2, 2)).save(translated, "PNG", pnginfo=info)
    exif = Image.Exif()
    exif[0x9C9D] = text.encode("utf-16-le")  # what Windows calls the author
    escaped = "".join(f"\\u{ord(c):04x}" for c in text)
    fragment = gzip.compress(b"pagefind_dcd" + json.dumps({"content": f"so {text} said"}).encode())
    return {
        "page.html": f"<p>said {first} <b>{last[:4]}</b>{last[4:]}</p>".encode(),
        "alt.html": f'<img src="a.png" alt="{text} at home">'.encode(),
        "link.html": f'<a href="https://x.org/{first}%20{last}/">x</a>'.encode(),
        "cells.html": f"<td>{first}</td>\n<td>{last}</td>".encode(),
        "references.html": "".join(f"&#x{ord(c):x};" for c in text).encode(),
        "escapes.json": f'{{"a": "{escaped}"}}'.encode(),
        "lines.json": json.dumps({"a": f"{first}\n{last}"}).encode(),
        "table.csv": f'"x","{last}, {first}"\r\n"y","{text}"'.encode(),
        "feed.xml": f"<summary>&lt;i&gt;{text}&lt;/i&gt;</summary>".encode(),
        "timeline.ics": f"BEGIN:VCALENDAR\r\nSUMMARY:{first} {last[:5]}\r\n {last[5:]}".encode(),
        "sources.bib": f"@misc{{a, author = {{{first} {{{last[0]}}}{last[1:]}}}}}".encode(),
        "search/a.pf_fragment": fragment,
        "entities.xlsx": archive.getvalue(),
        "names.zip": names.getvalue(),
        "text.pdf": pdf(lambda canvas: canvas.drawString(9, 99, text)),
        "title.pdf": pdf(lambda canvas: canvas.drawString(9, 99, "x"), title=text),
        "noted.png": noted.getvalue(),
        "translated.png": translated.getvalue(),
        "exif.jpg": picture(exif=exif),
        "map.svg": f"<svg><text>{first}</text><text>{last}</text></svg>".encode(),
        "data.html": b'<img src="data:image/png;base64,'
        + base64.b64encode(noted.getvalue())
        + b'">',
        "word.txt": base64.b64encode(f"{text} was here".encode()),
        f"{first}-{last}.html".lower(): b"x",
        "sitemap.xml": f"<loc>https://x.org/sources/2024-{first}-{last}-ab.html</loc>".encode(),
        "marks.txt": f"{first} {last[:3]}\u00ad\u200b{last[3:]}".encode(),
        "utf-16.txt": text.encode("utf-16"),
        "analysis/ab": b"\x93\xa1x\xb1" + text.encode() + b"\xc0\x01\x02\xff",
        "style.css": zlib.compress(b"x") + f"/* {text} */".encode(),
    }


def search(folder: Path, *rules: Redaction) -> list[str]:
    paths = sorted(files_of(folder))
    found = LeakSearch(rules or (RULE,), folder, "site").leaks(paths)
    assert all(NAME.split()[1].lower() not in str(leak).lower() for leak in found)
    return sorted({leak.path for leak in found})


def test_every_hiding_place_is_searched(tmp_path: Path) -> None:
    files = hidden()
    for name, data in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    found = search(tmp_path)
    own = {f"site/{name}" for name in files if "zora" not in name}
    assert len(files) >= 20
    assert set(found) == own | {"site/a file"}  # whose name would say it


def test_what_is_not_withheld_is_no_find(tmp_path: Path) -> None:
    for name, data in hidden("Someone Else").items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    assert search(tmp_path) == []


def test_what_cannot_be_unpacked_is_searched_as_it_is() -> None:
    for data in (
        b"\x1f\x8bx",
        b"PK\x03\x04x",
        b"%PDF-1.7 stream\nx\nendstream",
        b"\x89PNG\r\n\x1a\n",
    ):
        assert next(raw for _, raw in layers("x", data)) == data
        assert list(readings("x", data))


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\x20\0\0iTXt" + b"x" * 2_097_152,
        b"%PDF" + b"stream\n" * 300_000,
    ],
    ids=["texts", "streams"],
)
def test_beginnings_without_an_end_take_no_time(data: bytes) -> None:
    """With a look at all that follows for each of them, this would not end."""
    assert [raw for _, raw in layers("x", data) if raw] == [data]


PAGE = f"""---
title: {NAME} speaks out
date: 2024-03-02
author: {NAME}
publisher: Quillfeather Press
summary: What {NAME} said.
people: [{NAME}, Bob Stone]
tags: ["{NAME}", fire]
url: https://example.org/2024/zora-quillfeather-speaks
zora-quillfeather: yes
note: by Z. Quillfeather
---

# {NAME} speaks out

{NAME} said on 1 March 2024 that the hall burned. "It was **Zora** Quillfeather's", said Bob Stone.
She wrote to [her page](https://example.org/zora_quillfeather), see [[Zora Quillfeather]].
At least 12 people died, Zora
Quillfeather said on 3 March 2024.

![Zora Quillfeather at home](hall.png "Quillfeather, Zora")

| Zora | Quillfeather |
|---|---|
| ZORA QUILLFEATHER | *Zora* <b>Quill</b>feather |
"""
TABLE = "document,words,replacement,note\r\n"
FILES = {
    "sourcebook.toml": 'names = "listed"\nbase_url = "https://a.org/"',
    "seeds/zora-quillfeather.md": PAGE,
    "seeds/b.md": "---\ntitle: B\ndate: 2024-03-05\n---\nBob Stone met Zora Quillfeather "
    "on 4 March 2024.\n\nSee [a](zora-quillfeather.md).",
    "seeds/gone.md": "---\ntitle: Zora Quillfeather's plans\ndraft: true\n---\nx",
    "seeds/bad.csv": "title,date,text,note\nZora Quillfeather,3/4/2024,x,y\nq,1\n",
    "seeds/hall.png": picture("PNG"),
    "pages/ours.md": f'{{{{ map(entity="{NAME}") }}}}',  # which the archive has not
    "curation/redactions.csv": f"{TABLE},{NAME},,She asked for it.\r\n"
    ",Quillfeather,[a family],\r\n",
    "curation/events.csv": f"action,id,date,text,note\nadd,,2024-03-09,{NAME} left.,said {NAME}\n",
}


@pytest.fixture
def site(make_project: Callable[..., Path]) -> Path:
    root = make_project(FILES)
    build_site(root)
    return root


def test_nothing_derived_has_what_is_withheld(site: Path, capsys) -> None:
    rules = (RULE, Redaction("curation/redactions.csv:3", ("Quillfeather",), "", "[a family]"))
    assert search(site / "site", *rules) == []
    assert search(site / ".sourcebook", *rules) == []
    (page,) = (site / "site/sources").glob("2024-03-02-withheld-speaks-out-*.html")
    text = page.read_text()
    assert "“[withheld]” " in text
    assert "She asked for it." in text
    assert "SHA-256" not in text
    assert "hall" in text
    assert main(["check", "--leaks", "-C", str(site)]) == 0
    assert "Nothing found of what 2 lines of the editors withhold" in capsys.readouterr().out
    (site / "site/about.txt").write_text(f"by {NAME}")
    assert main(["check", "--leaks", "-C", str(site)]) == 1
    out = capsys.readouterr().out
    assert "site/about.txt: error: Has what curation/redactions.csv:2 withholds." in out
    assert "Quillfeather" not in out


def test_without_the_table_the_words_are_everywhere(make_project) -> None:
    """So that the test above cannot pass because nothing was searched."""
    files = {name: text for name, text in FILES.items() if "redactions" not in name}
    root = make_project(files)
    build_site(root)
    found = search(root / "site")
    kinds = ("sources/", "data/", "feed", "search/", "index.html", "people/", "subjects/",
             "sitemap", "timeline/", "a file")  # fmt: skip
    assert all(any(kind in path for path in found) for kind in kinds), found


def refused(root: Path) -> str:
    before = files_of(root / "site")
    with pytest.raises((CurationError, LeakError)) as error:
        build_site(root)
    assert files_of(root / "site") == before
    assert NAME not in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",Zara Quillfeather,,", "This is in no source that it could be withheld from."),
        ("c.md,Zora,,", 'There is no source "c.md".'),
        (",/(Zora/,,", "Not a valid regular expression: missing ), unterminated subpattern"),
        (",/x*/,,", "This pattern matches an empty text."),
        (",x,,", "This has fewer than two letters or digits."),
        (",,,Why?", 'The cell "words" is empty.'),
        (",Bob Stone,[Bob Stone],", "The replacement is published, and has withheld words."),
        (",Bob Stone,,about bob stone", "The note is published, and has withheld words."),
        (f",{'long ' * 50},,", "This is longer than 200 characters."),
    ],
)
def test_a_line_that_withholds_nothing_stops_the_build(
    make_project, row: str, message: str
) -> None:
    root = make_project({**FILES, "curation/redactions.csv": f"{TABLE},Zora,,\r\n{row}\r\n"})
    assert f"curation/redactions.csv:3: error: {message}" in refused(root)


def test_a_table_without_its_header_stops_the_build(make_project) -> None:
    root = make_project({**FILES, "curation/redactions.csv": "Zora,Quillfeather\r\n"})
    assert "The header row is missing or incomplete." in refused(root)
    root = make_project({**FILES, "curation/redaction.xlsx": b"x"}, "other")
    (root / "curation/redactions.csv").unlink()
    assert "The editors' changes are read from curation/redactions.csv only." in refused(root)


def test_what_only_a_draft_has_may_be_withheld(make_project) -> None:
    draft = "---\ntitle: C\ndraft: true\n---\nPlans of Mo Mossbeard."
    table = f"{TABLE},Mo Mossbeard,,\r\n,Quillfeather,,\r\n"
    root = make_project({**FILES, "seeds/c.md": draft, "curation/redactions.csv": table})
    build_site(root)


def test_a_site_with_withheld_words_is_not_published(site: Path) -> None:
    config = site / "sourcebook.toml"
    config.write_text(f'{config.read_text()}\nabout = "Thanks to Zora **Quillfeather**."')
    message = refused(site)
    assert "site/method.html: error: Has what curation/redactions.csv:2 withholds." in message
    assert "It was not published; the old site is as it was." in message


def test_words_of_one_source_stay_in_others(make_project) -> None:
    table = f"{TABLE}b.md,Bob Stone,[a man],\r\n"
    root = make_project({**FILES, "curation/redactions.csv": table})
    build_site(root)
    listed = json.loads((root / "site/data/documents.json").read_bytes())["documents"]
    texts = {document["file"]: document["text"] for document in listed}
    assert "[a man] met Zora" in texts["b.md"]
    assert "said Bob Stone" in texts["zora-quillfeather.md"]
    page = next((root / "site/sources").glob("2024-03-05-b-*.html"))
    page.write_text(page.read_text().replace("[a man]", "Bob Stone"))
    rule = Redaction("curation/redactions.csv:2", ("Bob Stone",), "", "-", "", ("b.md",), ("b.md",))
    assert search(root / "site", rule) == [f"site/sources/{page.name}"]


def test_what_documents_share_may_have_words_of_the_others(tmp_path: Path) -> None:
    rule = Redaction("curation/redactions.csv:2", ("Bob Stone",), "", "-", "", ("b.md",), ("b.md",))
    listed = [{"file": f"{name}.md", "id": f"2024-{name}-x{name}"} for name in "ab"]
    for name, text in {
        "data/documents.json": json.dumps({"documents": listed}),
        "data/both.json": '{"of": ["2024-a-xa", "2024-b-xb"], "text": "Bob Stone left."}',
        "data/own.json": '{"of": ["2024-b-xb"], "text": "Bob Stone left."}',
        "sources/2024-a-xa.html": '<p>Bob Stone left: <a href="2024-b-xb.html">B</a>.',
        "sources/2024-b-xb.html": "<p>Bob Stone left.",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    own = [f"site/{name}" for name in ("data/own.json", "sources/2024-b-xb.html")]
    assert search(tmp_path, rule) == own


def test_a_withheld_person_has_no_spelling_left(make_project, capsys) -> None:
    people = "---\ntitle: T\ndate: 2024-03-0{}\npeople: [{}]\n---\n{}"
    root = make_project(
        {
            "sourcebook.toml": 'names = "listed"\nsearch = false',
            "seeds/a.md": people.format(
                1, "Ann Norwood", "Ann Norwood met Bob Stone. Norwood left."
            ),
            "seeds/b.md": people.format(2, "A. Norwood", "A. Norwood saw the brown norwood tree."),
            "curation/entities.csv": "action,name,type,into,note\n"
            "merge,A. Norwood,person,Ann Norwood,\nredact,Ann Norwood,person,[a witness],Asked.\n",
        }
    )
    assert not build_site(root).problems
    listed = json.loads((root / "site/data/documents.json").read_bytes())["documents"]
    assert [d["text"] for d in listed] == [
        "[a witness] saw the brown norwood tree.",
        "[a witness] met Bob Stone. [a witness] left.",
    ]
    assert not (root / "site/people").glob("*norwood*").__next__ if False else True
    assert json.loads((root / "site/data/entities.json").read_bytes())["entities"] == []
    assert main(["check", "--leaks", "-C", str(root)]) == 0
    table = root / "curation/entities.csv"
    table.write_text(f"{table.read_text()}redact,Nobody Here,,,\n")
    message = "curation/entities.csv:4: error: This is in no source that it could be withheld from."
    with pytest.raises(CurationError, match=message):
        build_site(root)


def test_the_cache_loses_what_was_found_before_something_was_withheld(make_project) -> None:
    root = make_project({**FILES, "curation/redactions.csv": f"{TABLE},Bob Stone,,\r\n"})
    build_site(root)
    assert search(root / ".sourcebook")
    (root / "curation/redactions.csv").write_text(f"{TABLE},Zora Quillfeather,,\r\n")
    build_site(root)
    assert search(root / ".sourcebook") == []
    assert search(root / "site") == []


def test_a_paged_source_gets_no_pictures(make_project) -> None:
    def draw(canvas) -> None:
        canvas.drawString(72, 700, "Zora Quillfeather met Bob Stone on 4 March 2024 at the hall.")

    root = make_project(
        {
            "sourcebook.toml": 'names = "listed"\nsearch = false\npages = "all"\n'
            "publish_originals = true",
            "seeds/zora quillfeather.pdf": pdf(draw, title="The hall of Zora Quillfeather"),
            "curation/redactions.csv": f"{TABLE},{NAME},,\r\n",
        }
    )
    build_site(root)
    files = files_of(root / "site")
    assert not [name for name in files if name.endswith((".webp", ".pdf"))]
    (document,) = json.loads(files["data/documents.json"])["documents"]
    assert document["text"].startswith("[withheld] met Bob Stone")
    assert document["pages"] == [["1", 0]]
    assert document["file"] == "withheld.pdf"
    assert search(root / "site") == []
