"""Sentences for what a genealogical record says, in English as everything that we write.

GEDCOM has tags and values, no sentences. `{name}` is the person, `{when}` and `{where}` a date and
a place with what stands before them, `{value}` what the record says beside the tag. In a sentence
with `{value}` nothing is said where the record has no value.
"""

from __future__ import annotations

from collections.abc import Mapping

BORN, DIED = "b. {year}", "d. {year}"
NAMELESS = frozenset({"", "?", "??", "???", "unknown", "n.n.", "nn", "n n", "_____"})
# Restrictions that keep a record from being published.
RESTRICTED = frozenset({"confidential", "privacy", "private"})
KIND = "genealogical record"
# Keys of metadata that withhold a document, as `generator.read.privacy` knows them.
CONFIDENTIAL = "RESN: confidential"
MAY_LIVE = "may be living: private"
MAY_LIVE_UNTIL = "may be living: embargo"
UNNAMED = "An unnamed person"
PERSON: Mapping[str, str] = {
    "BIRT": "{name} was born{when}{where}.",
    "CHR": "{name} was christened{when}{where}.",
    "BAPM": "{name} was baptised{when}{where}.",
    "CHRA": "{name} was christened as an adult{when}{where}.",
    "CONF": "{name} was confirmed{when}{where}.",
    "FCOM": "{name} received first communion{when}{where}.",
    "BARM": "{name} became bar mitzvah{when}{where}.",
    "BASM": "{name} became bat mitzvah{when}{where}.",
    "ADOP": "{name} was adopted{when}{where}.",
    "EDUC": "{name} was educated{when}{where}: {value}.",
    "GRAD": "{name} graduated{when}{where}.",
    "OCCU": "{name} worked{when}{where} as: {value}.",
    "TITL": "{name} had a title{when}{where}: {value}.",
    "RELI": "{name} belonged to a religion{when}{where}: {value}.",
    "NATI": "{name} belonged to a nation{when}{where}: {value}.",
    "RESI": "{name} lived{when}{where}.",
    "CENS": "{name} was counted in a census{when}{where}.",
    "EMIG": "{name} emigrated{when}{where}.",
    "IMMI": "{name} immigrated{when}{where}.",
    "NATU": "{name} was naturalised{when}{where}.",
    "ORDN": "{name} was ordained{when}{where}.",
    "RETI": "{name} retired{when}{where}.",
    "WILL": "{name} made a will{when}{where}.",
    "DEAT": "{name} died{when}{where}.",
    "BURI": "{name} was buried{when}{where}.",
    "CREM": "{name} was cremated{when}{where}.",
    "PROB": "The will of {name} was proved{when}{where}.",
}
COUPLE: Mapping[str, str] = {
    "ENGA": "{name} became engaged to {other}{when}{where}.",
    "MARB": "The marriage of {name} and {other} was announced{when}{where}.",
    "MARC": "{name} and {other} made a marriage contract{when}{where}.",
    "MARL": "{name} and {other} obtained a marriage licence{when}{where}.",
    "MARR": "{name} married {other}{when}{where}.",
    "MARS": "{name} and {other} made a marriage settlement{when}{where}.",
    "ANUL": "The marriage of {name} and {other} was annulled{when}{where}.",
    "DIVF": "The divorce of {name} and {other} was filed{when}{where}.",
    "DIV": "{name} and {other} were divorced{when}{where}.",
}
SOMEBODY = "somebody who is not named here"
OTHER_EVENT = "{name}{when}{where}: {value}."
CAUSE = "The cause was: {value}."
PARENTS = "{name} was a child of {others}."
CHILDREN = "Children of {names}: {others}."
PARTNER = "{name} and {other} were a couple."
NOT_NAMED = "Further children who are not named here: {number}."
AND = " and "
SOURCE = "Source: {value}"
IN_PLACE = " in "
MONTHS: Mapping[str, str] = {
    "JAN": "January",
    "FEB": "February",
    "MAR": "March",
    "APR": "April",
    "MAY": "May",
    "JUN": "June",
    "JUL": "July",
    "AUG": "August",
    "SEP": "September",
    "OCT": "October",
    "NOV": "November",
    "DEC": "December",
}
# Before a date, by GEDCOM's words; before one that is exact, by its precision.
BEFORE: Mapping[str, str] = {
    "ABT": "about",
    "ABOUT": "about",
    "CA": "about",
    "CIRCA": "about",
    "CAL": "about",
    "EST": "about",
    "BEF": "before",
    "AFT": "after",
    "FROM": "from",
    "TO": "until",
}
# In dates that have a beginning and no end, as a pattern; where a date should be, of the dead.
# What a record of a death, burial … can say without meaning one.
NOT_DEAD = frozenset(
    {"", "n", "no", "false", "0", "?", "??", "???", "unknown", "living", "alive", "not known"}
)
OPEN = r"\b(?:AFT(?:ER)?|FROM|SINCE|POST|NACH|SEIT|AB|APRÈS|DEPUIS|DESPUÉS|DESDE|DOPO)\b|[>+]"
DECEASED = frozenset({"dead", "deceased", "died", "verstorben", "gestorben", "tot", "décédé",
                      "décédée", "fallecido", "fallecida", "умер", "умерла"})  # fmt: skip
ON_DAY, IN_YEAR = "on", "in"
BETWEEN = "between {first} and {last}"
PERIOD = "from {first} to {last}"
ERAS: Mapping[str, str] = {"BC": "BC", "B.C.": "BC", "BCE": "BC", "AD": "AD"}
CALENDARS: Mapping[str, str] = {
    "JULIAN": "Julian calendar",
    "FRENCH_R": "French Republican calendar",
    "FRENCH R": "French Republican calendar",
    "HEBREW": "Hebrew calendar",
    "ROMAN": "Roman calendar",
}
