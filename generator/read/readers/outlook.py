"""Messages of Outlook (.msg)."""

from __future__ import annotations

import io
import struct

from generator.model import Source
from generator.read.draft import Drafts, problem
from generator.read.extras import optional
from generator.read.mail.outlook import OutlookMessage

SUFFIXES = (".msg",)
BINARY = True
CONTAINER = True
PACKAGES = ("olefile", "lxml")

_MOST = 10_000  # streams that are looked at
_DAMAGED = (OSError, ValueError, IndexError, KeyError, TypeError, struct.error, OverflowError)


def read_source(source: Source) -> Drafts:
    """A message, what is attached to it, and the messages among that."""
    olefile = optional("olefile", "olefile", "mail")
    try:
        with olefile.OleFileIO(io.BytesIO(source.data)) as file:
            names = [tuple(parts) for parts in file.listdir(streams=True, storages=True)[:_MOST]]
            return OutlookMessage(file, frozenset(names), (), 32).drafts(source, 0)
    except _DAMAGED:
        hint = "Save it again from Outlook."
        return Drafts((), (problem(source, 0, "error", "Not a message, or damaged.", hint),))
