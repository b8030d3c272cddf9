"""English: words that say nothing about what a sentence is about."""

from __future__ import annotations

from generator.lang.en.time_words import MONTHS, WEEKDAYS
from generator.lang.words import words

STOP_WORDS = frozenset((*MONTHS, *WEEKDAYS)) | words(
    """the and for that with this from were was are has have had his her its their them they who
    which been will would could should not but also about after before into over more most than
    said says say told reported reports according people person one two three four five six seven
    eight nine ten least today yesterday tomorrow day days week weeks month months year years time
    when where while during since until later earlier"""
)
ENDINGS = "['’]s|ings?|ed|es|s"
