"""English: weekdays, parts of the day and times of day. The parts are in `times.py`."""

from __future__ import annotations

from generator.lang.language import Rule

DAYS = (
    Rule(
        "(a | one | that) FULLDAY PART?",
        "some_weekday",
        "a Sunday morning in 1968",
        only_before="in {month}? YEAR",
    ),
    Rule(
        "FULLDAY PART?", "some_weekday", "Friday in May 2009.", only_before="in {month}? YEAR {end}"
    ),
    Rule(
        "(a | one) FULLDAY PART?",
        "some_weekday",
        "on a Sunday.",
        after="on",
        only_before="{end} | when | at | and | with",
    ),
    Rule("FULLDAY (DASH? PART)?", "day", "on Friday"),
    Rule(
        "{nth} FULLDAY (of | in) {month} ({year} | {counted})?",
        "nth_weekday",
        "the first Monday of May",
    ),
    Rule("{nth} FULLDAY (of | in) (the | EVERY) month", "monthly", "the last Friday of each month"),
    Rule(
        "(the | that)? SHIFT FULLDAY PART? | (the | that) STEP FULLDAY PART? | the next FULLDAY",
        "day",
        "last Friday, the following Friday",
    ),
    # "following Friday's attack" is after it.
    Rule("STEP FULLDAY PART?", "day", "previous Friday", not_before="POSSESSIVE"),
    Rule(
        "FULLDAY of? SHIFT week | (last | next) week on FULLDAY",
        "weekday_of_week",
        "Tuesday last week",
    ),
    Rule(
        "FULLDAY week", "weekday_after_next", "on Monday week", after="on", not_before="DASH|NUMBER"
    ),
    Rule("DEICTIC PART? | (mid DASH)? PART DEICTIC", "day", "yesterday morning"),
    Rule("FULLDAY COMMA? {date}", "day", "Friday, March 22"),
    Rule("the? (next | following | previous | same) PART", "part", "the next morning"),
    Rule("the DAYPART", "part", "in the morning", after="in|during|by|through"),
    Rule("mid DASH? DAYPART", "part", "in mid-afternoon"),
    Rule("DAYPART", "part", "by evening", after="by"),
    Rule("{smallhours} of {day} PART?", "small_hours", "the early hours of Monday"),
    Rule("{smallhours} (of the morning)?", "small_hours", "in the small hours"),
    Rule("overnight", "overnight", "overnight"),
    Rule("(this | that | last) PART", "part", "this morning, last night"),
    Rule("the? PART of {day}", "part", "the night of March 5"),
    Rule("{date} PART", "day", "March 5 night"),
    Rule("the day before yesterday", "two_days", "the day before yesterday"),
    Rule("the day after tomorrow", "two_days", "the day after tomorrow"),
    Rule("the? (weekend | weekends)", "weekend", "over the weekend", not_after="DASH|a|every|each"),
)

CLOCKS = (
    Rule("{clock} (on | COMMA)? {day}", "clock", "9:30 a.m. EST on Tuesday"),
    Rule("{named} PART? (at | around | by | COMMA)? {clock}", "clock", "Tuesday at 9:30 a.m."),
    Rule("{date} {counted}? (COMMA | DASH)? at? {clock}", "clock", "March 22 at 9 p.m."),
    Rule(
        "({clock} | HOUR) in the PART | {clock} (this | that | COMMA)? PART",
        "clock",
        "9 in the morning",
    ),
    Rule("{clock}", "clock", "at 9:30 p.m."),
    Rule("NUMBER (hours | days) a (day | week)", "around_the_clock", "open 24 hours a day"),
    Rule("NUMERIC INT ZONE", "figures", "11-05-93 0915GMT"),
    Rule(
        "({clock} | INT {zone}) (on | in) the PART of {day}",
        "clock",
        "9 p.m. on the night of Tuesday 12 January",
    ),
    Rule("INT {zone} (on? {day})?", "clock", "1900 GMT"),
)
