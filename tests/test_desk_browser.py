"""An editor at the desk, in a browser: what the tables say afterwards builds the same site."""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import build_site, files_of
from playwright.sync_api import Browser, Error, Page, expect
from test_desk import SEEDS
from test_serve import Preview, serving

PATIENCE = 60_000  # milliseconds; the machine may be busy
FILES = SEEDS | {
    "seeds/c.md": "---\ntitle: C\ndate: 2024-01-08\npeople: [Ann Lee, Bo Marsh]\n---\n"
    "Ann Lee sat. Bo Marsh sat."
}


@pytest.fixture
def preview(make_project) -> Iterator[Preview]:
    with serving(make_project(FILES)) as found:
        yield found


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    """A page at the desk."""
    address = preview.process.stdout.readline()
    while "Edit at " not in address:
        address = preview.process.stdout.readline()
    context = browser.new_context(viewport={"width": 390, "height": 800})
    found = context.new_page()
    found.set_default_timeout(PATIENCE)
    found.goto(address.split()[-1])
    expect(found.locator("#desk-bar button")).to_have_text("Edit")
    found.keyboard.press("e")
    expect(found.locator("#desk-bar button").first).to_have_attribute("aria-pressed", "true")
    yield found
    context.close()


def written(preview: Preview, table: str, words: str) -> None:
    assert words in (preview.root / "curation" / table).read_text()


def edit(page: Page, what: str) -> None:
    """Choose in a dialog what something really is."""
    page.locator("#desk-dialog select[name=what]").select_option(label=what)


def write(page: Page, effect: str) -> None:
    """Wait for what will happen, and let it happen."""
    dialog = page.locator("#desk-dialog")
    expect(dialog.locator(".effect")).to_contain_text(effect, timeout=PATIENCE)
    dialog.get_by_role("button", name="Write it").click()


def go(page: Page, address: str) -> None:
    """Open a page, even while the one before it is being reloaded."""
    with contextlib.suppress(Error):
        page.goto(address)
    if page.url != address:
        page.goto(address)


def test_an_editor_works(preview: Preview, page: Page, tmp_path: Path) -> None:
    expect.set_options(timeout=PATIENCE)
    said = page.locator("#desk-status")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    # Two names are one; the page goes on as the other's once the site is built.
    go(page, preview.url("people/a-lee-fipiw.html"))
    page.get_by_role("button", name="Edit this entry").click()
    edit(page, "Same as another")
    page.locator("#desk-dialog .found label", has_text="Ann Lee").locator("input").check()
    page.get_by_label("Note").fill("her own words")
    write(page, "Joins 1 mention in 1 source to “Ann Lee”")
    expect(page).to_have_url(preview.url("people/ann-lee.html"), timeout=PATIENCE)
    expect(said).to_contain_text("Joins 1 mention")
    written(preview, "entities.csv", "merge,A. Lee,person,Ann Lee,her own words,")
    # Somebody else has the same name in another source.
    page.get_by_role("button", name="Edit this entry").click()
    edit(page, "Somebody or something else in some sources")
    page.get_by_label("Name of the other").fill("Ann Lee (judge)")
    page.get_by_label("C, 8 January 2024").check()
    write(page, "Moves 1 mention in 1 source")
    expect(said).to_contain_text("Ann Lee (judge)", timeout=PATIENCE)
    written(preview, "entities.csv", "split,Ann Lee (judge),person,Ann Lee,,c.md,")
    # Another date, typed as people write it.
    go(page, preview.url("timeline/2024.html"))
    event = page.locator("article.event", has_text="sang with Picnic").first
    event.get_by_role("button", name="Edit this event").click()
    edit(page, "Wrong date")
    page.get_by_label("Date", exact=True).fill("2 January 2024")
    write(page, "Moves the event from 4 January 2024 to 2 January 2024")
    expect(said).to_contain_text("Moves the event")
    written(preview, "events.csv", ",2024-01-02,")
    # Not an event after all, and then it is one: undone by a key.
    page.locator("article.event", has_text="roof").get_by_role("button", name="Edit").click()
    edit(page, "Not an event")
    write(page, "Takes the event of 3 January 2024 off the timeline")
    expect(said).to_contain_text("Takes the event")
    # Once the site is built the page is made anew; a key pressed just then would be lost.
    expect(page.locator("article.event", has_text="roof")).to_have_count(0)
    page.get_by_role("button", name="Undo", exact=True).first.wait_for()
    page.keyboard.press("u")
    expect(page.locator("article.event", has_text="roof")).to_have_count(1)
    assert "hide," not in (preview.root / "curation/events.csv").read_text()
    # Hidden, and somebody has written about the same meanwhile.
    go(page, preview.url("places/rome.html"))
    page.get_by_role("button", name="Edit this entry").click()
    edit(page, "Not a name, or not worth a page")
    expect(page.locator("#desk-dialog .effect")).to_contain_text("loses its page")
    table = preview.root / "curation/entities.csv"
    table.write_text(table.read_text() + "wikidata,Rome,place,Q220\n")
    page.get_by_role("button", name="Write it").click()
    conflict = page.locator("#desk-dialog .conflict")
    expect(conflict).to_contain_text("wikidata,Rome,place,Q220")
    conflict.get_by_role("button", name="Write mine, too").click()
    expect(said).to_contain_text("“Rome” loses its page", timeout=PATIENCE)
    # Withheld everywhere.
    go(page, preview.url("people/bo-marsh.html"))
    page.get_by_role("button", name="Edit this entry").click()
    edit(page, "Withhold the name everywhere")
    write(page, "“Bo Marsh” will be withheld in all its spellings")
    expect(said).to_contain_text("will be withheld")
    # Several at once, chosen in a list; not written in the end.
    go(page, preview.url("people/index.html"))
    for name in ("Ann Lee", "Lee"):
        page.get_by_label(f"Choose {name}", exact=True).check()
    page.get_by_role("button", name="These 2 are one …").click()
    expect(page.locator("#desk-dialog .effect")).to_contain_text("Joins", timeout=PATIENCE)
    page.keyboard.press("Escape")
    # The queue and the history.
    go(page, preview.url(".desk/queue"))
    expect(page.locator("#desk-progress")).to_contain_text("decided", timeout=PATIENCE)
    first = page.locator(".card h2").inner_text()
    page.keyboard.press("l")
    expect(said).to_contain_text(f"{first}: later.")
    go(page, preview.url(".desk/history"))
    expect(page.locator(".history > li")).to_have_count(7)
    assert not faults
    # The tables say all of it: the command line builds the same site, without a trace of the desk.
    copy = tmp_path / "copy"
    for name in ("seeds", "curation"):
        shutil.copytree(preview.root / name, copy / name)
    shutil.copy(preview.root / "sourcebook.toml", copy)
    assert not build_site(copy).problems
    expected = files_of(copy / "site")
    assert not any(b"/.desk/" in data for data in expected.values())
    wait_until(preview.root / "site", expected)


def wait_until(site: Path, expected: dict[str, bytes]) -> None:
    """Wait until the preview has built what the command line has."""
    for _ in range(PATIENCE // 500):
        with contextlib.suppress(OSError):  # it is being replaced
            if files_of(site) == expected:
                return
        time.sleep(0.5)
    assert files_of(site) == expected
