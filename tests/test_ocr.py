"""OCR: scans are read by tesseract where the project asks for it; here by a program like it."""

from __future__ import annotations

import hashlib
import io
import sys
import zipfile
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from generator.config import Config, read_config
from generator.engine.fingerprint import analysis_fingerprint
from generator.errors import ConfigError
from generator.model import Source
from generator.page_pictures import page_pictures
from generator.read import Found, choose, is_possible, read_source
from generator.read import read as read_all
from generator.read.readers import pdf as reader
from tests.pdf_files import Canvas, lines, pdf

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")

# Letter paper at 250 dots for an inch.
LINES = """<span class='ocr_line' title='bbox 250 250 1900 290; baseline 0 -8; x_size 40'>
<span class='ocrx_word' title='bbox 250 250 600 290; x_wconf 92'>The</span>
<span class='ocrx_word' title='bbox 610 250 900 290; x_wconf 90'>har-</span></span>
<span class='ocr_line' title='bbox 250 300 1900 340; baseline 0 -8; x_size 41'>
<span class='ocrx_word' title='bbox 250 300 600 340; x_wconf 91'>bour burned on 3 May 1850.</span></span>"""
PROGRAM = """#!/bin/sh
case "$1" in
--version) echo "tesseract 5.3.0"; exit;;
--list-langs) printf 'List of available languages (2):\\neng\\ndeu\\n'; exit;;
esac
echo "$@" >> "$(dirname "$0")/calls"
cat > /dev/null
{end}
cat <<'END'
<html><head><meta name='ocr-system' content='tesseract 5.3.0'/></head><body>
<div class='ocr_page' title='bbox 0 0 2125 2750'><p class='ocr_par'>{lines}</p></div></body></html>
END
"""


def install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lines: str = LINES, end: str = ""
) -> Path:
    program = folder / "tesseract"
    program.write_text(PROGRAM.replace("{lines}", lines).replace("{end}", end))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder / "calls"


def scan(*inked: bool) -> bytes:
    """A PDF of pictures; a page without ink is blank."""
    pages = []
    for ink in inked:
        page = Image.new("L", (850, 1100), 255)
        if ink:
            ImageDraw.Draw(page).rectangle((100, 100, 700, 130), fill=0)
        pages.append(page)
    target = io.BytesIO()
    pages[0].save(target, "PDF", resolution=100, save_all=True, append_images=pages[1:])
    return target.getvalue()


def read(data: bytes, *languages: str, name: str = "1850-06-01-a.pdf") -> Found:
    source = Source(name, f"seeds/{name}", data, hashlib.sha256(data).hexdigest(), "", len(data))
    root = Path("/nowhere")
    found = read_source(source, Config(root, root / "seeds", root / "site", ocr=languages))
    assert is_possible(found, source)
    return found


def test_scans_are_read_and_the_page_says_so(tmp_path: Path, monkeypatch) -> None:
    calls = install(tmp_path, monkeypatch)
    found = read(scan(True, False), "deu", "eng")
    (document,) = found.documents
    assert document.text == "The harbour burned on 3 May 1850."
    said = "read by OCR (tesseract 5.3.0, deu, eng), mean confidence 91 %"
    assert dict(document.extra)["text"] == said
    first, second = document.passages[0].lines
    assert (round(first.left, 2), round(first.top, 2)) == (0.12, 0.09)
    assert document.text[second.start :] == "bour burned on 3 May 1850."
    # A blank page costs nothing.
    assert calls.read_text().count("\n") == 1
    assert "-l deu+eng --dpi 250 hocr" in calls.read_text()


def test_text_without_a_meaning_is_read_from_the_pages(tmp_path: Path, monkeypatch) -> None:
    install(tmp_path, monkeypatch)
    monkeypatch.setattr(reader, "is_legible", lambda sheets: "$PHLVH" not in str(sheets))
    data = pdf(lambda canvas: lines(canvas, ["$PHLVHQSUREOHP"] * 20, 72, 700))
    assert read(data, "eng").documents[0].text == "The harbour burned on 3 May 1850."


def test_some_pages_of_a_file_are_pictures(tmp_path: Path, monkeypatch) -> None:
    install(tmp_path, monkeypatch)

    def draw(canvas: Canvas) -> None:
        lines(canvas, ["It is a letter of Ann Lee to Bob Poe."] * 4, 72, 700)
        canvas.showPage()
        canvas.rect(50, 50, 300, 300, fill=1)

    (document,) = read(pdf(draw), "eng").documents
    assert document.text.endswith("The harbour burned on 3 May 1850.")
    assert dict(document.extra)["text"].startswith(
        "1 of 2 pages read by OCR (tesseract 5.3.0, eng)"
    )


def test_without_the_setting_nothing_is_read_and_the_setting_is_named(
    tmp_path, monkeypatch
) -> None:
    calls = install(tmp_path, monkeypatch)
    (problem,) = read(scan(True)).problems
    assert problem.message == "Has no text, only pictures."
    assert 'set ocr = ["eng"]' in problem.hint
    assert not calls.exists()


