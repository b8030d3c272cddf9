"""Gather mentions and listed names into entities.

Which mentions belong together is decided in `generator.derive.entities.resolve`, with a reason for
each; here they become entities. An entity that no front matter lists needs two mentions, or a
strong one, so that a single error of the tagger is left out. A mention is strong if it gives a
person's full name with an office or occupation, or if the source's title has the name. Which
entities have a page is decided in `generator.derive.entities.pages`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.derive.entities.mention_index import Key
from generator.derive.entities.nicknames import NICKNAME
from generator.derive.entities.normalise import (
    Memo,
    first_name_first,
    has_article,
    has_short_rank,
    has_title,
    is_abbreviation,
    is_bare_title,
    is_possessive,
    normalised_form,
    without_rank,
    without_titles,
)
from generator.derive.entities.pages import is_strong, least_in_data
from generator.derive.entities.places import ABBREVIATED, place_of
from generator.derive.entities.resolve import (
    INFLECTED,
    SPELLED,
    MentionResolution,
    Steps,
    resolve_mentions,
)
from generator.derive.isolation import Failure, isolated
from generator.ids import name_slug, unique_slugs
from generator.model import (
    FOLDERS,
    Alias,
    Analysis,
    Document,
    Entity,
    EntityType,
    Mention,
    Place,
    Relation,
    reason,
)

_LISTED = reason("listed")
_WEAK = ((SPELLED,), (_LISTED,))  # reasons that count only where there are no others
# Codes of what a longer name explains.
_SHORT = (
    "full-name-in-source",
    "initials-in-source",
    "only-such-name-so-far",
    "only-such-name-in-context",
    "only-such-name-well-known",
    "best-known-of-this-name",
    "main-person-of-source",
    "called-so-in-full",
    "same-office",
    "party-member",
)
_INITIAL = re.compile(r"\b[^\W\d_]\.")
_INITIALS = 3  # letters up to which capitals are likely initials
_SELDOM = 10  # a name with a title is not shown where others are so many times as frequent
_RARELY = 3  # the same, of names that are known without the title
_SHOUTED = 0.2  # weight of a longer name all in capitals


@dataclass(slots=True)
class _Found:
    """What is gathered about one entity; documents by publication date, the earliest first.

    spellings: how often each occurs, by the steps that lead from it to the entity
    strong: whether it has a strong mention
    """

    type: EntityType
    spellings: Counter[tuple[str, Steps]] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    listed_in: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    adjectives: list[Mention] = field(default_factory=list)
    strong: bool = False

    def seen_in(self, document: str) -> None:
        """Note a document that mentions or lists the entity."""
        if document not in self.documents[-1:]:
            self.documents.append(document)

    def aliases(self) -> tuple[Alias, ...]:
        """The spellings, the most frequent first.

        That it is spelled this way is a reason only where there are no others.
        """
        count: dict[str, int] = {}
        reasons: dict[str, list[Steps]] = {}
        for (name, steps), number in self.spellings.items():
            count[name] = count.get(name, 0) + number
            reasons.setdefault(name, []).append(steps)
        found = []
        for name, number in sorted(count.items(), key=lambda item: (-item[1], item[0])):
            better = [steps for steps in reasons[name] if steps not in _WEAK]
            found.append(Alias(name, number, tuple(better or reasons[name][:1])))
        return tuple(found)


def gather_entities(
    documents: Sequence[Document],
    analyses: Mapping[str, Analysis],
    min_mentions: int,
    failures: list[Failure],
) -> tuple[Entity, ...]:
    """The entities: by type, then the most mentioned first.

    documents: the newest first
    min_mentions: the project's setting for pages, 0 for none
    failures: entities that cannot be made are added
    """
    oldest_first = tuple(reversed(documents))
    resolution = resolve_mentions(oldest_first, analyses)
    found: Memo[Key, _Found] = Memo(lambda key: _Found(key[0]))
    resolved = iter(resolution.mentions)
    for document in oldest_first:
        for kind, name in document.listed():
            entry = found[resolution.group_of(document.id, kind, name)]
            entry.spellings[name, (_LISTED,)] += 0  # a spelling, but not a mention
            entry.seen_in(document.id)
            if document.id not in entry.listed_in[-1:]:
                entry.listed_in.append(document.id)
        for mention in analyses[document.id].mentions:
            key, steps = next(resolved)
            if key[0] == "person" and is_bare_title(key[1]):
                continue  # "the Duke" whom the source does not name may be any
            entry = found[key]
            entry.mentions.append(mention)
            entry.spellings[mention.text, steps] += 1
            entry.seen_in(document.id)
            entry.strong = entry.strong or is_strong(mention, document)
    countries: Memo[str, _Found | None] = Memo(
        lambda name: found.get(resolution.resolver.canonical(("place", normalised_form(name))))
    )
    for document in oldest_first:
        for word in analyses[document.id].adjectives:
            country = countries[word.name]
            if country:
                country.adjectives.append(word)
    least = least_in_data(min_mentions)
    kept = {
        key: entry
        for key, entry in found.items()
        if entry.listed_in or len(entry.mentions) >= least or entry.strong
    }
    return sorted_entities(_entities(kept, resolution, failures))


def sorted_entities(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """By type, then the most mentioned first."""
    kinds = list(FOLDERS)
    found = sorted(entities, key=lambda e: (kinds.index(e.type), -len(e.mentions), e.name, e.id))
    return tuple(found)


def _entities(
    found: Mapping[Key, _Found], resolution: MentionResolution, failures: list[Failure]
) -> list[Entity]:
    """The finished entities; those that cannot be made are added to `failures`."""
    places: dict[Key, Place | None] = {}
    aliases: dict[Key, tuple[Alias, ...]] = {}
    names: dict[Key, str] = {}
    for key, entry in found.items():
        name = next(iter(entry.spellings))[0]
        with isolated("entity", name, entry.documents[0], failures):
            places[key] = place_of(resolution.places.get(key)) if key[0] == "place" else None
            aliases[key] = entry.aliases()
            town = resolution.towns.towns.get(key)
            shown = _shown_name(entry, aliases[key], places[key])
            shown = resolution.fuller.get(key, shown)
            names[key] = town.name if town and not town.alone else shown
    found = {key: entry for key, entry in found.items() if key in names}
    ids = _ids(found, names, aliases)
    related = _relations(ids, names, resolution)
    maybe = _unsure(ids, resolution)
    return [
        Entity(
            id=ids[key],
            name=names[key],
            type=entry.type,
            aliases=aliases[key],
            mentions=tuple(entry.mentions),
            listed_in=tuple(entry.listed_in),
            documents=tuple(entry.documents),
            adjectives=tuple(entry.adjectives),
            place=places[key],
            related=tuple(related.get(key, ())),
            maybe=tuple(maybe.get(key, ())),
            type_evidence=resolution.types.of_forms(
                tuple(dict.fromkeys(resolution.forms[alias.name] for alias in aliases[key]))
            ),
        )
        for key, entry in found.items()
    ]


def _ids(
    found: Mapping[Key, _Found], names: Mapping[Key, str], aliases: Mapping[Key, Sequence[Alias]]
) -> Mapping[Key, str]:
    """The entities' ids. Two entities with the same name get a digest in their addresses."""
    wanted = [f"{FOLDERS[key[0]]}/{name_slug(name)}" for key, name in names.items()]
    details = [
        (" ".join(sorted(alias.name for alias in aliases[key])) + entry.documents[0], key[1])
        for key, entry in found.items()
    ]
    return dict(zip(found, unique_slugs(wanted, details), strict=True))


