"""English: words that say nothing about what a sentence is about, and those of grammar."""

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
GRAMMAR = words(
    """a an the of in on at to by for from with and or as is was were are be been has have had do
    does did can could will would who whom whose what when where which why how that this these
    those it its he she they his her their i we you there about into than"""
)
ENDINGS = "['’]s|ings?|ed|es|s"
