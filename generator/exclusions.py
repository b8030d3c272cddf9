"""Which files of the seeds folder are left out by their names.

Names that begin with "_" are private by custom (drafts, templates, data of site generators), except
Jekyll's "_posts" and WhatsApp's "_chat.txt"; the setting `exclude` names more. A pattern without a
slash stands for any file or folder of that name; one with a slash begins at the seeds folder,
unless that slash is its last character. "*" and "?" stand for characters but no slash, "**" for any
number of folders. A folder stands for all that is in it; also one with Hugo's "_index.md" whose
"cascade" drafts it. Upper and lower case are one, as more is left out then rather than less.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_PUBLIC = frozenset({"_posts", "_chat.txt"})
_PIECE = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_MARK = re.compile(r"^(?:-{3}|\+{3})[ \t]*\r?$", re.MULTILINE)
_CASCADE = re.compile(r"""^[ \t"'\[{]*cascade\b""", re.MULTILINE | re.IGNORECASE)
_WITHHELD = re.compile(
    r"""\b(?:(?:draft|private|unlisted|hidden|noindex)["']?\s*[:=]\s*["']?(?:true|yes|on|1)\b"""
    r"""|(?:list|render)["']?\s*[:=]\s*["']?never|robots["']?\s*[:=].{0,20}noindex"""
    r"""|publish(?:ed)?["']?\s*[:=]\s*["']?(?:false|no|off|0)\b)""",
    re.DOTALL | re.IGNORECASE,
)
_SPECIAL = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


class Exclusions:
    """The exclusions of a project. `patterns`: those of the setting `exclude`."""

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        self._patterns = {pattern: _compiled(pattern) for pattern in patterns}
        self._used: set[str] = set()

    @property
    def unused(self) -> tuple[str, ...]:
        """The patterns that have left out nothing so far."""
        return tuple(pattern for pattern in self._patterns if pattern not in self._used)

    def why(self, path: str) -> str:
        """Why a file or a folder is left out, as part of a sentence; "" if it is not.

        path: below the seeds folder, with forward slashes
        """
        name = path.rpartition("/")[2]
        if name.startswith("_") and name not in _PUBLIC:
            return 'its name begins with "_"'
        plain = unicodedata.normalize("NFC", path).casefold()
        found = [pattern for pattern, regex in self._patterns.items() if regex.fullmatch(plain)]
        self._used.update(found)
        return f'"exclude" in sourcebook.toml has "{found[0]}"' if found else ""

    def why_any(self, path: str) -> str:
        """Why a file is left out, by its own name or that of a folder it is in."""
        parts = path.split("/")
        reasons = (self.why("/".join(parts[:end])) for end in range(1, len(parts) + 1))
        return next(filter(None, reasons), "")


def covers(pattern: str, path: str) -> bool:
    """Whether a pattern stands for a file, or for a folder that it is in.

    path: below the seeds folder, with forward slashes
    """
    regex, parts = _compiled(pattern), unicodedata.normalize("NFC", path).casefold().split("/")
    return any(regex.fullmatch("/".join(parts[:end])) for end in range(1, len(parts) + 1))


def cascades(index: str) -> bool:
    """Whether Hugo's "_index.md" withholds what is in its folder. `index`: its text."""
    parts = _MARK.split(index, maxsplit=2)
    head = parts[1] if len(parts) > 1 else index
    cascade = _CASCADE.search(head)  # what the first does not find after it, no later one does
    return bool(cascade and _WITHHELD.search(head, cascade.end()))


def _compiled(pattern: str) -> re.Pattern[str]:
    plain = unicodedata.normalize("NFC", pattern).casefold().removeprefix("./")
    anywhere = "/" not in plain.rstrip("/")
    plain = plain.strip("/")
    # "private/**" leaves out the folder itself, which is all that is in it.
    pieces = _PIECE.findall(plain.removesuffix("/**"))
    regex = "".join(_SPECIAL.get(piece) or re.escape(piece) for piece in pieces)
    return re.compile(("(?:.*/)?" if anywhere else "") + regex, re.DOTALL)
