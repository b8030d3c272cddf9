"""Italian: words around figures, and what they count."""

from __future__ import annotations

from generator.lang.figure_words import FigureWords
from generator.lang.words import counted, words

_PEOPLE = words(
    """
        persone uomini donne bambini bambine minori ragazzi ragazze soldati militari poliziotti
        agenti carabinieri civili manifestanti combattenti vittime superstiti feriti morti
        passeggeri lavoratori operai studenti alunni medici pazienti abitanti residenti rifugiati
        profughi migranti detenuti ostaggi sospetti turisti giornalisti famiglie cittadini pompieri
        volontari cadaveri terroristi deputati senatori
        """
)

FIGURES = FigureWords(
    numbers={
        "uno": 1,
        **counted(
            "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici", 2
        ),
        **counted("quindici sedici diciassette diciotto diciannove venti", 15),
        **counted("trenta quaranta cinquanta sessanta settanta ottanta novanta cento", 30, 10),
        "duecento": 200,
        "trecento": 300,
        "cinquecento": 500,
        "mille": 1000,
        "duemila": 2000,
        "tremila": 3000,
        "diecimila": 10_000,
    },
    articles={"un": 1, "mezzo": 0.5},
    scales={"mila": 1e3, "milioni|milione": 1e6, "miliardi|miliardo": 1e9},
    vague={
        "decine di migliaia": 1e4,
        "centinaia di migliaia": 1e5,
        "migliaia": 1e3,
        "centinaia": 1e2,
        "decine": 10,
        "milioni": 1e6,
        "una decina": 10,
        "una ventina": 20,
        "una trentina": 30,
        "un centinaio": 100,
        "un migliaio": 1000,
    },
    grouped=r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+",
    bounds={
        "almeno|più di|più della|non meno di|oltre": "at least",
        "fino a|al massimo|meno di|non più di": "at most",
        "circa|quasi|intorno a|approssimativamente": "about",
    },
    changes_from="da",
    changes="salito|salita|aumentato|passato|cresciuto|sceso|passati|passate",
    ranges=(("tra", "e"), ("", "a|o|-|–")),
    currencies={r"US\$|\$|dollari": "USD", "€|euro": "EUR", "£|sterline": "GBP", "lire": "ITL"},
    shares="per cento|%",
    units=(
        "ann[io]|mes[ei]|settiman[ae]|giorn[io]|or[ae]|minut[io]|second[io]|secol[io]|chilometri|km"
        "|metri|cm|gradi|punti|volte|ettari|tonnellate|kg|chili|litri"
    ),
    names="articolo|pagina|capitolo|numero|volo|via|piazza",
    measures={
        "dead": "mort[ioae]|decedut[ioae]|decessi|uccis[ioae]|morirono|uccise|uccisero|vittime",
        "injured": "ferit[ioae]|lesionati",
        "arrested": "arrestat[ioae]|fermat[ioae]|arresti",
        "missing": "dispers[ioae]|scompars[ioae]",
        "displaced": "sfollat[ioae]|evacuat[ioae]",
        "cases": "casi|contagi|contagiati",
        "hospitalised": "ricoverat[ioae]",
    },
    passive="sono stat[ie]|furono|sono rimast[ie]|erano stat[ie]|sono risultat[ie]",
    happened={"dead": "morirono|sono mort[ie]|sono decedut[ie]|hanno perso la vita"},
    who="che",
    counted=_PEOPLE
    | words("casi attacchi esplosioni bombe missili droni edifici case scuole veicoli auto aerei"),
    people=_PEOPLE,
    modifiers=words("altri altre nuovi nuove dei delle i gli le"),
    additions=words("altri altre nuovi nuove"),
    closers=words(
        """
        o in a e che il lo la per con da dal fino fu furono è sono ha hanno aveva avevano mentre
        nel nella
        """
    ),
    breaks="e|ma|mentre|quando|che",
    plural_endings=("i", "ne", "le", "che", "ghe", "re", "se", "ze"),
    not_plural=("one", "ore", "ale", "ile", "are", "ere", "ire", "ese", "nne", "tutti", "alcuni"),
    planned="sarà|saranno|potrebbe|potrebbero|prevede|prevista|previsti",
    anyone=words("persone vittime morti morte feriti ferite decessi"),
    partitive="di|del|della|dei|degli|delle",
    determiners=words("il lo la i gli le suo sua suoi sue"),
    fractions={
        "(?:la )?metà": 0.5,
        "un terzo": 1 / 3,
        "due terzi": 2 / 3,
        "un quarto": 0.25,
        "tre quarti": 0.75,
        "un quinto": 0.2,
    },
    ratios="su",
    halves="prima|seconda|ultima|altra",
    changes_to="a",
    rates="al (?:barile|chilo|metro|litro)|alla tonnellata|a (?:persona|testa)|l'uno|ciascuno",
    per="all'anno|l'anno|al mese|al giorno|alla settimana|ogni anno|all'ora|pro capite|annui|annue",
    states="c'erano|ci sono|ammontava a|ammontavano a|ammonta a|raggiungeva",
    planned_after="(?:sarà|saranno|potrebbe|potrebbero|dovrà|dovranno)",
    since="dal|dalla|dall'|da",
    since_what="inizio|allora|quando",
    so_far="finora|fino ad oggi|fino a oggi|fino a questo momento|dall'inizio dell'anno",
    recent_before="negli|nelle|nell'|nel|durante",
    recent=r"(?:gli |le )?(?:ultim[oaie]|scors[oaie]|passat[oaie]) .*",
    current="quest'anno",
    superlatives=r"peggior\w*|maggior\w*|prim[oaie]|più grav[ei]|record",
    as_of="al",
    tallies="numero (?:dei |delle |di )?(?:morti|vittime|decessi|feriti)|bilancio|conto",
    counts_of="(?:cifra|bilancio|conteggio|dati) (?:di|del)",
    dated_by="il",
)
