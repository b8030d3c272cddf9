"""English: patterns of times, each beside an example. The words are in `time_words.py`.

Extents follow the TimeML annotation guidelines 1.2.1 (Saurí et al. 2006) and TIDES (Ferro et al.
2005): the article, "early", "about" and "ago" belong to the expression, prepositions do not.
"""

from __future__ import annotations

from generator.lang.en.holidays import HOLIDAYS, NAMED_DAYS
from generator.lang.en.no_times import BEFORE_OUR_ERA, NAMES
from generator.lang.en.time_lengths import DURATIONS, SETS
from generator.lang.en.time_words import PROPER, WORDS
from generator.lang.language import Prefix, Rule, TimeRules
from generator.lang.words import words

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
    "item": "({weekday} COMMA? the?)? {dayno}",
    "bc": "bc | bce | b DOT c DOT? | b DOT c DOT e DOT?",
    "ad": "ad | ce | a DOT d DOT? | c DOT e DOT?",
    "to": "to | DASH | through | until | till | and",
    "fiscal": "fiscal DASH?",
    "smallhours": "the (early | small | wee) hours",
}

DATES = (
    Rule("SHIFT? {date}", "day", "on Friday, March 22, 2024"),
    Rule("{date} {counted}", "day", "14 February last year", not_before="POSSESSIVE"),
    Rule("{date} COMMA SHIFT year", "day", "on 14 February, last year,", only_before="{end}"),
    Rule("DAY DASH {month} DASH YEAR | YEAR {month} DAY", "day", "21-Mar-2024"),
    Rule("ISO | NUMERIC | COMPACT", "figures", "2024-03-22, 22/03/2024", not_after="NUMBERED"),
    Rule("SPAN", "span", "2010-12, 1998-2001", not_after="CURRENCY|NUMBERED|HASH"),
    Rule("{month} {dayno} {to} {dayno} {year}?", "day_range", "May 3-6, 2024"),
    Rule("the? {dayno} {to} the? {dayno} of? {month} {year}?", "day_range", "4 to 6 August"),
    Rule(
        "({month} {dayno} {to} {dayno} | the? {dayno} {to} the? {dayno} of? {month}) {counted}",
        "day_range",
        "3 to 6 May last year",
        not_before="POSSESSIVE",
    ),
    Rule(
        "{month} {dayno} {to} {month} {dayno} {year} | {dayno} of? {month} {to} {dayno} of? {month}"
        " {year}",
        "long_range",
        "28 March to 2 April 2023",
    ),
    Rule(
        "({month} {dayno} {to} {month} {dayno} | {dayno} of? {month} {to} {dayno} of? {month})"
        " {counted}",
        "long_range",
        "between March 30 and April 2 last year",
        not_before="POSSESSIVE",
    ),
    Rule(
        "the? {item} (COMMA {item})? (COMMA {item})? (COMMA {item})? COMMA? ({to} | or) the? {item}"
        " of? {month} {year}?",
        "day_list",
        "Monday 20, Tuesday 21 and Wednesday 22 May 2024",
    ),
    Rule(
        "{month} {dayno} COMMA {dayno} (COMMA {dayno})? (COMMA {dayno})? COMMA? (and | or) {dayno}"
        " {year}?",
        "day_list",
        "May 3, 4 and 7",
    ),
    Rule("{weekday} COMMA? the? ORDINAL", "weekday_and_day", "Monday the 18th"),
    Rule(
        "({month} {dayno} COMMA? | the? {dayno} of? {month} COMMA?) SPAN",
        "day_of_double_year",
        "5 March 1712/13",
    ),
    Rule("the? ORDINAL day of {month} COMMA? YEAR", "day", "the 30th day of April, 1789"),
    # Spellings that need a year to be sure.
    Rule(
        "FULL DOT {dayno} COMMA? YEAR | DAY DOT (FULL | ABBREV DOT?) YEAR",
        "day",
        "May. 9, 2019; 9. June 2019",
    ),
    Rule("DAY SLASH {month} SLASH YEAR | DAY DOT {month} DOT? YEAR", "day", "9/June/2019"),
    Rule("DAY DASH {month} DASH SMALL | DAY ABBREV SMALL", "coded_day", "05-Mar-24"),
    Rule(
        "the? {dayno} of? LOWMONTH COMMA? YEAR | LOWMONTH {dayno} COMMA? YEAR",
        "day",
        "31st march, 2016",
    ),
    Rule("LOWMONTH YEAR", "month", "in october 2016", after="in|of|since|IN"),
    Rule("{month} {to} {month} ({year} | {counted})?", "month_range", "from March to June 2024"),
    Rule("{month} or {month} ({year} | {counted})", "month_range", "May or June next year"),
    Rule("{month} (COMMA? of?)? (YEAR | SHORTYEAR)", "month", "March 2024"),
    Rule("{month} {counted}", "month", "June of last year"),
    Rule("LONE | ABBREV DOT", "month", "It opened in October.", not_after="TITLE"),
    Rule("FULL", "month", "in March, mid-March", after="IN|DASH"),
    Rule("FULL", "month_of", "the March meeting", after="the|a|its|their|our"),
    Rule("SHIFT {month}", "month", "last June"),
    Rule(
        "YEAR",
        "year",
        "in 1998",
        not_after="CURRENCY|NUMBERED|HASH|SLASH|COLON|STREET",
        not_before="PERCENT|COUNTED|UNIT|SLASH|MAKE",
    ),
    Rule("the? year (YEAR | NUMBER)", "year", "the year 2000"),
    Rule("{fiscal} year? YEAR | fy YEAR", "year", "fiscal 2024"),
    Rule("YEAR and beyond", "year", "2030 and beyond"),
    Rule("{ad} NUMBER | NUMBER {ad}", "anno_domini", "AD 79, 532 CE"),
    Rule("SHORTYEAR", "year", "back in '98", after="in|of|since|IN"),
    Rule("the INT s", "decade", "in the 70s", not_before="OF"),
    Rule("the? DECADE", "decade", "the 1990s, the nineties", not_after="DOT"),
    Rule("the? ORDINAL DASH? century", "century", "the 20th century"),
    Rule("the? (SHIFT | STEP) century", "unit", "this century"),
    Rule("(the | this | last | next | that) past? SEASON", "season", "this summer"),
    Rule("the? SEASON (of | COMMA)? (YEAR | SHIFT year)", "season", "the summer of 1968"),
    Rule("the? SEASON {counted}", "season", "the summer two years ago"),
    Rule("SEASON", "season", "in autumn", after="in|by|since|until|early|late|mid"),
)

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
    Rule("{date} {counted}? COMMA? at? {clock}", "clock", "March 22 at 9 p.m."),
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

SHIFTS = (
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

PREFIXES = (
    Prefix("the? (early | earlier) (in | on)? the? | early DASH", "start", "calendar"),
    Prefix("the? mid DASH? | (the)? middle of the?", "middle", "calendar"),
    Prefix("the? (late | later) (in | on)? the? | late DASH", "end", "calendar"),
    Prefix("the? (beginning | start) of the?", "start", "calendar"),
    Prefix("the? (end | close) of the?", "end", "calendar"),
    Prefix(
        "about | around | roughly | approximately | almost | nearly | some | circa | (c | ca) DOT",
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

TIMES = TimeRules(
    words=WORDS,
    proper=PROPER,
    rules=(
        *NAMES,
        *BEFORE_OUR_ERA,
        *NAMED_DAYS,
        *DATES,
        *DAYS,
        *CLOCKS,
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
    date_prepositions=words("on in at"),
    clock_prepositions=words("at around by until before after from since till"),
    zone_words="hrs|hours|local time",
    ordinal_endings="st|nd|rd|th|ST|ND|RD|TH|(?<=[23])d",
    decade_endings="['’]?[sS]",
    plural=r"\w{3,}(?<![uis])s",
)
