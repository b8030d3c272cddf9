"""Events that the texts date.

Sentences of one date that are about the same thing are one event
(`generator.derive.events.clustering`). Its id is that of its earliest sentence, made from the date,
the document and the sentence's anchor, so it lasts as long as that sentence; every other sentence
of it has an id, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.derive.entities.normalise import Memo
from generator.derive.events.alone import leaning_of
from generator.derive.events.births import Births
from generator.derive.events.clustering import (
    SentenceFeatures,
    Weights,
    cluster,
    names,
    nearness,
    stem_of,
    terms,
)
from generator.derive.events.independence import voices_of
from generator.derive.isolation import Failure, isolated
from generator.ids import digest, free_slug
from generator.model import (
    DatedSentence,
    Document,
    Entity,
    Event,
    Evidence,
    Provenance,
)
from generator.model.dates import DAY, MONTH, YEAR, chronological, extent, length, shortened

_HALF = 0.5
_REACH = 400  # code points
_LEAD = 0.25
_LEANING = 0.25


def date_of(dated: DatedSentence) -> str:
    """The date of a sentence as the timeline names it: "2024-03-22", "2024-03", "2024", "a/b"."""
    time = dated.time
    first, last = time.first, time.last
    if first == last:
        return first
    for size in (MONTH, YEAR):
        whole = shortened(first, size)
        if (first, last) == extent(whole)[:2]:
            return whole  # "early March" is not a whole month
    return f"{first}/{last}"


Groups = Mapping[str, Sequence[Sequence[int]]]


def group_sentences(
    documents: Mapping[str, Document], dated_sentences: Sequence[DatedSentence]
) -> tuple[Groups, Sequence[float]]:
    """For each date the groups of sentences about one event, by their index.

    Also for each sentence how near it is to what all are about, 0 to 1.

    dated_sentences: by publication date of their documents, then in the order of the text
    """
    stems = Memo(stem_of)
    words = [_terms(documents[s.where.document], s, stems) for s in dated_sentences]
    weights = Weights(words)
    vectors = [weights.vector(own) for own in words]
    by_date: dict[str, list[int]] = {}
    for index, dated in enumerate(dated_sentences):
        by_date.setdefault(date_of(dated), []).append(index)
    groups: dict[str, list[list[int]]] = {}
    for date, indexes in by_date.items():
        features = [
            SentenceFeatures(vectors[index], _names(documents, dated_sentences[index]))
            for index in indexes
        ]
        groups[date] = [[indexes[n] for n in group] for group in cluster(features)]
    return groups, nearness(vectors)


@dataclass(frozen=True, slots=True)
class EventBuilder:
    """Makes events from dated sentences.

    documents: all, by id
    dated_sentences: see `group_sentences`
    origin: see `generator.derive.events.independence`
    nearness: for each of them how near it is to what all are about; see `group_sentences`
    named: ids of the entities mentioned in a sentence, by document and anchor
    births: see `generator.derive.events.births`
    ids: see `evidence_ids`
    """

    documents: Mapping[str, Document]
    dated_sentences: Sequence[DatedSentence]
    origin: Mapping[str, str]
    nearness: Sequence[float]
    named: Mapping[tuple[str, str], Sequence[str]]
    births: Births
    ids: Mapping[tuple[str, Provenance], str]

    def events(
        self, groups: Groups, day_scores: Mapping[str, float], failures: list[Failure]
    ) -> tuple[Event, ...]:
        """The events, by date and then by score.

        Of one day, the event that more sources report has the day's score, and the others their
        share of it. It counts for less if no sentence of it makes sense alone, or if it is far from
        what the collection is about.

        groups: see `group_sentences`
        failures: events that cannot be made are added
        """
        events: list[Event] = []
        leads = _leads(self.documents)
        for date, own in groups.items():
            members = [[self.dated_sentences[index] for index in group] for group in own]
            spoken = [self._voices(group) for group in members]
            leans = [self._leanings(group) for group in members]
            near = [max(self.nearness[index] for index in group) for group in own]
            nearest = max(near) or 1.0
            strength = [
                _strength(group, voices, leads) * _clarity(leaning) * (1 + n / nearest) / 2
                for group, voices, leaning, n in zip(members, spoken, leans, near, strict=True)
            ]
            strongest = max(strength)
            for group, voices, leaning, strong in zip(
                members, spoken, leans, strength, strict=True
            ):
                score = day_scores.get(group[0].time.first, 0.0) if length(date) == DAY else 0.0
                with isolated("event", date, group[0].where.document, failures):
                    share = strong / strongest * self._weight(group, voices)
                    final = min(score * share, 1.0)
                    events.append(self._event(date, group, voices, leaning, final))
        return tuple(sorted(events, key=in_order))

    def with_only(self, event: Event, kept: Sequence[Evidence]) -> Event:
        """The event with only some of its sentences, and with the same id.

        Its score falls as fewer sources report it.
        """
        names, known = set(event.documents), {(e.where, e.time): e for e in event.evidence}
        whole = [
            s
            for s in self.dated_sentences
            if s.where.document in names and (s.where, s.time) in known
        ]
        group = [s for s in whole if known[s.where, s.time] in kept]
        first = kept[0].where, kept[0].time  # the representative, as long as it is kept
        group.sort(key=lambda s: (s.where, s.time) != first)
        voices = self._voices(group)
        leads = _leads(self.documents)
        leaning = self._leanings(group)
        weaker = _strength(group, voices, leads) * _clarity(leaning)
        weaker /= _strength(whole, self._voices(whole), leads) * _clarity(self._leanings(whole))
        made = self._event(event.date, group, voices, leaning, event.score * weaker)
        return replace(made, id=event.id, edits=event.edits)

    def _voices(self, group: Sequence[DatedSentence]) -> Sequence[str]:
        """For each sentence the name of its voice; see `generator.derive.events.independence`."""
        return voices_of(
            [
                (
                    self.origin[s.where.document],
                    self.documents[s.where.document].text[s.where.start : s.where.end],
                )
                for s in group
            ]
        )

    def _best_first(
        self, group: Sequence[DatedSentence], leaning: Sequence[int]
    ) -> Sequence[DatedSentence]:
        """The representative first, the rest by age.

        It tells what happened as a fact, outside a heading, and leans least on other sentences; of
        several such the one most like all the others.
        """
        # The group comes with its most central sentence first; of equals, that is the best.
        _, _, _, best = min(
            (bool(s.status), _is_heading(s, self.documents), own, n)
            for n, (s, own) in enumerate(zip(group, leaning, strict=True))
        )
        rest = (s for n, s in enumerate(group) if n != best)
        return (group[best], *sorted(rest, key=lambda s: _age(s.where, self.documents)))

    def _weight(self, group: Sequence[DatedSentence], voices: Sequence[str]) -> float:
        """What an event counts as a birth; 1 if it is none."""
        return self.births.weight(group, self.documents, len(set(voices)))

    def _leanings(self, group: Sequence[DatedSentence]) -> Sequence[int]:
        """For each sentence how much it leans on others; see `generator.derive.events.alone`."""
        return [
            leaning_of(
                self.documents[s.where.document],
                s,
                named=(s.where.document, s.where.anchor) in self.named,
            )
            for s in group
        ]

    def _event(
        self,
        date: str,
        group: Sequence[DatedSentence],
        voices: Sequence[str],
        leaning: Sequence[int],
        score: float,
    ) -> Event:
        documents = self.documents
        asserted, _ = _heard(group, voices)
        evidence = [
            Evidence(self.ids[date_of(s), s.where], s.where, s.time, s.status)
            for s in self._best_first(group, leaning)
        ]
        earliest = min(evidence, key=lambda e: _age(e.where, documents))
        mentioned = [
            e for s in group for e in self.named.get((s.where.document, s.where.anchor), ())
        ]
        time = group[0].time
        order = {s.where.document for s in group}
        return Event(
            id=earliest.id,
            kind="reported",
            date=date,
            first=time.first,
            last=time.last,
            precision=time.precision,
            modality=_if_all(s.time.modality for s in group),
            status=evidence[0].status,
            score=round(score, 4),
            sources=len(asserted or set(voices)),
            documents=tuple(sorted(order, key=lambda d: (_published(documents[d]), d))),
            evidence=tuple(evidence),
            entities=_most_frequent_first(mentioned),
        )


def entities_by_sentence(entities: Iterable[Entity]) -> Mapping[tuple[str, str], list[str]]:
    """The ids of the entities mentioned in each sentence, by document and anchor."""
    found: dict[tuple[str, str], list[str]] = {}
    for entity in entities:
        for key in {(m.provenance.document, m.provenance.anchor) for m in entity.mentions}:
            found.setdefault(key, []).append(entity.id)
    return found


def _clarity(leaning: Sequence[int]) -> float:
    """1 if a sentence of an event makes sense alone; the less, the more all lean on others."""
    return 1 / (1 + _LEANING * min(leaning))


def _heard(
    group: Sequence[DatedSentence], voices: Sequence[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The voices that say that it happened, and those that plan, doubt, deny or only report it."""
    pairs = list(zip(group, voices, strict=True))
    return (
        frozenset(voice for sentence, voice in pairs if not sentence.status),
        frozenset(voice for sentence, voice in pairs if sentence.status),
    )