def test_a_missing_program_or_language_is_named(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (problem,) = read(scan(True), "eng").problems
    assert problem.message == "Needs tesseract for OCR, which is not installed."
    assert "apt install tesseract-ocr" in problem.hint
    install(tmp_path, monkeypatch)
    (problem,) = read(scan(True), "eng", "chi_sim").problems
    assert problem.message == 'tesseract has no data for the language "chi_sim".'
    assert "tesseract-ocr-chi-sim" in problem.hint


@pytest.mark.parametrize(
    ("end", "message"),
    [
        ("echo broken >&2; exit 1", "Page 1 was not read: OCR failed (broken)."),
        ("kill -9 $$", "Page 1 was not read: OCR failed (status -9)."),
    ],
)
def test_a_page_that_fails_is_reported(tmp_path, monkeypatch, end: str, message: str) -> None:
    install(tmp_path, monkeypatch, end=end)
    assert message in [p.message for p in read(scan(True), "eng").problems]


def test_the_program_has_limits(tmp_path: Path, monkeypatch) -> None:
    install(tmp_path, monkeypatch, end='ulimit -t > "$(dirname "$0")/limit"')
    read(scan(True), "eng")
    assert (tmp_path / "limit").read_text().strip() == "120"


def test_low_confidence_is_reported(tmp_path: Path, monkeypatch) -> None:
    install(tmp_path, monkeypatch, lines=LINES.replace("x_wconf 9", "x_wconf 4"))
    messages = [p.message for p in read(scan(True), "eng").problems]
    assert messages == ["OCR was unsure of many words (mean confidence 41 %)."]


def test_the_version_is_in_the_fingerprint(tmp_path: Path, monkeypatch, make_project) -> None:
    install(tmp_path, monkeypatch)
    root = Path("/nowhere")
    config = Config(root, root / "seeds", root / "site")
    plain, one, two = (
        analysis_fingerprint(Config(root, root / "seeds", root / "site", ocr=languages))
        for languages in ((), ("eng",), ("eng", "deu"))
    )
    program = tmp_path / "tesseract"
    program.write_text(program.read_text().replace("5.3.0", "5.4.0"))
    newer = analysis_fingerprint(Config(root, root / "seeds", root / "site", ocr=("eng",)))
    assert len({plain, one, two, newer}) == 4
    assert analysis_fingerprint(config) == plain


def picture(kind: str, pages: int = 1) -> bytes:
    target = io.BytesIO()
    frames = [Image.new("L", (850, 1100), 250 - n) for n in range(pages)]
    more = {"save_all": True, "append_images": frames[1:]} if kind == "TIFF" else {}
    frames[0].save(target, kind, dpi=(100, 100), **more)
    return target.getvalue()


def test_a_picture_of_text_is_a_document(tmp_path: Path, monkeypatch) -> None:
    calls = install(tmp_path, monkeypatch)
    (document,) = read(picture("TIFF"), "eng", name="1850-06-01-a.tif").documents
    assert document.text == "The harbour burned on 3 May 1850."
    assert [(page.label, page.width) for page in document.pages] == [("1", 612.0)]
    assert dict(document.extra)["text"].startswith("read by OCR (tesseract 5.3.0, eng)")
    assert "--dpi 100" in calls.read_text()
    second = page_pictures(picture("TIFF", 3), (1,))
    assert [(one.width, one.height) for one in second] == [(850, 1100)]


def test_pictures_are_documents_only_if_no_source_names_them(tmp_path: Path, monkeypatch) -> None:
    install(tmp_path, monkeypatch)
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", "<t>cellar.tif</t>")
    files = {
        "private.md": b"---\ndraft: true\n---\n![](a%20Letter.PNG)\n",
        "table.xlsx": sheet.getvalue(),
        "note.md": b"---\ndate: 1850\n---\nSee ![](shown.jpg).\n",
        "a letter.png": picture("PNG"),
        "shown.jpg": picture("JPEG"),
        "cellar.tif": picture("TIFF", 2),
        "free.png": picture("PNG", 1) + b" ",
    }
    sources = [
        Source(name, name, data, hashlib.sha256(data).hexdigest(), "", len(data))
        for name, data in files.items()
    ]
    root = Path("/nowhere")
    for languages, found in (((), ["note.md"]), (("eng",), ["note.md", "free.png"])):
        config = Config(root, root / "seeds", root / "site", ocr=languages)
        assert [d.path for d in read_all(sources, config).documents] == found
    chosen = choose(sources, config)
    assert [source.path for source in chosen.others] == ["cellar.tif"]


def test_a_picture_is_not_read_unless_that_is_asked_for(tmp_path: Path, monkeypatch) -> None:
    calls = install(tmp_path, monkeypatch)
    (problem,) = read(picture("TIFF"), name="a.tif").problems
    assert problem.message == "A picture; its text was not read."
    (problem,) = read(b"II*\0broken", "eng", name="a.tif").problems
    assert problem.message == "Not a picture that can be read."
    assert not calls.exists()


@pytest.mark.parametrize("value", ['"eng"', '["eng+deu"]', '["-l"]', "[1]", '["a/b"]'])
def test_the_setting_is_checked(tmp_path: Path, value: str) -> None:
    (tmp_path / "sourcebook.toml").write_text(f"ocr = {value}\n")
    with pytest.raises(ConfigError, match="must be a list of languages"):
        read_config(tmp_path)
    (tmp_path / "sourcebook.toml").write_text('ocr = ["eng", "deu_frak", "script/Fraktur"]\n')
    assert read_config(tmp_path).ocr == ("eng", "deu_frak", "script/Fraktur")
