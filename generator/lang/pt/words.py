"""Portuguese: words that say nothing about what a sentence is about, and those of grammar."""

from __future__ import annotations

from generator.lang.words import words

STOP_WORDS = words(
    "os uma que dos das pelo pela com para foi foram são mais este esta seus suas como segundo não"
)
GRAMMAR = words(
    """o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às por pelo pela com
    para e ou que quem quando onde como qual quais é são foi eram era ter se seu sua seus suas"""
)
