"""Russian: the words of times, class by class, with what each is worth.

`generator.lang.en.time_words` explains the classes. Nouns are in the cases that times use.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.lang.words import counted, same

OF_MONTH = counted(
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря", 1
)
MONTH = counted(
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь", 1
)
IN_MONTH = counted(
    "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре", 1
)
SHORT = {
    **counted("янв фев мар апр", 1),
    **counted("июн июл авг сен окт ноя дек", 6),
    "февр": 2,
    "сент": 9,
    "нояб": 11,
}
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
    **same(1.5, "полтора полторы"),
}
MANY = {
    "дни": "day",
    "месяцы": "month",
    "годы": "year",
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
_LATIN = counted("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi", 1)
# The Cyrillic letter is written as often.
ROMAN = _LATIN | {word.replace("x", "х"): number for word, number in _LATIN.items()}
_STEMS = counted(
    "четвёрт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат"
    " шестнадцат семнадцат восемнадцат девятнадцат двадцат",
    4,
) | {"четверт": 4, "тридцат": 30}
_ENDINGS = ("ый", "ой", "ого", "ом", "ое")
ORDINALS = {
    **same(1, "первый первого первом первое"),
    **same(2, "второй второго втором второе"),
    **same(3, "третий третьего третьем третье"),
    **{stem + ending: number for stem, number in _STEMS.items() for ending in _ENDINGS},
}
TENTHS = {"двадцать": 20, "тридцать": 30}
_DECADES = counted("двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност", 2)

WORDS: Mapping[str, Mapping[str, object]] = {
    "MONTH": {**OF_MONTH, **MONTH, **IN_MONTH, **SHORT},
    "ABBREV": SHORT,
    "OFMONTH": OF_MONTH,
    "INMONTH": IN_MONTH,
    "WEEKDAY": {**ON_WEEKDAY, **OF_WEEKDAY},
    "NUMBER": NUMBERS,
    "VAGUE": same("X", "несколько много"),
    "UNIT": {**FEW, **MANY, "полгода": "year", "полчаса": "hour"},
    "SINGLE": FEW,
    "PLURAL": MANY,
    "SHIFT": {
        **same(-1, "прошлом прошлый прошлого прошлую прошлой"),
        **same(-1, "минувшем минувшего минувшей минувшую прошедшем прошедшего прошедшую"),
        **same(-2, "позапрошлом позапрошлого"),
        **same(-1, "последние последних"),
        **same(1, "ближайшие ближайших ближайшую ближайший"),
        **same(-1, "прошлым"),
        **same(0, "этим нынешним нынешней"),
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
    "PART": {
        **same("MO", "утром утро утра"),
        **same("AF", "днём"),
        **same("EV", "вечером вечер вечера"),
        **same("NI", "ночью ночь ночи"),
    },
    "PM": {"дня": ""},
    "POINT": {**same("12:00", "полдень полудня"), **same("24:00", "полночь полуночи")},
    "NEARBY": {"накануне": -1},
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
    "AFTER": same("", "с со после"),
    "STARTING": same("", "с со"),  # before what was and what will be
    "ATTACK": same("", "теракт теракты терактов терактах терактам теракта атаки атак нападения"),
    "HABIT": same("", "обычно всегда часто никогда иногда"),
    "BETWEEN": {"между": ""},
    "AND": {"и": ""},
    "OR": {"или": ""},
    "ORDINAL": ORDINALS,
    "TENTH": TENTHS,
    "HALFWORD": {
        **same(1, "первом первого первое первой первую"),
        **same(2, "втором второго второе второй вторую"),
    },
    "HALFOF": same("", "полгода полчаса"),
    "DECADE": {
        stem + ending: number
        for stem, number in _DECADES.items()
        for ending in ("ые", "е", "ых", "х")
    },
    # A year by its distance from that of publication: "с. г."
    "OFYEAR": {"с": 0, "т": 0},
    "STRETCH": same("", "последние последних ближайшие ближайших"),
    "COUNTED": same("", "руб рублей долларов евро человек людей метров м км тонн тыс млн"),
    "OCLOCK": same("", "час часа часов"),
    "WEEKDAYS": counted("понедельникам вторникам средам четвергам пятницам субботам воскресеньям"),
    "CENTURY": same("", "век века веке веков веках веками"),
    "THOUSANDS": same("", "тысячелетие тысячелетия тысячелетии тысячелетий"),
    "IN": same("", "в во с со до по к от после около между и на за"),
    "YEARWORD": same("", "год года году годом годы годов годах годам"),
    "YEARABBR": same("", "г гг"),
}
PROPER: Mapping[str, Mapping[str, object]] = {"ROMAN": ROMAN}
