"""Rules that merge spellings: transliterations, names with a middle name, other scripts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from generator.derive.entities.context import Context
from generator.derive.entities.mention_index import Key, most_frequent
from generator.derive.entities.namesakes import Namesakes
from generator.derive.entities.normalise import (
    Memo,
    consonant_key,
    first_and_last,
    general_phonetic_key,
    is_latin,
    is_typo,
    loose_phonetic_key,
    phonetic_key,
    plain_letters,
    spelled_out,
    without_accents,
)
from generator.derive.entities.resolver import Resolver
from generator.derive.entities.workspace import Workspace
from generator.model import reason

_PLAIN = 7  # consonants of several words; so many in common between two scripts are not chance
_PEOPLE = 2  # other names that two spellings of a person's name share
_COMPARED = 20  # most frequent of the names that sound alike: so many transliterations has no name
_SHOWN = 20  # of the names with several middle names, in `explain`
_LONG = 12  # letters from which two full names that sound alike do not do so by chance


def merge_transliterations(space: Workspace) -> None:
    """Merge full names of people that sound the same with the most frequent one."""
    count = space.index.of_types("person")
    _merge_spelled_out(space)
    by_sound: dict[str, list[Key]] = defaultdict(list)
    for key in count:
        sound = phonetic_key(key[1])
        if sound:
            by_sound[sound].append(key)
    for sound, keys in by_sound.items():
        long = len(sound.replace(" ", "")) >= _LONG
        kept: list[Key] = []
        for key in sorted(keys, key=lambda key: (-count[key], key)):
            best = kept[:_COMPARED]
            if not any(_merge_transliteration(space, key, other, long=long) for other in best):
                kept.append(key)


def _merge_spelled_out(space: Workspace) -> None:
    """Merge "Joerg Mueller" with "Jörg Müller": the same letters, of which some stand as two."""
    count = space.index.of_types("person", "organisation", "place")
    alike: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in sorted(count):
        alike[key[0], spelled_out(key[1])].append(key)
    for keys in alike.values():
        best = most_frequent(keys, count)
        for key in keys:
            if key != best and not {key, best} <= space.places.keys():
                space.resolver.merge(key, best, reason("spelled-out"))


def _merge_transliteration(space: Workspace, key: Key, other: Key, *, long: bool) -> bool:
    """Merge two full names that sound the same, if they are one person's; whether they are."""
    why = reason("transliteration")
    if long or plain_letters(key[1]) == plain_letters(other[1]):
        space.resolver.merge(key, other, why)
        return True
    missing = _missing_in_context(space.context, key, other)
    if missing:
        _refuse(space, key, other, missing)
        return False
    shared = space.context.shared(key, other)
    space.resolver.merge(key, other, why, space.context.evidence(key, other, shared))
    return True


def _missing_in_context(context: Context, one: Key, other: Key) -> str:
    """What two people's names lack in context to be one person's; "" for nothing.

    Where one document spells them differently, they are two people's, except for typos.
    """
    if context.together(one, other) and not is_typo(one[1], other[1]):
        return "both-in-one-source"
    shared = context.shared(one, other)
    if len(shared) < _PEOPLE:
        return "too-little-in-common"
    return "" if context.distinctive(shared) else "nothing-distinctive-in-common"


def _refuse(space: Workspace, one: Key, other: Key, code: str) -> None:
    """Note that two names were left apart; with a sentence for each, if one document has both."""
    if space.resolver.keep_refusals:
        together = space.context.together(one, other)
        evidence = space.context.evidence(one, other, frozenset()) if together else ()
        space.resolver.refuse(one, other, code, evidence)


