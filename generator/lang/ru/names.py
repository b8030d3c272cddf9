"""Russian: how names of people are written in Latin letters."""

from __future__ import annotations

from generator.lang.language import PersonWords

# "Юрий" is Yuri, Yury and Yuriy.
PERSONS = PersonWords(latin_endings="iy|yi|ij|yy|ii|y")
