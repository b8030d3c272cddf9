"""The size of a site, and the limits of hosts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.cli import main
from generator.config import Config, read_config
from generator.engine import budget
from generator.engine.budget import misfits, shown_size, size_of
from generator.hosts import HOSTS, Host


@pytest.fixture
def config(make_project) -> Config:
    return read_config(make_project({"sourcebook.toml": '\nhost = "github-pages"'}))


def test_the_size_of_a_site() -> None:
    size = size_of({"index.html": 10, "sources/a.html": 300, "data/all.json": 9000})
    assert (size.files, size.size) == (3, 9310)
    assert (size.largest, size.largest_size) == ("sources/a.html", 300)


@pytest.mark.parametrize(
    ("size", "words"),
    [(999, "1 kB"), (85_400, "85 kB"), (12_340_000, "12.3 MB"), (1_000_000_000, "1 GB")],
)
def test_sizes_in_words(size: int, words: str) -> None:
    assert shown_size(size) == words


def test_a_site_that_is_too_large_says_what_takes_most(config) -> None:
    sizes = {"media/a.webp": 900_000_000, "data/a.json": 90_000_000, "index.html": 10_000_001}
    (problem,) = misfits(sizes, config)
    assert problem.place == "sourcebook.toml:2"
    assert problem.message == (
        "GitHub Pages takes 1 GB, and the site has 1 GB "
        "(media/ 900 MB, data/ 90 MB, the top folder 10 MB)."
    )
    assert problem.hint.startswith('With pages = "none"')
    assert misfits({**sizes, "index.html": 10_000_000}, config) == ()


def test_too_many_files_and_too_large_ones(config) -> None:
    config = replace(config, host="cloudflare-pages", min_mentions=3)
    names = {f"people/{n}.html": 1 for n in range(20_000)}
    many, large = misfits({**names, "data/a.json": 30 * 1024 * 1024}, config)
    assert "20,000 files, and the site has 20,001 (people/ 20,000, data/ 1)" in many.message
    assert "min_mentions = 5" in many.hint
    assert large.message == "Cloudflare Pages takes files of 26.2 MB, and data/a.json has 31.5 MB."


def test_too_many_files_in_one_folder(config, monkeypatch) -> None:
    monkeypatch.setattr(budget, "HOSTS", {"netlify": Host("Netlify", folder_files=2)})
    config = replace(config, host="netlify")
    assert not misfits({"a/1": 1, "a/2": 1, "a/b/3": 1}, config)
    (problem,) = misfits({"a/1": 1, "a/2": 1, "a/3": 1}, config)
    assert "2 files in a folder, and a/ has 3" in problem.message


def test_a_host_without_limits_takes_all(config) -> None:
    assert HOSTS["none"] == Host()
    assert not misfits({"a": 10**12}, replace(config, host="none"))


def test_a_build_shows_the_size_and_a_check_fails(make_project, monkeypatch, capsys) -> None:
    tight = {**HOSTS, "github-pages": Host("GitHub Pages", size=1000)}
    monkeypatch.setattr(budget, "HOSTS", tight)
    root = make_project(
        {
            "sourcebook.toml": 'names = "listed"\nsearch = false\nhost = "github-pages"',
            "seeds/a.md": "---\ntitle: A\ndate: 2024-03-02\n---\nIt was Ann Lee.",
        }
    )
    assert main(["build", "-C", str(root), "--quiet", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["misfits"][0]["message"].startswith("GitHub Pages takes 1 kB, and the site has")
    assert main(["build", "-C", str(root)]) == 0
    out = capsys.readouterr().out
    assert "files and" in out
    assert "a source; largest page" in out
    assert "sourcebook.toml:3: error: GitHub Pages takes 1 kB" in out
    assert main(["check", "-C", str(root)]) == 1
    assert "GitHub Pages takes 1 kB" in capsys.readouterr().out
