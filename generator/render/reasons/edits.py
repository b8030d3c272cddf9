"""Words for what editors changed."""

from __future__ import annotations

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {
    "merged": "joined by the editors",
    "merged-into": "“{name}” joined by the editors",
    "split-off": "“{name}” taken out by the editors",
    "split-from": "taken out of “{name}” by the editors",
    "renamed": "called “{name}” by the editors",
    "retyped": "made a {type} by the editors",
    "alias-added": "added by the editors",
    "placed": "placed by the editors",
    "sentence-left-out": "one sentence left out",
    "pinned": "put among the key dates",
    "rewritten": "put in other words",
    "redated": "dated {date} instead of {instead}",
    "event-added": "added by the editors",
}
