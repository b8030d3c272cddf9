"""The claims of a corpus, with what pages and files look up in them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Claim, Document, Provenance


class ClaimIndex:
    """The claims of a corpus; made once for a build.

    newest_first: all, those of the newest source first; within a source in the order of its text
    held: what each entity says, by its id, in that order
    about: the claims that name each entity in what is said, by its id, in that order
    by_id: each claim by its id
    denials: the denials of each claim that is denied, by its id, in that order
    """

    def __init__(self, claims: Sequence[Claim], documents: Sequence[Document]) -> None:
        order = {document.id: place for place, document in enumerate(documents)}
        self.newest_first = tuple(sorted(claims, key=lambda c: order[c.where.document]))
        self.held: dict[str, list[Claim]] = {}
        self.about: dict[str, list[Claim]] = {}
        self.by_id = {claim.id: claim for claim in claims}
        self.denials: dict[str, list[Claim]] = {}
        self._at: dict[tuple[str, str], list[Claim]] = {}
        for claim in self.newest_first:
            if claim.entity:
                self.held.setdefault(claim.entity, []).append(claim)
            for name in claim.about:
                self.about.setdefault(name, []).append(claim)
            if claim.denies:
                self.denials.setdefault(claim.denies, []).append(claim)
            where = claim.where
            self._at.setdefault((where.document, where.anchor), []).append(claim)

    def of(self, where: Provenance, place: int) -> Claim | None:
        """The claim of a sentence to which a place of the text belongs; None: the source's own."""
        claims = self._at.get((where.document, where.anchor), ())
        return next((claim for claim in claims if claim.start <= place < claim.end), None)

    def in_sentence(self, where: Provenance) -> Sequence[Claim]:
        """The claims that a sentence reports."""
        return self._at.get((where.document, where.anchor), ())
