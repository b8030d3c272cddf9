"""Russian."""

from __future__ import annotations

from generator.lang.language import Language
from generator.lang.ru.claims import CLAIMS
from generator.lang.ru.context import CONTEXT
from generator.lang.ru.declensions import DECLENSIONS
from generator.lang.ru.figures import FIGURES
from generator.lang.ru.names import PERSONS
from generator.lang.ru.sentences import SENTENCES
from generator.lang.ru.status import NOWADAYS, REPORTING, STATUS, UNEVENTFUL
from generator.lang.ru.times import TIMES
from generator.lang.ru.words import GRAMMAR

RUSSIAN = Language(
    code="ru",
    sentences=SENTENCES,
    times=TIMES,
    status=STATUS,
    reporting=REPORTING,
    uneventful=UNEVENTFUL,
    nowadays=NOWADAYS,
    context=CONTEXT,
    figures=FIGURES,
    claims=CLAIMS,
    persons=PERSONS,
    grammar=GRAMMAR,
    declensions=DECLENSIONS,
)
