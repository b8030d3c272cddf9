"""What is said: the tokens of a sentence that belong to a verb of saying."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analyse.claims.subjects import Part
from generator.analyse.claims.tokens import Token
from generator.lang.claim_words import ClaimWords

_HEARER = 14  # tokens after a verb before which the words that open what is said may stand
Words = Sequence[Token]


def around(words: ClaimWords, tokens: Words, part: Part, after: int) -> Part:
    """What is said before its verb, and behind it, too, where it goes on: "X, he said, and Y"."""
    rest = range(after, len(tokens))
    end = part[1] - 1 if part[1] and tokens[part[1] - 1].text == "," else part[1]
    if end and tokens[end - 1].is_quote:
        part = _of_quotation(tokens, (part[0], end))
    if tokens[part[0]].quoted:
        goes_on = any(tokens[place].is_quote for place in rest[1:-1])
    else:
        marks = [place for place in rest if tokens[place].text == ","]
        goes_on = (
            bool(marks)
            and marks[0] - after < 3
            and len(tokens) - marks[0] > 4
            and tokens[marks[0] + 1].lower not in words.relatives
        )
    return (part[0], len(tokens)) if goes_on else part


def _of_quotation(tokens: Words, part: Part) -> Part:
    """What is said, without the clause before the quotation at its end: "He fell: “Oh.”"."""
    first = part[1] - 1
    while first > part[0] and (tokens[first - 1].quoted or tokens[first].is_quote):
        first -= 1
        if tokens[first].is_quote and not tokens[first - 1].quoted:
            break
    mark = tokens[first - 1].text if first else ""
    return (first, part[1]) if mark in {":", ",", "."} else part


def complement(words: ClaimWords, tokens: Words, after: int) -> bool:
    """Whether what is said begins right after a verb, a time or a hearer."""
    while after < len(tokens) and (
        tokens[after].dated
        or tokens[after].lower in words.hearers
        or (
            tokens[after].lower in words.prepositions
            and after + 1 < len(tokens)
            and tokens[after + 1].dated
        )
    ):
        after += 1
    if after >= len(tokens):
        return False
    token = tokens[after]
    if token.text == "," and after + 1 < len(tokens) and tokens[after + 1].is_quote:
        return True
    return (
        token.is_quote
        or token.text == ":"
        or token.lower in words.introductions
        or _finite_near(words, tokens, after)
    )


def _finite_near(words: ClaimWords, tokens: Words, after: int) -> bool:
    """Whether a clause with a verb of its own begins at a place."""
    token = tokens[after]
    is_number = token.text[0].isdigit() or token.is_currency
    if not (token.lower in words.complements or token.named or token.capital or is_number):
        return False
    for place in range(after + 1, min(len(tokens), after + 10)):
        token = tokens[place]
        if token.is_currency or token.text == "%":
            continue
        if not token.is_word or token.lower in words.openers or token.lower in words.pronouns:
            return False
        if token.lower in words.finite and tokens[place - 1].lower not in words.prepositions:
            return True
    return False


def said(words: ClaimWords, tokens: Words, after: int) -> Part:
    """What is said after a verb, without a time, a hearer and the word that opens it."""
    first = opening(words, tokens, after)
    if first is None:
        first = after
        if first < len(tokens) and tokens[first].lower in words.hearers:
            first += 1
        elif tokens[after - 1].lower in words.tellings:
            first = _after_name(words, tokens, after)
    while first < len(tokens) and (tokens[first].text in {",", ":"} or tokens[first].dated):
        first += 1
    return min(first, len(tokens)), len(tokens)


def opening(words: ClaimWords, tokens: Words, after: int) -> int | None:
    """Where what is said begins, if a word or a mark after whom and where it is said shows it.

    "told the court in May that he fell", "told the king: “It fell”", "told the king he fell"
    """
    telling = tokens[after - 1].lower in words.tellings
    place, skipped, hearer = after, False, False
    while place < min(len(tokens), after + _HEARER):
        token = tokens[place]
        if not skipped and is_infinitive(words, tokens, place):
            return None
        if token.lower in words.introductions and not _is_article(words, tokens, place):
            return place + 1
        if token.is_quote or token.text == ":":
            return place
        if skipped and (
            (token.lower in words.pronouns and token.lower not in words.first_persons)
            or (hearer and is_infinitive(words, tokens, place))
            or (token.lower in words.determiners and _finite_near(words, tokens, place))
        ):
            return place
        if token.text == ",":
            place += 1
            if place == len(tokens) or not (
                tokens[place].is_quote
                or tokens[place].lower in words.introductions | words.prepositions
            ):
                return None
        elif token.dated or token.lower.endswith(words.adverb_endings):
            place += 1
        elif token.lower in words.prepositions or (telling and not skipped):
            hearer = hearer or token.lower not in words.prepositions
            place, skipped = _after_phrase(words, tokens, place), True
        else:
            return None
    return None


def _is_article(words: ClaimWords, tokens: Words, place: int) -> bool:
    """Whether a word such as "that" belongs to a noun: "that evening", "a man of that town"."""
    dated = place + 1 < len(tokens) and tokens[place + 1].dated
    after = tokens[place - 1].lower in words.prepositions
    return tokens[place].lower in words.introductions and (dated or after)


def is_infinitive(words: ClaimWords, tokens: Words, place: int) -> bool:
    """Whether an infinitive with its word before it stands at a place: "to leave"."""
    return (
        place + 1 < len(tokens)
        and tokens[place].lower in words.infinitive
        and not tokens[place + 1].capital
        and tokens[place + 1].lower not in words.determiners | words.object_pronouns | words.hearers
    )


def _after_phrase(words: ClaimWords, tokens: Words, first: int) -> int:
    """The place behind a noun phrase, with the preposition that may open it."""
    place = first + 1
    if place < len(tokens) and _is_article(words, tokens, place):
        place += 1
    while (
        place < len(tokens)
        and tokens[place].is_word
        and tokens[place].lower
        not in words.introductions | words.prepositions | words.pronouns | words.finite
        and not (place > first + 1 and tokens[place].lower in words.determiners)
    ):
        place += 1
    return place


def _after_name(words: ClaimWords, tokens: Words, after: int) -> int:
    """The place behind the name to which something is told, if what is told follows it."""
    place = after
    while place < len(tokens) and tokens[place].named:
        place += 1
    follows = place < len(tokens) and tokens[place].lower in words.complements
    return place if follows else after


def of_clause(words: ClaimWords, tokens: Words, part: Part, holder: int) -> Part:
    """What is said, as far as its clause goes: "When he said that it fell, she left".

    Of one inserted after a noun likewise: "a war, which he says killed 12, began".
    """
    if holder > 0 and tokens[holder - 1].lower in words.relatives:
        marks = {",", "-", "–", "—", ";", "("}
        ends = (p for p in range(part[0] + 2, part[1]) if tokens[p].text in marks)
        return part[0], next(ends, part[1])
    opens = holder > 0 and tokens[holder - 1].lower in words.openers | words.prepositions
    if not opens or any(token.lower in words.finite for token in tokens[: holder - 1]):
        return part
    for place in range(part[0] + 2, part[1]):
        if tokens[place].text == "," and not tokens[place].quoted:
            return part[0], place
    return part
