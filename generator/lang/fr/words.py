"""French: words that say nothing about what a sentence is about, and those of grammar."""

from __future__ import annotations

from generator.lang.words import words

STOP_WORDS = words("les des une que qui avec dans sont ont été cette ces ses sur selon aux")
GRAMMAR = words(
    """le la les l un une des du de d et ou à au aux en dans par pour sur avec que qui quoi quand
    où comment est était sont ont a il elle ils ce cette ces son sa ses leur leurs"""
)
