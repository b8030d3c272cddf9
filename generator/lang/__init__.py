"""Languages: the words and rules that are particular to each, as data.

A language is a folder here, a line in `LANGUAGES`, and cases in `tests/cases`. `Language`
(`generator.lang.language`) names every field; only `code` and `sentences` are required, and each
further field makes something work in that language:

    sentences   where sentences end
    times       time expressions
    status      whether something was done, planned, uncertain or denied
    reporting   which dates are those of the report
    uneventful  which dates tell of nothing that happened
    nowadays    where "today" means these days
    context     which sentences do not make sense alone
    counts      figures and what they count
    names …     names, roles, demonyms, persons, organisations, places: what words say of names
    declensions how names end in each case
    stop_words  which sentences are about the same event

Nothing outside this folder holds words of a language; a test checks this. The stages look a
language up with `language_of`. Where texts are compared with each other, as for names and events,
the words of all `LANGUAGES` count.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.lang.cs import CZECH
from generator.lang.de import GERMAN
from generator.lang.en import ENGLISH
from generator.lang.es import SPANISH
from generator.lang.fr import FRENCH
from generator.lang.it import ITALIAN
from generator.lang.language import Language
from generator.lang.pl import POLISH
from generator.lang.pt import PORTUGUESE
from generator.lang.ru import RUSSIAN
from generator.lang.uk import UKRAINIAN
from generator.model import base_language

LANGUAGES: Mapping[str, Language] = {
    "en": ENGLISH,
    "de": GERMAN,
    "es": SPANISH,
    "fr": FRENCH,
    "it": ITALIAN,
    "pl": POLISH,
    "pt": PORTUGUESE,
    "ru": RUSSIAN,
    "cs": CZECH,
    "uk": UKRAINIAN,
}
# Names in a text are found by our own tagger in this language alone.
TAGGED = "en"
# Of any other language nothing is known, but full stops are much the same everywhere.
UNKNOWN = Language(code="", sentences=ENGLISH.sentences)


def language_of(code: str) -> Language:
    """The language of a code such as "en" or "es-MX"; `UNKNOWN` where we have no rules for it."""
    return LANGUAGES.get(base_language(code), UNKNOWN)


__all__ = ["LANGUAGES", "TAGGED", "UNKNOWN", "Language", "language_of"]
