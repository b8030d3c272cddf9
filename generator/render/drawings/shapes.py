"""The marks of entities in drawings: types differ in shape as well as in colour."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import EntityType

# So that all shapes look equally large, against the radius of the circle.
_SQUARE, _DIAMOND = 0.88, 1.2


@dataclass(frozen=True, slots=True)
class Shape:
    """A circle for a person, a square for an organisation, a diamond for a place.

    x, y: the circle's middle, or the square's upper left corner
    size: the circle's radius, or the square's side
    d: the diamond's path; "" for the others
    """

    type: EntityType
    x: float
    y: float
    size: float
    d: str


def shape(kind: EntityType, x: float, y: float, radius: float) -> Shape:
    """The mark of an entity around a point."""
    if kind == "person":
        return Shape(kind, x, y, radius, "")
    if kind == "organisation":
        half, side = radius * _SQUARE, round(radius * 2 * _SQUARE, 1)
        return Shape(kind, round(x - half, 1), round(y - half, 1), side, "")
    half = radius * _DIAMOND
    r = round(half, 1)
    return Shape(kind, x, y, r, f"M{x} {round(y - half, 1)}l{r} {r} {-r} {r} {-r} {-r}z")
