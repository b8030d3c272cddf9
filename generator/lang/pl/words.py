"""Polish: words of grammar."""

from __future__ import annotations

from generator.lang.words import words

GRAMMAR = words(
    """i w we na z ze od do po o u za dla nie że co kto gdzie kiedy jak który która które to jest
    był była było byli być się jego jej ich on ona ono oni lub albo czy"""
)
