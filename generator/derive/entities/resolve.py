"""Which mentions name the same: every joining has a reason, which the entity's page shows.

What is not sure is left apart: two pages on one person can be read side by side, one page on two
cannot be told apart.

1. Spellings that are equal but for capitals, "the", possessives and full stops are one name; so are
"U.S." and "United States". 2. A name that is of one type nearly everywhere is of that type
everywhere; what front matter says counts most. 3. Abbreviations
(`generator.derive.entities.abbreviations`) and other names of organisations, and names of one
branch of them (`generator.derive.entities.organisations`), are joined, and so are names of one
place (`generator.derive.entities.places`). 4. Transliterations of one full name of a person are one
name ("Faizov", "Fayzov"); short ones ("John Kay", "John Key") only beside the same further names.
So are a full name and the same with middle names, if no other longer form is known, and a document
has both, or what stands beside them tells that they mean one. Wider transliterations ("Moammar",
"Muammar"), and those of other names, are joined if the same further names stand beside them. 5. A
shorter form of an organisation ("Harvard" for Harvard University, "Air Force" for that of the
United States) belongs to the one longer name in the same document, and a single word for a person
to a full name (`generator.derive.entities.people`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.derive.entities.abbreviations import initials, initials_of, join_abbreviations
from generator.derive.entities.context import Company
from generator.derive.entities.gazetteer import Finding
from generator.derive.entities.normalise import (
    Memo,
    is_latin,
    is_slip,
    outer_form,
    plain_form,
    skeleton,
    sound_form,
    sound_of,
    spelled,
    wide_sound,
)
from generator.derive.entities.organisations import (
    BODIES,
    join_bodies,
    related_bodies,
    short_bodies,
)
from generator.derive.entities.people import Standing, Surnames
from generator.derive.entities.places import join_places
from generator.derive.entities.resolver import Key, Named, Work, keys_of, most_frequent
from generator.model import Analysis, Document, EntityType

WRITTEN = "written so"
_MAJORITY = 0.75  # share of a name's mentions that settles its type for all
_PLAIN = 7  # consonants of several words that two scripts share by no chance
_PEOPLE = 2  # further names that two spellings of a person's share
_LONG = 12  # letters from which on two full names sound alike by no chance
_LISTED = 10  # mentions that a front matter list outweighs


@dataclass(frozen=True, slots=True)
class Placing:
    """Where each mention belongs.

    mentions: for each mention, in the order of the documents and their texts, its group and the
        reason for it
    work: the names that were joined
    types: the type that a name is to have, by its form and the type it was found with
    short: by document, the names that short forms stand for there
    places: what the gazetteer has for the groups that are places
    related: pairs of groups of which the first is by its name a part of the second
    unsure: pairs of an abbreviation and what it stands for in some sources, and maybe nowhere else
    """

    mentions: tuple[tuple[Key, str], ...]
    work: Work
    types: Mapping[str, Mapping[EntityType, EntityType]]
    short: Mapping[str, Mapping[Key, Standing]]
    places: Mapping[Key, Finding]
    related: Sequence[tuple[Key, Key]]
    unsure: Sequence[tuple[Key, Key]]

    def group_of(self, document: str, kind: EntityType, name: str) -> Key:
        """The group of a name that a document lists."""
        form = plain_form(name)
        kind = self.types.get(form, {}).get(kind, kind)
        own = self.short[document].get((kind, form))
        return self.work.root(own.person if own else (kind, form))


def place_mentions(documents: Sequence[Document], analyses: Mapping[str, Analysis]) -> Placing:
    """Decide for each mention of these documents, the oldest first, which name it belongs to."""
    forms = Memo(plain_form)
    types = _types(documents, analyses, forms)
    # Most names come again and again: equal ones are one key, made once.
    keys: Memo[tuple[EntityType, str], Key] = Memo(lambda found: _key(*found, types, forms))
    named = Named(
        {
            d.id: [
                # Who is called by an office is a person: Queen Victoria is no place.
                (m, ("person", forms[m.name]) if m.role else keys[m.type, m.name])
                for m in analyses[d.id].mentions
            ]
            for d in documents
        }
    )
    work = Work()
    apart = join_abbreviations(documents, named, work)
    join_bodies(named, work)
    places = join_places(documents, analyses, named, work)
    company = Company(named, work)
    _join_transliterations(named, company, work)
    _join_middle_names(named, company, work)
    _join_other_scribes(named, places, work)
    surnames = Surnames(named, work)
    letters = Memo(initials_of)
    short = {
        name: surnames.of_document(name, own) | short_bodies(name, named) | initials(own, letters)
        for name, own in named.items()
    }
    for abbreviation, introduced in apart.items():
        for name, body in introduced.standings():
            short[name][abbreviation] = body
    # Nothing is joined from here on.
    written: Memo[Key, tuple[Key, str]] = Memo(
        lambda key: (work.root(key), work.reasons.get(key, WRITTEN))
    )
    placed = []
    for document in documents:
        here = short[document.id]
        for mention, key in named[document.id]:
            standing = here.get(key)
            if standing is None and mention.role:
                standing = surnames.by_role(mention, key)
            if standing and mention.provenance.start < standing.until:
                placed.append((work.root(standing.person), standing.reason))
            else:
                placed.append(written[key])
    related = related_bodies(named, work)
    pairs = ((key, work.root(full)) for key, found in apart.items() for full in found.names)
    unsure = [(key, full) for key, full in dict.fromkeys(pairs) if work.root(key) == key != full]
    return Placing(tuple(placed), work, types, short, places, related, unsure)


def _key(
    kind: EntityType,
    name: str,
    types: Mapping[str, Mapping[EntityType, EntityType]],
    forms: Mapping[str, str],
) -> Key:
    form = forms[name]
    return types.get(form, {}).get(kind, kind), form


def _types(
    documents: Sequence[Document], analyses: Mapping[str, Analysis], forms: Mapping[str, str]
) -> Mapping[str, Mapping[EntityType, EntityType]]:
    """For names of several types, the type that each is to have."""
    counts: dict[str, Counter[EntityType]] = defaultdict(Counter)
    listed: dict[str, set[EntityType]] = defaultdict(set)
    for document in documents:
        for kind, name in document.listed():
            listed[forms[name]].add(kind)
    pairs = Counter((m.name, m.type) for d in documents for m in analyses[d.id].mentions)
    for (name, kind), number in pairs.items():
        counts[forms[name]][kind] += number
    settled: dict[str, dict[EntityType, EntityType]] = {}
    for form, found in counts.items():
        kinds = listed.get(form, set())
        if form in BODIES and kinds <= {"organisation"}:
            settled[form] = dict.fromkeys(found, "organisation")
            continue
        for kind in kinds:
            found[kind] += _LISTED
        if len(found) > 1 and len(kinds) < 2:
            (best, number), total = found.most_common(1)[0], sum(found.values())
            if number >= _MAJORITY * total:
                settled[form] = dict.fromkeys(found, best)
    return settled


def _join_transliterations(named: Named, company: Company, work: Work) -> None:
    """Full names of people that sound the same are joined to the most frequent of them."""
    count = keys_of(named, "person")
    by_sound: dict[str, list[Key]] = defaultdict(list)
    for key in count:
        sound = sound_form(key[1])
        if sound:
            by_sound[sound].append(key)
    for sound, keys in by_sound.items():
        long = len(sound.replace(" ", "")) >= _LONG
        kept: list[Key] = []
        for key in sorted(keys, key=lambda key: (-count[key], key)):
            fits = (
                other
                for other in kept
                if long
                or spelled(key[1]) == spelled(other[1])
                or _in_one_story(company, key, other)
            )
            best = next(fits, None)
            if best:
                work.join(key, best, "another transliteration of the same full name")
            else:
                kept.append(key)


def _in_one_story(company: Company, one: Key, other: Key) -> bool:
    """Whether what is named beside two names tells that they are one person's.

    Where one document has both, they are two, or it would not spell them apart; slips apart.
    """
    if company.together(one, other) and not is_slip(one[1], other[1]):
        return False
    shared = company.shared(one, other)
    return len(shared) >= _PEOPLE and bool(company.telling(shared))


def _join_middle_names(named: Named, company: Company, work: Work) -> None:
    """ "Joshua Norton" is "Joshua Abraham Norton", unless there is a "Joshua Benjamin" too."""
    longer: dict[str, set[Key]] = defaultdict(set)
    for key in keys_of(named, "person"):
        if len(key[1].split()) > 2 and outer_form(key[1]):
            longer[outer_form(key[1])].add(key)
    for outer, keys in longer.items():
        short: Key = ("person", outer)
        if len({work.root(key) for key in keys}) > 1:
            continue
        for key in sorted(keys):
            if short not in named.count or _is_shortened(company, key, short):
                work.join(key, short, "the same name with a middle name")


def _is_shortened(company: Company, full: Key, short: Key) -> bool:
    """Whether a name without its middle is the same person's, which one document says at once."""
    shared = company.shared(full, short)
    return company.together(full, short) or bool(company.telling(shared))


