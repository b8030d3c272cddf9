"""A second build does only what a change requires, and gives what a first one would."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import pytest
from conftest import ROOT, build_site, files_of

from generator.engine.cache import Cache
from generator.render import sitemap
from generator.render.page import PageRenderer
from generator.render.search import cached
from generator.render.search.pagefind import Index, Record
from generator.write import MANIFEST


def cold(root: Path, folder: Path) -> dict[str, bytes]:
    """The files of a site built from nothing."""
    copy = folder / "cold"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".*", "site"))
    build_site(copy)
    return files_of(copy / "site")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The demonstration's own sources, without its search."""
    root = tmp_path / "archive"
    for folder in ("seeds", "curation", "pages"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "sourcebook.toml").write_text('title = "Archive"\nsearch = false\nnames = "listed"\n')
    return root


def append(seeds: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(seeds.glob("*.md")))
    names = chance.sample(["Vladimir Putin", "Moscow", "Kyiv", "Islamic State", "Ann Lee"], 2)
    day = f"{chance.randint(1, 28)} March 2024"
    path.write_text(f"{path.read_text()}\n\nOn {day} {names[0]} spoke of {names[1]} again.\n")


def shorten(seeds: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(seeds.glob("*.md")))
    head, _, body = path.read_text().rpartition("---\n")
    path.write_text(f"{head}---\n{body[: len(body) * 2 // 3]}.\n")


def retitle(seeds: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(seeds.glob("*.md")))
    lines = path.read_text().split("\n")
    number = next(n for n, line in enumerate(lines) if line.startswith("title:"))
    lines[number] = f'title: "Another title {chance.randint(1, 99)}"'
    path.write_text("\n".join(lines))


def add(seeds: Path, chance: random.Random) -> None:
    number = chance.randint(1, 10**6)
    text = f"date 2024-0{chance.randint(1, 9)}-11 On 22 March 2024 Vladimir Putin was in Moscow."
    (seeds / f"new-{number}.txt").write_text(f"{text} It was number {number}.")


def remove(seeds: Path, chance: random.Random) -> None:
    chance.choice(sorted(seeds.glob("*.md"))).unlink()


def rename(seeds: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(seeds.glob("*.md")))
    path.rename(path.with_name(f"renamed-{chance.randint(1, 10**6)}.md"))


CHANGES: list[Callable[[Path, random.Random], None]] = [
    append,
    append,
    shorten,
    retitle,
    add,
    remove,
    rename,
]


@pytest.mark.parametrize("seed", range(3))
def test_after_any_changes_the_site_is_that_of_a_first_build(
    archive: Path, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    if seed == 2:  # with the data of a large archive: in shards, and kept in parts
        monkeypatch.setattr("generator.render.exports.LARGE_ARCHIVE", 0)
        monkeypatch.setattr("generator.render.exports.shards._MOST", 4)
        monkeypatch.setattr("generator.render.exports.parts._EVERY", 3)
    if seed == 0:  # with names that are found, too
        (archive / "sourcebook.toml").write_text('title = "Archive"\nsearch = false\n')
    build_site(archive)
    for _ in range(3):
        for change in chance.sample(CHANGES, chance.randint(1, 2)):
            change(archive / "seeds", chance)
        build_site(archive)
        got, want = files_of(archive / "site"), cold(archive, tmp_path)
        assert sorted(got) == sorted(want)
        assert [path for path in want if got[path] != want[path]] == []


def test_one_that_is_named_more_and_more_changes_nothing_on_the_pages_of_others(
    archive: Path, tmp_path: Path
) -> None:
    """Which of their common sentences a page quotes must not follow from the ranks of all."""
    people = "---\ntitle: T\ndate: 2024-01-0{}\npeople: [Ann Lee, Bo Day, Cy Orr]\n---\n"
    seeds = archive / "seeds"
    (seeds / "x1.md").write_text(people.format(1) + "Ann Lee met Bo Day.\n")
    (seeds / "x2.md").write_text(people.format(2) + "Cy Orr saw Ann Lee and Bo Day.\n")
    build_site(archive)
    (seeds / "x3.md").write_text(people.format(3) + "Cy Orr slept.\n\n" * 120)
    build_site(archive)
    assert files_of(archive / "site") == cold(archive, tmp_path)
    (seeds / "x3.md").write_text(people.format(3) + "Nobody slept.\n")
    build_site(archive)
    assert files_of(archive / "site") == cold(archive, tmp_path)


def test_a_new_problem_is_told_where_the_site_was_made(archive: Path, tmp_path: Path) -> None:
    build_site(archive)
    (archive / "seeds/odd.xyz").write_text("of no kind that is known")
    build_site(archive)
    assert b"odd.xyz" in (archive / "site/method.html").read_bytes()
    assert files_of(archive / "site") == cold(archive, tmp_path)


def test_a_template_of_the_project_may_show_problems_its_own_way(
    archive: Path, tmp_path: Path
) -> None:
    (archive / "templates").mkdir()
    own = '{% extends "default/method.html" %}{% block main %}{{ problems }}{% endblock %}'
    (archive / "templates/method.html").write_text(own)
    build_site(archive)
    (archive / "seeds/odd.xyz").write_text("of no kind that is known")
    build_site(archive)
    assert b"odd.xyz" in (archive / "site/method.html").read_bytes()
    assert files_of(archive / "site") == cold(archive, tmp_path)


def test_templates_are_followed_to_where_links_lead(archive: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "part.html").write_text("<p>before</p>")
    (archive / "templates").mkdir()
    (archive / "templates/entity.html").write_text('{% include "parts/part.html" %}')
    (archive / "templates/parts").symlink_to(shared)
    (archive / "templates/.#entity.html").symlink_to("somebody@elsewhere")  # as editors do
    (shared / "round").symlink_to(archive / "templates")
    build_site(archive)
    assert (archive / "site/people/vladimir-putin.html").read_text() == "<p>before</p>"
    (shared / "part.html").write_text("<p>after</p>")
    build_site(archive)
    assert (archive / "site/people/vladimir-putin.html").read_text() == "<p>after</p>"


def test_where_links_among_static_files_lead_does_not_matter(archive: Path) -> None:
    (archive / "static").mkdir()
    (archive / "static/all").symlink_to(archive)
    (archive / "templates").mkdir()
    (archive / "templates/locked").mkdir(mode=0)
    build_site(archive)
    assert build_site(archive).written.written == 0


def test_what_editors_change_shows_everywhere(archive: Path, tmp_path: Path) -> None:
    build_site(archive)
    table = archive / "curation/entities.csv"
    table.write_text(f"{table.read_text()}rename,Vladimir Putin,person,The President,\n")
    build_site(archive)
    got = files_of(archive / "site")
    assert "people/the-president.html" in got
    assert got == cold(archive, tmp_path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sourcebook.toml", 'title = "Other"\nsearch = false\nnames = "listed"\n'),
        ("sourcebook.toml", 'title = "Archive"\nsearch = false\nnames = "listed"\npage_size = 5\n'),
        ("templates/entity.html", "<p>{{ entity.name }}</p>"),
    ],
)
def test_settings_and_templates_change_all_pages(
    archive: Path, tmp_path: Path, name: str, text: str
) -> None:
    build_site(archive)
    (archive / name).parent.mkdir(exist_ok=True)
    (archive / name).write_text(text)
    build_site(archive)
    assert files_of(archive / "site") == cold(archive, tmp_path)


