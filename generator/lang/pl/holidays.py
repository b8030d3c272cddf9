"""Polish: holidays, as they are kept in Poland.

`generator.analyse.times.interpreters.holidays` explains how a holiday's day is written.
"""

from __future__ import annotations

from generator.lang.language import Rule

HOLIDAYS = (
    *(
        Rule(row.format(pattern), "holiday", said.format(example), argument=day)
        for row, said in (
            ("({}) (YEAR (r DOT | roku)?)?", "{}"),
            ("({}) SHIFT roku", "{} zeszłego roku"),
        )
        for pattern, day, example in (
            ("nowy rok | nowego roku", "01-01", "Nowy Rok"),
            ("trzech króli", "01-06", "Trzech Króli"),
            ("walentynki | dzień zakochanych", "02-14", "walentynki"),
            ("dzień kobiet", "03-08", "Dzień Kobiet"),
            ("święto pracy", "05-01", "Święto Pracy"),
            ("święto (konstytucji)? INT maja", "05-03", "Święto Konstytucji 3 Maja"),
            ("dzień matki", "05-26", "Dzień Matki"),
            ("dzień dziecka", "06-01", "Dzień Dziecka"),
            ("święto wojska polskiego", "08-15", "Święto Wojska Polskiego"),
            ("wszystkich świętych", "11-01", "Wszystkich Świętych"),
            ("zaduszki | dzień zaduszny", "11-02", "Zaduszki"),
            ("(narodowe)? święto niepodległości", "11-11", "Święto Niepodległości"),
            ("barbórka | barbórkę", "12-04", "Barbórka"),
            ("mikołajki", "12-06", "mikołajki"),
            (
                "wigilia bożego narodzenia | wigilię bożego narodzenia",
                "12-24",
                "Wigilia Bożego Narodzenia",
            ),
            ("(boże narodzenie | bożego narodzenia)", "12-25", "Boże Narodzenie"),
            ("tłusty czwartek", "easter-52", "tłusty czwartek"),
            ("(środa | środę) popielcową? | popielec", "easter-46", "Popielec"),
            ("(niedziela | niedzielę) (palmowa | palmową)", "easter-7", "Niedziela Palmowa"),
            ("(wielki czwartek | wielkiego czwartku)", "easter-3", "Wielki Czwartek"),
            ("(wielki piątek | wielkiego piątku)", "easter-2", "Wielki Piątek"),
            ("(wielka | wielką) (sobota | sobotę)", "easter-1", "Wielka Sobota"),
            ("(wielkanoc | wielkanocy)", "easter", "Wielkanoc"),
            ("(poniedziałek wielkanocny | lany poniedziałek)", "easter+1", "lany poniedziałek"),
            ("zielone świątki", "easter+49", "Zielone Świątki"),
            ("boże ciało", "easter+60", "Boże Ciało"),
        )
    ),
    # Elsewhere it is the eve of anything.
    Rule(
        "(wigilia | wigilię) (YEAR (r DOT | roku)?)?",
        "holiday",
        "W Wigilię",
        after="w",
        argument="12-24",
    ),
    Rule(
        "(sylwestra | sylwester) YEAR? roku?", "holiday", "w sylwestra", after="w", argument="12-31"
    ),
)
