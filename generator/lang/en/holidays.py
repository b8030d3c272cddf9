"""English: holidays, and days that are known by their date.

`generator.analyse.times.interpreters.holidays` explains how a holiday's day is written. Holidays
without a fixed day are those of the United States. Left out are days that differ from country to
country, such as Independence Day.
"""

from __future__ import annotations

from generator.lang.language import Rule

# After 2001 "September 11" with these words after it is that year's, in any report.
NAMED_DAYS = (
    Rule(
        "(sept DOT? | september) INT",
        "fixed",
        "Sept. 11",
        only_before="{attacks}",
        argument="2001-09-11",
    ),
    Rule(
        "(sept DOT? | september) (INT | ORDINAL)"
        " | the? (INT | ORDINAL) of? (sept DOT? | september)",
        "epochal",
        "since September 11",
        after="since|after",
        argument="2001-09-11",
    ),
    Rule("INT SLASH INT", "slashed", "since 9/11", argument="2001-09-11"),
    Rule(
        "INT SLASH INT",
        "slashed",
        "the 7/7",
        only_before="bombings | bombers | attack | attacks",
        argument="2005-07-07",
    ),
)

HOLIDAYS = tuple(
    Rule(row.format(pattern), "holiday", said.format(example), not_before=never, argument=day)
    for row, said, never in (
        ("{} (week | weekend)? {{year}}?", "{}", ""),
        ("{} (week | weekend)? {{counted}}", "{} last year", "POSSESSIVE"),
        ("YEAR {}", "1914 {}", ""),
    )
    for pattern, day, example in (
        ("christmas eve", "12-24", "Christmas Eve"),
        ("christmas day?", "12-25", "Christmas"),
        ("new year POSSESSIVE eve", "12-31", "New Year's Eve"),
        ("new year POSSESSIVE day", "01-01", "New Year's Day"),
        ("boxing day", "12-26", "Boxing Day"),
        ("(the fourth of july | fourth of july)", "07-04", "the Fourth of July"),
        ("valentine POSSESSIVE? day", "02-14", "Valentine's Day"),
        ("saint patrick POSSESSIVE day", "03-17", "Saint Patrick's Day"),
        ("halloween", "10-31", "Halloween"),
        ("veterans day", "11-11", "Veterans Day"),
        ("armistice day", "11-11", "Armistice Day"),
        ("may day", "05-01", "May Day"),
        ("thanksgiving day?", "11/3/4", "Thanksgiving Day"),
        ("labor day", "9/0/1", "Labor Day"),
        ("memorial day", "5/0/-1", "Memorial Day"),
        ("election day", "11/0/1+1", "Election Day"),
        ("easter sunday?", "easter", "Easter Sunday"),
        ("easter monday", "easter+1", "Easter Monday"),
        ("good friday", "easter-2", "Good Friday"),
        ("maundy thursday", "easter-3", "Maundy Thursday"),
        ("palm sunday", "easter-7", "Palm Sunday"),
        ("ash wednesday", "easter-46", "Ash Wednesday"),
        ("shrove tuesday", "easter-47", "Shrove Tuesday"),
    )
)
