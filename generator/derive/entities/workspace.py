"""What the rules for merging names work on, and what else they find."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.derive.entities.context import Context
from generator.derive.entities.gazetteer import Gazetteer, GazetteerMatch
from generator.derive.entities.mention_index import Key, MentionIndex, Resolution
from generator.derive.entities.namesakes import Namesakes
from generator.derive.entities.resolver import Resolver
from generator.derive.entities.towns import Towns
from generator.model import Analysis, Document, Provenance, Reason


@dataclass(slots=True)
class Introduced:
    """An abbreviation that documents introduce.

    names: what they introduce it for, each with the first reason and sentence
    documents: these documents, each with the name
    twice: those of them that introduce it for a second name, with that
    """

    names: dict[Key, tuple[Reason, Provenance]] = field(default_factory=dict)
    documents: dict[str, Key] = field(default_factory=dict)
    twice: dict[str, Key] = field(default_factory=dict)

    def resolutions(self) -> Iterator[tuple[str, Resolution]]:
        """The documents, each with what the abbreviation stands for there."""
        for document, key in self.documents.items():
            why, where = self.names[key]
            yield document, Resolution(key, why, evidence=(where,))


@dataclass(slots=True)
class Workspace:
    """Shared by all rules.

    documents: the oldest first
    context: what is mentioned with what; remade before the rules that need it up to date
    gazetteer: for the names of the archive
    towns: those that sources tell apart from others of their names
    apart: set by the rule for abbreviations: those that stand for a name in some documents only
    namesakes: set by the rule for middle names: full names that documents use for two people
    places: set by the rule for places: the gazetteer's match for each name
    """

    documents: Sequence[Document]
    analyses: Mapping[str, Analysis]
    index: MentionIndex
    resolver: Resolver
    context: Context
    gazetteer: Gazetteer
    towns: Towns
    apart: Mapping[Key, Introduced] = field(default_factory=dict)
    namesakes: Namesakes | None = None
    places: Mapping[Key, GazetteerMatch] = field(default_factory=dict)
