"""One pass over a text: find where a rule matches, what it means, and which words it covers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.analyse.times.clauses import Clauses
from generator.analyse.times.context import Context, dated
from generator.analyse.times.datelines import gives_day
from generator.analyse.times.matches import Interpretation, Match
from generator.analyse.times.number_words import join_numbers
from generator.analyse.times.periods import SEASONS, Period, of_iso
from generator.analyse.times.rules import Grammar, longest
from generator.analyse.times.tokens import Coding, Tokens, tokenise
from generator.model import TimeExpression, reason
from generator.model.dates import year_text

THIRDS = {"start": 0, "middle": 1, "end": 2}
PREFIX_TOKENS = 4
# What stands beside a figure that is part of a number with letters or further figures.
NUMBER_BEFORE = re.compile("[A-Z0-9]{2}[-\u2010\u2011\u2013]$")
NUMBER_AFTER = re.compile("[-\u2010\u2011\u2013](?:[A-Z]{2,}\\b|[0-9])")
RUN = 3  # dates in figures of which one part stays the same
LIST_GAP = 5  # tokens between two dates of which the second has the year
LISTED = frozenset({"day", "month", "season"})
GUESSED = frozenset(
    {"nearest-year", "year-by-tense", "nearest-season", "unknown-year", "in-unknown-year"}
)
UNSURE = frozenset({"year-by-tense", "figures-in-two-orders"})
STAMPS = 3  # fewer paragraphs that begin with a time do not make a running report
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
HISTORY_YEARS = 6  # fewer years written out do not make a text a history


@dataclass(frozen=True, slots=True)
class Located:
    """An interpretation and the tokens it covers."""

    interpretation: Interpretation
    begin: int
    end: int
    modality: str
    until: Period | None = None  # the end of the range that begins here


def scan(
    text: str,
    grammar: Grammar,
    *,
    document: Period | None,
    day_first: bool | None,
    sentences: Sequence[tuple[int, int]],
) -> tuple[TimeExpression, ...]:
    """All time expressions of a text, in order."""
    tokens = join_numbers(tokenise(text, grammar.coding), grammar)
    order = figures_put_day_first(tokens, grammar.coding) if day_first is None else day_first
    language = grammar.language
    breaks = places_of("BREAK", tokens, grammar.coding)
    context = Context(
        tokens,
        document,
        language.day_first if order is None else order,
        order is not None or language.day_first,
        Clauses(tokens, sentences, language, breaks),
        *is_history(tokens, grammar.coding, document),
        numbers_of(tokens, grammar.coding),
        is_stamped(tokens, breaks),
    )
    located = share_years(find(tokens, grammar, context), tokens)
    located = link(located, tokens, grammar)
    return tuple(expression(tokens, item) for item in located)


def places_of(name: str, tokens: Tokens, coding: Coding) -> list[int]:
    """The tokens of a class."""
    return [match.start() for match in re.finditer(f"[{coding.holding(name)}]", tokens.codes)]


def figures_put_day_first(tokens: Tokens, coding: Coding) -> bool | None:
    """Whether dates in figures put the day first, by the unambiguous ones; None if undecided."""
    votes = 0
    firsts, seconds = set(), set()
    for match in re.finditer(f"[{coding.holding('NUMERIC')}]", tokens.codes):
        written = tokens.values[match.start()]["NUMERIC"]
        if isinstance(written, str):
            one, two, *_ = (int(part) for part in re.split("[/.-]", written))
            firsts.add(one)
            seconds.add(two)
            votes += (12 < one <= 31 and two <= 12) - (12 < two <= 31 and one <= 12)
    # Of a run such as 01/12, 02/12, 03/12 what changes are the days.
    if votes == 0 and max(len(firsts), len(seconds)) >= RUN and 1 in (len(firsts), len(seconds)):
        return len(firsts) > len(seconds)
    return None if votes == 0 else votes > 0


def numbers_of(tokens: Tokens, coding: Coding) -> frozenset[int]:
    """The figures of years that the text elsewhere calls the number of something."""
    names = {code for classes, code in coding.codes.items() if "NUMBERED" in classes}
    return frozenset(
        number
        for at in places_of("YEAR", tokens, coding)
        if at
        and tokens.codes[at - 1] in names
        and isinstance(number := tokens.values[at]["YEAR"], int)
    )


def is_stamped(tokens: Tokens, breaks: Sequence[int]) -> bool:
    """Whether several paragraphs begin with figures such as 0915 and 1604."""
    openings = [0, *(at + 1 for at in breaks)]
    words = (tokens.word(at) for at in openings if at < len(tokens.starts))
    return sum(map(bool, map(_TIME.fullmatch, words))) >= STAMPS


def is_history(tokens: Tokens, coding: Coding, document: Period | None) -> tuple[bool, bool]:
    """Whether the text writes out other years far more often than weekdays and words like "today".

    Also whether it has such words, or the years around publication, at all.

    In a report "in January" is the January near publication, whatever year was named before; in
    a history or a life it belongs to the year named last.
    """
    around = range(document.first.year - 1, document.first.year + 2) if document else range(0)
    all_years = places_of("YEAR", tokens, coding)
    years = sum(tokens.values[index]["YEAR"] not in around for index in all_years)
    # Some languages have no words of these classes.
    these = {code for classes, code in coding.codes.items() if classes & {"WEEKDAY", "DEICTIC"}}
    days = sum(code in these for code in tokens.codes)
    return years >= HISTORY_YEARS and years > 3 * days, bool(days or len(all_years) > years)


def find(tokens: Tokens, grammar: Grammar, context: Context) -> list[Located]:
    """Walk from match to match; every token is looked at by a bounded number of rules."""
    located: list[Located] = []
    position, free = 0, 0
    undated = context.anchor("day") is None
    while match := grammar.starts.search(tokens.codes, position):
        position = match.start()
        for end, rule in longest(grammar, tokens, position):
            if context.clauses.crosses_line(position, end) or (
                end == position + 1 and is_in_number(tokens, position)
            ):
                continue
            found = grammar.interpreters[rule](Match(tokens, position, end), context)
            if found is not None:
                break
        else:
            position += 1
            continue
        for interpretation in (found,) if isinstance(found, Interpretation) else found:
            begin, stop = interpretation.span or (position, end)
            located.append(locate(interpretation, begin, stop, free, grammar, tokens))
            free = stop
            if interpretation.period is not None and interpretation.mark != "aside":
                spelled = interpretation.mark == "spelled"
                context.remember(interpretation.period, spelled, begin, stop)
                if is_day_of_dateline(interpretation, begin, stop, context, undated=undated):
                    context.document, context.dateline = interpretation.period, True
        position = max(end, position + 1)
    return located


def is_in_number(tokens: Tokens, index: int) -> bool:
    """Whether a token is part of the number of something: "FAA–2020–0686", "562-797-1717"."""
    if "YEAR" not in tokens.values[index]:
        return False
    start, end = tokens.starts[index], tokens.ends[index]
    month = index > 1 and "MONTH" in tokens.values[index - 2]
    return bool(
        (not month and NUMBER_BEFORE.search(tokens.text[max(0, start - 3) : start]))
        or NUMBER_AFTER.match(tokens.text, end)
    )


def is_day_of_dateline(
    found: Interpretation, begin: int, end: int, context: Context, *, undated: bool
) -> bool:
    """Whether what follows a date is counted from it: the day in figures of a dateline.

    undated: whether the document has no day of its own
    """
    tokens, period = context.tokens, found.period
    if found.type != "DATE" or period is None or period.unit != "day" or found.until is not None:
        return False
    start, stop = tokens.starts[begin], tokens.ends[end - 1]
    return any(map(str.isdecimal, tokens.text[start:stop])) and gives_day(
        tokens.text,
        context.clauses.head(begin),
        start,
        stop,
        alone=undated,
        prepositions=context.clauses.language.date_prepositions,
    )


def locate(
    interpretation: Interpretation,
    begin: int,
    end: int,
    free: int,
    grammar: Grammar,
    tokens: Tokens,
) -> Located:
    """Include the words before that qualify an expression, and read the preposition before them."""
    low = max(free, begin - PREFIX_TOKENS)
    before = tokens.codes[low:begin]
    kinds = qualifiable(interpretation, tokens, begin)
    modality = interpretation.modality
    for pattern, prefix in grammar.prefixes:
        if prefix.kinds in kinds and (match := pattern.search(before)):
            begin, modality = low + match.start(), modality or prefix.modality
            break
    # "after Friday's attack" is after the attack, not after Friday.
    possessive = end < len(tokens.values) and "POSSESSIVE" in tokens.values[end]
    if not modality and begin > 0 and "calendar" in kinds and not possessive:
        modality = grammar.language.open_before.get(tokens.word(begin - 1).lower(), "")
    if not modality and interpretation.reason.code in UNSURE:
        modality = "unsure"
    return Located(
        interpretation, begin, end, "" if interpretation.until else modality, interpretation.until
    )


def qualifiable(interpretation: Interpretation, tokens: Tokens, begin: int) -> set[str]:
    """The kinds of prefixes that can qualify an interpretation."""
    if interpretation.type == "DURATION":
        counted = "NUMBER" in tokens.values[begin]
        return {"duration", "any", "amount"} if counted else {"duration", "any"}
    return {"calendar", "any"} if interpretation.period else set()


def share_years(located: list[Located], tokens: Tokens) -> list[Located]:
    """Give dates without a year that of the date after them: "May 3 and July 12, 1911".

    Between them may be a comma or "and", and with "and" a few words ("in the spring and died in").
    """
    out = list(located)
    for at in range(len(out) - 2, -1, -1):
        one, two = out[at], out[at + 1]
        period = two.interpretation.period
        if period is None or two.interpretation.mark != "spelled":
            continue
        if one.interpretation.reason.code not in GUESSED or not _are_listed(one, two, tokens):
            continue
        shared = _in_year(one.interpretation.value, period.first.year)
        if shared is not None and period.unit in LISTED:
            year = year_text(period.first.year)
            found = replace(
                one.interpretation,
                value=shared.value,
                period=shared,
                reason=reason("year-of-list", year=year),
                mark="spelled",
            )
            modality = "" if one.modality == "unsure" else one.modality
            out[at] = replace(one, interpretation=found, modality=modality)
    return out


def _are_listed(one: Located, two: Located, tokens: Tokens) -> bool:
    gap = tokens.values[one.end : two.begin]
    names = {name for values in gap for name in values}
    if not gap or len(gap) > LIST_GAP or names & {"DOT", "STOP", "BREAK", "SEMICOLON"}:
        return False
    return "AND" in names or (len(gap) == 1 and "COMMA" in names)


def _in_year(value: str, year: int) -> Period | None:
    """The day, month or season of another year, given the value of the one that was guessed."""
    parts = value.lstrip("-").split("-")[1:]
    if not parts or not parts[0]:
        return None
    if parts[0] in SEASONS:
        return Period("season", year * 4 + SEASONS.index(parts[0]))
    if not all(part.isdecimal() for part in parts):
        return None
    return dated(year, int(parts[0]), int(parts[1]) if len(parts) > 1 else None)


def link(located: list[Located], tokens: Tokens, grammar: Grammar) -> list[Located]:
    """Join the ends of ranges such as "from Monday to Friday": the first gets all the days."""
    language = grammar.language
    out = list(located)
    for at, (one, two) in enumerate(itertools.pairwise(located)):
        if one.until is not None or two.begin - one.end != 1:
            continue
        before = tokens.word(one.begin - 1).lower() if one.begin else ""
        between = tokens.word(one.end).lower()
        if not {(before, between), ("", between)} & language.ranges:
            continue
        first, last = one.interpretation.period, two.interpretation.period
        if first is None or last is None:
            continue
        if last.last < first.first and two.interpretation.mark == "weekday":
            last = last.shift(7)
            out[at + 1] = replace(
                two, interpretation=replace(two.interpretation, period=last, value=last.value)
            )
        if last.last >= first.last:
            out[at] = replace(one, until=last, modality="")
    return out


def days(item: Located) -> tuple[str, str, str]:
    """First day, last day and precision."""
    period = item.interpretation.period
    if period is None:
        return "", "", ""
    first, last, precision = period.first, period.last, period.unit
    if item.until is not None:
        last, precision = item.until.last, "interval"
    elif item.modality in THIRDS and period.unit != "day":
        first, last = period.third(THIRDS[item.modality])
    return str(first), str(last), precision


def expression(tokens: Tokens, item: Located) -> TimeExpression:
    """The time expression for one located interpretation."""
    start, end = tokens.starts[item.begin], tokens.ends[item.end - 1]
    first, last, precision = days(item)
    found = item.interpretation
    return TimeExpression(
        start,
        end,
        tokens.text[start:end],
        found.type,
        found.value,
        first,
        last,
        precision,
        item.modality,
        found.reason,
    )


def document_period(text: str) -> Period | None:
    """The publication date, if it is one."""
    found = of_iso(text)
    return found if found is not None and found.fits() else None
