"""What a sentence must have to report a saying, seen at a glance.

Most sentences report none, and to cut them into tokens and look at these takes far longer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.lang import language_of
from generator.lang.words import any_of

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of a language for sayings.

    words: verbs and participles, in small letters
    groups: finds every group of words that says so together ("according to")
    """

    words: frozenset[str]
    groups: re.Pattern[str]

    def has_group(self, sentence: str) -> bool:
        """Whether a sentence has such a group of words."""
        return self.groups.search(sentence) is not None

    def has_word(self, sentence: str) -> bool:
        """Whether a sentence has such a verb or participle."""
        return not self.words.isdisjoint(_WORD.findall(sentence.lower()))


@cache
def cues_of(language: str) -> Cues:
    """The cues of a language."""
    words = language_of(language).claims
    groups = any_of([*words.phrases, words.intends, words.put_at])
    return Cues(
        frozenset((*words.verbs, *words.participles)),
        re.compile(rf"\b(?:{groups}|(?i:{words.according}))"),
    )
