"""Which characters a text may have, and one way to write each.

`clean` leaves what HTML and XML can carry. Line ends become "\\n", control characters a space, and
what a terminal or a typewriter makes of several characters ("\\x1b[1m", a letter typed twice) is
left out. The two halves of a character that JSON writes as two escapes are joined; a half alone
becomes U+FFFD.

`normalised` writes the same words in the same way: letters with their accents as one character
(NFC), without soft hyphens and without characters of no width. It is for running text and for
values, not for markup, in which a combining mark may follow a tag.
"""

from __future__ import annotations

import html
import re
import unicodedata

_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_PAGE_BREAK = re.compile("[\x0b\x0c]")  # a line break in a word processor is the first of them
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")
# XML 1.0, production 2: the feed cannot contain anything else. C1 controls have no meaning.
_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
_UNFIT_RUN = re.compile(f"{_UNFIT.pattern}+")
_SEPARATOR = re.compile("[\x1c-\x1f]")
# Colours and the like (ECMA-48, 5.4), and bold or underlined letters of a typewriter.
_ESCAPE = re.compile("\x1b\\[[0-?]{0,20}[ -/]{0,5}[@-~]")
_TYPED_OVER = re.compile("(\\S)\x08(?=\\1)|_\x08(?=\\S)")
_MOST_NAMED = 3
_REFERENCE = re.compile("&(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,8});", re.IGNORECASE)
_SELECTORS = range(0xE0100, 0xE01F0)  # variation selectors: printable marks without a shape
# Where a joiner shapes the letters beside it: in scripts whose letters are joined or stacked, and
# between emojis. Where words are not set apart by spaces, one of no width tells them apart.
_JOINED = "\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc"
_UNSPACED = "\u0e00-\u109f\u1780-\u17ff"
_EMOJI = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_NO_WIDTH = re.compile(
    f"((?<=[{_JOINED}])[\u200c\u200d]+|(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])|(?<=[{_UNSPACED}])\u200b)"
    "|\u00ad[ \t]*\n[ \t]*|[\u00ad\u200b-\u200d\u2060\ufeff]+"
)


def clean(text: str, page_break: str = " ") -> str:
    """The text with line ends as "\\n" and without characters that a page cannot contain.

    page_break: what stands for one; a line of metadata must not end there
    """
    if "\x1b" in text or "\x08" in text:
        text = _TYPED_OVER.sub("", _ESCAPE.sub("", text))
    text = _SEPARATOR.sub(" ", _PAGE_BREAK.sub(page_break, _LINE_END.sub("\n", text)))
    text = _HALF.sub("\ufffd", _joined(_UNFIT_RUN.sub(_space, text)))
    return text.replace("\ufeff", "")


def normalised(text: str) -> str:
    """Clean text with each character written in one way."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _NO_WIDTH.sub(r"\1", text))


def without_width(text: str) -> tuple[str, list[int]]:
    """A text without the characters of no width, and the offset of each other one in it."""
    kept: list[int] = []
    at = 0
    for found in _NO_WIDTH.finditer(text):
        if not found[1]:
            kept += range(at, found.start())
            at = found.end()
    kept += range(at, len(text))
    return "".join(map(text.__getitem__, kept)), kept


def is_clean(text: str) -> bool:
    """Whether a text is such as `clean` leaves it."""
    # Most text is printable, which is known thirty times as fast.
    return text.replace("\n", " ").isprintable() or clean(text) == text


def losses(text: str) -> tuple[tuple[int, str, str], ...]:
    """What `clean` cannot keep of a text: for each kind its offset, a message, a hint."""
    found = []
    unfit = list(_UNFIT.finditer(text))
    if unfit:
        message = f"Contains control characters ({_named(unfit)}); shown as spaces."
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


def _space(controls: re.Match[str]) -> str:
    """A space, or "" where there is one already or what follows closes a sentence."""
    text = controls.string
    before, after = (
        text[max(0, controls.start() - 1) : controls.start()],
        text[controls.end() : controls.end() + 1],
    )
    return "" if not before.strip() or not after.strip() or after in ".,;:!?" else " "


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
