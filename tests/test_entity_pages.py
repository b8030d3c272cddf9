"""Which names have a page of their own, beside `decisions/page-of-its-own.yaml`."""

from __future__ import annotations

from unittest.mock import Mock

from generator.derive.entities.pages import with_pages
from generator.model import Document, Entity, Mention, Provenance


def test_large_archives_have_pages_for_names_that_one_source_mentions_six_times() -> None:
    one = Mention("Ann Lee", "person", "Ann Lee", Provenance("0", 0, 0, 7, ""))
    entities = [
        Entity(f"people/{n}", "Ann Lee", "person", (), (one,) * n, (), ("0",)) for n in (2, 3, 5, 6)
    ]

    def paged(sources: int) -> list[int]:
        documents = dict.fromkeys(map(str, range(sources)), Mock(spec=Document, title="A day"))
        return [len(e.mentions) for e in with_pages(entities, documents, 0) if e.has_page]

    assert paged(500) == [3, 5, 6]
    assert paged(501) == [6]
