"""What the name of a file and of its folders say: a title, a date, a language.

2019-03-04-fire-at-the-mill.md     speeches/1861-lincoln.txt     2019/03/fire.md
minutes_20190304.txt               de/fire.md                    fire.fr.md
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from generator.lang import titles as words
from generator.lang.codes import language_code
from generator.model import Reason, reason
from generator.personal import without_contacts
from generator.read.dates import given_date

_DAY = re.compile(
    r"(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)"
    r"(?:[T_ -]?\d{2}[-:.]?\d{2}(?:[-:.]?\d{2})?(?!\d)Z?)?",  # with a time of day
    re.ASCII,
)
_DAY_LAST = re.compile(r"(?<!\d)(\d{1,2}[-_.]\d{1,2}[-_.]\d{4})(?!\d)", re.ASCII)
_MONTH = re.compile(r"(?<!\d)(\d{4})([-_.])(\d{2})(?!\d)(?!\2\d)", re.ASCII)
_YEAR = re.compile(r"^(\d{4})(?=$|[\W_])|(?<=[\W_])(\d{4})$", re.ASCII)
_EARLIEST, _LATEST = 1400, 2100  # years that stand alone
_LANGUAGE = re.compile(r"\.([a-z]{2}(?:[-_][A-Za-z]{2,4})?)$")
_LANGUAGE_FOLDER = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?")
_SEPARATORS = re.compile(r"[-_+\s]+")
_DIGEST = re.compile(r"(?=[a-z]*\d)[0-9a-f]{8,}|(?=\D*\d)\w{20,}", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_LONG_WORD = 3  # letters of a word that says something
_SHORTEST = 4  # letters of a single one, beside a date


@dataclass(frozen=True, slots=True)
class FileName:
    """What a path says; each is "" where it says nothing.

    title: with spaces, with a capital; telling: whether it is more than a word and a number
    date: in ISO form; date_origin: the file's name or that of its folders
    language: a code; language_origin: the file's name or that of its folders
    """

    title: str
    telling: bool
    date: str
    date_origin: Reason
    language: str
    language_origin: Reason


_BY_FILE = reason("file-name")
NO_NAME = FileName("", False, "", _BY_FILE, "", _BY_FILE)  # of a row of a table


def file_name(path: str) -> FileName:
    """What the path of a file below the seeds folder says."""
    *folders, name = unquote(path).split("/")
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    stem = without_contacts(stem)
    found = _LANGUAGE.search(stem)
    language = (language_code(found[1]) or "") if found else ""
    if found and language:
        stem = stem[: found.start()]
    own_language = bool(language)
    for folder in reversed(folders):
        known = not language and _LANGUAGE_FOLDER.fullmatch(folder)
        language = (language_code(folder) or "") if known else language
    date, rest = _dated(stem)
    own = bool(date)
    words_of_name = _words(rest)
    if not words_of_name and folders and not language_code(folders[-1]):
        # "fire-at-the-mill/index.md"
        of_folder, rest = _dated(folders[-1])
        date, own = (date, own) if own else (of_folder, False)
        words_of_name = _words(rest)
    title = " ".join(words_of_name)
    long = [w for w in _LETTERS.findall(title) if len(w) >= _LONG_WORD]
    date_of_path = date or _date_of_folders(folders)
    telling = len(long) > 1 or (bool(date_of_path) and any(len(w) >= _SHORTEST for w in long))
    return FileName(
        title=title[:1].upper() + title[1:],
        telling=telling,
        date=date_of_path,
        date_origin=reason("file-name" if own else "folder-name"),
        language=language,
        language_origin=reason("file-name" if own_language else "folder-name"),
    )


def _dated(stem: str) -> tuple[str, str]:
    """The date in a name, and the rest of it."""
    for pattern in (_DAY, _DAY_LAST, _MONTH, _YEAR):
        for found in pattern.finditer(stem):
            date = _date(pattern, found)
            if date:
                return date, f"{stem[: found.start()]} {stem[found.end() :]}"
    return "", stem


def _date(pattern: re.Pattern[str], found: re.Match[str]) -> str:
    if pattern is _YEAR:
        year = found[1] or found[2]
        return year if _EARLIEST <= int(year) <= _LATEST else ""
    if pattern is _DAY_LAST:
        text = found[1].replace("_", "-")
    else:
        text = "-".join(part for n, part in enumerate(found.groups(), 1) if n != 2)
    given = given_date(text)
    plausible = given and not given.words and _EARLIEST <= int(given.date[:4]) <= _LATEST
    return given.date if given and plausible else ""


def _date_of_folders(folders: list[str]) -> str:
    """The date that folders give by themselves: "2019/03/04", "2019-03", "2019"."""
    for n, folder in enumerate(folders):
        parts = re.split(r"[-_.]", folder)
        if not (re.fullmatch(r"\d{4}", parts[0]) and _EARLIEST <= int(parts[0]) <= _LATEST):
            continue
        more = [*parts[1:], *folders[n + 1 :]][:2]
        numbers = [parts[0]]
        for part in more:
            if not re.fullmatch(r"\d{2}", part):
                break
            numbers.append(part)
        given = given_date("-".join(numbers)) if len(parts) <= len(numbers) else None
        if given and not given.words:
            return given.date
    return ""


def _words(stem: str) -> list[str]:
    """The words of a name; none if it says nothing."""
    parts = [part for part in _SEPARATORS.split(stem) if part and not _DIGEST.fullmatch(part)]
    letters = [w.casefold() for part in parts for w in _LETTERS.findall(part)]
    if not any(len(w) > 1 and w not in words.UNTELLING for w in letters):
        return []
    return [part for part in parts if any(map(str.isalnum, part))]
