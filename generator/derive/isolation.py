"""Failures of one document, entity, event or line of the editors' tables.

They are reported, and the rest is published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal

from generator.errors import Problem, RenderError, SourcebookError
from generator.model import Document, Entity, Relation

Failing = list[tuple[Document, Exception]]


@dataclass(frozen=True, slots=True)
class Failure:
    """An entity or an event that is left out.

    kind: which of the two
    what: its name or its date
    document: id of a document that names or dates it
    """

    kind: Literal["entity", "event"]
    what: str
    document: str
    error: Exception

    def problem(self, document: Document, path: str) -> Problem:
        """What is reported. `path`: the file of the document, as shown."""
        what, why = self.what, _words(self.error)
        if isinstance(self.error, RenderError):  # it says what failed
            message = f"“{what}” is left out. {str(self.error).splitlines()[0]}"
        elif self.kind == "entity":
            message = f"“{what}” could not be derived and is left out: {why}."
        else:
            message = f"An event of {what} could not be derived and is left out: {why}."
        hint = "Please report this file to us."
        return Problem(path, document.line, "warning", message, hint)


@contextmanager
def isolated(
    kind: Literal["entity", "event"], what: str, document: str, failures: list[Failure]
) -> Iterator[None]:
    """Note a failure instead of raising what the making of one entity or event raises."""
    try:
        yield
    except (SourcebookError, MemoryError):
        raise
    except Exception as error:
        failures.append(Failure(kind, what, document, error))


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
    """The problem for a document that cannot be published. `path`: its file, as shown."""
    if isinstance(error, RenderError):  # it says what failed
        message = f"“{document.title}” is left out. {str(error).splitlines()[0]}"
    else:
        message = f"“{document.title}” could not be derived and is left out: {_words(error)}."
    return Problem(path, document.line, "error", message, "Please report this file to us.")


def without_entities(
    entities: Sequence[Entity], errors: Mapping[str, Exception], failures: list[Failure]
) -> tuple[Entity, ...]:
    """The entities but for some, by id, which are noted; no other refers to them."""

    def others(relations: Sequence[Relation]) -> tuple[Relation, ...]:
        return tuple(relation for relation in relations if relation.id not in errors)

    kept = []
    for entity in entities:
        if entity.id in errors:
            failures.append(Failure("entity", entity.name, entity.documents[0], errors[entity.id]))
        else:
            related, maybe = others(entity.related), others(entity.maybe)
            kept.append(replace(entity, related=related, maybe=maybe))
    return tuple(kept)


@contextmanager
def failing_line(path: str, line: int, problems: list[Problem]) -> Iterator[None]:
    """Add a problem instead of raising what a line of an editors' table raises."""
    try:
        yield
    except (SourcebookError, MemoryError):
        raise
    except Exception as error:
        message = f"This line could not be applied: {_words(error)}."
        problems.append(Problem(path, line, "error", message, "Please report this line to us."))


def _words(error: Exception) -> str:
    """An error's type and message, on one line."""
    return " ".join([f"{type(error).__name__}:", *str(error).split()]).rstrip(":")
