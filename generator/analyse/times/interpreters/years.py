"""Years, decades and centuries."""

from __future__ import annotations

from generator.analyse.times.context import Context
from generator.analyse.times.interpreters.common import FULL, full_year, on_calendar, published
from generator.analyse.times.matches import Found, Hit, Meaning
from generator.analyse.times.periods import Period
from generator.model import reason

# A bare number outside these years needs a preposition to be one.
PLAUSIBLE = range(1500, 2101)


def year(hit: Hit, context: Context) -> Found:
    """A year, where the words around it do not make it a quantity."""
    number = full_year(hit) or (hit.number("NUMBER") if hit.has("YEARWORD") else None)
    before = "IN" in hit.tokens.values[hit.begin - 1] if hit.begin else False
    if number is None or not (before or number in PLAUSIBLE) or _is_clock(hit, number, context):
        return None
    found = Period("year", number)
    if hit.has("BEYOND") and found.fits():
        return Meaning("DATE", found.value, FULL, found, "after", mark="spelled")
    return on_calendar(found, "year", FULL, "spelled")


def _is_clock(hit: Hit, number: int, context: Context) -> bool:
    """Whether a year to come that opens an entry is the time of a running report ("2034: …")."""
    this = context.anchor("year")
    to_come = this is not None and number > this.first.year
    after = hit.tokens.values[hit.end] if hit.end < len(hit.tokens.values) else {}
    return to_come and "COLON" in after and hit.opens_sentence()


def year_end(hit: Hit, context: Context) -> Found:
    """ "year-end", "by year's end"."""
    this = context.anchor("year")
    if this is None:
        return Meaning("DATE", "XXXX", reason("end-of-unknown-year"))
    why = reason("unit-of", unit="year", **published(context))
    return Meaning("DATE", this.value, why, this, "end")


def decade(hit: Hit, context: Context) -> Found:
    """ "the 1990s"; "the nineties" are those of this century or the last, and not to come."""
    digits = "".join(c for c in hit.name("DECADE") if c.isdecimal()) or str(full_year(hit) or "")
    article = hit.has("THE") and hit.text[0].islower()
    if len(digits) == 4 and int(digits) not in PLAUSIBLE and not article:
        return None  # "1000s dead"
    if len(digits) == 4:
        return on_calendar(Period("decade", int(digits) // 10), "decade", FULL)
    word, this = hit.number("DECADE"), context.anchor("year")
    now = this.first.year if this else 2029
    index = now // 100 * 10 + (word if word is not None else int(digits[0]))
    index -= 10 if index * 10 > now else 0
    return on_calendar(Period("decade", index), "decade", reason("last-decade-of-name"))


def decade_of_year(hit: Hit, context: Context) -> Found:
    """A year that a language's ending makes a decade, as in Russian "1990-е"."""
    number = full_year(hit)
    return on_calendar(Period("decade", number // 10), "decade", FULL) if number else None


def century(hit: Hit, context: Context) -> Found:
    """The 20th century has the value 19."""
    number = hit.number("ORDINAL") or 0
    if hit.begin and "DASH" in hit.tokens.values[hit.begin - 1]:
        return None  # the end of "twenty-first century"
    if hit.follows("ERA"):
        return None  # our calendar begins with the year 1
    return on_calendar(Period("century", number - 1), "century", FULL) if 0 < number < 23 else None
