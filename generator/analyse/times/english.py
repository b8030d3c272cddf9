"""English: patterns of times, each beside an example. The words stand in `english_words.py`.

Extents follow the TimeML annotation guidelines 1.2.1 (Saurí et al. 2006) and TIDES (Ferro et al.
2005): the article, "early", "about" and "ago" belong to the expression, prepositions do not.
"""

from __future__ import annotations

from generator.analyse.times import interpreters as m
from generator.analyse.times.english_lengths import DURATIONS, SETS
from generator.analyse.times.english_words import PROPER, WORDS
from generator.analyse.times.rules import Language, Prefix, Rule

PARTS = {
    "month": "FULL | ABBREV DOT?",
    "weekday": "FULLDAY | ABBRDAY DOT?",
    "year": "COMMA? YEAR | COMMA? SHORTYEAR | (of | in) YEAR",
    "dayno": "DAY | ORDINAL",
    # Friday, March 22, 2024 · Friday the 22nd of March 2024
    "date": "({weekday} COMMA?)? ({month} the? {dayno} {year}? | the? {dayno} of? {month} {year}?)",
    # last year · of that same year · the following year · two years ago
    "counted": "of? (the | that | this)? (SHIFT | STEP) year"
    " | (a | NUMBER) (year | years) (AGO | LATER)",
    "named": "{weekday} | SHIFT {weekday} | DEICTIC",
    "day": "SHIFT? {date} {counted}? | {named} | ISO | NUMERIC",
    "zone": "ZONE ZONE?",
    "clock": "(CLOCK | HOUR) (MERIDIEM | am | pm) {zone}? | CLOCK {zone}? |"
    " HOUR o APOSTROPHE clock | POINT",
    "the": "the | this | that",
    "number": "NUMBER | VAGUE | couple of? | a (few | couple of? | dozen | hundred | thousand)",
    "nth": "the? (ORDINAL | last)",
    "attacks": "attack | attacks | terrorist | terror | hijackers | hijackings",
    "end": "COMMA | DOT | STOP | SEMICOLON | BREAK | APOSTROPHE",
    "to": "to | DASH | through | until | till | and",
    "fiscal": "fiscal DASH?",
    "smallhours": "the (early | small | wee) hours",
}

