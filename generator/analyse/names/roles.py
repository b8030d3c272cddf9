"""What a sentence calls a person beside the name: "Russian President", "spokesman for the army".

A role is taken only where the words say it plainly: directly before the name, with a word for an
office or an occupation next to it, or between commas after it. It is the source's word and is shown
as such. Only the text right beside the name is read, however long the sentence is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.lang import language_of
from generator.lang.language import NameWords, RoleWords

_TITLE_CASE = re.compile(r"[A-Z][\w.’'&-]*")
_TOKEN = re.compile(r"[\w.’'&-]+")
_SPACE_AT_END = re.compile(r"\s$")
_LONGEST = 8  # words before a name
_REACH = 400  # code points before a name that are read; no role with its preposition is longer
_BODY = r"(?:[\w’'&-]+ ){0,5}?"
_GOES_ON = re.compile(r",\s(?![A-Z])")


def role_of(
    text: str, start: int, end: int, language: str = "en", sentence: tuple[int, int] | None = None
) -> str:
    """What a text calls the person whose name is at these offsets in it, or "".

    sentence: offsets of the sentence with the name; None: the whole text is one
    """
    finder = _finder(language_of(language).code)
    return finder.find(text, start, end, sentence or (0, len(text))) if finder else ""


@cache
def _finder(code: str) -> _Finder | None:
    """The patterns of a language; None where we have no words for roles."""
    language = language_of(code)
    roles = language.roles
    if roles is None:
        return None
    after = re.compile(
        rf",\s(?:(?:{roles.articles})\s)?(?P<role>(?P<before>{_BODY})(?P<head>[A-Za-z-]+)"
        rf"(?: (?:{roles.prepositions}) [^,.;:()\[\]“”\"\n]{{1,70}})?)"
        # What precedes another name describes that one: "met Kerry, the minister, Ann Lee".
        r"(?=[.;)]|$|,\s(?![A-Z]))"
    )
    between = re.compile(
        rf"\b(?:{roles.owners}) (?P<role>(?P<before>{_BODY})(?P<head>[A-Za-z-]+)"
        rf"(?: (?:{roles.inner_prepositions}) [^,.;:()\[\]“”\"\n]{{1,60}})?), $"
    )
    return _Finder(
        roles,
        language.names,
        preposition=re.compile(rf"\b(?:{roles.place_prepositions}) $"),
        whose=re.compile(rf",\s(?P<role>{roles.whose}[A-Z][^,.;:()\[\]“”\"\n]{{2,70}}),"),
        after=after,
        between=between,
    )


@dataclass(frozen=True, slots=True)
class _Finder:
    """A language's words for roles, and patterns made of them.

    preposition: right before the words for a role: they say where something happened
    whose: a role after a name that only says what it is of
    after, between: a role after a name, and before one between commas
    """

    roles: RoleWords
    names: NameWords
    preposition: re.Pattern[str]
    whose: re.Pattern[str]
    after: re.Pattern[str]
    between: re.Pattern[str]

    def find(self, text: str, start: int, end: int, sentence: tuple[int, int]) -> str:
        """The role of the name at these offsets, in a sentence at others; or ""."""
        first, last = sentence
        from_start = start - first <= _REACH
        before = text[first if from_start else start - _REACH : start]
        own = set(text[start:end].split())
        return (
            self._role_before(before, own, from_start=from_start)
            or self._role_between(before, text, end, last)
            or self._role_after(text, end, last)
        )

    def _role_before(self, text: str, own: set[str], *, from_start: bool) -> str:
        """The role in the words at the end of a text, which goes on with the name.

        from_start: whether the text begins where the sentence does
        """
        tokens = _last_words(text, whole=from_start)
        while tokens and self._is_courtesy(tokens[-1].group()):
            tokens.pop()  # "chairman Lord Lee"
        words = [match.group() for match in tokens]
        if not words or not self._is_role(words[-1]):
            return ""
        first = len(words) - 1
        while first and self._belongs(words[first - 1]) and words[first - 1] not in own:
            first -= 1
        # "In Moscow President Putin": where it happened, not what he is president of.
        if self.preposition.search(text[: tokens[first].start()]):
            while first < len(words) and not self._known(words[first]):
                first += 1
        at_start = from_start and not re.search(r"\w", text[: tokens[first].start()])
        # The first word of a sentence has a capital whatever it is: "While President".
        named = first + 1 < len(words) and _TITLE_CASE.fullmatch(words[first + 1])
        alone = not named or self._known(words[first + 1])
        if at_start and alone and not self._known(words[first]):
            first += 1
        article = f"{self.names.article.capitalize()} "
        return text[tokens[first].start() : tokens[-1].end()].removeprefix(article).strip()

    def _role_between(self, before: str, text: str, end: int, last: int) -> str:
        """The role in "the head of the FSB, Ann Lee, said"; not in a list of names."""
        match = self.between.search(before)
        if not match or not _GOES_ON.match(text, end, last) or not self._is_role(match["head"]):
            return ""
        return match["role"] if all(map(self._belongs, match["before"].split())) else ""

    def _role_after(self, text: str, end: int, last: int) -> str:
        whose = self.whose.match(text, end, last)
        if whose:
            return whose["role"]
        match = self.after.match(text, end, last)
        if not match or not self._is_role(match["head"]):
            return ""
        before = match["before"].split()
        return match["role"].strip() if all(map(self._belongs, before)) else ""

    def _is_role(self, word: str) -> bool:
        bare = word.lower().removeprefix(self.roles.former).removesuffix(".")
        return bare in self.roles.roles

    def _is_courtesy(self, word: str) -> bool:
        """Whether a word is a title that says nothing of an office."""
        low = word.lower().removesuffix(".")
        titled = low in self.names.titles and low not in self.roles.modifiers
        return titled and not self._is_role(word)

    def _belongs(self, word: str) -> bool:
        named = _TITLE_CASE.fullmatch(word) is not None and word.lower() not in self.names.never
        return self._known(word) or named

    def _known(self, word: str) -> bool:
        low = word.lower()
        if word.isupper() and len(word) > 1:
            return True  # initials
        return self._is_role(word) or low in self.roles.modifiers or low in self.names.peoples


def _last_words(text: str, *, whole: bool) -> list[re.Match[str]]:
    """The words at the end of a text, with single spaces between them and one more after them.

    whole: whether the text begins with a whole word
    """
    tokens = list(_TOKEN.finditer(text))
    if not whole and tokens and tokens[0].start() == 0:
        del tokens[0]
    if not tokens or not _SPACE_AT_END.match(text, tokens[-1].end()):
        return []
    first = len(tokens) - 1
    while first and text[tokens[first - 1].end() : tokens[first].start()] == " ":
        first -= 1
    return tokens[first:][-_LONGEST:]
