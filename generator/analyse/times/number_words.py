"""Numbers written in several words, each made one token with its value."""

from __future__ import annotations

from generator.analyse.times.matches import Match
from generator.analyse.times.rules import Grammar
from generator.analyse.times.tokens import Tokens, Values, figure

_DAYS = 31  # of a month


def _worth(match: Match) -> tuple[int, bool]:
    """The value of number words, and whether they name a year ("nineteen ninety-seven")."""
    numbers: list[int] = []
    for values in match.tokens.values[match.begin : match.end]:
        number = values.get("NUMBER", values.get("THOUSAND", values.get("ORDINAL")))
        if "SCORE" in values and numbers and 1 < numbers[-1] < 10:
            numbers[-1] *= 20  # "quatre-vingts"
        elif isinstance(number, int):
            numbers.append(number)
    if len(numbers) > 1 and 10 <= numbers[0] <= 20 and 10 <= numbers[1] < 100:
        return numbers[0] * 100 + sum(numbers[1:]), True
    total = current = 0
    for number in numbers:
        if number == 100:
            current = max(current, 1) * 100
        elif number >= 1000:
            total, current = total + max(current, 1) * number, 0
        else:
            current += number
    return total + current, False


def join_numbers(tokens: Tokens, grammar: Grammar) -> Tokens:
    """Make one token of each number that is written in several words."""
    if grammar.numbers is None:
        return tokens
    found = list(grammar.numbers.finditer(tokens.codes))
    if not found:
        return tokens
    starts: list[int] = []
    ends: list[int] = []
    values: list[Values] = []
    codes: list[str] = []
    done = 0
    for match in [*found, None]:
        stop = match.start() if match else len(tokens.codes)
        starts += tokens.starts[done:stop]
        ends += tokens.ends[done:stop]
        values += tokens.values[done:stop]
        codes.append(tokens.codes[done:stop])
        if match:
            done = match.end()
            number, year = _worth(Match(tokens, match.start(), done))
            known: Values = {"NUMBER": number, "INT": number, **({"YEAR": number} if year else {})}
            if number <= _DAYS and not year:
                known = {**known, "DAY": number}  # "trinta e um de janeiro"
            if "ORDINAL" in tokens.values[done - 1]:  # "twenty-first"
                known = figure("ordinal", str(number))
            starts.append(tokens.starts[match.start()])
            ends.append(tokens.ends[done - 1])
            values.append(known)
            codes.append(grammar.coding.of(known))
    return Tokens(tokens.text, starts, ends, values, "".join(codes))
