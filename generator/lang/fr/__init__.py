"""French: sentences alone."""

from __future__ import annotations

from generator.lang.fr.sentences import SENTENCES
from generator.lang.language import Language

FRENCH = Language(code="fr", sentences=SENTENCES)
