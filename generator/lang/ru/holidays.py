"""Russian: holidays that have one day wherever it is spoken, and those of Russia by their names.

`generator.analyse.times.interpreters.holidays` explains how a holiday's day is written. Left out is
Christmas, which is on 7 January for some and on 25 December for others.
"""

from __future__ import annotations

from generator.lang.language import Rule

HOLIDAYS = tuple(
    Rule(row.format(pattern), "holiday", said.format(example), argument=day)
    for row, said in (
        ("({}) (YEAR (YEARWORD | YEARABBR DOT))?", "{}"),
        ("({}) SHIFT года", "{} прошлого года"),
    )
    for pattern, day, example in (
        ("новый год | нового года", "01-01", "Новый год"),
        ("день святого валентина", "02-14", "День святого Валентина"),
        ("день защитника отечества", "02-23", "День защитника Отечества"),
        ("день победы", "05-09", "День Победы"),
        ("день россии", "06-12", "День России"),
        ("день народного единства", "11-04", "День народного единства"),
        ("вербное воскресенье", "pascha-7", "Вербное воскресенье"),
        ("чистый четверг", "pascha-3", "Чистый четверг"),
        ("страстная пятница | страстную пятницу", "pascha-2", "Страстная пятница"),
        ("пасха | пасху | пасхи", "pascha", "Пасха"),
    )
)
