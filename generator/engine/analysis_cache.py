"""The cache of what was found in each source, and the checks before any of it is believed.

What is found in a source depends on its bytes and its name, on what editors decided about it, and
on what is in the analysis fingerprint; a digest of these is the key of an entry. Entries are
checked against the types of `generator.model`, and `read` and `analyse` say whether they could have
found what is in them. If not, the entry is ignored and the source is read again. So whatever
anybody puts into the cache, only text, which is escaped, and tags such as `read` writes can reach a
page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import msgspec

from generator.analyse import is_possible_analysis
from generator.config import Config
from generator.engine.cache import Cache, unpack
from generator.model import Analysis, Decision, Source, TimeExpression
from generator.read import Found, is_possible
from generator.read import joined as read_joined

_TIME_FIELDS = tuple(f.name for f in fields(TimeExpression) if f.name not in ("start", "end"))


@dataclass(frozen=True, slots=True)
class ExtractionResult:
    """What was found in one source.

    found: its documents, and what was wrong with it
    analyses: of the documents, in the same order
    parts: with a number, nothing is here: that many entries of their own hold parts of the source
        (see `generator.engine.parts`)
    """

    found: Found
    analyses: tuple[Analysis, ...]
    parts: int = 0


def joined(parts: Sequence[ExtractionResult]) -> ExtractionResult:
    """What was found in a source, from what was found in its parts, in their order."""
    return ExtractionResult(
        read_joined([part.found for part in parts]),
        tuple(analysis for part in parts for analysis in part.analyses),
    )


class AnalysisCache:
    """The extraction results of a project.

    pictures: paths of all pictures (see `generator.read.choose`); an entry that was made when other
        pictures were there is not used
    fingerprint: the analysis fingerprint
    read_only: add nothing
    folder: where it is, if not in the project's cache
    """

    def __init__(
        self,
        config: Config,
        pictures: frozenset[str],
        fingerprint: str,
        *,
        read_only: bool = False,
        folder: Path | None = None,
    ) -> None:
        self._cache = Cache(folder or config.cache / "analysis")
        self._pictures, self._today = pictures, config.today
        self._fingerprint = fingerprint.encode()
        self._decisions = config.decisions
        self._read_only = read_only
        self._decoder = msgspec.msgpack.Decoder(ExtractionResult)
        self._known: dict[Any, Any] = {}

    def get(self, source: Source, part: int = 0) -> bytes | None:
        """The packed entry of a source, for `open`. `part`: the number of one, 0 for all."""
        return self._cache.get(self._key(source, part))

    def open(self, source: Source, packed: bytes) -> ExtractionResult | None:
        """What an entry holds; None where that is not possible for this source."""
        result = unpack(packed, self._decoder)
        if result and result.parts:
            return self._open_parts(source, result.parts)
        return self._checked(result, source)

    def open_part(self, source: Source, part: int) -> ExtractionResult | None:
        """What the entry of a part holds; None where there is none that is possible."""
        packed = self.get(source, part)
        return self._checked(unpack(packed, self._decoder), source) if packed else None

    def put(self, source: Source, packed: bytes, part: int = 0) -> ExtractionResult:
        """Keep a new result, packed as MessagePack, and unpack it."""
        if not self._read_only:
            self._cache.put(self._key(source, part), packed)
        return _interned(self._decoder.decode(packed), self._known)

    def put_parts(self, source: Source, number: int) -> None:
        """Keep how many parts a source has, each of which has been put."""
        if not self._read_only:
            entry = ExtractionResult(Found((), ()), (), number)
            self._cache.put(self._key(source), msgspec.msgpack.encode(entry))

    def _open_parts(self, source: Source, number: int) -> ExtractionResult | None:
        parts = []
        for part in range(1, number + 1):
            result = self.open_part(source, part)
            if result is None:
                return None
            parts.append(result)
        return joined(parts) if parts else None

    def _checked(self, result: ExtractionResult | None, source: Source) -> ExtractionResult | None:
        """The result if it can be that of a source, or of one of its parts."""
        if result is None or result.parts:
            return None
        if not self._is_current(result) or not _is_possible(result, source):
            return None
        return _interned(result, self._known)

    def prune(self, sources: Iterable[Source]) -> None:
        """Remove old entries, but none of these sources."""
        self._cache.prune(frozenset(map(self._key, sources)))

    def _key(self, source: Source, part: int = 0) -> str:
        decided = Decision.of(source.path, self._decisions)
        told = repr(decided) if decided.publish or decided.date else ""
        own = "\0".join((source.path, source.shown, source.digest, str(part), told))
        return hashlib.sha256(self._fingerprint + own.encode("utf-8", "replace")).hexdigest()

    def _is_current(self, result: ExtractionResult) -> bool:
        found = result.found
        return all((path in self._pictures) == there for path, there in found.pictures) and all(
            (day <= self._today) == over for day, over in found.embargoes
        )


def _interned(result: ExtractionResult, known: dict[Any, Any]) -> ExtractionResult:
    """The same with one object for equal values, of which there would be millions.

    Every place in a document is given by the document's name and a sentence's anchor. Nobody else
    has seen these objects yet, so they may be written to.

    known: the values in other results; added to
    """
    one, put = known.setdefault, object.__setattr__
    for document, analysis in zip(result.found.documents, result.analyses, strict=True):
        anchors = {s.anchor: s.anchor for p in document.passages for s in p.sentences}
        for mention in (*analysis.mentions, *analysis.adjectives):
            # Field by field, not in a loop over their names: there are half a million of them.
            put(mention, "text", one(mention.text, mention.text))
            put(mention, "name", one(mention.name, mention.name))
            put(mention, "role", one(mention.role, mention.role))
            where = mention.provenance
            put(where, "document", document.id)
            put(where, "anchor", anchors.get(where.anchor, where.anchor))
        for dated in analysis.dated_sentences:
            where, time = dated.where, dated.time
            put(where, "document", document.id)
            put(where, "anchor", anchors.get(where.anchor, where.anchor))
            for name in _TIME_FIELDS:
                value = getattr(time, name)
                put(time, name, one(value, value))
    return result


def _is_possible(result: ExtractionResult, source: Source) -> bool:
    """Whether a result can be that of a source."""
    documents, analyses = result.found.documents, result.analyses
    return (
        len(documents) == len(analyses)
        and is_possible(result.found, source)
        and all(map(is_possible_analysis, analyses, documents))
    )
