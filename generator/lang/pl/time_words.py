"""Polish: the words of times, class by class, with what each is worth.

`generator.lang.en.time_words` explains the classes. Nouns are in the cases that times use.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.lang.words import counted, same

OF_MONTH = counted(
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada"
    " grudnia",
    1,
)
MONTH = counted(
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad"
    " grudzień",
    1,
)
IN_MONTH = counted(
    "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie"
    " grudniu",
    1,
)
WITH_MONTH = counted(
    "styczniem lutym marcem kwietniem majem czerwcem lipcem sierpniem wrześniem październikiem"
    " listopadem grudniem",
    1,
)
SHORT = counted("sty lut mar kwi maj cze lip sie wrz paź lis gru", 1)
ON_WEEKDAY = counted("poniedziałek wtorek środę czwartek piątek sobotę niedzielę")
OF_WEEKDAY = counted("poniedziałku wtorku środy czwartku piątku soboty niedzieli")
_FIRST = counted(
    "trzech czterech pięciu sześciu siedmiu ośmiu dziewięciu dziesięciu jedenastu dwunastu", 3
)
ONES = {
    **same(1, "jeden jedna jedno jednego jednej jednym"),
    **same(2, "dwa dwie dwóch dwu dwoma dwiema"),
    **counted("trzy cztery pięć sześć siedem osiem dziewięć", 3),
    **{word: number for word, number in _FIRST.items() if number < 10},
}
TENS = {
    **counted("dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt", 20, 10),
    **counted("siedemdziesiąt osiemdziesiąt dziewięćdziesiąt sto", 70, 10),
    **counted("dwudziestu trzydziestu czterdziestu pięćdziesięciu sześćdziesięciu", 20, 10),
    **counted("siedemdziesięciu osiemdziesięciu dziewięćdziesięciu stu", 70, 10),
}
NUMBERS = {
    **ONES,
    **_FIRST,
    **counted("trzema czterema pięcioma sześcioma siedmioma ośmioma dziewięcioma dziesięcioma", 3),
    **counted("dziesięć jedenaście dwanaście trzynaście czternaście piętnaście", 10),
    **counted("szesnaście siedemnaście osiemnaście dziewiętnaście", 16),
    **TENS,
    **same(1.5, "półtora półtorej"),
}
_HARD = {
    **counted("pierwsz", 1),
    **counted("czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast trzynast", 4),
    **counted("czternast piętnast szesnast siedemnast osiemnast dziewiętnast dwudziest", 14),
    "trzydziest": 30,
}


def _ordinals(endings: str) -> dict[str, int]:
    """The ordinals with some endings: of "pierwsz", and of "drug" and "trzec" after a slash."""
    hard, soft = endings.split(" / ")
    return {
        **{stem + ending: n for stem, n in _HARD.items() for ending in hard.split()},
        **{"drug" + ending: 2 for ending in soft.split()},
        **{"trzec" + ending: 3 for ending in ("i" + e.lstrip("i") for e in soft.split())},
    }


ORDINALS = _ordinals("y ego ym e a / i iego im ie a")
HOURS = _ordinals("ej / iej")
TENTHS = {
    stem + ending: number
    for stem, number in (("dwudziest", 20), ("trzydziest", 30))
    for ending in ("y", "ego", "ym", "ej", "e")
}
SINGLE = {
    **same("day", "dzień dnia dniu dniem doba dobę doby"),
    **same("week", "tydzień tygodnia tygodniu tygodniem"),
    **same("month", "miesiąc miesiąca miesiącu miesiącem"),
    **same("quarter", "kwartał kwartału kwartale"),
    **same("year", "rok roku rokiem"),
    **same("decade", "dekada dekady dekadę dekadzie"),
    **same("hour", "godzina godzinę"),
    **same("minute", "minuta minutę"),
}
PLURAL = {
    **same("day", "dni dniach dniami dób"),
    **same("week", "tygodnie tygodni tygodniach tygodniami"),
    **same("month", "miesiące miesięcy miesiącach miesiącami"),
    **same("quarter", "kwartały kwartałów kwartałach"),
    **same("year", "lata lat latach latami laty"),
    **same("decade", "dekad dekadach"),
    **same("century", "wieki wieków"),
    **same("hour", "godziny godzin godzinach"),
    **same("minute", "minuty minut minutach"),
}
ROMAN = counted("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi", 1)
_DECADES = counted(
    "dwudziest trzydziest czterdziest pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt"
    " dziewięćdziesiąt",
    2,
)

WORDS: Mapping[str, Mapping[str, object]] = {
    "MONTH": {**OF_MONTH, **MONTH, **IN_MONTH, **WITH_MONTH, **SHORT},
    "ABBREV": SHORT,
    "OFMONTH": OF_MONTH,
    "INMONTH": IN_MONTH,
    "WEEKDAY": {
        **ON_WEEKDAY,
        **OF_WEEKDAY,
        **same(2, "środa"),
        **same(5, "sobota"),
        **same(6, "niedziela"),
    },
    "WEEKDAYS": counted("poniedziałki wtorki środy czwartki piątki soboty niedziele"),
    "NUMBER": NUMBERS,
    "ONES": ONES,
    "TENS": TENS,
    "TENTH": TENTHS,
    "ORDINAL": {**ORDINALS, **HOURS},
    "VAGUE": same("X", "kilka kilku kilkoma parę paru wiele wielu kilkanaście kilkadziesiąt"),
    "UNIT": {**SINGLE, **PLURAL},
    "HALFOF": {"pół": ""},
    "SINGLE": {**SINGLE, "br": "year"},
    "PLURAL": PLURAL,
    "SHIFT": {
        **same(-1, "zeszłego zeszłym zeszły zeszłą zeszłej ubiegłego ubiegłym ubiegły ubiegłą"),
        **same(-1, "ubiegłej minionego minionym miniony minioną minionej ostatnich ostatnie"),
        **same(1, "przyszłego przyszłym przyszły przyszłą przyszłej następnym następny następną"),
        **same(1, "następnego najbliższy najbliższą najbliższym najbliższe najbliższych"),
        **same(0, "br tego tym ten tę tej bieżącego bieżącym bieżący obecnego obecnym"),
    },
    "STRETCH": same("", "ostatnie ostatnich najbliższe najbliższych"),
    # A year by its distance from that of publication: "br.", "ub.r."
    "OFYEAR": {**same(0, "br b"), "ub": -1},
    "NEXT": {"następnego": ""},
    # Counted from a date named before, if that is of an earlier year, or else from publication.
    "EITHER": {"następnego": 1},
    "STEP": {
        **same(-1, "poprzedni poprzedniego poprzednim poprzedniej"),
        **same(0, "samego samym tamtego tamtym tegoż tymże"),
        **same(1, "kolejnego kolejnym"),
    },
    "SAME": same("", "samego samym"),
    "AGO": {"temu": -1, "przed": -1, "sprzed": -1, "za": 1},
    "TOCOME": {"za": ""},
    "LATER": {**same(1, "później po"), "wcześniej": -1},
    "DEICTIC": {
        **same(-1, "wczoraj wczorajszej wczorajszego"),
        **same(0, "dziś dzisiaj dzisiejszej"),
        "jutro": 1,
        "pojutrze": 2,
        "przedwczoraj": -2,
    },
    "PART": {
        **same("MO", "rano ranem ranek poranek rankiem"),
        **same("AF", "południu popołudniu"),
        **same("EV", "wieczorem wieczór wieczora"),
        **same("NI", "nocy noc nocą"),
    },
    "SEASON": {
        **same(0, "wiosna wiosną wiosny wiosnę"),
        **same(1, "lato latem"),
        **same(2, "jesień jesienią jesieni"),
        **same(3, "zima zimą zimy zimie zimę"),
    },
    "DECADE": {
        stem + ending: number for stem, number in _DECADES.items() for ending in ("e", "ych", "ymi")
    },
    "HALFWORD": {**same(1, "pierwszym pierwszej pierwsza"), **same(2, "drugim drugiej druga")},
    "EVERY": same("", "każdy każdego każdą każdej co"),
    "ADVERB": {
        "codziennie": "P1D",
        "cotygodniowo": "P1W",
        "comiesięcznie": "P1M",
        "corocznie": "P1Y",
    },
    "PRESENT": same("", "teraz obecnie"),
    "BYGONE": same("", "niedawno ostatnio"),
    "TENSE": {
        **same(-2, "był była było byli były został została zostało zostali zostały"),
        **same(-1, "powiedział powiedziała poinformował poinformowała"),
        **same(1, "będzie będą zostanie zostaną planuje planują zamierza zamierzają"),
        # Nouns that end like verbs of the past.
        **same(0, "udział udziały oddział materiał materiały kapitał podział szpitali medali hali"),
    },
    "LEANING": {"do": 1},
    "HABIT": same("", "zwykle zazwyczaj zawsze często nigdy czasem"),
    "BETWEEN": same("", "między pomiędzy"),
    "AND": same("", "i oraz a"),
    "OR": same("", "lub albo"),
    "CENTURY": same("", "wiek wieku wieków wiekach wiekiem"),
    "THOUSANDS": same("", "tysiąclecie tysiąclecia tysiącleciu"),
    "IN": same("", "w we z od do po między i a na około przed za pod"),
    "YEARWORD": same("", "rok roku rokiem lata latach lat"),
    "COUNTED": same("", "zł złotych euro dolarów osób ludzi uczniów metrów m km ton tys mln"),
    "OCLOCK": {**same("", "godz godzinie"), **dict.fromkeys(HOURS, "")},
}
PROPER: Mapping[str, Mapping[str, object]] = {
    "ROMAN": ROMAN,
    # In "3 V 1945" it is a month.
    "LOWMONTH": {word: number for word, number in ROMAN.items() if number <= 12},
    "HALFWORD": {"i": 1, "ii": 2},
    "CAPITALMONTH": {**OF_MONTH, **MONTH, **IN_MONTH},
}
