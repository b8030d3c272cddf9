"""Russian: explicit dates, and the relative ones that are safe to read.

A year needs "год" or "г." beside it, or a preposition and a range; a weekday needs "в" before it
("в пятницу").
"""

from __future__ import annotations

from generator.lang.language import Prefix, Rule, TimeRules
from generator.lang.ru.holidays import HOLIDAYS
from generator.lang.ru.time_words import PROPER, WORDS
from generator.lang.words import words


def era_rules(era: str, name: str, letters: str) -> tuple[Rule, ...]:
    """The rules of an era.

    era: whether its years are counted "forward" or "backward"
    name, letters: a pattern of its letters, and these themselves
    """
    year = f"NUMBER {{words}}? {name}"
    parts = (
        ("era_year", year, f"44 год {letters}"),
        (
            "era_years",
            f"NUMBER {{words}}? (и | или | по | DASH | SLASH) {year} | SPAN {{words}}? {name}",
            f"480—479 годы {letters}",
        ),
        ("era_day", f"{{dayno}} {{ofmonth}} {year}", f"15 марта 44 года {letters}"),
        ("era_month", f"MONTH {year}", f"март 44 года {letters}"),
        (
            "era_century",
            f"(ROMAN {{century}}? (и | или | по | DASH))? ROMAN {{century}} {name}",
            f"V век {letters}",
        ),
        ("era_decade", f"NUMBER DASH (е | х) {{words}}? {name}", f"440-е годы {letters}"),
        ("era_millennium", f"(ROMAN | ORDINAL) THOUSANDS {name}", f"III тысячелетие {letters}"),
    )
    return tuple(Rule(pattern, function, text, argument=era) for function, pattern, text in parts)


PARTS = {
    "words": "YEARABBR DOT | YEARWORD",
    "year": "YEAR ({words} | DASH го)?",
    # прошлого года, того же года, с. г.
    "counted": "(SHIFT | STEP | EITHER) же? (года | году) | OFYEAR DOT г DOT",
    "dayno": "DAY (DASH (го | е))? | ORDINAL",
    "ofmonth": "OFMONTH | ABBREV DOT?",
    "date": "(WEEKDAY COMMA?)? {dayno} {ofmonth} (COMMA? {year} | {counted})?",
    "bc": "до (н DOT? э DOT? | нашей эры | р DOT? х DOT? | рождества христова)",
    "ad": "н DOT? э DOT? | нашей эры | (от | по) (р DOT? х DOT? | рождества христова)",
    "century": "CENTURY | (в | вв) DOT",
}

