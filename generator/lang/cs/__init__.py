"""Czech: sentences, and the forms of names."""

from __future__ import annotations

from generator.lang.cs.declensions import DECLENSIONS
from generator.lang.cs.sentences import SENTENCES
from generator.lang.cs.words import GRAMMAR
from generator.lang.language import Language

CZECH = Language(code="cs", sentences=SENTENCES, grammar=GRAMMAR, declensions=DECLENSIONS)