def _strength(
    group: Sequence[DatedSentence], voices: Sequence[str], leads: Mapping[str, int]
) -> float:
    """How many independent sources report it.

    What is only planned, uncertain, denied or dated by the report counts half. What one of them
    says in its first passage counts a little more: that is what the report is about.

    leads: the number of that passage, for each document
    """
    asserted, others = _heard(group, voices)
    opens = any(not s.status and s.where.passage == leads[s.where.document] for s in group)
    return len(asserted) + _HALF * len(others - asserted) + (_LEAD if opens else 0.0)


def _leads(documents: Mapping[str, Document]) -> Mapping[str, int]:
    """For each document the number of the first passage that is not a heading."""
    return Memo(
        lambda name: next((p.number for p in documents[name].passages if p.kind != "heading"), 0)
    )


def _most_frequent_first(values: Iterable[str]) -> tuple[str, ...]:
    ordered = sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))
    return tuple(value for value, _ in ordered)


def _is_heading(dated: DatedSentence, documents: Mapping[str, Document]) -> bool:
    where = dated.where
    return documents[where.document].passages[where.passage].kind == "heading"


def _age(where: Provenance, documents: Mapping[str, Document]) -> tuple[str, str, int]:
    return _published(documents[where.document]), where.document, where.start


def _published(document: Document) -> str:
    """A sort key: when a document was published; undated ones come last."""
    return chronological(document.date) or "~"


