"""What is nobody's business in names of files and web addresses: numbers, addresses, passwords.

Programs call files after them ("WhatsApp Chat with +44 7700 900123.txt", "ann@example.org.mbox").
Shortened, they still tell people apart.
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\+\d[\d ()-]{6,22}\d")
_ADDRESS = re.compile(r"([\w.+-]{1,64})@(?:[\w-]{1,60}\.)+[a-z]{2,24}(?![\w.])", re.IGNORECASE)
_LOGIN = re.compile(r"^(https?://)[^/?#@]{0,300}@", re.IGNORECASE)
_ENDS = 3  # figures of a number that are shown


def short_number(text: str) -> str:
    """A telephone number with its country, if that is set apart, and its last figures."""
    digits = re.sub(r"\D", "", text)
    country = text.split()[0] if text.startswith("+") and " " in text else ""
    return f"{country} … {digits[-_ENDS:]}".strip()


def without_contacts(text: str) -> str:
    """A name without whole numbers and addresses."""
    if "+" in text:
        text = _NUMBER.sub(lambda found: short_number(found[0]), text)
    return _ADDRESS.sub(r"\1@…", text) if "@" in text else text


def without_login(url: str) -> str:
    """A web address without the name and the password of whoever used it."""
    return _LOGIN.sub(r"\1", url)


def public_path(path: str) -> str:
    """The path of a file as pages and data have it."""
    if "+" not in path and "@" not in path:
        return path
    return "/".join(map(_public_name, path.split("/")))


def _public_name(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    short = without_contacts(stem)
    return without_contacts(name) if short == stem else f"{short}{dot}{suffix}"
