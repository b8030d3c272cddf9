"""What the head of a message says: texts with encoded words (RFC 2047), people, ids, the date."""

from __future__ import annotations

import re
from binascii import Error as BadBase64
from binascii import a2b_base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_tz
from quopri import decodestring

from generator.lang import mail as words
from generator.model import Source
from generator.read.characters import clean
from generator.read.dates import given_date
from generator.read.decode import decode_raw
from generator.read.encodings import encoding_named

_WORD = re.compile(rb"=\?([^?*\s]{1,40})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?]{0,2000})\?=")
_BETWEEN = re.compile(rb"\s*")
_LONGEST = 20_000  # bytes of a field; a message to thousands names them all
_ID = re.compile(r"<([^<>\s]{1,250})>")
_FIRST_YEAR, _LAST_YEAR = 1971, 2100  # the first network mail; clocks that were not set say 1970
_DAY = len("2019-05-03")
_CLOCK = re.compile(r",?(?: [a-z]{2,3})? \d{1,2}:\d{2}.*$", re.IGNORECASE)
_QUOTES = "'\"“”‘’„"
_ADDRESS = re.compile(
    r"[^\s@<>()\",;:]{1,64}@[^\s@<>()\",;:]{1,250}"
    r"|[\w.+-]{1,64} at [\w-]{1,60}(?:\.[\w-]{1,60}){1,5}"  # as lists' archives write it
)
# "Anna Lind via Harbour-list"
_PASSED_ON = re.compile(rf"(?<=\w)['\"]? (?:{words.VIA}) .{{1,200}}$", re.IGNORECASE)
_NEAR = 200  # characters around a comma that show whether it parts two people
_MOST = 1000  # people in a field


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes or receives a message; one of them may be "".

    name: the given name first, where a comma shows that it was written last
    """

    name: str
    address: str

    @property
    def shown(self) -> str:
        """The name; the address only where there is none."""
        return self.name or self.address


def text_of(value: bytes) -> str:
    """The text of a field on one line, with the encoded words in it decoded."""
    found: list[bytes | str] = []
    label, raw, after = "", b"", 0  # words in one charset are joined before they are decoded
    value = value[:_LONGEST]
    for word in _WORD.finditer(value):
        between = value[after : word.start()]
        charset = word[1].decode("ascii", "replace")
        adjacent = after and _BETWEEN.fullmatch(between)
        if not adjacent or charset.lower() != label.lower():
            found.append(in_charset(raw, label))
            raw = b""
            if not adjacent:
                found.append(in_charset(between, ""))
        label = charset
        raw += _decoded(word[2], word[3])
        after = word.end()
    found += [in_charset(raw, label), in_charset(value[after:], "")]
    return " ".join(clean("".join(map(str, found))).split())


def _decoded(kind: bytes, encoded: bytes) -> bytes:
    if kind in b"qQ":
        return decodestring(encoded.replace(b"_", b"=20"), header=True)
    bare = encoded.rstrip(b"=")
    try:
        return a2b_base64(bare + b"=" * (-len(bare) % 4))
    except BadBase64:
        return b""


def in_charset(data: bytes, label: str) -> str:
    """Bytes as text: in the encoding that is named, or else in the likeliest."""
    if not data:
        return ""
    if data.isascii() and b"\x1b" not in data and not label.lower().startswith("utf-7"):
        return data.decode("ascii")
    encoding = encoding_named(label)
    return decode_raw(Source("", "", data, ""), label if encoding else "").text


def people(value: bytes) -> tuple[Person, ...]:
    """The people in a field, in their order."""
    # Encoded words may have a comma in them, so that they are decoded one by one.
    raw = value[:_LONGEST].decode("latin-1")
    found = (_person(text_of(one.encode("latin-1"))) for one in _addresses(raw))
    return tuple(dict.fromkeys(one for one in found if one.name or one.address))[:_MOST]


def _addresses(text: str) -> Iterator[str]:
    """The single addresses of a list: commas in quotes, brackets and comments part nothing."""
    start = depth = 0
    quoted = False
    for at, sign in enumerate(text):
        if sign == '"' and text[at - 1 : at] != "\\":
            quoted = not quoted
        elif quoted:
            continue
        elif sign in "(<":
            depth += 1
        elif sign in ")>":
            depth = max(depth - 1, 0)
        elif sign in ",;" and not depth:
            # "Surname, Given <address>", without the quotes that it should have
            before, after = text[max(start, at - _NEAR) : at], text[at : at + _NEAR]
            if sign == "," and not _ADDRESS.search(before) and _ADDRESS.search(after):
                continue
            yield text[start:at]
            start = at + 1
    yield text[start:]


def _person(text: str) -> Person:
    """A person from "Name <address>", "address (Name)", or an address alone."""
    text = text.strip()
    group, colon, rest = text.partition(":")  # "Committee: a@example.org"
    if colon and "@" not in group and "<" not in group and '"' not in group:
        text = rest.strip()
    opening = text.rfind("<")
    if opening >= 0:
        name, address = text[:opening], text[opening + 1 :].partition(">")[0]
    else:
        bare = text.strip(_QUOTES)
        found = _ADDRESS.search(bare)
        address = found[0] if found else ""
        comment = re.search(r"\(([^()]*)\)", text)
        name = comment[1] if comment else ("" if found else text)
    return person(name, address)


def person(name: str, address: str) -> Person:
    """A person with a name as it is usually written."""
    own = address.strip().strip(_QUOTES)
    found = _ADDRESS.search(name)
    if found and name[: found.start()].rstrip().endswith(("<", "(")):  # "Ann Lee <ann@…>"
        own, name = own or found[0], name[: found.start()].rstrip().rstrip("<(")
    return Person(_name(name, own), own)


def _name(text: str, address: str) -> str:
    """A name as it is usually written; "" where it is only the address again."""
    name = text.replace('\\"', '"').replace("\\", "").strip().strip(_QUOTES).strip()
    bare = re.sub(r"\([^()]*\)", " ", name)
    name = " ".join((bare if bare.strip() else name).split())
    if not any(map(str.isalpha, name)) or _ADDRESS.fullmatch(name) or name == address:
        return ""
    name = _PASSED_ON.sub("", name)
    surname, comma, given = (part.strip() for part in name.partition(","))
    if comma and surname and given and "," not in given and not any(c.isdigit() for c in name):
        return f"{given} {surname}"
    return name


def ids(value: bytes) -> tuple[str, ...]:
    """The ids of messages in a field, without their brackets."""
    text = value[:_LONGEST].decode("utf-8", "replace")
    found = _ID.findall(text)
    bare = text.strip().strip("<>")
    return tuple(dict.fromkeys(found or ([bare] if bare and " " not in bare else [])))


def day_of(value: bytes) -> str:
    """The day of a date as its writer's own clock and calendar had it; "" where it is none."""
    text = " ".join(value[:200].decode("utf-8", "replace").split())
    try:
        found = parsedate_tz(text)
        if found and _FIRST_YEAR <= found[0] <= _LAST_YEAR:
            return date(*found[:3]).isoformat()
    except (ValueError, OverflowError):
        pass
    # "Monday, May 03, 2010 4:21 PM", as programs copy it; "16 May 2016 at 09:30:32 GMT+1"
    given = given_date(text) or given_date(_CLOCK.sub("", text))
    first = given.date[:4] if given and len(given.date) == _DAY and not given.words else ""
    return given.date if given and first and _FIRST_YEAR <= int(first) <= _LAST_YEAR else ""
