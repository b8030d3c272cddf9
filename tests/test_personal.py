"""Telephone numbers and e-mail addresses in names of files."""

from __future__ import annotations

import pytest

from generator.personal import public_path, without_login
from generator.read.file_names import file_name


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("a/WhatsApp Chat with +44 7700 900123.txt", "a/WhatsApp Chat with +44 … 123.txt"),
        ("+447700900123/_chat.txt", "… 123/_chat.txt"),
        ("mail/ann.lee@example.org.mbox!/3/a.pdf", "mail/ann.lee@….mbox!/3/a.pdf"),
        ("ann@example.org", "ann@…"),
        ("C++ 2019 @home.txt", "C++ 2019 @home.txt"),
    ],
)
def test_paths(path: str, shown: str) -> None:
    assert public_path(path) == shown


def test_titles_and_addresses() -> None:
    assert file_name("2019-05-03 Letter to ann@example.org.pdf").title == "Letter to ann@…"


def test_web_addresses() -> None:
    assert without_login("https://ann:secret@example.org/a@b") == "https://example.org/a@b"
    assert without_login("https://example.org/@ann") == "https://example.org/@ann"
