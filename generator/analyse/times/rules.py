"""Rules as data: a pattern over word classes, what it means, and an example of it.

A pattern is a row of items with spaces between them:

    UNIT        a token of that class          the        that very word
    (… | …)     one of several                 X?         X or nothing
    {day}       a named part, defined once per language

It has no unbounded repetition, so a rule looks at no more tokens than its pattern has items, and
tagging is linear in the text. At each token the longest match wins; of equally long ones, the
first rule. The words that a pattern names become part of the lexicon automatically.

`after`, `not_after`, `only_before` and `not_before` name the tokens, separated by "|", that must
or must not be right beside the match.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from generator.analyse.times.interpreters import Interpreter, interpreter_of
from generator.analyse.times.tokens import Coding, Tokens, Values, build_coding
from generator.lang.language import Prefix, Rule, TimeRules

ITEM = re.compile(
    r"\s*(?:(?P<part>\{\w+\})|(?P<klass>[A-Z]+)|(?P<word>[^\W\d_]+)|(?P<sign>[()|?]))"
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language made ready for matching."""

    language: TimeRules
    coding: Coding
    interpreters: Mapping[Rule, Interpreter]
    starts: re.Pattern[str]  # any token that can begin an expression
    by_start: Mapping[str, tuple[tuple[re.Pattern[str], Rule], ...]]  # the rules that it can begin
    prefixes: tuple[tuple[re.Pattern[str], Prefix], ...]
    numbers: re.Pattern[str] | None


def expand(pattern: str, parts: Mapping[str, str]) -> str:
    """Substitute the named parts."""
    for _ in range(6):
        if "{" not in pattern:
            return pattern
        pattern = re.sub(r"\{(\w+)\}", lambda m: f"({parts[m[1]]})", pattern)
    raise ValueError(f"parts within parts within parts: {pattern}")


def words_of(pattern: str) -> set[str]:
    """The literal words that a pattern names."""
    return {m["word"] for m in ITEM.finditer(pattern) if m["word"]}


def compiled(pattern: str, coding: Coding) -> str:
    """The pattern as a regular expression over codes."""
    out, position = [], 0
    while position < len(pattern.rstrip()):
        match = ITEM.match(pattern, position)
        if match is None:
            raise ValueError(f"cannot read the pattern {pattern!r} at {position}")
        position = match.end()
        if match["sign"]:
            out.append("(?:" if match["sign"] == "(" else match["sign"])
        else:
            name = match["klass"] or "=" + match["word"]
            out.append(f"[{coding.holding(name)}]")
    return "".join(out)


def openings(pattern: str, coding: Coding) -> set[str]:
    """The codes that a match of the pattern can begin with."""
    signs = [m[0].strip() for m in ITEM.finditer(pattern)]
    found, _, _ = _openings(signs, 0, coding)
    return found


def _openings(signs: list[str], at: int, coding: Coding) -> tuple[set[str], bool, int]:
    """What can begin the items up to the next ")", whether they can be empty, and where it is."""
    found: set[str] = set()
    empty, some_empty = True, False  # so far in this alternative, and in any before
    while at < len(signs) and signs[at] != ")":
        sign = signs[at]
        at += 1
        if sign == "|":
            some_empty, empty = some_empty or empty, True
            continue
        if sign == "(":
            inner, skips, at = _openings(signs, at, coding)
            at += 1
        else:
            inner = set(coding.holding(sign if sign.isupper() else "=" + sign))
            skips = False
        if at < len(signs) and signs[at] == "?":
            skips, at = True, at + 1
        if empty:
            found |= inner
        empty = empty and skips
    return found, empty or some_empty, at


def _whole_rule(rule: Rule, parts: Mapping[str, str], coding: Coding) -> str:
    """The rule's pattern with what must and must not be beside it."""
    beside = [("(?<=", rule.after), ("(?<!", rule.not_after)]
    before = "".join(f"{sign}{compiled(names, coding)})" for sign, names in beside if names)
    later = f"(?!{compiled(rule.not_before, coding)})" if rule.not_before else ""
    if rule.only_before:
        later += f"(?={compiled(expand(rule.only_before, parts), coding)}|\\Z)"
    return f"{before}(?:{compiled(expand(rule.pattern, parts), coding)}){later}"


def lexicon(language: TimeRules, patterns: Sequence[str]) -> dict[str, Values]:
    """Every word that the language's tables and patterns name, with its classes and values."""
    found: dict[str, dict[str, object]] = {}
    for table, capital in ((language.words, False), (language.proper, True)):
        for name, words in table.items():
            for word, value in words.items():
                for form in {word.capitalize(), word.upper()} if capital else {word}:
                    found.setdefault(form, {})[name] = value
    for pattern in patterns:
        for word in words_of(pattern):
            found.setdefault(word, {})["=" + word] = word
    # A word with a capital loses nothing that it has without.
    for form, values in found.items():
        if form != form.lower():
            values.update({k: v for k, v in found.get(form.lower(), {}).items() if k not in values})
    return dict(found)


def build_grammar(language: TimeRules) -> Grammar:
    """Compile a language's tables."""
    rules, parts = language.rules, language.parts
    patterns = [expand(r.pattern, parts) for r in rules] + [p.pattern for p in language.prefixes]
    patterns += [
        expand(names, parts)
        for r in rules
        for names in (r.after, r.not_after, r.not_before, r.only_before)
    ]
    patterns += [*language.numbers, *language.open_before]
    coding = build_coding(lexicon(language, patterns), language.zone_words)
    by_start: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
    for rule in rules:
        whole = re.compile(_whole_rule(rule, parts, coding))
        for code in openings(expand(rule.pattern, parts), coding):
            by_start.setdefault(code, []).append((whole, rule))
    prefixes = [re.compile(f"(?:{compiled(p.pattern, coding)})\\Z") for p in language.prefixes]
    numbers = "|".join(f"(?:{compiled(n, coding)})" for n in language.numbers)
    return Grammar(
        language,
        coding,
        {rule: interpreter_of(rule) for rule in rules},
        re.compile(f"[{''.join(by_start)}]"),
        {code: tuple(found) for code, found in by_start.items()},
        tuple(zip(prefixes, language.prefixes, strict=True)),
        re.compile(numbers) if numbers else None,
    )


def longest(grammar: Grammar, tokens: Tokens, index: int) -> list[tuple[int, Rule]]:
    """The rules that match at a token, the longest first, each with the token it ends before."""
    rules = grammar.by_start[tokens.codes[index]]
    found = [(m.end(), rule) for p, rule in rules if (m := p.match(tokens.codes, index))]
    return sorted(found, key=itemgetter(0), reverse=True) if len(found) > 1 else found
