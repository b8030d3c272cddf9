"""What can go wrong, in two kinds.

A `Problem` is something wrong with a source: it is collected, shown in the build report and on
the method page, and never stops the other documents. A `SourcebookError` stops the command: the
configuration cannot be read, the output folder is not ours, another build is running. Both say
what is wrong, where, and what to do about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with one source.

    path: the file, relative to the project, with forward slashes
    line: line in that file, counted from 1; 0 when the problem is with the whole file
    level: "error" when the document (or row) is not published, "warning" when it is
    message: what is wrong
    hint: what to do about it
    """

    path: str
    line: int
    level: Level
    message: str
    hint: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.level}: {self.message} {self.hint}".rstrip()


class SourcebookError(Exception):
    """Something that stops a command. `str()` of it is the message for the user."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message}\n{hint}" if hint else message)


class ConfigError(SourcebookError):
    """The configuration file, or a setting given on the command line, cannot be used."""


class TemplateError(SourcebookError):
    """A template, shipped or the project's own, cannot be rendered."""


class OutputError(SourcebookError):
    """The output folder cannot be written, or holds files that are not ours."""


class BuildRunning(SourcebookError):
    """Another build writes to the same output folder."""


class ServeError(SourcebookError):
    """The preview server cannot start."""