def in_order(event: Event) -> tuple[str, str, float, int, str]:
    """A sort key: events by their dates, of one date the most important first."""
    days = chronological(event.first), chronological(event.last)
    return *days, -event.score, -event.sources, event.id


def evidence_id(date: str, where: Provenance) -> str:
    """The stable id of a sentence at a date."""
    name = digest(f"{where.document}\n{where.anchor}", 7)
    return f"e{date.replace('/', '--')}-{name}"


def evidence_ids(sentences: Iterable[DatedSentence]) -> Mapping[tuple[str, Provenance], str]:
    """The stable id of each sentence at each of its dates, no two of them equal."""
    ids: dict[tuple[str, Provenance], str] = {}
    taken: set[str] = set()
    for sentence in sentences:
        date, where = key = date_of(sentence), sentence.where
        if key not in ids:
            detail = f"{where.document}\n{where.anchor}"
            ids[key] = free_slug(evidence_id(date, where), detail, taken)
            taken.add(ids[key])
    return ids


def _if_all(values: Iterable[str]) -> str:
    """The value that all have, or ""."""
    found = set(values)
    return found.pop() if len(found) == 1 else ""


def _terms(
    document: Document, dated: DatedSentence, stems: Mapping[str, str]
) -> Mapping[str, float]:
    start, end = _around(dated)
    first, last = dated.place
    return terms(document.text[start:end], first - start, last - start, stems)


def _names(documents: Mapping[str, Document], dated: DatedSentence) -> frozenset[str]:
    document = documents[dated.where.document]
    start, end = _around(dated)
    outlet = frozenset(document.publisher.split())
    text = document.text[start:end]
    first, last = dated.place
    # "March" and "Friday" do not name what happened.
    return names(text[: first - start] + " " * (last - first) + text[last - start :], outlet)


def _around(dated: DatedSentence) -> tuple[int, int]:
    """The sentence, or the part around the expression if it is very long."""
    where, (first, last) = dated.where, dated.place
    return max(where.start, first - _REACH), min(where.end, last + _REACH)
