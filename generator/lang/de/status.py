"""German: words that say whether something was done, planned, uncertain or denied.

The participle or infinitive stands at the end of its clause, often after the date.
"""

from __future__ import annotations

from generator.lang.event_words import NowadaysWords, ReportingWords, StatusWords, UneventfulWords
from generator.lang.words import phrases

_ASKS = "fordert|fordern|verlangt|verlangen|bittet|bitten|empfiehlt|empfehlen|schlägt vor"
_DID = (
    r"(?:hat|haben|hatte|hatten|wurde|wurden|ist|sind|war|waren|konnte|konnten|wird|werden|kam|kamen"
    r"|fand|fanden|nahm|nahmen|\w+te|\w+ten)"
)

STATUS = StatusWords(
    planned=phrases(
        r"""wird | werden | will | wollen | plant | planen | ist geplant
        | sind geplant | ist vorgesehen | steht bevor | stehen bevor"""
    ),
    foreseen=phrases(
        """soll | sollen | muss | müssen | hofft | hoffen | erwartet | erwarten | beabsichtigt
        | beabsichtigen | möchte | möchten | strebt an | zu erwarten"""
    ),
    asked=phrases(rf"(?:{_ASKS}),? dass"),
    outlook=phrases(
        r"(?:Aussichten?|Prognosen?|Pläne?|Ziele?|Hoffnungen?|Haushalt|Ausblick) (?:für|auf)"
        r"(?: das| den| die)?"
    ),
    possible=phrases("kann | können"),
    expected=phrases(
        """sollte | sollten | war geplant | waren geplant | war vorgesehen | waren vorgesehen"""
    ),
    uncertain=phrases(
        r"könnte | könnten | vielleicht | möglicherweise | angeblich\w* | mutmaßlich\w*"
        r" | vermutlich | wahrscheinlich | womöglich | dürfte | dürften"
    ),
    negated=phrases(
        rf"{_DID}(?: \w+){{0,6}}? nicht(?! nur\b| zuletzt\b| weniger\b| mehr als\b)"
        r" | [Kk]ein(?:e[nmr]?)? \w+ (?:wurde|wurden|hat|haben|kam|kamen)"
        r" | [Nn]iemand \w+ | nicht (?:\w+ ){0,3}ge\w+(?:t|en)"
    ),
    behind=phrases(
        r"nicht(?! (?:nur|allein|weit|gern|ohne|mehr als|weniger|zuletzt|lange|sofort)\b)"
        r"(?: \w+){0,2}\W*$"
    ),
    cancelled=phrases(
        r"(?:wurde|wurden|ist|sind|war|waren|worden)(?: \w+){0,4}? "
        r"(?:abgesagt|verschoben|abgebrochen|ausgesetzt|vertagt)"
    ),
    governing=phrases(
        r"""bestreitet,? dass | bestritt,? dass | bestreiten,? dass | dementierte,? dass
        | bestreitet | bestritt | es stimmt nicht,? dass"""
    ),
    harmless=phrases(
        "nicht weniger | nicht mehr als | nicht nur | nicht zuletzt | nicht später als"
    ),
    turns="aber|sondern|doch",
    coordinators=r"und|\w+te|\w+ten|wurde|wurden",
    apart="seit|bis|vor|nach|ab",
    conditions="wenn|falls|sollte",
    subordinators="als|wenn|bevor|nachdem|bis|während",
    clause_openers=(
        "aber|während|obwohl|nachdem|bevor|weil|als|wo|dass|daß|wie|wenn|bis|denn|sondern|damit"
        "|(?<=, )(?:der|die|das|dem|den|deren|dessen)"
    ),
    aside="sagte|sagt|erklärte|teilte|hieß es",
)

_VERBS = (
    "sagten?|erklärten?|teilten?|kündigten?|betonten?|berichteten?|bestätigten?|gab|gaben|schrieb"
    "|schrieben|warnten?|meldeten?"
)
REPORTING = ReportingWords(
    verbs=_VERBS,
    main=_VERBS,
    passive="wurde|wurden|worden",
    hearers=rf"(?:{_VERBS}) (?:der|dem|den|gegenüber(?: der| dem| den)?)(?: [\w'’.-]+){{1,3}}?",
    occasions=(
        "in (?:einer|seiner|ihrer|einem|seinem|ihrem|der|dem) (?:Mitteilung|Erklärung|Stellungnahme"
        "|Pressekonferenz|Interview|Rede|Bericht|Brief|Gespräch)"
    ),
    tail=r"(?: (?:der|die|das|ein|eine|er|sie)(?: [\w.-]+){0,5}?)?",
    prepositions="am|an diesem|noch am",
    opening="am|noch am|schon am|spät am|und",
    between="der|die|das|des|dem|den|von|vom|und|in|im|ein|eine|auch|sein|ihr|für",
    joins="und|aber",
    subject="ist|war|sei|wird",
    beside="am|dem|den",
)

UNEVENTFUL = UneventfulWords(
    prepositions="am|um|vom",
    labels=(
        "[Zz]uletzt (?:aktualisiert|geändert|bearbeitet)(?: am)?|[Aa]ktualisiert(?: am)?"
        "|[Vv]eröffentlicht(?: am)?|[Aa]bgerufen(?: am)?|Stand|[Gg]eändert(?: am)?"
    ),
    zones="Uhr MEZ|Uhr MESZ|MEZ|MESZ",
    rights="©|[Cc]opyright",
    bylines="Von",
    writes="schrieb|sagte",
    comparisons="als (?:im|in|am|noch)|gegenüber(?: dem)?|im Vergleich zu(?:m|r)?",
    measured="(?:höher|niedriger|größer|kleiner|besser|schlechter|mehr|weniger) als",
    likeness_before="vor|nach|prä|post",
    otherwise="als (?:geplant|erwartet|vorgesehen)",
    habits="normalerweise|immer|oft|meist|meistens|üblicherweise|gewöhnlich|jedes Jahr|alljährlich",
    described="eine?[mnrs]?",
    extremes=(
        "(?:schlimm|schwer|groß|größ|höch|niedrig|best|stärk|heiß|kält)\\w*ste[nrs]?|beste[nrs]?"
    ),
    firsts="erste[nrs]?|erstmals",
    since="seit",
)

NOWADAYS = NowadaysWords(
    words="heute",
    states=(
        "ist|sind|gibt|lebt|leben|hat|haben|steht|stehen|kann|können|liegt|liegen|gehört|gehören"
        "|existiert|bleibt|gilt|gelten|heißt|dient|zeigt"
    ),
    done=(
        r"wurde|wurden|war|waren|hatte|wird|werden|soll|sollen|will|ich|wir|\w{2,}te"
        r"|(?:hat|haben|ist|sind) [^,.]*\bge\w+(?:t|en)"
    ),
)
