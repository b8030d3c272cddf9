"""People of one name whom the sources may mean as two.

"Ann Lee, 60, a judge" in 2010 and "Ann Lee, 20, a thief" in 2011 are two, and so are those of whom
sources give different years of birth or death, and Ann Lee Jr and Ann Lee Sr. Two offices or homes
are a hint only where the sources have nothing else in common. Only editors can decide; an article
may look back, so years that follow from ages must be far apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.lang import LANGUAGES
from generator.lang.words import any_of
from generator.model import Document, Entity, Mention, Reason, reason
from generator.model.dates import year_of

_WORDS = [language.persons for language in LANGUAGES.values()]
_YEAR = r"([12]\d{3})\b"
_AGE = re.compile(r"(?:, | \()([1-9]\d?)(?:[,;)]|\.(?!\d))", re.ASCII)  # right behind a name
_LIFE = re.compile(rf" \({_YEAR} ?[–—-] ?(?:{_YEAR})?", re.ASCII)  # "(1920–1980)"
_BORN = re.compile(rf",? \(?{any_of(w.born for w in _WORDS)} (?:[\w,]+ ){{0,3}}?{_YEAR}", re.ASCII)
_DIED = re.compile(rf",? \(?{any_of(w.died for w in _WORDS)} (?:[\w,]+ ){{0,3}}?{_YEAR}", re.ASCII)
_GENERATION = re.compile(rf",? ({any_of(g for w in _WORDS for g in w.generations)})\b", re.I)
_OF = re.compile(rf" {any_of(w.role_prepositions for w in _WORDS)} ")
_REACH = 60  # characters behind a name in which such words stand
_AGES_APART = 15  # years between births that no report of an earlier time explains
_YEARS_APART = 2  # years between what sources give as years that no misprint explains
_COMMON = 0.3  # share of all documents; what more of them name connects none …
_FEW = 10  # … but for so many


@dataclass(frozen=True, slots=True)
class TwoPeople:
    """A person who may be two.

    others: ids of the documents that may mean the second one, the smaller number
    mark: what tells the second one apart: a year, a role or a generation
    reason: why
    certain: whether the sources contradict each other
    """

    entity: Entity
    others: tuple[str, ...]
    mark: str
    reason: Reason
    certain: bool


@dataclass(frozen=True, slots=True)
class _Year:
    """A year of birth or death that a document gives, or to which an age at publication leads."""

    year: int
    document: str
    age: int = 0


def two_people(entities: Sequence[Entity], documents: Iterable[Document]) -> Iterator[TwoPeople]:
    """The people who may be two, each for the best reason."""
    by_id = {document.id: document for document in documents}
    named: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        if len(entity.documents) <= max(_COMMON * len(by_id), _FEW):
            for document in entity.documents:
                named[document].add(entity.id)
    for entity in entities:
        if entity.type == "person" and len(entity.documents) > 1:
            found = _contradiction(entity, by_id) or _nothing_in_common(entity, named)
            if found:
                yield found


def with_doubts(entities: Sequence[Entity], documents: Iterable[Document]) -> tuple[Entity, ...]:
    """The entities, with the reason on those of whom the sources contradict each other."""
    doubts = {
        found.entity.id: found.reason for found in two_people(entities, documents) if found.certain
    }
    return tuple(replace(e, doubt=doubts[e.id]) if e.id in doubts else e for e in entities)


def _contradiction(entity: Entity, documents: Mapping[str, Document]) -> TwoPeople | None:
    """Years of birth or death, ages, or generations that cannot be one person's."""
    born, died, ages = [], [], []
    generations: dict[str, list[str]] = defaultdict(list)
    for mention in entity.mentions:
        if " " not in mention.text:
            continue
        document = documents[mention.provenance.document]
        end = mention.provenance.end
        behind = document.text[end : end + _REACH]
        life = _LIFE.match(behind)
        birth = life or _BORN.match(behind)
        death = (life[2] if life else "") or _found(_DIED.match(behind))
        if birth:
            born.append(_Year(int(birth[1]), document.id))
        if death:
            died.append(_Year(int(death), document.id))
        age = _AGE.match(behind)
        if age and document.date:
            ages.append(_Year(year_of(document.date) - int(age[1]), document.id, int(age[1])))
        generation = _GENERATION.match(behind) or _GENERATION.search(mention.text)
        if generation:
            generations[generation[1].lower()].append(document.id)
    return (
        _apart(entity, born, _YEARS_APART, "births-apart")
        or _apart(entity, died, _YEARS_APART, "deaths-apart")
        or _apart(entity, [*born, *ages], _AGES_APART, "ages-apart")
        or _generations(entity, generations)
    )


