"""Organisations under several names: well-known ones, short forms, and branches.

A branch is not the body it belongs to: "ISIS-Khorasan" and "the Khorasan branch of Islamic State"
are one, and are linked with the Islamic State as related, never joined with it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection

from generator.derive.entities.people import FULL_NAME, OWN_NAME, Standing
from generator.derive.entities.resolver import Key, Named, Work, keys_of, most_frequent
from generator.lang import LANGUAGES
from generator.lang.words import any_of

_WORDS = [language.organisations for language in LANGUAGES.values()]
# Bodies that are written by several names everywhere, the one they are found under first.
_KNOWN = tuple(tuple(names) for words in _WORDS for names in words.well_known)
# Words that say no more than what a body is; GENERIC has those, too, that tell two bodies apart.
KINDS = frozenset[str]().union(*(words.kinds for words in _WORDS))
GENERIC = frozenset[str]().union(*(words.generic for words in _WORDS))
_LEGAL = re.compile(rf"{any_of(words.legal_endings for words in _WORDS)}+$")
COUNTRIES = tuple(country for words in _WORDS for country in words.countries)
_INITIALS = 4  # letters up to which a well-known name is initials
# What goes by these names is a body, even if a tagger takes "al-Qaeda" for somebody's surname.
BODIES = frozenset(name for names in _KNOWN for name in names if len(name) > _INITIALS)
_FIRM = 2  # mentions of a body from which its name in another's says that they belong together
_PART = any_of(words.parts for words in _WORDS)
_PART_OF = re.compile(
    rf"(?P<part>.+) {_PART} {any_of(words.part_prepositions for words in _WORDS)}(?P<whole>.+)"
)
_PART_LAST = re.compile(
    rf"(?P<rest>.+) {any_of([_PART, *(words.part_endings for words in _WORDS)])}"
)


def join_bodies(named: Named, work: Work) -> None:
    """Join other names of organisations, then the names of their branches.

    Abbreviations that sources introduce have been joined: these count for more than what everybody
    knows.
    """
    _join_known(named, work)
    _join_legal_forms(named, work)
    _join_branches(named, work)


def _join_known(named: Named, work: Work) -> None:
    count = keys_of(named, "organisation")
    # "The Who" is a band: initials count only in capitals.
    capitals = {key for mentions in named.values() for m, key in mentions if m.text.isupper()}
    for names in _KNOWN:
        keys: list[Key] = [("organisation", name) for name in names]
        keys = [key for key in keys if len(key[1]) > _INITIALS or key in capitals]
        keys = [key for key in keys if key in count]
        # Initials that a source has introduced for another body are left to that.
        full = {work.root(key) for key in keys if " " in key[1]}
        own = [key for key in keys if work.root(key) in {key, *keys, *full}]
        for key in own[1:]:
            work.join(key, own[0], "a name that it goes by everywhere")


def _join_legal_forms(named: Named, work: Work) -> None:
    """ "BP plc" is BP."""
    count = keys_of(named, "organisation")
    for kind, form in sorted(count):
        bare: Key = (kind, _LEGAL.sub("", form))
        if bare[1] != form and bare in count:
            work.join((kind, form), bare, "the same name with its legal form")


def branch_form(form: str, known: Collection[Key], work: Work) -> tuple[str, str]:
    """The form that names of one branch share, and the form of the body it belongs to.

    ("islamic state khorasan", "islamic state") for "isis khorasan", "islamic state khorasan
    province" and "khorasan branch of islamic state"; ("", "") for a name that is no branch's.

    known: the names of organisations in the archive
    """
    match = _PART_OF.fullmatch(form)
    if match:
        whole = work.root(("organisation", match["whole"]))[1]
        return f"{whole} {match['part']}", whole
    last = _PART_LAST.fullmatch(form)
    words = (last["rest"] if last else form).split()
    for length in range(1, len(words)):
        first: Key = ("organisation", " ".join(words[:length]))
        root = work.root(first)
        # A single word is a body's name only where something else says so.
        if first in known and (length > 1 or root != first):
            return f"{root[1]} {' '.join(words[length:])}", root[1]
    return "", ""


def _join_branches(named: Named, work: Work) -> None:
    count = keys_of(named, "organisation")
    alike: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(count):
        branch, whole = branch_form(key[1], count, work)
        if branch and work.root(key)[1] != whole:
            alike[branch].append(key)
    for keys in alike.values():
        best = most_frequent(keys, count)
        for key in keys:
            if key != best:
                work.join(key, best, "another name of the same branch")


def short_bodies(document: str, named: Named) -> dict[Key, Standing]:
    """For short forms of organisations in a document the one longer name that has them.

    A name that is far better known than the longer one is no short form of it: "BP" is BP beside
    "BP Foundation", too.
    """
    own = (key for key in named.keys_in[document] if key[0] == "organisation")
    keys = {key[1]: key for key in sorted(own)}
    longer: dict[str, set[str]] = defaultdict(set)
    for form in keys:
        # Only words that say nothing of their own may be missing: "Islamic State Khorasan" is not
        # the Islamic State.
        words = form.split()
        if words[-1] in GENERIC:
            longer[" ".join(words[:-1])].add(form)
        if form.startswith(COUNTRIES):
            longer[form.split(" ", 2)[2]].add(form)
    found: dict[Key, Standing] = {}
    for form, key in keys.items():
        others = longer.get(form, set()) - {form}
        if len(others) == 1:
            full = keys[others.pop()]
            if len(named.having[key]) < OWN_NAME * len(named.having[full]):
                found[key] = Standing(full, FULL_NAME)
    return found


def related_bodies(named: Named, work: Work) -> list[tuple[Key, Key]]:
    """Pairs of a branch and the body it belongs to by its name."""
    count: Counter[Key] = Counter()
    for key, number in keys_of(named, "organisation").items():
        count[work.root(key)] += number
        count.setdefault(key, 0)
    pairs: dict[tuple[Key, Key], None] = {}
    for key in sorted(count):
        form = branch_form(key[1], count, work)[1]
        root, whole = work.root(key), work.root(("organisation", form))
        rest = key[1].rsplit(" ", 1)[-1]
        if form and whole != root and rest not in GENERIC and count[whole] >= _FIRM:
            pairs[root, whole] = None
    return list(pairs)
