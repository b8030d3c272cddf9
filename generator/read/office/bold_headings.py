"""Headings of Word documents that are only short paragraphs in bold type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from generator.read.office.package import child, elements, is_on

_WORDS = 16
_MOST = 3  # one after the other; more are an address or a list
_ENDS = ".,;-"
_WORD = re.compile(r"[^\W\d]{2}")


def bold_headings(root: Any) -> list[Any]:
    """The paragraphs of a part that look like headings; those in tables are cells."""
    body = child(root, "body")
    paragraphs = [] if body is None else list(body.iterchildren("{*}p", "{*}tbl"))
    paragraphs = [one for one in paragraphs if one.tag.endswith("}tbl") or _text(one)]
    found: list[Any] = []
    for bold, group in groupby(paragraphs, _is_bold):
        together = list(group)
        if bold and len(together) <= _MOST and not _is_list(together, paragraphs):
            found += together
    return found


def _text(paragraph: Any) -> str:
    return "".join(text.text or "" for text in elements(paragraph, "t")).strip()


def _is_bold(paragraph: Any) -> bool:
    if not paragraph.tag.endswith("}p"):
        return False
    text = _text(paragraph)
    if len(text.split()) > _WORDS or text[-1] in _ENDS or text[0].islower():
        return False
    runs = [run for run in elements(paragraph, "r") if _text(run)]
    return bool(_WORD.search(text)) and all(_has_bold(run) for run in runs)


def _has_bold(run: Any) -> bool:
    properties = child(run, "rPr")
    return properties is not None and is_on(child(properties, "b"))


def _is_list(together: Sequence[Any], paragraphs: Sequence[Any]) -> bool:
    """Whether bold paragraphs are items: numbered ones that stand beside others."""
    first, last = paragraphs.index(together[0]), paragraphs.index(together[-1])
    beside = [*paragraphs[max(first - 1, 0) : first], *together[1:], *paragraphs[last + 1 :][:1]]
    return any(map(_number, together)) and any(map(_number, beside))


def _number(paragraph: Any) -> bool:
    properties = child(paragraph, "pPr")
    return properties is not None and child(properties, "numPr") is not None
