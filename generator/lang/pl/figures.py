"""Polish: words around figures, and what they count."""

from __future__ import annotations

from generator.lang.figure_words import FigureWords
from generator.lang.words import counted, words

_PEOPLE = words(
    """
        osób osoby osoba osobom ludzi ludzie mężczyzn mężczyźni kobiet kobiety dzieci dziecko
        żołnierzy żołnierze policjantów policjanci strażaków strażacy cywilów cywile mieszkańców
        mieszkańcy pasażerów pasażerowie pracowników pracownicy robotników robotnicy górników
        górnicy studentów studenci uczniów uczniowie lekarzy lekarze pacjentów pacjenci uchodźców
        uchodźcy migrantów migranci więźniów więźniowie zakładników zakładnicy podejrzanych
        dziennikarzy dziennikarze ratowników ciał terrorystów bojowników turystów turyści posłów
        posłowie senatorów ofiar ofiary rannych poszkodowanych zabitych zmarłych uczestników
        demonstrantów obywateli
        """
)

FIGURES = FigureWords(
    numbers={
        **counted("jeden jedna jedno", 1, 0),
        **counted("dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście", 2),
        **counted("dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście", 12),
        **counted("osiemnaście dziewiętnaście dwadzieścia", 18),
        **counted("trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt", 30, 10),
        **counted("osiemdziesiąt dziewięćdziesiąt sto", 80, 10),
        **counted("dwieście trzysta czterysta pięćset sześćset siedemset", 200, 100),
        **counted("dwie dwóch dwaj dwoje dwu", 2, 0),
        **counted("trzech trzej troje", 3, 0),
        **counted("czterech czterej czworo", 4, 0),
        **counted("pięciu pięcioro", 5, 0),
        **counted("sześciu sześcioro", 6, 0),
        **counted("siedmiu siedmioro", 7, 0),
        **counted("ośmiu ośmioro", 8, 0),
        **counted("dziewięciu dziesięciu jedenastu dwunastu trzynastu czternastu piętnastu", 9),
    },
    scales={
        r"tys\.?|tysi(?:ąc|ące|ęcy|ąca)": 1e3,
        r"mln\.?|milion(?:a|y|ów)?": 1e6,
        r"mld\.?|miliard(?:a|y|ów)?": 1e9,
    },
    vague={
        "dziesiątki tysięcy|kilkadziesiąt tysięcy": 1e4,
        "setki tysięcy": 1e5,
        "tysiące": 1e3,
        "setki|kilkaset": 1e2,
        "kilkadziesiąt": 20,
        "kilkanaście|kilkunastu": 11,
        "dziesiątki": 10,
    },
    grouped=r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+",
    bounds={
        "co najmniej|przynajmniej|ponad|więcej niż|nie mniej niż|minimum": "at least",
        "do|najwyżej|co najwyżej|maksymalnie|mniej niż|nie więcej niż|niespełna": "at most",
        r"około|ok\.|mniej więcej|blisko|niemal|prawie|w przybliżeniu": "about",
    },
    changes_from="z",
    changes="wzrosła|wzrósł|wzrosło|zwiększyła się|zwiększył się|spadła|spadł|spadło|zmalała",
    changes_to="do",
    ranges=(("od", "do"), ("", "-|–")),
    currencies={
        r"\$|dolarów|dolary|dolara": "USD",
        "€|euro": "EUR",
        "zł|złotych|złote|złotego|PLN": "PLN",
        "rubli|ruble": "RUB",
    },
    shares=r"procent(?:a|y)?|proc\.?|%",
    units=(
        "lat|lata|rok|roku|miesi(?:ące|ęcy|ąc)|tydzień|tygodni|tygodnie|dni|dzień|godzin[aęy]?"
        "|minut[aęy]?|sekund[aęy]?|kilometr(?:y|ów|a)?|km|metr(?:y|ów|a)?|cm|stopni|razy"
        "|hektar(?:y|ów|a)?|ha|ton[aęy]?|kg|litr(?:y|ów|a)?"
    ),
    names="nr|numer|artykuł|strona|rozdział|punkt|lot|autobus",
    measures={
        "dead": (
            "zginęł[aoy]|zginął|zginęli|zabit(?:o|y|ych|e)|zabił[aoy]?|zabiły|zmarł[aoy]?|zmarli"
            "|zmarłych|ofiar|ofiary|poległ[aoy]?|polegli|śmiertelnych"
        ),
        "injured": "rann(?:e|ych|y|a|i)|raniono|poszkodowan(?:e|ych|y|a|i)|obrażenia",
        "arrested": "zatrzyman(?:o|e|ych|y|i)|zatrzymał[ay]?|zatrzymali|aresztowan(?:o|e|ych|y|i)",
        "missing": "zaginęł[aoy]|zaginął|zaginęli|zaginion(?:e|ych|y)",
        "displaced": "ewakuowan(?:o|e|ych|y|i)|wysiedlon(?:o|e|ych|y)|przesiedlon(?:o|e|ych|y)",
        "cases": "zakaże(?:ń|nia)|zachorowa(?:ń|nia)|przypadk(?:ów|i)",
        "hospitalised": "hospitalizowan(?:o|e|ych|y)|szpital(?:a|u|i|ach)",
    },
    counted=_PEOPLE
    | words(
        """
        przypadków wybuchów eksplozji rakiet dronów pocisków domów budynków szkół samochodów
        pojazdów samolotów gospodarstw mieszkań
        """
    ),
    people=_PEOPLE,
    modifiers=words("innych nowych kolejnych dalszych kolejne inne nowe"),
    additions=words("innych nowych kolejnych dalszych kolejne inne nowe"),
    verbs=r"\w{2,}(?:[aeięy]ł[aoy]|[aeiy]li|uje|ują|ają|się)",
    closers=words("w we na po z ze i od do za u o że który która które którzy był była było a ale"),
    breaks="i|oraz|ale|a|że|gdy|kiedy",
    plural_endings=("ów", "ych", "ich"),
    anyone=words("osób osoby ludzi ofiar ofiary rannych poszkodowanych zabitych zmarłych ciał"),
    fractions={
        "dwie trzecie": 2 / 3,
        "połowa|połowę|połowy": 0.5,
        "jedna trzecia|jedną trzecią": 1 / 3,
        "jedna czwarta|jedną czwartą|ćwierć": 0.25,
        "trzy czwarte": 0.75,
    },
    ratios="na",
    halves="pierwsza|pierwszej|pierwszą|druga|drugiej|drugą|ostatnia",
    rates="za baryłkę|za tonę|za sztukę|za kilogram|każdy|każda",
    per="rocznie|miesięcznie|dziennie|tygodniowo|na rok|na miesiąc|na dobę|na godzinę",
    states="wyniosła|wyniósł|wynosi|wynosiła|liczy|liczyła|było|sięgnęła|sięgnął",
    dated_by="w|rano|wieczorem",
    since="od|począwszy od",
    since_what="początku|tamtej|tego|chwili|momentu",
    so_far="do tej pory|dotychczas|jak dotąd|na razie|do dziś",
    recent_before="w ciągu|przez|w",
    recent=r"(?:ostatni|miniony|minion)\w* .*",
    current="w tym roku|tym roku",
    superlatives=r"pierwsz\w+|naj\w+",
    as_of="stan na|według stanu na",
    tallies="liczba (?:ofiar|zabitych|rannych|zmarłych)|bilans",
    planned="będzie|będą|może|mogą|planuje|planują|ma być|mają być",
)
