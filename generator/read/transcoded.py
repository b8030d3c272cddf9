"""Pages whose encoding was declared outside them: by a server, or by a part of a message."""

from __future__ import annotations

import codecs
import re

from generator.read.encodings import UTF8, encoding_named

_CHARSET = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def charset_of(content_type: str) -> str:
    """The encoding that a header "Content-Type" names, or ""."""
    found = _CHARSET.search(content_type)
    return found[1] if found else ""


def in_utf8(data: bytes, label: str) -> bytes:
    """Bytes in a declared encoding as UTF-8 that is marked as such, whatever they say themselves.

    They stay as they are if that is not their encoding.
    """
    declared = encoding_named(label)
    if declared is None or declared == UTF8 or data.startswith(codecs.BOM_UTF8):
        return data
    for codec in declared.codecs:
        try:
            return codecs.BOM_UTF8 + data.decode(codec).encode()
        except (UnicodeError, LookupError):
            continue
    return data
