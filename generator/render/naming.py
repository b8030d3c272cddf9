"""Errors in rendering name the page or file that cannot be made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from generator.errors import RenderError, SourcebookError


@contextmanager
def naming(what: str, subject: str = "") -> Iterator[None]:
    """Raise RenderError instead of what an unforeseen fault raises.

    what: what is rendered, in words
    subject: id of the document or entity that it shows, or ""
    """
    try:
        yield
    except (SourcebookError, MemoryError):
        raise
    except Exception as error:
        cause = " ".join([f"{type(error).__name__}:", *str(error).split()]).rstrip(":")
        hint = "The old site is left in place. Please report this to us."
        message = f"{what} could not be rendered: {cause}."
        raise RenderError(message, hint, subject) from error


def named(what: str, render: Callable[..., bytes], /, *values: object, subject: str = "") -> bytes:
    """The bytes that a function makes of some values, in the same manner."""
    with naming(what, subject):
        return render(*values)
