"""Russian: explicit dates, and the relative ones that are safe to read.

Nouns are listed in the cases that times use. A year needs "год" or "г." beside it, or a
preposition and a range; a weekday needs "в" before it ("в пятницу").
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.analyse.times import interpreters as m
from generator.analyse.times.rules import Language, Prefix, Rule
from generator.analyse.times.wordlists import counted, same

OF_MONTH = counted(
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря", 1
)
MONTH = counted(
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь", 1
)
IN_MONTH = counted(
    "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре", 1
)
ON_WEEKDAY = counted("понедельник вторник среду четверг пятницу субботу воскресенье")
OF_WEEKDAY = counted("понедельника вторника среды четверга пятницы субботы воскресенья")
NUMBERS = {
    **same(1, "один одна одну"),
    **same(2, "два две"),
    **counted("три четыре пять шесть семь восемь девять десять одиннадцать двенадцать", 3),
    "пятнадцать": 15,
    "двадцать": 20,
    "тридцать": 30,
    "сорок": 40,
    "пятьдесят": 50,
    "сто": 100,
}
MANY = {
    "дней": "day",
    "недель": "week",
    "месяцев": "month",
    "лет": "year",
    "веков": "century",
    "кварталов": "quarter",
    "десятилетий": "decade",
    "часов": "hour",
    "минут": "minute",
}
FEW = {
    **same("day", "день дня днём днем"),
    **same("week", "неделя неделю недели неделе"),
    **same("month", "месяц месяца месяце"),
    **same("quarter", "квартал квартала квартале"),
    **same("year", "год года году"),
    **same("decade", "десятилетие десятилетия"),
    **same("century", "век века веке"),
    **same("hour", "час часа"),
    **same("minute", "минута минуту минуты"),
}
ROMAN = counted("xiv xv xvi xvii xviii xix xx xxi", 14)

WORDS: Mapping[str, Mapping[str, object]] = {
    "MONTH": {**OF_MONTH, **MONTH, **IN_MONTH},
    "OFMONTH": OF_MONTH,
    "INMONTH": IN_MONTH,
    "WEEKDAY": {**ON_WEEKDAY, **OF_WEEKDAY},
    "NUMBER": NUMBERS,
    "VAGUE": same("X", "несколько много"),
    "UNIT": {**FEW, **MANY},
    "SINGLE": FEW,
    "PLURAL": MANY,
    "SHIFT": {
        **same(-1, "прошлом прошлый прошлого прошлую прошлой"),
        **same(-1, "минувшем минувшего минувшей минувшую"),
        **same(-2, "позапрошлом позапрошлого"),
        **same(1, "следующем следующей будущем будущей следующего будущего следующую"),
        **same(0, "этом этой этого эту нынешнем нынешнего текущем текущего"),
    },
    # Counted from a date named before, if that is of an earlier year, or else from publication.
    "EITHER": {"следующего": 1},
    "STEP": {
        "следующий": 1,
        **same(-1, "предыдущий предыдущем предыдущего"),
        **same(0, "тот том той того"),
    },
    "AGO": {"назад": -1},
    "LATER": same(1, "спустя через"),
    "DEICTIC": {"вчера": -1, "сегодня": 0, "завтра": 1},
    "PART": {"утром": "MO", "днём": "AF", "вечером": "EV", "ночью": "NI"},
    "SEASON": {
        **same(0, "весна весной весны"),
        **same(1, "лето летом лета"),
        **same(2, "осень осенью осени"),
        **same(3, "зима зимой зимы"),
    },
    "EVERY": same("", "каждый каждую каждое каждая"),
    "ADVERB": {"ежедневно": "P1D", "еженедельно": "P1W", "ежемесячно": "P1M", "ежегодно": "P1Y"},
    "PRESENT": same("", "сейчас теперь ныне"),
    "BYGONE": same("", "недавно"),
    "TENSE": {
        **same(-2, "был была было были стал стала стали"),
        **same(-1, "сказал заявил сообщил сообщила"),
        **same(1, "будет будут планирует намерен намерены должен должна должны собирается"),
    },
    "LEANING": {"с": -1, "к": 1, "до": 1},
    "AND": {"и": ""},
    "IN": same("", "в во с со до по к от после около между и на за"),
    "YEARWORD": same("", "год года году годом годы годов годах годам"),
    "YEARABBR": same("", "г гг"),
}
PROPER: Mapping[str, Mapping[str, object]] = {"ROMAN": ROMAN, "ORDINAL": ROMAN}

PARTS = {
    "words": "YEARABBR DOT | YEARWORD",
    "year": "YEAR {words}?",
    "counted": "(SHIFT | STEP | EITHER) же? (года | году)",  # прошлого года, того же года
    "dayno": "DAY (DASH (го | е))?",
    "date": "(WEEKDAY COMMA?)? {dayno} OFMONTH (COMMA? {year} | {counted})?",
}

RULES = (
    Rule("{date}", m.day, "22 марта 2024 года"),
    Rule("ISO | NUMERIC | COMPACT", m.figures, "22.03.2024"),
    Rule("SPAN {words}?", m.span, "1998–2001 годы", not_after="CURRENCY|HASH"),
    Rule(
        "{dayno} (по | DASH | и) {dayno} OFMONTH ({year} | {counted})?",
        m.day_range,
        "с 3 по 6 мая 2021 года",
    ),
    Rule(
        "MONTH (по | DASH | и) MONTH ({year} | {counted})?",
        m.month_range,
        "с марта по июнь 2019 года",
    ),
    Rule("MONTH {year}", m.month, "в марте 2024 года"),
    Rule("MONTH {counted}", m.month, "в марте прошлого года"),
    Rule("INMONTH", m.month, "в марте", after="в"),
    Rule("OFMONTH", m.month, "с марта", after="с|до|после|от"),
    Rule("YEAR {words} | YEAR DASH (м | го | й) YEARWORD?", m.year, "в 1998 году"),
    Rule(
        "YEAR",
        m.year,
        "с 1958 по 1969 год",
        after="с|по|до|между|и|OPEN",
        not_before="DASH|UNIT|PERCENT",
    ),
    Rule("YEAR DASH (е | х) YEARWORD?", m.decade_of_year, "1990-е годы"),
    Rule("ROMAN (век | века | веке | веков)", m.century, "в XIX веке"),
    Rule("SEASON YEAR YEARWORD", m.season, "летом 1968 года"),
    Rule("WEEKDAY COMMA? PART?", m.day, "в пятницу", after="в|во|с|до"),
    Rule("SHIFT WEEKDAY", m.day, "в прошлую пятницу"),
    Rule("DEICTIC PART?", m.day, "вчера вечером"),
    Rule("позавчера", m.two_days_ago, "позавчера"),
    Rule("SHIFT SINGLE", m.unit, "в прошлом году"),
    Rule("STEP SINGLE", m.unit, "на следующий день"),
    Rule(
        "(NUMBER | VAGUE)? UNIT (назад | спустя) | (через | спустя) (NUMBER | VAGUE)? UNIT",
        m.ago,
        "два дня назад",
    ),
    Rule("(NUMBER | VAGUE) UNIT", m.duration, "три года"),
    Rule("CLOCK", m.clock, "в 9:30", after="в"),
    Rule("EVERY (UNIT | WEEKDAY)", m.every, "каждый год"),
    Rule("ADVERB", m.adverb, "ежегодно"),
    Rule("PRESENT", m.now, "сейчас"),
    Rule("BYGONE", m.before_now, "недавно"),
)

RUSSIAN = Language(
    code="ru",
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
)
