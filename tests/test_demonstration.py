"""The demonstration's sources that are made by code are what the code makes."""

from __future__ import annotations

import pytest
from conftest import ROOT
from demonstration import made


def test_made_sources_are_as_stored(request: pytest.FixtureRequest) -> None:
    for name, data in made().items():
        stored = ROOT / "seeds" / name
        if request.config.getoption("--update"):
            stored.write_bytes(data)
        assert stored.read_bytes() == data, name