DATES = (
    Rule("SHIFT? {date}", m.day, "on Friday, March 22, 2024"),
    Rule("{date} {counted}", m.day, "14 February last year", not_before="POSSESSIVE"),
    Rule("{date} COMMA SHIFT year", m.day, "on 14 February, last year,", only_before="{end}"),
    Rule("DAY DASH {month} DASH YEAR | YEAR {month} DAY", m.day, "21-Mar-2024"),
    Rule("ISO | NUMERIC | COMPACT", m.figures, "2024-03-22, 22/03/2024"),
    Rule("SPAN", m.span, "2010-12, 1998-2001", not_after="CURRENCY|NUMBERED|HASH"),
    Rule("{month} {dayno} {to} {dayno} {year}?", m.day_range, "May 3-6, 2024"),
    Rule("the? {dayno} {to} the? {dayno} of? {month} {year}?", m.day_range, "4 to 6 August"),
    Rule(
        "({month} {dayno} {to} {dayno} | the? {dayno} {to} the? {dayno} of? {month}) {counted}",
        m.day_range,
        "3 to 6 May last year",
        not_before="POSSESSIVE",
    ),
    Rule(
        "{month} {dayno} {to} {month} {dayno} {year} | {dayno} of? {month} {to} {dayno} of? {month}"
        " {year}",
        m.long_range,
        "28 March to 2 April 2023",
    ),
    Rule(
        "({month} {dayno} {to} {month} {dayno} | {dayno} of? {month} {to} {dayno} of? {month})"
        " {counted}",
        m.long_range,
        "between March 30 and April 2 last year",
        not_before="POSSESSIVE",
    ),
    Rule("{month} {to} {month} ({year} | {counted})?", m.month_range, "from March to June 2024"),
    Rule("{month} or {month} ({year} | {counted})", m.month_range, "May or June next year"),
    Rule("{month} (COMMA? of?)? (YEAR | SHORTYEAR)", m.month, "March 2024"),
    Rule("{month} {counted}", m.month, "June of last year"),
    Rule("LONE | ABBREV DOT", m.month, "It opened in October."),
    Rule("FULL", m.month, "in March, mid-March", after="IN|DASH"),
    Rule("FULL", m.month_of, "the March meeting", after="the|a|its|their|our"),
    Rule("SHIFT {month}", m.month, "last June"),
    Rule(
        "YEAR",
        m.year,
        "in 1998",
        not_after="CURRENCY|NUMBERED|HASH|SLASH|COLON",
        not_before="PERCENT|COUNTED|UNIT|SLASH|MAKE",
    ),
    Rule("the? year (YEAR | NUMBER)", m.year, "the year 2000"),
    Rule("{fiscal} year? YEAR | fy YEAR", m.year, "fiscal 2024"),
    Rule("YEAR and beyond", m.year, "2030 and beyond"),
    Rule("SHORTYEAR", m.year, "back in '98", after="in|of|since|IN"),
    Rule("the? DECADE", m.decade, "the 1990s, the nineties", not_after="DOT"),
    Rule("the? ORDINAL DASH? century", m.century, "the 20th century"),
    Rule("the? (SHIFT | STEP) century", m.unit, "this century"),
    Rule("(the | this | last | next | that) past? SEASON", m.season, "this summer"),
    Rule("the? SEASON (of | COMMA)? (YEAR | SHIFT year)", m.season, "the summer of 1968"),
    Rule("the? SEASON {counted}", m.season, "the summer two years ago"),
    Rule("SEASON", m.season, "in autumn", after="in|by|since|until|early|late|mid"),
)

DAYS = (
    Rule(
        "(a | one | that) FULLDAY PART?",
        m.some_weekday,
        "a Sunday morning in 1968",
        only_before="in {month}? YEAR",
    ),
    Rule(
        "FULLDAY PART?", m.some_weekday, "Friday in May 2009.", only_before="in {month}? YEAR {end}"
    ),
    Rule(
        "(a | one) FULLDAY PART?",
        m.some_weekday,
        "on a Sunday.",
        after="on",
        only_before="{end} | when | at | and | with",
    ),
    Rule("FULLDAY (DASH? PART)?", m.day, "on Friday"),
    Rule(
        "{nth} FULLDAY (of | in) {month} ({year} | {counted})?",
        m.nth_weekday,
        "the first Monday of May",
    ),
    Rule("{nth} FULLDAY (of | in) (the | EVERY) month", m.monthly, "the last Friday of each month"),
    Rule(
        "(the | that)? (SHIFT | STEP) FULLDAY PART? | the next FULLDAY",
        m.day,
        "last Friday, the following Friday",
    ),
    Rule(
        "FULLDAY of? SHIFT week | (last | next) week on FULLDAY",
        m.weekday_of_week,
        "Tuesday last week",
    ),
    Rule(
        "FULLDAY week", m.weekday_after_next, "on Monday week", after="on", not_before="DASH|NUMBER"
    ),
    Rule("DEICTIC PART? | (mid DASH)? PART DEICTIC", m.day, "yesterday morning"),
    Rule("FULLDAY COMMA? {date}", m.day, "Friday, March 22"),
    Rule("the? (next | following | previous | same) PART", m.part, "the next morning"),
    Rule("the DAYPART", m.part, "in the morning", after="in|during|by|through"),
    Rule("mid DASH? DAYPART", m.part, "in mid-afternoon"),
    Rule("DAYPART", m.part, "by evening", after="by"),
    Rule("{smallhours} of {day} PART?", m.small_hours, "the early hours of Monday"),
    Rule("{smallhours} (of the morning)?", m.small_hours, "in the small hours"),
    Rule("overnight", m.overnight, "overnight"),
    Rule("(this | that | last) PART", m.part, "this morning, last night"),
    Rule("the? PART of {day}", m.part, "the night of March 5"),
    Rule("{date} PART", m.day, "March 5 night"),
    Rule("the day before yesterday", m.two_days, "the day before yesterday"),
    Rule("the day after tomorrow", m.two_days, "the day after tomorrow"),
    Rule("the? (weekend | weekends)", m.weekend, "over the weekend", not_after="DASH|a|every|each"),
)

