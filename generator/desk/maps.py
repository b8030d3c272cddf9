"""The map on which an editor shows where a place is: the outlines of the land, without names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model import EntityEdit
from generator.render.drawings.coastlines import (
    NORTH,
    SOUTH,
    Box,
    Coastlines,
    box_around,
    part,
)

_SPANS: Mapping[str, float] = {"continent": 40.0, "country": 12.0, "region": 3.0}  # latitude
_WORLD = Box(-180.0, SOUTH, 180.0, NORTH)
_RATIO = 1.6  # of width to height
_FINE = 20.0  # degrees of latitude below which small islands are drawn


class Maps:
    """Draws maps; the outlines are read for the first one."""

    def __init__(self) -> None:
        self._coast = Coastlines()

    def at(self, position: str, span: str) -> dict[str, Any]:
        """A map around a position; of the world where there is none, or no such span.

        position: latitude and longitude, as a line of the table has them
        span: a key of `_SPANS`, or anything else for the world

        The land is the `d` of an SVG path; in its coordinates degrees are straight and even.
        """
        middle = EntityEdit(0, "locate", "", "", position, "").position
        tall = _SPANS.get(span)
        box = _WORLD
        if middle is not None and tall is not None:
            box = box_around([(middle[1], middle[0])], tall, _RATIO)
        ground = part(box, fine=box is not _WORLD and box.north - box.south < _FINE)
        return {
            "land": self._coast.path(ground),
            "width": ground.width,
            "height": ground.height,
            "west": box.west,
            "south": box.south,
            "east": box.east,
            "north": box.north,
        }
