"""German: sentences alone."""

from __future__ import annotations

from generator.lang.de.sentences import SENTENCES
from generator.lang.language import Language

GERMAN = Language(code="de", sentences=SENTENCES)
