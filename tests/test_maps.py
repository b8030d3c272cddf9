"""Maps, the drawing of connections, and what pages say of an entity beside its mentions."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, build_site

from generator.model import Entity, Mention, Place, Provenance
from generator.render.drawings.coastlines import Box, Coastlines, box_around, part, world
from generator.render.drawings.graph import WIDE, network
from generator.render.drawings.maps import locator, maps_of, shown_around
from generator.render.drawings.placing import Mark, Sheet, crowded, placed


@pytest.fixture(scope="module")
def coastlines() -> Coastlines:
    return Coastlines()


def place(name: str, latitude: float, longitude: float, kind: str = "city") -> Entity:
    where = Place(name, kind, "", latitude, longitude, "", "")
    return Entity(f"places/{name}", name, "place", (), (), (), (), place=where)


def test_the_world_in_equal_earth(coastlines: Coastlines) -> None:
    ground = world()
    x, y = ground.project(0.0, 0.0)
    assert x == 50
    assert 50 < y < 65  # less of the south is drawn than of the north
    # The paper gives x = 0.5873 of the half width for the 84th parallel's end, and less beyond.
    assert ground.project(180.0, 0.0)[0] == pytest.approx(100)
    assert ground.project(180.0, 80.0)[0] < 85
    assert coastlines.path(ground).count("M") > 50


def test_a_part_of_the_world_holds_only_itself(coastlines: Coastlines) -> None:
    ground = part(Box(20, 45, 60, 62), fine=True)
    assert ground.project(20, 62) == (0, 0)
    assert ground.project(60, 45) == (100, 100)
    for ring in coastlines.path(ground).split("M")[1:]:
        x = y = 0
        numbers = list(map(int, ring.rstrip("z").replace("l", " ").split()))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            assert -1 <= x <= ground.width + 1
            assert -1 <= y <= ground.height + 1


def test_a_box_has_the_ratio_asked_for_and_a_margin() -> None:
    box = box_around([(37.6, 55.7), (30.5, 50.4)], 8, 2.0)
    assert box.holds(37.6, 55.7)
    assert box.holds(30.5, 50.4)
    assert box.north - box.south >= 8


def test_dots_are_where_places_are_and_labels_do_not_overlap() -> None:
    places = [place("Moscow", 55.75, 37.6), place("Khimki", 55.9, 37.4), place("Kyiv", 50.4, 30.5)]
    maps = maps_of(places)
    assert maps is not None
    assert maps.caption == "3 places are on the map."
    assert maps.closer is not None
    moscow, khimki, kyiv = maps.closer.dots
    assert kyiv.y > moscow.y > khimki.y
    assert kyiv.x < moscow.x
    assert moscow.label == "Moscow"


def test_the_most_mentioned_places_of_a_crowd_are_labelled_first() -> None:
    """Moscow lies among others that leave no room beside it: its label stands away, with a line."""
    near = [(56.5, 38), (54, 40), (54, 35), (57, 40), (57, 33), (52, 38), (50.4, 30.5), (48, 37)]
    crowd = [place(f"Town {n}", *where) for n, where in enumerate(near)]
    far = [place("Lima", -12, -77), place("Perth", -32, 116)]
    maps = maps_of([place("Moscow", 55.75, 37.6), *far, *crowd])
    assert maps is not None
    moscow = next(dot for dot in maps.world.dots if dot.name == "Moscow")
    assert moscow.label
    assert moscow.leader
    assert not moscow.minor
    assert [dot.label for dot in maps.world.dots][1:3] == ["Lima", "Perth"]


@pytest.mark.parametrize("width", [288, 320, 400, 520, 600, 1000])
def test_labels_cover_neither_each_other_nor_dots(width: int) -> None:
    places = [place(f"Place {n}", 45 + n * 7 % 13, 5 + n * 5 % 31) for n in range(40)]
    maps = maps_of(places)
    assert maps is not None
    for drawn in filter(None, (maps.world, maps.closer)):
        height = width * drawn.ground.height / drawn.ground.width
        boxes = []
        for n, dot in enumerate(drawn.dots):
            x, y = dot.x * width / 100, dot.y * height / 100
            boxes.append((n, x - dot.radius, y - dot.radius, x + dot.radius, y + dot.radius))
        dots = len(boxes)
        for n, dot in enumerate(drawn.dots):
            if not dot.label or (dot.minor and width < 640):
                continue
            x, y = dot.x * width / 100 + dot.dx, dot.y * height / 100 + dot.dy - 4.4
            long = 6.6 * len(dot.label)
            x -= {"start": 0, "middle": long / 2, "end": long}[dot.side]
            boxes.append((n, x, y - 7, x + long, y + 7))
        assert len(boxes) > dots
        for label in boxes[dots:]:
            for other in boxes:
                if other is not label and (other[0] != label[0]):
                    apart = label[1] >= other[3] or other[1] >= label[3]
                    assert apart or label[2] >= other[4] or other[2] >= label[4], (label, other)


def test_places_all_over_the_world_have_no_closer_map() -> None:
    places = [place("Lima", -12, -77), place("Oslo", 60, 10), place("Perth", -32, 116)]
    maps = maps_of(places)
    assert maps is not None
    assert maps.closer is None
    assert {dot.label for dot in maps.world.dots} == {"Lima", "Oslo", "Perth"}


def test_what_lies_in_the_ice_is_not_drawn() -> None:
    pole, vardo = place("Barneo", 89.5, 20), place("Vardø", 70.37, 31.1)
    assert locator(pole, [pole, vardo]) is None
    maps = maps_of([pole, vardo])
    assert maps is not None
    assert maps.caption == (
        "1 of the 2 located places is on the map, which leaves out the polar regions."
    )
    near = locator(vardo, [vardo])
    assert near is not None
    assert 0.4 < near.ground.height / near.ground.width < 0.7
    assert 0 <= near.dots[0].y <= 100


def test_what_is_nowhere_has_no_map() -> None:
    nowhere = Entity("places/x", "X", "place", (), (), (), ())
    assert maps_of([nowhere]) is None
    assert locator(nowhere, [nowhere]) is None


def test_a_place_is_the_first_dot_of_its_own_map() -> None:
    kyiv = place("Kyiv", 50.4, 30.5)
    near, country = place("Odesa", 46.5, 30.7), place("Ukraine", 49, 31, "country")
    found = locator(kyiv, shown_around(kyiv, [near, kyiv, country]))
    assert found is not None
    assert [dot.name for dot in found.dots] == ["Kyiv", "Odesa"]
    assert found.dots[0].label == "Kyiv"


def test_the_connections_are_drawn_inside_and_the_same_each_time(make_project) -> None:
    root = make_project(DEMO)
    build_site(root)
    page = (root / "site/graph/index.html").read_text(encoding="utf-8")
    svg = ET.fromstring(
        page[(start := page.index('<svg class="wide"')) : page.index("</svg>", start) + 6]
    )
    circles = [e for e in svg.iter() if e.tag == "circle"]
    assert len(circles) == 2
    for circle in circles:
        assert 0 < float(circle.attrib["cx"]) < WIDE.width
        assert 0 < float(circle.attrib["cy"]) < WIDE.height
    build_site(root)
    assert (root / "site/graph/index.html").read_text(encoding="utf-8") == page


def test_a_lone_pair_is_in_the_table_and_not_in_the_drawing() -> None:
    entities = {n: Entity(n, n, "person", (), (), (), ()) for n in "abcde"}
    links = [("a", "b"), ("b", "c"), ("a", "c"), ("d", "e")]
    mention = Mention("a", "person", "a", Provenance("d", 0, 0, 1, "s"))
    shared: dict[str, dict[str, list[Mention]]] = {}
    for one, other in links:
        shared.setdefault(one, {})[other] = [mention]
        shared.setdefault(other, {})[one] = [mention]
    found = network(entities, shared)
    assert found is not None
    for drawing in found.drawings:
        assert {node.name for node in drawing.nodes} == set("abc")
    assert len(found.pairs) == 4


def test_phones_have_a_drawing_of_their_own_within_its_edges() -> None:
    names = [f"Name {n:02d}" for n in range(30)]
    entities = {n: Entity(n, n, "person", (), (), (), ()) for n in names}
    mention = Mention("a", "person", "a", Provenance("d", 0, 0, 1, "s"))
    shared = {
        one: {
            two: [mention] * (1 + (a * b) % 5)
            for b, two in enumerate(names)
            if abs(a - b) in (1, 7)
        }
        for a, one in enumerate(names)
    }
    found = network(entities, shared)
    assert found is not None
    wide, narrow = found.drawings
    assert (wide.kind, len(wide.nodes)) == ("wide", 30)
    assert (narrow.kind, len(narrow.nodes)) == ("narrow", 18)
    for drawing in found.drawings:
        for node in drawing.nodes:
            if node.label:
                long = 6 * len(node.label)
                left = node.x + node.dx - {"start": 0, "middle": long / 2, "end": long}[node.side]
                assert 0 <= left <= drawing.width - long


DEMO = {
    "seeds/a.md": "---\ntitle: A\ndate: 2024-01-01\npublisher: The Day\npeople: [Ann Lee, Bo Day]\n"
    "organisations: [Town Council]\nplaces: [Paris]\n---\nMayor Ann Lee met Bo Day of the Town "
    "Council in Paris. French papers said so.",
    "seeds/b.md": "---\ntitle: B\ndate: 2024-01-02\npeople: [Ann Lee]\norganisations: [Town Council]\n"
    "places: [Paris, France]\n---\nAnn Lee left the Town Council. Paris is in France.",
}


@pytest.fixture
def site(make_project) -> Path:
    root = make_project(DEMO)
    assert not build_site(root, base_url="https://example.org/").problems
    return root / "site"


def test_roles_are_the_sources_words(site: Path) -> None:
    page = (site / "people/ann-lee.html").read_text(encoding="utf-8")
    assert "What sources call Ann Lee" in page
    assert "“Mayor”" in page
    assert "The Day" in page
    (source,) = (site / "sources").glob("2024-01-01*.html")
    assert "Called “Mayor”" in source.read_text(encoding="utf-8")


def test_words_for_a_people_are_linked_and_not_counted(site: Path) -> None:
    (source,) = (site / "sources").glob("2024-01-01*.html")
    text = source.read_text(encoding="utf-8")
    assert re.search(r'<a class="adjective" href="../places/france.html"[^>]*>French</a>', text)
    page = (site / "places/france.html").read_text(encoding="utf-8")
    assert "1 mention in 1 source" in page
    assert "Adjectives: " in page


def test_related_sources_say_what_they_share(site: Path) -> None:
    (source,) = (site / "sources").glob("2024-01-01*.html")
    text = source.read_text(encoding="utf-8")
    assert "Related sources" in text
    assert "Both mention Ann Lee, Paris, Town Council." in text


def test_a_table_has_all_mentions(site: Path) -> None:
    with (site / "data/mentions.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["id"] == "people/ann-lee"]
    assert not list(site.glob("*/*-lee.csv"))
    assert [(row["published"], row["words"], row["role"]) for row in rows] == [
        ("2024-01-01", "Ann Lee", "Mayor"),
        ("2024-01-02", "Ann Lee", ""),
    ]
    assert rows[0]["address"].startswith("https://example.org/sources/2024-01-01")


def test_followthemoney(site: Path) -> None:
    """The schemata and properties are those of followthemoney 4.11."""
    lines = [json.loads(line) for line in (site / "data/entities.ftm.json").open(encoding="utf-8")]
    by_schema: dict[str, list[dict]] = {}
    for line in lines:
        by_schema.setdefault(line["schema"], []).append(line)
        assert all(isinstance(v, str) for vs in line["properties"].values() for v in vs)
    assert set(by_schema) == {"Article", "Person", "Organization", "Address", "Mention"}
    ids = {line["id"] for line in lines}
    assert len(ids) == len(lines)
    for mention in by_schema["Mention"]:
        assert mention["properties"]["document"][0] in ids
        assert mention["properties"]["resolved"][0] in ids
    (ann,) = (p for p in by_schema["Person"] if p["properties"]["name"] == ["Ann Lee"])
    assert ann["properties"]["notes"] == ["Called “Mayor” by The Day"]
    assert "position" not in ann["properties"]
    paris = next(a for a in by_schema["Address"] if a["properties"]["name"] == ["Paris"])
    assert paris["properties"]["full"] == ["Paris, France"]
    assert paris["properties"]["latitude"][0].startswith("48.85")


def test_the_atlas_says_where_it_is_from() -> None:
    text = (ROOT / "generator/atlas/README.md").read_text(encoding="utf-8")
    assert "CC BY 4.0" in text
    assert "public domain" in text


def test_where_dots_crowd_phones_show_the_most_mentioned() -> None:
    marks = [Mark(50 + n / 100, 50, 4, 40) for n in range(5)] + [Mark(90, 50, 4, 40)]
    assert crowded(marks, Sheet(288, 150, narrow=True), 2) == {2, 3, 4}
    spared = [replace(mark, spare=n in {2, 3, 4}) for n, mark in enumerate(marks)]
    sheet = Sheet(288, 150)
    assert len(placed(spared, [sheet], 15, 6)) == 6
    assert set(placed(spared, [replace(sheet, narrow=True)], 15, 6)) == {0, 1, 5}
