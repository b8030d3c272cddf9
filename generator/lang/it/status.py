"""Italian: words that say whether something was done, planned, uncertain or denied."""

from __future__ import annotations

from generator.lang.event_words import NowadaysWords, ReportingWords, StatusWords, UneventfulWords
from generator.lang.words import phrases

_SAID = (
    "detto|disse|dissero|dice|riferito|riferì|dichiarato|dichiarò|annunciato|annunciò|affermato"
    "|affermò|spiegato|spiegò|aggiunto|aggiunse|sottolineato|scritto|scrisse|comunicato|precisato"
)

STATUS = StatusWords(
    planned=phrases("sarà | saranno | verrà | verranno | è previsto | è prevista | sono previsti"),
    foreseen=phrases(
        r"""\w{2,}(?:rà|ranno|remo|rebbe|rebbero) | deve | devono | dobbiamo | bisogna | occorre
        | spera | sperano | speriamo | prevede | prevedono | intende | intendono | propone
        | propongono | vuole | vogliono | vogliamo | punta a | puntano a | si impegna"""
    ),
    asked=phrases(
        r"""(?:chiede|chiedono|chiedo|propone|propongono|esige|esigono|invita|invitano|esorta
        |esortano) (?:\w+ ){0,6}?(?:che|di|a)"""
    ),
    outlook=phrases(
        r"""(?:prospettive?|previsioni?|pronostic[oi]|pian[oi]|obiettiv[oi]|speranze?|bilanci[o]?)
        (?:per|di|del)(?: il| la| l')?"""
    ),
    possible=phrases("può | possono"),
    expected=phrases("era previsto | era prevista | erano previsti | doveva | dovevano"),
    uncertain=phrases(
        "potrebbe | potrebbero | forse | probabilmente | presumibilmente | presunto | presunta"
    ),
    negated=phrases(
        r"""non (?:si |lo |la |li |le |gli |ci |ne |è |sono |ha |hanno |aveva |avevano |fu |furono
        ){0,3}(?!solo|soltanto|meno|più|appena|oltre)\w{3,} | mai \w+ | nessuno \w+
        | nessun\w* \w+ \w+"""
    ),
    cancelled=phrases(
        r"(?:è stat[oa]|sono stat[ie]|fu|furono) (?:annullat|sospes|rinviat|cancellat)[oaie]"
    ),
    governing=phrases(
        "nega che | negano che | negò che | negato che | smentito che | smentisce che"
        " | non è vero che"
    ),
    harmless=phrases(
        "non meno | non più di | non solo | non soltanto | senza dubbio | non appena | non oltre"
    ),
    turns="ma|però|bensì",
    coordinators=r"e|ed|\w{2,}rono",
    apart="dal|al|fino",
    conditions="se",
    subordinators="quando|se|dopo|prima|finché|come|mentre",
    clause_openers="ma|però|mentre|sebbene|dopo|prima|perché|quando|dove|che|come|se|finché",
)

REPORTING = ReportingWords(
    verbs=_SAID,
    main=_SAID,
    passive="è stato|è stata|sono stati|sono state|fu|furono",
    occasions=(
        "in (?:un|una) (?:comunicato|dichiarazione|conferenza stampa|intervista|discorso|relazione"
        "|lettera)"
    ),
    tail=r"(?: (?:la|il|l') ?[\w ]{1,25}?)?",
    prepositions="il|nel|dal",
    opening="il|già|e|nella tarda serata di",
    between="il|lo|la|i|gli|le|di|del|della|e|in|un|una|anche|suo|ha|hanno|l",
    joins="e|o|ma",
    subject="è|fu|sarà",
    beside="il",
)

UNEVENTFUL = UneventfulWords(
    prepositions="il|alle|alle ore",
    labels="[Uu]ltimo aggiornamento|[Aa]ggiornato|[Pp]ubblicato|[Mm]odificato|[Cc]onsultato",
    rights="©|[Cc]opyright",
    bylines="Di|di",
    writes="scrisse|scrive|ha scritto",
    comparisons="(?:che|rispetto) (?:nel|al|alla|il|la)",
    measured=(
        "(?:maggiore|minore|migliore|peggiore|più alto|più alta|più basso|più bassa)"
        " (?:che|rispetto al)"
    ),
    otherwise="del previsto",
    habits="normalmente|sempre|spesso|di solito|solitamente|generalmente|ogni anno|tutti gli anni",
    described="un|una",
    extremes="(?:il|la|i|le) (?:peggior|miglior|maggior|minor|più|meno)",
    firsts="prima|primo",
    since="dal|da",
)

NOWADAYS = NowadaysWords(
    words="oggi",
    states=(
        "è|sono|c'è|ci sono|esiste|esistono|vive|vivono|può|possono|resta|restano|rimane|dipende"
        "|ospita|si trova"
    ),
    done=r"\w{2,}(?:ò|rono|ato|ata|ati|uto|ito)|fu|furono|era|erano|ha|hanno|\w+ando|\w+endo|sarà",
)
