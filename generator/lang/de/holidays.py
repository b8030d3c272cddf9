"""German: holidays. `generator.analyse.times.interpreters.holidays` explains how a day is written.

Those of one country or confession have names that the others do not use for another day.
"""

from __future__ import annotations

from generator.lang.language import Rule

HOLIDAYS = tuple(
    Rule(row.format(pattern), "holiday", said.format(example), argument=day)
    for row, said in (
        ("({0}) ({{year}})?", "{0}"),
        ("({0}) ({{counted}}) | SHIFT ({0})", "{0} letzten Jahres"),
    )
    for pattern, day, example in (
        ("heiligabend | (heilige | heiligen | heiliger) abend", "12-24", "Heiligabend"),
        ("weihnachten | weihnachtstag | christtag", "12-25", "Weihnachten"),
        ("stephanstag | stefanitag", "12-26", "Stephanstag"),
        ("silvester | silvesterabend", "12-31", "Silvester"),
        ("neujahr | neujahrstag", "01-01", "Neujahr"),
        ("dreikönigstag | epiphanias", "01-06", "Dreikönigstag"),
        ("tag der arbeit", "05-01", "Tag der Arbeit"),
        ("mariä himmelfahrt", "08-15", "Mariä Himmelfahrt"),
        ("tag der deutschen einheit", "10-03", "Tag der Deutschen Einheit"),
        ("reformationstag", "10-31", "Reformationstag"),
        ("allerheiligen", "11-01", "Allerheiligen"),
        ("allerseelen", "11-02", "Allerseelen"),
        ("martinstag | martini", "11-11", "Martinstag"),
        ("nikolaustag", "12-06", "Nikolaustag"),
        ("rosenmontag", "easter-48", "Rosenmontag"),
        ("faschingsdienstag | fastnachtsdienstag", "easter-47", "Faschingsdienstag"),
        ("aschermittwoch", "easter-46", "Aschermittwoch"),
        ("palmsonntag", "easter-7", "Palmsonntag"),
        ("gründonnerstag", "easter-3", "Gründonnerstag"),
        ("karfreitag", "easter-2", "Karfreitag"),
        ("karsamstag", "easter-1", "Karsamstag"),
        ("ostern | ostersonntag", "easter", "Ostern"),
        ("ostermontag", "easter+1", "Ostermontag"),
        ("christi himmelfahrt | himmelfahrtstag", "easter+39", "Christi Himmelfahrt"),
        ("pfingsten | pfingstsonntag", "easter+49", "Pfingsten"),
        ("pfingstmontag", "easter+50", "Pfingstmontag"),
        ("fronleichnam", "easter+60", "Fronleichnam"),
    )
)
