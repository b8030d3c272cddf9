"""How a text addresses somebody: what stands right before and after a name.

"President", "Mrs", "King" and "Sgt" before a surname say whose it can be, and "the Zulu clan" is
nobody's at all. The pronoun that follows a name says whether it is a woman's or a man's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from generator.derive.entities.normalise import without_titles
from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import Mention

# Names of an archive come in several languages, so the words of all count.
_WORDS = [language.persons for language in LANGUAGES.values()]
_HIGH = tuple(office for words in _WORDS for office in words.high_offices)
_ROLE_OF = re.compile(f" {any_of(words.role_prepositions for words in _WORDS)} ")
_NOT_HELD = re.compile(rf"\b{any_of(sorted(word for w in _WORDS for word in w.not_held))}\b")
_SOVEREIGNS = frozenset[str]().union(*(words.sovereigns for words in _WORDS))
_WOMEN = frozenset[str]().union(*(words.women for words in _WORDS))
_MEN = frozenset[str]().union(*(words.men for words in _WORDS))
_RANKS = {short: rank for words in _WORDS for short, rank in words.ranks.items()}
_NAMES = {name: "w" for words in _WORDS for name in words.womens_names} | {
    name: "m" for words in _WORDS for name in words.mens_names
}
_PRONOUN = re.compile(
    rf"\b(?:({any_of(words.she for words in _WORDS)})|{any_of(words.he for words in _WORDS)})\b"
)
_GROUPS = frozenset[str]().union(*(words.groups for words in _WORDS))
_REACH = 30  # code points beside a name that are read
# The two words before a name, read from its end: from the front, every place would be tried.
_BEFORE = re.compile(r"\n?\s\.?([\w’'-]+)(?:[ \n]\.?([\w’'-]+))?")
_AFTER = re.compile(r" ([\w-]+)")
# Right before and after a name among others: "Orr, Brown. Hill".
_IN_LIST = re.compile(r"(?:^|[,;:(.\n])\s?$"), re.compile(r"\s?[,;()\d\n]|\.\s")
_END = 3  # code points that the first of these can reach back
_SAID_OF = 150  # code points after a name in which a pronoun may mean the same person
_SURE = 3  # times as much that says "he" as "she", or the other way round
_GIVEN_WEIGHT = 3  # of a first name, against one title or pronoun


@dataclass(frozen=True, slots=True)
class Address:
    """What a text says beside a name about who is meant.

    offices: those that few people hold at a time, and this person holds
    role: whether it says what the person does at all
    sex: "w" or "m" for titles of women or men alone; ""
    sovereign: a title with which somebody is called by the first name; ""
    rank: that of an army or a police force, written in full; ""
    group: whether the name is that of a family or a people
    title: the words before the name, in small letters
    listed: whether it stands in a list, as in "Orr, Brown (Hill 45)"
    """

    offices: tuple[str, ...] = ()
    role: bool = False
    sex: str = ""
    sovereign: str = ""
    rank: str = ""
    group: bool = False
    title: str = ""
    listed: bool = False


def address_of(mention: Mention, text: str) -> Address:
    """How a document's text addresses the person whom it mentions."""
    where = mention.provenance
    # "Lady Gray" may be the name as it was found, and she is a lady even so.
    start = where.start + max(0, mention.name.find(without_titles(mention.name)))
    before = text[max(0, start - _REACH) : start]
    after = text[where.end : where.end + _REACH]
    following = _AFTER.match(after)
    group = following[1] if following and following[1] in _GROUPS else ""
    listed = _IN_LIST[0].search(before[-_END:]) and _IN_LIST[1].match(after)
    return _address(mention.role.lower(), _words_at_end(before), group, listed is not None)


def _words_at_end(before: str) -> str:
    """The two words that stand before a name, in small letters, with a space between; or ""."""
    turned = _BEFORE.match(before[::-1]) if before[-1:].isspace() else None
    return f"{(turned[2] or '')[::-1]} {turned[1][::-1]}".lower() if turned else ""


@lru_cache(65_536)
def _address(role: str, before: str, group: str, listed: bool) -> Address:
    """The same from the role, the two words before the name, and the word for a group after it."""
    title = before.rpartition(" ")[2]
    head = _ROLE_OF.split(role)[0]
    words = {title, head.rpartition(" ")[2]}
    sexes = {"w" for word in words if word in _WOMEN} | {"m" for word in words if word in _MEN}
    rank = next((_RANKS[word] for word in sorted(words) if word in _RANKS), "")
    return Address(
        offices=tuple(dict.fromkeys((*offices_in(role), *offices_in(before)))),
        role=bool(role),
        sex=sexes.pop() if len(sexes) == 1 else "",
        sovereign=title if title in _SOVEREIGNS else "",
        rank=rank,
        group=bool(group),
        title=title,
        listed=listed,
    )


def offices_in(role: str, *, held: bool = True) -> tuple[str, ...]:
    """The offices in a role that few people hold at a time; or those that are not held, too."""
    head = _ROLE_OF.split(role.lower())[0]
    return () if held and _NOT_HELD.search(head) else tuple(_held(head))


def _held(head: str) -> Iterator[str]:
    for office in _HIGH:
        if f" {head}".endswith(f" {office}"):
            yield office


@dataclass(slots=True)
class Known:
    """How texts address somebody by the full name.

    sexes: how often a title is a woman's ("w") or a man's ("m")
    pronouns: the same of the pronouns that follow
    role: whether any of them says what the person does
    """

    offices: set[str] = field(default_factory=set)
    sexes: Counter[str] = field(default_factory=Counter)
    pronouns: Counter[str] = field(default_factory=Counter)
    sovereign: set[str] = field(default_factory=set)
    ranks: set[str] = field(default_factory=set)
    role: bool = False

    def note(self, address: Address, pronoun: str = "") -> None:
        """Add what one text says."""
        self.pronouns.update([pronoun] if pronoun else [])
        self.offices.update(address.offices)
        self.sexes.update([address.sex] if address.sex else [])
        self.sovereign.update(filter(None, (address.sovereign,)))
        self.ranks.update(filter(None, (address.rank,)))
        self.role = self.role or address.role

    def sex(self, given: str = "") -> str:
        """Whether it is a woman ("w") or a man ("m"); "" if the texts do not agree.

        given: the first name. Pronouns, which may be about somebody else, count without it alone.
        """
        votes = self.sexes.copy()
        if given in _NAMES:
            votes[_NAMES[given]] += _GIVEN_WEIGHT
        else:
            votes += self.pronouns
        best = max("mw", key=lambda sex: votes[sex])
        return best if votes[best] >= max(1, _SURE * (votes.total() - votes[best])) else ""


def pronoun_after(text: str, start: int, end: int) -> str:
    """Whose the first pronoun between a name and the next one is, "w" or "m"; ""."""
    found = _PRONOUN.search(text, start, min(end, start + _SAID_OF))
    return "" if not found else "w" if found[1] else "m"
