"""How a site looks, and what its owner may set of that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import build_site

from generator.colours import DARK, LEAST, LIGHT, accent_of, contrast, least_contrast
from generator.commands.check import broken_links
from generator.config import read_config
from generator.engine.fingerprint import site_fingerprint
from generator.engine.report import Report
from generator.errors import ConfigError, OutputError
from generator.render.site import _NAVIGATION
from generator.setting_values import SECTIONS
from generator.shipped import shipped

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
    drawn = page[page.index('class="map-frame"') : page.index('class="counts"')]
    for place in ("oslo", "paris", "berlin"):
        assert f'href="places/{place}.html"' in drawn


SETTINGS = """
names = "listed"
base_url = "https://example.org/a/"
accent = "#fc0"
menu = ["sources", "pages/about", "search"]
hide = ["people", "places", "graph", "timeline", "claims", "figures", "changes"]
footer = "Kept by *the library*. <script>no</script>"
root_files = "public"
logo = "art/sign.svg"
logo_alt = "A bridge"
"""
HEAD = "---\ntitle: {}\ndate: 2020-06-0{}\npeople: [Ann Lee, Bo Lind]\nplaces: [Oslo, Paris]\norganisations: [The Firm]\n---\n"
TEXT = "On 3 May 2020 Ann Lee and Bo Lind of The Firm met in Oslo. Ann Lee said that 40 people died in Paris."
FILES = {
    "seeds/a.md": HEAD.format("First", 1) + TEXT,
    "seeds/b.md": HEAD.format("Second", 2) + TEXT + " Bo Lind denied it.",
    "pages/about.md": "# About us\n\nWe are the library.",
    "art/sign.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>',
    "curation/changes.jsonl": '{"day":"2020-06-03","note":"Begun."}\n',
    "public/CNAME": "example.org\n",
    "public/robots.txt": "User-agent: *\nDisallow: /drafts/\n",
    "public/.well-known/security.txt": "Contact: mailto:a@example.org\n",
    "public/.env": "SECRET=1\n",
    "public/_notes.txt": "not for others",
}


@pytest.fixture(scope="module")
def own_look(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """A site with nearly all settings of its looks."""
    root = tmp_path_factory.mktemp("look")
    for name, text in {**FILES, "sourcebook.toml": SETTINGS}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / "public/link.txt").symlink_to(root / "sourcebook.toml")
    return root / "site", build_site(root)


def test_a_hidden_section_is_not_made_and_nothing_links_to_it(own_look) -> None:
    site, _ = own_look
    assert broken_links(site, "/a/") == []
    made = {path.name for path in site.iterdir()}
    hidden = {"people", "places", "graph", "timeline", "claims", "figures", "changes"}
    assert made.isdisjoint(hidden)
    assert (site / "organisations/the-firm.html").is_file()
    names = {path.name for path in (site / "data").iterdir()}
    assert not any(name.startswith(("timeline", "claims", "figures")) for name in names)
    assert "entities.json" in names


def test_the_menu_is_as_the_settings_have_it(own_look) -> None:
    page = (own_look[0] / "index.html").read_text(encoding="utf-8")
    menu = page[page.index("<nav") : page.index("</nav>")]
    entries = [line.rpartition("</a>")[0].rpartition(">")[2] for line in menu.splitlines()]
    assert list(filter(None, entries)) == ["Sources", "About us", "Search"]


def test_the_footer_is_harmless_markdown(own_look) -> None:
    page = (own_look[0] / "index.html").read_text(encoding="utf-8")
    assert "Kept by <em>the library</em>." in page[page.index("<footer") :]
    assert "<script>no" not in page


def test_the_logo_stands_beside_the_title(own_look) -> None:
    page = (own_look[0] / "sources/index.html").read_text(encoding="utf-8")
    assert '<img src="../static/logo.svg" alt="A bridge"> ' in page
    assert (own_look[0] / "static/logo.svg").read_text() == FILES["art/sign.svg"]


def test_root_files_are_published_but_not_private_ones(own_look) -> None:
    site, report = own_look
    assert (site / "CNAME").read_text() == "example.org\n"
    assert (site / ".well-known/security.txt").is_file()
    assert "Disallow" in (site / "robots.txt").read_text()
    assert not [name for name in (".env", "_notes.txt", "link.txt") if (site / name).exists()]
    said = {p.path: p.message for p in report.problems}
    assert said["public/.env"] == 'Not published, as its name begins with ".".'
    assert said["public/_notes.txt"] == 'Not published, as its name begins with "_".'
    assert said["public/link.txt"] == "A symbolic link; not published."
    assert "CNAME" not in (site / "sitemap.xml").read_text()


def test_root_files_replace_no_pages(make_project) -> None:
    files = {"seeds/a.md": "# A\n\nText.", "public/sources/index.html": "mine"}
    root = make_project({"sourcebook.toml": 'names = "listed"\nroot_files = "public"', **files})
    with pytest.raises(OutputError, match=r"would replace sources/index\.html"):
        build_site(root)
    assert not (root / "site").exists()


def test_an_accent_that_is_hard_to_read_is_mixed_until_it_is_not(own_look) -> None:
    site, report = own_look
    (note,) = (p for p in report.problems if "#ffcc00" in p.message)
    assert (note.path, note.line, note.level) == ("sourcebook.toml", 4, "note")
    assert note.message == "On light pages #ffcc00 is hard to read (1.3 to 1 instead of 4.5)."
    assert note.hint == "#846a00 is used there."
    styles = (site / "static/site.css").read_text(encoding="utf-8")
    assert styles.count("--accent: #846a00;") == styles.count("--accent: #ffcc00;") == 1


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#8c1c13", "#0055aa", "#7f7f7f"])
def test_every_accent_can_be_read_on_light_and_on_dark_pages(colour: str) -> None:
    found = accent_of(colour)
    assert least_contrast(found.light, LIGHT) >= LEAST
    assert least_contrast(found.dark, DARK) >= LEAST


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


def test_the_grounds_are_those_of_the_design() -> None:
    styles = shipped("static").joinpath("site.css").read_text(encoding="utf-8")
    for name, grounds in zip(
        ("paper", "panel", "target"), zip(LIGHT, DARK, strict=True), strict=True
    ):
        assert re.findall(rf"--{name}: (#[0-9a-f]{{6}});", styles) == list(grounds)


WRONG = {
    'accent = "red"': 'sourcebook.toml:1: "accent" must be a colour',
    "accent = 5": 'sourcebook.toml:1: "accent" must be a colour',
    '\nhide = ["claim"]': 'sourcebook.toml:2: "hide" cannot have "claim". Did you mean "claims"?',
    'hide = ["search"]': 'sourcebook.toml:1: "hide" cannot have search.',
    'hide = ["sources"]': 'sourcebook.toml:1: "hide" cannot have "sources".',
    'hide = "claims"': 'sourcebook.toml:1: "hide" must be a list.',
    'menu = ["pages/abuot"]': 'cannot have "pages/abuot". Did you mean "pages/about"?',
    'menu = ["timline"]': 'cannot have "timline". Did you mean "timeline"?',
    'logo = "none.png"': 'sourcebook.toml:1: there is no file "none.png".',
    'logo = "../sign.png"': 'sourcebook.toml:1: "logo" must be inside the project',
    'logo = "pages/about.md"': "sourcebook.toml:1: the logo must be one of .svg, .png",
    'root_files = ".git"': 'sourcebook.toml:1: "root_files" must be inside the project',
    'root_files = "."': 'sourcebook.toml:1: "root_files" must be inside the project',
    'root_files = "none"': 'sourcebook.toml:1: there is no folder "none".',
    'root_files = "seeds"': "contains others of the project.",
}


@pytest.mark.parametrize(("settings", "message"), WRONG.items(), ids=map(repr, WRONG))
def test_wrong_settings_say_what_is_wrong_and_where(
    make_project, settings: str, message: str
) -> None:
    root = make_project({"sourcebook.toml": settings, "seeds/a.md": "A", "pages/about.md": "# A"})
    with pytest.raises(ConfigError) as error:
        read_config(root)
    assert message in str(error.value)


def test_the_menu_knows_every_section() -> None:
    assert sorted(name for name, _, _ in _NAVIGATION) == sorted(SECTIONS)


@pytest.mark.parametrize("name", ["art/sign.svg", "public/CNAME"])
def test_a_changed_logo_or_root_file_is_noticed(make_project, name: str) -> None:
    settings = 'logo = "art/sign.svg"\nroot_files = "public"'
    files = {n: FILES[n] for n in ("art/sign.svg", "public/CNAME")}
    root = make_project({"sourcebook.toml": settings, "seeds/a.md": "A", **files})
    before = site_fingerprint(read_config(root), "", ())
    (root / name).write_text("new")
    assert site_fingerprint(read_config(root), "", ()) != before
