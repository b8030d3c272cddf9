"""Italian: holidays, as they are kept in Italy.

`generator.analyse.times.interpreters.holidays` explains how a holiday's day is written.
"""

from __future__ import annotations

from generator.lang.language import Rule

HOLIDAYS = (
    *(
        Rule(row.format(pattern), "holiday", said.format(example), argument=day)
        for row, said in (
            ("{} (del? YEAR)?", "{} 2023"),
            ("{} (dell APOSTROPHE anno SHIFT | dello SHIFT anno)", "{} dell'anno scorso"),
        )
        for pattern, day, example in (
            ("capodanno", "01-01", "Capodanno"),
            ("(l APOSTROPHE)? epifania", "01-06", "Epifania"),
            ("san valentino", "02-14", "San Valentino"),
            ("la? festa della donna", "03-08", "festa della donna"),
            ("la? festa della liberazione", "04-25", "festa della Liberazione"),
            ("la? festa (del lavoro | dei lavoratori)", "05-01", "festa del lavoro"),
            ("la? festa della repubblica", "06-02", "festa della Repubblica"),
            ("ferragosto", "08-15", "Ferragosto"),
            ("ognissanti", "11-01", "Ognissanti"),
            ("(la? vigilia | antivigilia) di natale", "12-24", "vigilia di Natale"),
            ("il? giorno di (santo stefano)", "12-26", "giorno di Santo Stefano"),
            ("la? notte di san silvestro", "12-31", "notte di San Silvestro"),
            ("martedì grasso", "easter-47", "martedì grasso"),
            ("mercoledì delle ceneri", "easter-46", "mercoledì delle Ceneri"),
            ("domenica delle palme", "easter-7", "domenica delle Palme"),
            ("giovedì santo", "easter-3", "Giovedì Santo"),
            ("venerdì santo", "easter-2", "Venerdì Santo"),
            ("sabato santo", "easter-1", "Sabato Santo"),
            ("(domenica di)? pasqua", "easter", "Pasqua"),
            ("(pasquetta | lunedì dell APOSTROPHE angelo)", "easter+1", "Pasquetta"),
        )
    ),
    # Elsewhere it is a first name, too.
    Rule("natale (del? YEAR)?", "holiday", "a Natale", after="a|di|per|giorno", argument="12-25"),
    Rule("il natale (del? YEAR)?", "holiday", "il Natale 2023", argument="12-25"),
)
