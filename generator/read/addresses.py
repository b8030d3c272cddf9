"""What a document's address is made from (see `generator.ids`).

Of a text, its first words. What a PDF or a letter in Word says depends on the library that reads
it, and the next version may read it otherwise: addresses of these are made from a key, which is a
digest of the file unless the reader knows something that lasts longer, such as the Message-ID of
a mail. Their titles are part of the address only where the metadata give them.
"""

from __future__ import annotations

from dataclasses import replace

from generator import ids
from generator.model import Document, Source
from generator.read.draft import Drafts

_GIVEN = ("metadata", "front-matter", "table-row")  # origins of titles that do not change


def address_of(document: Document) -> str:
    """The stable name of a document."""
    if document.key:
        given = document.title_origin.code in _GIVEN
        return ids.keyed_id(document.date, document.title if given else "", document.key)
    return ids.document_id(
        document.date, document.title, document.url, document.publisher, document.text
    )


def with_keys(found: Drafts, source: Source) -> Drafts:
    """The documents of a file that is not text, each with a key."""
    several = len(found.drafts) > 1
    drafts = (
        draft if draft.key else replace(draft, key=f"{source.digest}{f' {n}' if several else ''}")
        for n, draft in enumerate(found.drafts, 1)
    )
    return replace(found, drafts=tuple(drafts))
