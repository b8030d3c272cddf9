"""English: words that look like a time but are not. The parts are in `times.py`."""

from __future__ import annotations

from generator.lang.language import Rule

# Names that contain a day and are not dates.
NAMES = (
    Rule("sunday PAPER", "nothing", "the Sunday Times", not_after="on"),
    Rule("the sunday (PAPER | TITLE)", "nothing", "the Sunday People"),
    Rule("the? SUNDAY on sunday", "nothing", "the Mail on Sunday", not_after="daily"),
    Rule("NICKNAME FULLDAY", "nothing", "Bloody Sunday"),
    Rule("FULLDAY SURNAME | FORENAME FULLDAY", "nothing", "Tuesday Weld, Man Friday"),
    Rule(
        "FULLDAY (prayers | prayer | sermon | sermons | school | roast | best)",
        "nothing",
        "Friday prayers",
        not_after="on|SHIFT|STEP",
    ),
    Rule(
        "(screen DASH? (shot | recording) | screenshot) (ISO at? NUMERIC? | NUMERIC)",
        "nothing",
        "Screen Shot 2016-05-04 at 11.04.28",
    ),
    Rule("today (programme | program | show)", "nothing", "the Today programme", after="the"),
    Rule(
        "(the | a) ({month} {dayno} | {dayno} {month})",
        "nothing",
        "the April 6 movement",
        only_before="youth? (movement | alliance | coalition | bloc | brigade)",
    ),
)
