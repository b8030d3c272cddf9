"""The claims of a corpus, with what pages and files look up in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.directions import isolated
from generator.lang import language_of
from generator.model import (
    Claim,
    ClaimKind,
    CorrectedFigure,
    Document,
    Figure,
    Provenance,
    Reason,
    inner_claim,
)
from generator.render.catalogues import gettext, message

_BY: dict[ClaimKind, str] = {
    "says": message("Said by"),
    "denies": message("Denied by"),
    "confirms": message("Confirmed by"),
    "accuses": message("Alleged by"),
    "warns": message("Warned of by"),
    "demands": message("Demanded by"),
    "promises": message("Promised by"),
    "asks": message("Asked by"),
}
_OPEN = message("Said by somebody whom the sentence does not name")


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives a figure: the fields of a `Claim`."""

    holder: str
    refers: str
    entity: str


class ClaimIndex:
    """The claims of a corpus; made once for a build.

    newest_first: all, those of the newest source first; within a source in the order of its text
    held: what each entity says, by its id, in that order
    about: the claims that name each entity in what is said, by its id, in that order
    by_id: each claim by its id
    denials: the denials of each claim that is denied, by its id, in that order
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        documents: Sequence[Document],
        corrected: Iterable[CorrectedFigure] = (),
    ) -> None:
        self._corrected = {one.key: one for one in corrected}
        order = {document.id: place for place, document in enumerate(documents)}
        self.newest_first = tuple(sorted(claims, key=lambda c: order[c.where.document]))
        self.held: dict[str, list[Claim]] = {}
        self.about: dict[str, list[Claim]] = {}
        self._languages = {document.id: document.language for document in documents}
        self.by_id = {claim.id: claim for claim in claims}
        self.denials: dict[str, list[Claim]] = {}
        self._at: dict[tuple[str, str], list[Claim]] = {}
        # Quotations of several sentences, by document, in the order of their beginnings.
        self._longer: dict[str, list[Claim]] = {}
        for claim in self.newest_first:
            if claim.entity:
                self.held.setdefault(claim.entity, []).append(claim)
            for name in claim.about:
                self.about.setdefault(name, []).append(claim)
            if claim.denies:
                self.denials.setdefault(claim.denies, []).append(claim)
            where = claim.where
            if claim.start < where.start or claim.end > where.end:
                self._longer.setdefault(where.document, []).append(claim)
            self._at.setdefault((where.document, where.anchor), []).append(claim)

        for longer in self._longer.values():
            longer.sort(key=lambda claim: claim.start)

    def said_by(self, claim: Claim) -> tuple[str, str]:
        """Whose a claim is: "Denied by" and the name, which is "" where the source gives none."""
        words = language_of(self._languages[claim.where.document]).claims
        name = claim.refers or claim.holder
        if name.lower() in words.pronouns | words.object_pronouns:
            return gettext(_OPEN), ""
        return gettext(_BY[claim.kind]), isolated(name)

    def of(self, where: Provenance, place: int) -> Claim | None:
        """The claim to which a place of a sentence belongs; None: it is the source's own.

        Of claims within others, the inner: "officials spoke of 24, but the agency reported 32".
        """
        claim = inner_claim(self.in_sentence(where), place)
        if claim:
            return claim
        longer = self._longer.get(where.document, [])
        at = bisect_right(longer, place, key=lambda claim: claim.start) - 1
        return longer[at] if at >= 0 and place < longer[at].end else None

    def giver(self, figure: Figure, where: Provenance) -> Giver | None:
        """Who gives a figure, as editors say or else its sentence; None: the source itself."""
        own = self._correction(figure, where)
        if own and own.holder is not None:
            return Giver(own.holder, "", own.entity) if own.holder else None
        claim = self.of(where, figure.start)
        return Giver(claim.holder, claim.refers, claim.entity) if claim else None

    def edits(self, figure: Figure, where: Provenance) -> tuple[Reason, ...]:
        """What editors changed about a figure."""
        own = self._correction(figure, where)
        return own.edits if own else ()

    def _correction(self, figure: Figure, where: Provenance) -> CorrectedFigure | None:
        place = where.document, where.anchor, figure.start - where.start
        return self._corrected.get(place) if self._corrected else None

    def in_sentence(self, where: Provenance) -> Sequence[Claim]:
        """The claims that a sentence reports."""
        return self._at.get((where.document, where.anchor), ())
