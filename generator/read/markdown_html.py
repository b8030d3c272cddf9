"""Markdown as HTML, in time that grows with the size of the text.

Python-Markdown is quadratic in many kinds of text: an open bracket is looked for to the end of its
paragraph again and again, each heading of a block takes the rest of the block apart anew. Fenced
code and headings are therefore found beforehand, line by line. Everything else is counted while it
works: a text that would need more steps than its length allows is given up at once.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.htmlparser import HTMLExtractor
from markdown.inlinepatterns import LinkInlineProcessor, SimpleTagInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from generator.read.fences import fences

PACKAGES = ("markdown",)

# A step takes 10 to 50 ns. Ordinary texts need fewer than 5 for each character.
_STEPS = 500_000
_STEPS_A_CHARACTER = 40
_COPIED = 400  # characters copied in the time of one step
_LOOKED = 4  # steps for each character that Python-Markdown looks at in a loop of its own
_REOPENED = 200  # steps for an element that is opened again
_EXTENSIONS = ["tables", "sane_lists", "footnotes", "def_list"]
_OPTIONS = {"footnotes": {"BACKLINK_TEXT": ""}}
_LABEL = r"\[\^([^\[\]]*)\]"  # Python-Markdown's own would look for the end of "[^" everywhere
_REFERENCE = re.compile(r"^ {0,3}\[[^\[\]]*\]:", re.MULTILINE)
_STRUCK = r"(~~)([^~\n]+(?:~[^~\n]+)*)~~"
_MARKED = r"(==)([^=\n]+)=="
_CALLOUT = re.compile(r"\[![\w-]{1,40}(?:\|[^\]\n]{0,80})?\][+-]?[ \t]*([^\n]*)\n?")
_TASK = re.compile(r"\[([ xX])\][ \t]+")
_TICKS = re.compile("`+")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)")
# Elements that another of their kind ends (or that have no end), so that they do not nest.
_FLAT = {"a", "br", "col", "dd", "dt", "hr", "img", "input", "li", "option", "p", "tbody", "td",
         "tfoot", "th", "thead", "tr", "wbr"}  # fmt: skip
# Elements that browsers open again in the next block if they are not closed (WHATWG, "The list of
# active formatting elements").
_FORMATTING = {"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong",
               "tt", "u"}  # fmt: skip


class _TooMuch(Exception):
    """A text needs more steps than its length allows."""


@dataclass(slots=True)
class _Work:
    """The steps that are left."""

    steps: int

    def spend(self, steps: int) -> None:
        """Count steps. Raises _TooMuch if there are none left."""
        self.steps -= steps
        if self.steps < 0:
            raise _TooMuch


def to_html(text: str) -> str | None:
    """A text in Markdown as HTML, not yet sanitised; None if it needs too much work."""
    work = _Work(_STEPS + _STEPS_A_CHARACTER * len(text))
    try:
        # The list of all blocks moves up whenever the first is taken.
        work.spend(text.count("\n\n") ** 2 // 50)
        extensions: list[str | Extension] = [*_EXTENSIONS, _Counted(work)]
        converter = Markdown(extensions=extensions, extension_configs=_OPTIONS)
        found = converter.convert(text)
        _count_tags(found, work)
    except (_TooMuch, RecursionError):
        return None
    return found


class _Counted(Extension):
    """Finds fences and headings in linear time, and counts the steps of everything else."""

    def __init__(self, work: _Work) -> None:
        super().__init__()
        self._work = work

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(_Fences(md), "fenced_code_block", 25)
        md.preprocessors.register(_Html(md, self._work), "html_block", 20)
        md.preprocessors.register(_Headings(md), "headings", 15)
        md.parser.blockprocessors.register(_Blocks(md.parser, self._work), "counted_blocks", 1000)
        footnotes: Any = md.parser.blockprocessors["footnote"]
        footnotes.RE = re.compile(rf"^ {{0,3}}{_LABEL}: *(.*)$", re.MULTILINE)
        marks: Any = md.inlinePatterns["footnote"]
        marks.compiled_re = re.compile(_LABEL)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 65)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_MARKED, "mark"), "marked", 64)
        md.treeprocessors.register(_Marks(md), "marks", 25)  # before inline forms
        for pattern in md.inlinePatterns:
            _count_matches(pattern, self._work)
        marks.handleMatch = _counted_marks(marks.handleMatch, marks.footnotes, self._work)


class _Fences(Preprocessor):
    """Sets code between fences aside. An opening fence is closed by the next line like it."""

    def run(self, lines: list[str]) -> list[str]:
        ends = fences(lines)
        found: list[str] = []
        next_line = 0
        while next_line < len(lines):
            end = ends.get(next_line)
            if end is None:
                found.append(lines[next_line])
                next_line += 1
                continue
            margin = len(lines[next_line]) - len(lines[next_line].lstrip(" "))
            inside = (_without_margin(row, margin) for row in lines[next_line + 1 : end])
            code = "".join(f"{row}\n" for row in inside)
            stored = self.md.htmlStash.store(f"<pre><code>{html.escape(code)}</code></pre>")
            found += ["", stored, ""]
            next_line = end + 1
        return found


def _without_margin(row: str, margin: int) -> str:
    """A line of code without the spaces before its fence."""
    return row[margin:] if row[:margin].isspace() else row


class _Marks(Treeprocessor):
    """Makes asides of callouts ("> [!note] Title") and marks the tasks of lists ("[x]")."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "blockquote" and len(element) and element[0].tag == "p":
                self._callout(element, element[0])
            elif element.tag == "li":
                first = element[0] if len(element) and not (element.text or "").strip() else element
                self._task(first)

    @staticmethod
    def _callout(quote: Element, first: Element) -> None:
        found = _CALLOUT.match(first.text or "")
        if not found:
            return
        quote.tag = "aside"
        first.text = (first.text or "")[found.end() :]
        if found[1].strip():
            title = Element("p")
            SubElement(title, "strong").text = found[1].strip()
            quote.insert(0, title)

    @staticmethod
    def _task(item: Element) -> None:
        found = _TASK.match(item.text or "")
        if found:
            mark = Element("span", {"class": "task-open" if found[1] == " " else "task-done"})
            mark.tail = (item.text or "")[found.end() :]
            item.text = ""
            item.insert(0, mark)


