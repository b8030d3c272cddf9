"""Tags with thousands of attributes, which HTML parsers compare each with all others."""

from __future__ import annotations

import re

_MOST = 1_000
# A tag up to its end, or a comment, as browsers take them apart: quotation marks count only after
# "=". One that is not closed reaches to the end of the text, so that each is gone through once.
_TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)|<([a-zA-Z][^\s/>]*+)((?:=\s*+(?:"[^"]*+"?|'[^']*+'?)|[^>=]++|=)*+)>?""",
    re.DOTALL,
)
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"']*+)""")
_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}


def without_long_tags(text: str) -> tuple[str, int]:
    """The text of a page in which tags with more than a thousand attributes have none, and the
    line of the first such tag, 0 if there is none.
    """
    parts: list[str] = []
    first = done = place = 0
    while found := _TAG.search(text, place):
        place = found.end()
        name, attributes = found.group(1), found.group(2)
        if name is None:
            continue
        if len(attributes) > 2 * _MOST and _number(attributes) > _MOST:
            first = first or text.count("\n", 0, found.start()) + 1
            parts += [text[done : found.start()], f"<{name}>"]
            done = place
        if name.lower() in _RAW:
            end = _RAW[name.lower()].search(text, place)
            place = end.start() if end else len(text)
    return "".join([*parts, text[done:]]), first


def _number(attributes: str) -> int:
    """How many attributes there are, at most."""
    names = _VALUE.sub(" ", attributes).replace("/", " ")
    return len(names.split())
