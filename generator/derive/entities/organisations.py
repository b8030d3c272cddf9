"""Organisations under several names: well-known ones, short forms, and branches.

A branch is not the organisation it belongs to: "ISIS-Khorasan" and "the Khorasan branch of Islamic
State" are one, and are linked with the Islamic State as related, never merged with it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection

from generator.derive.entities.bearers import OWN_NAME
from generator.derive.entities.mention_index import Key, MentionIndex, Resolution, most_frequent
from generator.derive.entities.people import FULL_NAME
from generator.derive.entities.resolver import Resolver
from generator.derive.entities.workspace import Workspace
from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import reason

_WORDS = [language.organisations for language in LANGUAGES.values()]
# Organisations that go by several names everywhere, the one they are found under first.
_KNOWN = tuple(tuple(names) for words in _WORDS for names in words.well_known)
# Words that say only what an organisation is; GENERIC adds those that distinguish two.
KINDS = frozenset[str]().union(*(words.kinds for words in _WORDS))
GENERIC = frozenset[str]().union(*(words.generic for words in _WORDS))
LEGAL = re.compile(rf"{any_of(words.legal_endings for words in _WORDS)}+$")
COUNTRIES = tuple(country for words in _WORDS for country in words.countries)
_INITIALS = 4  # letters up to which a well-known name is initials
# These names are organisations', even if a tagger takes "al-Qaeda" for somebody's surname.
NAMED_LIKE_PEOPLE = frozenset[str]().union(
    *(language.organisations.named_like_people for language in LANGUAGES.values())
)
ORGANISATIONS = frozenset(name for names in _KNOWN for name in names if len(name) > _INITIALS)
# Words that name no organisation in particular.
KIND_WORDS = GENERIC.union(
    *(language.names.organisation_words for language in LANGUAGES.values()),
    *(language.names.organisation_openings for language in LANGUAGES.values()),
)
_SHORT = 3  # letters of what is rather an abbreviation than a first word
_FIRM = 2  # mentions of an organisation from which its name within another's links the two
_PART = any_of(words.parts for words in _WORDS)
_PART_OF = re.compile(
    rf"(?P<part>.+) {_PART} {any_of(words.part_prepositions for words in _WORDS)}(?P<whole>.+)"
)
_PART_LAST = re.compile(
    rf"(?P<rest>.+) {any_of([_PART, *(words.part_endings for words in _WORDS)])}"
)


def merge_well_known(space: Workspace) -> None:
    """Merge the names that well-known organisations go by.

    Abbreviations that sources introduce have been merged before: they count for more than general
    knowledge.
    """
    resolver, count = space.resolver, space.index.of_types("organisation")
    # "The Who" is a band: initials count only in capitals.
    capitals = {key for own in space.index.values() for m, key in own if m.text.isupper()}
    for names in _KNOWN:
        keys: list[Key] = [("organisation", name) for name in names]
        keys = [key for key in keys if len(key[1]) > _INITIALS or key in capitals]
        keys = [key for key in keys if key in count]
        # Initials that a source has introduced for another organisation are left to that.
        full = {resolver.canonical(key) for key in keys if " " in key[1]}
        own = [key for key in keys if resolver.canonical(key) in {key, *keys, *full}]
        for key in own[1:]:
            resolver.merge(key, own[0], reason("well-known-name"))


def merge_legal_forms(space: Workspace) -> None:
    """Merge "BP plc" with BP."""
    count = space.index.of_types("organisation")
    for kind, form in sorted(count):
        bare: Key = (kind, LEGAL.sub("", form))
        if bare[1] != form and bare in count:
            space.resolver.merge((kind, form), bare, reason("legal-form"))


def branch_form(form: str, known: Collection[Key], resolver: Resolver) -> tuple[str, str]:
    """The form that names of one branch share, and that of the organisation it belongs to.

    ("islamic state khorasan", "islamic state") for "isis khorasan", "islamic state khorasan
    province" and "khorasan branch of islamic state"; ("", "") for a name that is not a branch's.

    known: the names of organisations in the archive
    """
    match = _PART_OF.fullmatch(form)
    if match:
        whole = resolver.canonical(("organisation", match["whole"]))[1]
        return f"{whole} {match['part']}", whole
    last = _PART_LAST.fullmatch(form)
    words = (last["rest"] if last else form).split()
    for length in range(1, len(words)):
        first: Key = ("organisation", " ".join(words[:length]))
        root = resolver.canonical(first)
        # A single word is an organisation's name only where something else says so.
        if first in known and (length > 1 or root != first):
            return f"{root[1]} {' '.join(words[length:])}", root[1]
    return "", ""


def merge_branches(space: Workspace) -> None:
    """Merge the names of one branch of an organisation."""
    resolver, count = space.resolver, space.index.of_types("organisation")
    alike: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(count):
        branch, whole = branch_form(key[1], count, resolver)
        if branch and resolver.canonical(key)[1] != whole:
            alike[branch].append(key)
    for keys in alike.values():
        best = most_frequent(keys, count)
        for key in keys:
            if key != best:
                resolver.merge(key, best, reason("same-branch"))


def short_organisations(document: str, index: MentionIndex) -> dict[Key, Resolution]:
    """For short forms of organisations in a document the only longer name that has them.

    A name that is far better known than the longer one is not a short form of it: "BP" means BP
    even in a text about the "BP Foundation".
    """
    own = (key for key in index.keys_in[document] if key[0] == "organisation")
    keys = {key[1]: key for key in sorted(own)}
    longer: dict[str, set[str]] = defaultdict(set)
    for form in keys:
        # Only words that distinguish nothing may be missing: "Islamic State Khorasan" is not
        # the Islamic State.
        words = form.split()
        if words[-1] in GENERIC:
            longer[" ".join(words[:-1])].add(form)
        if form.startswith(COUNTRIES):
            longer[form.split(" ", 2)[2]].add(form)
    found: dict[Key, Resolution] = {}
    for form, key in keys.items():
        others = longer.get(form, set()) - {form}
        if len(others) == 1:
            full = keys[others.pop()]
            if len(index.having[key]) < OWN_NAME * len(index.having[full]):
                found[key] = Resolution(full, FULL_NAME)
    return _first_words(document, index) | found


def _first_words(document: str, index: MentionIndex) -> dict[Key, Resolution]:
    """For first words of organisations in a document the only one that it names before: "Pernod".

    Most sources with the word must have the longer name as well: Apple is more than its Corps. And
    "BT" and "Sky" are not short for BT Retail and Sky News.
    """
    longer: dict[str, list[Key]] = defaultdict(list)
    found: dict[Key, Resolution] = {}
    for key in index.keys_in[document]:
        first, *rest = key[1].split()
        if key[0] != "organisation":
            continue
        if rest:
            if first not in KIND_WORDS and rest[-1] not in KIND_WORDS:
                longer[first].append(key)
        elif len(longer[first]) == 1 and len(first) > _SHORT:
            having, full = index.having[key], longer[first][0]
            both = set(having).intersection(index.having[full])
            if len(both) * 2 >= len(having):
                found[key] = Resolution(full, FULL_NAME)
    return {key: one for key, one in found.items() if len(longer[key[1]]) == 1}


def related_organisations(index: MentionIndex, resolver: Resolver) -> list[tuple[Key, Key]]:
    """Pairs of a branch and the organisation it belongs to by its name."""
    count: Counter[Key] = Counter()
    for key, number in index.of_types("organisation").items():
        count[resolver.canonical(key)] += number
        count.setdefault(key, 0)
    pairs: dict[tuple[Key, Key], None] = {}
    for key in sorted(count):
        form = branch_form(key[1], count, resolver)[1]
        own, whole = resolver.canonical(key), resolver.canonical(("organisation", form))
        rest = key[1].rsplit(" ", 1)[-1]
        if form and whole != own and rest not in GENERIC and count[whole] >= _FIRM:
            pairs[own, whole] = None
    return list(pairs)
