"""The map at the desk: even degrees, around the position that is asked for."""

from __future__ import annotations

import pytest

from generator.desk.maps import Maps


@pytest.mark.parametrize(
    ("position", "span", "tall"),
    [
        ("", "region", 141),
        ("41.9, 12.5", "world", 141),
        ("41.9, 12.5", "country", 12),
        ("99, 12.5", "country", 141),
        ("41.9, 12.5", "../..", 141),
    ],
)
def test_a_map_shows_the_land_around_a_position(position: str, span: str, tall: int) -> None:
    found = Maps().at(position, span)
    assert round(found["north"] - found["south"]) == tall
    assert found["land"].startswith("M")
    if tall == 12:
        assert abs((found["west"] + found["east"]) / 2 - 12.5) < 0.001
