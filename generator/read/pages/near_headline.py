"""The date of publication that a page shows in a line by its headline, where it declares none.

Such a line says nothing but the day, perhaps with the time, a word such as "Published" and who
wrote the text. A bare date counts in the header, which may have a summary; below that it needs such
a word, since it can be the day of anything. Where two lines give two days, none counts.

On 296 pages of the collection of htmldate (github.com/adbar/htmldate, tests/) that declare no date,
78 have one here, of which 74 are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from lxml import etree

from generator.lang import given_dates as lang
from generator.model.dates import DAY, length
from generator.read.dates import given_date
from generator.read.pages.marks import is_outside, is_unseen, words

_BLOCKS = frozenset(("address", "article", "blockquote", "br", "dd", "div", "dl", "dt",
                     "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
                     "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td",
                     "th", "tr", "ul"))  # fmt: skip
# In these a date is that of what follows, or of a picture.
_OTHERS = frozenset(("blockquote", "dd", "dt", "figcaption", "figure", "footer", "h2", "h3", "h4",
                     "h5", "h6", "pre", "table"))  # fmt: skip
_HEADINGS = 50  # that are looked at
_BEFORE = 2  # elements before the headline that are looked at
_LINES = 12  # after the headline that are looked at
_SHORT = 120  # characters of a line that is not yet a paragraph
_SUMMARY = 300  # characters of paragraphs that a header may have
_LONGEST = 160  # characters of a line with a date
_PARTS = re.compile(r"\s*[|·•]\s*")
_DASHES = re.compile(r"(?<!\d)\s+[-–—]\s+")  # those after a number are of a range
_LABEL = re.compile(rf"(?:{lang.PUBLISHED})\b\s*[:：]?\s*", re.IGNORECASE)
_CHANGED = re.compile(rf"[\s,;(]*\b(?:{lang.CHANGED})\b.*", re.IGNORECASE)
_WRITTEN = re.compile(
    rf"(?:{lang.WRITTEN_BY})\s+[^,]{{2,60}}?(?:,\s*|(?<=\D)\s(?=\d))", re.IGNORECASE
)
_WRITER = re.compile(rf"\s+(?:{lang.WRITTEN_BY})\s.*", re.IGNORECASE)


@dataclass(slots=True)
class _Line:
    """A line of the page: its words, and whether a date in it is that of something else."""

    text: str = ""
    other: bool = False


def date_near_headline(tree: Any, title: str) -> str:
    """The day that a line by the headline gives, YYYY-MM-DD; "" if none does, or if two do.

    title: of the page
    """
    heading = _headline(tree, title)
    if heading is None:
        return ""
    above = islice(heading.itersiblings(etree.Element, preceding=True), _BEFORE)
    found = {day for element in above for line in _of(element) for day in _dates(line, bare=True)}
    summary = 0
    below = (line for element in _after(heading) for line in _of(element))
    for line in islice(below, _LINES):
        found.update(_dates(line, bare=summary <= _SUMMARY))
        summary += len(line.text) * (len(line.text) > _SHORT)
    return found.pop() if len(found) == 1 else ""


def _headline(tree: Any, title: str) -> Any:
    """The heading that is the page's title, or else the only one of the first level."""
    some = islice(tree.iter("h1", "h2"), _HEADINGS)
    headings = [h for h in some if not any(map(is_outside, _around(h)))]
    same = [h for h in headings if words(h) == title.split()]
    first = [h for h in headings if h.tag == "h1"]
    return same[0] if same else first[0] if len(first) == 1 else None


def _around(element: Any) -> Iterator[Any]:
    yield element
    yield from element.iterancestors()


def _after(heading: Any) -> Iterator[Any]:
    """The elements after the headline, within the article or the main part, if there is one."""
    for element in _around(heading):
        if element.tag in ("article", "main", "body"):
            return
        yield from element.itersiblings(etree.Element)


def _of(root: Any) -> Iterator[_Line]:
    """The lines of an element, without those of other articles and of the page around it."""
    line = _Line()
    others = 0
    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        strange = not isinstance(element.tag, str) or is_unseen(element) or is_outside(element)
        starts = event == "start"
        if element.tag in _BLOCKS:
            if line.text.strip():
                yield _Line(" ".join(line.text.split()), line.other)
            line = _Line()
        skipped += strange and starts
        others += (element.tag in _OTHERS) * (1 if starts else -1)
        day = _machine_day(element) if starts else ""
        if starts and not skipped:
            line.text += f" {day} " if day else element.text or ""
        line.other = line.other or others > 0
        if not starts:
            skipped -= strange
            line.text += "" if skipped or element is root else element.tail or ""
    if line.text.strip():
        yield _Line(" ".join(line.text.split()), line.other)


def _machine_day(element: Any) -> str:
    """What `<time>` gives for machines, if that is a day; its own words may leave out the year."""
    return _day(element.get("datetime") or "") if element.tag == "time" else ""


def _dates(line: _Line, *, bare: bool) -> Iterator[str]:
    """The days of publication that a line gives. `bare`: whether it needs no word that says so."""
    if line.other or len(line.text) > _LONGEST:
        return
    whole = (part for part in _PARTS.split(line.text) if not _is_range(part))
    for part in chain.from_iterable(map(_DASHES.split, whole)):
        part = _CHANGED.sub("", part).strip(" ,;()")
        label = _LABEL.match(part)
        if not (label or bare):
            continue
        rest = part[label.end() :] if label else part
        written = _WRITTEN.match(rest)
        if day := _day(rest[written.end() :] if written else _WRITER.sub("", rest)):
            yield day


def _is_range(text: str) -> bool:
    found = given_date(text)
    return found is not None and bool(found.words)


def _day(text: str) -> str:
    """The day that a text is, and nothing else; "" for anything less exact."""
    found = given_date(text)
    return found.date if found and not found.words and length(found.date) == DAY else ""
