"""Search every byte of a finished site for what editors withhold.

It knows nothing of how the site was made: files are taken apart by what they are (compressed files,
archives, pictures, PDF), and texts are read in all the ways in which words can be written into them
(references of HTML, escapes of JSON and of addresses, base64, text between tags). What is found is
named by its place and by the editors' line, never by the words: the log of a build may be public.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.engine.executors.fork import Track, fork_map, untracked
from generator.engine.unpacking import layers, readings
from generator.errors import Problem, SourcebookError
from generator.model import INSIDE, Redaction
from generator.personal import public_path
from generator.redactions import Redactor, redactor
from generator.render.exports.reading import records
from generator.shipped import PACKAGE, shipped

_BATCH = 50  # files in one task
_MOST = 20  # lines of an error
_OWN_TEXT = (".py", ".html", ".xml", ".js", ".css", ".json")


class LeakError(SourcebookError):
    """The site has withheld words, and was not published."""

    def __init__(self, leaks: Sequence[Problem]) -> None:
        lines = [str(leak) for leak in leaks[:_MOST]]
        if len(leaks) > _MOST:
            lines.append(f"… and {len(leaks) - _MOST:,} more.")
        super().__init__(
            "\n".join(["The new site has words that editors withhold:", *lines]),
            "It was not published; the old site is as it was. Settings, templates, static files "
            "and own pages are published as they are, so look there first.",
        )


@dataclass(frozen=True, slots=True)
class _Scoped:
    """What is withheld in some documents only.

    ids: of these documents
    others: of all others, which may have the words
    """

    words: Redactor
    ids: tuple[str, ...]
    others: tuple[str, ...]

    def found(self, path: str, text: str) -> Iterator[str]:
        """The lines of the editors that withhold something in a text.

        In what several documents share, only what names none of the others is certain to be from
        one of these: an event can have sentences of both.
        """
        if not self.words.has(text):
            return
        if any(name in path for name in self.ids):
            yield from (one.by.where for one in self.words.find(text))
        elif not any(name in path for name in self.others):
            for line in text.split("\n"):
                if any(name in line for name in self.ids) and self.words.has(line):
                    shared = any(name in line for name in self.others)
                    yield from () if shared else (one.by.where for one in self.words.find(line))


def refuse_leaks(
    redactions: Iterable[Redaction], folder: Path, paths: Sequence[str], shown: str, jobs: int
) -> None:
    """Raise LeakError if files of a folder have withheld words; see `LeakSearch`."""
    leaks = LeakSearch(redactions, folder, shown).leaks(paths, jobs)
    if leaks:
        raise LeakError(leaks)


class LeakSearch:
    """Looks for withheld words in files.

    redactions: what is withheld
    folder: of the site; its list of documents says which files belong to which
    shown: what it is called in messages
    """

    def __init__(self, redactions: Iterable[Redaction], folder: Path, shown: str) -> None:
        every = without_own_words(tuple(redactions))
        self._folder, self._shown = folder, shown
        self._words = redactor(tuple(one for one in every if not one.documents))
        self._scoped = tuple(_scoped((one for one in every if one.documents), folder))

    def leaks(self, paths: Sequence[str], jobs: int = 1, track: Track = untracked) -> list[Problem]:
        """What is found in files of the folder, in their order.

        jobs: number of processes
        track: wraps an iterable of a known length to show progress
        """
        if not self._words and not self._scoped:
            return []
        batches = [paths[at : at + _BATCH] for at in range(0, len(paths), _BATCH)]

        def search(number: int) -> list[Problem]:
            return [leak for path in batches[number] for leak in self._in_file(path)]

        found = fork_map(search, len(batches), jobs, track)
        return [leak for batch in found for leak in batch]

    def _in_file(self, path: str) -> Iterator[Problem]:
        seen: set[str] = set()
        data = (self._folder / path).read_bytes()
        texts = [("in its name", path)]
        texts += [(how, text) for how, raw in layers(path, data) for text in readings(path, raw)]
        for how, text in texts:
            for where in self._in_text(path, text):
                if where not in seen:
                    seen.add(where)
                    yield _leak(self._shown, path, how, where)

    def _in_text(self, path: str, text: str) -> Iterator[str]:
        """The lines of the editors that withhold something in a text."""
        if self._words.has(text):
            yield from dict.fromkeys(one.by.where for one in self._words.find(text))
        for scoped in self._scoped:
            yield from scoped.found(path, text)


def _leak(folder: str, path: str, how: str, where: str) -> Problem:
    message = f"Has what {where} withholds{f' ({how})' if how else ''}."
    shown = "a file" if how == "in its name" else path
    return Problem(f"{folder}/{shown}", 0, "error", message, "")


def _scoped(redactions: Iterable[Redaction], folder: Path) -> Iterator[_Scoped]:
    """What is withheld in some documents only, with their ids on the site."""
    own = tuple(redactions)
    ids: dict[str, list[str]] = {}
    if own:
        for document in _listed(folder):
            ids.setdefault(document["file"].partition(INSIDE)[0], []).append(document["id"])
    for one in own:
        files = set(map(public_path, one.files))
        names = tuple(name for path, given in ids.items() if path in files for name in given)
        others = (name for path, given in ids.items() if path not in files for name in given)
        yield _Scoped(redactor((replace(one, documents=()),)), names, tuple(others))


def _listed(folder: Path) -> list[dict[str, str]]:
    """The documents as their data file describes them; none without a file that can be read."""
    try:
        return records(folder / "data", "documents")
    except (OSError, EOFError, ValueError, KeyError, TypeError):
        return []


def without_own_words(redactions: tuple[Redaction, ...]) -> tuple[Redaction, ...]:
    """The redactions without single names that are also words of the pages themselves: "May".

    They are withheld in the texts, but every site has them.
    """
    names = {name for one in redactions for name in one.names}
    if not names:
        return redactions
    own = "\n".join(_own_texts())
    usual = {
        name for name in names if Redactor([Redaction("", (), "", "-", names=(name,))]).has(own)
    }
    return tuple(
        replace(one, names=tuple(name for name in one.names if name not in usual))
        for one in redactions
    )


def _own_texts() -> Iterator[str]:
    """All words that pages can have of themselves: in code, templates, scripts and styles."""
    for folder in (PACKAGE, shipped("templates"), shipped("static")):
        for path in sorted(folder.rglob("*")):
            if path.suffix in _OWN_TEXT and path.is_file():
                yield path.read_text(encoding="utf-8", errors="replace")
