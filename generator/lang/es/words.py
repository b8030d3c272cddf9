"""Spanish: words that say nothing about what a sentence is about, and those of grammar."""

from __future__ import annotations

from generator.lang.words import words

STOP_WORDS = words("los las del que por con una para fue han más este esta sus como según")
GRAMMAR = words(
    """el la los las lo un una unos unas de del al a en con por para y o u que qué quién quiénes
    cuándo dónde cómo cuál cuáles es era fue son fueron ha han había se su sus como"""
)
