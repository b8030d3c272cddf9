"""French: holidays. `generator.analyse.times.interpreters.holidays` explains how a day is written.

Left out are days that differ from country to country, such as the national day.
"""

from __future__ import annotations

from generator.lang.language import Rule

HOLIDAYS = tuple(
    Rule(row.format(pattern), "holiday", said.format(example), argument=day)
    for row, said in (
        ("({}) ({{year}})?", "{}"),
        ("({}) (SHIFT | {{counted}})", "{} dernier"),
    )
    for pattern, day, example in (
        ("la? veille (de | du)? noël | (le réveillon de noël)", "12-24", "la veille de Noël"),
        ("(le jour de)? noël", "12-25", "Noël"),
        ("la? saint DASH sylvestre", "12-31", "la Saint-Sylvestre"),
        ("le? (jour | nouvel) (de l APOSTROPHE)? an", "01-01", "le jour de l'An"),
        ("l APOSTROPHE épiphanie", "01-06", "l'Épiphanie"),
        ("la? chandeleur", "02-02", "la Chandeleur"),
        ("la? saint DASH valentin", "02-14", "la Saint-Valentin"),
        ("la? saint DASH jean", "06-24", "la Saint-Jean"),
        ("l APOSTROPHE assomption", "08-15", "l'Assomption"),
        ("la? toussaint", "11-01", "la Toussaint"),
        ("(le dimanche de)? pâques", "easter", "Pâques"),
        ("le? lundi de pâques", "easter+1", "lundi de Pâques"),
        ("le? vendredi DASH? saint", "easter-2", "vendredi saint"),
        ("le? jeudi DASH? saint", "easter-3", "jeudi saint"),
        ("le? dimanche des rameaux", "easter-7", "dimanche des Rameaux"),
        ("le? mercredi des cendres", "easter-46", "mercredi des Cendres"),
        ("le? mardi DASH? gras", "easter-47", "Mardi gras"),
        (
            "le? jeudi de l APOSTROPHE ascension | l APOSTROPHE ascension",
            "easter+39",
            "l'Ascension",
        ),
        ("la? pentecôte", "easter+49", "la Pentecôte"),
        ("le? lundi de pentecôte", "easter+50", "lundi de Pentecôte"),
        ("la? fête DASH dieu", "easter+60", "la Fête-Dieu"),
    )
)
