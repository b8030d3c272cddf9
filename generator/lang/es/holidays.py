"""Spanish: holidays that are the same wherever it is spoken.

`generator.analyse.times.interpreters.holidays` explains how a holiday's day is written.
"""

from __future__ import annotations

from generator.lang.language import Rule

HOLIDAYS = tuple(
    Rule(row.format(pattern), "holiday", said.format(example), argument=day)
    for row, said in (
        ("{} ((de | del)? YEAR)?", "{} de 2023"),
        ("{} del año SHIFT", "{} del año pasado"),
    )
    for pattern, day, example in (
        ("año nuevo", "01-01", "Año Nuevo"),
        ("el? día de reyes", "01-06", "Día de Reyes"),
        ("san valentín", "02-14", "San Valentín"),
        ("el? día del trabajo", "05-01", "Día del Trabajo"),
        ("el? día de (todos los santos)", "11-01", "Día de Todos los Santos"),
        ("el? día de los? muertos", "11-02", "Día de Muertos"),
        ("nochebuena", "12-24", "Nochebuena"),
        ("el? día de navidad", "12-25", "Día de Navidad"),
        ("nochevieja", "12-31", "Nochevieja"),
        ("el? miércoles de ceniza", "easter-46", "Miércoles de Ceniza"),
        ("el? domingo de ramos", "easter-7", "Domingo de Ramos"),
        ("el? jueves santo", "easter-3", "Jueves Santo"),
        ("el? viernes santo", "easter-2", "Viernes Santo"),
        ("el? lunes de pascua", "easter+1", "Lunes de Pascua"),
        ("el? domingo de (resurrección | pascua)", "easter", "Domingo de Resurrección"),
    )
)
