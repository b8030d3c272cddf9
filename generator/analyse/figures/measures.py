"""What a number counts: "at least 137 people were killed" counts the dead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.analyse.figures.shares import Part
from generator.lang import LANGUAGES, language_of
from generator.lang.figure_words import FigureWords
from generator.lang.words import any_of

_NEAR_AFTER, _NEAR_BEFORE, _FAR_BEFORE = 9, 5, 12  # words; the last of two that say so together
_RATE = 3  # words between what a number counts and "every year"
_NOUN = 5  # words after a number among which its noun is
_WORD = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BREAK = re.compile(r"[,;:()–—\d]|\.\s|\.$|-[LR]RB-|--|``|''|[\"“”]")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts.

    measure: a word that `FigureWords.measures` knows, or the counted noun in small letters
    noun: offsets of the counted noun in the text, alike where there is none
    sure: whether a verb right behind the noun says what happened to them
    """

    measure: str
    noun: tuple[int, int]
    sure: bool = False


def counted(text: str, part: Part, start: int, end: int, language: str) -> Counted | None:
    """What a number counts in the sentence start..end; None where that is unclear."""
    words = language_of(language).figures
    amount, last = part.amount, part.of
    after = _words(text, last, min(end, last + 120))
    noun = _noun(words, after)
    sure = False
    near = _words_before(words, text, max(start, amount.start - 90), amount.start)
    behind = [word for word, _ in _before_break(words, after)][:_NEAR_AFTER]
    if part.inner:
        # "15 of the 19 defendants were convicted" does not say that all were.
        known = ""
    elif noun and noun[0] not in words.people and noun[0] not in words.plurals:
        # Of things only their own word says what is counted ("40 cases in five states"), or what
        # was done to them ("three climbers were killed").
        known = _known(words, [noun[0]], []) or _done(words, text, noun[1][1], end)
        sure = bool(known)
    else:
        known = _known(words, behind, near)
    rate = _rate(words, text, noun[1][1], end) if noun else None
    if known:
        measure = f"{known} {rate[1].lower()}" if rate else known
        return Counted(measure, noun[1] if noun else (last, last), sure)
    if noun is None and amount.unit == "%":
        first, stop = part.whole
        head = max(first, text.rfind(" ", first, stop) + 1)
        return Counted(text[head:stop].lower(), (head, stop))
    if noun is None:
        rate = _rate(words, text, last, end, 0) if amount.unit else None
        return Counted(rate[1].lower(), rate.span(1)) if rate else None
    if rate:
        return Counted(f"{noun[0]} {rate[1].lower()}", (noun[1][0], rate.end()))
    return Counted(noun[0], noun[1])


def subject(
    text: str, part: Part, noun: tuple[int, int], end: int, language: str
) -> tuple[int, int]:
    """The counted noun with what describes it: "soldiers of the Old Guard"; alike without one."""
    first, last = noun
    if first == last:
        return noun
    words = language_of(language).figures
    small = words.determiners | words.modifiers
    between = [span for word, span in _words(text, part.of, first) if word.lower() not in small]
    named = re.compile(
        rf"\s{any_of([words.partitive])}\s(?:{any_of(words.determiners)}\s)?"
        r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*(\s[^\W\d_]+)?"
    ).match(text, last, min(end, last + 60))
    if named:  # "votes of Latino voters", but "soldiers of the Old Guard died"
        last = named.end(1 if named[1] and _is_plural(words, named[1].strip()) else 0)
        last -= 0 if not named[1] or _is_plural(words, named[1].strip()) else len(named[1])
    return (between[0][0] if between else first), last


def can_count(measure: str, noun: str, behind: str) -> bool:
    """Whether a figure can have a measure: its noun, or a word of ours, perhaps with a rate.

    noun: what the text counts, in small letters, with all up to the rate ("barrels of oil a day")
    behind: the text from the noun on, in small letters
    """
    if measure == noun or is_measure(measure):
        return True
    cuts = [at for at, letter in enumerate(measure) if letter == " "]
    return any(
        (noun.startswith(measure[: at + 1]) or noun == measure[:at] or is_measure(measure[:at]))
        and measure[at + 1 :] in behind
        for at in cuts
    )


