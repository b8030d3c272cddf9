"""Spanish: explicit dates, and the relative ones that are safe to read.

Months and weekdays are written in small letters; the day comes before the month ("22 de marzo de
2024") and figures are day first. A weekday needs its article ("el viernes").
"""

from __future__ import annotations

from generator.lang.es.holidays import HOLIDAYS
from generator.lang.es.time_words import PROPER, WORDS
from generator.lang.language import Prefix, Rule, TimeRules
from generator.lang.words import words


def era_rules(era: str, name: str, example: str) -> tuple[Rule, ...]:
    """The rules of an era.

    era: whether its years are counted "forward" or "backward"
    name, example: a pattern of its letters, and a year with them
    """
    letters = example.partition(" ")[2]
    year, to = f"(el? año? NUMBER) {name}", "(y | a | al | o | e | hasta | DASH | SLASH)"
    roman = f"(ROMAN (y | a | al | o | DASH))? (el? siglo)? ROMAN {name}"
    parts = (
        ("era_year", year, example),
        ("era_years", f"NUMBER {to} el? año? NUMBER {name} | SPAN {name}", f"49 a 44 {letters}"),
        ("era_day", f"el? {{dayno}} de MONTH (de | del)? {year}", f"15 de marzo del {example}"),
        ("era_month", f"MONTH (de | del)? {year}", f"marzo del {example}"),
        ("era_century", f"(el | los)? (siglo | siglos) {roman}", f"siglo V {letters}"),
        ("era_decade", f"(los? años | la? década de) NUMBER {name}", f"los años 60 {letters}"),
        ("era_millennium", f"el? ORDINAL milenio {name}", f"el tercer milenio {letters}"),
    )
    return tuple(Rule(pattern, function, text, argument=era) for function, pattern, text in parts)


PARTS = {
    "year": "(de | del | COMMA) año? YEAR | YEAR",
    # del año pasado · de este año · del año que viene · de hace dos años
    "counted": "(de | del) (SHIFT | STEP) mismo? año"
    " | del año (SHIFT | STEP | que SHIFT | en SHIFT) | de hace NUMBER (año | años)",
    "dayno": "DAY | ORDINAL",
    "date": "(el? WEEKDAY COMMA?)? (el? día)? el? {dayno} de MONTH ({year} | {counted})?",
    "bc": "a DOT? c DOT? | ac | a DOT? e DOT? c DOT? | aec | a DOT n DOT e DOT?"
    " | antes de (cristo | nuestra era | la era común)",
    "ad": "d DOT? c DOT? | e DOT c DOT? | n DOT e DOT?"
    " | después de cristo | de (nuestra era | la era común)",
    "number": "NUMBER | VAGUE",
    "to": "al | a | y | hasta | DASH",
    "clock": "(las | la)? CLOCK (horas | h)?",
}

# After 2001 these are the days of that year's and of 2004's attacks, in any report.
NAMED_DAYS = (
    Rule(
        "el? INT de (septiembre | setiembre)",
        "epochal",
        "ha cambiado desde el 11 de septiembre",
        after="AFTER",
        not_before="hasta|al|a|de|del|COMMA",
        argument="2001-09-11",
    ),
    *(
        Rule(
            f"INT de {month}",
            "fixed",
            f"los atentados del {day[8:]} de {month}",
            after="ATTACK del",
            not_before="de|del|COMMA",
            argument=day,
        )
        for month, day in (("septiembre", "2001-09-11"), ("marzo", "2004-03-11"))
    ),
    Rule("INT DASH m", "fixed", "el 11-M", argument="2004-03-11"),
    Rule("INT DASH s", "fixed", "el 11-S", argument="2001-09-11"),
)

