"""Load: find the files in the seeds folder and the editors' tables, and read their bytes.

Of pictures, sound and film, and of large files, only the digest is made; what needs their bytes
reads them then.

Files come in the order of their names in Unicode form NFC, so that the order does not depend on the
file system. Hidden files and folders are skipped; what is left out by name
(`generator.exclusions`) is noted. A symbolic link is followed only to a file inside
the seeds folder that is not hidden. A source that cannot be read is reported; an editors' table
that cannot be read stops the build.
"""

from __future__ import annotations

import difflib
import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.colours import DARK, LEAST, LIGHT, accent_of, least_contrast
from generator.config import FILE_NAME, Config, line_of
from generator.errors import ConfigError, CurationError, Level, Problem, SourcebookError
from generator.exclusions import Exclusions, cascades
from generator.model import (
    ADDRESSES_TABLE,
    CHANGES_FILE,
    CLAIMS_TABLE,
    ENTITIES_TABLE,
    EVENTS_TABLE,
    FIGURES_TABLE,
    REDACTIONS_TABLE,
    SOURCES_TABLE,
    Source,
    media_kind,
)
from generator.root_files import root_files

# Windows: characters and device names that file names cannot contain
# (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
_ILLEGAL = re.compile(r'[<>:"\\|?*\x00-\x1f]|[ .]$')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_SPREADSHEETS = {"csv", "tsv", "tab", "txt", "xls", "xlsx", "ods", "numbers"}  # suffixes of tables
_TABLES = (
    ENTITIES_TABLE,
    EVENTS_TABLE,
    FIGURES_TABLE,
    CLAIMS_TABLE,
    REDACTIONS_TABLE,
    SOURCES_TABLE,
    ADDRESSES_TABLE,
    CHANGES_FILE,
)
_CLOSE = 0.71  # how like two names are of which one is the other with a slip (difflib's ratio)
_INDEX = 10_000  # bytes of Hugo's "_index.md" that may be its head
_WRITTEN = (".md", ".markdown")  # suffixes of own pages
_KEPT = 20_000_000  # bytes of a file that is kept in memory
_LONGEST = 200  # leaves room for the project's own path below Windows' 260


@dataclass(frozen=True, slots=True)
class Loaded:
    """What `load` returns: the sources in the order of their paths, and what is wrong.

    curation: the editors' tables that there are
    own_pages: the pages that the project's people wrote, in the order of their paths
    """

    sources: tuple[Source, ...]
    curation: tuple[Source, ...]
    problems: tuple[Problem, ...]
    own_pages: tuple[Source, ...] = ()


def load(config: Config) -> Loaded:
    """Find and read every source.

    Raises ConfigError if there is no seeds folder, and CurationError for a table of the editors
    that cannot be read.
    """
    if not config.seeds.is_dir():
        raise ConfigError(
            f"There is no sources folder at {config.seeds}.",
            "Create it and put your documents in it, or start a project with `sourcebook new DIR`.",
        )
    problems: list[Problem] = []
    sources = []
    seen: dict[str, str] = {}
    folder = _shown(config)
    exclusions = Exclusions(config.exclude)
    files = _files(config.seeds, folder, exclusions, problems)
    for name, path in sorted((_name(path, config.seeds), path) for path in files):
        problems.extend(_name_problems(name, folder, seen))
        source = _read(name, f"{folder}/{name}", path, config, problems)
        if source is not None:
            sources.append(source)
    for pattern in exclusions.unused:
        message = f'The pattern "{pattern}" in "exclude" leaves out nothing.'
        problems.append(_problem(FILE_NAME, "note", message, "Check how it is spelt."))
    own_pages = tuple(_own_pages(config, problems))
    problems += [*root_files(config).problems, *_accent_notes(config)]
    return Loaded(tuple(sources), _curation(config), tuple(problems), own_pages)


def _accent_notes(config: Config) -> Iterator[Problem]:
    """What is said of an accent colour that cannot be read everywhere."""
    if not config.accent:
        return
    found = accent_of(config.accent)
    sides = (("light", found.light, LIGHT), ("dark", found.dark, DARK))
    for name, used, grounds in sides:
        if used != config.accent:
            ratio = f"{least_contrast(config.accent, grounds):.1f} to 1 instead of {LEAST}"
            message = f"On {name} pages {config.accent} is hard to read ({ratio})."
            hint = f"{used} is used there."
            yield Problem(FILE_NAME, line_of(config, "accent"), "note", message, hint)


