"""Who says it: the words before or after a verb of saying that name its holder."""

from __future__ import annotations

from collections.abc import Sequence

from generator.analyse.claims.tokens import Token
from generator.lang.claim_words import ClaimWords

_MOST = 18  # words in the name of a holder
_BEFORE_TIME = 3  # words before a time in a noun phrase: "a further recent survey"
_ASIDE = 30  # words in what stands between commas after a name
Words = Sequence[Token]
Part = tuple[int, int]  # the first token, and that after the last


def subject_before(words: ClaimWords, tokens: Words, verb: int) -> tuple[Part, bool] | None:
    """The tokens of the subject of the verb at a place, and whether it is a passive; None: none."""
    at, passive = _before_auxiliaries(words, tokens, verb)
    if at < 0:
        return None
    token = tokens[at]
    if token.text in {",", "-", "–", "—", ")", "-RRB-", "]"}:
        part = _before_aside(words, tokens, at)
    elif token.lower in words.relatives:
        part = _before_relative(words, tokens, at)
    else:
        part = phrase_before(words, tokens, at)
    return (part, passive) if part else None


def _before_auxiliaries(words: ClaimWords, tokens: Words, verb: int) -> tuple[int, bool]:
    """The place before the words that belong to a verb, and whether they make it a passive."""
    at, passive = verb - 1, False
    while at >= 0:
        token = tokens[at]
        if token.lower in words.passives and not token.dated:
            passive = True
        elif not (
            token.dated
            or token.lower in words.auxiliaries
            or _is_adverb(words, tokens, at)
            or (token.lower in words.prepositions and tokens[at + 1].dated)
        ):
            break
        at -= 1
    return at, passive


def _is_adverb(words: ClaimWords, tokens: Words, at: int) -> bool:
    """Whether a word is an adverb by its ending, and no noun ("his family")."""
    token = tokens[at]
    if token.capital or token.named or not token.lower.endswith(words.adverb_endings):
        return False
    return at == 0 or tokens[at - 1].lower not in words.determiners


def _before_relative(words: ClaimWords, tokens: Words, at: int) -> Part | None:
    """The name before "who", with or without a comma."""
    before = at - 1
    if before >= 0 and tokens[before].text == ",":
        before -= 1
    if before < 0:
        return None
    part = phrase_before(words, tokens, before)
    if part and tokens[before].person:
        # "He sent the letter to Ann Lee, who said"
        while part[0] < before and not tokens[part[0]].person:
            if tokens[part[0]].lower in words.infinitive:
                return part[0] + 1, part[1]
            part = part[0] + 1, part[1]
        return phrase_before(words, tokens, before)
    return part


def _before_aside(words: ClaimWords, tokens: Words, at: int) -> Part | None:
    """The name before something between commas, dashes or brackets that ends at a place."""
    mark = tokens[at]
    found = None
    for place in range(at - 1, max(-1, at - _ASIDE), -1):
        token = tokens[place]
        if token.is_quote:
            break
        if not (token.opens if mark.closes else token.text == mark.text) or not place:
            continue
        part = phrase_before(words, tokens, place - 1)
        if part and (mark.closes or _is_aside(words, tokens, part, place + 1)):
            # "The head of the FSB, Alexander Bortnikov, said"
            is_name = all(token.person for token in tokens[place + 1 : at])
            found = (part[0], at) if is_name else part
        if mark.closes or (found and tokens[found[1] - 1].person):
            break
    if found is None and mark.text == ",":
        # "Ann Lee of the Red Cross, says the river rose"
        part = phrase_before(words, tokens, at - 1) if at else None
        if part and tokens[part[1] - 1].person and _opens_clause(tokens, part[0]):
            return part
        if part and part[0] == 0 and tokens[0].person:
            return part
    return _whose(words, tokens, found) if found else None


def _opens_clause(tokens: Words, first: int) -> bool:
    return first == 0 or tokens[first - 1].is_quote or tokens[first - 1].text == ","


def _whose(words: ClaimWords, tokens: Words, part: Part) -> Part:
    """The person before a comma after which only an office follows: "Ann Lee, director of X"."""
    first = part[0]
    if first > 1 and tokens[first - 1].text == "," and not tokens[first].capital:
        before = phrase_before(words, tokens, first - 2)
        if before and tokens[before[1] - 1].person:
            return before
    return part


