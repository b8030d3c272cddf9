"""English."""

from __future__ import annotations

from generator.lang.en.claims import CLAIMS
from generator.lang.en.context import CONTEXT
from generator.lang.en.figures import FIGURES
from generator.lang.en.names import DEMONYMS, NAMES, PERSONS, ROLES
from generator.lang.en.nowadays import NOWADAYS
from generator.lang.en.organisations import ORGANISATIONS
from generator.lang.en.places import PLACES
from generator.lang.en.sentences import SENTENCES
from generator.lang.en.status import REPORTING, STATUS, UNEVENTFUL
from generator.lang.en.time_words import MONTHS
from generator.lang.en.times import TIMES
from generator.lang.en.words import ENDINGS, GRAMMAR, STOP_WORDS
from generator.lang.language import Language

ENGLISH = Language(
    code="en",
    sentences=SENTENCES,
    times=TIMES,
    status=STATUS,
    reporting=REPORTING,
    uneventful=UNEVENTFUL,
    nowadays=NOWADAYS,
    context=CONTEXT,
    figures=FIGURES,
    claims=CLAIMS,
    names=NAMES,
    roles=ROLES,
    demonyms=DEMONYMS,
    persons=PERSONS,
    organisations=ORGANISATIONS,
    places=PLACES,
    stop_words=STOP_WORDS,
    grammar=GRAMMAR,
    word_endings=ENDINGS,
    months=tuple(map(str.capitalize, MONTHS)),
)
