"""Abbreviations of organisations: those that sources introduce, and initials of a name beside them.

"Islamic State (ISIS)" says what ISIS stands for in that source, and mostly in all others. Where few
introduce an abbreviation that many use of something else, as one with "Australian Broadcasting
Company (ABC)" among those that watch the American ABC, they say so for themselves only. So do all
that introduce one for different names, but for what nearly all of them agree on.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from generator.derive.entities.context import Company
from generator.derive.entities.normalise import is_abbreviation
from generator.derive.entities.organisations import COUNTRIES, GENERIC, KINDS
from generator.derive.entities.people import Standing
from generator.derive.entities.resolver import Key, Named, Work
from generator.lang import LANGUAGES
from generator.model import Document, Mention

_SMALL = frozenset[str]().union(
    *(language.organisations.small_words for language in LANGUAGES.values())
)
_OTHERS = 3  # documents from which on an abbreviation is used beyond those that introduce it
_BOTH = 1 / 20  # documents with the name, too, as a share of those, that settle what it stands for
_MOST = 0.8  # share of those that introduce it for one name, from which it may be joined to that
_BETTER_KNOWN = 100  # times as many documents with it as with the name: it stands in a dateline
_ALIKE = 0.85  # similarity of words that are spelled otherwise: "Africa" and "African"
_NEAR = 1 / 3  # share of those that must have something in common with what introduces it


@dataclass(slots=True)
class Introduced:
    """An abbreviation that documents introduce.

    names: what they introduce it for, with the words they do it in
    documents: these documents, each with the name
    twice: those of them that introduce it for another name, too
    """

    names: dict[Key, str] = field(default_factory=dict)
    documents: dict[str, Key] = field(default_factory=dict)
    twice: dict[str, Key] = field(default_factory=dict)

    def standings(self) -> Iterator[tuple[str, Standing]]:
        """The documents, each with the name that it stands for there."""
        for document, key in self.documents.items():
            yield document, Standing(key, self.names[key])


def join_abbreviations(
    documents: Sequence[Document], named: Named, work: Work
) -> Mapping[Key, Introduced]:
    """Join each abbreviation to the name it is introduced for, if that is mostly one.

    Those that stand for another name in the documents that introduce them, and maybe nowhere else,
    are returned, too.
    """
    introduced = _introduced(documents, named)
    company = Company(named, work)
    apart = {}
    for abbreviation, found in sorted(introduced.items()):
        if abbreviation[0] == "organisation":  # of places GeoNames has the names
            _join_alike(abbreviation, found, company, work)
        roots = {
            document: work.root(key)
            for document, key in found.documents.items()
            # Who introduces it for two names says nothing.
            if work.root(found.twice.get(document, key)) == work.root(key)
        }
        usual, number = _most_introduced(roots)
        if usual and number >= _MOST * len(found.documents):
            key = next(key for key in found.names if work.root(key) == usual)
            if _is_everywhere(abbreviation, key, company):
                work.join(abbreviation, key, found.names[key])
                roots = {name: root for name, root in roots.items() if root != usual}
        apart[abbreviation] = Introduced(found.names, {d: found.documents[d] for d in roots})
    return apart


def _most_introduced(roots: Mapping[str, Key]) -> tuple[Key | None, int]:
    """The name that most documents introduce it for, and how many do; of as many the first."""
    count = Counter(roots.values()).most_common(1)
    return count[0] if count else (None, 0)


def _join_alike(abbreviation: Key, found: Introduced, company: Company, work: Work) -> None:
    """Names of one abbreviation that differ as slips do: "Africa National Congress".

    What is named beside both must tell that they are one: the Indian Medical Association is not
    that of Indiana.
    """
    best = max(found.names, key=lambda key: (len(company.having(key)), key))
    for key in found.names:
        if key == best or not _are_alike(_words(key[1]), _words(best[1])):
            continue
        shared = company.shared(key, best) - {abbreviation}
        if company.telling(shared):
            work.join(key, best, f"nearly the same name, for {abbreviation[1].upper()}, too")


def _words(form: str) -> list[str]:
    return [word for word in re.findall(r"\w+", form) if word.lower() not in _SMALL]


def _are_alike(one: list[str], other: list[str]) -> bool:
    """Whether words differ in spelling only, or one more says where or what it is.

    "US Environmental Protection Agency", "… Congress party"
    """
    if "".join(one) == "".join(other):
        return True  # "Co-operation" and "Cooperation"
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) == len(shorter) + 2 and " ".join(longer).startswith(COUNTRIES):
        longer = longer[2:]
    if len(longer) == len(shorter) + 1 and longer[-1] in KINDS:
        longer = longer[:-1]
    return 0 < len(longer) == len(shorter) and all(map(_is_slip, longer, shorter))


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are one that is spelled otherwise, or shortened: "Corp"."""
    shortened = one.startswith(other) or other.startswith(one)
    if shortened and one in GENERIC and other in GENERIC:
        return True
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _introduced(documents: Sequence[Document], named: Named) -> Mapping[Key, Introduced]:
    found: dict[Key, Introduced] = defaultdict(Introduced)
    for document in documents:
        for (full, key), (short, abbreviation) in pairwise(named[document.id]):
            if short.provenance.start - full.provenance.end != 2:
                continue  # nearly always, so that all else need not be quick
            between = document.text[full.provenance.end : short.provenance.start]
            after = document.text[short.provenance.end : short.provenance.end + 1]
            alike = key[0] == abbreviation[0] != "person"  # "Marco Rubio (R-FL)" introduces nothing
            brackets = between in (" (", " [") and after in (")", "]")
            if not (alike and brackets and is_abbreviation(short.text)):
                continue
            known = len(named.having[abbreviation]) >= _BETTER_KNOWN * len(named.having[key])
            if _fits(short.text, full.text, strictly=known):
                one = found[abbreviation]
                one.names.setdefault(key, f"introduced as “{full.text} ({short.text})”")
                if one.documents.setdefault(document.id, key) != key:
                    one.twice.setdefault(document.id, key)
    return found


