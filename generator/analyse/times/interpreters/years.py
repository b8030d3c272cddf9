"""Years, decades and centuries."""

from __future__ import annotations

from generator.analyse.times.context import Context
from generator.analyse.times.interpreters.common import FULL, full_year, on_calendar, published
from generator.analyse.times.interpreters.quantities import is_quantity
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.analyse.times.periods import Period
from generator.model import reason

# A bare number outside these years needs a preposition to be one.
PLAUSIBLE = range(1500, 2101)


def year(match: Match, context: Context) -> Outcome:
    """A year, where the words around it do not make it a quantity."""
    number = full_year(match) or (match.number("NUMBER") if match.has("YEARWORD") else None)
    before = "IN" in match.tokens.values[match.begin - 1] if match.begin else False
    if not number or not (before or number in PLAUSIBLE) or _is_clock(match, number, context):
        return None
    if match.is_one("YEAR") and is_quantity(match, context):
        return ()
    found = Period("year", number)
    if match.has("BEYOND") and found.fits():
        return Interpretation("DATE", found.value, FULL, found, "after", mark="spelled")
    return on_calendar(found, "year", FULL, "spelled")


def entry_year(match: Match, context: Context) -> Outcome:
    """The year that opens an entry of a chronology ("1905: …")."""
    return year(match, context) if match.opens_sentence() else None


def _is_clock(match: Match, number: int, context: Context) -> bool:
    """Whether a year to come that opens an entry is the time of a running report ("2034: …")."""
    this = context.anchor("year")
    to_come = this is not None and number > this.first.year
    after = match.tokens.values[match.end] if match.end < len(match.tokens.values) else {}
    return to_come and "COLON" in after and match.opens_sentence()


def year_end(match: Match, context: Context) -> Outcome:
    """ "year-end", "by year's end"."""
    this = context.anchor("year")
    if this is None:
        return Interpretation("DATE", "XXXX", reason("end-of-unknown-year"))
    why = reason("unit-of", unit="year", **published(context))
    return Interpretation("DATE", this.value, why, this, "end")


def decade(match: Match, context: Context) -> Outcome:
    """ "the 1990s"; "the nineties" are those of this century or the last, and not to come."""
    short = match.name("SHORTYEAR")[-2:]
    digits = "".join(c for c in match.name("DECADE") if c.isdecimal()) or short
    digits = digits or str(full_year(match) or "")
    if short or (not digits and match.has("INT")):
        digits = short or str(match.number("INT"))  # "the 70s"
        if len(digits) != 2 or digits[0] < "2" or digits[1] != "0":
            return None
    article = match.has("THE") and match.text[0].islower()
    if len(digits) == 4 and int(digits) not in PLAUSIBLE and not article:
        return None  # "1000s dead"
    if len(digits) == 4:
        return on_calendar(Period("decade", int(digits) // 10), "decade", FULL)
    word, this, roman = match.number("DECADE"), context.anchor("year"), match.number("ROMAN")
    if roman:  # "the 20s of the XXth century"
        tens = word if word is not None else int(digits[0])
        return on_calendar(Period("decade", (roman - 1) * 10 + tens), "decade", FULL)
    now = this.first.year if this else 2029
    index = now // 100 * 10 + (word if word is not None else int(digits[0]))
    index -= 10 if index * 10 > now else 0
    return on_calendar(Period("decade", index), "decade", reason("last-decade-of-name"))


def decade_of_year(match: Match, context: Context) -> Outcome:
    """A year that a language's ending makes a decade, as in Russian "1990-е"."""
    number = full_year(match)
    return on_calendar(Period("decade", number // 10), "decade", FULL) if number else None


def _is_of_something(match: Match, context: Context) -> bool:
    """ "in its second century", "the first century of the college", "he made a second century"."""
    if match.preceded("THE") or not match.preceded("OWNER"):
        after = match.tokens.word(match.end) if match.end < len(match.tokens.starts) else ""
        noun = after.islower() and after not in context.clauses.language.date_prepositions
        return (
            (match.preceded("A") and not noun)
            or match.preceded("POSSESSIVE")
            or match.follows("OF")
        )
    return True


def century(match: Match, context: Context) -> Outcome:
    """The 20th century has the value 19."""
    number = match.number("ORDINAL") or match.number("ROMAN") or match.number("INT") or 0
    shift = match.number("SHIFT")
    if shift is not None:  # "the last century", which is over
        this = context.anchor("century")
        why = reason("counted-from", **published(context))
        return on_calendar(this.shift(shift) if this else None, "century", why)
    if match.begin and "DASH" in match.tokens.values[match.begin - 1]:
        return None  # the end of "twenty-first century"
    if match.follows("ERA"):
        return None  # an era that no rule knows
    if _is_of_something(match, context):
        return ()
    return on_calendar(Period("century", number - 1), "century", FULL) if 0 < number < 23 else None