def _is_aside(words: ClaimWords, tokens: Words, part: Part, after: int) -> bool:
    """Whether what begins after a comma only tells more of the name before it."""
    token = tokens[after]
    is_name = any(t.capital or t.named for t in tokens[part[0] : part[1]])
    return (
        token.lower in words.relatives
        or token.text.isdigit()
        or (is_name and (token.lower in words.determiners or not token.capital or token.named))
        or (token.capital and tokens[part[0]].lower in words.determiners)
    )


def _is_verb(words: ClaimWords, tokens: Words, at: int) -> bool:
    token = tokens[at]
    if token.named or token.capital or tokens[at - 1].lower in words.determiners:
        return False
    return token.lower in words.finite or token.lower.endswith(words.verb_endings)


def shared_subject(words: ClaimWords, tokens: Words, verb: int) -> Part | None:
    """The subject that a verb shares with one before it in its half of the sentence.

    That of the last verb of saying ("he said that it rose and added"), or else of the first verb
    ("he left, saying").
    """
    half = max((at for at in range(verb) if tokens[at].text == ";"), default=-1)
    places = range(max(1, half + 1), verb)
    said = [
        at
        for at in reversed(places)
        if tokens[at].lower in words.verbs and tokens[at + 1].lower in words.introductions
    ]
    for place in [*said, *places]:
        if tokens[place].lower in words.verbs or _is_verb(words, tokens, place):
            found = subject_before(words, tokens, place)
            if found:
                return found[0]
    return None


def phrase_before(words: ClaimWords, tokens: Words, last: int) -> Part | None:
    """The noun phrase that ends with the token at a place; None where there is none."""
    token = tokens[last]
    if token.lower in words.pronouns:
        return last, last + 1
    if (
        not token.is_word
        or token.dated
        or _ends_phrase(words, tokens, last)
        or token.lower in words.inner
        or (token.lower in words.prepositions and not token.capital)
    ):
        return None
    first, joined = last, -1
    while first > 0 and last - first < _MOST:
        token = tokens[first - 1]
        if token.lower in words.joins:
            if joined < 0:
                joined = first
            first -= 1
            continue
        if not token.is_word and token.text not in {"&", "/"}:
            break
        if token.dated and _is_inside(words, tokens, first - 1):
            first -= 1
            continue
        if token.dated or _ends_phrase(words, tokens, first - 1):
            break
        first -= 1
    first = _after_verb(words, tokens, first, joined)
    return _named(words, tokens, first, last + 1)


def _is_inside(words: ClaimWords, tokens: Words, at: int) -> bool:
    """Whether a time stands within a noun phrase: "Lee's May 2017 letter", "the 2019 report"."""
    while at >= 0 and (tokens[at].dated or tokens[at].text == ","):
        at -= 1
    for place in range(at, max(-1, at - _BEFORE_TIME), -1):
        token = tokens[place]
        if token.text.endswith(("'s", "’s")) or token.lower in words.determiners:
            return True
        if not token.is_word or token.lower in words.prepositions | words.openers | words.finite:
            return False
    return False


def _after_verb(words: ClaimWords, tokens: Words, first: int, joined: int) -> int:
    """Where a phrase begins that ends at a verb of another clause: "he fell and the police"."""
    before = tokens[first - 1] if first else None
    stopped = before is not None and (
        before.is_currency or (before.is_word and before.lower not in words.openers)
    )
    if tokens[first].lower in words.joins:
        return first + 1
    return joined if joined > 0 and stopped else first


def _ends_phrase(words: ClaimWords, tokens: Words, at: int) -> bool:
    """Whether the word at a place cannot be part of a noun phrase."""
    token = tokens[at]
    if token.named:
        return False
    if token.lower in words.openers or token.lower in words.finite:
        return True
    if token.capital or not token.lower.endswith(words.verb_endings) or len(token.lower) < 4:
        return False
    if at and tokens[at - 1].lower in words.determiners:
        return False  # "a retired officer"
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    # "The man arrested on Monday said"
    return after is None or after.lower not in words.prepositions


