"""Spanish: words that say whether something was done, planned, uncertain or denied."""

from __future__ import annotations

from generator.lang.event_words import NowadaysWords, ReportingWords, StatusWords, UneventfulWords
from generator.lang.words import phrases

STATUS = StatusWords(
    planned=phrases("va a | van a | está previsto | están previstos | será | serán"),
    foreseen=phrases(
        r"""\w{2,}(?:ar|er|ir|dr)(?:á|án|emos|ía|ían) | debe | deben | debemos | hay que
        | (?:tiene|tienen|tenemos) que | espera | esperan | esperamos | prevé | prevén | planea
        | planean | propone | proponen | pretende | pretenden | quiere | quieren | queremos
        | confía | confían | aspira | aspiran | se compromete"""
    ),
    asked=phrases(
        r"""(?:pide|piden|pido|propone|proponen|propongo|recomienda|recomiendan|exige|exigen) que
        | (?:pide|piden|pido|insta|instan|exhorta|exhortan|llama|llaman|invita|invitan) a
        (?:\w+ ){1,6}?(?:a|que)"""
    ),
    outlook=phrases(
        r"""(?:perspectivas?|previsi[oó]n(?:es)?|pron[oó]sticos?|plan(?:es)?|metas?|objetivos?
        |esperanzas?|presupuestos?) (?:para|de)(?: el| la)?"""
    ),
    possible=phrases("puede | pueden"),
    expected=phrases("estaba previsto | estaban previstos | iba a | iban a"),
    uncertain=phrases("podría | podrían | quizá | quizás | tal vez | posiblemente"),
    negated=phrases(
        r"""no (?:se |lo |la |los |las |le |les |ha |han |había |habían |fue |fueron |pudo |pudieron
        |será |serán ){0,3}(?!obstante|solo|sólo|menos|más)\w{3,} | nunca \w+ | nadie \w+
        | ning[uú]n\w* \w+ \w+"""
    ),
    cancelled=phrases("(?:fue|fueron|ha sido|han sido) (?:cancelad|suspendid|aplazad)[oa]s?"),
    governing=phrases("negó que | negaron que | niega que | niegan que | no es cierto que"),
    harmless=phrases("no menos | no más de | no solo | no sólo | sin duda | no obstante"),
    turns="pero|sino",
    coordinators=r"y|\w+aron|\w+ieron|\w{2,}ó",
    apart="desde|hasta",
    conditions="si",
    subordinators="cuando|si|antes|después|hasta|como|mientras",
    clause_openers=(
        "pero|mientras|aunque|después|antes|porque|cuando|donde|quien|quienes|que|como|si|hasta"
    ),
)

REPORTING = ReportingWords(
    verbs=(
        "dijo|dijeron|informó|informaron|declaró|declararon|anunció|anunciaron|señaló|señalaron"
        "|afirmó|afirmaron|explicó|explicaron|agregó|añadió|advirtió|advirtieron|escribió|aseguró"
    ),
    main="dijo|dijeron|informó|informaron|anunció|anunciaron|declaró|declararon|afirmó",
    passive="fue|fueron|ha sido|han sido",
    hearers=(
        "(?:dijo|informó|explicó|declaró) (?:a|al|a la|a los|a las)"
        r"(?: (?!que\b)[\w'’.-]+){1,3}?"
    ),
    occasions=(
        "en (?:un|una|su|el|la) (?:comunicado|declaración|rueda de prensa|conferencia de prensa"
        "|entrevista|discurso|informe|carta)"
    ),
    tail=r"(?: (?:la|el) [\w ]{1,25}?)?",
    prepositions="el|este|del",
    opening="el|este|a última hora del|ya|y",
    between="el|la|los|las|de|del|y|en|un|una|también|su",
    joins="y|o|pero",
    subject="fue|es|será",
    beside="el",
)

UNEVENTFUL = UneventfulWords(
    prepositions="el|del|a las",
    labels="[ÚúUu]ltima actualización|[Aa]ctualizado|[Pp]ublicado|[Mm]odificado|[Cc]onsultado",
    rights="©|[Cc]opyright",
    bylines="Por|De",
    writes="escribió|dijo",
    comparisons="que (?:en|el|la|los|las)",
    measured="(?:mayor|menor|mejor|peor|más alto|más alta|más bajo|más baja) que (?:en|el|la)",
    likeness_before="pre|pos|post",
    otherwise="de lo (?:previsto|esperado)",
    habits="normalmente|siempre|a menudo|suele|suelen|generalmente|cada año|todos los años",
    described="un|una",
    extremes="(?:el|la|los|las) (?:peor|mejor|mayor|menor|más|menos)",
    firsts="primera?|primer",
    since="desde",
)

NOWADAYS = NowadaysWords(
    words="hoy",
    states=(
        "es|son|está|están|hay|tiene|tienen|existe|existen|vive|viven|puede|pueden|sigue|siguen"
        "|depende|dependen|necesita|necesitan"
    ),
    done=(
        r"\w{2,}(?:ó|aron|ieron)|fue|fueron|era|eran|estaba|ha|han|hubo|\w+ando|\w+iendo|será"
        "|va a"
    ),
)
