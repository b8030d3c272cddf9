"""German."""

from __future__ import annotations

from generator.lang.de.claims import CLAIMS
from generator.lang.de.context import CONTEXT
from generator.lang.de.figures import FIGURES
from generator.lang.de.sentences import SENTENCES
from generator.lang.de.status import NOWADAYS, REPORTING, STATUS, UNEVENTFUL
from generator.lang.de.times import TIMES
from generator.lang.de.words import GRAMMAR, STOP_WORDS
from generator.lang.language import Language

GERMAN = Language(
    code="de",
    sentences=SENTENCES,
    times=TIMES,
    status=STATUS,
    reporting=REPORTING,
    uneventful=UNEVENTFUL,
    nowadays=NOWADAYS,
    context=CONTEXT,
    figures=FIGURES,
    claims=CLAIMS,
    stop_words=STOP_WORDS,
    grammar=GRAMMAR,
)
