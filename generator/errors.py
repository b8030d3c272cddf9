"""The kinds of errors.

A `Problem` concerns one source: it is collected, shown in the build report and on the method page,
and never stops the other documents. A `SourcebookError` stops the command: the configuration is
invalid, a line of an editors' table cannot be understood, the output folder contains files of
others, another build is running. Both say what is wrong, where, and what to do. `GivenUp` becomes a
problem where the file is known.

Code never branches on their words.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]
_MOST_SHOWN = 20  # lines of an error


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong with one source, or with one line of an editors' table.

    path: the file, relative to the project, with forward slashes
    line: line in that file, counted from 1; 0 if the problem concerns the whole file
    level: "error" if the document (or row) is not published, "warning" if it is; an error in an
        editors' table stops the build; "note" if it is not wrong at all: left out because its
        owner does not want it to be public, and then no page may say so, or how a table was
        understood, and then it is never among problems
    message: what is wrong
    hint: what to do
    """

    path: str
    line: int
    level: Level
    message: str
    hint: str

    @property
    def place(self) -> str:
        """Where it is: the file, and the line if it concerns one."""
        return f"{self.path}:{self.line}" if self.line else self.path

    def __str__(self) -> str:
        return f"{self.place}: {self.level}: {self.message} {self.hint}".rstrip()


def faults(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """All that is wrong: the problems without the notes."""
    return tuple(problem for problem in problems if problem.level != "note")


def fit_to_publish(problems: Sequence[Problem], kept: Collection[str] = ()) -> tuple[Problem, ...]:
    """The problems that pages may show: none of a file in which something is not to be public.

    kept: further files of which that is known, as problems name them
    """
    private = {problem.path for problem in problems if problem.level == "note"} | {*kept}
    return tuple(problem for problem in problems if problem.path not in private)


class SourcebookError(Exception):
    """Stops a command. Its `str()` is the message for the user: what is wrong, then what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message}\n{hint}" if hint else message)


class GivenUp(Exception):
    """A file is not read, as its reader needs too much or crashed.

    Its `str()` says why: "it needs more than 1.5 GB of memory".
    """

    hint = "Save it again with another program, split it, or remove it."


class ConfigError(SourcebookError):
    """The configuration file, or a setting on the command line, is invalid."""


class CurationError(SourcebookError):
    """Lines of the editors' tables cannot be understood, or what they hide would be published."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        lines = [str(problem) for problem in problems[:_MOST_SHOWN]]
        if len(problems) > _MOST_SHOWN:
            lines.append(f"… and {len(problems) - _MOST_SHOWN:,} more.")
        hint = "Nothing was built, so that nothing that editors hide is published by mistake."
        super().__init__("\n".join(["The editors' changes have errors:", *lines]), hint)


class RenderError(SourcebookError):
    """A page or a data file cannot be made; it says which.

    subject: id of the document or entity whose page it is, or ""
    """

    def __init__(self, message: str, hint: str = "", subject: str = "") -> None:
        super().__init__(message, hint)
        self.subject = subject


class TemplateError(SourcebookError):
    """A template, shipped or the project's own, cannot be rendered."""


class OutputError(SourcebookError):
    """The output folder cannot be written, or contains files of others."""


class BuildRunning(SourcebookError):
    """Another build is writing to the same output folder."""


class ServeError(SourcebookError):
    """The preview server cannot start."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """' Did you mean "build"?', or "" if nothing known is like the word."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f' Did you mean "{close[0]}"?' if close else ""
