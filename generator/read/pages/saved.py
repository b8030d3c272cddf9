"""What the program that saved a page says at its head: the address, and when it was saved."""

from __future__ import annotations

import re

from generator.read.dates import given_date

_HEAD = 4000  # characters
# Browsers ("Mark of the Web"), and SingleFile.
_FROM = re.compile(
    r"<!--\s{0,9}saved from url=\(\d{1,6}\)(https?://[^\s<>]{1,2000})\s", re.IGNORECASE
)
_SINGLE = re.compile(
    r"<!--\s{1,9}Page saved with SingleFile\s{1,9}url:\s{0,9}(\S{1,2000})"
    r"(?:\s{1,9}saved date:\s{0,9}\w{3} (\w{3} \d{1,2} \d{4}))?"
)
# What pages have within themselves: pictures, fonts.
_DATA = re.compile(r"data:[a-z]{1,20}/[\w.+-]{1,60}(?:;[\w=-]{1,40}){0,3};base64,[\w+/=%\s]{100,}+")


def saved(text: str) -> dict[str, object]:
    """The address of a saved page, and the day on which it was captured, by their keys."""
    head = text[:_HEAD]
    if found := _FROM.search(head):
        return {"url": found[1]}
    found = _SINGLE.search(head)
    if not found:
        return {}
    day = given_date(found[2]) if found[2] else None
    return {"url": found[1], **({"captured": day.date} if day else {})}


def without_data(text: str) -> str:
    """The text without the pictures and fonts in it."""
    return _DATA.sub("data:,", text) if ";base64," in text else text
