"""Full names with and without a middle name that are two people's: George W. Bush and his father.

A document that has both shows two people if one sentence has both, if it calls one of them the
other's relative or the elder, or if one holds an office and the other held it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from generator.derive.entities.address import offices_in
from generator.derive.entities.context import Context
from generator.derive.entities.mention_index import Key, MentionIndex, Resolution
from generator.derive.entities.normalise import first_and_last
from generator.derive.entities.resolver import Resolver
from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import Document, Mention, reason

_WORDS = [language.persons for language in LANGUAGES.values()]
_KIN = re.compile(rf"\b{any_of(sorted(word for w in _WORDS for word in w.kin))},?\s$")
_ELDER = re.compile(any_of(words.elders for words in _WORDS), re.IGNORECASE)
_BEFORE = 15  # code points before a name that may hold a word for a relative
_SHOWN = 1 / 5  # share of the documents with both names that show two people, if they are two
_FULL_NAME = reason("full-name-in-source")


@dataclass(slots=True)
class _Beside:
    """What a document says beside a full name.

    related: the last place where it is called a relative; -1 if nowhere
    elder: whether it is told apart from an older or younger bearer
    held, former: the offices that the person holds and held
    """

    related: int = -1
    elder: bool = False
    held: set[str] = field(default_factory=set)
    former: set[str] = field(default_factory=set)

    def note(self, mention: Mention, text: str) -> None:
        """Add what stands beside one mention."""
        where = mention.provenance
        if _KIN.search(text, max(0, where.start - _BEFORE), where.start):
            self.related = where.start
        self.elder = self.elder or _ELDER.match(text, where.end) is not None
        held = offices_in(mention.role)
        self.held.update(held)
        self.former.update(offices_in(mention.role, held=False) if not held else ())


class Namesakes:
    """Which full names with one first and last name documents use for two people."""

    def __init__(
        self, documents: Iterable[Document], index: MentionIndex, context: Context
    ) -> None:
        self._index = index
        self._context = context
        outer = {key: first_and_last(key[1]) for key in index.of_types("person")}
        self._longer: dict[str, set[Key]] = defaultdict(set)
        for key, name in outer.items():
            if name and name != key[1]:
                self._longer[name].add(key)
        pairs = {key for key, name in outer.items() if name in self._longer}
        self._beside: dict[tuple[str, Key], _Beside] = defaultdict(_Beside)
        for document in documents if pairs else ():
            for mention, key in index[document.id]:
                if key in pairs:
                    self._beside[document.id, key].note(mention, document.text)

    def are_two(self, one: Key, other: Key) -> bool:
        """Whether documents that have both names show that they are two people's."""
        both = self._context.having(one) & self._context.having(other)
        shown = sum(self._are_two_in(document, one, other) for document in both)
        return shown > 0 and shown >= _SHOWN * len(both)

    def _are_two_in(self, document: str, one: Key, other: Key) -> bool:
        if self._context.in_one_sentence(document, one, other):
            return True
        first, second = self._beside[document, one], self._beside[document, other]
        if first.elder != second.elder or first.held & second.former or second.held & first.former:
            return True
        # "Her father, Ann Ray Lee" is nobody else than the Ann Lee who is mentioned after that.
        start, end = (self._index.keys_in[document][key].start for key in (one, other))
        return first.related > end or second.related > start

    def full_names(
        self, document: str, keys: Collection[Key], resolver: Resolver
    ) -> dict[Key, Resolution]:
        """For full names in a document the only one there that has a middle name as well.

        Where the archive has several, "John Lee" is in each document the one that it names.
        """
        found = {}
        for key in keys:
            longer = self._longer.get(key[1], set()) if key[0] == "person" else set()
            here = [other for other in sorted(longer) if other in keys]
            groups = {resolver.canonical(other) for other in here}
            if len(groups) != 1 or resolver.canonical(key) in groups:
                continue
            if not any(self._are_two_in(document, key, other) for other in here):
                found[key] = Resolution(here[0], _FULL_NAME)
        return found
