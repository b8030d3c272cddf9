"""Spanish: explicit dates, and the relative ones that are safe to read.

Months and weekdays are written small and stand for themselves; the day comes before the month
("22 de marzo de 2024") and figures are day first. A weekday needs its article ("el viernes").
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.analyse.times import interpreters as m
from generator.analyse.times.rules import Language, Prefix, Rule
from generator.analyse.times.wordlists import counted, same

MONTHS = counted(
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", 1
)
WEEKDAYS = counted("lunes martes miércoles jueves viernes sábado domingo")
TENS = counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
ONES = {**counted("uno dos tres cuatro cinco seis siete ocho nueve", 1), **same(1, "un una")}
NUMBERS = {
    **ONES,
    **counted("diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve", 10),
    **counted("veinte veintiuno veintidós veintitrés veinticuatro veinticinco", 20),
    **TENS,
    "cien": 100,
}
SINGLE = {
    "día": "day",
    "semana": "week",
    "mes": "month",
    "trimestre": "quarter",
    "año": "year",
    "década": "decade",
    "siglo": "century",
    "hora": "hour",
    "minuto": "minute",
}
PLURAL = {
    "días": "day",
    "semanas": "week",
    "meses": "month",
    "trimestres": "quarter",
    "años": "year",
    "décadas": "decade",
    "siglos": "century",
    "horas": "hour",
    "minutos": "minute",
}
ROMAN = counted("xiv xv xvi xvii xviii xix xx xxi", 14)

WORDS: Mapping[str, Mapping[str, object]] = {
    "MONTH": {**MONTHS, "setiembre": 9},
    "WEEKDAY": WEEKDAYS,
    "WEEKDAYS": WEEKDAYS,
    "NUMBER": NUMBERS,
    "ONES": ONES,
    "TENS": TENS,
    "VAGUE": same("X", "varios varias unos unas algunos algunas muchos pocos"),
    "ORDINAL": {"primero": 1, "primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4},
    "UNIT": {**SINGLE, **PLURAL},
    "SINGLE": SINGLE,
    "PLURAL": PLURAL,
    "SHIFT": {
        **same(-1, "pasado pasada último última"),
        **same(1, "próximo próxima viene"),
        **same(0, "este esta"),
    },
    "STEP": {"siguiente": 1, **same(-1, "anterior previo"), **same(0, "mismo misma ese esa aquel")},
    "STRETCH": same("", "últimos últimas próximos próximas primeros primeras"),
    "AGO": {"hace": -1},
    "LATER": {"después": 1, "antes": -1, "tarde": 1},
    "DEICTIC": {"hoy": 0, "ayer": -1, "mañana": 1},
    "PART": {"madrugada": "MO", "mañana": "MO", "tarde": "AF", "noche": "NI"},
    "SEASON": {"primavera": 0, "verano": 1, "otoño": 2, "invierno": 3},
    "DECADE": {
        "veinte": 2,
        **counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 3),
    },
    "EVERY": same("", "cada"),
    "ADVERB": {
        "diariamente": "P1D",
        "semanalmente": "P1W",
        "mensualmente": "P1M",
        "anualmente": "P1Y",
    },
    "PRESENT": same("", "ahora actualmente"),
    "BYGONE": same("", "recientemente últimamente"),
    "TENSE": {
        **same(-2, "fue era fueron había hubo"),
        **same(-1, "dijo informó"),
        **same(1, "será serán va van habrá prevé previsto"),
    },
    "LEANING": {"desde": -1, "hasta": 1},
    "AND": {"y": ""},
    "IN": same(
        "",
        "en de del desde hasta durante para entre y a hacia tras fines finales principios mediados",
    ),
    "COUNTED": same("", "personas euros dólares pesos metros kilómetros habitantes"),
}
PROPER: Mapping[str, Mapping[str, object]] = {"ROMAN": ROMAN, "ORDINAL": ROMAN}

PARTS = {
    "year": "(de | del | COMMA) año? YEAR | YEAR",
    # del año pasado · de este año · del año que viene · de hace dos años
    "counted": "(de | del) (SHIFT | STEP) mismo? año | del año (SHIFT | STEP | que SHIFT) |"
    " de hace NUMBER (año | años)",
    "dayno": "DAY | ORDINAL",
    "date": "(el? WEEKDAY COMMA?)? el? {dayno} de MONTH ({year} | {counted})?",
    "number": "NUMBER | VAGUE",
    "to": "al | a | y | hasta | DASH",
    "clock": "(las | la)? CLOCK (horas | h)?",
}

RULES = (
    Rule("{date}", m.day, "el viernes 22 de marzo de 2024"),
    Rule("ISO | NUMERIC | COMPACT", m.figures, "22/03/2024"),
    Rule("SPAN", m.span, "1998-2001", not_after="CURRENCY|HASH"),
    Rule(
        "el? {dayno} {to} el? {dayno} de MONTH ({year} | {counted})?",
        m.day_range,
        "del 3 al 6 de mayo de 2021",
    ),
    Rule(
        "MONTH (a | y | hasta) MONTH ({year} | {counted})?",
        m.month_range,
        "de marzo a junio de 2019",
    ),
    Rule("MONTH {year}", m.month, "marzo de 2024"),
    Rule("MONTH {counted}", m.month, "marzo del año pasado"),
    Rule("MONTH (pasado | próximo)?", m.month, "en marzo", after="IN"),
    Rule("YEAR", m.year, "en 1998", after="IN|OPEN|año|COMMA", not_before="PERCENT|COUNTED|UNIT"),
    Rule("el? año YEAR", m.year, "el año 1998"),
    Rule("la década de (los)? (DECADE | YEAR)", m.decade, "la década de 1990"),
    Rule("los años DECADE", m.decade, "los años noventa"),
    Rule("el? siglo ROMAN", m.century, "el siglo XIX"),
    Rule(
        "(el | la | este | esta)? SEASON (de | del)? (YEAR | año SHIFT)",
        m.season,
        "el verano de 1968",
    ),
    Rule(
        "el? (SHIFT | STEP)? WEEKDAY (SHIFT | STEP)? (por la PART)?",
        m.day,
        "el viernes",
        after="el|este|ese|pasado|próximo|del|al",
    ),
    Rule("el (SHIFT | STEP)? WEEKDAY (SHIFT | STEP)? (por la PART)?", m.day, "el pasado viernes"),
    Rule("(hoy | ayer) (por la PART)?", m.day, "ayer por la tarde"),
    Rule("mañana (por la PART)?", m.day, "mañana", not_after="la|esta|cada|toda|una|de|las"),
    Rule("(esta | la) PART", m.part, "esta mañana", not_after="por|a|de|EVERY"),
    Rule(
        "(el | la)? (SHIFT | STEP) SINGLE | (el | la) SINGLE (que viene | SHIFT | STEP)",
        m.unit,
        "la semana pasada",
    ),
    Rule("(el | al) día STEP", m.unit, "al día siguiente"),
    Rule("(hoy | ayer) hace {number} UNIT", m.ago_beside, "hoy hace diez años"),
    Rule("hace {number} UNIT | hace PLURAL", m.ago, "hace dos años"),
    Rule("{number} UNIT (después | antes | más tarde)", m.ago, "dos días después"),
    Rule("(los | las)? STRETCH? {number} UNIT", m.duration, "tres meses", not_before="de edad"),
    Rule("{number} años de edad", m.nothing, "32 años de edad"),
    Rule("(CLOCK horas | CLOCK)", m.clock, "a las 9:30", after="las|la"),
    Rule("EVERY (NUMBER? UNIT | WEEKDAY | MONTH)", m.every, "cada año"),
    Rule("todos los (WEEKDAYS)", m.weekdays, "todos los viernes"),
    Rule("ADVERB", m.adverb, "anualmente"),
    Rule("PRESENT", m.now, "ahora"),
    Rule("BYGONE", m.before_now, "recientemente"),
)

SPANISH = Language(
    code="es",
    words=WORDS,
    proper=PROPER,
    rules=RULES,
    prefixes=(
        Prefix("(principios | comienzos | inicios) de", "start", "calendar"),
        Prefix("mediados de", "middle", "calendar"),
        Prefix("(fines | finales) de", "end", "calendar"),
        Prefix("alrededor de | hacia | unos", "approximate", "any"),
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
    ranges=frozenset({("entre", "y"), ("de", "a"), ("desde", "hasta"), ("del", "al")}),
)
