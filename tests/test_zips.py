"""Archives, XML and libraries from anybody: what is refused, and why."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.read.extras import optional
from generator.read.refused import Refused
from generator.read.xml import parse_xml
from generator.read.zips import open_zip, packed, safe_name


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members:
            file.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a/b.xml", "a/b.xml"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Users\\a.txt", "Users/a.txt"),
        ("a/./b/../c", "a/b/c"),
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("..", ""),
    ],
)
def test_names_lead_nowhere_else(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_members_are_read_by_their_safe_names() -> None:
    archive = open_zip(zipped(("../a.txt", b"one"), ("b/", b""), ("b/c.txt", b"two")))
    assert archive.names == ("a.txt", "b/c.txt")
    assert "a.txt" in archive
    assert archive.read("a.txt") == b"one"
    with pytest.raises(Refused, match="missing"):
        archive.read("d.txt")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped(("a.xml", bytes(25_000_000)))
    assert len(bomb) < 50_000
    with pytest.raises(Refused, match="50 times"):
        open_zip(bomb)


def test_what_compresses_well_is_no_bomb() -> None:
    assert open_zip(zipped(("a.xml", bytes(1_000_000)))).read("a.xml") == bytes(1_000_000)


def test_a_size_that_is_a_lie_is_noticed() -> None:
    """The sizes in the directory say 10 bytes; a million come out."""
    data = bytearray(zipped(("a.xml", bytes(1_000_000))))
    start = data.index(b"PK\x01\x02")
    data[start + 24 : start + 28] = (10).to_bytes(4, "little")
    with pytest.raises(Refused, match="Damaged"):
        open_zip(bytes(data)).read("a.xml")


def test_too_many_members() -> None:
    with pytest.raises(Refused, match="10,000 files"):
        open_zip(zipped(*((str(n), b"") for n in range(10_001))))


def test_protected_members() -> None:
    data = bytearray(zipped(("a.xml", b"words")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    with pytest.raises(Refused, match="password"):
        open_zip(bytes(data)).read("a.xml")


@pytest.mark.parametrize("cut", [0, 3, 30, 60, 100])
def test_damaged_archives(cut: int) -> None:
    whole = zipped(("a.xml", b"words " * 100))
    with pytest.raises(Refused):
        open_zip(whole[:cut]).read("a.xml")


def test_packed_is_opened_again() -> None:
    parts = {"a": b"1", "b/c": b"2"}
    archive = open_zip(packed(parts))
    assert {name: archive.read(name) for name in archive.names} == parts
    assert packed(parts) == packed(parts)


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
PASSWD = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'


@pytest.mark.parametrize("data", [LAUGHS, PASSWD, LAUGHS.decode().encode("utf-16")])
def test_entities_are_refused_or_not_resolved(data: bytes) -> None:
    with pytest.raises(Refused, match="DOCTYPE"):
        parse_xml(data)
    assert "".join(parse_xml(data, doctype=True).itertext()) in ("&b;", "&f;")


@pytest.mark.parametrize(
    "data", [b"", b"<x>", b"no xml", b"<x>" * 100_000, b"<x>" * 300 + b"</x>" * 300]
)
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="XML"):
        parse_xml(data)


def test_a_missing_library_says_how_to_install_it() -> None:
    with pytest.raises(Refused, match=r"Needs nobody-has-it") as error:
        optional("nobody_has_it", "nobody-has-it", "mail")
    assert error.value.hint == 'Install it: pip install "sourcebook[mail]".'
    assert optional("json", "json", "mail").loads("1") == 1
