"""The reasons of times are codes with arguments, and each code has its words."""

from __future__ import annotations

import ast
from pathlib import Path

from generator import model
from generator.analyse.times import find_times
from generator.model import Reason, reason
from generator.render.reasons import TEMPLATES, edits, names, origins, times, words

PACKAGE = Path(model.__file__).parent.parent


def codes_in_use() -> set[str]:
    """The codes written out in a call of `reason` or `Reason`."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            code = node.args[0]
            called = isinstance(node.func, ast.Name) and node.func.id in ("reason", "Reason")
            if called and isinstance(code, ast.Constant):
                found.add(str(code.value))
    return found


def test_every_code_in_use_has_words() -> None:
    used = codes_in_use()
    assert len(used) > 40
    assert used <= TEMPLATES.keys()


def test_no_code_has_two_meanings() -> None:
    tables = (names.TEMPLATES, edits.TEMPLATES, times.TEMPLATES, origins.TEMPLATES)
    assert sum(map(len, tables)) == len(set().union(*tables))


def time_reason(text: str, date: str = "2024-03-25") -> Reason:
    (found,) = find_times(text, date=date)
    return found.reason


def test_the_reason_for_a_time_is_a_code_with_arguments() -> None:
    found = time_reason("The mill closed on Friday.")
    assert found == reason("weekday-before", day="Friday", published="2024-03-25")
    assert words(found) == "Friday before publication on 2024-03-25"


def test_words_say_how_many_and_what_is_unknown() -> None:
    assert words(time_reason("It came two days ago.")) == "2 days before publication on 2024-03-25"
    assert words(time_reason("It came a day ago.")) == "1 day before publication on 2024-03-25"
    unknown = "2 days before publication, of a day that is not known"
    assert words(time_reason("It came two days ago.", date="")) == unknown
    season = "that year, counted from publication on 2024-03-25"
    assert words(time_reason("It closed in the summer of last year.")) == season
