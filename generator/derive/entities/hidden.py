"""Lines that were to hide an entity and found none: is it perhaps on the site all the same?

A source is corrected, a name is found in another form or taken for another type, and a line that
has hidden a person for months matches nothing any more. So where the site shows a name that may be
the hidden one, the line is an error: the same words in another case, order or with other accents,
the same name with a word more or less, another type, or what a further line merges, renames or
makes a spelling of it. Otherwise there is nothing left to hide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.errors import Problem
from generator.ids import slug
from generator.model import ENTITIES_TABLE, FOLDERS, Entity, EntityEdit

_TYING = ("merge", "rename", "alias")  # actions whose two names are of one entity
_FOLDERS = tuple(f"{folder}/" for folder in FOLDERS.values())
_LONGEST = 10_000  # characters of a name in Latin letters
_Words = frozenset[str]
_Index = Mapping[str, Sequence[tuple[_Words, Entity]]]


def missing(name: str, kind: str) -> str:
    """The message that an entity is not there. `kind`: its type, or "" for any."""
    return f'There is no entity "{name}"{f" of type {kind}" if kind else ""}.'


def still_shown(
    vain: Sequence[EntityEdit], edits: Sequence[EntityEdit], shown: Sequence[Entity]
) -> Iterator[Problem]:
    """A problem for each line that found nothing to hide.

    edits: all lines
    shown: the entities of the site, as editors want them
    """
    if not vain:
        return
    index, ties = _by_word(shown), _ties(edits)
    for edit in vain:
        message = missing(edit.name, edit.type)
        entity = next(filter(None, (_alike(name, index) for name in _tied(edit.name, ties))), None)
        if entity is None:
            hint = "Correct the line; write names as the site shows them."
            yield Problem(ENTITIES_TABLE, edit.line, "warning", message, hint)
        else:
            message = (
                f"{message[:-1]}, and the site would show "
                f'"{entity.name}" of type {entity.type}, which may be meant.'
            )
            hint = "Write the name and the type like this, or remove the line if it is another."
            yield Problem(ENTITIES_TABLE, edit.line, "error", message, hint)


def _ties(edits: Sequence[EntityEdit]) -> Mapping[str, Sequence[str]]:
    """For each name those that a line of the table makes one with it."""
    ties = defaultdict(list)
    for edit in edits:
        if edit.action in _TYING:
            ties[edit.name].append(edit.into)
            ties[edit.into].append(edit.name)
    return ties


def _tied(name: str, ties: Mapping[str, Sequence[str]]) -> list[str]:
    """The name, and all that are made one with it, directly or through others."""
    found = {name: None}  # a dictionary for its order
    waiting = [name]
    while waiting:
        for other in ties.get(waiting.pop(), ()):
            if other not in found:
                found[other] = None
                waiting.append(other)
    return list(found)


def _by_word(shown: Sequence[Entity]) -> _Index:
    """The spellings of all entities, as sets of words, by each of their words."""
    index = defaultdict(list)
    for entity in shown:
        spellings = {entity.name: None} | {alias.name: None for alias in entity.aliases}
        for words in dict.fromkeys(map(_words, spellings)):
            for word in words:
                index[word].append((words, entity))
    return index


def _alike(name: str, index: _Index) -> Entity | None:
    """The first entity that may have a name; None where there is none.

    Either has all words of the other, and two of them: "Lee" alone is not "Ann Lee".
    """
    mine = _words(name)
    common: Counter[tuple[_Words, str]] = Counter()
    for word in sorted(mine):
        for theirs, entity in index.get(word, ()):
            common[theirs, entity.id] += 1
            enough = min(len(theirs), len(mine))
            if common[theirs, entity.id] == enough and (enough > 1 or theirs == mine):
                return entity
    return None


def _words(name: str) -> _Words:
    """The words of a name or an address, in Latin letters without case and accents."""
    plain = name.partition("/")[2] if name.startswith(_FOLDERS) else name
    return frozenset(slug(plain, _LONGEST).split("-")) - {""}
