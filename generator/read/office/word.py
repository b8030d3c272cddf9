"""Parts of a Word document, made ready for `mammoth`: only what is on the page stays.

Hidden text, deletions that are tracked, prompts of empty forms, and tables of contents go; what is
in boxes and formulas becomes text; headings are known by their level whatever their styles are
called. Element names are those of ECMA-376-1, part 17.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from generator.read.office.bold_headings import bold_headings
from generator.read.office.package import child, drop, elements, is_on, one_form, value

_LEVELS = 6
_HEADING = "SourcebookHeading"
_NAMED = frozenset({"title", "subtitle", "quote", "intense quote", "quotations"})
_DEEPEST = 20  # fields within fields
_CONTENTS = re.compile(r"(?:toc \d|toc heading|table of figures|table of authorities)")
_STRUCTURE = frozenset({"rPr", "fldChar", "instrText"})  # that fields need, and shows nothing
_TINIEST = 4  # half points of type that anybody can read; smaller is as good as hidden
_INVISIBLE = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
# What the library does not know, around what it does.
_AROUND = ("fldSimple", "bdo", "dir")
_VML = "urn:schemas-microsoft-com:vml"


@dataclass(slots=True)
class Removed:
    """What was found that a page does not show, or we cannot.

    hidden: characters of hidden text
    deleted, inserted: places of tracked changes
    comments: marks of comments
    pictures: drawings, photographs, charts
    embedded: documents inside that are not read
    """

    hidden: int = 0
    deleted: int = 0
    inserted: int = 0
    comments: int = 0
    pictures: int = 0
    embedded: int = 0


@dataclass(slots=True)
class Styles:
    """What the styles of a document say, by their ids.

    levels: of headings, from 1
    hidden: those whose text is hidden
    contents: those of the lines of a table of contents
    named: those of titles and quotations
    """

    levels: dict[str, int] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    contents: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)


def styles_of(root: Any) -> Styles:
    """The styles in the part that defines them; of None there are none."""
    found = Styles()
    defined = list(elements(root, "style")) if root is not None else []
    by_id = {value(style, "styleId"): style for style in defined}
    for name in by_id:
        for style in _chain(name, by_id):
            label = value(child(style, "name"), "val").lower()
            outline = value(_within(style, "pPr", "outlineLvl"), "val")
            vanish = _within(style, "rPr", "vanish")
            if _CONTENTS.fullmatch(label):
                found.contents.add(name)
            if label in _NAMED:
                found.named.add(name)
            if name not in found.levels and outline.isdigit():
                found.levels[name] = int(outline) + 1  # 9 is the text itself
            if name not in found.levels and re.fullmatch(r"heading [1-9]", label):
                found.levels[name] = int(label[-1])
            if vanish is not None:
                if is_on(vanish):
                    found.hidden.add(name)
                break
    return found


def _chain(name: str, by_id: dict[str, Any]) -> list[Any]:
    """A style and those on which it is based, the nearest first."""
    chain: list[Any] = []
    while name in by_id and by_id[name] not in chain and len(chain) < 20:
        chain.append(by_id[name])
        name = value(child(chain[-1], "basedOn"), "val")
    return chain


def _within(element: Any, outer: str, inner: str) -> Any:
    found = child(element, outer)
    return None if found is None else child(found, inner)


def clean_part(root: Any, styles: Styles, removed: Removed) -> None:
    """Change the body of a document, or its notes, to what a page shows."""
    removed.comments += sum(1 for _ in elements(root, "commentReference"))
    removed.embedded += sum(1 for _ in elements(root, "altChunk"))
    _take_changes(root, removed)
    _take_hidden_rows(root, removed)
    _open_boxes(root, removed)
    for around in list(elements(root, *_AROUND)):
        _unwrap(around)
    for prompt in list(elements(root, "showingPlcHdr")):
        for run in list(elements(prompt.getparent().getparent(), "r")):
            drop(run)
    _flatten_fields(root)
    for run in list(elements(root, "r")):
        if _is_hidden(run, styles):
            removed.hidden += _hide(run)
    for formula in list(elements(root, "oMath")):
        _spell(formula)
    for ruby in list(elements(root, "ruby")):
        _keep_base(ruby)
    for part in list(elements(root, "sdt")):
        if value(next(elements(part, "docPartGallery"), None), "val") == "Table of Contents":
            drop(part)
    for table in list(elements(root, "tbl")):
        if not any((text.text or "").strip() for text in elements(table, "t")):
            drop(table)  # a rule, or the frame of a picture
    levels = [_name_style(paragraph, styles) for paragraph in list(elements(root, "p"))]
    lowest = min(max(levels, default=0) or 1, _LEVELS - 1)
    for paragraph in bold_headings(root):
        if not _is_styled(paragraph, styles):
            _set_style(paragraph, heading_style(lowest + 1))


def _take_changes(root: Any, removed: Removed) -> None:
    """Leave out what is deleted, and count the changes. Moved text is at its new place only."""
    for change in list(elements(root, "del", "moveFrom")):
        inside = etree.QName(change.getparent()).localname
        if inside == "trPr":
            drop(change.getparent().getparent())
        elif inside != "rPr":  # there it is the end of a paragraph
            drop(change)
        removed.deleted += 1
    for change in list(elements(root, "cellDel")):
        drop(change.getparent().getparent())
        removed.deleted += 1
    removed.inserted += sum(1 for _ in elements(root, "ins", "moveTo"))


def _take_hidden_rows(root: Any, removed: Removed) -> None:
    for row in list(elements(root, "tr")):
        properties = child(row, "trPr")
        if properties is not None and is_on(child(properties, "hidden")):
            removed.hidden += _characters(row)
            drop(row)


def _characters(element: Any) -> int:
    return sum(len(text.text or "") for text in elements(element, "t"))


def _unwrap(element: Any) -> None:
    """Put what an element holds in its place."""
    for inner in list(element):
        element.addprevious(inner)
    drop(element)


def _open_boxes(root: Any, removed: Removed) -> None:
    """Put boxes with text as old drawings, which are understood, and leave out all others."""
    for choice in list(elements(root, "AlternateContent")):
        parent = choice.getparent()
        if parent is None:
            continue  # was in another one
        shown = one_form(choice)
        if shown is not None:
            for inner in list(shown):
                choice.addprevious(inner)
        drop(choice)
    for drawing in list(elements(root, "drawing", "pict", "object")):
        if drawing.getparent() is None or _is_inside(drawing, ("drawing", "pict", "object")):
            continue
        if _is_invisible(drawing):
            removed.hidden += _characters(drawing)
            drop(drawing)
            continue
        boxes = [
            box for box in elements(drawing, "txbxContent") if not _is_inside(box, ("txbxContent",))
        ]
        if not boxes:
            removed.pictures += 1
            drop(drawing)
            continue
        word = etree.QName(drawing).namespace
        picture = etree.Element(f"{{{word}}}pict")
        for box in boxes:
            etree.SubElement(picture, f"{{{_VML}}}textbox").append(box)
        drawing.getparent().replace(drawing, picture)


def _flatten_fields(root: Any) -> None:
    """Leave out the marks of fields deep inside others, and second marks of the same field, as the
    library goes through all of them, and through all code before each.
    """
    opened: list[bool] = []  # for each field, whether its result has begun
    for mark in list(elements(root, "fldChar")):
        kind = value(mark, "fldCharType")
        if kind == "begin":
            opened.append(False)
        superfluous = kind == "separate" and (not opened or opened[-1])
        if superfluous or len(opened) > _DEEPEST:
            drop(mark)
        if kind == "separate" and opened:
            opened[-1] = True
        elif kind == "end" and opened:
            opened.pop()


def _is_inside(element: Any, names: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*(f"{{*}}{name}" for name in names)), None) is not None


def _is_invisible(drawing: Any) -> bool:
    """Whether a drawing is hidden in either way of writing it."""
    new = (value(e, "hidden") in ("1", "true") for e in elements(drawing, "docPr", "cNvPr"))
    return any(new) or any(_INVISIBLE.search(e.get("style", "")) for e in drawing.iter("{*}*"))


def _is_hidden(run: Any, styles: Styles) -> bool:
    own = _property(run, "vanish")
    if own is not None:
        return is_on(own)
    size = value(_property(run, "sz"), "val")
    if size.isdecimal() and int(size) < _TINIEST:
        return True
    paragraph = next(run.iterancestors("{*}p"), None)
    above = None if paragraph is None else _property(paragraph, "pStyle")
    return bool(styles.hidden & {value(_property(run, "rStyle"), "val"), value(above, "val")})


def _property(element: Any, name: str) -> Any:
    """A property of a run or a paragraph, whose first child has them all; None if it is not set."""
    first = next(element.iterchildren(), None)
    known = first is not None and etree.QName(first).localname in ("rPr", "pPr")
    return child(first, name) if known else None


def _hide(run: Any) -> int:
    """Take what a hidden run shows; how many characters that was."""
    hidden = _characters(run)
    for part in list(run):
        if etree.QName(part).localname not in _STRUCTURE:
            drop(part)
    return hidden


def _spell(formula: Any) -> None:
    """Replace a formula by the characters in it."""
    document = next(formula.iterancestors("{*}p"), None)
    if document is None:
        return
    word = etree.QName(document).namespace
    run = etree.Element(f"{{{word}}}r")
    text = etree.SubElement(run, f"{{{word}}}t")
    text.text = "".join(part.text or "" for part in elements(formula, "t"))
    outer = formula.getparent()
    target = outer if etree.QName(outer).localname == "oMathPara" and len(outer) == 1 else formula
    target.getparent().replace(target, run)


def _keep_base(ruby: Any) -> None:
    """Leave out how characters are pronounced, which stands above them in small ones."""
    base = child(ruby, "rubyBase")
    run = next(ruby.iterancestors("{*}r"), None)
    if base is not None and run is not None:
        for inner in list(base):
            run.addprevious(inner)
    drop(ruby)


def _name_style(paragraph: Any, styles: Styles) -> int:
    """Give a heading the name of its level, and leave out lines of a table of contents.

    Returns the level of a heading, otherwise 0.
    """
    name = value(_property(paragraph, "pStyle"), "val")
    if name in styles.contents:
        drop(paragraph)
        return 0
    outline = value(_property(paragraph, "outlineLvl"), "val")
    level = int(outline) + 1 if outline.isdigit() else styles.levels.get(name, 0)
    if not 0 < level < 10:
        return 0
    _set_style(paragraph, heading_style(level))
    return level


def _is_styled(paragraph: Any, styles: Styles) -> bool:
    """Whether a paragraph has a style of its own, such as that of a title."""
    name = value(_property(paragraph, "pStyle"), "val")
    return name.startswith(_HEADING) or name in styles.named


def _set_style(paragraph: Any, name: str) -> None:
    word = etree.QName(paragraph).namespace
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = etree.Element(f"{{{word}}}pPr")
        paragraph.insert(0, properties)
    style = child(properties, "pStyle")
    if style is None:
        style = etree.Element(f"{{{word}}}pStyle")
        properties.insert(0, style)
    style.set(f"{{{word}}}val", name)


def heading_style(level: int) -> str:
    """The id of the style that headings of a level are given."""
    return f"{_HEADING}{min(level, _LEVELS)}"


def add_heading_styles(root: Any) -> None:
    """Define those styles, and make all others of some type, which the library expects."""
    word = etree.QName(root).namespace
    for style in elements(root, "style"):
        if not value(style, "type"):
            style.set(f"{{{word}}}type", "paragraph")
    for level in range(1, _LEVELS + 1):
        style = etree.SubElement(root, f"{{{word}}}style")
        style.set(f"{{{word}}}type", "paragraph")
        style.set(f"{{{word}}}styleId", heading_style(level))
        name = etree.SubElement(style, f"{{{word}}}name")
        name.set(f"{{{word}}}val", f"heading {level}")