TIMES = (
    Rule("{clock} (on | COMMA)? {day}", m.clock, "9:30 a.m. EST on Tuesday"),
    Rule("{named} PART? (at | around | by | COMMA)? {clock}", m.clock, "Tuesday at 9:30 a.m."),
    Rule("{date} {counted}? COMMA? at? {clock}", m.clock, "March 22 at 9 p.m."),
    Rule(
        "({clock} | HOUR) in the PART | {clock} (this | that | COMMA)? PART",
        m.clock,
        "9 in the morning",
    ),
    Rule("{clock}", m.clock, "at 9:30 p.m."),
    Rule("NUMBER (hours | days) a (day | week)", m.around_the_clock, "open 24 hours a day"),
    Rule("NUMERIC INT ZONE", m.figures, "11-05-93 0915GMT"),
    Rule("INT {zone} (on? {day})?", m.clock, "1900 GMT"),
)

SHIFTS = (
    Rule(
        "the? (SHIFT | STEP) {fiscal}? SINGLE | this past SINGLE"
        " | (the | that | this) (same | very | next) SINGLE",
        m.unit,
        "last week, the following month, that year",
    ),
    Rule(
        "(a | {number}) UNIT AGO on? (DEICTIC | SHIFT? FULLDAY | SHIFT (week | month))",
        m.ago_beside,
        "a year ago today, two weeks ago on Sunday",
        not_before="POSSESSIVE",
    ),
    Rule(
        "the? (ORDINAL | last | final) (week | weekend) (of | in)"
        " ({month} ({year} | {counted})? | SHIFT month)",
        m.week_of_month,
        "the last week of June",
    ),
    Rule(
        "(the same | this) (day | week | month | time) SHIFT year",
        m.same_of_year,
        "this time last year",
    ),
    Rule("(earlier | later) (in | on) the SINGLE", m.unit, "later in the day"),
    Rule("(a | the? {number})? UNIT (AGO | LATER)", m.ago, "two days ago, a month earlier"),
    Rule(
        "(a | the? {number}) UNIT (before | after)",
        m.ago,
        "It had closed a month before.",
        only_before="{end}",
    ),
    Rule("a half DASH? SINGLE ago", m.ago, "a half century ago"),
    Rule("{number} UNIT from now", m.ago, "two weeks from now"),
    Rule("the week (of | beginning | ending | ended) {day}", m.week_of, "the week of March 6"),
    Rule(
        "(the? | a | {number}) UNIT (before | after) {day}", m.around_day, "two days before March 5"
    ),
    Rule("the SINGLE (before | after)", m.unit_beside, "the year before", only_before="{end}"),
    Rule("long ago", m.ago, "long ago"),
    Rule("the? (end | close) of the? (SINGLE)", m.unit, "the end of the month"),
    Rule("the? year DASH? (end)", m.year_end, "at year-end"),
    Rule("year POSSESSIVE end", m.year_end, "by year's end"),
    Rule(
        "the {fiscal}? (year | quarter)",
        m.length_of,
        "the year ended March 31",
        only_before="ended|ending",
    ),
    Rule("the {fiscal}? year", m.unit, "for the year", not_before="of|PLURAL|ORDINAL"),
    Rule("the full (year | quarter | month)", m.unit, "for the full year"),
    Rule("the week", m.unit, "for the week", after="IN"),
)

