"""Spanish: the words of times, class by class, with what each is worth.

`generator.lang.en.time_words` explains the classes.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.lang.words import counted, same

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
ROMAN = counted("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi", 1)

SHORT_MONTHS = {**counted("ene feb mar abr may jun jul ago sep oct nov dic", 1), "sept": 9}

WORDS: Mapping[str, Mapping[str, object]] = {
    "MONTH": {**MONTHS, "setiembre": 9, **SHORT_MONTHS},
    "ABBREV": SHORT_MONTHS,
    "WEEKDAY": WEEKDAYS,
    "WEEKDAYS": WEEKDAYS,
    "NUMBER": NUMBERS,
    "ONES": ONES,
    "TENS": TENS,
    # "Dos de mayo"
    "DAY": {word: n for word, n in NUMBERS.items() if isinstance(n, int) and 1 < n <= 30},
    "VAGUE": same("X", "varios varias unos unas algunos algunas muchos pocos"),
    "ORDINAL": {"primero": 1, "primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4, "quinto": 5},
    "UNIT": {**SINGLE, **PLURAL},
    "SINGLE": SINGLE,
    "PLURAL": PLURAL,
    "SHIFT": {
        **same(-1, "pasado pasada último última últimos"),
        **same(1, "próximo próxima próximos viene"),
        **same(0, "este esta presente corriente curso"),
        "anoche": -1,
    },
    "STEP": {"siguiente": 1, **same(-1, "anterior previo"), **same(0, "mismo misma ese esa aquel")},
    "STRETCH": same("", "últimos últimas próximos próximas primeros primeras"),
    # Days counted from the one named last.
    "NEARBY": {"víspera": -1, "antevíspera": -2},
    "AGO": {"hace": -1, "dentro": 1},
    "TOCOME": {"dentro": ""},
    "HALFWORD": {**same(1, "primer primera"), **same(2, "segundo segunda")},
    "HALFOF": same("", "medio media"),
    "LATER": {"después": 1, "antes": -1, "tarde": 1},
    "DEICTIC": {"hoy": 0, "ayer": -1, "mañana": 1},
    "PART": {"madrugada": "MO", "mañana": "MO", "tarde": "AF", **same("NI", "noche anoche")},
    "POINT": {"mediodía": "12:00", "medianoche": "24:00"},
    "OCLOCK": same("", "una dos tres cuatro cinco seis siete ocho nueve diez once doce"),
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
        **same(-2, "fue era fueron había hubo ha he han hemos"),
        **same(-1, "dijo informó"),
        **same(1, "será serán va van habrá prevé previsto"),
    },
    "LEANING": {"desde": -1, **same(1, "hasta para")},
    "AFTER": same("", "desde tras"),
    "STARTING": {"desde": ""},  # before what was and what will be
    "ATTACK": same("", "atentado atentados ataque ataques víctimas"),
    "HABIT": same("", "suele suelen solía solían siempre nunca normalmente habitualmente"),
    "BETWEEN": {"entre": ""},
    "AND": {"y": ""},
    "OR": {"o": ""},
    "IN": same(
        "",
        "en de del desde hasta durante para entre y a hacia tras fines finales principios mediados",
    ),
    "COUNTED": same("", "personas euros dólares pesos metros kilómetros habitantes"),
}
PROPER: Mapping[str, Mapping[str, object]] = {"ROMAN": ROMAN}
