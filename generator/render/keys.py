"""Keys: digests of all that a file or a part of one is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b

import msgspec
from markupsafe import Markup

_BYTES = 12  # of a digest; among a million pages two are equal by chance once in 10 ** 17 builds
_HALVES = ("utf-8", "surrogatepass")  # half a character is written, too
_MARKUP = 1  # the type of packed HTML


def packed(value: object) -> bytes:
    """All that a value consists of, in order.

    Raises TypeError for anything but dataclasses, mappings, sequences, texts and numbers.
    """
    try:
        return _PACK(value)
    except UnicodeEncodeError:  # half a character, which only few texts have
        return _PACK(_with_bytes(value))


def _with_bytes(value: object) -> object:
    """The same with bytes instead of texts, which then need not be whole characters."""
    if isinstance(value, str):
        return _marked(value) if isinstance(value, Markup) else value.encode(*_HALVES)
    if is_dataclass(value):
        return [_with_bytes(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, Mapping):
        return [_with_bytes(pair) for pair in value.items()]
    if isinstance(value, tuple | list):
        return [_with_bytes(part) for part in value]
    if value is None or isinstance(value, int | float):
        return value
    return _marked(value)


def _marked(value: object) -> msgspec.msgpack.Ext:
    """Sanitised HTML, which a template shows differently from the same text."""
    if isinstance(value, Markup):
        return msgspec.msgpack.Ext(_MARKUP, value.encode(*_HALVES))
    raise TypeError(f"{type(value).__name__} in a view")


_PACK = msgspec.msgpack.Encoder(enc_hook=_marked).encode


def digest(*parts: bytes) -> bytes:
    """The digest of parts of which the last alone may be of any length."""
    total = blake2b(digest_size=_BYTES)
    for part in parts:
        total.update(part)
    return total.digest()
