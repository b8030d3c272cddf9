"""The coordinates that a source gives of itself: in one key, or latitude and longitude in two."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBER = r"[-+]?\d{1,3}(?:[.,]\d+)?"
_PAIR = re.compile(rf"[\[(]?\s*({_NUMBER})\s*(?:[;/ ]|,\s|,(?=[-+\d]*\.))\s*({_NUMBER})\s*[\])]?")
_ONE = re.compile(_NUMBER)
_BOTH = (
    "coordinates",
    "geo.position",
    "icbm",
    "geo",
    "position",
    "latlng",
    "location",
)
_NORTH = ("latitude", "lat", "geo.latitude")
_EAST = ("longitude", "lon", "lng", "long", "geo.longitude")
Extra = Sequence[tuple[str, str]]


def take_coordinates(
    extra: Extra,
) -> tuple[tuple[float, float] | None, tuple[tuple[str, str], ...]]:
    """The latitude and longitude that keys give, None if they give none, and the other keys."""
    given = {key.lower(): value.strip() for key, value in extra}
    for key in _BOTH:
        pair = _PAIR.fullmatch(given.get(key, ""))
        position = _on_earth(pair[1], pair[2]) if pair else None
        if position:
            return position, tuple(item for item in extra if item[0].lower() != key)
    north = next((key for key in _NORTH if given.get(key)), "")
    east = next((key for key in _EAST if given.get(key)), "")
    position = _on_earth(given.get(north, ""), given.get(east, ""))
    if not position:
        return None, tuple(extra)
    return position, tuple(item for item in extra if item[0].lower() not in (north, east))


def _on_earth(north: str, east: str) -> tuple[float, float] | None:
    if not _ONE.fullmatch(north) or not _ONE.fullmatch(east):
        return None
    latitude, longitude = (float(text.replace(",", ".")) for text in (north, east))
    return (latitude, longitude) if is_on_earth((latitude, longitude)) else None


def is_on_earth(position: tuple[float, float]) -> bool:
    """Whether a latitude and a longitude are those of a place."""
    return abs(position[0]) <= 90 and abs(position[1]) <= 180
