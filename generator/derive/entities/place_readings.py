"""Which places a name may mean, for editors who know which one it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.derive.entities.gazetteer import Gazetteer
from generator.derive.entities.normalise import normalised_form

_MOST = 4  # places shown for a name


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """A place that a name may mean.

    words: what it is called, and where it is
    at: latitude and longitude, as a line of the table has them
    """

    words: str
    at: str


class PlaceReadings:
    """The places of names, each looked up once."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[PlaceReading, ...]] = {}

    def of(self, names: Iterable[str]) -> Mapping[str, tuple[PlaceReading, ...]]:
        """The largest places that have each name."""
        forms = {name: normalised_form(name) for name in names}
        new = set(forms.values()) - self._known.keys()
        if new:
            gazetteer = Gazetteer(new)
            self._known |= {form: _readings(gazetteer, form) for form in new}
        return {name: self._known[form] for name, form in forms.items()}


def _readings(gazetteer: Gazetteer, form: str) -> tuple[PlaceReading, ...]:
    records = sorted(gazetteer.all(form), key=lambda record: -record.inhabitants)[:_MOST]
    found = (
        PlaceReading(
            ", ".join(dict.fromkeys(filter(None, (one.name, one.region, one.country)))),
            f"{one.latitude}, {one.longitude}",
        )
        for one in records
    )
    return tuple({reading.words: reading for reading in found}.values())