class _Headings(Preprocessor):
    """Gives each heading an empty line before and after it, as a block of its own."""

    def run(self, lines: list[str]) -> list[str]:
        found: list[str] = []
        for line in lines:
            # "# | Name" begins a table; what ends in a backslash is not a heading.
            if line.startswith("#") and "|" not in line and not line.endswith("\\"):
                found += ["", line, ""] if found and found[-1] else [line, ""]
            else:
                found.append(line)
        return found


class _Html(Preprocessor):
    """Sets blocks of HTML aside, as Python-Markdown does, and counts."""

    def __init__(self, md: Markdown, work: _Work) -> None:
        super().__init__(md)
        self._work = work

    def run(self, lines: list[str]) -> list[str]:
        parser = _Extractor(self.md, self._work)
        parser.feed("\n".join(lines))
        parser.close()
        return "".join(parser.cleandoc).split("\n")


class _Extractor(HTMLExtractor):
    """Counts how far it looks for the end of each tag, and how often it copies the rest."""

    def __init__(self, md: Markdown, work: _Work) -> None:
        self._work = work
        super().__init__(md)

    def _seen(self, start: int, end: int) -> int:
        # What has no end is taken for text, one or two characters of it.
        self._work.spend((end if end > start + 2 else len(self.rawdata)) - start)
        return end

    def check_for_whole_start_tag(self, i: int) -> int:
        return self._seen(i, super().check_for_whole_start_tag(i))

    def parse_endtag(self, i: int) -> int:
        return self._seen(i, super().parse_endtag(i))

    def parse_pi(self, i: int) -> int:
        return self._seen(i, super().parse_pi(i))

    def parse_html_declaration(self, i: int) -> int:
        return self._seen(i, super().parse_html_declaration(i))

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._work.spend(len(attrs) ** 2 // 50)  # each is compared with all others when sanitised
        super().handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        inside = self.inraw
        self._work.spend(len(self.stack) + len(self.inline_stack))
        super().handle_endtag(tag)
        if inside and not self.inraw:
            self._work.spend(len(self.rawdata) // _COPIED)

    def handle_comment(self, data: str) -> None:
        self._work.spend(len(self.inline_stack) * len(self.rawdata))
        super().handle_comment(data)

    def handle_empty_tag(self, data: str, is_block: bool) -> None:
        if is_block:
            self._work.spend(len(self.rawdata) // _COPIED)
        super().handle_empty_tag(data, is_block)


class _Blocks(BlockProcessor):
    """Is asked first about each block, or rest of one, and never takes it."""

    def __init__(self, parser: Any, work: _Work) -> None:
        super().__init__(parser)
        self._work = work

    def test(self, parent: Element, block: str) -> bool:
        self._work.spend(len(block))
        if _REFERENCE.search(block):
            # The end of a reference's title is looked for from each mark that could open it.
            self._work.spend(sum(map(block.count, "\"'(")) ** 2)
        return False

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        raise NotImplementedError


def _count_matches(pattern: Any, work: _Work) -> None:
    """Count what a pattern looks at for each of its marks, and the text that it copies."""
    handle = pattern.handleMatch

    def counted(match: re.Match[str], data: str) -> Any:
        found = handle(match, data)
        work.spend(1 + len(data) // _COPIED)
        if isinstance(found[0], Element):
            work.spend(len(found[0]) ** 2 // _COPIED)
        if match.group() == "`":
            work.spend(_LOOKED * _looked_for_ticks(data, match.start(), found[2]))
        return found

    pattern.handleMatch = counted
    if isinstance(pattern, LinkInlineProcessor):
        _count_links(pattern, work)


def _looked_for_ticks(data: str, start: int, end: int) -> int:
    """How far the end of code was looked for: to the next run of as many backticks, if any.

    end: where the code ended that was taken, or else its run of backticks
    """
    ticks = _TICKS.match(data, start)
    length = len(ticks.group()) if ticks else 0
    closed = end >= start + 2 * length and data.endswith("`" * length, start + length, end)
    return (end if closed else len(data)) - start


def _count_links(pattern: Any, work: _Work) -> None:
    """Count how far a pattern for links looks for brackets that close."""
    text, link = pattern.getText, pattern.getLink

    def counted_text(data: str, index: int) -> Any:
        found = text(data, index)
        work.spend(_LOOKED * (found[1] - index))
        return found

    def counted_link(data: str, index: int) -> Any:
        found = link(data, index)
        address = data[index : found[2]] if found[3] else ""
        # Where a title is not closed, or no bracket, it looks through all that follows.
        closed = address and (
            address.endswith(('")', "')")) or not {'"', "'"}.intersection(address)
        )
        work.spend(_LOOKED * (len(address) if closed else len(data) - index))
        return found

    pattern.getText, pattern.getLink = counted_text, counted_link


def _counted_marks(handle: Callable[..., Any], footnotes: Any, work: _Work) -> Callable[..., Any]:
    """How a mark of a footnote is handled, which goes through all notes and its earlier marks."""
    seen: Counter[str] = Counter()

    def counted(match: re.Match[str], data: str) -> Any:
        seen[match.group(1)] += 1
        work.spend(len(footnotes.footnotes) + 30 * seen[match.group(1)])
        return handle(match, data)

    return counted


def _count_tags(markup: str, work: _Work) -> None:
    """Count the steps that sanitising takes: elements that are not closed are compared with each
    tag that follows, and some are opened again in each block.
    """
    opened: Counter[str] = Counter()
    depth = formatting = 0
    for found in _TAG.finditer(markup):
        closing, name, attributes = found.group(1), found.group(2).lower(), found.group(3)
        if name in _FLAT:
            work.spend(depth // 10 + _REOPENED * formatting)
        elif not closing:
            opened[name] += 1
            depth += 1
            # No more than three that are alike are opened again.
            formatting += name in _FORMATTING and bool(attributes.strip())
            work.spend(depth // 10)
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
            formatting = max(0, formatting - (name in _FORMATTING))
