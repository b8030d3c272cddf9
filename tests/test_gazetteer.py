"""How likely a place is: each limit from both sides, on tables of one or two lines."""

from __future__ import annotations

import pytest

from generator.derive.entities import gazetteer


@pytest.fixture
def find(monkeypatch: pytest.MonkeyPatch):
    def get(*lines: str, form: str = "testburg", near: dict[str, int] | None = None, of: int = 1):
        """What the form may be; a line is "kind inhabitants", and more: name, code, coordinates."""

        def rows(wanted: object):
            for number, line in enumerate(lines):
                kind, inhabitants, *more = line.split()
                given = dict(item.split("=") for item in more)
                name, code = given.get("name", "Testburg"), given.get("code", "AA")
                at = given.get("at", f"{10 * number},0").replace(",", "\t")
                columns = (kind, name, code, given.get("region", ""), at, inhabitants, str(number))
                yield {form}, "\t".join(columns)

        monkeypatch.setattr(gazetteer, "lines_with", rows)
        named = near or {}
        return gazetteer.Gazetteer({form}).find(form, gazetteer.Surroundings(of, named, named))

    return get


@pytest.mark.parametrize(
    ("lines", "sure"),
    [
        # 10 to the power of 4.5 inhabitants are enough where no other place has the name.
        (["city 31623"], True),
        (["city 31622"], False),
        # A capital counts as five times as large, a region as a tenth, a country as thirty times.
        (["capital 15000"], True),
        (["region 316228"], True),
        (["region 316227"], False),
        (["country 0"], True),
        # Where another has it, 100,000.
        (["city 100000", "city 15000"], True),
        (["city 99999", "city 15000"], False),
        (["capital 19953", "city 15000 code=AA at=1,0"], True),
        (["capital 19952", "city 15000 code=AA at=1,0"], False),
        # Five times as many as the next.
        (["city 600000", "city 119000"], True),
        (["city 600000", "city 120500"], False),
        # Two that lie side by side in one country are nearly one.
        (["city 600000 at=0,0", "city 500000 at=1,0.9"], True),
        (["city 600000 at=0,0", "city 500000 at=1,1"], False),
        (["city 600000 at=0,0", "city 500000 at=1,0.9 code=BB"], False),
        # So are a city and the region around it, however large.
        (["city 600000 at=0,0 region=Testburg", "region 5000000 at=5,5"], True),
        (["city 600000 at=0,0 region=Other", "region 5000000 at=5,5"], False),
    ],
)
def test_how_large_a_place_must_be(find, lines: list[str], sure: bool) -> None:
    assert find(*lines).sure is sure


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("city 15000", True),
        ("city 14999", False),
        ("city 999999 name=Quite-Other", False),
        ("city 1000000 name=Quite-Other", True),
        ("city 20000 name=Testborg", True),
        ("country 0 name=Quite-Other", True),
    ],
)
def test_a_small_place_must_have_the_very_name(find, line: str, found: bool) -> None:
    assert (find(line) is not None) is found


def test_another_name_counts_as_a_sixth_of_the_size(find) -> None:
    assert find("city 199527 name=Testborg").sure
    assert not find("city 199526 name=Testborg").sure


def test_a_country_in_every_document_counts_as_a_hundred_times_the_size(find) -> None:
    assert find("city 15000", near={"AA": 1}, of=6).sure
    assert not find("city 15000", near={"AA": 1}, of=7).sure
    assert not find("city 15000", near={"BB": 1}, of=6).sure
    one = find("city 400000 code=AA", "city 400000 code=BB", near={"BB": 1}, of=2)
    assert (one.record.code, one.sure, one.in_context) == ("BB", True, True)


def test_another_country_in_half_of_the_documents_is_too_much(find) -> None:
    assert not find("city 50000", near={"BB": 1}, of=2).sure
    assert find("city 50000", near={"BB": 1}, of=3).sure
    assert find("city 50000", near={"BB": 2, "AA": 1}, of=3).sure
    assert find("city 1000000", near={"BB": 1}, of=2).sure, "a large one is known everywhere"
    assert not find("city 999999", near={"BB": 1}, of=2).sure


def test_a_large_place_of_the_country_that_is_named_is_a_rival(find) -> None:
    lines = ["country 50000000 code=AA", "region 1000000 code=BB"]
    assert find(*lines).sure
    assert not find(*lines, near={"BB": 1}, of=1).sure
    assert find(lines[0], "region 999999 code=BB", near={"BB": 1}, of=1).sure


def test_a_name_that_is_quite_another_needs_its_country(find) -> None:
    strange = "city 9000000 name=Quite-Other"
    assert not find(strange).sure
    assert find(strange, near={"AA": 1}, of=2).sure
    assert not find(strange, near={"AA": 1}, of=3).sure
    assert find("capital 9000000 name=Quite-Other").sure


def test_a_part_of_the_world_is_no_town(find) -> None:
    assert find("city 5000000 name=Asia", form="asia") is None
    assert find("country 5000000 name=Asia", form="asia").sure
