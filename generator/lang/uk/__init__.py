"""Ukrainian."""

from __future__ import annotations

from generator.lang.language import Language
from generator.lang.uk.claims import CLAIMS
from generator.lang.uk.context import CONTEXT
from generator.lang.uk.declensions import DECLENSIONS
from generator.lang.uk.figures import FIGURES
from generator.lang.uk.sentences import SENTENCES
from generator.lang.uk.status import NOWADAYS, REPORTING, STATUS, UNEVENTFUL
from generator.lang.uk.times import TIMES
from generator.lang.uk.words import ENDINGS, GRAMMAR

UKRAINIAN = Language(
    code="uk",
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
    endings=ENDINGS,
)
