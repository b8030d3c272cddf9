"""The type of each name: decided over the whole archive, by votes.

Each mention votes for the type that the tagger gave it. What a text says beside a name counts for
more: "the bank Morgan Grenfell" and "Piedmont, a regional airline," are organisations, whoever is
called "Mr Jobs" is a person, and so is a surname that people of the archive have, if it is mostly
taken for one ("Reagan" beside Ronald Reagan). What front matter lists counts most.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from generator.derive.entities.organisations import NAMED_LIKE_PEOPLE, ORGANISATIONS
from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import Analysis, Document, EntityType, Mention

Types = Mapping[str, Mapping[EntityType, EntityType]]
_MAJORITY = 0.75  # share of a name's votes that settles its type for all
_LISTED = 10  # votes of a front matter list
_SAID = 5  # votes of words beside a name, in place of the tagger's for this mention
_BEFORE = 20  # characters before a name that may hold such a word
_ORGANISATIONS = [language.organisations for language in LANGUAGES.values()]
_NAMES = [language.names for language in LANGUAGES.values()]
_KIND = any_of(words.described for words in _ORGANISATIONS)
_KIND_BEFORE = re.compile(rf"\b{_KIND}\s$")
_KIND_BEHIND = re.compile(any_of(words.described_behind for words in _ORGANISATIONS))
_HONORIFIC = re.compile(rf"\b{any_of(words.honorifics for words in _NAMES)}\.?\s$")


def is_called_person(document: Document, mention: Mention) -> bool:
    """Whether a text calls somebody "Mr" or by an office: Queen Victoria is not a place."""
    return mention.role != "" or _HONORIFIC.search(_before(document, mention)) is not None


def types_of_names(
    documents: Sequence[Document], analyses: Mapping[str, Analysis], forms: Mapping[str, str]
) -> Types:
    """The type that each name found with several types is to have."""
    counts = _votes(documents, analyses, forms)
    listed: dict[str, set[EntityType]] = defaultdict(set)
    for document in documents:
        for kind, name in document.listed():
            listed[forms[name]].add(kind)
    settled: dict[str, dict[EntityType, EntityType]] = {}
    for form, found in counts.items():
        kinds = listed.get(form, set())
        known = form in ORGANISATIONS or form in NAMED_LIKE_PEOPLE
        if known and kinds <= {"organisation"}:
            settled[form] = dict.fromkeys(found, "organisation")
            continue
        for kind in kinds:
            found[kind] += _LISTED
        if len(found) > 1 and len(kinds) < 2:
            (best, number), total = found.most_common(1)[0], sum(found.values())
            if number >= _MAJORITY * total:
                settled[form] = dict.fromkeys(found, best)
    return settled


def _votes(
    documents: Sequence[Document], analyses: Mapping[str, Analysis], forms: Mapping[str, str]
) -> dict[str, Counter[EntityType]]:
    """For each name the votes for each type."""
    found = Counter((m.name, m.type) for d in documents for m in analyses[d.id].mentions)
    counts: dict[str, Counter[EntityType]] = defaultdict(Counter)
    surnames: Counter[str] = Counter()
    for (name, kind), number in found.items():
        form = forms[name]
        counts[form][kind] += number
        first, _, last = form.rpartition(" ")
        if kind == "person" and first:
            surnames[last] += number
    for form, own in counts.items():
        # Michael Dell and his firm have one name, so this only settles what is likely anyway.
        if len(own) > 1 and own["person"] == max(own.values()):
            own["person"] += min(surnames[form], own["person"])
    for document in documents:
        for mention in analyses[document.id].mentions:
            said = _said(document, mention)
            if said:
                votes = counts[forms[mention.name]]
                votes[mention.type] -= 1
                votes[said] += _SAID
    return counts


def _said(document: Document, mention: Mention) -> EntityType | None:
    """The type that words beside a name give it, if they do."""
    if is_called_person(document, mention):
        return "person" if mention.type != "person" else None
    behind = _KIND_BEHIND.match(document.text, mention.provenance.end)
    described = behind or _KIND_BEFORE.search(_before(document, mention))
    return "organisation" if described else None


def _before(document: Document, mention: Mention) -> str:
    start = mention.provenance.start
    return document.text[max(start - _BEFORE, 0) : start]
