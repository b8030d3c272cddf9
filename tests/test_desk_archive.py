"""An editor curates an archive of 300 articles in a browser, and the command line agrees."""

from __future__ import annotations

import contextlib
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import build_site, files_of
from playwright.sync_api import Error, Page, expect
from test_desk_browser import PATIENCE, edit, page, wait_until, write
from test_serve import Preview, serving

__all__ = ["page"]  # a fixture
ARTICLES, DECISIONS = 300, 40
_GIVEN = [
    "Ada",
    "Ben",
    "Cleo",
    "Dov",
    "Elsa",
    "Finn",
    "Gita",
    "Hugo",
    "Iris",
    "Jan",
    "Kaya",
    "Leo",
    "Mona",
    "Nils",
    "Olga",
]
_FAMILY = [
    "Abbot",
    "Berg",
    "Croft",
    "Duval",
    "Egan",
    "Falk",
    "Grote",
    "Hale",
    "Ibsen",
    "Jonas",
    "Kerr",
    "Lamb",
]
_TOWNS = ["Rome", "Vienna", "Oslo", "Lima", "Cairo", "Kyoto", "Dublin", "Quito"]
_BODIES = ("River Board", "Grain Union", "Port Office", "Mill Trust", "Night Court")
_DEEDS = ("spoke to", "sued", "wrote to", "praised", "visited", "left")


def _articles() -> Iterator[tuple[str, str]]:
    """Paths and texts: people in full, by their initials and by their surnames alone."""
    chance = random.Random(300)
    people = [f"{given} {family}" for family in _FAMILY for given in chance.sample(_GIVEN, 4)]
    for number in range(ARTICLES):
        first, second = chance.sample(people, 2)
        given, family = second.split()
        short = chance.choice((second, f"{given[0]}. {family}", family))
        town, body = chance.choice(_TOWNS), chance.choice(_BODIES)
        day, month = chance.randint(1, 28), chance.choice(("March", "April", "May"))
        text = (
            f"On {day} {month} 2019 {first} {chance.choice(_DEEDS)} the {body} in {town}. "
            f"{short} {chance.choice(_DEEDS)} the {body} on {day} {month}. "
            f"At least {chance.randint(2, 90)} people came, {first} said."
        )
        head = f"title: Report {number}\ndate: 2019-06-{day:02}\npeople: [{first}, {short}]\n"
        head += f"organisations: [{body}]\nplaces: [{town}]"
        yield f"seeds/{number:03}.md", f"---\n{head}\n---\n{text}\n"


@pytest.fixture
def preview(make_project) -> Iterator[Preview]:
    settings = 'names = "listed"\nsearch = false\nmin_mentions = 1\n'
    project = make_project({"sourcebook.toml": settings, **dict(_articles())})
    build_site(project)
    with serving(project) as found:
        yield found


def _decide(page: Page) -> None:
    """Answer the question on the card: initials are the person, a surname alone is not."""
    name = page.locator(".card h2")
    expect(name).not_to_be_empty()
    progress = page.locator("#desk-progress")
    before = progress.inner_text()
    sure = "." in name.inner_text() and page.locator(".card .yes").count() == 1
    page.keyboard.press("y" if sure else "n")
    expect(progress).not_to_have_text(before)


def _open(page: Page, where: str) -> None:
    """Go to a page, though the one that is left may be reloaded at that moment."""
    for _ in range(9):
        with contextlib.suppress(Error):
            page.goto(where)
            return
    page.goto(where)


def _curate(page: Page, where: str, what: str, effect: str, **fields: str) -> None:
    """Open a page, say what its name really is, and read what that will do."""
    _open(page, where)
    page.get_by_role("button", name="Edit this entry").click()
    edit(page, what)
    for label, words in fields.items():
        field = page.locator("#desk-dialog").get_by_label(label, exact=True)
        field.fill(words)
    write(page, effect)
    expect(page.locator("#desk-status")).to_contain_text(effect)