def is_measure(measure: str) -> bool:
    """Whether a measure has its own word, whatever the text calls what is counted."""
    return not measure or any(
        measure in language.figures.measures or measure in language.figures.pairs.values()
        for language in LANGUAGES.values()
    )


def _known(words: FigureWords, behind: list[str], near: list[str]) -> str:
    """The measure that words near a number say, "" if none does."""
    for row in (behind, near[::-1], [*near[-1:], *behind[:1]]):
        for word, other in pairwise([w.lower() for w in row]):
            for pair, measure in words.pairs.items():
                if pair in {(word, other), (other, word)}:
                    return measure
    # Behind, with a capital, it is a part of a name: "the Center for Missing Persons".
    near = [word.lower() for word in near[-_NEAR_BEFORE:]]
    patterns = [(measure, re.compile(pattern)) for measure, pattern in words.measures.items()]
    for row in (behind, near[::-1]):
        for word in row:
            for measure, pattern in patterns:
                if pattern.fullmatch(word):
                    return measure
    return ""


def _rate(
    words: FigureWords, text: str, start: int, end: int, between: int = _RATE
) -> re.Match[str] | None:
    """What makes a count one for each day or year, in its group: "people die every year"."""
    if not words.per:
        return None
    pattern = rf"(?:\s[^\W\d_]+){{0,{between}}}?\s({any_of([words.per])})\b"
    return re.compile(pattern).match(text, start, end)


def _done(words: FigureWords, text: str, start: int, end: int) -> str:
    """The measure that a verb right behind a noun says, "" if none does."""
    for measure, pattern in words.measures.items():
        passive = rf"{any_of([words.passive])}\s(?:{pattern})"
        verb = any_of([passive, words.happened.get(measure, "")])
        if re.compile(rf"\s(?:{any_of([words.who])}\s)?{verb}\b").match(text, start, end):
            return measure
    return ""


def _words(text: str, start: int, end: int) -> list[tuple[str, tuple[int, int]]]:
    """The words of a part of a text up to a mark, with their offsets."""
    stop = _BREAK.search(text, start, end)
    end = stop.start() if stop else end
    return [(m[0], m.span()) for m in _WORD.finditer(text, start, end)]


def _words_before(words: FigureWords, text: str, start: int, end: int) -> list[str]:
    marks = [m.end() for m in _BREAK.finditer(text, start, end)]
    found = [m[0] for m in _WORD.finditer(text, marks[-1] if marks else start, end)]
    breaks = [n for n, w in enumerate(found) if re.fullmatch(any_of([words.breaks]), w)]
    return found[breaks[-1] + 1 if breaks else 0 :][-_FAR_BEFORE:]


def _before_break(
    words: FigureWords, found: list[tuple[str, tuple[int, int]]]
) -> list[tuple[str, tuple[int, int]]]:
    for n, (word, _) in enumerate(found):
        if n and re.fullmatch(any_of([words.breaks]), word):
            return found[:n]
    return found


def _noun(
    words: FigureWords, after: list[tuple[str, tuple[int, int]]]
) -> tuple[str, tuple[int, int]] | None:
    """The noun that a number counts: the first plural after it, before any other clause."""
    passed, named = 0, False
    for word, span in after[: _NOUN + 2]:
        lower = word.lower()
        # "assistant United States attorneys" does not count states.
        in_name, named = named and word[0].isupper(), word[0].isupper()
        if lower in words.modifiers or (lower == words.partitive and not passed):
            continue
        if lower in words.closers or passed >= _NOUN:
            return None
        passed += 1
        if _is_plural(words, word) and not in_name:
            return lower, span
    return None


def _is_plural(words: FigureWords, word: str) -> bool:
    lower = word.lower()
    if lower in words.plurals or lower in words.counted:
        return True
    return (
        len(word) > 3
        and lower.endswith(words.plural_endings)
        and not lower.endswith(words.not_plural)
        and not word[0].isupper()
    )
