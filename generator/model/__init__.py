"""The types that the stages pass to each other. All are frozen; a stage makes new objects.

Offsets are half-open and count Unicode code points of `Document.text`. A date is an ISO string with
what is known: "2024", "2024-03" or "2024-03-25"; "" is an unknown date. These strings sort
chronologically.
"""

from __future__ import annotations

from generator.model.analysis import (
    Analysis,
    DatedSentence,
    Figure,
    Mention,
    Status,
    TimeExpression,
)
from generator.model.corpus import (
    FOLDERS,
    Alias,
    Corpus,
    Entity,
    Event,
    EventKind,
    Evidence,
    FigureGroup,
    Link,
    Place,
    Relation,
    TypeEvidence,
)
from generator.model.curation import (
    ENTITIES_TABLE,
    EVENTS_TABLE,
    Edits,
    EntityEdit,
    EventEdit,
)
from generator.model.documents import (
    INSIDE,
    LONGEST_NAME,
    SOURCE_LINK,
    Document,
    EntityType,
    Inline,
    Page,
    PageKind,
    Passage,
    PassageKind,
    Places,
    Provenance,
    Sentence,
    Source,
    TextLine,
    base_language,
)
from generator.model.media import (
    MEDIA_KINDS,
    Media,
    MediaKind,
    PagePicture,
    ReadMedia,
    ReadPage,
    Scaled,
    media_kind,
)
from generator.model.reasons import Reason, reason
from generator.model.site import Batch, Closing, Target

__all__ = [
    "ENTITIES_TABLE",
    "EVENTS_TABLE",
    "FOLDERS",
    "INSIDE",
    "LONGEST_NAME",
    "MEDIA_KINDS",
    "SOURCE_LINK",
    "Alias",
    "Analysis",
    "Batch",
    "Closing",
    "Corpus",
    "DatedSentence",
    "Document",
    "Edits",
    "Entity",
    "EntityEdit",
    "EntityType",
    "Event",
    "EventEdit",
    "EventKind",
    "Evidence",
    "Figure",
    "FigureGroup",
    "Inline",
    "Link",
    "Media",
    "MediaKind",
    "Mention",
    "Page",
    "PageKind",
    "PagePicture",
    "Passage",
    "PassageKind",
    "Place",
    "Places",
    "Provenance",
    "ReadMedia",
    "ReadPage",
    "Reason",
    "Relation",
    "Scaled",
    "Sentence",
    "Source",
    "Status",
    "Target",
    "TextLine",
    "TimeExpression",
    "TypeEvidence",
    "base_language",
    "media_kind",
    "reason",
]
