"""What editors withhold, before anything is read: which words, in which files.

The settings carry it from here on (`Config.redactions`), so that it is part of every fingerprint.
Files with withheld words in their names get others, and the editors' tables lose them as well. When
what is withheld has changed, all that the cache holds was made before, and is removed. What is
found in order to learn the spellings of a name has a folder of its own, outside of that cache.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.config import Config
from generator.engine.cache import Cache
from generator.errors import CurationError, Problem
from generator.exclusions import covers
from generator.load import Loaded
from generator.model import (
    ENTITIES_TABLE,
    Change,
    Edits,
    EntityEdit,
    Redaction,
    Source,
)
from generator.read import numbered, redacted_problems
from generator.redactions import Redactor, redactor

_MARK = "withheld"  # the folder in which the cache says what was withheld
NAME_WITHHELD = "[name withheld]"  # what is shown where a line of entities says nothing else


@dataclass(frozen=True, slots=True)
class Withholding:
    """A project without what is withheld.

    config: with the redactions
    loaded, edits: without the withheld words
    found: the lines whose words were in the names of files
    """

    config: Config
    loaded: Loaded
    edits: Edits
    found: frozenset[str] = frozenset()


# The spellings of what lines withhold: all that can be said in several words, and single words.
Spellings = Sequence[tuple[EntityEdit, tuple[str, ...], tuple[str, ...]]]


def withheld(
    config: Config, loaded: Loaded, edits: Edits, spellings: Callable[[], Spellings]
) -> Withholding:
    """The project without what its editors withhold.

    spellings: finds those of the entities that lines of `curation/entities.csv` withhold

    Raises CurationError for a line that is for no source, and for one that would itself publish
    what is withheld.
    """
    redactions = list(edits.redactions)
    if any(edit.action == "redact" for edit in edits.entities):
        redactions += (_of_entity(*found) for found in spellings())
    if not redactions:
        _forget(config, "")
        return Withholding(config, loaded, edits)
    placed = tuple(_placed(redactions, loaded.sources))
    _refuse_published(placed, edits)
    sources = _renamed(loaded.sources, placed)
    new = {old.path: source.path for old, source in zip(loaded.sources, sources, strict=True)}
    decisions = (replace(one, path=new[one.path]) for one in config.decisions)
    config = replace(config, decisions=tuple(sorted(decisions, key=lambda one: one.path)))
    final = tuple(replace(r, files=tuple(new[path] for path in r.files)) for r in placed)
    count = Counter[Redaction]()
    words = redactor(final)
    problems = redacted_problems(loaded.problems, words, count)
    for source in loaded.sources:
        own = redactor(placed, source.path).find(source.path, any_case=True)
        count.update(one.by for one in own)
    _forget(config, repr(final))
    return Withholding(
        replace(config, redactions=final),
        replace(loaded, sources=sources, problems=problems),
        _without_words(edits, words),
        frozenset(one.where for one in count),
    )


def refuse_unused(
    found: Withholding, seen: Iterable[str], *, complete: bool
) -> tuple[Problem, ...]:
    """Problems for lines that withhold nothing.

    seen: the lines whose words were in sources
    complete: whether all sources could be read

    Raises CurationError for them where all sources were read.
    """
    used = found.found | set(seen)
    wrong = [
        _problem(one.where, "This is in no source that it could be withheld from.",
                 "Correct the line, or remove it if the sources no longer have the words.",
                 "error" if complete else "warning")
        for one in found.config.redactions
        if one.where not in used
    ]  # fmt: skip
    if wrong and complete:
        raise CurationError(wrong)
    return tuple(wrong)


def ignored_by_git(folder: Path) -> None:
    """Make a folder that git does not see, whatever the project's own settings are."""
    with contextlib.suppress(OSError):  # what cannot be written costs time only
        folder.mkdir(exist_ok=True)
        (folder / ".gitignore").write_text("*\n")