def _found(match: re.Match[str] | None) -> str:
    return match[1] if match else ""


def _apart(entity: Entity, years: Sequence[_Year], least: int, code: str) -> TwoPeople | None:
    """Whether the widest gap between years is too wide, and who is on its smaller side."""
    ordered = sorted(set(years), key=lambda y: (y.year, y.document))
    gaps = [(later.year - y.year, at) for at, (y, later) in enumerate(pairwise(ordered), 1)]
    gap, at = max(gaps, default=(0, 0))
    if gap < least:
        return None
    most, others = sorted((ordered[:at], ordered[at:]), key=len, reverse=True)
    documents = tuple(dict.fromkeys(year.document for year in others))
    if not {year.document for year in most}.isdisjoint(documents):
        return None  # one source says both: a misprint, or about somebody else
    one, two, aged = most[0], others[0], code == "ages-apart"
    source, other = one.document, two.document
    why = reason(code, one=str(one.year), source=source, two=str(two.year), other=other)
    if aged:
        when = str(one.year + one.age), str(two.year + two.age)
        ages = str(one.age), str(two.age)
        why = reason(
            code,
            one=ages[0],
            then=when[0],
            source=source,
            two=ages[1],
            now=when[1],
            other=other,
        )
    return TwoPeople(entity, documents, str(two.year), why, certain=True)


def _generations(entity: Entity, found: Mapping[str, Sequence[str]]) -> TwoPeople | None:
    """Whether some sources call the person Jr and others Sr."""
    groups = sorted(found.items(), key=lambda item: (-len(set(item[1])), item[0]))
    if len(groups) < 2:
        return None
    (one, some), (two, others) = groups[:2]
    documents = tuple(dict.fromkeys(d for d in others if d not in some))
    if not documents:
        return None
    why = reason("generations-apart", one=one, source=some[0], two=two, other=documents[0])
    return TwoPeople(entity, documents, two.capitalize(), why, certain=True)


def _nothing_in_common(entity: Entity, named: Mapping[str, set[str]]) -> TwoPeople | None:
    """Whether sources that give different offices or homes share no other name."""
    beside: dict[str, set[str]] = defaultdict(set)
    words: dict[str, str] = {}
    for mention in entity.mentions:
        if mention.role and " " in mention.text:
            document = mention.provenance.document
            beside[document].add(_head(mention))
            words.setdefault(document, mention.role)
    first = next(iter(beside), "")
    one = _connected(first, {d: own | named[d] - {entity.id} for d, own in beside.items()})
    two = [document for document in beside if document not in one]
    if not two:
        return None
    why = reason("nothing-shared", one=words[first], source=first, two=words[two[0]], other=two[0])
    return TwoPeople(entity, tuple(two), words[two[0]], why, certain=False)


def _connected(first: str, having: Mapping[str, set[str]]) -> set[str]:
    """The sources that share an office or a name with one, or with others that do.

    having: for each source the offices and the names that it has
    """
    sources: dict[str, list[str]] = defaultdict(list)
    for document, names in having.items():
        for name in names:
            sources[name].append(document)
    found, waiting = {first}, [first]
    while waiting:
        for name in having.get(waiting.pop(), ()):
            new = [document for document in sources.pop(name, ()) if document not in found]
            found.update(new)
            waiting += new
    return found


def _head(mention: Mention) -> str:
    """The office itself: the last word before what it is of."""
    return _OF.split(mention.role)[0].split()[-1].casefold()
