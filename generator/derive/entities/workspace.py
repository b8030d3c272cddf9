"""What the rules for merging names work on, and what they find beside merges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.derive.entities.context import Context
from generator.derive.entities.gazetteer import GazetteerMatch
from generator.derive.entities.mention_index import Key, MentionIndex, Resolution
from generator.derive.entities.resolver import Resolver
from generator.model import Analysis, Document, Provenance, Reason


@dataclass(slots=True)
class Introduced:
    """An abbreviation that documents introduce.

    names: what they introduce it for, each with the words and the sentence that first do
    documents: these documents, each with the name
    twice: those of them that introduce it for another name, too
    """

    names: dict[Key, tuple[Reason, Provenance]] = field(default_factory=dict)
    documents: dict[str, Key] = field(default_factory=dict)
    twice: dict[str, Key] = field(default_factory=dict)

    def resolutions(self) -> Iterator[tuple[str, Resolution]]:
        """The documents, each with the name that it stands for there."""
        for document, key in self.documents.items():
            why, where = self.names[key]
            yield document, Resolution(key, why, evidence=(where,))


@dataclass(slots=True)
class Workspace:
    """Shared by all rules.

    documents: the oldest first
    context: what is named with what; made again before the rules that need it up to date
    apart: set by the rule for abbreviations: those that stand for a name in some documents only
    places: set by the rule for places: what the gazetteer has for each name
    """

    documents: Sequence[Document]
    analyses: Mapping[str, Analysis]
    index: MentionIndex
    resolver: Resolver
    context: Context
    apart: Mapping[Key, Introduced] = field(default_factory=dict)
    places: Mapping[Key, GazetteerMatch] = field(default_factory=dict)