QUARTERS = (
    Rule("q SMALL of? YEAR?", m.q_and_number, "Q3 2022"),
    Rule("{fiscal}? ORDINAL DASH quarter", m.quarter, "third-quarter earnings"),
    Rule(
        "{the}? {fiscal}? ORDINAL {fiscal}? (quarter | quarters)"
        " ((of | COMMA)? {fiscal}? (YEAR | SHIFT year | the year))?",
        m.quarter,
        "the third quarter of 2022",
    ),
    Rule(
        "the? YEAR POSSESSIVE? {fiscal}? ORDINAL DASH? quarter",
        m.quarter,
        "the 2021 second quarter",
    ),
    Rule(
        "SHIFT year POSSESSIVE {fiscal}? ORDINAL? DASH? quarter",
        m.quarter,
        "next year's first quarter",
    ),
    Rule(
        "the? (SHIFT | latest | recent | STEP) {fiscal}? (quarter | period)",
        m.quarter,
        "the latest quarter",
    ),
    Rule("the quarter", m.quarter, "for the quarter", not_before="of"),
    Rule("the? YEAR (quarter | period)", m.quarter, "the 2021 period"),
    Rule(
        "(the | a)? year DASH (ago | earlier) (ORDINAL? DASH? quarter | period)?",
        m.year_ago,
        "the year-ago quarter",
    ),
    Rule(
        "the (corresponding | comparable | same) (period | quarter)"
        " (SHIFT year | a year (ago | earlier) | (of | in) YEAR)",
        m.year_ago,
        "the same period last year",
    ),
    Rule(
        "the? HALFWORD half (of (YEAR | SHIFT year | the year | {fiscal} YEAR))",
        m.half,
        "the first half of 2024",
    ),
    Rule("the first two quarters of YEAR", m.first_quarters, "the first two quarters of 2022"),
)

REFERENCES = (
    Rule("(right | just)? now", m.now, "right now", not_after="DASH"),
    Rule("PRESENT", m.now, "currently"),
    Rule("the? present | the moment", m.now, "at present", after="at"),
    Rule("current", m.now, "the current chairman"),
    Rule("(more | most)? recently", m.before_now, "recently"),
    Rule("BYGONE", m.before_now, "lately"),
    Rule("recent", m.before_now, "a recent filing"),
    Rule("the (recent | distant | near)? past", m.before_now, "in the past"),
    Rule("the (near | distant)? future", m.after_now, "in the near future"),
    Rule("future", m.after_now, "in future", after="near|the|in|for"),
)

# Names that have a day in them, and tell of none.
NAMES = (
    Rule("sunday PAPER", m.nothing, "the Sunday Times", not_after="on"),
    Rule("the sunday (PAPER | TITLE)", m.nothing, "the Sunday People"),
    Rule("the? SUNDAY on sunday", m.nothing, "the Mail on Sunday", not_after="daily"),
    Rule("NICKNAME FULLDAY", m.nothing, "Bloody Sunday"),
    Rule("today (programme | program | show)", m.nothing, "the Today programme", after="the"),
    Rule(
        "(the | a) ({month} {dayno} | {dayno} {month})",
        m.nothing,
        "the April 6 movement",
        only_before="youth? (movement | alliance | coalition | bloc | brigade)",
    ),
)

# After 2001 "September 11" with these words after it is that year's, in any report.
NAMED_DAYS = (
    Rule(
        "(sept DOT? | september) INT",
        m.fixed("2001-09-11", 11),
        "Sept. 11",
        only_before="{attacks}",
    ),
)

