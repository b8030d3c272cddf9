"""Names of places and what they stand for; and words that only lead to a country."""

from __future__ import annotations

import pytest
from conftest import corpus_of

from generator.derive.entities.gazetteer import Gazetteer, Surroundings
from generator.model import Entity


def find(form: str, near: dict[str, int] | None = None) -> tuple[str, str, bool]:
    """The country, the kind and whether it is sure."""
    named = near or {}
    found = Gazetteer({form}).find(form, Surroundings(1, named, named))
    return (found.record.country, found.record.kind, found.sure) if found else ("", "", False)


@pytest.mark.parametrize(
    ("form", "near", "country", "kind"),
    [
        ("moscow", {}, "Russia", "capital"),
        ("moscow", {"US": 1}, "Russia", "capital"),
        ("krasnogorsk", {}, "Russia", "city"),
        ("bryansk region", {}, "Russia", "region"),
        ("united states", {}, "United States", "country"),
        ("соединенные штаты", {}, "United States", "country"),
        ("new york", {}, "United States", "city"),
        ("georgia", {}, "Georgia", "country"),
        ("cambridge", {"GB": 1}, "United Kingdom", "city"),
        ("cambridge", {"US": 1}, "United States", "city"),
        ("city of cleveland", {}, "United States", "city"),
        ("colorado state", {"US": 1}, "United States", "region"),
        ("granada", {"ES": 1}, "Spain", "city"),
        ("grenada", {}, "Grenada", "country"),
        ("holland", {}, "The Netherlands", "country"),
        ("america", {}, "United States", "country"),
        ("bombay", {"IN": 1}, "India", "city"),
        ("peking", {}, "China", "capital"),
        ("cologne", {}, "Germany", "city"),
        ("الموصل", {}, "Iraq", "city"),
    ],
)
def test_the_likeliest_place_is_taken(
    form: str, near: dict[str, int], country: str, kind: str
) -> None:
    assert find(form, near) == (country, kind, True)


@pytest.mark.parametrize(
    ("form", "near"),
    [
        ("cambridge", {}),  # two cities of one size
        ("georgia", {"US": 1}),  # the country or the state
        ("surrey", {"GB": 1}),  # a county, where the table has a city in Canada
        ("asia", {"PH": 1}),
        ("victoria", {}),  # a state, several cities, and a name of Hong Kong
        ("delaware", {"US": 1}),  # the state, or a city in Ohio
        ("atlantic", {"US": 1}),  # a small town in Iowa, and an ocean
        ("biltmore", {"US": 1}),  # once a village, now in a city of another name
        ("crocus city hall", {"RU": 1}),  # not in the table
        ("granada", {}),  # in Spain, or Grenada in Spanish
        ("white house", {}),  # what Casablanca means
        ("golden state", {"US": 1}),  # California, where the table has a town called Golden
        ("state of union", {"US": 1}),  # a speech
    ],
)
def test_what_is_not_sure_is_not_taken(form: str, near: dict[str, int]) -> None:
    assert not find(form, near)[2]


@pytest.fixture
def entities(make_project):
    def get(*texts: str) -> dict[str, Entity]:
        files = {f"seeds/{n}.md": text for n, text in enumerate(texts)}
        corpus = corpus_of(make_project({"sourcebook.toml": "min_mentions = 1", **files}))
        return {entity.name: entity for entity in corpus.entities}

    return get


def test_words_for_a_people_lead_to_the_country_and_are_no_mentions(entities) -> None:
    found = entities(
        "---\ndate: 2024-01-01\nplaces: [Russia]\norganisations: [Russian Guard]\n---\n"
        "Russia waited. The Russian court met, and a Russian Guard stood by. A Tajik man came."
    )
    russia = found["Russia"]
    assert [m.text for m in russia.mentions] == ["Russia"]
    assert [m.text for m in russia.adjectives] == ["Russian"]
    assert "Tajikistan" not in found


def test_peoples_of_other_names_do_not_lead_to_a_country(entities) -> None:
    found = entities(
        "---\ndate: 2024-01-01\nplaces: [Ireland, Mexico]\n---\n"
        "Northern Irish police met a New Mexican court. Ireland and Mexico saw Irish and Mexican guests."
    )
    assert len(found["Ireland"].adjectives) == len(found["Mexico"].adjectives) == 1


def test_half_of_a_compound_does_not_lead_to_a_country(entities) -> None:
    found = entities(
        "---\ndate: 2024-01-01\nplaces: [Russia, Mongolia]\n---\n"
        "Inner Mongolian herders and a pro-Russian party met Russian and Mongolian guests."
    )
    assert len(found["Russia"].adjectives) == len(found["Mongolia"].adjectives) == 1


def test_the_place_says_how_it_was_found(entities) -> None:
    found = entities("---\ndate: 2024-01-01\nplaces: [Moscow, Russia]\n---\nMoscow is in Russia.")
    place = found["Moscow"].place
    assert place is not None
    assert (place.country, place.geonames) == ("Russia", "524901")
    assert place.reason.code == "likeliest-in-context"


def test_who_could_be_one_is_only_suggested(entities) -> None:
    found = entities(
        "---\ndate: 2024-01-01\npeople: [J. Norton, Joshua Norton, James Norton, Norton]\n---\n"
        "Norton knew J. Norton, Joshua Norton and James Norton."
    )
    assert {r.id for r in found["J. Norton"].maybe} >= {
        "people/joshua-norton",
        "people/james-norton",
        "people/norton",
    }
    assert "people/james-norton" not in {r.id for r in found["Joshua Norton"].maybe}
