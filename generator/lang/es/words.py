"""Spanish: words that say nothing about what a sentence is about."""

from __future__ import annotations

from generator.lang.words import words

STOP_WORDS = words("los las del que por con una para fue han más este esta sus como según")
