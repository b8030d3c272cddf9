"""French: sentences, and words of grammar."""

from __future__ import annotations

from generator.lang.fr.sentences import SENTENCES
from generator.lang.fr.times import TIMES
from generator.lang.fr.words import GRAMMAR
from generator.lang.language import Language

FRENCH = Language(code="fr", sentences=SENTENCES, times=TIMES, grammar=GRAMMAR)
