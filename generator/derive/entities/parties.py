"""Parties: "Labour" and "Labour Party", "Tory" and "Tories", are one organisation.

The word for a party says only what it is, and a party's members are called after it. A single word
and its plural may be two names, like Ranger and Rangers; they are a party's where a source writes
the name with that word, or of its members and ministers ("Tory MPs").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection

from generator.derive.entities.mention_index import Key, most_frequent
from generator.derive.entities.workspace import Workspace
from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import reason

_WORDS = [language.organisations for language in LANGUAGES.values()]
_PLURALS = tuple(ending for words in _WORDS for ending in words.plurals)
_PARTY = re.compile(f" {any_of(words.party for words in _WORDS)}$")
_BEHIND = re.compile(any_of(words.party_people for words in _WORDS))
_SHORTEST = 3  # letters of a name that may have a plural


def merge_plurals(space: Workspace) -> None:
    """Merge "Lib Dem" with "Lib Dems"; of one word, both may be names."""
    count = space.index.of_types("organisation")
    for kind, form in sorted(count):
        bare: Key = (kind, singular(form))
        if " " in form and bare[1] != form and bare in count:
            usual, other = sorted([(kind, form), bare], key=lambda key: (-count[key], key))
            space.resolver.merge(other, usual, reason("plural"))


def merge_parties(space: Workspace) -> None:
    """Merge the names of one party: in the plural, in the singular, with the word for a party."""
    count = space.index.of_types("organisation")
    alike: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(count):
        alike[singular(_PARTY.sub("", key[1]))].append(key)
    several = {bare: keys for bare, keys in alike.items() if len(keys) > 1}
    known = _parties(space, {key for keys in several.values() for key in keys})
    for bare, keys in several.items():
        if known.isdisjoint(keys):
            continue
        # "A Tory" is one of the Tories.
        full = [key for key in keys if key[1] != bare]
        best = most_frequent(full, count)
        member = any(not _PARTY.search(key[1]) for key in full)
        for key in keys:
            if key != best:
                code = "party-member" if member and key not in full else "party"
                space.resolver.merge(key, best, reason(code))


def singular(form: str) -> str:
    """A form without the ending of a plural: "tory" for "tories"; itself where it has none."""
    for ending, one in _PLURALS:
        if form.endswith(ending) and len(form) >= len(ending) + _SHORTEST:
            return form.removesuffix(ending) + one
    return form


def _parties(space: Workspace, names: Collection[Key]) -> set[Key]:
    """Those of some names that are a party's in a source, or another name of a party."""
    canonical = space.resolver.canonical
    groups = {canonical(key) for key in space.index.count if _PARTY.search(key[1])}
    found = {key for key in names if _PARTY.search(key[1]) or canonical(key) in groups}
    for document in space.documents if names else ():
        for mention, key in space.index[document.id]:
            if key in names and _BEHIND.match(document.text, mention.provenance.end):
                found.add(key)
    return found
