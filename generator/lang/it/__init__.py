"""Italian."""

from __future__ import annotations

from generator.lang.it.claims import CLAIMS
from generator.lang.it.context import CONTEXT
from generator.lang.it.figures import FIGURES
from generator.lang.it.sentences import SENTENCES
from generator.lang.it.status import NOWADAYS, REPORTING, STATUS, UNEVENTFUL
from generator.lang.it.times import TIMES
from generator.lang.it.words import GRAMMAR
from generator.lang.language import Language

ITALIAN = Language(
    code="it",
    sentences=SENTENCES,
    times=TIMES,
    status=STATUS,
    reporting=REPORTING,
    uneventful=UNEVENTFUL,
    nowadays=NOWADAYS,
    context=CONTEXT,
    figures=FIGURES,
    claims=CLAIMS,
    grammar=GRAMMAR,
)
