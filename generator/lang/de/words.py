"""German: words of grammar."""

from __future__ import annotations

from generator.lang.words import words

GRAMMAR = words(
    """der die das den dem des ein eine einen einem einer eines und oder in im an am auf aus bei
    mit nach von vom zu zum zur für über wer was wann wo wie warum welche welcher welches ist
    war sind waren hat haben hatte er sie es ihr ihre sein seine"""
)
