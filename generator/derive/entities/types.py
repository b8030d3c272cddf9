"""The type of each name: decided over the whole archive, by votes.

Each mention votes for the type that the tagger gave it. What a text says beside a name counts for
more: "the bank Morgan Grenfell", "shares in Morgan Grenfell" and "Piedmont, a regional airline,"
are organisations, "the Savoy hotel" is a place, whoever is called "Mr Jobs" is a person, and so is
a surname that people of the archive have, if it is mostly taken for one ("Reagan" beside Ronald
Reagan). A name that has a legal form elsewhere is a firm's. What front matter lists counts most.
What decided is kept for each name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.derive.entities.organisations import LEGAL, NAMED_LIKE_PEOPLE, ORGANISATIONS
from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import Analysis, Document, EntityType, Mention, TypeEvidence, reason

_MAJORITY = 0.75  # share of a name's votes that settles its type for all
_LISTED = 10  # votes of a front matter list
_SAID = 5  # votes of words beside a name, in place of the tagger's for this mention
_BEFORE = 30  # characters before a name that may hold such a word
_ORGANISATION: frozenset[EntityType] = frozenset({"organisation"})
_SEEN = "type-seen"  # code of what the tagger says, which counts least
_ORGANISATIONS = [language.organisations for language in LANGUAGES.values()]
_NAMES = [language.names for language in LANGUAGES.values()]
_PLACES = [language.places for language in LANGUAGES.values()]
_KINDS: Mapping[EntityType, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "organisation": (
        re.compile(rf"\b{any_of(words.described for words in _ORGANISATIONS)}\s$"),
        re.compile(any_of(words.described_behind for words in _ORGANISATIONS)),
    ),
    "place": (
        re.compile(rf"\b{any_of(words.described for words in _PLACES)}\s$"),
        re.compile(any_of(words.described_behind for words in _PLACES)),
    ),
}
_HONORIFIC = re.compile(rf"\b{any_of(words.honorifics for words in _NAMES)}\.?\s$")


def is_called_person(document: Document, mention: Mention) -> bool:
    """Whether a text calls somebody "Mr" or by an office: Queen Victoria is not a place."""
    return mention.role != "" or _HONORIFIC.search(_before(document, mention)) is not None


@dataclass(slots=True)
class NameTypes:
    """The types of the archive's names, by their forms.

    settled: the type that each name found with several types is to have, by the one it has
    evidence: what says of which type it is
    """

    settled: dict[str, dict[EntityType, EntityType]] = field(default_factory=dict)
    evidence: dict[str, dict[tuple[EntityType, str], TypeEvidence]] = field(default_factory=dict)

    def note(self, form: str, kind: EntityType, code: str, mention: Mention | None = None) -> None:
        """Keep that something, or one more mention, says that a name is of a type."""
        own = self.evidence.setdefault(form, {})
        known = own.get((kind, code))
        if known is None:
            where = mention.provenance if mention else None
            own[kind, code] = TypeEvidence(kind, reason(code), int(mention is not None), where)
        elif mention:
            own[kind, code] = replace(known, count=known.count + 1)

    def of_forms(self, forms: Sequence[str]) -> tuple[TypeEvidence, ...]:
        """What says of which type these names are, the strongest first."""
        found = (e for form in forms for e in self.evidence.get(form, {}).values())
        return tuple(sorted(found, key=lambda e: (e.reason.code == _SEEN, -e.count, e.type)))


def types_of_names(
    documents: Sequence[Document], analyses: Mapping[str, Analysis], forms: Mapping[str, str]
) -> NameTypes:
    """The types of names, decided over all documents."""
    types = NameTypes()
    counts = _votes(documents, analyses, forms, types)
    listed: dict[str, set[EntityType]] = defaultdict(set)
    for document in documents:
        for kind, name in document.listed():
            listed[forms[name]].add(kind)
            types.note(forms[name], kind, "type-listed")
    publishers = {
        forms[document.publisher]
        for document in documents
        if document.publisher in forms and document.publisher not in document.authors
    }
    for form in publishers:
        types.note(form, "organisation", "type-publisher")
    for form, found in counts.items():
        kinds = listed.get(form, set())
        known = form in ORGANISATIONS or form in NAMED_LIKE_PEOPLE
        if known and kinds <= {"organisation"}:
            types.settled[form] = dict.fromkeys(found, "organisation")
            types.note(form, "organisation", "type-known")
            continue
        if form in publishers:
            kinds = kinds | _ORGANISATION
        for kind in kinds:
            found[kind] += _LISTED
        if len(found) > 1 and len(kinds) < 2:
            (best, number), total = found.most_common(1)[0], sum(found.values())
            if number >= _MAJORITY * total:
                types.settled[form] = dict.fromkeys(found, best)
    return types


def _votes(
    documents: Sequence[Document],
    analyses: Mapping[str, Analysis],
    forms: Mapping[str, str],
    types: NameTypes,
) -> dict[str, Counter[EntityType]]:
    """For each name the votes for each type; what they rest on is noted in `types`."""
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
        if len(own) > 1 and own["person"] == max(own.values()) and surnames[form]:
            own["person"] += min(surnames[form], own["person"])
            types.note(form, "person", "type-surname")
    for document in documents:
        for mention in analyses[document.id].mentions:
            form = forms[mention.name]
            said, code = _said(document, mention)
            types.note(form, said, code, mention)
            if code != _SEEN and (said, mention.type) != ("person", "person"):
                counts[form][mention.type] -= 1
                counts[form][said] += _SAID
    for form in [form for form, own in counts.items() if own["organisation"]]:
        firm = LEGAL.sub("", form)
        if firm != form and firm in counts:
            counts[firm]["organisation"] += _SAID
            types.note(firm, "organisation", "type-legal-form")
    return counts


def _said(document: Document, mention: Mention) -> tuple[EntityType, str]:
    """The type of a mention, and the code of what says so: words beside it, or the tagger."""
    if is_called_person(document, mention):
        return "person", "type-called"
    before = _before(document, mention)
    for kind, (in_front, behind) in _KINDS.items():
        if behind.match(document.text, mention.provenance.end) or in_front.search(before):
            return kind, "type-described"
    return mention.type, _SEEN


def _before(document: Document, mention: Mention) -> str:
    start = mention.provenance.start
    return document.text[max(start - _BEFORE, 0) : start]
