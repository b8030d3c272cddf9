"""German: the words of times, class by class, with what each is worth.

`generator.lang.en.time_words` explains the classes. Months are also those of Austria and of scans;
adjectives, ordinals and units stand in all their cases.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.lang.words import counted, same

MONTHS = {
    **counted(
        "januar februar märz april mai juni juli august september oktober november dezember", 1
    ),
    **same(1, "jänner jenner"),
    **same(2, "feber hornung"),
    **same(3, "maerz marz"),
    "juno": 6,
    "julei": 7,
}
SHORT_MONTHS = {
    **same(1, "jan jän"),
    **same(2, "feb febr"),
    **counted("mär apr", 3),
    **counted("jun jul aug sep okt nov dez", 6),
    "sept": 9,
}
WEEKDAYS = {
    **counted("montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    "sonnabend": 5,
}
DAYPARTS = {
    **same("MO", "früh vormittag vormittags"),
    **same("AF", "nachmittag nachmittags"),
    **same("EV", "abend abends"),
    **same("NI", "nacht nachts"),
    **same("12:00", "mittag mittags"),
}
# "Freitagabend", in one word.
DAYS_WITH_PARTS = {
    day + part: (number, code)
    for day, number in WEEKDAYS.items()
    for part, code in {**DAYPARTS, "morgen": "MO"}.items()
}
ONES = {
    **counted("eins zwei drei vier fünf sechs sieben acht neun", 1),
    **same(1, "ein eine einen einem einer eines"),
}
_TEENS = counted(
    "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 10
)
_TENS = counted("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10)
_JOINED = {
    f"{one}und{ten}": n + tens
    for ten, tens in _TENS.items()
    for one, n in counted("ein zwei drei vier fünf sechs sieben acht neun", 1).items()
}
NUMBERS = {
    **ONES,
    **_TEENS,
    **_TENS,
    **_JOINED,
    **counted("hundert", 100),
    **counted("tausend", 1000),
    **counted("dreissig", 30),
    **dict.fromkeys(("anderthalb", "eineinhalb"), 1.5),
    "zweieinhalb": 2.5,
}
_STEMS = {
    **counted("erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft", 1),
    **{word + "t": number for word, number in _TEENS.items() if number > 12},
    **{word + "st": number for word, number in (_TENS | _JOINED).items()},
}


def inflected(stems: Mapping[str, object]) -> dict[str, object]:
    """Adjectives in all their cases, with the value of their stem."""
    return {
        stem + ending: value
        for stem, value in stems.items()
        for ending in ("e", "en", "er", "es", "em")
    }


SINGLE = {
    **same("day", "tag tages tage"),
    **same("week", "woche"),
    **same("month", "monat monats"),
    **same("quarter", "quartal quartals"),
    **same("year", "jahr jahres jahre"),
    **same("decade", "jahrzehnt jahrzehnts"),
    **same("century", "jahrhundert jahrhunderts"),
    **same("hour", "stunde"),
    **same("minute", "minute"),
    **same("second", "sekunde"),
}
PLURAL = {
    **same("day", "tage tagen"),
    **same("week", "wochen"),
    **same("month", "monate monaten"),
    **same("quarter", "quartale quartalen"),
    **same("year", "jahre jahren"),
    **same("decade", "jahrzehnte jahrzehnten"),
    **same("century", "jahrhunderte jahrhunderten"),
    **same("hour", "stunden"),
    **same("minute", "minuten"),
    **same("second", "sekunden"),
}
_DECADES = counted(
    "zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger", 2
)
_ROMAN = counted("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi", 1)
PAST = """war waren wurde wurden hatte hatten hat haben worden kam kamen ging gingen starb starben
    fiel fielen gab gaben nahm nahmen fand fanden stand standen lag lagen hielt hielten begann
    begannen sprach sprachen traf trafen zog zogen schrieb schrieben blieb blieben ließ ließen brach
    verlor gewann schloss erschien trat traten rief flog sah sahen"""
FUTURE = """wird werden soll sollen will wollen muss müssen geplant vorgesehen erwartet plant planen
    startet beginnt tagt"""

WORDS: Mapping[str, Mapping[str, object]] = {
    "MONTH": {**MONTHS, **SHORT_MONTHS},
    "FULL": MONTHS,
    "ABBREV": SHORT_MONTHS,
    "WEEKDAY": {**WEEKDAYS, **{day: number for day, (number, _) in DAYS_WITH_PARTS.items()}},
    "WEEKDAYS": {day + "s": number for day, number in WEEKDAYS.items()},
    "NUMBER": NUMBERS,
    "VAGUE": same("X", "einige einigen mehrere mehreren wenige wenigen viele vielen paar etlichen"),
    "ORDINAL": inflected(_STEMS),
    "HALFWORD": inflected({"erst": 1, "zweit": 2}),
    "UNIT": {**SINGLE, **PLURAL},
    "SINGLE": {
        **SINGLE,
        **same("year", "vorjahr vorjahres heuer"),
        "vormonat": "month",
        "vorwoche": "week",
    },
    "PLURAL": PLURAL,
    "SHIFT": {
        **inflected(dict.fromkeys(("letzt", "vergangen", "vorig", "verflossen", "abgelaufen"), -1)),
        **inflected(dict.fromkeys(("vorletzt", "vorvergangen"), -2)),
        **inflected(dict.fromkeys(("nächst", "kommend"), 1)),
        "übernächste": 2,
        **inflected(dict.fromkeys(("dies", "laufend", "heurig", "aktuell"), 0)),
        **same(-1, "vorjahr vorjahres vormonat vorwoche"),
        "heuer": 0,
    },
    "NEXT": inflected(same("", "nächst")),
    "STEP": {
        **inflected(dict.fromkeys(("folgend", "darauffolgend"), 1)),
        **inflected(dict.fromkeys(("vorangegangen", "vorherig", "vorhergehend"), -1)),
        **inflected(dict.fromkeys(("selb", "gleich", "jen", "derselb", "desselb"), 0)),
    },
    "LAST": inflected(same("", "letzt")),
    # Days counted from the one named last.
    "NEARBY": {
        **same(1, "darauf danach folgetag"),
        **same(-1, "zuvor davor vortag vortages"),
        **same(0, "diesem jenem"),
    },
    "AGO": {"vor": -1},
    "LATER": {**same(1, "später danach darauf"), **same(-1, "früher zuvor davor vorher")},
    "BEFORE": {"vor": ""},
    "DEICTIC": {"heute": 0, "gestern": -1},
    "DAYPART": DAYPARTS,
    "OCLOCK": {"uhr": ""},
    "PART": {
        **DAYPARTS,
        **{day: code for day, (_, code) in DAYS_WITH_PARTS.items()},
        **same("MO", "morgen morgens morgengrauen"),
    },
    "POINT": {"mitternacht": "24:00"},
    "SEASON": {
        **same(0, "frühling frühjahr frühlings frühjahrs"),
        **same(1, "sommer sommers"),
        **same(2, "herbst herbstes herbsts"),
        **same(3, "winter winters"),
    },
    "DECADE": {
        **_DECADES,
        **{word + end: n for word, n in _DECADES.items() for end in ("jahre", "jahren", "n")},
    },
    "EVERY": inflected(same("", "jed")),
    "ADVERB": {
        "täglich": "P1D",
        "wöchentlich": "P1W",
        "monatlich": "P1M",
        "jährlich": "P1Y",
        "alljährlich": "P1Y",
        "stündlich": "PT1H",
    },
    "PRESENT": same("", "jetzt derzeit momentan heutzutage gegenwärtig"),
    "BYGONE": same("", "kürzlich neulich unlängst jüngst damals einst früher"),
    "TENSE": {**same(-2, PAST), **same(-1, "sagte teilte erklärte"), **same(1, FUTURE)},
    "LEANING": {"seit": -1, **same(1, "bis ab")},
    "STARTING": {"ab": ""},
    "AFTER": same("", "seit nach"),
    "ATTACK": same("", "anschlag anschläge anschlägen anschlags terroranschläge attentate opfer"),
    "PLOT": same("", "attentat attentats verschwörung verschwörer umsturzversuch"),
    "RISING": same("", "aufstand aufstands volksaufstand volksaufstands"),
    "HABIT": same("", "immer oft nie meist meistens gewöhnlich normalerweise üblicherweise"),
    "BETWEEN": {"zwischen": ""},
    "A": same("", "ein eine einem einen eines"),
    "AND": {"und": ""},
    "OR": {"oder": ""},
    "IN": same(
        "",
        "im in seit bis ab vom zum vor nach anfang mitte ende zwischen und gegen um für ca circa"
        " etwa anno jahr jahre jahren jahres letzten vergangenen kommenden nächsten diesen",
    ),
    "ATTIME": same("", "im in seit bis ab vor nach zwischen anfang mitte ende"),
    "COUNTED": same(
        "",
        """menschen personen euro mark dollar franken kronen gulden taler meter kilometer tonnen
        einwohner einwohnern soldaten mann frauen kinder stück seiten liter kilo hektar arbeiter
        mitglieder betten plätze arbeitsplätze stellen tote verletzte fälle quadratmeter""",
    ),
    "NUMBERED": same("", "nr nummer seite kapitel artikel band"),
    "YEARWORD": same("", "jahr jahre jahres"),
}
PROPER: Mapping[str, Mapping[str, object]] = {
    "ROMAN": _ROMAN,
    # A name where a capital follows: "August Bebel".
    "FIRSTNAME": same("", "august mai märz"),
    "TITLE": same("", "herr frau dr prof könig kaiser herzog prinz karl ernst wilhelm"),
}
