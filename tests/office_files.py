"""Office files made by code, part by part, so that they can have anything in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of some parts; a "mimetype" is stored as it is, as OpenDocument and EPUB ask."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            file.writestr(name, data, how)
    return out.getvalue()


def relations(**targets: str) -> str:
    """The part with relations: kinds and targets; addresses lie outside."""
    found = []
    for kind, target in targets.items():
        kind_uri = _CORE if kind == "core" else f"{_R}/{kind.rstrip('0123456789')}"
        outside = ' TargetMode="External"' if "://" in target else ""
        found.append(f'<Relationship Id="{kind}" Type="{kind_uri}" Target="{target}"{outside}/>')
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(found)}</Relationships>'


def core(title: str = "", creator: str = "Admin") -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
        "<dcterms:created>2001-01-01T00:00:00Z</dcterms:created></cp:coreProperties>"
    )


def run(text: str, properties: str = "") -> str:
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par(inside: str, style: str = "") -> str:
    """A paragraph of runs, or of text."""
    inside = inside if inside.startswith("<") else run(inside)
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inside}</w:p>"


STYLES = {
    "Title": "<w:name w:val='Title'/>",
    "berschrift1": "<w:name w:val='heading 1'/>",
    "Own": "<w:name w:val='Kapitel'/><w:basedOn w:val='berschrift1'/>",
    "Outlined": "<w:name w:val='Part'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr>",
    "Secret": "<w:name w:val='Secret'/><w:rPr><w:vanish/></w:rPr>",
    "Verzeichnis1": "<w:name w:val='toc 1'/>",
}


def docx(body: str, title: str = "", before: str = "", **parts: str) -> bytes:
    """A Word document. `parts`: the insides of others, such as footnotes."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}">{inside}</w:style>'
        for name, inside in STYLES.items()
    )
    insides = {"styles": styles, **parts}
    targets = {name: f"{name}.xml" for name in insides}
    made = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": relations(officeDocument="word/document.xml", core="docProps/core.xml"),
        "word/_rels/document.xml.rels": relations(**targets, hyperlink="https://example.org/quay"),
        "word/document.xml": (
            f"{before}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        ),
        "docProps/core.xml": core(title),
    }
    made |= {
        f"word/{name}.xml": f"<w:{name} {NAMESPACES}>{x}</w:{name}>" for name, x in insides.items()
    }
    return zipped(made)
