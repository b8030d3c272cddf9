"""Messages and mailboxes made by code, for tests."""

from __future__ import annotations

import itertools
import struct
from collections.abc import Mapping
from email.message import EmailMessage

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SMALLEST = 4096  # bytes of a stream that lies in sectors of its own


def message(subject: str, text: str, **fields: str) -> EmailMessage:
    """A message; further fields with "_" for "-" in their names."""
    made = EmailMessage()
    made["Subject"] = subject
    defaults = {"from": "Anna Lind <anna@example.org>", "date": "Fri, 03 May 2019 23:30 -0700"}
    for name, value in (defaults | fields).items():
        if value:
            made[name.replace("_", "-").title()] = value
    made.set_content(text)
    return made


def box(*messages: bytes) -> bytes:
    """A mailbox; lines that begin with "From " are quoted, as they are in one."""
    rows = []
    for one in messages:
        rows.append(b"From ann@example.org Fri May  3 23:30:00 2019")
        rows += [b">" * row.lstrip(b">").startswith(b"From ") + row for row in one.splitlines()]
        rows.append(b"")
    return b"\n".join(rows) + b"\n"


Streams = Mapping[str, "bytes | Streams"]


def compound_file(streams: Streams) -> bytes:
    """A compound file (MS-CFB) with these streams and folders, each in whole sectors."""
    sectors: list[bytes] = []
    chain: list[int] = []
    entries: list[list[object]] = [["Root Entry", 5, _FREE, _FREE, _FREE, _END, 0]]

    def put(data: bytes) -> int:
        first = len(sectors)
        pieces = [data[at : at + _SECTOR] for at in range(0, len(data), _SECTOR)]
        sectors.extend(piece.ljust(_SECTOR, b"\0") for piece in pieces)
        chain.extend([*range(first + 1, first + len(pieces)), _END])
        return first

    def add(held: Streams) -> int:
        """The first of some entries; each has the next as its right neighbour."""
        numbers = []
        for name, value in sorted(held.items(), key=lambda pair: (len(pair[0]), pair[0].upper())):
            numbers.append(len(entries))
            if isinstance(value, bytes):
                data = value.ljust(_SMALLEST, b"\0")
                entries.append([name, 2, _FREE, _FREE, _FREE, put(data), len(data)])
            else:
                entries.append([name, 1, _FREE, _FREE, _FREE, 0, 0])
                entries[numbers[-1]][4] = add(value)
        for number, after in itertools.pairwise(numbers):
            entries[number][3] = after
        return numbers[0] if numbers else _FREE

    entries[0][4] = add(streams)
    directory = put(b"".join(_entry(*entry) for entry in entries))  # type: ignore[arg-type]
    count = -(-(len(sectors) + 8) // (_SECTOR // 4 - 1))
    first = len(sectors)
    table = [*chain, *[_FAT] * count]
    table += [_FREE] * (count * _SECTOR // 4 - len(table))
    sectors += [
        struct.pack("<128I", *table[at : at + 128]) for at in range(0, len(table), _SECTOR // 4)
    ]
    head = struct.pack(
        "<8s16s5H6x9I",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 62, 3, 0xFFFE, 9, 6),
        *(0, count, directory, 0, _SMALLEST, _END, 0, _END, 0),
    )
    places = [*range(first, first + count), *[_FREE] * (109 - count)]
    return head + struct.pack("<109I", *places) + b"".join(sectors)


def _entry(name: str, kind: int, left: int, right: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBB3I16s4xQQIQ",
        *(text, len(text), kind, 1, left, right, child, b"", 0, 0, start, size),
    )


def property_stream(skip: int, **numbers: int) -> bytes:
    """Properties of a fixed size, by their names "p0039"; `skip`: bytes before them."""
    rows = (
        struct.pack("<HHIQ", 0x40, int(name[1:], 16), 6, value) for name, value in numbers.items()
    )
    return bytes(skip) + b"".join(rows)


def texts(**values: str) -> dict[str, bytes]:
    """Streams of properties that are texts, by their names "p0037"."""
    return {
        f"__substg1.0_{name[1:].upper()}001F": value.encode("utf-16-le")
        for name, value in values.items()
    }
