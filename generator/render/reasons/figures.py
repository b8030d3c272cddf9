"""Why a figure is taken for one of an event."""

from __future__ import annotations

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {
    "same-measure-in-source": (
        "tied to {day}: the source names that day, and gives no other such number"
    ),
    "sentence-before": "tied to {day}: the sentence before names that day",
    "same-measure-and-names": (
        "tied to {day}: the source names the same place or organisation, and gives no other such "
        "number"
    ),
}
