"""Which old encoding a text is in, if nothing says so.

Read in a wrong encoding, words have symbols and capitals inside them, or letters of two scripts. Of
the encodings that make the fewest such words, charset-normalizer finds the likeliest by how often
letters follow each other in languages. Texts of few words stay uncertain.
"""

from __future__ import annotations

from charset_normalizer import from_bytes

from generator.read.encodings import UTF8, Encoding, encoding_named

PACKAGES = ("charset-normalizer",)  # distributions whose versions can change the text

# The most common first. The last are of DOS; no page declares them.
_LABELS = ("windows-1252", "windows-1251", "windows-1250", "koi8-r", "shift_jis", "euc-jp",
           "gb18030", "big5", "euc-kr", "windows-1253", "windows-1254", "windows-1255",
           "windows-1256", "koi8-u", "ibm866", "x-mac-cyrillic", "macintosh", "iso-8859-2",
           "iso-8859-5", "iso-8859-6", "tis-620")  # fmt: skip
_DOS = (Encoding("IBM850", ("cp850",)), Encoding("IBM852", ("cp852",)))
_HEAD = 20_000  # characters that are looked at
_MOST_CHAOS = 0.5  # charset-normalizer's own limit, 0.2, is too strict for a few words
_WITHIN = frozenset("’‘‐‑–—…\u00ad")  # what may be between two letters
_LATIN = "\u0370"  # letters before it are Latin


def guess(data: bytes) -> Encoding:
    """The likeliest encoding; of equally likely ones the most common."""
    known = [encoding_named(label) or UTF8 for label in _LABELS]
    encodings = {e.codecs[0]: e for e in (*known, *_DOS)}
    order = {name: n for n, name in enumerate(encodings)}
    # The head of a page and its scripts say nothing.
    lines = b"\n".join(line for line in data.split(b"\n") if not line.isascii())
    matches = from_bytes(lines, cp_isolation=list(encodings), threshold=_MOST_CHAOS)
    ranked = sorted(
        (
            round(_flaws(str(m)[:_HEAD]), 1),
            m.chaos,
            -m.coherence,
            min(order.get(name, 99) for name in m.could_be_from_charset),  # all have the same text
        )
        for m in matches
    )
    return [*encodings.values()][ranked[0][-1] if ranked else 0]


def _flaws(text: str) -> float:
    """The flawed pairs and triples of characters for each character beyond ASCII."""
    beyond = sum(not c.isascii() for c in text)
    flawed = sum(
        _is_flawed(a, b, c)
        for a, b, c in zip(text, text[1:], text[2:] + " ", strict=False)
        if not (a.isascii() and b.isascii())
    )
    return flawed / max(1, beyond)


def _is_flawed(before: str, character: str, after: str) -> bool:
    """Whether no word has these in a row; only words of scripts with capitals are judged."""
    if not _is_cased(before):
        return False
    if _is_cased(character):
        mixed = (before < _LATIN) != (character < _LATIN)
        inner_capital = character.isupper() and (before.islower() or after.islower())
        return mixed or inner_capital
    if character.isalpha():
        return True
    return not character.isspace() and character not in _WITHIN and _is_cased(after)


def _is_cased(character: str) -> bool:
    return character.islower() or character.isupper()
