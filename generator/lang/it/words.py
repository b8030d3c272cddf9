"""Italian: words of grammar."""

from __future__ import annotations

from generator.lang.words import words

GRAMMAR = words(
    """il lo la i gli le un uno una di del dello della dei degli delle a al alla in nel nella con
    per su da dal dalla e o che chi dove quando come quale è era fu sono ha hanno si suo sua"""
)
