"""Maps of places, as numbers ready to be drawn.

Land is drawn in the coordinates of its outlines; dots and labels are placed in per cent of the
drawing, so that they keep their size whatever its width. The most mentioned places are labelled
first, and a label is left out where it would cover another; on a narrow screen there is room for
fewer.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.directions import isolated
from generator.model import Entity, Place
from generator.render.catalogues import gettext, ngettext
from generator.render.drawings.coastlines import (
    NORTH,
    SOUTH,
    Box,
    Ground,
    Point,
    box_around,
    part,
    world,
)
from generator.render.drawings.labels import shortened
from generator.render.drawings.placing import Mark, Sheet, Spot, crowded, leader_path, long, placed
from generator.render.urls import entity_path
from generator.render.words import count, number

# Widths in CSS pixels at which labels are free: of a map alone, beside another, and on a phone.
# Marks move apart as a drawing grows, but their labels do not: so several of each.
_WHOLE, _HALF, _ITS_OWN = (580, 800, 1040), (430, 520, 700, 880), (520, 544)
_NARROW = (288, 340, 500)
_SMALLEST, _GROWTH = 3.5, 8.5  # radius of a dot in CSS pixels, and what the largest adds to it
_HERE, _THERE = 7.0, 4.5  # radius on the map of one place, of its own dot and of the others
_LETTER, _LINE = 6.6, 15  # width of a letter and height of a line in a label, in CSS pixels
_LONGEST = 26  # letters of a label
_LABELLED = 60  # places whose labels are tried; more would be no map to read
_ALWAYS = 20  # dots that every screen shows
_BASE = 4.4  # from the middle of a line of letters to their base
_MOST = 300  # dots on one map
_RATIO = 1.9  # width to height of a part of the world
_CLOSE = 0.8  # share of the mentions that the closer map holds
_LEAST = 20  # degrees of latitude on the closer map; fewer often show no coast
_FAR = 110  # degrees of longitude from which a closer map would be no closer
_AROUND_IT = 12  # places on the map of one place
_BESIDE = 2.0  # degrees from it that others on that map are away
_AROUND = 26  # degrees of latitude on the map of a single place, and more for a country


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on a map.

    x, y: in per cent of its width and height; radius: in CSS pixels
    title: its name, and how often it is mentioned where that matters
    country: whether it is a whole country, which is drawn as a ring
    label: its name, "" where there is no room for it; side: "start", "middle" or "end", whether it
        begins, has its middle or ends at dx, dy, in CSS pixels from the dot's middle
    leader: the path of a line from the dot to its label; "" beside it
    minor: whether there is room for the label on wide screens only
    spare: whether narrow screens leave it out, where it would cover one with more mentions
    """

    x: float
    y: float
    radius: float
    name: str
    path: str
    title: str
    country: bool
    label: str = ""
    side: str = "start"
    dx: float = 0.0
    dy: float = 0.0
    leader: str = ""
    minor: bool = False
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Map:
    """A finished drawing; its land is drawn from `ground` only when the page is made."""

    label: str
    ground: Ground
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Maps:
    """The world, and the part of it with most of the mentions; how many places are drawn."""

    world: Map
    closer: Map | None
    caption: str


def maps_of(places: Sequence[Entity]) -> Maps | None:
    """The maps of the places of an archive; None when none of them is on the map."""
    located = sum(e.place is not None for e in places)
    found = [(e, e.place) for e in places if e.place and _on_map(e.place)][:_MOST]
    if not found:
        return None
    box = _closer_box(found)
    closer = None
    if box:
        inside = [(e, p) for e, p in found if _inside(box, p)]
        label = gettext("Map of the region with most mentions")
        closer = _draw(label, part(box, fine=True), inside, _HALF)
    label = gettext("World map of the places mentioned in the sources")
    whole = _draw(label, world(), found, _HALF if closer else _WHOLE)
    caption = _caption(len(found), located, len(places) - located)
    if any(dot.spare for one in (whole, closer) if one for dot in one.dots):
        caption += " " + gettext("Where dots crowd, small screens show those with more mentions.")
    return Maps(whole, closer, caption)


def _caption(drawn: int, located: int, missing: int) -> str:
    """How many places are on the map.

    located: how many could be; missing: how many are not known well enough
    """
    numbers = {"drawn": number(drawn), "located": number(located)}
    if drawn == located:
        words = ngettext(
            "{drawn} place is on the map", "{drawn} places are on the map", drawn, **numbers
        )
    elif drawn < _MOST:
        words = ngettext(
            "{drawn} of the {located} located places is on the map, which leaves out the polar "
            "regions",
            "{drawn} of the {located} located places are on the map, which leaves out the polar "
            "regions",
            drawn,
            **numbers,
        )
    else:
        words = gettext(
            "The {drawn} most mentioned of the {located} located places are on the map", **numbers
        )
    if missing:
        words += ngettext(
            "; {number} is not, because the gazetteer lacks it or has several with the same name",
            "; {number} are not, because the gazetteer lacks them or has several with the same "
            "name",
            missing,
            number=number(missing),
        )
    return f"{words}."


def shown_around(entity: Entity, places: Sequence[Entity]) -> list[Entity]:
    """The well-known places that a place's own map shows beside it, for orientation.

    places: the most mentioned first
    """
    if entity.place is None or not _on_map(entity.place):
        return []
    here = entity.place
    box = _box_of(here)
    found = []
    for other in places[:_MOST]:
        place = other.place
        if place is None or place.kind == "country" or not _inside(box, place):
            continue
        # A place closer than the length of its name would hide it.
        if _apart((here.longitude, here.latitude), place) > _BESIDE:
            found.append(other)
            if len(found) == _AROUND_IT:
                break
    return found