def test_three_hundred_articles(preview: Preview, page: Page, tmp_path: Path) -> None:
    expect.set_options(timeout=PATIENCE)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    # The queue, by keys alone.
    _open(page, preview.url(".desk/queue"))
    expect(page.locator("#desk-progress")).to_contain_text("0 of")
    for _ in range(DECISIONS):
        _decide(page)
    table = preview.root / "curation/entities.csv"
    assert table.read_text().count("merge,") > DECISIONS // 4
    assert table.read_text().count("distinct,") > DECISIONS // 4
    # By hand: another name and type, a namesake, and what nobody may read.
    lima, court = preview.url("places/lima.html"), preview.url("organisations/night-court.html")
    _curate(page, lima, "Another name", "will be called “Lima (Peru)”", Name="Lima (Peru)")
    _curate(page, court, "Another type", "Its type becomes")
    expect(page).not_to_have_url(court)  # it follows to the new address once that is there
    _open(page, preview.url("people/olga-croft.html"))
    page.get_by_role("button", name="Edit this entry").click()
    edit(page, "Somebody or something else in some sources")
    page.get_by_label("Name of the other").fill("Olga Croft (clerk)")
    page.locator("#desk-dialog input[name=sources]").first.check()
    write(page, "“Olga Croft (clerk)”")
    expect(page.locator("#desk-status")).to_contain_text("Olga Croft (clerk)")
    _curate(page, preview.url("people/dov-lamb.html"), "Withhold the name everywhere", "withheld")
    # A date, and an event that is none after all; the second is undone by a key.
    events = page.locator("article.event")
    _open(page, preview.url("timeline/2019-03.html"))
    events.first.get_by_role("button", name="Edit this event").click()
    edit(page, "Wrong date")
    page.get_by_label("Date", exact=True).fill("2 March 1919")
    write(page, "to 2 March 1919")
    expect(page.locator("#desk-status")).to_contain_text("to 2 March 1919")
    _open(page, preview.url("timeline/2019-05.html"))
    events.first.get_by_role("button", name="Edit this event").click()
    edit(page, "Not an event")
    write(page, "Takes the event of")
    expect(page.locator("#desk-status")).to_contain_text("Takes the event of")
    table = preview.root / "curation/events.csv"
    assert ",1919-03-02," in table.read_text()
    assert "hide,e2019-05" in table.read_text()
    _open(page, preview.url(".desk/history"))
    first = page.locator(".history > li").first
    expect(first).to_contain_text("hide")
    page.keyboard.press("u")
    expect(first).not_to_contain_text("hide · e2019-05")
    assert "hide,e2019-05" not in table.read_text()
    # Somebody else has written about the same meanwhile.
    _open(page, preview.url("places/oslo.html"))
    page.get_by_role("button", name="Edit this entry").click()
    edit(page, "Its Wikidata id")
    page.get_by_label("Id", exact=True).fill("Q585")
    expect(page.locator("#desk-dialog .effect")).to_contain_text("Q585")
    table = preview.root / "curation/entities.csv"
    table.write_text(table.read_text() + "rename,Oslo,place,Christiania\n")
    page.get_by_role("button", name="Write it").click()
    conflict = page.locator("#desk-dialog .conflict")
    expect(conflict).to_contain_text("rename,Oslo,place,Christiania")
    page.keyboard.press("Escape")
    assert not faults
    _same_from_the_command_line(preview, tmp_path / "copy")


def _same_from_the_command_line(preview: Preview, copy: Path) -> None:
    for name in ("seeds", "curation"):
        shutil.copytree(preview.root / name, copy / name)
    shutil.copy(preview.root / "sourcebook.toml", copy)
    assert not build_site(copy).problems
    expected = files_of(copy / "site")
    assert not any(b"/.desk/" in data or b"Dov Lamb" in data for data in expected.values())
    wait_until(preview.root / "site", expected)
