"""Portuguese: the words of times, class by class, with what each is worth.

`generator.lang.en.time_words` explains the classes. Words are those of Brazil and of Portugal; the
days from Monday to Friday are ordinals, which "feira" makes days.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.lang.words import counted, same

MONTHS = {
    **counted(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        1,
    ),
    "marco": 3,
}
SHORT_MONTHS = counted("jan fev mar abr mai jun jul ago set out nov dez", 1)
FEIRAS = counted("segunda terça quarta quinta sexta")
WEEKDAYS = {**FEIRAS, **counted("sábado domingo", 5), "sabado": 5}
ONES = {
    **counted("um dois três quatro cinco seis sete oito nove", 1),
    "uma": 1,
    "duas": 2,
}
TEENS = {
    **counted("dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove", 10),
    "quatorze": 14,
    **counted("dezasseis dezassete", 16),
    "dezanove": 19,
}
TENS = counted("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 20, 10)
NUMBERS = {**ONES, **TEENS, **TENS, "cem": 100, "cento": 100, "mil": 1000}
SINGLE = {
    "dia": "day",
    "semana": "week",
    "mês": "month",
    "trimestre": "quarter",
    "ano": "year",
    "década": "decade",
    "século": "century",
    "hora": "hour",
    "minuto": "minute",
}
PLURAL = {
    "dias": "day",
    "semanas": "week",
    "meses": "month",
    "trimestres": "quarter",
    "anos": "year",
    "décadas": "decade",
    "séculos": "century",
    "horas": "hour",
    "minutos": "minute",
    "segundos": "second",
}
_ROMAN = counted("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi", 1)
PAST = "foi foram era eram houve teve tiveram tinha tinham fez fizeram veio morreu nasceu há"
FUTURE = "será serão vai vão haverá deve devem deverá deverão irá irão terá terão prevê previsto"

WORDS: Mapping[str, Mapping[str, object]] = {
    "MONTH": {**MONTHS, **SHORT_MONTHS},
    "FULL": MONTHS,
    "ABBREV": SHORT_MONTHS,
    "FEIRA": FEIRAS,
    "WEEKDAY": WEEKDAYS,
    "FULLDAY": {day: number for day, number in WEEKDAYS.items() if day not in FEIRAS},
    "WEEKDAYS": {
        **{day + "s": number for day, number in FEIRAS.items()},
        **counted("sábados domingos", 5),
    },
    # "Sete de setembro"
    "DAY": {word: n for word, n in {**ONES, **TEENS, **TENS}.items() if 1 < n <= 30},
    "NUMBER": NUMBERS,
    "ONES": ONES,
    "TENS": TENS,
    "VAGUE": same("X", "vários várias alguns algumas poucos poucas muitos"),
    "ORDINAL": {
        **counted("primeiro segundo terceiro quarto quinto", 1),
        **counted("primeira segunda terceira quarta quinta", 1),
    },
    "HALFWORD": {"primeiro": 1, "segundo": 2},
    "UNIT": {**SINGLE, **PLURAL},
    "SINGLE": SINGLE,
    "PLURAL": PLURAL,
    "SHIFT": {
        **same(-1, "passado passada último última passados passadas últimos últimas"),
        **same(1, "próximo próxima vem próximos próximas"),
        **same(0, "este esta deste desta neste nesta presente corrente"),
    },
    "STEP": {
        **same(1, "seguinte"),
        **same(-1, "anterior"),
        **same(0, "mesmo mesma nesse nessa desse dessa naquele naquela daquele daquela esse essa"),
    },
    "LAST": same("", "últimos últimas"),
    # Days counted from the one named last.
    "NEARBY": {"véspera": -1, "antevéspera": -2},
    "AGO": {**same(-1, "há faz atrás"), **same(1, "daqui dentro")},
    "LATER": {**same(1, "depois tarde"), **same(-1, "antes cedo")},
    "BEFORE": {"antes": ""},
    "DEICTIC": {"hoje": 0, "ontem": -1, "amanhã": 1},
    "DAYPART": {
        **same("MO", "manhã madrugada"),
        "tarde": "AF",
        "noite": "NI",
    },
    "PART": {**same("MO", "manhã madrugada"), "tarde": "AF", "noite": "NI"},
    "POINT": {"meio": "12:00", "meia": "24:00"},
    "OCLOCK": same("", "uma duas três quatro cinco seis sete oito nove dez onze doze horas"),
    "SEASON": {"primavera": 0, "verão": 1, "outono": 2, "inverno": 3},
    "DECADE": counted("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 2),
    "EVERY": same("", "cada"),
    "ADVERB": {
        "diariamente": "P1D",
        "semanalmente": "P1W",
        "mensalmente": "P1M",
        "anualmente": "P1Y",
    },
    "PRESENT": same("", "agora atualmente actualmente"),
    "BYGONE": same("", "recentemente outrora"),
    "TENSE": {**same(-2, PAST), **same(-1, "disse afirmou informou"), **same(1, FUTURE)},
    "INFINITIVE": {**same(1, "ser será serão"), **same(0, "é são está estão")},
    "LEANING": {"desde": -1, "até": 1},
    "STARTING": {"desde": ""},
    "AFTER": same("", "desde após"),
    "ATTACK": same("", "atentado atentados ataque ataques vítimas"),
    "REVOLT": same("", "revolução golpe"),
    "HABIT": same("", "sempre costuma costumam geralmente normalmente nunca"),
    "BETWEEN": {"entre": ""},
    "A": same("", "um uma"),
    "AND": {"e": ""},
    "OR": {"ou": ""},
    "IN": same(
        "",
        "em de do desde até entre e a durante após pós antes para início fim final meados ou por",
    ),
    "ATTIME": same("", "em desde até durante entre após"),
    # Before "de", they make a month with a capital one.
    "EDGE": same(
        "", "fim fins final finais início inícios princípio princípios meados começo mês meses"
    ),
    "COUNTED": same("", "pessoas euros reais dólares metros quilómetros quilômetros habitantes"),
    "YEARWORD": same("", "ano"),
    "NUMBERED": same("", "número página artigo capítulo lei decreto resolução"),
    # Words that end like plurals.
    "PLURALEND": same("", "mas depois antes após mais nas nos das dos pelos pelas"),
}
PROPER: Mapping[str, Mapping[str, object]] = {
    "ROMAN": _ROMAN,
    # Months that are more often a name where they have a capital and nothing beside them.
    "CAPITALMONTH": MONTHS,
}
