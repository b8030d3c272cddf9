"""A note as a Word document, from the text in `note.md`; nothing in it is compressed or dated."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import escape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PARTS = ("styles", "numbering", "footnotes")
_STYLES = {"Title": "Title", "Lead": "Subtitle", "Heading1": "heading 1", "Item": "List Bullet"}
_MARK = re.compile(r"\[\^(\d+)\]")
_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def note(text: str) -> bytes:
    """The file."""
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.+)$", text, re.M))
    body = re.sub(r"^\[\^\d+\]: .+$", "", text, flags=re.M)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in _files(body, notes):
            info = zipfile.ZipInfo(name)
            info.create_system = 3
            archive.writestr(info, (_HEAD + content).encode())
    return packed.getvalue()


def _files(body: str, notes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The parts of the package, by their names."""
    parts = "".join(
        f'<Override PartName="/word/{p}.xml" ContentType="{_TYPE}.{p}+xml"/>' for p in _PARTS
    )
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f"{parts}</Types>",
    )
    yield "_rels/.rels", _relations((f"{_OFFICE}/officeDocument", "word/document.xml"))
    yield (
        "word/_rels/document.xml.rels",
        _relations(*((f"{_OFFICE}/{part}", f"{part}.xml") for part in _PARTS)),
    )
    paragraphs = "".join(_paragraph(line) for line in body.splitlines() if line.strip())
    yield "word/document.xml", _element("document", f"<w:body>{paragraphs}<w:sectPr/></w:body>")
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in _STYLES.items()
    )
    yield "word/styles.xml", _element("styles", styles)
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    yield "word/numbering.xml", _element("numbering", numbering)
    own = "".join(
        f'<w:footnote w:id="{key}"><w:p>{_run(text)}</w:p></w:footnote>'
        for key, text in notes.items()
    )
    yield "word/footnotes.xml", _element("footnotes", own)


def _relations(*targets: tuple[str, str]) -> str:
    own = "".join(
        f'<Relationship Id="r{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{own}</Relationships>'


def _element(name: str, content: str) -> str:
    return f'<w:{name} xmlns:w="{_WORD}">{content}</w:{name}>'


def _paragraph(line: str) -> str:
    marks = {"# ": "Title", "> ": "Lead", "## ": "Heading1", "- ": "Item"}
    mark = next((mark for mark in marks if line.startswith(mark)), "")
    looks = f'<w:pStyle w:val="{marks[mark]}"/>' if mark else ""
    looks += _LIST if mark == "- " else ""
    runs = "".join(
        f'<w:r><w:footnoteReference w:id="{part}"/></w:r>' if number % 2 else _run(part)
        for number, part in enumerate(_MARK.split(line[len(mark) :]))
        if part
    )
    return f"<w:p><w:pPr>{looks}</w:pPr>{runs}</w:p>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
