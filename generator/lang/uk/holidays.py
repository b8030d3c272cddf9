"""Ukrainian: holidays, as they are kept in Ukraine.

`generator.analyse.times.interpreters.holidays` explains how a holiday's day is written. Left out
are those that moved with the church's calendar in 2023, such as Christmas.
"""

from __future__ import annotations

from generator.lang.language import Rule
from generator.lang.uk.words import LETTER

HOLIDAYS = tuple(
    Rule(row.format(pattern), "holiday", said.format(example), argument=day)
    for row, said in (
        ("({}) (YEAR (YEARWORD | YEARABBR DOT))?", "{}"),
        ("({}) SHIFT року", "{} минулого року"),
    )
    for pattern, day, example in (
        ("(новий рік | нового року)", "01-01", "Новий рік"),
        ("день (соборності | злуки)", "01-22", "День Соборності"),
        ("день героїв небесної сотні", "02-20", "День Героїв Небесної Сотні"),
        ("день святого валентина", "02-14", "День святого Валентина"),
        ("(великдень | великодня)", "pascha", "Великдень"),
        ("вербна неділя | вербну неділю", "pascha-7", "Вербна неділя"),
        (
            f"страсна п{LETTER}ятниця | страсну п{LETTER}ятницю",
            "pascha-2",
            "Страсна п'ятниця",
        ),
        ("чистий четвер", "pascha-3", "Чистий четвер"),
        ("день праці", "05-01", "День праці"),
        ("день перемоги", "05-09", "День Перемоги"),
        ("день конституції україни?", "06-28", "День Конституції"),
        ("день незалежності україни", "08-24", "День Незалежності України"),
        ("день гідності (та | і) свободи", "11-21", "День Гідності та Свободи"),
    )
)
