"""Letters that were read in a wrong encoding and saved so: "BeyoncÃ©" for "Beyoncé".

Each byte of such a letter's UTF-8 was taken for a character of windows-1252. Whether "Ã©" is one
letter or two depends on what stands beside it: a capital of that kind follows no small letter, and
the sign after it is followed by none. What is certain once in a text holds for all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LETTER_SIGNS = "ƒŠŒŽšœžŸ"
_SIGNS = f"\x80-\xbf€‚„…†‡ˆ‰‹‘’“”•–—˜™›{_LETTER_SIGNS}"
_BROKEN = re.compile(f"[Â-ÖØ-Þ][{_SIGNS}]|[à-ï][{_SIGNS}]{{2}}|[ð-ô][{_SIGNS}]{{3}}")
# Both halves set apart, as by a program that took them for a word and a sign: "FranÃ § ois".
_APART = re.compile("(?<=[^\\W\\d_])Ã (?:(©)|([\xa1-\xbf])(?: (?=[a-z]))?)")
_PUNCTUATION = re.compile(f"â[€‚„ˆ†][{_SIGNS}]")  # "â€™" and the like
_WESTERN = frozenset("ÂÃâ")
_RUN = 3  # broken letters side by side that cannot be anything else ("Ð¼Ð¸Ñ€")
_HINT = "Save the file as UTF-8 to be rid of this warning."


def mended_letters(text: str) -> tuple[str, tuple[tuple[int, str, str], ...]]:
    """The text with broken letters mended; the offset of the first, a message and a hint if any."""
    if text.isascii():
        return text, ()
    text = _APART.sub(r"Ã\1\2", text)
    found = [match for match in _BROKEN.finditer(text) if _letter(match[0])]
    first_signs = {match[0][0] for match in _certain(text, found)}
    if first_signs & _WESTERN:
        first_signs |= _WESTERN
    broken = [match for match in found if match[0][0] in first_signs]
    if not broken:
        return text, ()
    parts = []
    end = 0
    for match in broken:
        parts += [text[end : match.start()], _letter(match[0])]
        end = match.end()
    signs, letter = broken[0][0], _letter(broken[0][0])
    message = f"Contains broken letters (“{signs}” for “{letter}”); they were mended."
    return "".join((*parts, text[end:])), ((broken[0].start(), message, _HINT),)


def _letter(signs: str) -> str:
    """The character whose bytes these are, "" if there is none."""
    try:
        # Those that windows-1252 leaves open stay as they are.
        data = b"".join(bytes([ord(s)]) if s <= "\xff" else s.encode("cp1252") for s in signs)
        letter = data.decode()
    except UnicodeError:
        return ""
    return letter if letter.isprintable() or letter.isspace() else ""


def _certain(text: str, found: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those that can be nothing but broken letters."""
    run: list[re.Match[str]] = []
    for match in found:
        run = [*run[1 - _RUN :], match] if run and run[-1].end() == match.start() else [match]
        if len(run) == _RUN:
            yield from run
        elif _PUNCTUATION.match(match[0]) or _stands_like_one(text, match):
            yield match


def _stands_like_one(text: str, match: re.Match[str]) -> bool:
    """Whether two signs can only be one letter, by what stands right beside them."""
    if len(match[0]) > 2:
        return False
    before = text[match.start() - 1] if match.start() else ""
    sign = match[0][1]
    if sign in "‘’“”–—…›":
        return False  # quotation marks and dashes stand beside any letter
    if before.islower() or (before.isdigit() and match[0][0] == "Â"):
        return True
    return sign not in _LETTER_SIGNS and text[match.end() : match.end() + 1].isalpha()
