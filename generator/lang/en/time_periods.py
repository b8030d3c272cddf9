"""English: times counted from another, parts of the year, the past and future at large.

The parts are in `times.py`.
"""

from __future__ import annotations

from generator.lang.language import Rule

SHIFTS = (
    Rule("the past SINGLE", "stretch", "over the past year"),
    Rule(
        "the? (SHIFT | STEP) {fiscal}? SINGLE | this past SINGLE"
        " | (the | that | this) (same | very | next) SINGLE",
        "unit",
        "last week, the following month, that year",
    ),
    Rule(
        "(a | {number}) UNIT AGO on? (DEICTIC | SHIFT? FULLDAY | SHIFT (week | month))",
        "ago_beside",
        "a year ago today, two weeks ago on Sunday",
        not_before="POSSESSIVE",
    ),
    Rule(
        "the? (ORDINAL | last | final) (week | weekend) (of | in)"
        " ({month} ({year} | {counted})? | SHIFT month)",
        "week_of_month",
        "the last week of June",
    ),
    Rule(
        "(the same | this) (day | week | month | time) SHIFT year",
        "same_of_year",
        "this time last year",
    ),
    Rule("(earlier | later) (in | on) the SINGLE", "unit", "later in the day"),
    Rule("(a | the? {number})? UNIT (AGO | LATER)", "ago", "two days ago, a month earlier"),
    Rule(
        "(a | the? {number}) UNIT (before | after)",
        "ago",
        "It had closed a month before.",
        only_before="{end}",
    ),
    Rule("a half DASH? SINGLE ago", "ago", "a half century ago"),
    Rule("{number} UNIT from now", "ago", "two weeks from now"),
    Rule("the week (of | beginning | ending | ended) {day}", "week_of", "the week of March 6"),
    Rule(
        "(the? | a | {number}) UNIT (before | after) {day}", "around_day", "two days before March 5"
    ),
    Rule("the SINGLE (before | after)", "unit_beside", "the year before", only_before="{end}"),
    Rule("long ago", "ago", "long ago"),
    Rule("the? (end | close) of the? (SINGLE)", "unit", "the end of the month"),
    Rule("the? year DASH? (end)", "year_end", "at year-end"),
    Rule("year POSSESSIVE end", "year_end", "by year's end"),
    Rule(
        "the {fiscal}? (year | quarter)",
        "length_of",
        "the year ended March 31",
        only_before="ended|ending",
    ),
    Rule("the {fiscal}? year", "unit", "for the year", not_before="of|PLURAL|ORDINAL"),
    Rule("the full (year | quarter | month)", "unit", "for the full year"),
    Rule("the week", "unit", "for the week", after="IN"),
)

QUARTERS = (
    Rule("q SMALL of? YEAR?", "q_and_number", "Q3 2022"),
    Rule("{fiscal}? ORDINAL DASH quarter", "quarter", "third-quarter earnings"),
    Rule(
        "{the}? {fiscal}? ORDINAL {fiscal}? (quarter | quarters)"
        " ((of | COMMA)? {fiscal}? (YEAR | SHIFT year | the year))?",
        "quarter",
        "the third quarter of 2022",
    ),
    Rule(
        "the? YEAR POSSESSIVE? {fiscal}? ORDINAL DASH? quarter",
        "quarter",
        "the 2021 second quarter",
    ),
    Rule(
        "SHIFT year POSSESSIVE {fiscal}? ORDINAL? DASH? quarter",
        "quarter",
        "next year's first quarter",
    ),
    Rule(
        "{the}? (final | last) {fiscal}? quarter of {fiscal}? (YEAR | SHIFT year)",
        "quarter",
        "the final quarter of 2009",
    ),
    Rule(
        "the? (SHIFT | latest | recent | STEP) {fiscal}? (quarter | period)",
        "quarter",
        "the latest quarter",
    ),
    Rule("the quarter", "quarter", "for the quarter", not_before="of"),
    Rule("the? YEAR (quarter | period)", "quarter", "the 2021 period"),
    Rule(
        "(the | a)? year DASH (ago | earlier) (ORDINAL? DASH? quarter | period)?",
        "year_ago",
        "the year-ago quarter",
    ),
    Rule(
        "the (corresponding | comparable | same) (period | quarter)"
        " (SHIFT year | a year (ago | earlier) | (of | in) YEAR)",
        "year_ago",
        "the same period last year",
    ),
    Rule(
        "the? HALFWORD half (of (YEAR | SHIFT year | the year | {fiscal} YEAR))",
        "half",
        "the first half of 2024",
    ),
    Rule("the first two quarters of YEAR", "first_quarters", "the first two quarters of 2022"),
)

REFERENCES = (
    Rule("(right | just)? now", "now", "right now", not_after="DASH"),
    Rule("PRESENT", "now", "currently"),
    Rule("the? present | the moment", "now", "at present", after="at"),
    Rule("current", "now", "the current chairman"),
    Rule("(more | most)? recently", "before_now", "recently"),
    Rule("BYGONE", "before_now", "lately"),
    Rule("recent", "before_now", "a recent filing"),
    Rule("the (recent | distant | near)? past", "before_now", "in the past"),
    Rule("the (near | distant)? future", "after_now", "in the near future"),
    Rule("future", "after_now", "in future", after="near|the|in|for"),
)
