"""Two lines of one paragraph, and the words that the end of a line has broken."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.lang import LANGUAGES
from generator.lang.language import SentenceRules
from generator.read.line_ends import vocabulary, with_whole_words

_LAST = re.compile(r"(?:[\w'’-]{1,80}[-\u2010])?$")
_REACH = 100  # characters at its end: the line may be a long paragraph by now
_FIRST = re.compile(r"[\w'’]{0,80}")
_OPEN = "-\u2010–—/"  # what follows goes on without a space
# The language of a file is found by its text, which is not there yet.
_ALL = tuple(language.sentences for language in LANGUAGES.values())
_RULES = SentenceRules(
    before_hyphens=frozenset().union(*(rules.before_hyphens for rules in _ALL)),
    after_hyphens=frozenset().union(*(rules.after_hyphens for rules in _ALL)),
)


def joiner(text: str) -> Callable[[str, str], str]:
    """A function that joins two lines.

    text: of the whole file, line by line; its own words decide whether a word has a hyphen
    """
    known = vocabulary(text)

    def join(line: str, following: str) -> str:
        end, start = _LAST.search(line, max(0, len(line) - _REACH)), _FIRST.match(following)
        first, second = (end[0], start[0]) if end and start else ("", "")
        if first and second:
            whole = with_whole_words(f"{first}\n{second}", known, _RULES)
            if "\n" not in whole:
                return line[: len(line) - len(first)] + whole + following[len(second) :]
        if line[-1] in _OPEN and following[0].isalnum():
            return line + following
        return f"{line} {following}"

    return join
