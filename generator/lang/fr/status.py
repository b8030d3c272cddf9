"""French: words that say whether something was done, planned, uncertain or denied."""

from __future__ import annotations

from generator.lang.event_words import NowadaysWords, ReportingWords, StatusWords, UneventfulWords
from generator.lang.words import phrases

_PARTICIPLE = r"\w+(?:[éiu]e?s?|it|ite|ert|erte?s?|int|inte?s?|ort)"
_NOT = r"(?:ne |n['’])(?:l['’]|s['’]|se |lui |leur |y |en )?"
_HAS = "(?:a|ont|avait|avaient|est|sont|était|étaient|fut|furent|sera|seront|aura|auront)"
_ASKS = (
    "demande|demandent|réclame|réclament|exige|exigent|appelle|appellent|invite|invitent"
    "|recommande|recommandent|propose|proposent|souhaite|souhaitent"
)

STATUS = StatusWords(
    planned=phrases(
        r"""va (?=\w+(?:er|ir|re)\b) | vont (?=\w+(?:er|ir|re)\b) | sera | seront | aura lieu
        | auront lieu | est prévu(?:e?s?)? | sont prévu(?:e?s?)? | est attendu(?:e?s?)?
        | sont attendu(?:e?s?)? | \w{2,}(?:era|eront|ira|iront|dra|dront|tra|tront|vra|vront)
        | fera | feront | aura | auront"""
    ),
    foreseen=phrases(
        r"""doit | doivent | devra | devront | devrait | devraient | il faut | faudra | espère
        | espèrent | prévoit | prévoient | compte | comptent | entend | entendent | envisage
        | envisagent | veut | veulent | souhaite | souhaitent | s['’]engage | s['’]engagent
        | (?:est|sont) censée?s? | (?:est|sont) appelée?s? à"""
    ),
    asked=phrases(rf"""(?:{_ASKS}) que | (?:{_ASKS}) (?:[\w'’-]+ ){{0,5}}?(?:à|de)"""),
    outlook=phrases(
        r"(?:perspectives?|prévisions?|projets?|objectifs?|espoirs?|budgets?) (?:pour|de)"
        r"(?: la| le)?"
    ),
    possible=phrases("peut | peuvent"),
    expected=phrases(
        r"""était prévue? | étaient prévue?s | devait | devaient | allait (?=\w+(?:er|ir|re)\b)
        | allaient (?=\w+(?:er|ir|re)\b)"""
    ),
    uncertain=phrases(
        r"""pourrait | pourraient | peut-être | sans doute | probablement | vraisemblablement
        | aurait | auraient | serait | seraient | semble | semblent | présumée?s?"""
    ),
    negated=phrases(
        rf"{_NOT}{_HAS} (?:pas|jamais|plus)(?: été| encore)? {_PARTICIPLE}"
        rf" | {_NOT}\w{{2,}} (?:pas|jamais)"
        r" | [Aa]ucune? \w+ (?:n['’]|ne )\w+ | [Pp]ersonne (?:n['’]|ne )\w+"
    ),
    cancelled=phrases(
        r"(?:a|ont|avait|fut|furent|est|sont) (?:été )?"
        r"(?:annulée?s?|reportée?s?|ajournée?s?|suspendue?s?)"
    ),
    governing=phrases(
        r"""nie que | nie avoir | nient que | nient avoir | a nié que | a nié avoir | ont nié avoir
        | dément que | dément avoir | a démenti que | a démenti avoir | il est faux que"""
    ),
    harmless=phrases(
        r"""n['’](?:\w+ )?que | ne (?:\w+ )?que | non seulement | pas moins de | sans doute que
        | pas seulement | n['’]est pas seulement"""
    ),
    turns="mais|(?:il|elle|ils|elles|on) (?:a|ont|avait|fut|était)",
    coordinators=r"et|puis|\w+èrent",
    apart="depuis|jusqu['’]à|jusqu['’]en|jusqu['’]au|avant|après",
    conditions="si|s['’]ils?",
    subordinators="quand|lorsque|si|avant|après|jusqu['’]à|comme|tandis",
    clause_openers=(
        "mais|tandis|alors que|bien que|après|avant|parce que|car|quand|lorsque|où|qui|que|qu['’]"
        "|comme|si|jusqu['’]à|puisque|dont"
    ),
    aside="(?:a|ont|avait) (?:dit|déclaré|affirmé|indiqué|annoncé|expliqué)|dit|déclare|affirme",
)

_SAID = (
    "dit|déclaré|annoncé|indiqué|affirmé|expliqué|précisé|ajouté|souligné|assuré|confirmé"
    "|rapporté|averti|estimé|révélé|écrit"
)
_VERBS = (
    f"(?:a|ont|avait|avaient) (?:{_SAID})|déclara|annonça|affirma|dit|déclare|annonce|indique"
    "|affirme|précise|explique"
)
REPORTING = ReportingWords(
    verbs=_VERBS,
    main=_VERBS,
    passive="été|est|fut|sont",
    hearers=(
        rf"(?:a|ont|avait) (?:{_SAID}) (?:à|au|aux|à la|à l['’])(?: ?(?!que\b)[\w'’.-]+){{1,3}}?"
    ),
    occasions=(
        "(?:dans|lors d|au cours d|par|à l['’]occasion d)(?:['’]| )?(?:un|une|son|sa|le|la)"
        " (?:communiqué|déclaration|conférence de presse|entretien|interview|discours|rapport"
        "|lettre|message)"
    ),
    tail=r"(?: (?:la|le|l['’]) ?[\w ]{1,25}?)?",
    prepositions="le|ce|dès|du",
    opening="le|ce|dès|tard|et",
    between="le|la|les|l['’]|de|du|des|et|à|au|dans|un|une|également|aussi|son|sa",
    joins="et|mais",
    subject="est|fut|sera|était",
    beside="le",
)

UNEVENTFUL = UneventfulWords(
    prepositions="le|du|à|vers",
    labels=(
        "[Dd]ernière (?:mise à jour|modification)|[Mm]is à jour|[Mm]ise à jour|[Pp]ublié|[Mm]odifié"
        "|[Cc]onsulté|[Pp]ublication"
    ),
    rights="©|[Cc]opyright",
    bylines="[Pp]ar|De",
    writes="a écrit|écrivait|dit",
    comparisons="qu['’]en|que (?:en|le|la|les|l['’])|par rapport à|contre",
    measured=(
        "(?:supérieure?s?|inférieure?s?) à|(?:plus|moins) \\w+ qu['’]en|(?:plus|moins) \\w+ que"
    ),
    likeness_before="pré|post|après|avant",
    otherwise="que prévu|que (?:annoncé|attendu)",
    habits="habituellement|toujours|souvent|généralement|chaque année|tous les ans|d['’]ordinaire",
    described="une?",
    extremes="(?:le|la|les) (?:pire|pires|meilleure?s?|plus|moins)",
    firsts="première?s?|premiers?",
    since="depuis",
)

NOWADAYS = NowadaysWords(
    words="aujourd['’]hui",
    states=(
        "est|sont|existe|existent|vit|vivent|peut|peuvent|reste|restent|dépend|dépendent|compte"
        "|comptent|faut|il y a|représente|représentent|possède|constitue|permet"
    ),
    done=(
        r"a|ont|est (?:\w+é|\w+ée|mort|parti|venu)|sera|seront|va|vont|était|avait|fut"
        r"|\w{2,}(?:èrent|ira|era)"
    ),
)
