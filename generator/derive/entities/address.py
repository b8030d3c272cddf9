"""How a text addresses somebody: what stands right before and after a name.

"President", "Mrs", "King" and "Sgt" before a surname say whose it can be, and "the Zulu clan" is
nobody's at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

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
_GROUPS = frozenset[str]().union(*(words.groups for words in _WORDS))
_REACH = 30  # code points beside a name that are read
_BEFORE = re.compile(r"(?:([\w’'-]+)\.?[ \n])?([\w’'-]+)\.?\s$")
_AFTER = re.compile(r" ([\w-]+)")


@dataclass(frozen=True, slots=True)
class Address:
    """What a text says beside a name about who is meant.

    offices: those that few people hold at a time, and this person holds
    role: whether it says what the person does at all
    sex: "w" or "m" for titles of women or men alone; ""
    sovereign: a title with which somebody is called by the first name; ""
    rank: that of an army or a police force, written in full; ""
    group: whether the name is that of a family or a people
    """

    offices: tuple[str, ...] = ()
    role: bool = False
    sex: str = ""
    sovereign: str = ""
    rank: str = ""
    group: bool = False

    @property
    def plain(self) -> bool:
        """Whether nothing beside the name says whose it is."""
        return self == _PLAIN


_PLAIN = Address()


def address_of(mention: Mention, text: str) -> Address:
    """How a document's text addresses the person whom it mentions."""
    where = mention.provenance
    before = _BEFORE.search(text[max(0, where.start - _REACH) : where.start])
    after = _AFTER.match(text[where.end : where.end + _REACH])
    following = after[1] if after else ""
    two = f"{before[1] or ''} {before[2]}".lower() if before else ""
    return _address(mention.role.lower(), two, following if following in _GROUPS else "")


@lru_cache(65_536)
def _address(role: str, before: str, group: str) -> Address:
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
    )


def offices_in(role: str) -> tuple[str, ...]:
    """The offices in a role that few people hold at a time."""
    head = _ROLE_OF.split(role.lower())[0]
    return () if _NOT_HELD.search(head) else tuple(_held(head))


def _held(head: str) -> Iterator[str]:
    for office in _HIGH:
        if f" {head}".endswith(f" {office}"):
            yield office


@dataclass(slots=True)
class Known:
    """How texts address somebody by the full name.

    role: whether any of them says what the person does
    """

    offices: set[str] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)
    sovereign: set[str] = field(default_factory=set)
    ranks: set[str] = field(default_factory=set)
    role: bool = False

    def note(self, address: Address) -> None:
        """Add what one text says."""
        self.offices.update(address.offices)
        self.sexes.update(filter(None, (address.sex,)))
        self.sovereign.update(filter(None, (address.sovereign,)))
        self.ranks.update(filter(None, (address.rank,)))
        self.role = self.role or address.role
