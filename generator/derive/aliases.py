"""Which mentions name the same: every joining has a reason, which the entity's page shows.

What is not sure is left apart: two pages on one person can be read side by side, one page on two
cannot be told apart.

1. Spellings that are equal but for capitals, "the", possessives and full stops are one name; so
   are "U.S." and "United States".
2. A name that is of one type nearly everywhere is of that type everywhere; what front matter says
   counts most.
3. A shorter form of an organisation ("Harvard" for Harvard University, "Air Force" for that of the
   United States) belongs to the one longer name in the same document. A single word for a person
   belongs to the one full name in the same document that has it, if it follows it or there is no
   other in the archive. Where the document has no such name, it belongs to the one in the whole
   archive, if something else that the document names is also named beside that person elsewhere.
4. An abbreviation that a source introduces, "Islamic State (ISIS)", stands for that name
   everywhere, if the archive introduces it for no other.
5. Transliterations of one full name of a person are one name ("Faizov", "Fayzov"), and so are a
   full name and the same with middle names, if a source has both or no other longer form is known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.derive.spellings import is_abbreviation, outer_form, plain_form, sound_form
from generator.model import Analysis, Document, EntityType, Mention

Key = tuple[EntityType, str]
WRITTEN = "written so"
_FULL_NAME = "stands for the full name in the same source"
_GENERIC = frozenset(
    [
        "university",
        "college",
        "school",
        "party",
        "group",
        "company",
        "corporation",
        "inc",
        "ltd",
        "agency",
        "association",
        "foundation",
        "institute",
        "organisation",
        "organization",
        "committee",
        "council",
    ]
)
_COUNTRIES = ("united states ", "united kingdom ")
_MAJORITY = 0.75  # share of a name's mentions that settles its type for all
_LISTED = 10  # mentions that a front matter list outweighs


@dataclass(frozen=True, slots=True)
class Placing:
    """Where each mention belongs.

    mentions: for each mention, in the order of the documents and their texts, its group and the
        reason for it
    parents: joined names by the name they were joined to
    types: the type that a name is to have, by its form and the type it was found with
    short: by document, the names that short forms stand for there
    """

    mentions: tuple[tuple[Key, str], ...]
    parents: Mapping[Key, Key]
    types: Mapping[str, Mapping[EntityType, EntityType]]
    short: Mapping[str, Mapping[Key, tuple[Key, str]]]

    def group_of(self, document: str, kind: EntityType, name: str) -> Key:
        """The group of a name that a document lists."""
        form = plain_form(name)
        kind = self.types.get(form, {}).get(kind, kind)
        own = self.short[document].get((kind, form))
        return _root(self.parents, own[0] if own else (kind, form))


@dataclass(slots=True)
class _Work:
    """Names being joined, and why."""

    parents: dict[Key, Key] = field(default_factory=dict)
    reasons: dict[Key, str] = field(default_factory=dict)

    def join(self, name: Key, other: Key, reason: str) -> None:
        """Join a name to the group of another."""
        one, two = _root(self.parents, name), _root(self.parents, other)
        if one != two:
            self.parents[one] = two
            self.reasons.setdefault(name, reason)


def place_mentions(documents: Sequence[Document], analyses: Mapping[str, Analysis]) -> Placing:
    """Decide for each mention of these documents, the oldest first, which name it belongs to."""
    types = _types(documents, analyses)
    by_document = {d.id: [(m, _key(m, types)) for m in analyses[d.id].mentions] for d in documents}
    work = _Work()
    _join_abbreviations(documents, by_document, work)
    _join_transliterations(by_document, work)
    _join_middle_names(by_document, work)
    surnames = _Surnames(by_document, work.parents)
    placed = []
    short = {
        d.id: surnames.of_document(by_document[d.id]) | _short_bodies(by_document[d.id])
        for d in documents
    }
    for document in documents:
        full = short[document.id]
        for _, key in by_document[document.id]:
            own, reason = key, work.reasons.get(key, WRITTEN)
            own, reason = full.get(key, (own, reason))
            placed.append((_root(work.parents, own), reason))
    return Placing(tuple(placed), work.parents, types, short)


def _root(parents: Mapping[Key, Key], key: Key) -> Key:
    while key in parents:
        key = parents[key]
    return key


def _key(mention: Mention, types: Mapping[str, Mapping[EntityType, EntityType]]) -> Key:
    form = plain_form(mention.name)
    return types.get(form, {}).get(mention.type, mention.type), form


def _types(
    documents: Sequence[Document], analyses: Mapping[str, Analysis]
) -> Mapping[str, Mapping[EntityType, EntityType]]:
    """For names of several types, the type that each is to have."""
    counts: dict[str, Counter[EntityType]] = defaultdict(Counter)
    listed: dict[str, set[EntityType]] = defaultdict(set)
    for document in documents:
        for kind, name in document.listed():
            listed[plain_form(name)].add(kind)
        for mention in analyses[document.id].mentions:
            counts[plain_form(mention.name)][mention.type] += 1
    settled: dict[str, dict[EntityType, EntityType]] = {}
    for form, found in counts.items():
        kinds = listed.get(form, set())
        for kind in kinds:
            found[kind] += _LISTED
        if len(found) > 1 and len(kinds) < 2:
            (best, number), total = found.most_common(1)[0], sum(found.values())
            if number >= _MAJORITY * total:
                settled[form] = dict.fromkeys(found, best)
    return settled


def _join_abbreviations(
    documents: Sequence[Document],
    by_document: Mapping[str, Sequence[tuple[Mention, Key]]],
    work: _Work,
) -> None:
    """ "Islamic State (ISIS)": the abbreviation stands for the name, if for no other."""
    stands_for: dict[Key, dict[Key, str]] = defaultdict(dict)
    for document in documents:
        mentions = by_document[document.id]
        for (full, key), (short, abbreviation) in pairwise(mentions):
            between = document.text[full.provenance.end : short.provenance.start]
            after = document.text[short.provenance.end : short.provenance.end + 1]
            alike = key[0] == abbreviation[0] != "person"  # "Marco Rubio (R-FL)" introduces nothing
            brackets = between in (" (", " [") and after in (")", "]")
            if alike and brackets and is_abbreviation(short.text):
                words = f"introduced as “{full.text} ({short.text})”"
                stands_for[abbreviation].setdefault(key, words)
    for abbreviation, names in sorted(stands_for.items()):
        if len({form for _, form in names}) == 1:
            key, reason = next(iter(names.items()))
            work.join(abbreviation, key, reason)


def _join_transliterations(
    by_document: Mapping[str, Sequence[tuple[Mention, Key]]], work: _Work
) -> None:
    """Full names of people that sound the same are joined to the most frequent of them."""
    counts: Counter[Key] = Counter(
        key for mentions in by_document.values() for _, key in mentions if key[0] == "person"
    )
    by_sound: dict[str, list[Key]] = defaultdict(list)
    for key in counts:
        sound = sound_form(key[1])
        if sound:
            by_sound[sound].append(key)
    for keys in by_sound.values():
        best = min(keys, key=lambda key: (-counts[key], key))
        for key in keys:
            work.join(key, best, "another transliteration of the same full name")


def _join_middle_names(
    by_document: Mapping[str, Sequence[tuple[Mention, Key]]], work: _Work
) -> None:
    """ "Joshua Norton" is "Joshua Abraham Norton", unless there is a "Joshua Benjamin" too."""
    longer: dict[str, set[Key]] = defaultdict(set)
    for mentions in by_document.values():
        for _, key in mentions:
            if key[0] == "person" and len(key[1].split()) > 2 and outer_form(key[1]):
                longer[outer_form(key[1])].add(key)
    for outer, keys in longer.items():
        roots = {_root(work.parents, key) for key in keys}
        if len(roots) == 1:
            for key in sorted(keys):
                work.join(key, ("person", outer), "the same name with a middle name")


def _short_bodies(mentions: Sequence[tuple[Mention, Key]]) -> dict[Key, tuple[Key, str]]:
    """For short forms of organisations in a document the one longer name that has them."""
    forms = sorted({key[1] for _, key in mentions if key[0] == "organisation"})
    longer: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        # Only words that say nothing of their own may be missing: "Islamic State Khorasan" is not
        # the Islamic State.
        words = form.split()
        if words[-1] in _GENERIC:
            longer[" ".join(words[:-1])].add(form)
        if form.startswith(_COUNTRIES):
            longer[form.split(" ", 2)[2]].add(form)
    found: dict[Key, tuple[Key, str]] = {}
    for form in forms:
        others = longer.get(form, set()) - {form}
        if len(others) == 1:
            found["organisation", form] = ("organisation", others.pop()), _FULL_NAME
    return found


class _Surnames:
    """Full names of people by their single words, in the archive and in one document."""

    def __init__(
        self,
        by_document: Mapping[str, Sequence[tuple[Mention, Key]]],
        parents: Mapping[Key, Key],
    ) -> None:
        self._parents = parents
        self._having: dict[str, set[Key]] = defaultdict(set)
        self._beside: dict[Key, set[Key]] = defaultdict(set)
        for mentions in by_document.values():
            roots = {_root(parents, key) for _, key in mentions}
            for key in self._full_names(mentions):
                self._beside[_root(parents, key)] |= roots
                for word in _outer_words(key[1]):
                    self._having[word].add(_root(parents, key))

    def of_document(self, mentions: Sequence[tuple[Mention, Key]]) -> dict[Key, tuple[Key, str]]:
        """For single words in a document the person they belong to, and why."""
        own: dict[str, set[Key]] = defaultdict(set)
        for key in self._full_names(mentions):
            for word in _outer_words(key[1]):
                own[word].add(_root(self._parents, key))
        roots = {_root(self._parents, key) for _, key in mentions}
        found: dict[Key, tuple[Key, str]] = {}
        for word in {key[1] for _, key in mentions if key[0] == "person" and " " not in key[1]}:
            here, anywhere = own.get(word, set()), self._having.get(word, set())
            if len(here) == 1 and (len(anywhere) == 1 or self._follows(word, mentions)):
                found["person", word] = next(iter(here)), _FULL_NAME
            elif not here and len(anywhere) == 1:
                person = next(iter(anywhere))
                if (roots - {("person", word)}) & self._beside[person]:
                    reason = "the only such name in the archive, beside the same names"
                    found["person", word] = person, reason
        return found

    @staticmethod
    def _follows(word: str, mentions: Sequence[tuple[Mention, Key]]) -> bool:
        """Whether a full name comes before the word alone, as it does when the word follows it.

        Where "Obama" stands before "Michelle Obama", it is somebody else's name.
        """
        first = next(key[1] for _, key in mentions if key[0] == "person" and word in key[1].split())
        return first != word

    @staticmethod
    def _full_names(mentions: Sequence[tuple[Mention, Key]]) -> list[Key]:
        return sorted({key for _, key in mentions if key[0] == "person" and " " in key[1]})


def _outer_words(form: str) -> tuple[str, str]:
    """The first name and the surname."""
    words = form.split()
    return words[0], words[-1]
