"""The type of a language's words around figures.

As in `generator.lang.language`, a pattern is a piece of a regular expression without groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.lang.words import NO_WORDS, Words
from generator.model import Bound


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Words around figures. Words are in small letters.

    numbers: number words -> their values
    articles: words before a scale that mean one of it ("a million"), and what they mean
    scales: pattern -> value, of a word after a figure ("million")
    letters: the same, of letters right behind it ("20m")
    vague: pattern -> the lowest number that is meant ("dozens")
    grouped: pattern of a figure whose thousands are set apart; "": by commas
    bounds: pattern of words before a figure ("at least") -> how exact it is; see `Figure.bound`
    bounds_after: the same behind it ("or more")
    fillers: pattern of words between a bound and its figure ("the")
    joiners: pattern of the word inside a number ("two hundred and fifty")
    ranges: pairs of patterns, before and between the ends of a range ("between", "and")
    changes: pattern of words before a range that make it a change ("rose from 60 to 137")
    changes_from, changes_to: patterns of the words between them ("from", "to")
    currencies: pattern -> ISO 4217 code, of signs before a figure and words after it
    shares: pattern of what makes a figure a share ("per cent")
    units: pattern of what makes it a length, an age, a level of a market, and so no count
    rates: pattern of words after a sum that make it a price ("a barrel", "each")
    per: pattern of words after what is counted that make it a rate ("a day")
    names: pattern of words before a number that is a part of a name ("Flight", "aged")
    measures: measure -> pattern of the words that say so near the figure
    passive: pattern of what makes such a word right behind a noun say so of it ("were")
    happened: measure -> pattern of verbs right behind a noun that say so by themselves ("died")
    who: pattern of words between them ("who")
    pairs: two words that say so together -> measure
    counted: nouns of which a handful counts ("soldiers", "bombs"); of others only larger numbers
    common: of these things of which a few are often named without any weight ("six countries")
    people: of these those who are people, who are told by what happened to them
    anyone: nouns that say no more than that people are counted ("people", "victims")
    modifiers: words between a number and what it counts ("more", "other")
    additions: of these, and of nouns, those that make it come on top of another ("others")
    verbs: pattern of verbs, where no word stands between a share and what it is of
    closers: words beyond which a figure's noun cannot stand
    breaks: pattern of words beyond which nothing belongs to a figure
    plurals: nouns in the plural that do not end as plurals do
    plural_endings, not_plural: endings of plurals, and those that only look alike
    planned: pattern of words before a figure in the same clause that announce what is still to come
    planned_after: the same right after the counted noun
    partitive: pattern of the words between a figure and what it is of ("of")
    determiners: words before a noun that do not describe it ("the", "its")
    fractions: pattern -> the share that such words mean ("two thirds")
    ratios: pattern of the words within a share ("one in five", "nine out of ten")
    halves: pattern of words before a fraction that make it an ordinal ("the second half of")
    since: pattern of the word before the day or event from which a running total runs ("since")
    since_what: pattern of the first word of such an event where no day is given ("the", "then")
    so_far: pattern of words that make a figure a running total without such a beginning
    recent_before, recent: patterns of a word and of the time after it that do so, too ("in", "the
        past week")
    current: pattern of times that do so by themselves ("this year")
    superlatives: pattern of words that make what is "since" then a comparison ("worst")
    as_of: pattern of words before the day for which a figure is given ("as of")
    tallies: pattern of words for a count that grows ("death toll")
    states: pattern of words before a figure that make it tell how things stood ("On 30 June there
        were")
    counts_of: pattern of such words with what joins a day to them ("count of")
    said_on: pattern of words between a verb of saying and its day ("said on Monday")
    dated_by: pattern of words before a day on which such a count was reported ("on", "late on")
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    articles: Mapping[str, float] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)
    letters: Mapping[str, float] = field(default_factory=dict)
    vague: Mapping[str, float] = field(default_factory=dict)
    grouped: str = ""
    bounds: Mapping[str, Bound] = field(default_factory=dict)
    bounds_after: Mapping[str, Bound] = field(default_factory=dict)
    fillers: str = ""
    joiners: str = ""
    ranges: tuple[tuple[str, str], ...] = ()
    changes: str = ""
    changes_from: str = ""
    changes_to: str = ""
    currencies: Mapping[str, str] = field(default_factory=dict)
    shares: str = ""
    units: str = ""
    rates: str = ""
    per: str = ""
    names: str = ""
    measures: Mapping[str, str] = field(default_factory=dict)
    passive: str = ""
    happened: Mapping[str, str] = field(default_factory=dict)
    who: str = ""
    pairs: Mapping[tuple[str, str], str] = field(default_factory=dict)
    counted: Words = NO_WORDS
    common: Words = NO_WORDS
    people: Words = NO_WORDS
    anyone: Words = NO_WORDS
    modifiers: Words = NO_WORDS
    additions: Words = NO_WORDS
    verbs: str = ""
    closers: Words = NO_WORDS
    breaks: str = ""
    plurals: Words = NO_WORDS
    plural_endings: tuple[str, ...] = ()
    not_plural: tuple[str, ...] = ()
    planned: str = ""
    planned_after: str = ""
    partitive: str = ""
    determiners: Words = NO_WORDS
    fractions: Mapping[str, float] = field(default_factory=dict)
    ratios: str = ""
    halves: str = ""
    since: str = ""
    since_what: str = ""
    so_far: str = ""
    recent_before: str = ""
    recent: str = ""
    current: str = ""
    superlatives: str = ""
    as_of: str = ""
    tallies: str = ""
    states: str = ""
    counts_of: str = ""
    said_on: str = ""
    dated_by: str = ""
