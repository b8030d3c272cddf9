"""Group the sentences of one date by what they are about.

Sentences are compared by their words, rare ones weighing more (tf-idf and cosine; Salton and
Buckley 1988); figures do not count, so that "40 dead" and "60 dead" come together. Each sentence,
in turn, joins the most similar group or starts its own (leader clustering; Hartigan 1975). Only
groups that share a word are compared, so the time grows with the words and not with the square of
the sentences. A sentence does not join a group with other names ("Baghdad", "Kabul"), however
similar the words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.lang import LANGUAGES
from generator.lang.words import any_of

_JOIN = 0.22  # cosine above which a sentence joins a group
_MERGE = 0.45  # cosine above which two groups are one
_NEAR = 60  # code points within which a word belongs to a time expression
_FAR_PART = 0.3
_MOST_POSTINGS = 400  # a word that so many groups have does not distinguish them
_WORD = re.compile(r"[^\W\d_]{3,}")
# After white space or a quotation mark: the first word of a sentence has its capital anyway.
_NAME = re.compile(r"(?<=[\s“\"‘(])[^\W\d_a-z][^\W\d_]+")
_ENDINGS = re.compile(f"{any_of(language.word_endings for language in LANGUAGES.values())}$")
_STOP = frozenset[str]().union(*(language.stop_words for language in LANGUAGES.values()))

Terms = Mapping[str, float]


def stem_of(word: str) -> str:
    """A word in lower case without its ending; "" for a stop word."""
    small = word.lower()
    return "" if small in _STOP else _ENDINGS.sub("", small)


def terms(text: str, start: int, end: int, stems: Mapping[str, str]) -> Mapping[str, float]:
    """What a sentence is about: its words without common endings, and how much each counts.

    Words near the time expression, at start..end, count in full: they say what happened then.

    stems: what `stem_of` gives for each word
    """
    found: dict[str, float] = {}
    first, last = start - _NEAR, end + _NEAR
    for match in _WORD.finditer(text):
        stem = stems[match.group()]
        if stem:
            if match.end() >= first and match.start() <= last:
                found[stem] = 1.0
            elif stem not in found:
                found[stem] = _FAR_PART
    return found


def names(text: str, unwanted: frozenset[str]) -> frozenset[str]:
    """The capitalised words of a sentence but its first; `unwanted`: the outlet's own name."""
    found = _NAME.findall(text)
    return frozenset(w for w in found if w not in unwanted and w.lower() not in _STOP)


class Weights:
    """How much weight each word has, from the number of sentences that have it."""

    def __init__(self, sentences: Iterable[Mapping[str, float]]) -> None:
        everything = list(sentences)
        self._total = len(everything)
        self._count = Counter(word for sentence in everything for word in sentence)

    def vector(self, words: Mapping[str, float]) -> Terms:
        """The weight of each word of a sentence, of length 1 in all; empty for no words.

        The usual logarithm is damped by a square root: in a corpus on one subject, the words of
        the subject are frequent and still say what a sentence is about.
        """
        weights = {
            word: part * math.sqrt(math.log(1 + self._total / self._count[word]))
            for word, part in sorted(words.items())
        }
        return _unit(weights)


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """What of a sentence is compared: its weighted words, and the names in it."""

    vector: Terms
    names: frozenset[str]


@dataclass(slots=True)
class _Group:
    """Similar sentences.

    names: those of its first member
    members: the indexes of its sentences, in the given order
    total: the sum of their vectors
    square: the sum of the squares of `total`
    """

    names: frozenset[str] = frozenset()
    members: list[int] = field(default_factory=list)
    total: dict[str, float] = field(default_factory=dict)
    square: float = 0.0

    def add(self, index: int, vector: Terms) -> None:
        """Add a sentence."""
        self.members.append(index)
        total, square = self.total, self.square
        for word, value in vector.items():
            before = total.get(word, 0.0)
            total[word] = before + value
            square += value * (2 * before + value)
        self.square = square

    def similarity(self, vector: Terms) -> float:
        """How similar a vector is to all members; only comparable within one group."""
        return sum(value * self.total.get(word, 0.0) for word, value in vector.items())


def cluster(features: Sequence[SentenceFeatures]) -> list[tuple[int, ...]]:
    """Groups of similar sentences, each the indexes of its members, the most central first."""
    if len(features) == 1:
        return [(0,)]
    groups = _lead(features, _JOIN)
    # Groups that have become similar as they grew are merged in a second round.
    merged = _lead([SentenceFeatures(_unit(g.total), g.names) for g in groups], _MERGE)
    return [_central_first([groups[n] for n in found.members], features) for found in merged]


def _lead(features: Sequence[SentenceFeatures], join: float) -> list[_Group]:
    """One round: each sentence, in turn, joins the most similar group or starts its own."""
    groups: list[_Group] = []
    having: dict[str, dict[int, float]] = {}  # the groups with a word, and its weight in each
    for index, sentence in enumerate(features):
        products: dict[int, float] = {}
        for word, value in sentence.vector.items():
            known = having.get(word)
            if known and len(known) <= _MOST_POSTINGS:
                for number, weight in known.items():
                    products[number] = products.get(number, 0.0) + value * weight
        best, similarity = -1, join
        for number, product in products.items():
            cosine = product / math.sqrt(groups[number].square)
            if cosine > similarity and _may_be_one_event(groups[number].names, sentence.names):
                best, similarity = number, cosine
        if best < 0:
            best = len(groups)
            groups.append(_Group(sentence.names))
        group = groups[best]
        group.add(index, sentence.vector)
        for word in sentence.vector:
            having.setdefault(word, {})[best] = group.total[word]
    return groups


def _may_be_one_event(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of names can be those of one event: they share half of the smaller."""
    return not one or not other or 2 * len(one & other) >= min(len(one), len(other))


def _central_first(
    groups: Sequence[_Group], features: Sequence[SentenceFeatures]
) -> tuple[int, ...]:
    """The members of these groups, the one most similar to all of them first."""
    if len(groups) == 1 and len(groups[0].members) == 1:
        return tuple(groups[0].members)
    whole = _Group()
    for group in groups:
        for word, value in group.total.items():
            whole.total[word] = whole.total.get(word, 0.0) + value
    members = (index for group in groups for index in group.members)
    return tuple(
        sorted(members, key=lambda n: (-round(whole.similarity(features[n].vector), 9), n))
    )


def nearness(vectors: Sequence[Terms]) -> list[float]:
    """For each vector how near it is to the sum of all (cosine).

    The sentence nearest to this centroid says best what a collection is about (Radev et al. 2004).
    """
    whole: dict[str, float] = {}
    for vector in vectors:
        for word, value in vector.items():
            whole[word] = whole.get(word, 0.0) + value
    whole = dict(_unit(whole))
    return [round(sum(v * whole[word] for word, v in vector.items()), 6) for vector in vectors]


def _length(vector: Terms) -> float:
    return math.sqrt(sum(value * value for value in vector.values()))


def _unit(vector: Terms) -> Terms:
    length = _length(vector)
    return {word: value / length for word, value in vector.items()} if length else {}