def _join_other_scribes(named: Named, places: Mapping[Key, Finding], work: Work) -> None:
    """Names in another transliteration or script, beside the same names.

    "Picnic" and "Piknik" sound alike; that alone would be too little, and more so for people.
    "Samara" and "Samarra" are two places that the gazetteer knows.
    """
    count = keys_of(named, "person", "organisation", "place")
    alike: dict[tuple[str, str], list[Key]] = defaultdict(list)
    sounds = Memo(wide_sound)
    for key in sorted(count):
        if key[0] == "person":
            if " " in key[1]:
                alike["person", sound_of(key[1])].append(key)
            continue
        alike[key[0], sounds[key[1]]].append(key)
        alike[key[0], skeleton(sounds[key[1]])].append(key)
    alike = {sound: keys for sound, keys in alike.items() if len(keys) > 1}
    company = Company(named, work)
    shared = company.shared
    for (kind, sound), keys in sorted(alike.items()):
        best = most_frequent(keys, count)
        for key in keys if sound else ():
            other_script = is_latin(key[1]) != is_latin(best[1])
            # The bare consonants are enough only where the scripts differ.
            heard = kind == "person" or sound == sounds[key[1]]
            if key == best or not (other_script or heard):
                continue
            if work.root(key) in places and work.root(best) in places:
                continue
            if kind != "person" and other_script and len(sound) > _PLAIN and " " in key[1]:
                work.join(key, best, "the same name in another script")
            elif _in_one_story(company, key, best) if kind == "person" else shared(key, best):
                work.join(key, best, "the same name in another spelling, beside the same names")