def locator(entity: Entity, around: Sequence[Entity]) -> Map | None:
    """A map of one place, which is the first dot, and those around it.

    How often these are mentioned is not shown: one more mention of Paris would change the page of
    each town near it.
    """
    if entity.place is None or not _on_map(entity.place):
        return None
    ground = part(_box_of(entity.place), fine=False)
    shown = [(e, e.place) for e in (entity, *around) if e.place]
    dots = [_dot(ground, e, p, _THERE if n else _HERE, e.name) for n, (e, p) in enumerate(shown)]
    return _map(gettext("Where {name} is", name=isolated(entity.name)), ground, dots, _ITS_OWN)


def _box_of(place: Place) -> Box:
    least = 2.2 * _AROUND if place.kind == "country" else _AROUND
    return box_around([(place.longitude, place.latitude)], least, _RATIO)


def _on_map(place: Place) -> bool:
    """Whether the maps reach it: the ice at both ends is left out."""
    return SOUTH <= place.latitude <= NORTH


def _inside(box: Box, place: Place) -> bool:
    return box.holds(place.longitude, place.latitude)


def _closer_box(found: Sequence[tuple[Entity, Place]]) -> Box | None:
    """The part of the world that holds most mentions, if it is a small one."""
    # A country's dot says little about where in it things happened.
    exact = [(e, p) for e, p in found if p.kind != "country"] or list(found)
    weight = {e.id: max(len(e.mentions), 1) for e, _ in exact}
    middle = (
        _median([(p.longitude, weight[e.id]) for e, p in exact]),
        _median([(p.latitude, weight[e.id]) for e, p in exact]),
    )
    points: list[Point] = []
    total, taken = sum(weight.values()), 0
    for entity, place in sorted(exact, key=lambda item: (_apart(middle, item[1]), item[0].id)):
        if taken >= _CLOSE * total and points:
            break
        taken += weight[entity.id]
        points.append((place.longitude, place.latitude))
    box = box_around(points, _LEAST, _RATIO)
    fits = box.west >= -180 and box.east <= 180 and box.east - box.west < _FAR
    return box if fits else None


def _median(values: Iterable[tuple[float, int]]) -> float:
    """The weighted median."""
    ordered = sorted(values)
    half, so_far = sum(weight for _, weight in ordered) / 2, 0
    for value, weight in ordered:
        so_far += weight
        if so_far >= half:
            return value
    return ordered[-1][0]


def _apart(middle: Point, place: Place) -> float:
    return abs(place.longitude - middle[0]) + abs(place.latitude - middle[1])


def _draw(
    label: str, ground: Ground, found: Sequence[tuple[Entity, Place]], widths: Sequence[int]
) -> Map:
    """A map on which a place with more mentions has a larger dot."""
    most = max((len(entity.mentions) for entity, _ in found), default=1)
    dots = []
    for entity, place in found:
        mentions = len(entity.mentions)
        radius = round(_SMALLEST + _GROWTH * math.sqrt(mentions / max(most, 1)), 1)
        title = (
            f"{isolated(entity.name)}: {count(mentions, 'mention')}" if mentions else entity.name
        )
        dots.append(_dot(ground, entity, place, radius, title))
    return _map(label, ground, dots, widths)


def _dot(ground: Ground, entity: Entity, place: Place, radius: float, title: str) -> Dot:
    x, y = ground.project(place.longitude, place.latitude)
    return Dot(
        x=round(x, 2),
        y=round(y, 2),
        radius=radius,
        name=entity.name,
        path=entity_path(entity),
        title=title,
        country=place.kind == "country",
    )


def _map(label: str, ground: Ground, dots: Sequence[Dot], widths: Sequence[int]) -> Map:
    ratio = ground.height / ground.width
    return Map(label, ground, _labelled(dots, widths, ratio))


def _labelled(dots: Sequence[Dot], widths: Sequence[int], ratio: float) -> tuple[Dot, ...]:
    """The dots with labels where there is room, the first dots first."""
    names = [shortened(dot.name, _LONGEST) for dot in dots]
    marks = [
        Mark(dot.x, dot.y, dot.radius, long(name, _LETTER))
        for dot, name in zip(dots, names, strict=True)
    ]
    wide = [Sheet(width, width * ratio) for width in widths]
    narrow = [Sheet(width, width * ratio, narrow=True) for width in _NARROW]
    spare = crowded(marks, narrow[0], _ALWAYS)
    marks = [replace(mark, spare=n in spare) for n, mark in enumerate(marks)]
    always = placed(marks, (*narrow, *wide), _LINE, _LABELLED)
    found = placed(marks, wide, _LINE, _LABELLED, always)
    return tuple(
        _with_label(dot, names[n], found[n], minor=n not in always) if n in found else dot
        for n, dot in enumerate(replace(dot, spare=n in spare) for n, dot in enumerate(dots))
    )


def _with_label(dot: Dot, label: str, spot: Spot, *, minor: bool) -> Dot:
    leader = leader_path(spot, dot.radius)
    dx, dy = round(spot.dx, 1), round(spot.dy + _BASE, 1)
    return replace(dot, label=label, leader=leader, minor=minor, side=spot.side, dx=dx, dy=dy)
