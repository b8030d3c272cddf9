"""The places near the coordinates that a source gives of itself."""

from __future__ import annotations

import math
from collections.abc import Iterable

from generator.derive.entities.gazetteer import Record

_FAR = 100.0  # kilometres that a town may be away from a source's coordinates
_DEGREE = 111.2  # kilometres


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