HOLIDAYS = tuple(
    Rule(row.format(pattern), m.holiday(name), said.format(example), not_before=never)
    for row, said, never in (
        ("{} (week | weekend)? {{year}}?", "{}", ""),
        ("{} (week | weekend)? {{counted}}", "{} last year", "POSSESSIVE"),
        ("YEAR {}", "1914 {}", ""),
    )
    for pattern, name, example in (
        ("christmas eve", "12-24", "Christmas Eve"),
        ("christmas day?", "12-25", "Christmas"),
        ("new year POSSESSIVE eve", "12-31", "New Year's Eve"),
        ("new year POSSESSIVE day", "01-01", "New Year's Day"),
        ("boxing day", "12-26", "Boxing Day"),
        ("(the fourth of july | fourth of july)", "07-04", "the Fourth of July"),
        ("valentine POSSESSIVE? day", "02-14", "Valentine's Day"),
        ("saint patrick POSSESSIVE day", "03-17", "Saint Patrick's Day"),
        ("halloween", "10-31", "Halloween"),
        ("veterans day", "11-11", "Veterans Day"),
        ("armistice day", "11-11", "Armistice Day"),
        ("may day", "05-01", "May Day"),
        ("thanksgiving day?", "thanksgiving", "Thanksgiving Day"),
        ("labor day", "labor", "Labor Day"),
        ("memorial day", "memorial", "Memorial Day"),
        ("election day", "election", "Election Day"),
        ("easter sunday?", "easter", "Easter Sunday"),
        ("easter monday", "easter+1", "Easter Monday"),
        ("good friday", "easter-2", "Good Friday"),
        ("maundy thursday", "easter-3", "Maundy Thursday"),
        ("palm sunday", "easter-7", "Palm Sunday"),
        ("ash wednesday", "easter-46", "Ash Wednesday"),
        ("shrove tuesday", "easter-47", "Shrove Tuesday"),
    )
)

PREFIXES = (
    Prefix("the? (early | earlier) (in | on)? the? | early DASH", "start", "calendar"),
    Prefix("the? mid DASH? | (the)? middle of the?", "middle", "calendar"),
    Prefix("the? (late | later) (in | on)? the? | late DASH", "end", "calendar"),
    Prefix("the? (beginning | start) of the?", "start", "calendar"),
    Prefix("the? (end | close) of the?", "end", "calendar"),
    Prefix(
        "about | around | roughly | approximately | almost | nearly | some | circa",
        "approximate",
        "any",
    ),
    Prefix("over", "more", "amount"),
    Prefix("at least | no less than", "at least", "duration"),
    Prefix("less than | under | fewer than", "less", "duration"),
    Prefix("up to | at most | no more than", "at most", "duration"),
    Prefix("more than", "more", "duration"),
)

OPEN = {
    "since": "after", "after": "after", "from": "after", "before": "before", "by": "before",
    "until": "before", "till": "before", "around": "approximate", "about": "approximate",
    "circa": "approximate",
}  # fmt: skip

RANGES = frozenset(
    {
        ("between", "and"),
        *(("from", word) for word in ("to", "until", "till")),
        *(("", word) for word in ("through", "-", "–")),
    }
)

NUMBERS = (
    "(TEENS | TENS) DASH? TENS (DASH? ONES)?",
    "(TEENS | TENS) DASH? TEENS",
    "(TENS DASH ONES | TENS ONES)",
    "(two | one | a) thousand (and? ((TENS (DASH? ONES)?) | TEENS | ONES))?",
    "(ONES | a) hundred (and? ((TENS (DASH? ONES)?) | TEENS | ONES))?",
    "(INT | ONES | TEENS | TENS) (million | billion)",
)

ENGLISH = Language(
    code="en",
    words=WORDS,
    proper=PROPER,
    rules=(
        *NAMES,
        *NAMED_DAYS,
        *DATES,
        *DAYS,
        *TIMES,
        *SHIFTS,
        *QUARTERS,
        *SETS,
        *DURATIONS,
        *REFERENCES,
        *HOLIDAYS,
    ),
    prefixes=PREFIXES,
    numbers=NUMBERS,
    parts=PARTS,
    day_first=False,
    endings={"ed": -2},
    open_before=OPEN,
    ranges=RANGES,
)
