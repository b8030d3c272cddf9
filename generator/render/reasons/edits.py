"""Words for what editors changed."""

from __future__ import annotations

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {
    "merged": "merged by the editors",
    "merged-into": "“{name}” merged into this entry by the editors",
    "split-off": "“{name}” split off by the editors",
    "split-off-in": "“{name}” in {sources} split off by the editors",
    "split-from": "split from “{name}” by the editors",
    "kept-apart": "not the same as “{name}”, the editors say",
    "renamed": "renamed to “{name}” by the editors",
    "retyped": "changed to {type} by the editors",
    "alias-added": "added by the editors",
    "placed": "located by the editors",
    "event-merged": "another event merged into it",
    "sentence-split-off": "one sentence split off",
    "event-split-from": "split from another event",
    "sentence-left-out": "one sentence hidden",
    "pinned": "added to the key dates",
    "rewritten": "reworded",
    "redated": "date changed from {instead} to {date}",
    "redated-about": "date changed from {instead} to about {date}",
    "status-happened": "marked as having happened",
    "status-planned": "marked as planned",
    "status-uncertain": "marked as uncertain",
    "status-denied": "marked as denied",
    "status-report": "marked as the date of the report only",
    "sentence-preferred": "another sentence put first",
    "value-corrected": "number changed from {instead} to {value}",
    "holder-corrected": "attributed to {name}",
    "holder-is-source": "attributed to the source itself",
    "event-added": "added by the editors",
}
