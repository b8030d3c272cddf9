"""People under a short form of the first name: "Flo Nightingale" is Florence Nightingale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.derive.entities.context import Context
from generator.derive.entities.mention_index import Key, most_frequent
from generator.derive.entities.normalise import is_regnal
from generator.derive.entities.workspace import Workspace
from generator.lang import LANGUAGES
from generator.model import reason

# Usual short forms of first names, with those of which they are.
NICKNAMES: Mapping[str, Sequence[str]] = {
    short: full
    for language in LANGUAGES.values()
    for short, full in language.persons.nicknames.items()
}
NICKNAME = reason("nickname")
_SHARED = 2  # other names that sources share which do not have both


def merge_nicknames(space: Workspace) -> None:
    """Merge "Flo Nightingale" with the only Florence Nightingale of the archive.

    They are one if one source has both, but not in one sentence, or if what else is mentioned with
    them shows it.
    """
    count = space.index.of_types("person")
    by_surname: dict[str, dict[str, list[Key]]] = defaultdict(lambda: defaultdict(list))
    for key in sorted(count):
        words = key[1].split()
        if len(words) > 1 and not is_regnal(words[-1]):
            by_surname[words[-1]][words[0]].append(key)
    for named in by_surname.values():
        for short in NICKNAMES.keys() & named.keys():
            full = [key for first in NICKNAMES[short] for key in named.get(first, ())]
            _merge(space, named[short], full, count)


def _merge(
    space: Workspace, short: Sequence[Key], full: Sequence[Key], count: Mapping[Key, int]
) -> None:
    """Merge names with a short form of a first name and the full ones with the same surname."""
    resolver = space.resolver
    if len({resolver.canonical(key) for key in full}) > 1:
        for key in short if resolver.keep_refusals else ():
            for other in full:
                resolver.refuse(key, other, "several-first-names")
    elif full:
        best = most_frequent(full, count)
        for key in short:
            missing = _missing(space.context, key, best)
            shared = space.context.shared(key, best)
            if missing:
                resolver.refuse(key, best, missing)
            else:
                evidence = space.context.evidence(key, best, shared)
                resolver.merge(key, best, NICKNAME, evidence)


def _missing(context: Context, short: Key, full: Key) -> str:
    """What speaks against two names being one person's; "" for nothing."""
    if min(len(short[1].split()), len(full[1].split())) > 2:
        return "several-middle-names"
    both = context.having(short) & context.having(full)
    if both:
        apart = any(context.in_one_sentence(document, short, full) for document in both)
        return "both-in-one-sentence" if apart else ""
    shared = context.shared(short, full)
    return "" if len(shared) >= _SHARED and context.distinctive(shared) else "too-little-in-common"
