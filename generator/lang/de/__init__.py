"""German: sentences, and words of grammar."""

from __future__ import annotations

from generator.lang.de.sentences import SENTENCES
from generator.lang.de.words import GRAMMAR
from generator.lang.language import Language

GERMAN = Language(code="de", sentences=SENTENCES, grammar=GRAMMAR)
