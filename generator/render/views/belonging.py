"""Records to which others belong, as parts of a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Document


def wholes_of(documents: Sequence[Document]) -> Mapping[str, Document]:
    """The records to which others belong, by the names of those.

    A transcript has the identifier of its record, which is in another file; it may stand for the
    record.
    """
    own = {(d.path, d.identifier): d for d in reversed(documents)}
    records = {d.identifier: d for d in documents if d.parent != d.identifier}
    transcripts = {d.identifier: d for d in documents if _has_its_file(d)}
    found = {}
    for document in documents:
        whole = own.get((document.path, document.parent))
        if document.parent == document.identifier or (not whole and _has_its_file(document)):
            whole = records.get(document.parent)
        elif not whole:
            whole = transcripts.get(document.parent)
        if whole and document.parent and whole is not document:
            found[document.id] = whole
    return found


def _has_its_file(document: Document) -> bool:
    """Whether a record's file is called like it, as those of transcripts are."""
    name = document.path.rpartition("/")[2].rpartition(".")[0]
    return bool(name) and name == document.identifier
