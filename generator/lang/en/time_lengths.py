"""English: lengths of time, and times that come again. The parts are in `times.py`."""

from __future__ import annotations

from generator.lang.language import Rule

DURATIONS = (
    Rule("({the} | a)? {number} DASH? UNIT DASH old DASH?", "nothing", "a 32-year-old"),
    Rule("{number} UNIT (old | of age)", "nothing", "58 years old"),
    Rule("aged {number} (UNIT | PLURAL)?", "nothing", "aged 58"),
    Rule("(the | these)? SHIFT {number} UNIT", "stretch", "the past three months"),
    Rule(
        "(the | a | another)? {number} MORE? UNIT",
        "duration",
        "two hours",
        not_after="CURRENCY|DOT",
    ),
    Rule(
        "a ORDINAL (consecutive | straight | successive) SINGLE",
        "in_a_row",
        "a second consecutive day",
    ),
    Rule(
        "the ORDINAL (consecutive | straight | successive) SINGLE",
        "in_a_row",
        "for the third straight day",
        after="for",
    ),
    Rule("{number} DASH UNIT", "duration", "a ten-year plan", not_after="CURRENCY|DOT"),
    Rule("(the | a) {number} DASH UNIT period", "duration", "a three-year period"),
    Rule("(the | a | another)? {number} MORE? UNIT or so", "duration", "two years or so"),
    Rule("the? (past | last | next) (decade | century)", "duration", "the past decade"),
    Rule(
        "the LONG",
        "vague_duration",
        "in the weeks before the vote",
        only_before="before|after|since|leading|following",
    ),
    Rule("the? STRETCH {number} MORE? UNIT (or so)?", "duration", "the first three months"),
    Rule("(the? STRETCH | recent | in) PLURAL", "vague_duration", "recent years"),
    Rule("(the | these)? (STRETCH | STEP) LONG", "vague_duration", "the coming weeks"),
    Rule(
        "(LONG or)? LONG",
        "vague_duration",
        "for months, within days or weeks",
        after="for|over|within|take|took|takes|last|lasted|lasting",
    ),
    Rule("the? LONG ahead", "vague_duration", "in the months ahead"),
    Rule(
        "days | weeks | months | years | decades",
        "vague_duration",
        "after months of talks",
        only_before="of",
        not_after="the",
    ),
    Rule("the (years | decades | centuries)", "vague_duration", "over the years"),
    Rule(
        "(a | an | another | half an | half a | one) MORE? WHOLE",
        "duration",
        "a year, an hour",
        not_after="on",
        not_before="LATER|AGO|DASH",
    ),
    Rule("NUMBER UNIT (COMMA? and)? NUMBER UNIT", "compound", "19 years 11 months"),
    Rule(
        "{number} (HALF | and a half) DASH? UNIT | (a | one) UNIT and a half",
        "and_half",
        "2 1/2 years",
    ),
    Rule(
        "(a | {number}) UNIT or (so | two) (ago | later | earlier)", "vague_ago", "a week or so ago"
    ),
    Rule("(a | one) SINGLE or two", "duration_range", "in a year or two"),
    Rule("a (while | time)", "some_time", "for a while", after="for|after|in|quite"),
    Rule("some time", "some_time", "for some time", after="for|quite"),
    Rule("(SINGLE | PLURAL) DASH long", "duration", "a day-long visit"),
    Rule("(SINGLE | PLURAL) DASH old", "nothing", "a century-old law"),
    Rule(
        "(the? STRETCH)? NUMBER (or | to | DASH) NUMBER DASH? UNIT",
        "duration_range",
        "two to three weeks",
    ),
    Rule("these days", "now", "these days"),
)

SETS = (
    Rule(
        "EVERY (ORDINAL | other | NUMBER)? (UNIT | FULLDAY PART? | {month} | SEASON | PART)",
        "every",
        "every Friday",
    ),
    Rule("EVERY of the STRETCH? NUMBER PLURAL", "each_of", "each of the past four months"),
    Rule("(once | twice | NUMBER times) (a | every | each | per) SINGLE", "rate", "twice a week"),
    Rule(
        "(a | per) (day | week | month | year | hour)",
        "per",
        "$300 a month",
        after="NUMBER|COUNTED|times|million|billion",
    ),
    Rule("ADVERB", "adverb", "is paid monthly", not_before="DASH"),
    Rule("FULLDAY (mornings | afternoons | evenings | nights)", "every", "open on Saturday nights"),
    Rule("WEEKDAYS", "weekdays", "open on Mondays"),
)
