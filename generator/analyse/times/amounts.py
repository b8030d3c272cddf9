"""Amounts of time: how many of a unit, and the TIMEX3 value of a duration."""

from __future__ import annotations

from generator.analyse.times.matches import Match

# TIMEX3 (TimeML 1.2.1): decades and centuries have letters of their own, clock units follow a T.
LETTERS = {
    "day": "{}D", "week": "{}W", "month": "{}M", "quarter": "{}Q", "year": "{}Y", "decade": "{}DE",
    "century": "{}CE", "hour": "T{}H", "minute": "T{}M", "second": "T{}S", "weekend": "{}WE",
    "night": "{}NI", "season": "{}SE", "half": "{}HY",
}  # fmt: skip
CLOCK_UNITS = ("hour", "minute", "second")


def duration_value(count: float | str, unit: str) -> str:
    """ "P2D", "PT2H", "PXM", "P2.5Y"; a fortnight is two weeks, a decade ten years."""
    if unit == "fortnight":
        count, unit = (count * 2 if isinstance(count, int) else "X"), "week"
    if unit in ("decade", "century") and isinstance(count, int):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    if isinstance(count, float):
        count = f"{count:g}"
    return "P" + LETTERS[unit].format(count)


def count_of(match: Match) -> float | str:
    """How many: the number, "X" for "several", 1 for none ("a week", "the last week")."""
    number = match.get("NUMBER")
    if isinstance(number, (int, float)):
        return number
    return "X" if match.has("VAGUE") else 1
