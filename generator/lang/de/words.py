"""German: words that say nothing about what a sentence is about, and those of grammar."""

from __future__ import annotations

from generator.lang.words import words

STOP_WORDS = words(
    "der das den dem des und ein eine einen einem einer von vom mit für ist sind wurde auf nach bei"
)
GRAMMAR = words(
    """der die das den dem des ein eine einen einem einer eines und oder in im an am auf aus bei
    mit nach von vom zu zum zur für über wer was wann wo wie warum welche welcher welches ist
    war sind waren hat haben hatte er sie es ihr ihre sein seine"""
)
