"""What a sentence calls a person beside the name: "Russian President", "spokesman for the army".

A role is taken only where the words say it plainly: directly before the name, with a word for an
office or an occupation next to it, or between commas after it. It is the source's word and is shown
as such.
"""

from __future__ import annotations

import re

from generator.analyse.names.consistency import NEVER, PEOPLES, words

_ROLES = words(
    """president chancellor premier minister secretary undersecretary senator congressman
    congresswoman representative governor mayor ambassador envoy consul commissioner chairman
    chairwoman chairperson chair chief director head leader deputy spokesman spokeswoman
    spokesperson king queen prince princess emperor empress sultan emir pope cardinal archbishop
    bishop patriarch rabbi imam mufti ayatollah general colonel major captain lieutenant sergeant
    corporal admiral commander marshal judge justice magistrate attorney prosecutor lawyer sheriff
    detective inspector officer coach striker midfielder goalkeeper defender manager author actor
    actress singer musician artist writer poet novelist filmmaker journalist reporter
    correspondent columnist editor analyst economist historian professor lecturer scientist
    researcher engineer doctor physician nurse surgeon teacher student executive ceo founder
    cofounder co-founder owner adviser advisor aide activist campaigner politician lawmaker
    legislator mp councillor councilor diplomat expert investigator coroner suspect defendant
    gunman shooter attacker assailant victim survivor witness businessman businesswoman
    entrepreneur banker treasurer strategist organizer organiser rector dean dissident
    gen adm gov sen rep col lt sgt capt maj
    """
)
# Words that may stand before a role and belong to it.
_BEFORE = words(
    """former ex then future would-be so-called
    self-proclaimed acting deputy vice senior assistant associate chief first second third late
    interim outgoing incoming longtime long-time veteran prominent principal lead prime foreign
    interior defence defense finance justice health education energy transport trade labour labor
    environment agriculture economy culture sports security press state general attorney
    federal national regional local provincial district city county municipal party opposition
    government military army navy police intelligence company bank board campaign union team club
    human rights civil public political parliamentary presidential managing executive editorial
    investigative criminal defence supreme high military spiritual religious retired self-styled
    accused alleged suspected convicted university law crisis war photo news communications media
    brigadier lieutenant major rear fleet air vice-president chief-of-staff
    """
)
_TITLE_CASE = re.compile(r"[A-Z][\w.’'&-]*")
_TOKEN = re.compile(r"[\w.’'&-]+")
_TRAILING = re.compile(r"[\w.’'&-]+(?: [\w.’'&-]+)*(?=\s$)")
_PREPOSITION = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Nn]ear|[Oo]n|[Bb]y|[Ff]or|[Oo]f|[Oo]ver) $"
)
_LONGEST = 8  # words before a name
_OF = re.compile(r",\s(?P<role>of (?:the )?[A-Z][^,.;:()\[\]“”\"\n]{2,70}),")
_BODY = r"(?:[\w’'&-]+ ){0,5}?"
_AFTER = re.compile(
    rf",\s(?:(?:the|a|an|then|now)\s)?(?P<role>(?P<before>{_BODY})(?P<head>[A-Za-z-]+)"
    r"(?: (?:of|for|at|in|to|with|on) [^,.;:()\[\]“”\"\n]{1,70})?)"
    # What stands before another name is said of that one: "met Kerry, the minister, Ann Lee".
    r"(?=[.;)]|$|,\s(?![A-Z]))"
)
_BETWEEN = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?P<role>(?P<before>{_BODY})(?P<head>[A-Za-z-]+)"
    r"(?: (?:of|for|at|in) [^,.;:()\[\]“”\"\n]{1,60})?), $"
)
_GOES_ON = re.compile(r",\s(?![A-Z])")


def role_of(sentence: str, start: int, end: int) -> str:
    """What the sentence calls the person whose name stands at these offsets in it, or ""."""
    own = set(sentence[start:end].split())
    before, after = sentence[:start], sentence[end:]
    return _role_before(before, own) or _role_between(before, after) or _role_after(after)


def _role_before(text: str, own: set[str]) -> str:
    run = _TRAILING.search(text)
    if not run:
        return ""
    tokens = list(_TOKEN.finditer(run.group()))[-_LONGEST:]
    if not _is_role(tokens[-1].group()):
        return ""
    first = len(tokens) - 1
    while first and _belongs(tokens[first - 1].group()) and tokens[first - 1].group() not in own:
        first -= 1
    # "In Moscow President Putin": where it happened, not what he is president of.
    if _PREPOSITION.search(text[: run.start() + tokens[first].start()]):
        while first < len(tokens) and not _known(tokens[first].group()):
            first += 1
    at_start = not re.search(r"\w", text[: run.start() + tokens[first].start()])
    # The word that begins a sentence is written with a capital whatever it is: "While President".
    named = first + 1 < len(tokens) and _TITLE_CASE.fullmatch(tokens[first + 1].group())
    alone = not named or _known(tokens[first + 1].group())
    if at_start and alone and not _known(tokens[first].group()):
        first += 1
    return run.group()[tokens[first].start() :].removeprefix("The ").strip()


def _role_between(before: str, after: str) -> str:
    """The role in "the head of the FSB, Ann Lee, said"; a list of names gives none."""
    match = _BETWEEN.search(before)
    if not match or not _GOES_ON.match(after) or not _is_role(match["head"]):
        return ""
    return match["role"] if all(map(_belongs, match["before"].split())) else ""


def _role_after(text: str) -> str:
    whose = _OF.match(text)
    if whose:
        return whose["role"]
    match = _AFTER.match(text)
    if not match or not _is_role(match["head"]):
        return ""
    before = match["before"].split()
    return match["role"].strip() if all(map(_belongs, before)) else ""


def _is_role(word: str) -> bool:
    return word.lower().removeprefix("ex-").removesuffix(".") in _ROLES


def _belongs(word: str) -> bool:
    named = _TITLE_CASE.fullmatch(word) is not None and word.lower() not in NEVER
    return _known(word) or named


def _known(word: str) -> bool:
    low = word.lower()
    initials = word.isupper() and len(word) > 1
    return initials or _is_role(word) or low in _BEFORE or low in PEOPLES