def load_one(config: Config, path: Path) -> Source | None:
    """One source of the seeds folder; None if it is outside, a link, left out, or unreadable."""
    if not path.is_relative_to(config.seeds) or path.is_symlink():
        return None
    name = _name(path, config.seeds)
    if Exclusions(config.exclude).why_any(name):
        return None
    if any(_cascades(p) for p in path.parents if p.is_relative_to(config.seeds)):
        return None
    return _read(name, f"{_shown(config)}/{name}", path, config, [])


def _own_pages(config: Config, problems: list[Problem]) -> Iterator[Source]:
    """The project's own pages; what else is in their folder is reported."""
    if not config.own_pages.is_dir():
        return
    folder = config.own_pages.name
    files = _files(config.own_pages, folder, Exclusions(()), problems)
    for name, path in sorted((_name(path, config.own_pages), path) for path in files):
        shown = f"{folder}/{name}"
        if not name.lower().endswith(_WRITTEN):
            hint = "Put pictures and other files into the static folder."
            problems.append(_problem(shown, "warning", "Not a page in Markdown; left out.", hint))
        elif source := _read(name, shown, path, config, problems):
            yield source


def _curation(config: Config) -> tuple[Source, ...]:
    """The editors' changes, in tables beside the sources."""
    problems: list[Problem] = []
    try:
        names = os.listdir(config.curation) if os.path.lexists(config.curation) else []
    except OSError as error:
        message = f"Cannot be opened ({error.strerror})."
        raise CurationError(
            [_problem("curation", "error", message, "Check the folder and its permissions.")]
        ) from None
    found = []
    for table in _TABLES:
        file = table.partition("/")[2]
        if file in names:
            found.append(_read(table, table, config.root / table, config, problems))
        elif other := _misnamed(file, names):
            message = f"The editors' changes are read from {table} only."
            hint = "Save this table as CSV under that name."
            shown = f"curation/{_name(config.curation / other, config.curation)}"
            problems.append(_problem(shown, "error", message, hint))
    if problems:
        raise CurationError(problems)
    return tuple(source for source in found if source)


def _misnamed(table: str, names: Iterable[str]) -> str:
    """The file that is probably meant to be a table of the editors that is not there, or ""."""
    stem = table.partition(".")[0]
    for name in sorted(names):
        start, dot, suffix = name.casefold().rpartition(".")
        if dot and suffix in _SPREADSHEETS and difflib.get_close_matches(start, [stem], 1, _CLOSE):
            return name
    return ""


def _shown(config: Config) -> str:
    """The seeds folder as messages name it: relative to the project if it is inside."""
    inside = config.seeds.is_relative_to(config.root)
    return config.seeds.relative_to(config.root).as_posix() if inside else config.seeds.name


def _name_problems(name: str, folder: str, seen: dict[str, str]) -> list[Problem]:
    """What is wrong with a name on other systems; adds it to the names seen."""
    found = []
    key = name.casefold()
    if key in seen:
        how = "Unicode normalisation" if seen[key] == name else "case"
        found.append(
            f'Differs from "{seen[key]}" only in {how}; to some systems they are one file.'
        )
    seen.setdefault(key, name)
    if any(_ILLEGAL.search(part) or _RESERVED.fullmatch(part) for part in name.split("/")):
        found.append("Windows does not allow this file name.")
    if len(name) > _LONGEST:
        found.append(f"The name is {len(name)} characters long; some systems cannot copy the file.")
    shown = f"{folder}/{name}"
    return [_problem(shown, "warning", message, "Rename it.") for message in found]


