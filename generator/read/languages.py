"""The language of a document whose metadata do not give it.

A folder or a suffix can say it ("de/", "post.fr.md"). Otherwise it is detected, by py3langid, in
texts of at least three sentences; shorter ones are in the language of the project. What is detected
wins over a folder only where it is clearly another language: translations are often missing.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.lang.codes import PACKAGES as CODES
from generator.model import Passage, Reason, base_language, reason
from generator.read.file_names import FileName

PACKAGES = ("py3langid", *CODES)  # distributions whose versions can change languages

_FEWEST_SENTENCES = 3
_LONGEST = 4000  # characters that are looked at
# How much likelier a language must be than that of the folder or of the project, as the difference
# of logarithms: three short sentences differ by about 50 from the next language, names by 1.
_CLEARLY = 15.0
_AT_ALL = 4.0  # than any other
# Letters of the codes that are detected: languages with longer ones, such as Nigerian Pidgin, are
# mistaken for English too easily. They can be declared.
_CODE = 2
_NORWEGIAN = frozenset(("nb", "nn"))
_PROSE = ("paragraph", "quote", "item")


def detect(
    text: str, passages: tuple[Passage, ...], named: FileName, default: str
) -> tuple[str, Reason | None]:
    """The language of a text, and how it was found; None for the one of the project.

    named: what the file's name and its folders say
    default: of the project
    """
    hint = named.language
    expected = hint or default
    said = named.language_origin if hint else None
    prose = [passage for passage in passages if passage.kind in _PROSE]
    sentences = sum(len(passage.sentences) for passage in prose)
    few = sentences < _FEWEST_SENTENCES
    if few and not hint:
        return default, None
    found = _likeliest(" ".join(text[p.start : p.end] for p in prose[:200])[:_LONGEST], expected)
    if few:  # "my/" can be anything
        return (default, None) if found == base_language(default) else (expected, said)
    return (found, reason("whole-text")) if found else (expected, said)


def _likeliest(text: str, expected: str) -> str:
    """The language that a text is clearly in instead of the one expected; "" if it is in that."""
    base = base_language(expected)
    base = "no" if base in _NORWEGIAN else base
    ranked = _identifier().rank(text)
    scores = {code: score for code, score in ranked if len(code) == _CODE or code == base}
    best, second = sorted(scores, key=lambda code: (-round(scores[code], 2), code))[:2]
    if base not in scores or best == base:
        return ""
    clear = scores[best] - scores[base] >= _CLEARLY and scores[best] - scores[second] >= _AT_ALL
    return str(best) if clear else ""


@cache
def _identifier() -> Any:
    """The model, which takes a second to load."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
