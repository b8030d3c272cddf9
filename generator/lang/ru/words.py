"""Russian: words of grammar."""

from __future__ import annotations

from generator.lang.words import words

GRAMMAR = words(
    """и в во на с со по к ко из у о об от за для не что кто где когда как какой какая какие это
    был была были быть его её их он она они или"""
)