RULES = (
    *NAMED_DAYS,
    Rule("{date}", "day", "el viernes 22 de marzo de 2024"),
    Rule(
        "el? {dayno} de? ABBREV DOT? (de | del)? YEAR | MONTH {dayno} COMMA? (de | del)? YEAR",
        "day",
        "13 mar. 2005, agosto 23 de 2021",
    ),
    Rule("DAY DASH MONTH DASH YEAR", "day", "3-may-2019"),
    Rule("DAY MONTH", "day", "Madrid, 23 mayo (EFE)", after="COMMA", only_before="OPEN"),
    # the number of a law gives its year
    Rule(
        "YEAR COMMA de {dayno} de MONTH",
        "day_of_law",
        "Ley 39/2015, de 1 de octubre",
        after="SLASH",
    ),
    Rule("SPAN COMMA de {dayno} de MONTH", "day_of_law", "1312/2015, de 1 de octubre"),
    Rule("el? {dayno} de MONTH (de | del) SMALL", "coded_day", "23 de febrero de 81"),
    Rule("(ISO | NUMERIC) (COMMA | a las)? CLOCK", "clock", "28/03/2003 a las 11:31"),
    Rule("ISO | NUMERIC | COMPACT", "figures", "22/03/2024"),
    Rule("SPAN", "span", "1998-2001", not_after="CURRENCY|HASH"),
    Rule(
        "el? ({dayno} COMMA)? ({dayno} COMMA)? {dayno} COMMA? {to} el? {dayno} de MONTH"
        " ({year} | {counted})?",
        "day_list",
        "los días 20, 21 y 22 de mayo",
    ),
    *era_rules("backward", "{bc}", "44 a. C."),
    *era_rules("forward", "{ad}", "79 d. C."),
    Rule("año? NUMBER de la hégira", "nothing", "el año 622 de la hégira"),
    Rule("antier | anteayer", "two_days_ago", "anteayer"),
    Rule("pasado mañana | antes de ayer", "two_days", "pasado mañana"),
    Rule(
        "el? {dayno} {to} el? {dayno} de MONTH ({year} | {counted})?",
        "day_range",
        "del 3 al 6 de mayo de 2021",
    ),
    Rule(
        "MONTH (a | y | hasta) MONTH ({year} | {counted})?",
        "month_range",
        "de marzo a junio de 2019",
    ),
    Rule("MONTH {year}", "month", "marzo de 2024"),
    Rule("MONTH {counted}", "month", "marzo del año pasado"),
    Rule(
        "MONTH (de | del) (SMALL | SHORTYEAR)",
        "coded_month",
        "mayo del 68",
        not_before="PERCENT|COUNTED|UNIT",
    ),
    Rule("MONTH SHIFT?", "month", "en marzo", after="IN"),
    Rule("el? (pasado | próximo) MONTH", "month", "el pasado mayo"),
    Rule("el? {dayno} de MONTH SHIFT | el? SHIFT {dayno} de MONTH", "day", "el 14 de marzo pasado"),
    Rule(
        "{dayno} de MONTH (al | a | hasta | DASH) {dayno} de MONTH ({year} | {counted})",
        "long_range",
        "del 28 de abril al 2 de mayo de 2023",
    ),
    Rule(
        "(calle | avenida | plaza | paseo | parque | barrio | puente | hospital | estadio)"
        " (de | del)? DAY de MONTH",
        "nothing",
        "la avenida 9 de Julio",
    ),
    Rule("YEAR", "entry_year", "1905: la mina abre", only_before="COLON"),
    Rule("YEAR", "year", "en 1998", after="IN|OPEN|año|COMMA", not_before="PERCENT|COUNTED|UNIT"),
    Rule("el? año YEAR", "year", "el año 1998"),
    Rule("la década de (los)? (DECADE | YEAR)", "decade", "la década de 1990"),
    Rule("los? años (DECADE | INT) (del siglo ROMAN)?", "decade", "los años noventa"),
    Rule("el? siglo ROMAN", "century", "el siglo XIX"),
    Rule("el? siglo SHIFT", "century", "el siglo pasado"),
    Rule("siglos ROMAN {to} ROMAN", "era_century", "siglos XVI y XVII", argument="forward"),
    Rule(
        "el? ORDINAL trimestre (de | del)? (YEAR | {counted})",
        "quarter",
        "el primer trimestre de 2023",
    ),
    Rule(
        "(el | la)? HALFWORD (semestre | mitad) (de | del)? (YEAR | {counted})",
        "half",
        "la segunda mitad de 2023",
    ),
    Rule(
        "(el | la | este | esta)? SEASON (de | del)? (YEAR | año SHIFT)",
        "season",
        "el verano de 1968",
    ),
    Rule(
        "el? (SHIFT | STEP)? WEEKDAY (SHIFT | STEP)? (por la PART)?",
        "day",
        "el viernes",
        after="el|este|ese|pasado|próximo|del|al",
    ),
    Rule("el (SHIFT | STEP)? WEEKDAY (SHIFT | STEP)? (por la PART)?", "day", "el pasado viernes"),
    Rule("el? WEEKDAY DAY", "weekday_and_day", "el lunes 18", not_before="de|y|a|al|COMMA"),
    Rule("(el | al)? SHIFT día DAY", "numbered_day", "el próximo día 20", not_before="de"),
    Rule("el día DAY", "numbered_day", "el día 15", not_before="de|y|a|al|COMMA"),
    Rule("el? DAY (del SHIFT | de (SHIFT | STEP)) mes", "numbered_day", "el 14 del corriente mes"),
    Rule("la NEARBY", "day_beside", "la víspera", not_before="de|del"),
    Rule("anoche", "part", "anoche"),
    Rule("(hoy | ayer) (por la PART)?", "day", "ayer por la tarde"),
    Rule("mañana (por la PART)?", "day", "mañana", not_after="la|esta|cada|toda|una|de|las"),
    Rule("(esta | la) PART", "part", "esta mañana", not_after="por|a|de|EVERY"),
    Rule(
        "(el | la)? (SHIFT | STEP) SINGLE | (el | la) SINGLE (que viene | SHIFT | STEP)",
        "unit",
        "la semana pasada",
    ),
    Rule("(el | al) día STEP", "unit", "al día siguiente"),
    Rule("(hoy | ayer) hace {number} UNIT", "ago_beside", "hoy hace diez años"),
    Rule("hace {number} UNIT | hace PLURAL", "ago", "hace dos años"),
    Rule("dentro de {number} UNIT", "ago", "dentro de dos días"),
    Rule("(el | este)? (pasado | próximo)? fin de semana", "weekend", "el fin de semana"),
    Rule("(los | las) STRETCH PLURAL", "vague_duration", "los últimos años"),
    Rule("HALFOF SINGLE", "duration", "media hora"),
    Rule("{number} SINGLE y medio", "and_half", "un año y medio"),
    Rule(
        "{number} UNIT (después | antes | más tarde)",
        "ago",
        "dos días después",
        not_before="de|del|que",
    ),
    Rule("(las)? INT (horas | h)", "hours", "a las 17 horas", after="a"),
    Rule("(las | la)? (CLOCK | DECIMAL | INT COMMA INT) (horas | h)", "hours", "las 19.30 horas"),
    Rule(
        "(las | la) (CLOCK | DECIMAL) (horas | h)? (de | del) (WEEKDAY | hoy | ayer)",
        "hours",
        "a las 15.30 horas de ayer",
    ),
    Rule(
        "(HOUR | OCLOCK) (de la PART)? (de | del) (WEEKDAY | hoy | ayer)",
        "clock",
        "a las 8 del lunes",
        after="las|la",
    ),
    Rule("POINT", "clock", "a medianoche", after="a|al"),
    Rule("(los | las)? STRETCH? {number} UNIT", "duration", "tres meses", not_before="de edad"),
    Rule("{number} años de edad", "nothing", "32 años de edad"),
    Rule(
        "(la | las)? (noche | noches) del ({dayno} (de MONTH)? al {dayno} de MONTH"
        " ({year} | {counted})? | WEEKDAY al WEEKDAY)",
        "night_between",
        "la noche del 3 al 4 de mayo",
    ),
    Rule("la? PART del ({date} | WEEKDAY SHIFT?)", "part", "la noche del 3 de mayo"),
    Rule("(CLOCK | DECIMAL) horas?", "clock", "a las 9:30", after="las|la", not_before="PERCENT"),
    Rule("(HOUR | OCLOCK) de la PART", "clock", "a las 5 de la tarde", after="las|la"),
    Rule("EVERY (NUMBER? UNIT | WEEKDAY | MONTH)", "every", "cada año"),
    Rule("todos los (WEEKDAYS)", "weekdays", "todos los viernes"),
    Rule("ADVERB", "adverb", "anualmente"),
    Rule("PRESENT", "now", "ahora"),
    Rule("BYGONE | hace poco", "before_now", "recientemente"),
    *HOLIDAYS,
)

TIMES = TimeRules(
    words=WORDS,
    proper=PROPER,
    rules=RULES,
    prefixes=(
        Prefix("(principios | comienzos | inicios) (de | del)", "start", "calendar"),
        Prefix("mediados (de | del)", "middle", "calendar"),
        Prefix("(fines | finales) (de | del)", "end", "calendar"),
        Prefix("alrededor (de | del) | hacia el? | unos | (c | ca) DOT", "approximate", "any"),
        Prefix("más de", "more", "duration"),
    ),
    numbers=("TENS y ONES",),
    parts=PARTS,
    day_first=True,
    endings={"aron": -2, "ieron": -2, "rán": 1, "rá": 1, "ó": -2},
    open_before={
        "desde": "after",
        "tras": "after",
        "hasta": "before",
        "antes": "before",
        "hacia": "approximate",
    },
    ranges=frozenset(
        {("", "-"), ("", "–"), ("entre", "y"), ("de", "a"), ("desde", "hasta"), ("del", "al")}
    ),
    date_prepositions=words("en el"),
    clock_prepositions=words("las"),
    plural=r"\w{3,}s",
)
