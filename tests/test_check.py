"""Broken links are found, with the page and the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.check import broken_links


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of so many pages that several processes share them, each linked to the next."""
    for number in range(250):
        page = tmp_path / f"site/n/{number}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        link = f'<p id="p{number}"><a href="{(number + 1) % 250}.html#p{(number + 1) % 250}">x</a>'
        page.write_text(f"<!DOCTYPE html><title>{number}</title>\n{link}")
    (tmp_path / "site/n/index.html").write_text('<p><a href="../n/">here</a>')
    return tmp_path / "site"


def found(site: Path, **options: object) -> list[tuple[str, int, str]]:
    problems = broken_links(site, **options)  # type: ignore[arg-type]
    assert problems == broken_links(site, **options, jobs=2)  # type: ignore[arg-type]
    return [(p.path, p.line, p.message) for p in problems]


def test_a_whole_site_has_none(site: Path) -> None:
    assert found(site) == []


def test_a_missing_target_is_reported_for_each_page_that_links_to_it(site: Path) -> None:
    (site / "n/7.html").unlink()
    (site / "n/200.html").write_text(
        '<p id="p200">\n<img src="/n/gone.png">\n<a href="/n/1.html#é">'
    )
    assert found(site) == [
        ("site/n/200.html", 2, 'Broken link: "/n/gone.png" leads to a missing file.'),
        ("site/n/200.html", 3, 'Broken link: "/n/1.html#é" leads to a missing anchor.'),
        ("site/n/6.html", 2, 'Broken link: "7.html#p7" leads to a missing file.'),
    ]


def test_links_to_elsewhere_are_not_followed(site: Path) -> None:
    page = (
        '<link rel="canonical" href="gone.html"><a href="https://e.org/x">x</a><a href="/other/">'
    )
    (site / "n/1.html").write_text(f'<p id="p1">{page}')
    assert found(site, host_root="/archive/") == []
    assert found(site) == [("site/n/1.html", 1, 'Broken link: "/other/" leads to a missing file.')]


@pytest.mark.parametrize(
    "before", ["<div>" * 300, "<p>" + "x" * 11_000_000, f"<img src='data:,{'x' * 11_000_000}'>"]
)
def test_no_page_is_cut_off(site: Path, before: str) -> None:
    (site / "n/1.html").write_text(f'{before}<p id="p1"><a href="gone">')
    assert found(site) == [("site/n/1.html", 1, 'Broken link: "gone" leads to a missing file.')]


def test_a_link_without_a_path_leads_to_its_own_page(site: Path) -> None:
    (site / "n/1.html").write_text(
        '<p id="p1"><a href=" #p1"><a href="\n?q"><a href=" "><a href="//">'
    )
    (site / "n/folder.html").mkdir()
    assert found(site) == []


@pytest.mark.parametrize(
    "page",
    [
        "",
        " \n",
        "<!-- x -->",
        "\0",
        "<a href='1.html'>\0",
        '<?xml version="1.0" encoding="utf-16"?><p>',
    ],
)
def test_no_page_is_too_odd_to_be_read(site: Path, page: str) -> None:
    (site / "n/odd.html").write_text(page)
    assert found(site) == []
