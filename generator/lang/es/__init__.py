"""Spanish."""

from __future__ import annotations

from generator.lang.es.claims import CLAIMS
from generator.lang.es.context import CONTEXT
from generator.lang.es.figures import FIGURES
from generator.lang.es.sentences import SENTENCES
from generator.lang.es.status import NOWADAYS, REPORTING, STATUS, UNEVENTFUL
from generator.lang.es.times import TIMES
from generator.lang.es.words import GRAMMAR, STOP_WORDS
from generator.lang.language import Language

SPANISH = Language(
    code="es",
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
