"""How a site looks: what stands first on it."""

from __future__ import annotations

from pathlib import Path

from conftest import build_site

LETTER = "---\ntitle: A letter\ndate: 2020-06-01\nplaces: [Oslo, Paris, Berlin]\n---\n"


def test_the_home_page_opens_with_the_leading_figure(demo_site: Path) -> None:
    page = (demo_site / "index.html").read_text(encoding="utf-8")
    assert "<h1>" in page
    assert page.index("<h1>") < page.index('class="series-figure"') < page.index('class="counts"')
    assert page.count('class="series-figure"') == 1


def test_without_figures_the_home_page_opens_with_the_map(make_project) -> None:
    text = "She went from Oslo to Paris and saw Berlin on the way."
    root = make_project({"sourcebook.toml": 'names = "listed"', "seeds/a.md": LETTER + text})
    build_site(root)
    page = (root / "site/index.html").read_text(encoding="utf-8")
    assert page.index("<h1>") < page.index('class="map-frame"') < page.index('class="counts"')
    for place in ("Oslo", "Paris", "Berlin"):
        assert f'aria-label="{place}"' in page
