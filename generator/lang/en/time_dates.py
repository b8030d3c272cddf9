"""English: dates, months, years and centuries. The parts are in `times.py`."""

from __future__ import annotations

from generator.lang.language import Rule

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
    Rule("the? year (YEAR | NUMBER)", "year", "the year 2000", not_before="COUNTED"),
    Rule("{fiscal} year? YEAR | fy YEAR", "year", "fiscal 2024"),
    Rule("YEAR and beyond", "year", "2030 and beyond"),
    Rule("SHORTYEAR", "year", "back in '98", after="in|of|since|IN"),
    Rule("the INT s", "decade", "in the 70s", not_before="OF"),
    Rule("the? DECADE", "decade", "the 1990s, the nineties", not_after="DOT"),
    Rule("the? ORDINAL DASH? century", "century", "the 20th century"),
    Rule("the? (SHIFT | STEP) century", "unit", "this century"),
    Rule("(the | this | last | next | that) past? SEASON", "season", "this summer"),
    Rule("the? SEASON (of | COMMA)? (YEAR | SHIFT year)", "season", "the summer of 1968"),
    Rule("the? SEASON {counted}", "season", "the summer two years ago"),
    Rule(
        "the? (northern | southern) hemisphere (DASH | POSSESSIVE)? SEASON"
        " | SEASON in the (northern | southern) hemisphere",
        "season_of_hemisphere",
        "the northern hemisphere winter",
    ),
    Rule("SEASON", "season", "in autumn", after="in|by|since|until|early|late|mid"),
)
