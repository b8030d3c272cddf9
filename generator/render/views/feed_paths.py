"""Which names and subjects have a feed of their own, and where.

A site need not have a file for each name that comes up now and then.
"""

from __future__ import annotations

from generator.model import Entity
from generator.render.urls import FEED
from generator.render.views.facets import Facet, Value

_FEWEST = 10  # sources
_OF_SUBJECTS = "subjects"


def entity_feed(entity: Entity) -> str:
    """The path of an entity's feed, beside its page; "" if it has none."""
    has = entity.has_page and len(entity.documents) >= _FEWEST
    return f"{entity.id}.xml" if has else ""


def value_feed(facet: Facet, value: Value) -> str:
    """The path of a subject's feed, beside its page; "" if it has none."""
    has = facet.folder == _OF_SUBJECTS and len(value.documents) >= _FEWEST
    return value.path.replace("index.html", FEED) if has else ""