RULES = (
    # After 2001 it is the day of that year's attacks, in any report.
    Rule(
        "INT (сентября | сент DOT?)",
        "epochal",
        "изменилось с 11 сентября",
        after="AFTER",
        not_before="по|до|DASH|YEAR|COMMA",
        argument="2001-09-11",
    ),
    Rule(
        "INT (сентября | сент DOT?)",
        "fixed",
        "теракты 11 сентября",
        after="ATTACK",
        not_before="YEAR|COMMA",
        argument="2001-09-11",
    ),
    Rule("{date}", "day", "22 марта 2024 года"),
    Rule("(ISO | NUMERIC) (COMMA | в)? CLOCK", "clock", "28.03.2003 в 11:31"),
    Rule("ISO | NUMERIC | COMPACT", "figures", "22.03.2024"),
    Rule("SPAN {words}?", "span", "1998–2001 годы", not_after="CURRENCY|HASH"),
    Rule(
        "({dayno} COMMA)? ({dayno} COMMA)? {dayno} COMMA? (и | по | DASH) {dayno} {ofmonth}"
        " ({year} | {counted})?",
        "day_list",
        "20, 21 и 22 мая 2024 года",
    ),
    *era_rules("backward", "{bc}", "до н. э."),
    *era_rules("forward", "{ad}", "н. э."),
    Rule("NUMBER {words}? хиджры", "nothing", "622 год хиджры"),
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
    Rule(
        "{dayno} {ofmonth} (по | до | DASH) {dayno} {ofmonth} ({year} | {counted})",
        "long_range",
        "с 28 апреля по 2 мая 2023 года",
    ),
    Rule(
        "(улица | улице | улицу | ул DOT | площадь | площади | пл DOT | проспект | проспекте)"
        " DAY OFMONTH",
        "nothing",
        "на улице 8 Марта",
    ),
    Rule("YEAR", "entry_year", "1905: шахту открыли", only_before="COLON"),
    Rule("OFMONTH ({year} | {counted})?", "month", "20-х числах марта", after="числах|чисел"),
    Rule("MONTH SMALL DASH го", "coded_month", "в мае 68-го"),
    Rule("DAY (DASH (го | е))? числа", "numbered_day", "20-го числа"),
    Rule("SHIFT INMONTH", "month", "в минувшем октябре", after="в"),
    Rule("INMONTH", "month", "в марте", after="в"),
    Rule("OFMONTH", "month", "с марта", after="с|до|после|от"),
    Rule("YEAR {words} | YEAR DASH (м | го | й) YEARWORD?", "year", "в 1998 году"),
    Rule(
        "YEAR",
        "year",
        "с 1958 по 1969 год",
        after="с|по|до|между|и|OPEN",
        not_before="DASH|UNIT|PERCENT|COUNTED",
    ),
    Rule("YEAR DASH (е | х) YEARWORD?", "decade_of_year", "1990-е годы"),
    Rule(
        "INT DASH (е | х) YEARWORD? (ROMAN {century})?",
        "decade",
        "в 90-х",
        after="IN|начале|начала|конце|конца|середине|середины",
        not_before="числах|чисел",
    ),
    Rule("DECADE YEARWORD (ROMAN {century})?", "decade", "восьмидесятые годы"),
    Rule(
        "ROMAN {century}? (и | DASH) ROMAN {century}",
        "era_century",
        "XVI–XVII вв.",
        argument="forward",
    ),
    Rule("(ROMAN | ORDINAL | SHIFT) {century}", "century", "в XIX веке"),
    Rule(
        "(ORDINAL | ROMAN) (квартал | квартала | квартале) (YEAR | SHIFT) YEARWORD",
        "quarter",
        "в первом квартале 2023 года",
    ),
    Rule(
        "HALFWORD (полугодии | полугодие | половине | половину) (YEAR | SHIFT) YEARWORD",
        "half",
        "в первом полугодии 2023 года",
    ),
    Rule("YEAR", "year", "2004 и 2005 годов", only_before="(и | COMMA | DASH) YEAR {words}"),
    Rule("года", "unit", "до конца года", after="начала|начале|конца|конце|середины|концу|началу"),
    Rule("SEASON (YEAR YEARWORD | {counted})", "season", "летом 1968 года"),
    Rule("SHIFT SEASON", "season", "прошлым летом"),
    Rule("WEEKDAY (COMMA? PART)?", "day", "в пятницу", after="в|во|с|до|по"),
    Rule("SHIFT WEEKDAY", "day", "в прошлую пятницу"),
    Rule(
        "(ночь | ночи) (с | со) ({dayno} {ofmonth}? на {dayno} {ofmonth} ({year} | {counted})? |"
        " WEEKDAY на WEEKDAY)",
        "night_between",
        "в ночь с 3 на 4 мая",
    ),
    Rule(
        "(утро | утра | вечер | ночь) ({dayno} {ofmonth} ({year} | {counted})? | WEEKDAY)",
        "part",
        "утро 4 мая",
    ),
    Rule(
        "(ночь | ночи) на ({dayno} {ofmonth} ({year} | {counted})? | WEEKDAY)",
        "part",
        "в ночь на 4 мая",
    ),
    Rule(
        "PART {dayno} {ofmonth} ({year} | {counted})?"
        " | PART (в | во) SHIFT? WEEKDAY (COMMA {dayno} {ofmonth} ({year} | {counted})?)?",
        "part",
        "утром 4 мая",
    ),
    Rule("DEICTIC PART?", "day", "вчера вечером"),
    Rule("HALFOF тому? (назад | спустя)", "vague_ago", "полгода назад"),
    Rule("позавчера", "two_days_ago", "позавчера"),
    Rule("SHIFT SINGLE", "unit", "в прошлом году"),
    Rule("STEP SINGLE", "unit", "на следующий день"),
    Rule(
        "(NUMBER | VAGUE)? UNIT (тому? назад | спустя) | (через | спустя) (NUMBER | VAGUE)? UNIT",
        "ago",
        "два дня назад",
    ),
    Rule("INT OCLOCK PART?", "clock", "в 21 час", after="в|около|с|до|после"),
    Rule("NUMBER OCLOCK (PART | PM)", "clock", "в десять часов вечера"),
    Rule("POINT", "clock", "в полдень", after="в|до|после"),
    Rule("накануне", "day_beside", "накануне", only_before="DOT|COMMA"),
    Rule("послезавтра", "day_after_tomorrow", "послезавтра"),
    Rule("(NUMBER | VAGUE) UNIT", "duration", "три года"),
    Rule("CLOCK", "clock", "в 9:30", after="в"),
    Rule("CLOCK мск? {dayno} {ofmonth} {year}?", "clock", "в 3:00 мск 15 декабря", after="в"),
    Rule("выходные | выходных", "weekend", "в выходные", after="в|на"),
    Rule("(того | этого) же дня | (тот | этот) же день", "day_beside", "того же дня"),
    Rule("STRETCH NUMBER PLURAL", "stretch", "последние пять лет"),
    Rule("STRETCH (PLURAL | недели)", "vague_duration", "последние годы"),
    Rule("HALFOF", "duration", "полгода"),
    Rule("WEEKDAYS", "weekdays", "по пятницам", after="по"),
    Rule("EVERY (UNIT | WEEKDAY)", "every", "каждый год"),
    *HOLIDAYS,
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
        Prefix("первых (числах | чисел)", "start", "calendar"),
        Prefix("(двадцатых | INT DASH х | последних) (числах | чисел)", "end", "calendar"),
        Prefix("(середине | середины)", "middle", "calendar"),
        Prefix("(конце | конца | концу)", "end", "calendar"),
        Prefix("около | примерно | ок DOT", "approximate", "any"),
        Prefix("более", "more", "duration"),
    ),
    numbers=("TENTH ORDINAL",),
    parts=PARTS,
    day_first=True,
    endings={
        "лось": -2,
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
