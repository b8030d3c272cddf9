"""Time expressions: find them in a text and interpret them, in TIMEX3.

    find_times("The mill closed on Friday.", date="2024-03-25")
    → TimeExpression(text="Friday", type="DATE", value="2024-03-22", first="2024-03-22", …)

Types and values are those of TimeML 1.2.1 (Saurí et al. 2006), with nothing of our own: DATE and
TIME for a point in time, DURATION for a length, SET for what recurs. What is not on the
calendar has X in its value (XXXX-03-04) or is PAST_REF, PRESENT_REF or FUTURE_REF.
Years before our era are astronomical: 44 BC is -0043. A length of time that ends or begins with
publication ("the past two months") has days, too.

Each also has the days it covers, if it is on the calendar:

    first, last  the first and last day, inclusive, YYYY-MM-DD; both empty off the calendar
    precision    day (also for a time of day), weekend, week, month, quarter, season, half, year,
                 decade, century; interval for the first end of a range, which has the days of
                 the whole range; empty off the calendar
    modality     approximate (about, around), before (by, until), after (since, from); start,
                 middle, end (early, mid, late: `first` and `last` are then a third of the
                 period); unsure (a guessed year far away, figures in an unknown order); for
                 lengths more, less, at least, at most; else empty
    reason       how the value was found, as a code with arguments; `generator.render.reasons.times`
                 has the words: "Friday before publication on 2024-03-25"

How it works, file by file:

    tokens.py    one pass cuts the text into tokens and gives each a code for its word classes
    rules.py     patterns over those classes, compiled from the rules of a language
                 (`TimeRules` in `generator.lang`)
    scan.py      walks from match to match: the longest rule wins, and is asked what it means
    interpreters/ one function for each kind of expression, for all languages
    context.py   what the document supplies: its day, the dates named before
    clauses.py   the sentence around an expression, and the tense of its clause
    datelines.py where a text was written, and on which day
    periods.py   calendar arithmetic

No pattern repeats without bound, so the time taken grows with the length of the text and with
nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.analyse.times.rules import Grammar, build_grammar
from generator.analyse.times.scan import document_period, scan
from generator.lang import language_of
from generator.model import TimeExpression


@cache
def grammar_of(code: str) -> Grammar | None:
    """The compiled rules of a language, made when it is first asked for; None without rules.

    code: as in `Language.code`
    """
    times = language_of(code).times
    return build_grammar(times) if times else None


def find_times(
    text: str,
    *,
    date: str = "",
    language: str = "en",
    day_first: bool | None = None,
    sentences: Sequence[tuple[int, int]] = (),
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text, in order and without overlap.

    `date` is the day of publication, YYYY-MM-DD, YYYY-MM, YYYY or empty. `language` is a code
    such as "en" or "es-MX"; of a language without rules nothing is found. `day_first` settles
    dates such as 03/04/2024; without it the text's own dates do, and failing these the custom of
    the language. `sentences` are half-open offsets, in order; they bound the search for the tense
    of a clause.
    """
    grammar = grammar_of(language_of(language).code)
    if grammar is None:
        return ()
    return scan(
        text,
        grammar,
        document=document_period(date),
        day_first=day_first,
        sentences=sentences,
    )


__all__ = ["find_times"]
