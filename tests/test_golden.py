"""Whole small sites against stored ones, and their independence of everything but the sources.

`pytest --update` stores what is built now; read the difference before you commit it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ROOT, build_site, files_of

from generator import __version__
from generator.write import MANIFEST

GOLDEN = Path(__file__).parent / "golden"
# What a release or the design changes, and the index of Pagefind, are no part of these tests.
LEFT_OUT = ("static/", "search/pagefind/", MANIFEST, ".nojekyll")
# What is stored to be read: each kind of page once, and pages and data that show decisions.
IN_FULL = {
    "bridge": (
        "index.html",
        "404.html",
        "method.html",
        "feed.xml",
        "graph/index.html",
        "search/index.html",
        "data/*",
        "sources/index.html",
        "sources/2024-03-23-*",  # an event with two sources, in which figures differ
        "people/index.html",
        "people/by/name.html",
        "people/ann-lee.html",
        "people/lee.html",  # a surname of two people
        "people/joshua-abraham-norton.html",  # a merge with its reason
        "organisations/town-fire-brigade.html",
        "places/leeds.html",
        "timeline/index.html",
        "timeline/2024.html",
        "timeline/published/index.html",
    ),
    "undated": ("index.html", "sources/*"),
    "empty": ("index.html", "sources/index.html", "timeline/index.html"),
}
DIGESTS = "digests.txt"  # of all the other files


def comparable(site: Path) -> dict[str, bytes]:
    files = {k: v for k, v in files_of(site).items() if not k.startswith(LEFT_OUT)}
    version = f"Sourcebook {__version__}".encode()
    return {k: v.replace(version, b"Sourcebook VERSION") for k, v in files.items()}


def digests(files: dict[str, bytes]) -> str:
    return "".join(f"{sha256(v).hexdigest()[:20]}  {k}\n" for k, v in sorted(files.items()))


@pytest.mark.parametrize("name", list(IN_FULL))
def test_site_is_as_stored(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    shutil.copytree(GOLDEN / name / "project", tmp_path / "project")
    (tmp_path / "project" / "seeds").mkdir(exist_ok=True)
    build_site(tmp_path / "project")
    got = comparable(tmp_path / "project" / "site")
    full = {k: v for k, v in got.items() if any(fnmatch(k, p) for p in IN_FULL[name])}
    rest = digests({path: data for path, data in got.items() if path not in full})
    stored = GOLDEN / name / "site"
    if request.config.getoption("--update"):
        shutil.rmtree(stored, ignore_errors=True)
        for path, data in full.items():
            (stored / path).parent.mkdir(parents=True, exist_ok=True)
            (stored / path).write_bytes(data)
        (GOLDEN / name / DIGESTS).write_text(rest, encoding="utf-8")
    want = files_of(stored)
    assert sorted(full) == sorted(want)
    for path in want:
        assert full[path].decode() == want[path].decode(), path
    assert rest == (GOLDEN / name / DIGESTS).read_text(encoding="utf-8")


def test_nothing_but_the_sources_shows_in_the_site(tmp_path: Path, demo_site: Path) -> None:
    """Another folder, time zone, locale, hash seed, file order and other times of files."""
    root = tmp_path / "another folder" / "x" / "project"
    (root / "seeds").mkdir(parents=True)
    shutil.copy(ROOT / "sourcebook.toml", root)
    for folder in ("curation", "pages"):
        shutil.copytree(ROOT / folder, root / folder)
    for path in sorted((ROOT / "seeds").iterdir(), reverse=True):
        copy = root / "seeds" / path.name
        copy.write_bytes(path.read_bytes())
        os.utime(copy, (1e9, 1e9))
    environment = os.environ | {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "2",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "generator", "build", "-C", str(root)]
    subprocess.run(command, cwd=root, env=environment, check=True, capture_output=True)
    site = files_of(root / "site")
    assert site == files_of(demo_site)
    assert len(site) > 100


def test_data_files_say_where_everything_stands(demo_site: Path) -> None:
    data = {
        name: json.loads((demo_site / f"data/{name}.json").read_text(encoding="utf-8"))[name]
        for name in ("documents", "entities", "timeline")
    }
    texts = {d["id"]: d["text"] for d in data["documents"]}
    anchors = {(d["id"], s[0]) for d in data["documents"] for s in d["sentences"]}
    mentions = [m for e in data["entities"] for m in e["mentions"]]
    assert len(mentions) > 50
    for mention in mentions:
        assert texts[mention["document"]][mention["start"] : mention["end"]] == mention["text"]
        assert (mention["document"], mention["anchor"]) in anchors
    places = [s for e in data["timeline"] for s in e["sentences"]]
    assert len(places) >= len(data["timeline"]) > len(texts)
    for place in places:
        assert texts[place["document"]][place["start"] : place["end"]] == place["text"]
        assert (place["document"], place["anchor"]) in anchors


def test_a_neighbour_does_not_move_anybody(make_project) -> None:
    files = {f"seeds/{n}.txt": f"date 2024-01-0{n} Text number {n} of this." for n in (1, 2, 3)}
    root = make_project(files)
    build_site(root)
    before = {name for name in files_of(root / "site") if name.startswith("sources/2")}
    (root / "seeds/1.txt").unlink()
    (root / "seeds/9.txt").write_text("date 2024-02-01 A newcomer.")
    build_site(root)
    after = {name for name in files_of(root / "site") if name.startswith("sources/2")}
    assert len(before & after) == 2
