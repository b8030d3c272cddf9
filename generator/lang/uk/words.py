"""Ukrainian: words of grammar, and the apostrophe within words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from generator.lang.words import words

Value = TypeVar("Value")

LETTER = "\u02bc"  # the apostrophe that counts as a letter

GRAMMAR = words(
    """і й та в у на з із зі по до к від о об за для не що хто де коли як який яка яке які це
    був була було були бути його її їх він вона воно вони або"""
)
# Of nouns and adjectives in all cases, for the search.
ENDINGS = words(
    """а я о е є и і ї у ю ь й ий ій ої єї ою ею єю ого ому его єму им їм ом ем єм их їх ах ях ам ям
    ів їв ові еві єві ими їми ами ями"""
)


def in_letters(table: Mapping[str, Value]) -> dict[str, Value]:
    """A table of times, whose words have the apostrophe that counts as a letter."""
    return {word.replace("'", LETTER): value for word, value in table.items()}


def in_all_forms(table: Mapping[str, Value]) -> dict[str, Value]:
    """A table with each word as it is written with any of three apostrophes."""
    return {
        word.replace("'", mark): value for word, value in table.items() for mark in f"'’{LETTER}"
    }