def test_pages_that_a_change_does_not_touch_are_not_made_again(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    page = PageRenderer._render

    def noted(self: PageRenderer, given: object) -> object:
        made.append(given.path)  # type: ignore[attr-defined]
        return page(self, given)  # type: ignore[arg-type]

    monkeypatch.setattr(PageRenderer, "_render", noted)
    build_site(archive)
    everything = len(made)
    made.clear()
    os.utime(archive / "site/index.html", (1, 1))  # the site is not as it was left
    build_site(archive)
    assert not [path for path in made if path.startswith(("people/v", "timeline/2024"))]
    assert len(made) < everything / 3
    made.clear()
    (archive / "seeds/extra.txt").write_text("date 2024-06-01 Nobody in particular was there.")
    build_site(archive)
    assert "sources/2024-06-01-extra" not in made
    assert len(made) < everything / 2


def test_an_altered_page_is_made_again(archive: Path) -> None:
    build_site(archive)
    site = archive / "site"
    before = files_of(site)
    page = site / "people/vladimir-putin.html"
    times = page.stat().st_atime_ns, page.stat().st_mtime_ns
    page.write_bytes(page.read_bytes().replace(b"Putin", b"Other"))
    build_site(archive)
    assert files_of(site) == before
    assert MANIFEST in before
    # Not even one whose size is the same and whose time somebody has set back.
    page.write_bytes(page.read_bytes().replace(b"Putin", b"Nitup"))
    os.utime(page, ns=(times[0], times[1] + 1))
    build_site(archive)
    assert files_of(site) == before


def test_the_index_is_made_again_only_when_texts_have_changed(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    build_index = cached.build_index

    def counted(records: Iterable[Record], *rest: str) -> Index:
        records = list(records)
        made.append(len(records))
        return build_index(records, *rest)

    monkeypatch.setattr(cached, "build_index", counted)
    settings = archive / "sourcebook.toml"
    settings.write_text('title = "Archive"\nnames = "listed"\n')
    build_site(archive)
    assert made[0] > 10
    made.clear()
    settings.write_text('title = "Renamed"\nnames = "listed"\n')
    build_site(archive)
    assert made == [1]  # for Pagefind's programs
    assert files_of(archive / "site") == cold(archive, tmp_path)
    made.clear()
    add(archive / "seeds", random.Random(1))
    build_site(archive)
    assert made[0] > 10
    assert len(list((archive / ".sourcebook/search").rglob("*/*"))) == 1


@pytest.mark.parametrize(
    "name", ["pagefind.js", "wasm.en.pagefind", "../../index.html", "a/b.json"]
)
def test_no_program_and_no_page_comes_from_a_kept_index(
    archive: Path, tmp_path: Path, name: str
) -> None:
    (archive / "sourcebook.toml").write_text('title = "Archive"\nnames = "listed"\n')
    build_site(archive)
    (path,) = (p for p in (archive / ".sourcebook/search").rglob("*") if p.is_file())
    cache, key = Cache(archive / ".sourcebook/search"), path.parent.name + path.name
    kept = msgspec.msgpack.decode(cache.get(key) or b"")
    kept["files"][name] = b"alert(1)"
    cache.put(key, msgspec.msgpack.encode(kept))
    (archive / "static").mkdir()
    (archive / "static/own.txt").write_text("so that the build has something to do")
    build_site(archive)
    assert files_of(archive / "site") == cold(archive, tmp_path)


def test_a_large_site_has_several_sitemaps(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "_MOST_ADDRESSES", 50)
    build_site(archive, base_url="https://example.org/a/")
    files = files_of(archive / "site")
    index = files["sitemap.xml"].decode()
    names = re.findall(r"<loc>https://example.org/a/(sitemap-\d+\.xml)</loc>", index)
    assert len(names) > 2
    found = [a for n in names for a in re.findall("<loc>(.*?)</loc>", files[n].decode())]
    pages = [p for p in files if p.endswith(".html") and p != "404.html"]
    assert len(found) == len(set(found)) == len(pages)
