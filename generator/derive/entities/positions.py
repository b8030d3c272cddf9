"""The coordinates that a source gives of itself, and the places near them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from generator.derive.entities.gazetteer import Record
from generator.model import Document

_FAR = 100.0  # kilometres that a town may be away from a source's coordinates
_DEGREE = 111.2  # kilometres
_NUMBER = r"[-+]?\d{1,3}(?:\.\d+)?"
_PAIR = re.compile(rf"[\[(]?\s*({_NUMBER})\s*[,; ]\s*({_NUMBER})\s*[\])]?")
_BOTH = ("coordinates", "geo.position", "icbm", "geo", "position", "latlng", "location")
_NORTH = ("latitude", "lat", "geo.latitude")
_EAST = ("longitude", "lon", "lng", "long", "geo.longitude")


def position_of(document: Document) -> tuple[float, float] | None:
    """The latitude and longitude in a document's metadata; None if there are none."""
    given = {key.lower(): value.strip() for key, value in document.extra}
    pairs = [given[key] for key in _BOTH if key in given]
    north = next((given[key] for key in _NORTH if key in given), "")
    east = next((given[key] for key in _EAST if key in given), "")
    for text in (*pairs, f"{north}, {east}"):
        match = _PAIR.fullmatch(text)
        if match:
            latitude, longitude = float(match[1]), float(match[2])
            if abs(latitude) <= 90 and abs(longitude) <= 180:
                return latitude, longitude
    return None


def nearest(records: Iterable[Record], position: tuple[float, float]) -> Record | None:
    """The place of some that is nearest to a position, if it is near at all."""
    away = {record: _kilometres(record, position) for record in records}
    best = min(away, key=lambda record: (away[record], record.geonames), default=None)
    return best if best and away[best] <= _FAR else None


def _kilometres(record: Record, position: tuple[float, float]) -> float:
    """How far away a place is, roughly; exactly enough for short distances."""
    north, east = position
    across = abs(record.longitude - east)
    width = min(across, 360 - across) * math.cos(math.radians(north))
    return math.hypot(record.latitude - north, width) * _DEGREE
