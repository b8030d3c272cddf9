"""Which characters a text may have: those that HTML and XML can carry.

Everything that can be shown stays as it is. Line ends become "\\n". The two halves of a character
that JSON writes as two escapes are joined; a half alone becomes U+FFFD. Control characters are left
out, except that those which separate words become a space.
"""

from __future__ import annotations

import html
import re
import unicodedata

_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_SEPARATOR = re.compile("[\x0b\x0c\x1c-\x1f]")  # a page break, for one
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")
# XML 1.0, production 2: the feed cannot contain anything else. C1 controls have no meaning.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
_MOST_NAMED = 3
_REFERENCE = re.compile("&(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,8});", re.IGNORECASE)
_SELECTORS = range(0xE0100, 0xE01F0)  # variation selectors: printable marks without a shape


def clean(text: str) -> str:
    """The text with line ends as "\\n" and without characters that a page cannot contain."""
    text = _SEPARATOR.sub(" ", _LINE_END.sub("\n", text))
    return _HALF.sub("\ufffd", _joined(_UNFIT.sub("", text))).replace("\ufeff", "")


def is_clean(text: str) -> bool:
    """Whether a text is such as `clean` leaves it."""
    # Most text is printable, which is known thirty times as fast.
    return text.replace("\n", " ").isprintable() or clean(text) == text


def losses(text: str) -> tuple[tuple[int, str, str], ...]:
    """What `clean` cannot keep of a text: for each kind its offset, a message, a hint."""
    found = []
    unfit = list(_UNFIT.finditer(text))
    if unfit:
        message = f"Contains control characters ({_named(unfit)}); they were left out."
        found.append((unfit[0].start(), message, "Check whether it is damaged."))
    joined = _joined(text)
    halves = list(_HALF.finditer(joined))
    if halves:
        message = f"Contains half of a character ({_named(halves)}); shown as \ufffd."
        found.append((halves[0].start(), message, "Write the whole character."))
    return tuple(found)


def is_visible(character: str) -> bool:
    """Whether a character is more than a space, a joiner or a direction; private ones may be."""
    private = "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000"
    return private or unicodedata.category(character)[0] not in "CZ"


def with_characters(markup: str) -> str:
    """HTML with characters in place of the references to those beyond ASCII, as browsers see them.

    Parsers differ on those that browsers correct: "&#146;" means an apostrophe of windows-1252.
    """
    return _REFERENCE.sub(_referred, markup)


def _referred(reference: re.Match[str]) -> str:
    character = html.unescape(reference[0])
    return reference[0] if character.isascii() else character


def stand_ins(text: str) -> dict[int, str]:
    """For each invisible character, a mark that the text does not have, for `str.translate`.

    Libraries that extract texts leave out what is not printable, and with it the joiners that
    Persian words and emojis of families need.
    """
    hidden = sorted(c for c in set(text) if not (c.isprintable() or c.isspace()))
    free = (chr(code) for code in _SELECTORS if chr(code) not in text)
    return {ord(c): mark for c, mark in zip(hidden, free, strict=False)}


def _joined(text: str) -> str:
    """The text with pairs of halves as one character."""
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def _named(found: list[re.Match[str]]) -> str:
    """The code points of the first few characters, each once."""
    names = dict.fromkeys("NUL" if m[0] == "\0" else f"U+{ord(m[0]):04X}" for m in found)
    more = ", …" if len(names) > _MOST_NAMED else ""
    return ", ".join(list(names)[:_MOST_NAMED]) + more
