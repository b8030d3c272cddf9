"""German: words around figures, and what they count."""

from __future__ import annotations

from generator.lang.figure_words import FigureWords
from generator.lang.words import counted, words

_PEOPLE = words(
    """
        menschen personen männer frauen kinder kindern mädchen jungen soldaten polizisten zivilisten
        demonstranten kämpfer opfer überlebende verletzte verletzten tote toten passagiere
        arbeiter mitarbeiter beschäftigte studenten studierende schüler ärzte patienten einwohner
        flüchtlinge migranten gefangene häftlinge geiseln verdächtige touristen journalisten
        familien bürger helfer leichen angreifer terroristen anhänger teilnehmer abgeordnete
        feuerwehrleute
        """
)

FIGURES = FigureWords(
    numbers={
        **counted("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 2),
        **counted("dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 13),
        **counted("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10),
        "hundert": 100,
    },
    articles={"eine": 1, "einer": 1, "ein": 1},
    scales={"tausend": 1e3, "millionen|million|mio\\.?": 1e6, "milliarden|milliarde|mrd\\.?": 1e9},
    vague={
        "zehntausende|zehntausenden": 1e4,
        "hunderttausende|hunderttausenden": 1e5,
        "tausende|tausenden": 1e3,
        "hunderte|hunderten": 1e2,
        "dutzende|dutzenden": 12,
        "millionen von": 1e6,
    },
    grouped=r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?!\d)",
    bounds={
        "mindestens|wenigstens|mehr als|über|nicht weniger als": "at least",
        "höchstens|bis zu|maximal|weniger als": "at most",
        "rund|etwa|circa|ca\\.|ungefähr|knapp|fast|an die|beinahe|gut": "about",
    },
    fillers="der|die|den",
    changes_from="von",
    changes_to="auf",
    changes="stieg von|sank von|wuchs von|fiel von|erhöhte sich von|ging von",
    ranges=(("zwischen", "und"), ("", "bis|oder|-|–"), ("von", "auf")),
    currencies={
        r"US\$|\$|dollar|us-dollar": "USD",
        "€|euro": "EUR",
        "£|pfund": "GBP",
        "franken|schweizer franken": "CHF",
        "rubel": "RUB",
        "yen": "JPY",
    },
    shares="prozent|%|v\\. ?h\\.",
    units=(
        "jahren?|monaten?|monate|wochen?|tagen?|tage|stunden?|minuten?|sekunden?|jahrhunderten?"
        "|kilometern?|km|metern?|meter|hektar|grad|punkten?|prozentpunkten?|mal|tonnen|kilo|liter"
    ),
    names="Artikel|Seite|Kapitel|Nummer|Nr\\.|§|Flug|Linie|Platz|im Alter von",
    measures={
        "dead": (
            "[Tt]ote[nr]?|getötet|[Gg]etöteten?|tot|starben|ums Leben gekommen|kamen ums Leben"
            "|gestorben|Todesopfern?|Todesfälle|ermordet|gefallen|erschossen"
        ),
        "injured": "[Vv]erletzt(?:e[nr]?)?|[Vv]erwundet(?:e[nr]?)?",
        "arrested": "festgenommen|verhaftet|Festnahmen|Verhaftungen|inhaftiert",
        "missing": "[Vv]ermisst(?:e[nr]?)?|verschollen",
        "displaced": "[Vv]ertrieben(?:e[nr]?)?|evakuiert|obdachlos",
        "cases": "Fällen?|[Ii]nfiziert(?:e[nr]?)?|Neuinfektionen|Ansteckungen",
        "hospitalised": "ins Krankenhaus (?:gebracht|eingeliefert)",
    },
    passive="wurden|wurde|sind|ist|werden|worden",
    happened={"dead": "starben|kamen ums Leben|sind gestorben|fielen"},
    who="die",
    counted=_PEOPLE
    | words(
        """
        fälle angriffe anschläge explosionen bomben raketen drohnen gebäude häuser schulen fahrzeuge
        autos flugzeuge schiffe wohnungen stellen arbeitsplätze
        """
    ),
    people=_PEOPLE,
    modifiers=words("weitere weiteren andere anderen neue neuen der die den junge"),
    additions=words("weitere weiteren andere anderen zusätzliche"),
    closers=words(
        """
        oder in im am an auf und dass die der das den dem mit für von vom seit bis aus bei wurden
        wurde sind ist hat haben hatte hatten waren war während nach vor
        """
    ),
    breaks="und|aber|während|als|dass",
    plural_endings=("en", "er", "e", "n", "s"),
    planned="wird|werden|soll|sollen|könnte|könnten|plant|will|wollen",
    anyone=words("menschen personen opfer tote verletzte"),
    partitive="der|von|vom|des",
    determiners=words("der die das den dem seine ihre"),
    fractions={
        "die hälfte|hälfte": 0.5,
        "ein drittel": 1 / 3,
        "zwei drittel": 2 / 3,
        "ein viertel": 0.25,
        "drei viertel|dreiviertel": 0.75,
        "ein fünftel": 0.2,
    },
    ratios="von",
    since="seit",
    since_what="dem|der|den|beginn|anfang|ende|ausbruch|damals",
    so_far="bisher|bislang|bis heute|bis jetzt",
    recent_before="in|während",
    recent=r"(?:der |den |die )?(?:letzten|vergangenen) .*",
    current="dieses jahr|in diesem jahr|heuer",
    superlatives=(
        "schlimmste[nrs]?|schwerste[nrs]?|größte[nrs]?|höchste[nrs]?|erste[nrs]?|stärkste[nrs]?"
    ),
    as_of="bis zum|per|mit stand vom",
    tallies="zahl der (?:toten|opfer|verletzten|fälle)|bilanz|gesamtzahl",
    dated_by="am",
    per="pro|je",
    rates="pro (?:jahr|monat|tag|kopf|person|stunde)|im jahr",
)
