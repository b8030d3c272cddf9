"""No pattern of ours may share one run of characters between its repeats in many ways.

In `(?:[a-z]+| ){1,30}` a word of 30 letters can be cut in millions of ways, and a search that fails
tries them all; one news article took 70 seconds so.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _compiler, _parser
from re._constants import ANY, IN, LITERAL, MAX_REPEAT, MAXREPEAT, MIN_REPEAT, NOT_LITERAL

import generator
from generator.analyse.names.roles import _finder
from generator.lang import LANGUAGES

SAMPLES = "aAéж1_ .-,'’\n\t(<\":/&"
ONE_CHARACTER = (ANY, IN, LITERAL, NOT_LITERAL)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns that our modules hold, and those for roles, by the name of the module."""
    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{found.name}.{name}", value
    for code in LANGUAGES:
        finder = _finder(code)
        for name in finder.__slots__ if finder else ():
            if isinstance(value := getattr(finder, name), re.Pattern):
                yield f"roles of {code}: {name}", value


def repeats(part: object) -> Iterator[_parser.SubPattern]:
    """What a parsed pattern repeats four times or more, but for single characters."""
    if isinstance(part, _parser.SubPattern | list | tuple):
        for inner in part:
            yield from repeats(inner)
    if isinstance(part, tuple) and part and part[0] in (MAX_REPEAT, MIN_REPEAT):
        _least, most, body = part[1]
        many = most is MAXREPEAT or most >= 4
        if many and not (len(body) == 1 and body[0][0] in ONE_CHARACTER):
            yield body


def is_ambiguous(pattern: str, flags: int) -> bool:
    """Whether something repeated matches one character and also two of them."""
    flags &= ~re.UNICODE
    for body in repeats(_parser.parse(pattern, flags)):
        try:
            whole = _compiler.compile(body, flags)
        except (re.error, IndexError):  # it refers to a group outside
            continue
        if any(whole.fullmatch(c) and whole.fullmatch(c * 2) for c in SAMPLES):
            return True
    return False


def test_an_ambiguous_repeat_is_seen() -> None:
    assert is_ambiguous(r"x(?:[a-z]+| ){1,30},", 0)
    assert is_ambiguous(r"(?:\w+-?)*$", 0)
    assert not is_ambiguous(r"x[a-z]+(?: [a-z]+){0,30},", 0)


def test_our_patterns_have_no_ambiguous_repeats() -> None:
    found = dict(patterns())
    assert len(found) > 500
    assert [name for name, one in found.items() if is_ambiguous(one.pattern, one.flags)] == []
