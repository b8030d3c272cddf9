"""Phrases at the desk that are to be withheld: where they stand in the published words."""

from __future__ import annotations

from dataclasses import replace

from generator.desk.words import counted
from generator.model import Corpus, Redaction
from generator.redactions import redactor


def places_of(corpus: Corpus, redaction: Redaction) -> tuple[int, int]:
    """In how many places of how many sources the words of a line stand, titles counted."""
    found = redactor((replace(redaction, files=redaction.documents),))
    numbers = [
        len(found.find(document.text)) + len(found.find(document.title))
        for document in corpus.documents
        if not redaction.documents or document.path in redaction.documents
    ]
    return sum(numbers), sum(number > 0 for number in numbers)


def size_of(corpus: Corpus, redaction: Redaction) -> str:
    """ "3 places in 2 sources"; "" for a pattern, which is not tried here."""
    if redaction.pattern:
        return ""
    places, sources = places_of(corpus, redaction)
    return f"{counted(places, 'place')} in {counted(sources, 'source')}"


def effect_of_withholding(corpus: Corpus, redaction: Redaction) -> str:
    """What a line will do."""
    size = size_of(corpus, redaction)
    if not size:
        return "What matches will be withheld everywhere, before anything is derived."
    return (
        f"Withholds {size}, and wherever else the words are found; "
        f"“{redaction.replacement}” stands there."
    )


def why_not(corpus: Corpus, redaction: Redaction) -> str:
    """Why a line cannot be written: it withholds nothing, which stops a build; or ""."""
    if redaction.pattern or places_of(corpus, redaction)[0]:
        return ""
    where = "these sources" if redaction.documents else "any source"
    return f"The words do not stand in the title or text of {where}. Check how they are spelt."
