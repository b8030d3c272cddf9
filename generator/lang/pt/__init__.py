"""Portuguese."""

from __future__ import annotations

from generator.lang.language import Language
from generator.lang.pt.claims import CLAIMS
from generator.lang.pt.context import CONTEXT
from generator.lang.pt.figures import FIGURES
from generator.lang.pt.sentences import SENTENCES
from generator.lang.pt.status import NOWADAYS, REPORTING, STATUS, UNEVENTFUL
from generator.lang.pt.times import TIMES
from generator.lang.pt.words import GRAMMAR, STOP_WORDS

PORTUGUESE = Language(
    code="pt",
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
