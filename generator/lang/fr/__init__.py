"""French."""

from __future__ import annotations

from generator.lang.fr.claims import CLAIMS
from generator.lang.fr.context import CONTEXT
from generator.lang.fr.figures import FIGURES
from generator.lang.fr.sentences import SENTENCES
from generator.lang.fr.status import NOWADAYS, REPORTING, STATUS, UNEVENTFUL
from generator.lang.fr.times import TIMES
from generator.lang.fr.words import GRAMMAR, STOP_WORDS
from generator.lang.language import Language

FRENCH = Language(
    code="fr",
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
