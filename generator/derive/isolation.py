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
    """Documents without which the rest can be derived, each with its error.

    documents: some that cannot be derived
    attempt: derives some documents; raises where they cannot be

    They are found by halving: where each half can be derived without the other, documents of the
    second are left out until it can be derived with the first. With k of n documents failing it
    takes about 2 k log n attempts; a build without failures takes none.
    """
    failed: Failing = []
    _keep(documents, (), attempt, failed)
    return failed


def _keep(
    documents: Sequence[Document],
    kept: Sequence[Document],
    attempt: Callable[[Sequence[Document]], object],
    failed: Failing,
    error: Exception | None = None,
) -> Sequence[Document]:
    """Those of some documents that can be derived with what is kept; the others are noted.

    kept: what can be derived, or nothing
    error: what the documents and these raise together, None where that was not tried
    """
    if len(documents) == 1 and error:
        failed.append((documents[0], error))
        return kept
    half = max(1, len(documents) // 2)
    for part in filter(None, (documents[:half], documents[half:])):
        raised = _raised((*kept, *part), attempt)
        kept = _keep(part, kept, attempt, failed, raised) if raised else (*kept, *part)
    return kept


def _raised(
    documents: Sequence[Document], attempt: Callable[[Sequence[Document]], object]
) -> Exception | None:
    """What the attempt at some documents raises."""
    try:
        attempt(documents)
    except (SourcebookError, MemoryError):
        raise
    except Exception as error:
        return error
    return None


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
