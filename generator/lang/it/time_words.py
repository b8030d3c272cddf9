"""Italian: the words of times, class by class, with what each is worth.

`generator.lang.en.time_words` explains the classes.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.lang.words import counted, same

MONTHS = counted(
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    1,
)
SHORT_MONTHS = {**counted("gen feb mar apr mag giu lug ago set ott nov dic", 1), "sett": 9}
WEEKDAYS = counted("lunedì martedì mercoledì giovedì venerdì sabato domenica")
_ONES = counted("uno due tre quattro cinque sei sette otto nove", 1)
_TENS = counted("venti trenta quaranta cinquanta sessanta settanta ottanta novanta", 20, 10)
NUMBERS = {
    **_ONES,
    **same(1, "un una"),
    **counted("dieci undici dodici tredici quattordici quindici sedici diciassette diciotto", 10),
    "diciannove": 19,
    **_TENS,
    **{ten[:-1]: number for ten, number in _TENS.items()},  # "trent'anni"
    **{
        # "ventuno", "ventotto", "ventitré"
        (ten[:-1] if one[0] in "uo" else ten) + ("tré" if one == "tre" else one): tens + ones
        for ten, tens in _TENS.items()
        for one, ones in _ONES.items()
    },
    **same(100, "cento cent"),
}
_ORDINALS = counted(
    "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo"
    " tredicesimo quattordicesimo quindicesimo sedicesimo diciassettesimo diciottesimo"
    " diciannovesimo ventesimo ventunesimo",
    1,
)
SINGLE = {
    "giorno": "day",
    "giornata": "day",
    "settimana": "week",
    "mese": "month",
    "trimestre": "quarter",
    "anno": "year",
    "decennio": "decade",
    "secolo": "century",
    "ora": "hour",
    "minuto": "minute",
}
PLURAL = {
    "giorni": "day",
    "settimane": "week",
    "mesi": "month",
    "trimestri": "quarter",
    "anni": "year",
    "decenni": "decade",
    "secoli": "century",
    "ore": "hour",
    "minuti": "minute",
}
ROMAN = counted("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi", 1)
# The nineteenth century is "the eight hundred".
CENTURIES = counted(
    "duecento trecento quattrocento cinquecento seicento settecento ottocento novecento", 13
)

WORDS: Mapping[str, Mapping[str, object]] = {
    "MONTH": {**MONTHS, **SHORT_MONTHS},
    "FULL": MONTHS,
    "ABBREV": SHORT_MONTHS,
    "WEEKDAY": WEEKDAYS,
    "WEEKDAYS": WEEKDAYS,
    "NUMBER": NUMBERS,
    "VAGUE": same("X", "qualche alcuni alcune diversi diverse vari varie molti molte parecchi"),
    "ORDINAL": _ORDINALS,
    "HALFWORD": {**same(1, "primo prima"), **same(2, "secondo seconda")},
    "HALFOF": same("", "mezz mezzo mezza"),
    "UNIT": {**SINGLE, **PLURAL},
    "SINGLE": SINGLE,
    "PLURAL": PLURAL,
    "SHIFT": {
        **same(-1, "scorso scorsa scorsi scorse passato passata ultimi ultime"),
        **same(1, "prossimo prossima prossimi prossime"),
        **same(0, "questo questa quest corrente"),
        **same(0, "stamattina stamani stamane stasera stanotte"),
    },
    "STRETCH": same("", "ultimi ultime prossimi prossime scorsi scorse"),
    "STEP": {
        **same(-1, "precedente"),
        **same(1, "successivo successiva seguente"),
        **same(0, "stesso stessa quel quello quella quell"),
    },
    "AGO": {"fa": -1, **same(1, "tra fra")},
    "TOCOME": same("", "tra fra"),
    "LATER": {**same(1, "dopo tardi"), "prima": -1},
    "BEFORE": {"prima": ""},
    "DEICTIC": {
        "ieri": -1,
        "oggi": 0,
        "domani": 1,
        "dopodomani": 2,
        **same(-2, "altroieri avantieri"),
    },
    "PART": {
        **same("MO", "mattina mattino mattinata alba stamattina stamani stamane"),
        **same("AF", "pomeriggio"),
        **same("EV", "sera serata stasera"),
        **same("NI", "notte nottata stanotte"),
    },
    "POINT": {"mezzogiorno": "12:00", "mezzanotte": "24:00"},
    "OCLOCK": same("", "una due tre quattro cinque sei sette otto nove dieci undici dodici"),
    "TODAYPART": same("", "stamattina stamani stamane stasera stanotte"),
    "SEASON": {"primavera": 0, "estate": 1, "autunno": 2, "inverno": 3},
    "DECADE": {
        "venti": 2,
        **counted("trenta quaranta cinquanta sessanta settanta ottanta novanta", 3),
    },
    "EVERY": same("", "ogni tutti tutte"),
    "ADVERB": {
        "quotidianamente": "P1D",
        "settimanalmente": "P1W",
        "mensilmente": "P1M",
        "annualmente": "P1Y",
    },
    "PRESENT": same("", "adesso attualmente oggigiorno"),
    "BYGONE": same("", "recentemente ultimamente"),
    "TENSE": {
        **same(-2, "fu furono era erano aveva avevano ha hanno stato stata stati state"),
        **same(-2, "successo accaduto avvenuto"),
        **same(-1, "detto dichiarato annunciato"),
        **same(1, "sarà saranno verrà verranno avrà avranno farà previsto prevista previsti"),
        # Nouns that end like participles.
        **same(0, "senato mercato mercati sindacato sindacati deputato deputati avvocato soldati"),
        **same(0, "risultato risultati partito partiti candidato candidati sabato perciò"),
    },
    "INFINITIVE": {"essere": 1},
    "ARTICLE": same("", "il lo la i gli le un uno una del dello della dei degli delle al alla"),
    "LEANING": {"dal": -1, "entro": 1},
    "AFTER": same("", "dal dopo"),
    "ATTACK": same("", "attentati attentato attacchi attacco vittime strage stragi"),
    "HABIT": same("", "solitamente sempre mai spesso normalmente"),
    "BETWEEN": same("", "tra fra"),
    "AND": same("", "e ed"),
    "OR": same("", "o od"),
    "IN": same(
        "",
        "in nel nell nella di del dell della dal dall da a ad al all entro fino per tra fra e verso"
        " dopo durante metà fine inizio",
    ),
    "COUNTED": same("", "persone euro dollari lire metri chilometri abitanti milioni mila"),
}
PROPER: Mapping[str, Mapping[str, object]] = {
    "ROMAN": ROMAN,
    "CENTURYNAME": CENTURIES,
    "ORDINAL": CENTURIES,
    "CAPITALMONTH": MONTHS,
    "CAPITALDAY": WEEKDAYS,
}
