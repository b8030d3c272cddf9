"""Portuguese: words that say whether something was done, planned, uncertain or denied."""

from __future__ import annotations

from generator.lang.event_words import NowadaysWords, ReportingWords, StatusWords, UneventfulWords
from generator.lang.words import phrases

_ASKS = "pede|pedem|propõe|propõem|recomenda|recomendam|exige|exigem|defende|defendem"

STATUS = StatusWords(
    planned=phrases(
        r"""vai | vão | está previst[oa] | estão previst[oa]s | será | serão | deverá | deverão
        | terá lugar | \w{2,}(?:ará|erá|irá|arão|erão|irão)"""
    ),
    foreseen=phrases(
        """deve | devem | devemos | é preciso | tem de | têm de | tem que | têm que | espera
        | esperam | prevê | preveem | planeja | planejam | planeia | planeiam | pretende | pretendem
        | quer | querem | promete | prometem"""
    ),
    asked=phrases(
        rf"(?:{_ASKS}) que | (?:pede|pedem|apela|apelam) a (?:\w+ ){{1,6}}?(?:a|que|para)"
    ),
    outlook=phrases(
        r"(?:perspetivas?|perspectivas?|previs(?:ão|ões)|planos?|metas?|objetivos?|orçamento)"
        r" (?:para|de)(?: o| a)?"
    ),
    possible=phrases("pode | podem"),
    expected=phrases("estava previst[oa] | estavam previst[oa]s | ia | iam | deveria | deveriam"),
    uncertain=phrases(
        """poderia | poderiam | poderá | poderão | talvez | provavelmente | possivelmente | teria
        | teriam | alegadamente | supostamente | suspost[oa]"""
    ),
    negated=phrases(
        r"""não (?:se |o |a |os |as |lhe |tem |têm |tinha |tinham |foi |foram |pôde |puderam |será
        |serão ){0,3}(?!obstante|só|apenas|menos|mais)\w{3,} | nunca \w+ | ninguém \w+
        | [Nn]enhuma? \w+ \w+"""
    ),
    cancelled=phrases(
        "(?:foi|foram|tinha sido|tinham sido) (?:cancelad|suspens|adiad|anulad)[oa]s?"
    ),
    governing=phrases(
        "negou que | negaram que | nega que | negam que | não é verdade que | negou ter | nega ter"
    ),
    harmless=phrases("não menos | não mais de | não só | não apenas | sem dúvida | não obstante"),
    turns="mas|porém",
    coordinators=r"e|\w+[aeií]ram|\w{2,}(?:ou|eu|iu)",
    apart="desde|até|antes de|após",
    conditions="se",
    subordinators="quando|antes|depois|até|como|enquanto",
    clause_openers=(
        "mas|enquanto|embora|depois|antes|porque|quando|onde|quem|que|como|até|pois|porém"
    ),
    aside="disse|afirmou|informou|declarou|anunciou",
)

_VERBS = (
    "disse|disseram|informou|informaram|declarou|declararam|anunciou|anunciaram|afirmou|afirmaram"
    "|explicou|explicaram|acrescentou|alertou|alertaram|escreveu|garantiu|revelou|confirmou|referiu"
)
REPORTING = ReportingWords(
    verbs=_VERBS,
    main=_VERBS,
    passive="foi|foram|tinha sido|tinham sido",
    hearers=(
        "(?:disse|informou|explicou|declarou|afirmou) (?:a|ao|à|aos|às)"
        r"(?: (?!que\b)[\w'’.-]+){1,3}?"
    ),
    occasions=(
        "(?:em|num|numa|no|na) (?:um |uma |seu |sua |o |a )?(?:comunicado|declaração|nota"
        "|conferência de imprensa|entrevista coletiva|entrevista|discurso|relatório|carta)"
    ),
    tail=r"(?: (?:a|o) [\w ]{1,25}?)?",
    prepositions="em|no|na|nesta|neste|esta|este",
    opening="no|na|nesta|neste|ao fim d[oa]|já|e",
    between="o|a|os|as|de|do|da|e|em|no|na|um|uma|também|seu|sua",
    joins="e|ou|mas",
    subject="foi|é|será",
    beside="o|em|no",
)

UNEVENTFUL = UneventfulWords(
    prepositions="em|de|às|a",
    labels=(
        "[ÚúUu]ltima (?:atualização|actualização)|[Aa]tualizado(?: em)?|[Pp]ublicado(?: em)?"
        "|[Mm]odificado(?: em)?|[Cc]onsultado(?: em)?|[Aa]cessado em|[Aa]cedido em"
    ),
    rights="©|[Cc]opyright",
    bylines="Por|De",
    writes="escreveu|disse",
    comparisons="(?:do )?que (?:em|no|na|o|a)|face a|em relação a",
    measured=(
        "(?:maior|menor|melhor|pior|mais alt[oa]|mais baix[oa]|superior|inferior) (?:do )?"
        "(?:que|a)(?: em| no| na)?"
    ),
    likeness_before="pré|pós",
    otherwise="do que (?:previsto|esperado)",
    habits="normalmente|sempre|muitas vezes|costuma|costumam|geralmente|todos os anos|cada ano",
    described="um|uma",
    extremes="(?:o|a|os|as) (?:pior|melhor|maior|menor|mais|menos)",
    firsts="primeir[oa]s?",
    since="desde",
)

NOWADAYS = NowadaysWords(
    words="hoje",
    states=(
        "é|são|está|estão|há|tem|têm|existe|existem|vive|vivem|pode|podem|continua|continuam"
        "|depende|dependem|precisa|precisam|representa|abriga"
    ),
    done=(r"\w{2,}(?:ou|aram|eram|iram)|foi|foram|era|eram|estava|houve|\w+ando|\w+endo|será|vai"),
)
