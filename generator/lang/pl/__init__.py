"""Polish."""

from __future__ import annotations

from generator.lang.language import Language
from generator.lang.pl.claims import CLAIMS
from generator.lang.pl.context import CONTEXT
from generator.lang.pl.declensions import DECLENSIONS
from generator.lang.pl.figures import FIGURES
from generator.lang.pl.sentences import SENTENCES
from generator.lang.pl.status import NOWADAYS, REPORTING, STATUS, UNEVENTFUL
from generator.lang.pl.times import TIMES
from generator.lang.pl.words import GRAMMAR

POLISH = Language(
    code="pl",
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
    declensions=DECLENSIONS,
)
