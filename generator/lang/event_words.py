"""The types of a language's words for what a dated sentence says of its date.

As in `generator.lang.language`, a pattern is a piece of a regular expression without groups.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NEVER = re.compile("(?!)")  # matches nothing


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Words that say whether something happened, as patterns over text in its own capitals.

    planned: of something to come
    foreseen: of something to come, unless the time is over ("would", "must", "hopes to")
    asked: the same, before what is asked for or proposed, up to the word that joins it ("ask …
        to", "propose that")
    outlook: nouns that look ahead, with the words up to the date ("prospects for")
    possible: doubt what is not over ("could")
    expected: of something that was to come, and may not have
    uncertain: doubt their own clause
    negated: a negator with the verb that it denies
    behind: what denies the verb of a date from behind the date ("tagte am Freitag nicht")
    cancelled: of something that did not come about, after its date
    cancelling: the same of what follows
    governing: deny all that follows in the sentence
    harmless: phrases that contain such a word and mean nothing of the kind
    turns: pattern of words beyond which a denial says nothing, whatever it governs
    coordinators: pattern of those beyond which one of a single verb says nothing
    apart: pattern of words before a date from or up to which something did not happen ("until")
    attributive: pattern of words before a date that only tells which thing is meant
    attached: pattern of words before a date that dates only a thing ("a law passed on")
    clause_openers: pattern of words with which another clause begins
    subordinators: pattern of those whose clause shares the time of the one above ("when", "if")
    conditions: pattern of those whose clause says nothing of what happened ("if")
    aside: pattern of the verbs that close an aside ("police said") before its comma
    """

    planned: re.Pattern[str]
    expected: re.Pattern[str]
    uncertain: re.Pattern[str]
    negated: re.Pattern[str]
    governing: re.Pattern[str]
    harmless: re.Pattern[str]
    foreseen: re.Pattern[str] = NEVER
    asked: re.Pattern[str] = NEVER
    outlook: re.Pattern[str] = NEVER
    possible: re.Pattern[str] = NEVER
    behind: re.Pattern[str] = NEVER
    cancelled: re.Pattern[str] = NEVER
    cancelling: re.Pattern[str] = NEVER
    turns: str = ""
    coordinators: str = ""
    apart: str = ""
    attributive: str = ""
    attached: str = ""
    clause_openers: str = ""
    subordinators: str = ""
    conditions: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class ReportingWords:
    """Words that make a date the date of the report ("said on Monday"), as patterns.

    verbs: of saying
    main: those of them that may come after the date and the name of those who say it
    passive: what makes such a verb a passive, right before it ("was reported on Monday")
    hearers: whom something is told, with the verb ("told reporters in London")
    occasions: what something is said in ("in a statement", "a letter dated")
    tail: what may stand between any of these and the preposition
    prepositions: right before a date that follows
    opening: before a date that opens the sentence ("late on")
    between: the small words in the name of those who say it, after the date
    joins: right after a date what follows is said besides ("grew in 1987 and said")
    subject: right after a date that is the subject of what is said ("said Friday was …")
    beside: between a date and another that explains it
    """

    verbs: str = ""
    main: str = ""
    passive: str = ""
    hearers: str = ""
    occasions: str = ""
    tail: str = ""
    prepositions: str = ""
    opening: str = ""
    between: str = ""
    joins: str = ""
    subject: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class UneventfulWords:
    """Words beside a date on which nothing is said to have happened, as patterns.

    prepositions: between a time of day and its date, or the other way round
    zones: the zone of a time of day, in words
    labels: right before the date of a page or a comment ("Last updated"), with their capitals
    labels_after: the same, right after it
    rights: right before the year of a copyright line
    bylines: after the date and a bar ("3 May 2020 | By Ann Lee")
    writes: verbs that end the header of a comment ("On 3 May 2020, ann wrote:")
    comparisons: right before what only serves to compare ("than in 1931")
    measured: the same, right before the date itself ("higher than", "up from")
    extremes: words that "since" makes a comparison ("the worst since 1931")
    firsts: those that do so with a month or a year ("for the first time since 1931")
    since: that word
    likeness_before, likeness_after: what makes a date a kind of thing ("1918-like", "pre-2003")
    otherwise: right after a date that something was not ("earlier than planned")
    habits: words that make a season or a month without its year one of many ("usually in May")
    described: before a century that only says what something is like ("a 19th century mill")
    names: words with a capital after a day and month that is a part of a name ("6 October Bridge")
    """

    prepositions: str = ""
    zones: str = ""
    labels: str = ""
    labels_after: str = ""
    rights: str = ""
    bylines: str = ""
    writes: str = ""
    comparisons: str = ""
    measured: str = ""
    extremes: str = ""
    firsts: str = ""
    since: str = ""
    likeness_before: str = ""
    likeness_after: str = ""
    otherwise: str = ""
    habits: str = ""
    described: str = ""
    names: str = ""


@dataclass(frozen=True, slots=True)
class NowadaysWords:
    """Words that tell "today" for these days from a day, as patterns.

    words: that may mean either ("today")
    states: verbs in the present that say how things are
    done: signs that something is or was done on that day: past, progressive, "I"
    things: right after such a word what belongs to these days, with the possessive ("'s world")
    """

    words: str = ""
    states: str = ""
    done: str = ""
    things: str = ""


@dataclass(frozen=True, slots=True)
class ContextWords:
    """Words by which a sentence leans on the text around it, as patterns.

    pronouns: stand for people or things named before, as the first words of a sentence
    openers: join a sentence to the one before, or point back to it ("meanwhile", "this")
    before: small words that may stand before either at the beginning of a sentence
    further: go on from what was said before, wherever they are ("another")
    speakers: of the first and the second person, with their capitals
    captions: words of a picture's caption, with their capitals
    births: words of somebody's birth, or the day of it
    """

    pronouns: str = ""
    openers: str = ""
    before: str = ""
    further: str = ""
    speakers: str = ""
    captions: str = ""
    births: str = ""
