"""Russian: explicit dates, and the relative ones that are safe to read.

A year needs "год" or "г." beside it, or a preposition and a range; a weekday needs "в" before it
("в пятницу").
"""

from __future__ import annotations

from generator.lang.language import Prefix, Rule, TimeRules
from generator.lang.ru.time_words import PROPER, WORDS
from generator.lang.words import words

PARTS = {
    "words": "YEARABBR DOT | YEARWORD",
    "year": "YEAR {words}?",
    "counted": "(SHIFT | STEP | EITHER) же? (года | году)",  # прошлого года, того же года
    "dayno": "DAY (DASH (го | е))?",
    "ofmonth": "OFMONTH | ABBREV DOT?",
    "date": "(WEEKDAY COMMA?)? {dayno} {ofmonth} (COMMA? {year} | {counted})?",
    "bc": "до (н DOT? э DOT? | нашей эры)",
}

RULES = (
    Rule("{date}", "day", "22 марта 2024 года"),
    Rule("ISO | NUMERIC | COMPACT", "figures", "22.03.2024"),
    Rule("SPAN {words}?", "span", "1998–2001 годы", not_after="CURRENCY|HASH"),
    Rule(
        "({dayno} COMMA)? ({dayno} COMMA)? {dayno} COMMA? (и | по | DASH) {dayno} {ofmonth}"
        " ({year} | {counted})?",
        "day_list",
        "20, 21 и 22 мая 2024 года",
    ),
    Rule(
        "(NUMBER (и | по | DASH))? NUMBER {words}? {bc} | SPAN {words}? {bc}"
        " | ROMAN (век | века | веке | веков) {bc}",
        "nothing",
        "44 год до н. э.",
    ),
    Rule(
        "{dayno} (по | DASH | и) {dayno} OFMONTH ({year} | {counted})?",
        "day_range",
        "с 3 по 6 мая 2021 года",
    ),
    Rule(
        "MONTH (по | DASH | и) MONTH ({year} | {counted})?",
        "month_range",
        "с марта по июнь 2019 года",
    ),
    Rule("MONTH {year}", "month", "в марте 2024 года"),
    Rule("MONTH {counted}", "month", "в марте прошлого года"),
    Rule("INMONTH", "month", "в марте", after="в"),
    Rule("OFMONTH", "month", "с марта", after="с|до|после|от"),
    Rule("YEAR {words} | YEAR DASH (м | го | й) YEARWORD?", "year", "в 1998 году"),
    Rule(
        "YEAR",
        "year",
        "с 1958 по 1969 год",
        after="с|по|до|между|и|OPEN",
        not_before="DASH|UNIT|PERCENT",
    ),
    Rule("YEAR DASH (е | х) YEARWORD?", "decade_of_year", "1990-е годы"),
    Rule("ROMAN (век | века | веке | веков)", "century", "в XIX веке"),
    Rule("SEASON YEAR YEARWORD", "season", "летом 1968 года"),
    Rule("WEEKDAY (COMMA? PART)?", "day", "в пятницу", after="в|во|с|до"),
    Rule("SHIFT WEEKDAY", "day", "в прошлую пятницу"),
    Rule("DEICTIC PART?", "day", "вчера вечером"),
    Rule("позавчера", "two_days_ago", "позавчера"),
    Rule("SHIFT SINGLE", "unit", "в прошлом году"),
    Rule("STEP SINGLE", "unit", "на следующий день"),
    Rule(
        "(NUMBER | VAGUE)? UNIT (назад | спустя) | (через | спустя) (NUMBER | VAGUE)? UNIT",
        "ago",
        "два дня назад",
    ),
    Rule("(NUMBER | VAGUE) UNIT", "duration", "три года"),
    Rule("CLOCK", "clock", "в 9:30", after="в"),
    Rule("EVERY (UNIT | WEEKDAY)", "every", "каждый год"),
    Rule("ADVERB", "adverb", "ежегодно"),
    Rule("PRESENT", "now", "сейчас"),
    Rule("BYGONE", "before_now", "недавно"),
)

TIMES = TimeRules(
    words=WORDS,
    proper=PROPER,
    rules=RULES,
    prefixes=(
        Prefix("в? (начале | начала)", "start", "calendar"),
        Prefix("(середине | середины)", "middle", "calendar"),
        Prefix("(конце | конца)", "end", "calendar"),
        Prefix("около | примерно", "approximate", "any"),
        Prefix("более", "more", "duration"),
    ),
    parts=PARTS,
    day_first=True,
    endings={
        "ился": -2,
        "илась": -2,
        "лись": -2,
        "ал": -2,
        "али": -2,
        "ила": -2,
        "или": -2,
        "ала": -2,
    },
    open_before={"с": "after", "после": "after", "до": "before", "к": "before"},
    ranges=frozenset({("с", "по"), ("с", "до"), ("между", "и")}),
    date_prepositions=words("в"),
    clock_prepositions=words("в"),
)