def _named(words: ClaimWords, tokens: Words, first: int, end: int) -> Part | None:
    """The phrase without what opens its clause ("in a letter he"), if it names anybody."""
    while first < end and (
        tokens[first].lower in words.auxiliaries - words.determiners
        or tokens[first].lower in words.joins
    ):
        first += 1
    if first < end and tokens[first].lower in words.prepositions and not tokens[first].named:
        first = _after_opening(words, tokens, first, end)
    part = tokens[first:end]
    if not part or part[-1].lower in words.nobody or part[-1].text.isdecimal():
        return None
    for place in range(len(part) - 1, 0, -1):
        if part[place].lower in words.pronouns:
            first += place
            return first, end
    if part[0].lower in words.pronouns:
        return first, end
    if (
        part[0].lower.endswith(words.participle_endings)
        and not part[0].named
        and not part[0].capital
    ):
        return None
    head = part[-1]
    shown = any(t.capital or t.named for t in part) or part[0].lower in words.determiners
    plural = head.lower.endswith(words.plural_endings) or head.lower in words.groups
    return (first, end) if shown or plural else None


def _after_opening(words: ClaimWords, tokens: Words, first: int, end: int) -> int:
    """Where the subject begins after a phrase with a preposition that opens the clause."""
    place = first + 1
    while place < end and tokens[place].named:
        place += 1
    if place > first + 1 and place < end:
        return place  # "in Haiti officials"
    for place in range(end - 1, first + 1, -1):
        before = tokens[place - 1].lower
        if tokens[place].lower in words.pronouns:
            return place
        if (
            tokens[place].lower in words.determiners
            and before not in words.inner
            and before not in words.joins
        ):
            return place
    for place in range(first + 1, end):
        if (
            tokens[place].named
            and not tokens[place - 1].named
            and tokens[place - 1].lower not in words.inner | words.determiners
        ):
            return place
    return end if end - first < 3 else end - 1


def phrase_after(
    words: ClaimWords, tokens: Words, first: int, *, anyone: bool = False
) -> Part | None:
    """The noun phrase that begins at a place: after a verb ("said the mayor") or a preposition.

    anyone: whether it names somebody even without a name or an article ("according to state media")
    """
    if first >= len(tokens) or not tokens[first].is_word or tokens[first].dated:
        return None
    if not anyone and tokens[first].lower in words.prepositions and not tokens[first].named:
        return None  # "said to the mayor"
    known = words.object_pronouns if anyone else words.pronouns
    if tokens[first].lower in known:
        return first, first + 1
    end = first
    while end < len(tokens) and end - first < _MOST:
        token = tokens[end]
        if not token.is_word and token.text not in {"&", "/"} and not _is_joined(tokens, end):
            break
        # "according to a note by the king"
        goes_on = anyone and token.lower in words.agents
        inside = end > first and _is_inside(words, tokens, end)
        if token.dated and not inside:
            break
        if end > first and not goes_on and _closes(words, tokens, end):
            break
        if words.capital_nouns and end > first and _is_behind_noun(words, tokens, end):
            break
        end += 1
    end = _without_time(words, tokens, first, end)
    while end > first and tokens[end - 1].lower in words.inner | words.joins | words.prepositions:
        end -= 1
    if end == first:
        return None
    is_nobody = tokens[end - 1].lower in words.nobody
    return _named(words, tokens, first, end) or ((first, end) if anyone and not is_nobody else None)


def _without_time(words: ClaimWords, tokens: Words, first: int, end: int) -> int:
    """Where a phrase ends without the day at its end: "La Tercera el viernes 29 de marzo"."""
    after = end
    while end > first + 1 and tokens[end - 1].dated and not tokens[end - 1].named:
        end -= 1
    while first + 1 < end < after and tokens[end - 1].lower in words.determiners:
        end -= 1
    return end


def _is_behind_noun(words: ClaimWords, tokens: Words, at: int) -> bool:
    """Whether a word in small letters follows a noun with a capital, and does not go on with it."""
    small = tokens[at].is_word and not tokens[at].capital
    return small and tokens[at - 1].capital and tokens[at].lower not in words.inner | words.joins


def _is_joined(tokens: Words, at: int) -> bool:
    """Whether a dash stands within a name: "the Harvard–Smithsonian Center"."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at].text in {"–", "-"}
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _closes(words: ClaimWords, tokens: Words, at: int) -> bool:
    token = tokens[at]
    if token.capital and (token.named or tokens[at - 1].capital):
        return False  # "Reporters Without Borders"
    if token.lower in words.openers or token.lower in words.finite:
        return True
    return token.lower in words.prepositions and token.lower not in words.inner_after
