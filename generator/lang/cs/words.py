"""Czech: words of grammar, which a search need not find."""

from __future__ import annotations

from generator.lang.words import words

GRAMMAR = words(
    """a i o u v ve na do od z ze k ke s se si je jsou byl byla bylo být že by to ten ta ty po při
    pro před ale nebo jak jako který která které už jen tak též"""
)
