"""Polish: words that say whether something was done, planned, uncertain or denied."""

from __future__ import annotations

from generator.lang.event_words import NowadaysWords, ReportingWords, StatusWords, UneventfulWords
from generator.lang.words import phrases

_SAID = (
    "powiedział|powiedziała|powiedzieli|poinformował|poinformowała|poinformowali|poinformowało"
    "|oświadczył|oświadczyła|ogłosił|ogłosiła|ogłosili|podkreślił|podkreśliła|zaznaczył|zaznaczyła"
    "|napisał|napisała|wyjaśnił|wyjaśniła|dodał|dodała|przekazał|przekazała|przekazali|podał"
    "|podała|podało|podali|stwierdził|stwierdziła|zapowiedział|zapowiedziała"
)

STATUS = StatusWords(
    planned=phrases(
        """będzie | będą | będę | będziemy | zostanie | zostaną | planuje | planują | zamierza
        | zamierzają"""
    ),
    foreseen=phrases(
        r"""(?:ma|mają) \w+ć | powinien | powinna | powinno | powinni | powinny | należy | musi
        | muszą | trzeba | chce | chcą | liczy na | liczą na | oczekuje | oczekują | oczekuje się
        | przewiduje | przewidują | proponuje | proponują | obiecuje | obiecują | zapowiada
        | zapowiadają | spodziewa się | spodziewają się | ma nadzieję | mają nadzieję
        | \w+(?:łby|łaby|łoby|liby|łyby)"""
    ),
    asked=phrases(
        r"""(?:proszę|prosi|proszą|wzywam|wzywa|wzywają|apeluje|apelują|żąda|żądają|zaleca|zalecają)
        (?:\w+,? ){0,6}?(?:by|aby|żeby|o)"""
    ),
    outlook=phrases(r"(?:[Pp]lan\w*|[Pp]rognoz\w*|[Pp]erspektyw\w*|[Bb]udżet\w*) na"),
    possible=phrases("może | mogą"),
    expected=phrases(r"miał \w+ć | miała \w+ć | miało \w+ć | mieli \w+ć | miały \w+ć | planowano"),
    uncertain=phrases("być może | prawdopodobnie | rzekomo | podobno | przypuszczalnie | chyba"),
    negated=phrases(
        r"""nie (?:był[aoy]? |byli |został[aoy]? |zostali |się )?(?!mniej|więcej|tylko|wcześniej
        |później|może|mogą)\w{3,} | nikt nie \w+ | nigdy nie \w+"""
    ),
    cancelled=phrases(r"(?:został[aoy]? |zostali )?(?:odwołan|przełożon|odroczon)(?:y|a|o|e|i)?"),
    governing=phrases(
        r"zaprzeczył\w*, że | zaprzeczyli, że | zaprzecza\w*, że | zaprzecza\w*, jakoby"
        r" | zaprzeczył\w*, jakoby | zaprzeczyli, jakoby | nieprawda, że"
    ),
    harmless=phrases(
        "nie mniej | nie więcej | nie tylko | nie wcześniej | nie później | nie wykluczono"
    ),
    turns="ale|lecz|jednak|a",
    coordinators="i|oraz",
    apart="od|do",
    conditions="jeśli|jeżeli",
    subordinators="gdy|kiedy|jeśli|jeżeli|po|przed|dopóki|jak",
    clause_openers=(
        "ale|lecz|choć|dlatego|ponieważ|kiedy|gdy|gdzie|któr(?:y|a|e|zy|ego|ej|ych)|że|jeśli|jeżeli"
        "|jak|aby|żeby"
    ),
)

REPORTING = ReportingWords(
    verbs=_SAID,
    main=_SAID,
    tail=r"(?: [„«]?[\w ]{1,30}?[”»]?)?",
    prepositions="w|we",
    opening="w|we|i|a|jeszcze",
    between="i|w|na|także|z|ds",
    beside="w|we",
)

UNEVENTFUL = UneventfulWords(
    prepositions="o|o godz",
    labels="[Aa]ktualizacja|[Oo]publikowano|[Dd]ata publikacji|[Oo]statnia aktualizacja",
    rights="©",
    bylines="Autor(?:ka)?",
    writes="pisze|napisał|napisała",
    comparisons="niż (?:w|we|na)",
    habits="zwykle|zazwyczaj|zawsze|często|z reguły|czasem|co roku|każdego roku",
    measured="(?:więcej|mniej|wyższy|niższy|większy|mniejszy|lepszy|gorszy),? niż (?:w|we)",
    extremes=r"naj\w+",
    firsts=r"(?:po raz )?pierwszy",
    since="od",
)

NOWADAYS = NowadaysWords(
    words="dziś|dzisiaj",
    states=(
        "jest|są|nie ma|istnieje|istnieją|żyje|żyją|można|pozostaje|pozostają|zależy|potrzeba"
        "|należy|działa|działają|mieści się|znajduje się"
    ),
    done=r"\w{3,}(?:ł|ła|ło|li|ły)|będzie|będą|ja|my",
)