def _files(
    folder: Path, shown: str, exclusions: Exclusions, problems: list[Problem]
) -> Iterator[str]:
    """Every file below the folder that is neither hidden nor left out.

    Links that are not followed are reported, and what is left out by its name.
    """
    inside = folder.resolve()

    def fail(error: OSError) -> None:
        name = f"{shown}/{_name(Path(error.filename or folder), folder)}"
        message = f"Cannot be opened ({error.strerror})."
        problems.append(_problem(name, "error", message, "Check its permissions."))

    for where, folders, files in os.walk(folder, onerror=fail):
        for name in [*folders, *files]:
            if name.startswith(".") or not os.path.islink(os.path.join(where, name)):
                continue
            path = Path(where, name)
            message = _link_problem(path, inside, name in folders)
            if message:
                where_shown = f"{shown}/{_name(path, folder)}"
                hint = "Copy its target into the seeds folder."
                problems.append(_problem(where_shown, "error", message, hint))
                (folders if name in folders else files).remove(name)
        if _cascades(Path(where), files):
            name = f"{shown}/{_name(where, folder)}/" if Path(where) != folder else f"{shown}/"
            message = 'Not published, as "cascade" in its _index.md says.'
            problems.append(_problem(name, "note", message, ""))
            folders.clear()
            continue
        for names, end in ((folders, "/"), (files, "")):
            names[:] = [name for name in names if not name.startswith(".")]
            for name in tuple(names):
                path_shown = _name(Path(where, name), folder)
                why = exclusions.why(path_shown)
                if why:
                    names.remove(name)
                    message = f"Not published, as {why}."
                    problems.append(_problem(f"{shown}/{path_shown}{end}", "note", message, ""))
        yield from (os.path.join(where, name) for name in files)


def _cascades(folder: Path, files: Iterable[str] | None = None) -> bool:
    """Whether an "_index.md" withholds what is in a folder. `files`: the names in it, if known."""
    try:
        names = sorted(os.listdir(folder) if files is None else files)
        indexes = [folder / name for name in names if name.lower().startswith("_index.")]
        texts = [path.read_bytes()[:_INDEX] for path in indexes if path.is_file()]
    except OSError:
        return False  # said where they are read
    return any(cascades(text.decode("utf-8", "replace")) for text in texts)


def _link_problem(path: Path, inside: Path, is_folder: bool) -> str:
    """Why a symbolic link is not followed, or "" when it may be."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "A broken symbolic link."
    if not target.is_relative_to(inside):
        return "A symbolic link that leaves the seeds folder; not followed."
    if any(part.startswith(".") for part in target.relative_to(inside).parts):
        return "A symbolic link to a hidden file or folder; not followed."
    if is_folder:
        return "A symbolic link to a folder; not followed."
    return ""


def _name(path: str | Path, folder: Path) -> str:
    """A path as sources have it: relative, with forward slashes, in NFC, all of it printable."""
    whole, above = os.fspath(path), os.fspath(folder)
    relative = os.path.basename(above) if whole == above else whole[len(above) :].lstrip(os.sep)
    text = relative.replace(os.sep, "/")
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", os.fsencode(text).decode("utf-8", "backslashreplace"))
    # Names are shown on terminals and pages: no escape sequences, no reversed reading order.
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _read(
    name: str, shown: str, path: str | Path, config: Config, problems: list[Problem]
) -> Source | None:
    """The file's source; None, with a problem added, if it cannot be read."""

    def refuse(message: str, hint: str) -> Source | None:
        problems.append(_problem(shown, "error", message, hint))
        return None

    try:
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            return refuse("Not a regular file.", "Remove it.")
        kind = media_kind(name)
        most, setting = config.max_megabytes, "max_megabytes"
        if not kind and most <= config.max_megabytes_binary and name not in _TABLES:
            # Whether it is a text, which may be less large, is for `read` to find out.
            most, setting = config.max_megabytes_binary, "max_megabytes_binary"
        # Sound, film and the like are only copied, and need no memory.
        if found.st_size > most * 1_000_000 and kind in (None, "picture"):
            hint = f"Split it, or raise {setting} in sourcebook.toml."
            return refuse(f"Larger than {most} MB.", hint)
        with open(path, "rb", buffering=0) as file:
            if kind or found.st_size > _KEPT:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
                return Source(name, shown, b"", digest, os.fspath(path), found.st_size)
            data = file.read()
    except OSError as error:
        return refuse(f"Cannot be read ({error.strerror}).", "Check its permissions.")
    return Source(name, shown, data, hashlib.sha256(data).hexdigest(), os.fspath(path), len(data))


def source_of(path: Path) -> Source:
    """A single file, wherever it is, as a source. Raises SourcebookError if it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourcebookError(f"Cannot read {path}: {error.strerror}.") from error
    digest = hashlib.sha256(data).hexdigest()
    return Source(path.name, str(path), data, digest, os.fspath(path), len(data))


def _problem(shown: str, level: Level, message: str, hint: str) -> Problem:
    return Problem(shown, 0, level, message, hint)
