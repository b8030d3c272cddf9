"""Comments, which are never published, whatever they stand in: words, links, formulas, metadata.

Nor is what editors have struck out (CriticMarkup), or what no reader of a page would see
(`generator.read.hidden`). A text in Markdown is gone through once. Only code is left as it is; each
end of a comment that does not come is looked for once.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable

from generator.read.fences import fences
from generator.read.hidden import NOT_IN_PARAGRAPH, hides, without_hidden

# CriticMarkup: "{>>comment<<}", "{--struck--}", "{~~old~>new~~}", "{++added++}", "{==marked==}".
_STRUCK = r"\{>>|\{--(?!\})|\{~~"
_AROUND = r"\{\+\+(?!\})|\{==(?!\})"
_CLOSING = r"\+\+\}|==\}|~~\}"
_OPENING = (
    r"<!\s?--|%%|\{/\*|\{\{/\*|\{%-?\s?comment\s?-?%\}|\{::comment\}"
    r"|\{\{[<%]\s?comment\s?[%>]\}\}|<[cC]omment>"
)
_BEGINS = re.compile(f"{_OPENING}|{_STRUCK}|{_AROUND}")
_EDITS = rf"(?P<around>{_AROUND})|(?P<close>{_CLOSING})"
_TOKEN = re.compile(rf"(?P<escape>\\[^\n])|(?P<code>`+)|(?P<comment>{_OPENING}|{_STRUCK})|{_EDITS}")
_IN_VALUES = re.compile(rf"(?P<comment><!\s?--|{_STRUCK})|{_EDITS}")
_ENDS = {
    opening: re.compile(end)
    for opening, end in {
        "<!--": "--!?>",
        "%%": r"(?<!\\)%%",
        "{/*": r"\*/\}",
        "{{/*": r"\*/\}\}",
        "{::comment}": r"\{:/comment\}",
        "<comment>": "</[cC]omment>",
        "{>>": r"<<\}",
        "{--": r"--\}",
        "{~~": r"~>|~~\}",
        "{++": r"\+\+\}",
        "{==": r"==\}",
        "~>": r"~~\}",
    }.items()
}
_LIQUID_END = re.compile(r"\{[{%][-<%]?\s?/?(?:end)?comment\s?[-%>]?[%}]\}")
_TICKS = re.compile("`+")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
# What may be no comment, and what to do then.
_NO_COMMENT = {
    "%%": r"If these are per cent signs, write \%%.",
    "{--": r"If it is not meant to be struck out, write \{--.",
    "{~~": r"If it is not meant to be struck out, write \{~~.",
}
_IN_HTML = re.compile(r"<!\s?--.*?-->", re.DOTALL)
_MISWRITTEN = re.compile(r"<!\s--.*?-->", re.DOTALL)


def without_comments(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A text in Markdown without its comments, and what is wrong: a message and a hint each."""
    return _without(text, _TOKEN)


def without_comments_in_values(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The same of a plain text or of a value in a table, in which nothing is code."""
    return _without(text, _IN_VALUES)


def _without(text: str, token: re.Pattern[str]) -> tuple[str, list[tuple[str, str]]]:
    if not (_BEGINS.search(text) or hides(text)):
        return text, []
    comments = _Comments(text, token)
    shown, unclosed = without_hidden(comments.run(), comments.code)
    return shown, [*comments.problems, *unclosed]


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
    """Goes through one text, once.

    problems: as `without_comments` returns them
    code: where the text without comments has code
    """

    def __init__(self, text: str, token: re.Pattern[str]) -> None:
        self.text = text
        self.problems: list[tuple[str, str]] = []
        self.code: list[tuple[int, int]] = []
        self._token = token
        self._done: list[str] = []
        self._size = 0  # of what is done
        self._ticks: dict[int, list[int]] = defaultdict(list)
        for found in _TICKS.finditer(text):
            self._ticks[len(found.group())].append(found.start())
        self._paragraphs = [found.start() for found in _PARAGRAPH_END.finditer(text)]
        self._without: set[re.Pattern[str]] = set()  # ends that do not come any more
        self._closing: set[int] = set()  # where ends stand of what has begun

    def run(self) -> str:
        """The text without comments."""
        fenced = code_between_fences(self.text) if self._token is _TOKEN else []
        at = 0
        for start, end in [*fenced, (len(self.text), len(self.text))]:
            while at < start:
                found = self._token.search(self.text, at, start)
                self._keep(at, found.start() if found else start)
                at = self._next(found) if found else start
            if at <= start:
                self._keep(start, end, code=True)
                at = end
        return "".join(self._done)

    def _keep(self, start: int, end: int, *, code: bool = False) -> int:
        """Take a part of the text; where it goes on."""
        if code:
            self.code.append((self._size, self._size + end - start))
        self._done.append(self.text[start:end])
        self._size += end - start
        return end

    def _next(self, found: re.Match[str]) -> int:
        """Where the text goes on after what was found."""
        start, end = found.span()
        if found.lastgroup == "comment":
            return self._after_comment(found)
        if found.lastgroup == "around":
            return end if self._will_close(found.group(), end) else self._keep(start, end)
        if found.lastgroup == "close":
            return end if start in self._closing else self._keep(start, end)
        if found.lastgroup == "code":
            return self._keep(start, self._after_code(found), code=True)
        return self._keep(start, end)

    def _will_close(self, opening: str, start: int) -> bool:
        """Leave out the mark that ends these words; whether it comes."""
        end = self._end(opening, start)
        self._closing.add(end - len("++}"))
        return end > 0

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
            one_paragraph = opening in _NO_COMMENT and not (opening == "%%" and first_in_line)
            return self._unclosed(found, all_of_it=not one_paragraph)
        if text.endswith("~>", 0, end) and opening == "{~~":
            self._will_close("~>", end)
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
        """Report a comment that is not closed. Some marks may be none, if it is not `all_of_it`."""
        opening = found.group()
        if all_of_it or not self.problems:  # such marks are reported once
            line = self.text.count("\n", 0, found.start()) + 1
            rest = "Nothing after it is published." if all_of_it else NOT_IN_PARAGRAPH
            message = f"A comment ({opening}) is not closed. {rest}"
            if opening in ("{--", "{~~"):
                message = f"What is struck out ({opening}) is not closed. {rest}"
            hint = f"Close it; it begins in line {line} of the text."
            self.problems.append((message, hint if all_of_it else f"{hint} {_NO_COMMENT[opening]}"))
        return len(self.text) if all_of_it else self._paragraph_end(found.start())


def code_between_fences(text: str) -> list[tuple[int, int]]:
    """Where the code between fences begins and ends."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return [(starts[first], starts[last + 1]) for first, last in fences(lines).items()]
