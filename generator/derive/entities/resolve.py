"""Which entity each mention belongs to: every merge has a reason, which the entity's page shows.

What is uncertain is left apart: readers can compare two pages about one person, but cannot see that
one page is about two.

1. Spellings that are equal but for capitals, "the", possessives and full stops are one name; so are
"U.S." and "United States", and names in other cases, where a language has them
(`generator.derive.entities.inflected`). 2. A name that has one type nearly everywhere has that type
everywhere; what front matter says counts most. 3. The rules of `generator.derive.entities.rules`
merge names in the whole archive: abbreviations, other names of organisations and their branches,
names of one place, transliterations, names with and without a middle name, other scripts. 4. In
each document, a
shorter form of an organisation ("Harvard" for Harvard University, "Air Force" for that of the
United States) stands for the one longer name there, and a single word for a person stands for a
full name (`generator.derive.entities.people`). Where that name itself stands for a longer one, the
chain is followed to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.derive.entities.abbreviations import initials, initials_of
from generator.derive.entities.context import Context
from generator.derive.entities.gazetteer import GazetteerMatch
from generator.derive.entities.inflected import base_forms
from generator.derive.entities.mention_index import Key, MentionIndex, Resolution
from generator.derive.entities.normalise import (
    Memo,
    first_name_first,
    normalised_form,
    without_titles,
)
from generator.derive.entities.organisations import (
    related_organisations,
    short_organisations,
)
from generator.derive.entities.people import Surnames
from generator.derive.entities.places import gazetteer_of
from generator.derive.entities.resolver import Resolver
from generator.derive.entities.rules import SHORT_NAMES, apply_rules
from generator.derive.entities.towns import Pairs, Towns, find_towns
from generator.derive.entities.types import NameTypes, is_called_person, types_of_names
from generator.derive.entities.workspace import Workspace
from generator.model import Analysis, Document, EntityType, Mention, Reason, reason

SPELLED = reason("spelled-so")
INFLECTED = reason("inflected-form")
Steps = tuple[Reason, ...]
ShortNames = Mapping[Key, Sequence[Resolution]]


@dataclass(frozen=True, slots=True)
class MentionResolution:
    """Which group of names each mention belongs to.

    mentions: for each mention, in the order of the documents and their texts, its group, and the
        steps that lead there
    index: the mentions with their names
    resolver: the names that were merged
    types: the types that names are to have, and why
    short: what short names stand for, by document; of each name in the order of the text
    places: what the gazetteer has for the groups that are places
    towns: the towns that sources tell apart from others of their names
    related: pairs of groups of which the first is by its name a part of the second
    fuller: names of people that were made of what stands beside a short one, as they are shown
    unsure: pairs of an abbreviation and what it stands for in some sources, and possibly only there
    forms: the form by which each spelling is compared, its base form
    """

    mentions: tuple[tuple[Key, Steps], ...]
    index: MentionIndex
    resolver: Resolver
    types: NameTypes
    short: Mapping[str, ShortNames]
    places: Mapping[Key, GazetteerMatch]
    towns: Towns
    related: Sequence[tuple[Key, Key]]
    fuller: Mapping[Key, str]
    unsure: Sequence[tuple[Key, Key]]
    forms: Mapping[str, str]

    def group_of(self, document: str, kind: EntityType, name: str) -> Key:
        """The group of a name that a document lists."""
        key = self.key_of(kind, name)
        steps = followed(key, -1, self.short[document])
        return self.resolver.canonical(steps[-1].antecedent if steps else key)

    def key_of(self, kind: EntityType, name: str) -> Key:
        """A name as a key, with the type that it is to have."""
        form = self.forms[name]
        own = self.forms[first_name_first(name)]
        kind = self.types.settled.get(form, {}).get(kind, kind)
        return self.towns.listed(name) if kind == "place" else _key(kind, form, own)


def resolve_mentions(
    documents: Sequence[Document],
    analyses: Mapping[str, Analysis],
    *,
    keep_refusals: bool = False,
) -> MentionResolution:
    """Decide for each mention of these documents, the oldest first, which name it belongs to.

    keep_refusals: see `generator.derive.entities.resolver`
    """
    inflected = base_forms(documents, analyses)
    forms: Memo[str, str] = Memo(lambda name: inflected.get(form := normalised_form(name), form))
    types = types_of_names(documents, analyses, forms)
    keys = _keys(documents, analyses, types, forms)
    gazetteer = gazetteer_of(documents, keys, analyses)
    towns = find_towns(documents, keys, gazetteer)
    index = MentionIndex(towns.pairs)
    resolver = Resolver(keep_refusals=keep_refusals)
    context = Context(index, resolver)
    space = Workspace(documents, analyses, index, resolver, context, gazetteer, towns)
    apply_rules(space)
    # Nothing is merged from here on.
    surnames = Surnames(documents, index, resolver)
    short = _short_names(space, surnames)
    mentions = _resolved(space, short, surnames, inflected)
    related = related_organisations(index, resolver)
    canonical = resolver.canonical
    pairs = ((key, canonical(full)) for key, found in space.apart.items() for full in found.names)
    unsure = [(key, full) for key, full in dict.fromkeys(pairs) if canonical(key) == key != full]
    return MentionResolution(
        mentions,
        index,
        resolver,
        types,
        short,
        space.places,
        towns,
        related,
        surnames.fuller,
        unsure,
        forms,
    )


def followed(key: Key, start: int, short: ShortNames) -> list[Resolution]:
    """What a short name stands for at an offset, and what that stands for, to the end.

    short: what names stand for in the document
    """
    steps: list[Resolution] = []
    seen = {key}
    while True:
        here = (r for r in short.get(key, ()) if r.since <= start < r.until)
        resolution = next(here, None)
        if resolution is None or resolution.antecedent in seen:
            return steps
        steps.append(resolution)
        key = resolution.antecedent
        seen.add(key)


def _keys(
    documents: Sequence[Document],
    analyses: Mapping[str, Analysis],
    types: NameTypes,
    forms: Mapping[str, str],
) -> Mapping[str, Pairs]:
    # Most names recur: equal ones are one key, made once.
    keys: Memo[tuple[EntityType, str], Key] = Memo(
        lambda found: _key(
            types.settled.get(forms[found[1]], {}).get(found[0], found[0]),
            forms[found[1]],
            forms[first_name_first(found[1])],
        )
    )
    people: Memo[str, Key] = Memo(
        lambda name: _key("person", forms[name], forms[first_name_first(name)])
    )
    return {
        d.id: [
            (m, people[m.name] if is_called_person(d, m) else keys[m.type, m.name])
            for m in analyses[d.id].mentions
        ]
        for d in documents
    }


def _key(kind: EntityType, form: str, own: str) -> Key:
    """A name of a type. Ranks and courtesies are not part of a person's name.

    own: the form it has if it is a person's
    """
    return (kind, without_titles(own)) if kind == "person" else (kind, form)


def _short_names(space: Workspace, surnames: Surnames) -> Mapping[str, ShortNames]:
    """What short names stand for, by document."""
    index, resolver = space.index, space.resolver
    letters = Memo(initials_of)
    short: dict[str, dict[Key, Sequence[Resolution]]] = {}
    resolver.rule = SHORT_NAMES
    for document in space.documents:
        name = document.id
        own = index[name]
        same = (
            space.namesakes.full_names(name, index.keys_in[name], resolver)
            if space.namesakes
            else {}
        )
        short[name] = dict(surnames.of_document(document, own, same))
        short[name].update((key, (found,)) for key, found in same.items())
        others = short_organisations(name, index) | initials(own, letters)
        others |= space.towns.short[name]
        short[name].update((key, (found,)) for key, found in others.items())
    for abbreviation, introduced in space.apart.items():
        for name, resolution in introduced.resolutions():
            short[name][abbreviation] = (resolution,)
    for name, own_names in short.items():
        own_names |= _of_groups(own_names, index.keys_in[name], resolver)
    return short


def _of_groups(short: ShortNames, keys: Iterable[Key], resolver: Resolver) -> ShortNames:
    """The same for groups of which all names in a document stand for a longer one."""
    found: dict[Key, Sequence[Resolution]] = {}
    in_full = {resolver.canonical(key) for key in keys if key not in short}
    for key, resolution in short.items():
        group = resolver.canonical(key)
        if group not in short and group not in in_full:
            found.setdefault(group, resolution)
    return found


def _resolved(
    space: Workspace,
    short: Mapping[str, ShortNames],
    surnames: Surnames,
    inflected: Mapping[str, str],
) -> tuple[tuple[Key, Steps], ...]:
    """For each mention its group, and the steps that lead there."""
    resolver = space.resolver
    spelled: Memo[Key, tuple[Key, Steps]] = Memo(
        lambda key: (
            resolver.canonical(key),
            tuple(edge.reason for edge in resolver.path(key)),
        )
    )
    cases: Memo[str, Steps] = Memo(
        lambda name: (INFLECTED,) if normalised_form(name) in inflected else ()
    )
    resolved: list[tuple[Key, Steps]] = []
    for document in space.documents:
        here = short[document.id]
        for mention, key in space.index[document.id]:
            steps = _steps(mention, key, here, surnames)
            if steps:
                group = resolver.canonical(steps[-1].antecedent)
                reasons = tuple(dict.fromkeys(step.reason for step in steps))
            else:
                group, reasons = spelled[key]
            resolved.append((group, (*cases[mention.name], *reasons) or (SPELLED,)))
    return tuple(resolved)


def _steps(
    mention: Mention, key: Key, short: ShortNames, surnames: Surnames
) -> Sequence[Resolution]:
    """What a mention stands for, step by step; nothing for a name in full."""
    start = mention.provenance.start
    steps = followed(key, start, short)
    if steps:
        return steps
    by_role = surnames.by_role(mention, key) if mention.role else None
    return [by_role, *followed(by_role.antecedent, start, short)] if by_role else ()
