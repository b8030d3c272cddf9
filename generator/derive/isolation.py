"""Failures of one document or of one line of the editors' tables: reported, the rest published."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from generator.errors import Problem, SourcebookError
from generator.model import Document

Failing = list[tuple[Document, Exception]]


def failing(
    documents: Sequence[Document], attempt: Callable[[Sequence[Document]], object]
) -> Failing:
    """The documents that fail by themselves, each with its error, found by halving.

    attempt: derives some documents; raises where they cannot be

    With k of n documents failing it takes about 2 k log n attempts; a build without failures takes
    none.
    """
    try:
        attempt(documents)
    except (SourcebookError, MemoryError):
        raise
    except Exception as error:
        if len(documents) == 1:
            return [(documents[0], error)]
        half = len(documents) // 2
        return failing(documents[:half], attempt) + failing(documents[half:], attempt)
    return []


def left_out(document: Document, path: str, error: Exception) -> Problem:
    """The problem for a document that cannot be derived. `path`: its file, as shown."""
    message = f"“{document.title}” could not be derived and is left out: {_words(error)}."
    return Problem(path, document.line, "error", message, "Please report this file to us.")


@contextmanager
def failing_line(path: str, line: int, problems: list[Problem]) -> Iterator[None]:
    """Add a problem instead of raising what a line of an editors' table raises."""
    try:
        yield
    except (SourcebookError, MemoryError):
        raise
    except Exception as error:
        message = f"This line could not be applied: {_words(error)}."
        problems.append(Problem(path, line, "warning", message, "Please report this line to us."))


def _words(error: Exception) -> str:
    """An error's type and message, on one line."""
    return " ".join([f"{type(error).__name__}:", *str(error).split()]).rstrip(":")