def _relations(
    ids: Mapping[Key, str], names: Mapping[Key, str], resolution: MentionResolution
) -> Mapping[Key, list[Relation]]:
    """Branches and the organisations they belong to, each linked to the other."""
    related: dict[Key, list[Relation]] = {}
    for part, whole in resolution.related:
        if part in ids and whole in ids:
            down = reason("part-by-name", whole=names[whole])
            up = reason("whole-by-name", part=names[part])
            related.setdefault(part, []).append(Relation(ids[whole], down))
            related.setdefault(whole, []).append(Relation(ids[part], up))
    return related


def _unsure(ids: Mapping[Key, str], resolution: MentionResolution) -> Mapping[Key, list[Relation]]:
    """Abbreviations and what they stand for in some sources, each linked to the other."""
    maybe: dict[Key, list[Relation]] = {}
    why = reason("introduced-by-some")
    for short, full in resolution.unsure:
        if short in ids and full in ids:
            maybe.setdefault(short, []).append(Relation(ids[full], why))
            maybe.setdefault(full, []).append(Relation(ids[short], why))
    return maybe


def _shown_name(entry: _Found, aliases: Sequence[Alias], place: Place | None) -> str:
    """The fullest of the usual spellings: rather not a surname alone or an abbreviation.

    A form in another case is shown only where no text has the base form.

    A country is shown under its name if a source has it ("United States" rather than "America"),
    and so is a place that all sources abbreviate ("Calif.").
    """
    parts = {name for name, steps in entry.spellings if steps[0].code in _SHORT}
    parts -= {name for name, steps in entry.spellings if steps[0].code not in (*_SHORT, "listed")}
    count = {alias.name: alias.count for alias in aliases}

    def rank(alias: Alias) -> tuple[bool, bool, bool, bool, bool, int, bool, str]:
        name = alias.name
        inflected = all(steps[0] == INFLECTED for steps in alias.reasons)
        initials = any(map(is_abbreviation, name.replace(".", "").replace("-", " ").split()))
        bare = has_article(name) or is_possessive(name)
        person = entry.type == "person"
        surname = person and len(name.split()) == 1
        # "Father Newman", once among many, is what somebody called Newman.
        rare = alias.count * _SELDOM < sum(other.count for other in aliases)
        untitled = without_titles(name)
        seldom = untitled != name and alias.count * _RARELY < count.get(untitled, 0)
        bare = bare or (person and (seldom or (rare and has_title(name))))
        bare = bare or (person and first_name_first(without_rank(name)) != name)
        # Of equals "John Henry" is shown, and neither "Jack" nor "John H.".
        short = alias.reasons[0][0] == NICKNAME or _INITIAL.search(name) is not None
        return inflected, bare, name in parts, surname, initials, -alias.count, short, name

    best = min(_usual(aliases), key=rank)
    if place:
        usual = place.kind == "country" and any(alias.name == place.name for alias in aliases)
        shortened = all(steps[0] == ABBREVIATED for steps in best.reasons)
        initials = is_abbreviation(best.name.replace(".", ""))
        return place.name if usual or shortened or initials else best.name
    # "Sgt Pepper" is named Pepper, but "Captain America" is not known as America.
    ranked = entry.type == "person" and has_short_rank(best.name)
    shown = without_rank(best.name) if ranked else best.name
    return first_name_first(shown) if entry.type == "person" and "," in shown else shown


def _usual(aliases: Iterable[Alias]) -> Collection[Alias]:
    """Of spellings with the same letters the most used: "MI6" rather than "Mi6"."""
    best: dict[str, Alias] = {}
    for alias in aliases:
        letters = alias.name.casefold().replace(".", "")
        best[letters] = max(best.get(letters, alias), alias, key=_use)
    return best.values()


def _use(alias: Alias) -> float:
    """How often a name is spelled like this; capitals, as in headlines, count less."""
    shouted = alias.name.isupper() and sum(map(str.isalpha, alias.name)) > _INITIALS
    return alias.count * (_SHOUTED if shouted else 1)
