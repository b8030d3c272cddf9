"""Which entities have a page of their own.

A name that one source mentions in passing says little on a page of its own, and may be an error of
the tagger. It stays in the data and in the search, and links to it lead to its first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.model import LARGE_ARCHIVE, Document, Entity, Mention

_IN_DATA = 2  # mentions from which a name is in the data, unless it is strong
_SOURCES = 2  # from which a name has a page where the project does not say how many mentions
_MENTIONS = 3  # in a single source, whose page shows them, too
_MENTIONS_IN_LARGE = 6  # the same, in a large archive


def least_in_data(min_mentions: int) -> int:
    """How many mentions a name needs to be an entity at all.

    min_mentions: the project's setting, 0 for none
    """
    return min(min_mentions or _IN_DATA, _IN_DATA)


def with_pages(
    entities: Iterable[Entity], documents: Mapping[str, Document], min_mentions: int
) -> tuple[Entity, ...]:
    """The entities, each knowing whether it has a page.

    documents: by id
    min_mentions: the project's setting, 0 for none
    """
    return tuple(replace(e, has_page=_has_page(e, documents, min_mentions)) for e in entities)


def _has_page(entity: Entity, documents: Mapping[str, Document], min_mentions: int) -> bool:
    if entity.listed_in or entity.edits or entity.wikidata or not entity.mentions:
        return True
    of_mentions = ((m, documents[m.provenance.document]) for m in entity.mentions)
    if min_mentions:
        enough = len(entity.mentions) >= min_mentions
        return enough or any(is_strong(m, document) for m, document in of_mentions)
    return (
        len(entity.documents) >= _SOURCES
        or len(entity.mentions)
        >= (_MENTIONS if len(documents) <= LARGE_ARCHIVE else _MENTIONS_IN_LARGE)
        or any(_is_in_title(m.name, document.title) for m, document in of_mentions)
    )


def is_strong(mention: Mention, document: Document) -> bool:
    """Whether one such mention is enough: a full name with an office, or a name in a title."""
    full_name = mention.type != "person" or " " in mention.name
    return full_name and (bool(mention.role) or _is_in_title(mention.name, document.title))


def _is_in_title(name: str, title: str) -> bool:
    """Whether a title has a name, as whole words."""
    if name not in title:
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title) is not None
