"""English: lengths of time, and times that come again. The parts stand in `english`."""

from __future__ import annotations

from generator.analyse.times import interpreters as m
from generator.analyse.times.rules import Rule

DURATIONS = (
    Rule("({the} | a)? {number} DASH? UNIT DASH old DASH?", m.nothing, "a 32-year-old"),
    Rule("{number} UNIT (old | of age)", m.nothing, "58 years old"),
    Rule("aged {number} (UNIT | PLURAL)?", m.nothing, "aged 58"),
    Rule(
        "(the | a | another)? {number} MORE? UNIT",
        m.duration,
        "two hours",
        not_after="CURRENCY|DOT",
    ),
    Rule("{number} DASH UNIT", m.duration, "a ten-year plan", not_after="CURRENCY|DOT"),
    Rule("(the | a) {number} DASH UNIT period", m.duration, "a three-year period"),
    Rule("(the | a | another)? {number} MORE? UNIT or so", m.duration, "two years or so"),
    Rule("the? (past | last | next) (decade | century)", m.duration, "the past decade"),
    Rule(
        "the LONG",
        m.vague_duration,
        "in the weeks before the vote",
        only_before="before|after|since|leading|following",
    ),
    Rule("the? STRETCH {number} MORE? UNIT (or so)?", m.duration, "the past three months"),
    Rule("(the? STRETCH | recent | in) PLURAL", m.vague_duration, "recent years"),
    Rule("(the | these)? (STRETCH | STEP) LONG", m.vague_duration, "the coming weeks"),
    Rule(
        "(LONG or)? LONG",
        m.vague_duration,
        "for months, within days or weeks",
        after="for|over|within|take|took|takes|last|lasted|lasting",
    ),
    Rule("the? LONG ahead", m.vague_duration, "in the months ahead"),
    Rule(
        "days | weeks | months | years | decades",
        m.vague_duration,
        "after months of talks",
        only_before="of",
        not_after="the",
    ),
    Rule("the (years | decades | centuries)", m.vague_duration, "over the years"),
    Rule(
        "(a | an | another | half an | half a | one) MORE? WHOLE",
        m.duration,
        "a year, an hour",
        not_after="on",
        not_before="LATER|AGO|DASH",
    ),
    Rule("NUMBER UNIT (COMMA? and)? NUMBER UNIT", m.compound, "19 years 11 months"),
    Rule(
        "{number} (HALF | and a half) DASH? UNIT | (a | one) UNIT and a half",
        m.and_half,
        "2 1/2 years",
    ),
    Rule(
        "(a | {number}) UNIT or (so | two) (ago | later | earlier)", m.vague_ago, "a week or so ago"
    ),
    Rule("(a | one) SINGLE or two", m.duration_range, "in a year or two"),
    Rule("a (while | time)", m.while_, "for a while", after="for|after|in|quite"),
    Rule("some time", m.while_, "for some time", after="for|quite"),
    Rule("(SINGLE | PLURAL) DASH long", m.duration, "a day-long visit"),
    Rule("(SINGLE | PLURAL) DASH old", m.nothing, "a century-old law"),
    Rule(
        "(the? STRETCH)? NUMBER (or | to | DASH) NUMBER DASH? UNIT",
        m.duration_range,
        "two to three weeks",
    ),
    Rule("these days", m.now, "these days"),
)

SETS = (
    Rule(
        "EVERY (ORDINAL | other | NUMBER)? (UNIT | FULLDAY PART? | {month} | SEASON | PART)",
        m.every,
        "every Friday",
    ),
    Rule("EVERY of the STRETCH? NUMBER PLURAL", m.each_of, "each of the past four months"),
    Rule("(once | twice | NUMBER times) (a | every | each | per) SINGLE", m.rate, "twice a week"),
    Rule(
        "(a | per) (day | week | month | year | hour)",
        m.per,
        "$300 a month",
        after="NUMBER|COUNTED|times|million|billion",
    ),
    Rule("ADVERB", m.adverb, "is paid monthly", not_before="DASH"),
    Rule("WEEKDAYS", m.weekdays, "open on Mondays"),
)
