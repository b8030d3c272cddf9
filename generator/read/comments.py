"""Comments, which are never published, whatever they stand in: words, links, formulas, metadata.

A text in Markdown is gone through once. Only code is left as it is; each end of a comment that does
not come is looked for once.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable

from generator.read.fences import fences

_OPENING = (
    r"<!\s?--|%%|\{/\*|\{\{/\*|\{%-?\s?comment\s?-?%\}|\{::comment\}"
    r"|\{\{[<%]\s?comment\s?[%>]\}\}|<[cC]omment>"
)
_BEGINS = re.compile(_OPENING)
_TOKEN = re.compile(rf"(?P<escape>\\[^\n])|(?P<code>`+)|(?P<comment>{_OPENING})")
_ENDS = {
    opening: re.compile(end)
    for opening, end in {
        "<!--": "-->",
        "%%": r"(?<!\\)%%",
        "{/*": r"\*/\}",
        "{{/*": r"\*/\}\}",
        "{::comment}": r"\{:/comment\}",
        "<comment>": "</[cC]omment>",
    }.items()
}
_LIQUID_END = re.compile(r"\{[{%][-<%]?\s?/?(?:end)?comment\s?[-%>]?[%}]\}")
_TICKS = re.compile("`+")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_IN_PARAGRAPH = "Nothing after it in its paragraph is published."
_NO_COMMENT = r"If these are per cent signs, write \%%."
_IN_HTML = re.compile(r"<!\s?--.*?-->", re.DOTALL)
_MISWRITTEN = re.compile(r"<!\s--.*?-->", re.DOTALL)


def without_comments(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A text in Markdown without its comments, and what is wrong: a message and a hint each."""
    if not _BEGINS.search(text):
        return text, []
    comments = _Comments(text)
    return comments.run(), comments.problems


def without_html_comments(text: str, *, miswritten: bool = False) -> str:
    """A text without complete comments of HTML. `miswritten`: only those that begin "<! --"."""
    last = text.rfind("-->") + 3  # before it, no comment is without an end
    if last < 3 or "<!" not in text:
        return text
    return (_MISWRITTEN if miswritten else _IN_HTML).sub("", text[:last]) + text[last:]


def with_texts(value: object, change: Callable[[str], str]) -> object:
    """A value of the metadata with each of its texts changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [with_texts(item, change) for item in value]
    if isinstance(value, dict):
        return {key: with_texts(item, change) for key, item in value.items()}
    return value


class _Comments:
    """Goes through one text. `problems`: as `without_comments` returns them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.problems: list[tuple[str, str]] = []
        self._ticks: dict[int, list[int]] = defaultdict(list)
        for found in _TICKS.finditer(text):
            self._ticks[len(found.group())].append(found.start())
        self._paragraphs = [found.start() for found in _PARAGRAPH_END.finditer(text)]
        self._without: set[re.Pattern[str]] = set()  # ends that do not come any more

    def run(self) -> str:
        """The text without comments."""
        done: list[str] = []
        at = 0
        for start, end in [*code_between_fences(self.text), (len(self.text), len(self.text))]:
            while at < start:
                found = _TOKEN.search(self.text, at, start)
                done.append(self.text[at : found.start() if found else start])
                if not found:
                    at = start
                elif found.lastgroup == "comment":
                    at = self._after_comment(found)
                else:
                    code = found.lastgroup == "code"
                    at = self._after_code(found) if code else found.end()
                    done.append(self.text[found.start() : at])
            if at <= start:
                done.append(self.text[start:end])
                at = end
        return "".join(done)

    def _paragraph_end(self, place: int) -> int:
        after = bisect_left(self._paragraphs, place)
        return self._paragraphs[after] if after < len(self._paragraphs) else len(self.text)

    def _after_code(self, found: re.Match[str]) -> int:
        """Where code between backticks ends, or else the backticks."""
        size = len(found.group())
        ends = self._ticks[size]
        after = bisect_right(ends, found.start())
        if after == len(ends) or ends[after] > self._paragraph_end(found.start()):
            return found.end()
        return ends[after] + size

    def _after_comment(self, found: re.Match[str]) -> int:
        """Where the text goes on after a comment."""
        text, opening = self.text, "".join(found.group().split()).lower()
        # "<!-->" is a whole comment.
        end = self._end(opening, found.end() - 2 if opening == "<!--" else found.end())
        first_in_line = text[found.start() - 1 : found.start()] in ("", "\n")
        if end < 0:
            return self._unclosed(found, all_of_it=opening != "%%" or first_in_line)
        # A comment that has lines of its own leaves none.
        return end + (first_in_line and text[end : end + 1] == "\n" and found.start() > 0)

    def _end(self, opening: str, start: int) -> int:
        """Where the comment ends; -1 if it does not."""
        closing = _ENDS.get(opening, _LIQUID_END)
        found = None if closing in self._without else closing.search(self.text, start)
        if not found:
            self._without.add(closing)
        return found.end() if found else -1

    def _unclosed(self, found: re.Match[str], *, all_of_it: bool) -> int:
        """Report a comment that is not closed. Two per cent signs in a line may be none."""
        if all_of_it or not self.problems:  # per cent signs are reported once
            line = self.text.count("\n", 0, found.start()) + 1
            rest = "Nothing after it is published." if all_of_it else _IN_PARAGRAPH
            message = f"A comment ({found.group()}) is not closed. {rest}"
            hint = f"Close it; it begins in line {line} of the text."
            self.problems.append((message, hint if all_of_it else f"{hint} {_NO_COMMENT}"))
        return len(self.text) if all_of_it else self._paragraph_end(found.start())


def code_between_fences(text: str) -> list[tuple[int, int]]:
    """Where the code between fences begins and ends."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return [(starts[first], starts[last + 1]) for first, last in fences(lines).items()]
