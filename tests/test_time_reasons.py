"""The reasons of times are codes with arguments."""

from __future__ import annotations

from string import Formatter

from generator.analyse.times import find_times
from generator.analyse.times.possible import REASONS
from generator.model import Reason, reason
from generator.render.reasons import times, words


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
    unknown = "2 days before publication; the date is unknown"
    assert words(time_reason("It came two days ago.", date="")) == unknown
    season = "that year, counted from publication on 2024-03-25"
    assert words(time_reason("It closed in the summer of last year.")) == season


def test_what_is_taken_from_a_cache_has_the_arguments_that_its_words_need() -> None:
    needed = {
        code: {name for _, name, _, _ in Formatter().parse(text) if name}
        for code, text in times.TEMPLATES.items()
    }
    assert needed == {
        code: {"units" if n == "unit" and "count" in names else n for n in names}
        for code, names in REASONS.items()
    }


def test_a_guess_says_what_decided() -> None:
    far = time_reason("It opened on 3 May.", date="2010-02-09")
    assert far == reason("year-by-tense", year="2009", published="2010-02-09")
    assert "not certain" in words(far)
    assert time_reason("It opened on 3 January.", date="2010-02-09").code == "nearest-year"
    for text, date in (
        ("It will be shown at Easter.", "2010-08-09"),
        ("It opened on the first Monday of May.", "2010-02-09"),
        ("It was shut in the last week of May.", "2010-02-09"),
        ("It will open in the fourth quarter.", "2010-01-09"),
    ):
        assert time_reason(text, date).code == "year-by-tense", text
    assert time_reason("It opened last summer.", date="2010-02-09").code == "counted-from"
    assert time_reason("It opened in summer.", date="2010-02-09").code == "nearest-season"
    year = time_reason("It opened in March.", date="2010")
    assert words(year) == "the year of publication on 2010"
    named = find_times("In 44 BC it fell. In March it rose.", date="")[1]
    assert words(named.reason) == "of 44 BC, the year named before"
    orders = time_reason("It opened on 3/4/2009.")
    assert orders == reason("figures-in-two-orders", first="month")
    assert time_reason("It opened on 13/4/2009.").code == "written-in-full"
