"""Addresses of documents whose words depend on the library that reads them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import read_config
from generator.model import Document, Source, reason
from generator.read import is_possible, read_source
from generator.read.addresses import address_of, with_keys
from generator.read.draft import Block, Draft, Drafts
from generator.read.readers import plain


def made(root: Path, words: str, monkeypatch: pytest.MonkeyPatch, **given: object) -> Document:
    """The document that a reader of no text makes, whatever the bytes are."""
    source = Source("2019-05-03-a.txt", "seeds/2019-05-03-a.txt", b"the bytes", "digest")
    draft = Draft(source, origin=reason("metadata", of="document"), blocks=(Block(words),), **given)  # type: ignore[arg-type]
    monkeypatch.setattr(plain, "BINARY", True)
    monkeypatch.setattr(plain, "read_configured", lambda *_: Drafts((draft,)))
    found = read_source(source, read_config(root))
    assert is_possible(found, source)
    assert not is_possible(
        replace(found, documents=(replace(found.documents[0], key="other"),)), source
    )
    return found.documents[0]


def test_the_address_stays_when_words_are_read_otherwise(make_project, monkeypatch) -> None:
    root = make_project({})
    one = made(root, "The harbour was closed.", monkeypatch)
    other = made(root, "Tho harbour was dosed.", monkeypatch)
    assert one.title != other.title
    assert one.id == other.id
    assert one.id.startswith("2019-05-03-")
    assert made(root, "Words.", monkeypatch, key="message-id").id != one.id


def test_a_given_title_is_part_of_the_address(make_project, monkeypatch) -> None:
    found = made(make_project({}), "Words.", monkeypatch, fields={"title": "On the harbour"})
    assert found.id.startswith("2019-05-03-on-the-harbour-")
    assert address_of(found) == found.id


def test_several_documents_of_a_file_have_different_addresses() -> None:
    source = Source("a.bin", "seeds/a.bin", b"", "digest")
    found = with_keys(Drafts((Draft(source), Draft(source), Draft(source, key="own"))), source)
    assert [draft.key for draft in found.drafts] == ["digest 1", "digest 2", "own"]
