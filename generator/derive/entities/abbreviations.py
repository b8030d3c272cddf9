"""Abbreviations of organisations: those that sources introduce, and initials of a name nearby.

"Islamic State (ISIS)" says what ISIS stands for in that source, and mostly in all others. Where few
sources introduce an abbreviation that many use for something else (one has "Australian Broadcasting
Company (ABC)", the others mean the American ABC), it stands for that name only in those few. The
same holds where sources introduce an abbreviation for different names, unless nearly all agree.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from generator.derive.entities.context import Context
from generator.derive.entities.mention_index import Key, Resolution
from generator.derive.entities.normalise import is_abbreviation
from generator.derive.entities.organisations import COUNTRIES, GENERIC, KINDS
from generator.derive.entities.resolver import Resolver
from generator.derive.entities.workspace import Introduced, Workspace
from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import Mention, reason

_SMALL = frozenset[str]().union(
    *(language.organisations.small_words for language in LANGUAGES.values())
)
_POSSESSIVE = re.compile(rf"^{any_of(words.names.possessive for words in LANGUAGES.values())}")
_APART = (2, 4)  # characters between a name and its abbreviation: " (", "'s ("
_SPOKEN = 4  # letters from which initials may be read as a word
_OTHERS = 3  # documents with the abbreviation alone, below which it has no other use
_BOTH = 1 / 20  # documents with both, per document with the abbreviation alone: they settle it
_MOST = 0.8  # share of the introducing documents that must agree for it to be merged
_BETTER_KNOWN = 100  # times as many documents with it as with the name: it is in a dateline
_ALIKE = 0.85  # similarity of words that are spelled differently: "Africa" and "African"
_NEAR = 1 / 3  # share of the documents with it alone that must share a name with those with both


def merge_abbreviations(space: Workspace) -> None:
    """Merge each abbreviation with the name it is introduced for, if that is mostly one.

    Sets `Workspace.apart`: those that stand for another name in the documents that introduce them,
    and possibly nowhere else.
    """
    resolver, context = space.resolver, space.context
    apart = {}
    for abbreviation, found in sorted(_introduced(space).items(), key=lambda item: item[0]):
        if abbreviation[0] == "organisation":  # the names of places are in GeoNames
            _merge_alike(abbreviation, found, context, resolver)
        meant = {
            document: resolver.canonical(key)
            for document, key in found.documents.items()
            # A document that introduces it for two names says nothing.
            if resolver.canonical(found.twice.get(document, key)) == resolver.canonical(key)
        }
        usual, number = _most_introduced(meant)
        if usual:
            key = next(key for key in found.names if resolver.canonical(key) == usual)
            why, where = found.names[key]
            if number < _MOST * len(found.documents):
                resolver.refuse(abbreviation, key, "introduced-for-several", (where,))
            elif _is_everywhere(abbreviation, key, context):
                resolver.merge(abbreviation, key, why, (where,))
                meant = {name: one for name, one in meant.items() if one != usual}
            else:
                resolver.refuse(abbreviation, key, "introduced-by-few", (where,))
        apart[abbreviation] = Introduced(found.names, {d: found.documents[d] for d in meant})
    space.apart = apart


def _most_introduced(meant: Mapping[str, Key]) -> tuple[Key | None, int]:
    """The name that most documents introduce it for, and how many do; the first of equals."""
    count = Counter(meant.values()).most_common(1)
    return count[0] if count else (None, 0)


def _merge_alike(
    abbreviation: Key, found: Introduced, context: Context, resolver: Resolver
) -> None:
    """Merge names of one abbreviation that differ as typos do: "Africa National Congress".

    Their context must show that they are one: the Indian Medical Association is not Indiana's.
    """
    best = max(found.names, key=lambda key: (len(context.having(key)), key))
    for key in found.names:
        if key == best or not _are_alike(_words(key[1]), _words(best[1])):
            continue
        shared = context.shared(key, best) - {abbreviation}
        if context.distinctive(shared):
            why = reason("nearly-same-name", abbreviation=abbreviation[1].upper())
            resolver.merge(key, best, why, context.evidence(key, best, shared))
        else:
            resolver.refuse(key, best, "nothing-distinctive-in-common")


def _words(form: str) -> list[str]:
    return [word for word in re.findall(r"\w+", form) if word.lower() not in _SMALL]


def _are_alike(one: list[str], other: list[str]) -> bool:
    """Whether words differ only in spelling, or by one more that says where or what it is.

    "US Environmental Protection Agency", "… Congress party"
    """
    if "".join(one) == "".join(other):
        return True  # "Co-operation" and "Cooperation"
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) == len(shorter) + 2 and " ".join(longer).startswith(COUNTRIES):
        longer = longer[2:]
    if len(longer) == len(shorter) + 1 and longer[-1] in KINDS:
        longer = longer[:-1]
    return 0 < len(longer) == len(shorter) and all(map(_is_variant, longer, shorter))


def _is_variant(one: str, other: str) -> bool:
    """Whether two words are spellings of one, or one shortens the other: "Corp"."""
    shortened = one.startswith(other) or other.startswith(one)
    if shortened and one in GENERIC and other in GENERIC:
        return True
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _introduced(space: Workspace) -> Mapping[Key, Introduced]:
    """The abbreviations that documents introduce in brackets after a name."""
    having = space.index.having
    found: dict[Key, Introduced] = defaultdict(Introduced)
    for document in space.documents:
        for (full, key), (short, abbreviation) in pairwise(space.index[document.id]):
            if not _APART[0] <= short.provenance.start - full.provenance.end <= _APART[1]:
                continue  # nearly always, so that the rest need not be fast
            between = document.text[full.provenance.end : short.provenance.start]
            between = _POSSESSIVE.sub("", between)
            after = document.text[short.provenance.end : short.provenance.end + 1]
            alike = key[0] == abbreviation[0] != "person"  # "Marco Rubio (R-FL)" introduces nothing
            brackets = between in (" (", " [") and after in (")", "]")
            if not (alike and brackets and is_abbreviation(short.text)):
                continue
            known = len(having[abbreviation]) >= _BETTER_KNOWN * len(having[key])
            if _fits(short.text, full.text, strictly=known):
                one = found[abbreviation]
                why = reason("introduced-as", name=full.text, abbreviation=short.text)
                one.names.setdefault(key, (why, short.provenance))
                if one.documents.setdefault(document.id, key) != key:
                    one.twice.setdefault(document.id, key)
    return found


def _is_everywhere(abbreviation: Key, name: Key, context: Context) -> bool:
    """Whether an abbreviation stands for a name in all documents.

    It does where many of its documents have both, and where those that have it alone mention the
    same names as those with both. Documents that mention nothing else are not counted.
    """
    short, full = context.having(abbreviation), context.having(name)
    both = short & full
    own = frozenset([abbreviation, name])
    beside = context.distinctive(context.beside(both) - own)
    others = [named for d in short - full if (named := context.named[d] - own)]
    if len(others) < _OTHERS or (len(both) > 1 and len(both) >= _BOTH * len(others)):
        return True
    near = sum(not beside.isdisjoint(named) for named in others)
    return near >= _NEAR * len(others)


def _fits(short: str, full: str, *, strictly: bool) -> bool:
    """Whether an abbreviation can be that of a name: one of its words has the first letter.

    "United Nations (CNN)" is a dateline. Later letters may come from another language, like the B
    of the Federal Security Service (FSB).

    strictly: whether the name must have all letters, in this order
    """
    if strictly:
        letters = iter(full.casefold())
        return all(letter in letters for letter in short.casefold() if letter.isalpha())
    return any(word[0].upper() == short[0] for word in full.split())


def initials_of(name: str) -> tuple[str, ...]:
    """The initials of a name in lower case, without its small words and with them: "boa".

    Those that cannot be an abbreviation are left out.
    """
    words = name.split()
    main = "".join(word[0] for word in words if word.lower() not in _SMALL)
    every = "".join(word[0] for word in words).lower()
    found = dict.fromkeys((main.lower(), every)) if main.isupper() else ()
    return tuple(letters for letters in found if len(letters) > 2)


def initials(
    mentions: Sequence[tuple[Mention, Key]], letters: Mapping[str, Sequence[str]]
) -> dict[Key, Resolution]:
    """For abbreviations in a document the only name in it whose initials they are.

    Only there: elsewhere the CIA is not the Culinary Institute of America.

    letters: what `initials_of` gives for each name
    """
    full: dict[str, dict[Key, Mention]] = defaultdict(dict)
    organisations = [(mention, key) for mention, key in mentions if key[0] == "organisation"]
    for mention, key in organisations:
        for short in letters[mention.name]:
            full[short].setdefault(key, mention)
    found: dict[Key, Resolution] = {}
    for mention, key in organisations:
        others = full.get(key[1], {})
        acronym = mention.text.isupper() or len(key[1]) >= _SPOKEN  # "Icann", but not "The Who"
        if len(others) == 1 and acronym:
            ((other, name),) = others.items()
            found[key] = Resolution(
                other, reason("initials-in-source", name=name.text), evidence=(name.provenance,)
            )
    return found