def merge_middle_names(space: Workspace) -> None:
    """Merge "Joshua Norton" with "Joshua Abraham Norton", unless there is a "Joshua Benjamin"."""
    index, resolver = space.index, space.resolver
    namesakes = space.namesakes = Namesakes(space.documents, index, space.context)
    longer: dict[str, set[Key]] = defaultdict(set)
    for key in index.of_types("person"):
        if len(key[1].split()) > 2 and first_and_last(key[1]):
            longer[first_and_last(key[1])].add(key)
    for outer, keys in longer.items():
        _merge_initials(sorted(keys), resolver)
        short: Key = ("person", outer)
        apart = len({resolver.canonical(key) for key in keys}) > 1
        if apart and resolver.keep_refusals:
            for pair in combinations((*sorted(keys)[:_SHOWN], short), 2):
                resolver.refuse(*pair, "several-middle-names")
        for key in () if apart else sorted(keys):
            if short not in index.count:
                resolver.merge(key, short, reason("middle-name"))
            else:
                _merge_middle_name(space, namesakes, key, short)


def _merge_initials(keys: Sequence[Key], resolver: Resolver) -> None:
    """Merge "John H. Newman" with "John Henry Newman", where only one full name fits."""
    middles = {key: [word.strip(".") for word in key[1].split()[1:-1]] for key in keys}
    full = [key for key in keys if all(len(word) > 1 for word in middles[key])]
    for key in keys:
        letters = middles[key]
        fitting = [other for other in full if [word[0] for word in middles[other]] == letters]
        if len(fitting) == 1:
            resolver.merge(key, fitting[0], reason("middle-name"))


def _merge_middle_name(space: Workspace, namesakes: Namesakes, full: Key, short: Key) -> None:
    """Merge a full name and the same without the middle name, if they are one person's.

    They are if one document has both, and does not show two people, or if they have something
    distinctive in common.
    """
    context, resolver = space.context, space.resolver
    shared = context.shared(full, short)
    if namesakes.are_two(full, short):
        resolver.refuse(full, short, "two-in-one-source", context.evidence(full, short, shared))
    elif context.together(full, short) or context.distinctive(shared):
        evidence = context.evidence(full, short, shared)
        resolver.merge(full, short, reason("middle-name"), evidence)
    else:
        resolver.refuse(full, short, "nothing-distinctive-in-common")


def merge_other_spellings(space: Workspace) -> None:
    """Merge names in another transliteration or script, if they are mentioned with the same names.

    "Picnic" and "Piknik" sound alike; that alone would be too little, and more so for people.
    """
    count = space.index.of_types("person", "organisation", "place")
    alike: dict[tuple[str, str], list[Key]] = defaultdict(list)
    sounds = Memo(general_phonetic_key)
    for key in sorted(count):
        if key[0] == "person":
            if " " in key[1]:
                alike["person", loose_phonetic_key(key[1])].append(key)
            continue
        alike[key[0], sounds[key[1]]].append(key)
        alike[key[0], consonant_key(sounds[key[1]])].append(key)
    for (kind, sound), keys in sorted(alike.items()):
        if len(keys) < 2 or not sound:
            continue
        best = most_frequent(keys, count)
        for key in keys:
            other_script = is_latin(key[1]) != is_latin(best[1])
            # The bare consonants are enough only where the scripts differ.
            if key != best and (other_script or kind == "person" or sound == sounds[key[1]]):
                _merge_spelling(space, key, best, sound)


def _merge_spelling(space: Workspace, key: Key, best: Key, sound: str) -> None:
    """Merge two names that sound alike, if they are one.

    "Samara" and "Samarra" are two places that the gazetteer knows.
    """
    resolver, context = space.resolver, space.context
    if resolver.canonical(key) in space.places and resolver.canonical(best) in space.places:
        resolver.refuse(key, best, "two-places")
        return
    if key[0] != "person" and without_accents(key[1]) == without_accents(best[1]):
        resolver.merge(key, best, reason("without-accents"))
        return
    other_script = is_latin(key[1]) != is_latin(best[1])
    if key[0] != "person" and other_script and len(sound) > _PLAIN and " " in key[1]:
        resolver.merge(key, best, reason("other-script"))
        return
    if key[0] == "person":
        missing = _missing_in_context(context, key, best)
    else:
        missing = "" if context.shared(key, best) else "nothing-in-common"
    if missing:
        _refuse(space, key, best, missing)
        return
    evidence = context.evidence(key, best, context.shared(key, best))
    resolver.merge(key, best, reason("other-spelling-in-context"), evidence)