def _is_everywhere(abbreviation: Key, name: Key, company: Company) -> bool:
    """Whether an abbreviation stands for a name in all documents.

    It does where many of its documents have both, and where those that have it alone tell of what
    those with both do. Documents that name nothing else tell nothing.
    """
    short, full = company.having(abbreviation), company.having(name)
    both = short & full
    own = frozenset([abbreviation, name])
    beside = company.telling(company.beside(both) - own)
    others = [named for d in short - full if (named := company.roots[d] - own)]
    if len(others) < _OTHERS or (len(both) > 1 and len(both) >= _BOTH * len(others)):
        return True
    near = sum(not beside.isdisjoint(named) for named in others)
    return near >= _NEAR * len(others)


def _fits(short: str, full: str, *, strictly: bool) -> bool:
    """Whether an abbreviation can be that of a name: one of its words has the first letter.

    "United Nations (CNN)" is a dateline. Later letters may come from another language, like the B
    of the Federal Security Service (FSB).

    strictly: whether all letters must stand in the name, in this order
    """
    if strictly:
        letters = iter(full.casefold())
        return all(letter in letters for letter in short.casefold() if letter.isalpha())
    return any(word[0].upper() == short[0] for word in full.split())


def initials_of(name: str) -> str:
    """The initials of a name in small letters; "" where they could be no abbreviation."""
    letters = "".join(word[0] for word in name.split() if word.lower() not in _SMALL)
    return letters.lower() if len(letters) > 2 and letters.isupper() else ""


def initials(
    mentions: Sequence[tuple[Mention, Key]], letters: Mapping[str, str]
) -> dict[Key, Standing]:
    """For abbreviations in a document the one name in it whose initials they are.

    Only there: elsewhere the CIA is no Culinary Institute of America.

    letters: what `initials_of` gives for each name
    """
    full: dict[str, dict[Key, str]] = defaultdict(dict)
    bodies = [(mention, key) for mention, key in mentions if key[0] == "organisation"]
    for mention, key in bodies:
        if letters[mention.name]:
            full[letters[mention.name]].setdefault(key, mention.text)
    found: dict[Key, Standing] = {}
    for mention, key in bodies:
        others = full.get(key[1], {})
        if len(others) == 1 and mention.text.isupper():
            ((other, text),) = others.items()
            found[key] = Standing(other, f"the initials of “{text}” in the same source")
    return found
