"""What a reader raises for a file that it does not read, for a reason that it knows."""

from __future__ import annotations


class Refused(Exception):
    """A file is not read. Becomes a problem of the source, of level "error".

    message: why, in a sentence
    hint: what to do about it
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
