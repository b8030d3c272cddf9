"""French: the words of times, class by class, with what each is worth.

`generator.lang.en.time_words` explains the classes. Months without their accents are those of
capitals and of scans.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.lang.words import counted, same

MONTHS = {
    **counted(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", 1
    ),
    "fevrier": 2,
    "aout": 8,
    "decembre": 12,
}
SHORT_MONTHS = {
    "janv": 1,
    "févr": 2,
    "fév": 2,
    "avr": 4,
    "juil": 7,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "déc": 12,
}
REPUBLICAN = {
    **counted(
        "vendémiaire brumaire frimaire nivôse pluviôse ventôse germinal floréal prairial messidor"
        " thermidor fructidor",
        1,
    ),
    "vendemiaire": 1,
    "nivose": 4,
    "pluviose": 5,
    "ventose": 6,
    "floreal": 8,
    **same(13, "complémentaire complémentaires"),
}
WEEKDAYS = counted("lundi mardi mercredi jeudi vendredi samedi dimanche")
ONES = {**counted("un deux trois quatre cinq six sept huit neuf", 1), "une": 1}
TEENS = counted("dix onze douze treize quatorze quinze seize", 10)
TENS = counted("vingt trente quarante cinquante soixante", 20, 10)
# Those of Belgium and Switzerland, too.
NUMBERS = {
    **ONES,
    **TEENS,
    **TENS,
    "septante": 70,
    "huitante": 80,
    "nonante": 90,
    "vingts": 20,
    "cent": 100,
}
SINGLE = {
    **same("year", "an année"),
    "jour": "day",
    "journée": "day",
    "semaine": "week",
    "mois": "month",
    "trimestre": "quarter",
    "décennie": "decade",
    "siècle": "century",
    "heure": "hour",
    "minute": "minute",
    "seconde": "second",
}
PLURAL = {
    **same("year", "ans années"),
    "jours": "day",
    "semaines": "week",
    "mois": "month",
    "trimestres": "quarter",
    "décennies": "decade",
    "siècles": "century",
    "heures": "hour",
    "minutes": "minute",
    "secondes": "second",
}
_ROMAN = counted("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi", 1)
# "XIXe", and with the letter raised; "VIe" is a word in small letters, but not before "siècle".
CENTURIES = {
    **{roman + ending: n for roman, n in _ROMAN.items() for ending in ("e", "ème", "è", "ᵉ")},
    **same(1, "ier iᵉʳ"),
}
ORDINALS = {
    **same(1, "premier première ler"),  # "ler" is how scans have "1er"
    **same(2, "deuxième second seconde"),
    **counted("troisième quatrième cinquième sixième septième huitième neuvième dixième", 3),
    **counted("onzième douzième treizième quatorzième quinzième seizième", 11),
    "vingtième": 20,
    "unième": 1,
}
FUTURE = """va vont ira iront sera seront aura auront fera feront pourra devra doit doivent devrait
    devraient rendez invite invitent organise organisent convoqué convoquée
    convoqués convoquées
    prévu prévue prévus prévues attendu attendue attendus attendues"""

WORDS: Mapping[str, Mapping[str, object]] = {
    "MONTH": {**MONTHS, **SHORT_MONTHS},
    "FULL": MONTHS,
    "ABBREV": SHORT_MONTHS,
    "REPUBLICAN": REPUBLICAN,
    "WEEKDAY": WEEKDAYS,
    "WEEKDAYS": {**WEEKDAYS, **{day + "s": number for day, number in WEEKDAYS.items()}},
    "NUMBER": NUMBERS,
    "ONES": ONES,
    "TEENS": TEENS,
    "TENS": TENS,
    "SCORE": same(20, "vingt vingts"),
    "VAGUE": same("X", "plusieurs quelques dizaine quinzaine vingtaine trentaine centaine"),
    "ORDINAL": ORDINALS,
    "ROMAN": CENTURIES,
    "HALFWORD": {"premier": 1, **same(2, "second deuxième")},
    "UNIT": {**SINGLE, **PLURAL},
    "SINGLE": SINGLE,
    "PLURAL": PLURAL,
    # Days counted from the one named last.
    "NEARBY": {"veille": -1, "lendemain": 1, "surlendemain": 2},
    "SHIFT": {
        **same(-1, "dernier dernière derniers dernières passé passée passés passées"),
        **same(1, "prochain prochaine prochains prochaines"),
        **same(0, "ce cet cette présent présente"),
    },
    "THISWORD": same(0, "ce cet cette"),
    "STEP": {
        **same(1, "suivant suivante lendemain"),
        **same(-1, "précédent précédente"),
        **same(0, "même là"),
    },
    "LAST": same("", "derniers dernières"),
    "AGO": {**same(-1, "y voici voilà"), **same(1, "dans ici")},
    "LATER": {**same(1, "tard après"), **same(-1, "tôt auparavant avant")},
    "BEFORE": {"avant": ""},
    "DEICTIC": {"aujourd": 0, "hier": -1, "demain": 1},
    "DAYPART": {
        **same("MO", "matin matinée aube"),
        **same("EV", "soir soirée"),
        "nuit": "NI",
    },
    "PART": {
        **same("MO", "matin matinée aube"),
        **same("EV", "soir soirée"),
        "nuit": "NI",
        "après": "AF",
        "midi": "12:00",
    },
    "POINT": {"midi": "12:00", "minuit": "24:00"},
    "OCLOCK": same("", "heure heures"),
    "SEASON": {"printemps": 0, "été": 1, "automne": 2, "hiver": 3},
    "DECADE": counted("vingt trente quarante cinquante soixante", 2),
    "EVERY": same("", "chaque"),
    "ADVERB": {
        "quotidiennement": "P1D",
        "hebdomadairement": "P1W",
        "mensuellement": "P1M",
        "annuellement": "P1Y",
    },
    "PRESENT": same("", "actuellement maintenant désormais"),
    "BYGONE": same("", "récemment naguère"),
    "TENSE": {
        **same(-2, "a ont avait avaient fut furent était étaient eut eurent fit firent"),
        **same(-2, "mourut vint prit mit tint vit vinrent prirent mirent"),
        **same(1, FUTURE),
    },
    # The tense of a participle after these: "sera fermé" is to come, "est fermé" shows none.
    "INFINITIVE": {**same(1, "être sera seront serait seraient"), **same(0, "est sont reste")},
    "LEANING": {"depuis": -1},
    "AFTER": same("", "depuis après"),
    "ATTACK": same("", "attentat attentats attaque attaques victimes"),
    "HABIT": same("", "toujours souvent jamais habituellement généralement d'habitude"),
    "BETWEEN": {"entre": ""},
    "A": same("", "un une"),
    "AND": {"et": ""},
    "OR": {"ou": ""},
    "OF": same("", "de d du des"),
    "IN": same(
        "",
        "en de d du depuis à au dès entre et avant après vers pour pendant durant fin début mi"
        " courant ou jusque",
    ),
    "ATTIME": same("", "en depuis dès entre pendant durant"),
    "COUNTED": same("", "personnes euros francs mètres kilomètres habitants m km kg"),
    # Words that end like plurals.
    "PLURALEND": same(
        "", "dans sans vers moins après dès alors depuis mais temps pas plus dont puis sous très"
    ),
    "YEARWORD": same("", "an année"),
    "NUMBERED": same("", "numéro page article chapitre résolution vol"),
}
PROPER: Mapping[str, Mapping[str, object]] = {
    "ROMAN": _ROMAN,
    # Months that are more often a name where they have a capital and nothing beside them.
    "CAPITALMONTH": MONTHS,
}
