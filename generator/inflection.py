"""The forms of names in languages that have cases: "Москве" and "Москвы" are "Москва".

A declension (`Language.declensions`) says with what a word ends in each case. The words of a name
that change are in one case: either all of them, or the first few, as in the name of a ministry, or
the last alone, as in "Нью-Йорке". More forms are made than there are; they are looked up, never
shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from generator.lang import LANGUAGES
from generator.model import base_language

_PARTS = re.compile(r"[^\W_]+|[\W_]+")
_STEM = 2  # letters that the endings leave at least, and one more where nothing stands for a case
_WORDS = 6  # of a longer name no forms are made
_MOST = 400  # forms of one name; no real one has nearly so many
_NOTHING = "_"


class Inflector:
    """The forms of names in one language."""

    def __init__(self, declensions: Sequence[str]) -> None:
        self._endings: dict[str, list[tuple[str, ...]]] = {}
        for declension in declensions:
            base, *cases = (ending.replace(_NOTHING, "") for ending in declension.split())
            self._endings.setdefault(base, []).append(tuple(cases))
        self._cases = max((len(d.split()) - 1 for d in declensions), default=0)
        self._cyrillic = any(map(_is_cyrillic, "".join(declensions)))
        self._longest = max(map(len, self._endings), default=0)

    def forms(self, name: str) -> frozenset[str]:
        """The forms of a name in its base form, other than that; none of a very long one."""
        parts = _PARTS.findall(name)
        places = [k for k, part in enumerate(parts) if part[0].isalnum()]
        if not places or len(places) > _WORDS:
            return frozenset()
        table = {k: self._of_word(parts[k]) for k in places}
        found: dict[str, None] = {}
        for changing in _changing(places):
            for case in range(self._cases):
                options = [
                    table[k].get(case) or (parts[k],) if k in changing else (parts[k],)
                    for k in range(len(parts))
                ]
                for form in product(*options):
                    found["".join(form)] = None
                    if len(found) >= _MOST:
                        return frozenset(found) - {name}
        return frozenset(found) - {name}

    def _of_word(self, word: str) -> Mapping[int, Sequence[str]]:
        """The forms of a word, by case."""
        found: dict[int, dict[str, None]] = {}
        if _is_cyrillic(word[-1]) != self._cyrillic:
            return {}
        for length in range(min(self._longest, len(word) - _STEM) + 1):
            base = word[len(word) - length :]
            stem = word[: len(word) - length]
            if len(stem) < _STEM + (not base):
                continue
            for endings in self._endings.get(base, ()):
                for case, ending in enumerate(endings):
                    found.setdefault(case, {})[stem + ending] = None
        return {case: tuple(forms) for case, forms in found.items()}


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"


def _changing(places: Sequence[int]) -> Iterator[frozenset[int]]:
    """Which of the words of a name may change together."""
    for last in range(len(places), 0, -1):
        yield frozenset(places[:last])
    if len(places) > 1:
        yield frozenset(places[-1:])


def inflectors(languages: Iterable[str]) -> Mapping[str, Inflector]:
    """Of these languages those that have cases, by their codes, in alphabetical order."""
    codes = sorted({base_language(language) for language in languages})
    return {
        code: Inflector(LANGUAGES[code].declensions)
        for code in codes
        if code in LANGUAGES and LANGUAGES[code].declensions
    }
