"""What a sentence calls a person beside the name: "Russian President", "spokesman for the army".

A role is taken only where the words say it plainly: directly before the name, with a word for an
office or an occupation next to it; between commas after it; or as what the person was appointed or
became. It is the source's word and is shown as such. Only the text right beside the name is read,
however long the sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator.lang import language_of
from generator.lang.language import RoleWords
from generator.lang.name_words import NameWords

_TITLE_CASE = re.compile(r"[A-Z][\w.’'&-]*")
_LOWER = re.compile(r"[a-z][a-z’'-]+")
_TOKEN = re.compile(r"[\w.’'&-]+")
_SPACE_AT_END = re.compile(r"\s$")
_LONGEST = 8  # words before a name
_REACH = 400  # code points before a name that are read; no role with its preposition is longer
_BODY = r"(?:[\w’'&-]+ ){0,5}?"
_GOES_ON = re.compile(r",\s(?![A-Z])")
# A word of what a role is of: with the points of initials and addresses, not those of sentences.
_WORD = r"(?:[^\s,.;:()\[\]“”\"–—]|\.(?=\w)|(?<=\b[A-Z])\.)+"
_END = r"[.;)]|$|,\s(?![A-Z])|\s[-–—]"
_NAMES = r"(?:[A-Z][\w.’'-]*(?: |(?=,))){1,6}"


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
    head = rf"(?P<role>(?P<before>{_BODY})(?P<head>[A-Za-z-]+)"
    stop = rf"(?={_END}|\s(?:{roles.ends})\b"
    # What precedes another name describes that one: "met Kerry, the minister, Ann Lee".
    of = _complement(roles, roles.ends, 12)
    # "and" may go on with what else the person does.
    of_one = _complement(roles, rf"{roles.ends}|{roles.joins} [a-z]\w*", 9)
    article = rf"(?:(?:{roles.articles}|{roles.owners}) ){{0,2}}"
    office = rf" {article}{head}{of_one}{stop}|\s(?:{roles.joins}|{roles.prepositions})\b)"
    return _Finder(
        roles,
        language.names,
        preposition=re.compile(rf"\b(?:{roles.place_prepositions}) $"),
        whose=re.compile(rf",\s(?P<role>{roles.whose}[A-Z](?:{_WORD})?(?: {_WORD}){{0,14}}),"),
        after=re.compile(rf"(?:,\s| [-–—] | \()(?P<article>{article}){head}{of}{stop})"),
        between=re.compile(
            rf"\b(?P<owner>{roles.owners}) {head}"
            rf"(?: (?:{roles.inner_prepositions})(?: {_WORD}){{1,9}})?), $"
        ),
        of_name=re.compile(
            rf"(?P<head>[\w-]+) (?:{roles.inner_prepositions}) (?:{language.names.article} )?"
            r"(?P<what>[a-z][\w’'&-]+|(?:[A-Z][\w’'&.-]* ){0,4}[A-Z][\w’'&.-]*) $"
        ),
        shared=re.compile(
            rf"(?P<plural>[\w-]+) (?:{_NAMES}(?:, (?:{roles.joins} )?|{roles.joins} )){{1,4}}$"
        ),
        shares=re.compile(rf"(?:,? {roles.joins} |, )[A-Z]"),
        possessive=re.compile(rf"{language.names.possessive}$"),
        appointed=re.compile(rf"\b(?:{roles.appoints}) $"),
        as_office=re.compile(rf" {roles.in_the_office}{office}"),
        becomes=re.compile(rf"(?:,| )(?: )?(?:{roles.becomes})(?: {roles.in_the_office})?{office}"),
    )


def _complement(roles: RoleWords, ends: str, most: int) -> str:
    """The pattern of what a role is of, or of nothing; `most`: words, none of which is an end."""
    word = rf" (?!(?:{ends})\b)(?!-){_WORD}"
    return rf"(?: (?!(?:{ends})\b)(?:{roles.prepositions})(?:{word}){{1,{most}}})?)"


@dataclass(frozen=True, slots=True)
class _Finder:
    """A language's words for roles, and patterns made of them.

    preposition: right before the words for a role: they say where something happened
    whose: a role after a name that only says what it is of
    after, between: a role after a name, and before one between commas
    of_name: a role with what it is of, right before a name
    shared: a plural and the names before the last one of those whose role it is
    shares: after a name that is followed by another
    possessive: the end of a word that says whose something is
    appointed, as_office: before and after the name of one who is appointed
    becomes: after the name of one who has or gets a role
    """

    roles: RoleWords
    names: NameWords
    preposition: re.Pattern[str]
    whose: re.Pattern[str]
    after: re.Pattern[str]
    between: re.Pattern[str]
    of_name: re.Pattern[str]
    shared: re.Pattern[str]
    shares: re.Pattern[str]
    possessive: re.Pattern[str]
    appointed: re.Pattern[str]
    as_office: re.Pattern[str]
    becomes: re.Pattern[str]

    def find(self, text: str, start: int, end: int, sentence: tuple[int, int]) -> str:
        """The role of the name at these offsets, in a sentence at others; or ""."""
        first, last = sentence
        from_start = start - first <= _REACH
        before = text[first if from_start else start - _REACH : start]
        before = self._without_courtesies(before)
        own = set(text[start:end].split())
        shares = self.shares.match(text, end, last) is not None
        return (
            self._role_before(before, own, from_start=from_start, shares=shares)
            or self._role_of_name(before, own, from_start=from_start)
            or self._role_shared(before, own, from_start=from_start)
            or self._role_between(before, text, end, last)
            or self._role_after(text, end, last)
            or self._role_given(before, text, end, last)
        )

    def _without_courtesies(self, before: str) -> str:
        """The text before a name without titles that say nothing: "chairman Lord"."""
        tokens = _last_words(before, whole=True)
        while tokens and self._is_courtesy(tokens[-1].group()):
            before = before[: tokens.pop().start()]
        return before

    def _role_before(
        self, text: str, own: set[str], *, from_start: bool, shares: bool = False
    ) -> str:
        """The role in the words at the end of a text, which goes on with the name.

        from_start: whether the text begins where the sentence does
        shares: whether the name is followed by another, so that a plural is a role of both
        """
        tokens = _last_words(text, whole=from_start)
        words = [match.group() for match in tokens]
        plural = self.roles.plurals.get(words[-1].lower(), "") if words and shares else ""
        if not words or not (plural or self._is_role(words[-1])):
            return ""
        first = self._first(words, own)
        if first == len(words) - 1 and self._is_verb(plural or words[-1], words[first - 1 : first]):
            return ""
        # "In Moscow President Putin": where it happened, not what he is president of.
        if self.preposition.search(text[: tokens[first].start()]):
            while first < len(words) - 1 and not self._known(words[first]):
                first += 1
        at_start = from_start and not re.search(r"\w", text[: tokens[first].start()])
        # The first word of a sentence has a capital whatever it is: "While President".
        if at_start and words[first].lower() in self.roles.openers and first < len(words) - 1:
            first += 1
        article = f"{self.names.article.capitalize()} "
        end = tokens[-1].start() + len(plural or words[-1])
        if not self.roles.awards.isdisjoint(word.lower() for word in words[first:]):
            return ""
        return text[tokens[first].start() : end].removeprefix(article).strip()

    def _is_verb(self, role: str, before: Sequence[str]) -> bool:
        """Whether a word for a role may as well be a verb: "the films star Ann Lee"."""
        if role not in self.roles.also_verbs or not before:
            return False
        opens = before[0].lower()
        return opens not in self.roles.determiners and not self.possessive.search(opens)

    def _first(self, words: list[str], own: set[str]) -> int:
        """Where a role begins that ends with the last of these words."""
        first = len(words) - 1
        while first:
            word = words[first - 1]
            before = words[first - 2] if first > 1 else ""
            timed = word.isupper() and before[-1:].isdigit()  # "10:00 BST Sergeant"
            twice = word == words[first]  # a headline runs into the text
            belongs = self._belongs(word) and word not in own and not timed and not twice
            if not belongs and not self._qualifies(word, before):
                break
            first -= 1
        return first

    def _qualifies(self, word: str, before: str) -> bool:
        """Whether a word that is not known belongs to the role behind it: "the cookery writer"."""
        opens = before.lower()
        return (
            _LOWER.fullmatch(word) is not None
            and not word.endswith(self.roles.verb_endings)
            and word not in self.roles.openers
            and word not in self.names.never
            and (
                opens in self.roles.determiners
                or opens in self.roles.modifiers
                or opens in self.names.peoples
                or self.possessive.search(opens) is not None
            )
        )

    def _role_of_name(self, text: str, own: set[str], *, from_start: bool) -> str:
        """The role in "minister of sport Ann Lee"."""
        match = self.of_name.search(text)
        if not match or not self._is_role(match["head"]):
            return ""
        role = self._role_before(text[: match.end("head")] + " ", own, from_start=from_start)
        what = match["what"].split()
        if len(what) == 1 and what[0] in (self.roles.openers | self.names.never):
            return ""
        return role and role + text[match.end("head") :].rstrip()

    def _role_shared(self, text: str, own: set[str], *, from_start: bool) -> str:
        """The role in "the bankers Ann Lee and", which is that of the next name, too."""
        match = self.shared.search(text)
        if not match or match["plural"].lower() not in self.roles.plurals:
            return ""
        before = text[: match.end("plural")] + " "
        return self._role_before(before, own, from_start=from_start, shares=True)

    def _role_between(self, before: str, text: str, end: int, last: int) -> str:
        """The role in "the head of the FSB, Ann Lee, said"; not in a list of names."""
        match = self.between.search(before)
        if not match or not self._is_role(match["head"]):
            return ""
        alone = not re.search(r"\w", before[: match.start()])
        if not (_GOES_ON.match(text, end, last) or (alone and text[end : end + 1] == " ")):
            return ""
        return match["role"] if self._are_body(match["before"], certain=False) else ""

    def _role_after(self, text: str, end: int, last: int) -> str:
        whose = self.whose.match(text, end, last)
        if whose:
            return whose["role"]
        match = self.after.match(text, end, last)
        article = f"{self.names.article} "
        in_list = text.startswith(f", {article}", match.end()) if match else False
        if match and in_list and match["article"] == article and match["role"] == match["head"]:
            return ""  # "Dr Hall, the Commissary, the Purveyor"
        return self._role_in(match, certain=bool(match and match["article"]))

    def _role_given(self, before: str, text: str, end: int, last: int) -> str:
        """The role in "hired Ann Lee as head of sales" and in "Ann Lee became its head"."""
        if self.appointed.search(before):
            return self._role_in(self.as_office.match(text, end, last), certain=True)
        return self._role_in(self.becomes.match(text, end, last), certain=False)

    def _role_in(self, match: re.Match[str] | None, *, certain: bool) -> str:
        """The role that a pattern has found, or "" where its words are not such.

        certain: whether only a role can stand there, so that any word before it belongs to it
        """
        if not match or not self._is_role(match["head"]):
            return ""
        return match["role"].strip() if self._are_body(match["before"], certain=certain) else ""

    def _are_body(self, before: str, *, certain: bool) -> bool:
        """Whether words before a role belong to it; `certain`: see `_role_in`."""
        words = before.split()
        return all(
            self._belongs(word)
            or self.possessive.search(word)
            or (word == self.roles.joins and at > 0 and self._is_role(words[at - 1]))
            or (certain and _LOWER.fullmatch(word) and word not in self.roles.openers)
            for at, word in enumerate(words)
        )

    def _is_role(self, word: str) -> bool:
        """Whether a word is one for a role, alone or behind a hyphen: "co-head"."""
        low = word.lower().removesuffix(".")
        return low in self.roles.roles or low.rpartition("-")[2] in self.roles.roles

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
