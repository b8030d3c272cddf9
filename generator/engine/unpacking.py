"""All that the bytes of a file can say: what is packed in it, and the ways in which it is written.

For searches that must miss nothing. A file gives layers (itself, and what it has packed: gzip, zip,
streams and text of PDF, descriptions in pictures), and each layer readings, which are texts.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from urllib.parse import unquote

_DEEPEST = 4  # archives within archives
_LARGEST = 1_000_000_000  # bytes that something packed may have
# Texts in other bytes, which by chance have hardly any.
_UTF_8 = re.compile(rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]{1,3}){6,}")
_ONE_BYTE = re.compile(rb"(?:[\t\n\r\x20-\x7e]{2}|[\xc0-\xff][\x20-\x7e]){3,}")
_UTF_16_LE = re.compile(rb"(?:[\x09-\xff][\x00-\x06]){4,}")
_UTF_16_BE = re.compile(rb"(?:[\x00-\x06][\x09-\xff]){4,}")
_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrtbf]))")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_FOLDED = re.compile(r"\r?\n[ \t]")  # a line that goes on (RFC 5545, 3.1)
_TEX = re.compile(r"\\[`'^\"~=.uvHtcdb](?![A-Za-z])|[{}]")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")
_DATA = re.compile(rb"base64,([A-Za-z0-9+/]{8,}={0,2})")
_ROUNDS = 2  # escapes within escapes
_STREAM, _END = re.compile(rb"stream\r?\n"), b"endstream"


def layers(name: str, data: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """What a file has, and how it is packed: itself, then all that is within it.

    name: of the file
    """
    yield "packed" if depth else "", data
    if depth == _DEEPEST:
        return
    for within, packed in _packed(name, data):
        yield "packed", within.encode("utf-8", "replace")
        yield from layers(within, packed, depth + 1)


def _packed(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """What is packed in a file, each with its name there."""
    if data.startswith(b"\x1f\x8b"):
        yield from _unpacked("", lambda: gzip.decompress(data))
    elif data.startswith(b"PK\x03\x04"):
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError):
            return
        for info in archive.infolist():
            if info.file_size <= _LARGEST:
                yield from _unpacked(info.filename, lambda info=info: archive.read(info))  # type: ignore[misc]
    elif data.startswith(b"%PDF"):
        for stream in _streams(data):
            yield from _unpacked("", lambda stream=stream: _inflated(stream))  # type: ignore[misc]
        yield from _unpacked("", lambda: _text_of_pdf(data).encode())
    elif data.startswith(b"\x89PNG"):
        for text in _in_png(data):
            yield from _unpacked("", lambda text=text: _inflated(text))  # type: ignore[misc]
    elif b"base64," in data:
        for found in _DATA.finditer(data):
            yield from _unpacked("", lambda found=found: base64.b64decode(found[1]))  # type: ignore[misc]


def _unpacked(name: str, unpack: Callable[[], bytes]) -> Iterator[tuple[str, bytes]]:
    """What a function unpacks; nothing where it cannot."""
    try:
        yield name, unpack()
    except (OSError, EOFError, ValueError, RuntimeError, zlib.error, zipfile.BadZipFile,
            NotImplementedError):  # fmt: skip
        return


def _inflated(data: bytes) -> bytes:
    """Compressed data as far as they go, whatever stands behind them."""
    return zlib.decompressobj().decompress(data, _LARGEST)


def _streams(data: bytes) -> Iterator[bytes]:
    """The streams of a PDF file, in linear time whatever it has of their beginnings and ends."""
    at = 0
    while opening := _STREAM.search(data, at):
        end = data.find(_END, opening.end())
        if end < 0:
            return
        yield data[opening.end() : end]
        at = end + len(_END)


def _text_of_pdf(data: bytes) -> str:
    """The text of all pages, their outline and properties, as a reader would see or copy it."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        parts = [*document.get_metadata_dict().values()]
        parts += [item.get_title() for item in document.get_toc()]
        parts += [page.get_textpage().get_text_range() for page in document]
    return "\n".join(parts)


def _in_png(data: bytes) -> Iterator[bytes]:
    """The compressed texts of a PNG file, as they are (PNG specification, 11.3.3)."""
    at = 8
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        chunk = data[at + 8 : at + 8 + size]
        at += size + 12
        _, _, rest = chunk.partition(b"\0")
        if kind == b"zTXt":
            yield rest[1:]  # behind the method
        elif kind == b"iTXt":
            yield rest[2:].split(b"\0", 2)[-1]  # behind two more names


def readings(name: str, data: bytes) -> Iterator[str]:
    """The texts that bytes can stand for.

    name: of the file
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = ""
    if not text or "\0" in text:
        yield from _in_binary(data)
        return
    whole = _written_out(text)
    yield whole
    if "<" in text:
        yield _written_out(_TAG.sub("", text))
    if text.startswith("BEGIN:V"):
        yield _written_out(_FOLDED.sub("", text))
    if name.endswith((".bib", ".tex")):
        yield _TEX.sub("", text)
    yield from _from_base64(whole)


def _in_binary(data: bytes) -> Iterator[str]:
    """Texts among other bytes: of UTF-8, of one byte a letter, of UTF-16."""
    yield b"\n".join(_UTF_8.findall(data)).decode("utf-8", "replace")
    yield b"\n".join(_ONE_BYTE.findall(data)).decode("cp1252", "replace")
    for pattern, encoding in ((_UTF_16_LE, "utf-16-le"), (_UTF_16_BE, "utf-16-be")):
        yield "\n".join(found.decode(encoding, "replace") for found in pattern.findall(data))


def _written_out(text: str) -> str:
    """The text without the escapes of JSON, of addresses and of HTML."""
    for _ in range(_ROUNDS):
        before = text
        if "\\" in text:
            text = _PAIR.sub(_joined, _ESCAPE.sub(_escaped, text))
        if "%" in text:
            text = unquote(text)
        if "&" in text:
            text = html.unescape(text)
        if text == before:
            break
    return text


def _escaped(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else " "


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")


def _from_base64(text: str) -> Iterator[str]:
    """Texts that are written in base64, as in `data:` addresses."""
    for found in _BASE64.finditer(text):
        word = found[0].rstrip("=").translate(str.maketrans("-_", "+/"))
        try:
            plain = base64.b64decode(word + "=" * (-len(word) % 4)).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
        if plain.isprintable() or "\n" in plain:
            yield plain