def _of_entity(edit: EntityEdit, words: tuple[str, ...], names: tuple[str, ...]) -> Redaction:
    where = f"{ENTITIES_TABLE}:{edit.line}"
    shown = edit.into or NAME_WITHHELD
    return Redaction(where, words, "", shown, edit.note, edit.source_names, names=names)


def _placed(redactions: Iterable[Redaction], sources: Sequence[Source]) -> Iterator[Redaction]:
    """The redactions with the files that each is for."""
    wrong = []
    for one in redactions:
        files: dict[str, None] = {}
        for name in one.documents:
            own = [s.path for s in sources if name in (s.path, s.shown) or covers(name, s.path)]
            if not own:
                message = f'There is no source "{Redactor([one]).path(name)}".'
                hint = "Write a file or a folder as it is in the folder of the sources."
                wrong.append(_problem(one.where, message, hint))
            files |= dict.fromkeys(own)
        yield replace(one, files=tuple(files))
    if wrong:
        raise CurationError(wrong)


def _refuse_published(redactions: Sequence[Redaction], edits: Edits) -> None:
    """Refuse lines whose published words are withheld."""
    words = redactor(tuple(replace(one, documents=()) for one in redactions))
    wrong = []
    for one in redactions:
        for what, text in (("replacement", one.replacement), ("note", one.note)):
            if words.has(text):
                message = f"The {what} is published, and has withheld words."
                wrong.append(_problem(one.where, message, "Write it without them."))
    if wrong:
        raise CurationError(wrong)


def _renamed(sources: Sequence[Source], redactions: tuple[Redaction, ...]) -> tuple[Source, ...]:
    """The sources; those that have withheld words in their names with others."""
    taken = Counter(source.path for source in sources)
    found = []
    for source in sources:
        words = redactor(redactions, source.path)
        path = words.path(source.path)
        if path != source.path:
            number = next(n for n in range(1, len(taken) + 2) if not taken[numbered(path, n)])
            path, shown = numbered(path, number), numbered(words.path(source.shown), number)
            taken[path] += 1
            source = replace(source, path=path, shown=shown)
        found.append(source)
    return tuple(found)


def _without_words(edits: Edits, words: Redactor) -> Edits:
    """The editors' changes without withheld words.

    What is said of a withheld name was carried out when its spellings were looked for, and there is
    no such entity any more.
    """
    entities = tuple(
        replace(edit, note=words.text(edit.note))
        for edit in edits.entities
        if edit.action != "redact"
        and not any(words.has(text, any_case=True) for text in (edit.name, edit.into))
    )
    events = tuple(
        replace(edit, text=words.text(edit.text), note=words.text(edit.note))
        for edit in edits.events
    )
    return replace(
        edits,
        events=events,
        entities=entities,
        redactions=(),
        addresses=tuple(one for one in edits.addresses if words.path(one.address) == one.address),
        changes=tuple(_change_without_words(one, words) for one in edits.changes),
    )


def _change_without_words(change: Change, words: Redactor) -> Change:
    """A record without withheld words; all its other words are those of the archive as it is."""
    return replace(
        change,
        note=words.text(change.note),
        named=tuple(words.text(one, any_case=True) for one in change.named),
    )


def _forget(config: Config, what: str) -> None:
    """Remove what the cache holds if something else was withheld when it was made."""
    marks = Cache(config.cache / _MARK, single=True)
    key = hashlib.sha256(what.encode()).hexdigest()
    if marks.get(key) is not None or (not what and not (config.cache / _MARK).exists()):
        return
    if config.cache.is_dir() and not config.cache.is_symlink():
        for path in config.cache.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
    marks.put(key, b"1")


def _problem(where: str, message: str, hint: str, level: str = "error") -> Problem:
    table, _, line = where.rpartition(":")
    return Problem(table, int(line), level, message, hint)  # type: ignore[arg-type]
