"""Exports for other programs: complete, true in their counts, and described for programs."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import re
import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from conftest import build_site

from generator.engine.cache import Cache
from generator.render.exports import DataFile
from generator.render.exports.parts import KeptParts, parts_of
from generator.render.exports.reading import records
from generator.render.exports.shards import Shards

SPACE = "{http://gexf.net/1.3}"
SEEDS = {
    "a.md": "date: 2024-03-25\npeople: [Ann Lee, Bo Day]\nplaces: [Leeds]\n---\n"
    "Ann Lee met Bo Day in Leeds on 22 March 2024. Bo Day is to travel on 2 June 2024.\n",
    "b.md": "date: 2024-03-27\npeople: [Ann Lee, Bo Day]\n---\n"
    "Ann Lee and Bo Day spoke. In May 2023 Bo Day sold a boat to Ann Lee.\n",
    "c.md": "people: [Cy Fox, Ann Lee]\n---\nCy Fox saw Ann Lee. In 44 BC a fire broke out.\n",
    "old.md": "date: 1854-06-01\n---\nA mill burned on 30 May 1854.\n",
}
WORDS = "Words and more words. " * 20  # a name is made of the first of them


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four sources: two of one week, one without a date, an old one; ten more of one subject."""
    root = tmp_path_factory.mktemp("exports")
    (root / "seeds").mkdir()
    (root / "sourcebook.toml").write_text('names = "listed"\nsearch = false\n')
    for name, text in SEEDS.items():
        (root / "seeds" / name).write_text(f"---\ntitle: {name}\n{text}")
    for n in range(10):
        text = f"---\ntitle: T{n}\ndate: 2024-01-1{n}\ntags: [Mills & more]\npeople: [Di Roe]\n---\n{WORDS}"
        (root / "seeds" / f"t{n}.md").write_text(text)
    build_site(root, base_url="https://x.example/")
    return root / "site"


@pytest.fixture(scope="module")
def large_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, with files as large archives have them."""
    root = tmp_path_factory.mktemp("large")
    shutil.copytree(site.parent / "seeds", root / "seeds")
    shutil.copy(site.parent / "sourcebook.toml", root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.render.exports.LARGE_ARCHIVE", 0)
        patch.setattr("generator.render.exports.shards._MOST", 4)
        build_site(root, base_url="https://x.example/")
    return root / "site"


def lines(site: Path) -> list[dict]:
    return [json.loads(line) for line in (site / "data/entities.ftm.json").open(encoding="utf-8")]


def test_events_in_followthemoney(site: Path) -> None:
    """The schema is that of followthemoney 4.11."""
    events = {
        line["properties"]["name"][0]: line for line in lines(site) if line["schema"] == "Event"
    }
    met = next(e["properties"] for name, e in events.items() if "met" in name)
    assert met["date"] == ["2024-03-22"]
    assert met["involved"] == ["people-ann-lee", "people-bo-day"]
    assert met["location"] == ["Leeds"]
    assert met["addressEntity"] == ["places-leeds"]
    assert met["proof"][0].startswith("source-2024-03-25-a-md")
    assert met["sourceUrl"][0].startswith("https://x.example/timeline/2024")
    planned = next(e["properties"] for name, e in events.items() if "travel" in name)
    assert "Planned at the time of the report" in planned["summary"][0]
    assert next(e["properties"] for n, e in events.items() if "boat" in n)["date"] == ["2023-05"]
    assert "date" not in next(e["properties"] for name, e in events.items() if "44 BC" in name)


def test_the_timeline_for_timelinejs_has_all_events(site: Path) -> None:
    events = json.loads((site / "data/timeline-js.json").read_text(encoding="utf-8"))["events"]
    said = {e["text"]["headline"]: e for e in events}
    assert len(said) == len(events) == 5
    (travel,) = (e for words, e in said.items() if "travel" in words)
    assert travel["group"] == "Planned"
    assert "end_date" not in travel
    (boat,) = (e for words, e in said.items() if "boat" in words)
    assert boat["group"] == "Reported"
    assert boat["end_date"] == {"year": 2023, "month": 5, "day": 31}


def test_the_graph_has_days_and_sentences(site: Path) -> None:
    """As the schema of GEXF 1.3 has them (gexf.net)."""
    root = ET.parse(site / "data/entities.gexf").getroot()
    graph = root.find(f"{SPACE}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    nodes = {node.get("id"): node for node in root.iter(f"{SPACE}node")}
    bo, ann = nodes["people/bo-day"], nodes["people/ann-lee"]
    assert (bo.get("start"), bo.get("end")) == ("2024-03-25", "2024-03-27")
    assert ann.get("start") is None  # one of her sources is undated: she is always there
    edges = {(e.get("source"), e.get("target")): e for e in root.iter(f"{SPACE}edge")}
    both = edges["people/ann-lee", "people/bo-day"]
    spells = [(s.get("start"), s.get("end")) for s in both.iter(f"{SPACE}spell")]
    assert spells == [("2024-03-25", "2024-03-25"), ("2024-03-27", "2024-03-27")]
    (sentences,) = (v.get("value") for v in both.iter(f"{SPACE}attvalue"))
    for address in sentences.split():
        page, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in (site / page).read_text(encoding="utf-8")
    assert not list(edges["people/ann-lee", "people/cy-fox"].iter(f"{SPACE}spell"))


def number_in(path: Path) -> int:
    """How many records a data file really has."""
    text = path.read_text(encoding="utf-8-sig")
    name = path.name
    if name.endswith(".ftm.json"):
        return len(text.splitlines())
    if name.endswith(".csv"):
        return len(list(csv.DictReader(io.StringIO(text, newline=""))))
    if name.endswith(".gexf"):
        return text.count("<node ") + text.count("<edge ")
    marks = {".ics": "BEGIN:VEVENT", ".bib": "\n@", ".ris": "TY  - "}
    if path.suffix in marks:
        return f"\n{text}".count(marks[path.suffix])
    data = json.loads(text)
    return len(data if isinstance(data, list) else data[{"timeline-js.json": "events"}.get(
        name, name.partition(".")[0])])  # fmt: skip


def test_the_counts_on_the_data_page_are_true(site: Path) -> None:
    page = (site / "data/index.html").read_text(encoding="utf-8")
    found = re.findall(r'href="\.\./data/([^"]+)" download>.*?bytes, ([\d\u202f]+) record', page)
    assert len(found) == 17
    for name, said in found:
        assert number_in(site / "data" / name) == int(said.replace("\u202f", "")), name


@pytest.mark.parametrize("kind", ["site", "large_site"])
def test_the_data_package_describes_all_files(
    kind: str, site: Path, request: pytest.FixtureRequest
) -> None:
    """Checked once with frictionless 5.21, which found it valid."""
    plain, site = site, request.getfixturevalue(kind)
    package = json.loads((site / "data/datapackage.json").read_text(encoding="utf-8"))
    described = {one["path"]: one for one in package["resources"]}
    paths = (site / "data").rglob("*.*")
    there = {path.relative_to(site / "data").as_posix() for path in paths}
    there -= {"index.html", "datapackage.json"}
    assert set(described) == there
    for name, one in described.items():
        data = (site / "data" / name).read_bytes()
        assert one["bytes"] == len(data)
        assert one["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert re.fullmatch(r"[-a-z0-9._]+", one["name"])
        assert one.get("compression") == ("gz" if name.endswith(".gz") else None)
        if name.endswith(".gz"):
            assert data[4:8] == bytes(4)  # no time of packing (RFC 1952)
            data = gzip.decompress(data)
            whole = plain / "data" / name.removesuffix(".gz")
            if "/" not in name and name not in ("entities.json.gz", "scores.json.gz"):
                assert data == whole.read_bytes()
        if one["format"] == "csv":
            header = next(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
            assert [field["name"] for field in one["schema"]["fields"]] == header
    packed = {name for name in there if name.endswith(".gz")}
    assert ("mentions.csv.gz" in packed) == (kind == "large_site")
    pages = [(site / name).read_text() for name in ("people/ann-lee.html", "graph/index.html")]
    linked = {name for page in pages for name in re.findall(r'data/([^"]+)" download', page)}
    assert linked <= there
    assert len(linked) == 2


def test_shards_have_all_that_smaller_archives_have(site: Path, large_site: Path) -> None:
    data, plain = large_site / "data", site / "data"
    scores = {one["id"]: one["score"] for one in records(data, "scores")}
    for kind in ("documents", "timeline", "claims", "figures"):
        assert not list(data.glob(f"{kind}.json*"))
        found, whole = ({one["id"]: one for one in records(own, kind)} for own in (data, plain))
        assert all(
            one.pop("score") == scores[one["id"]] for one in whole.values() if "score" in one
        )
        assert found == whole
    entities = {one["id"]: one for one in records(data, "entities")}
    mentions = records(data, "mentions")
    for whole in records(plain, "entities"):
        own = [one for one in mentions if one["entity"] == whole["id"]]
        for key, adjective in (("mentions", False), ("adjectives", True)):
            found = [one for one in own if one["adjective"] is adjective]
            assert len(found) == len(whole.pop(key))
            assert all(one["document"] and one["text"] for one in found)
        assert entities.pop(whole["id"]) == whole
    assert not entities


def test_the_index_says_which_shard_has_which_sources(large_site: Path) -> None:
    data = large_site / "data"
    index = json.loads((data / "shards.json").read_bytes())
    assert len(index["shards"]) >= 4
    assert all(len(own) <= 4 for own in index["shards"].values())
    for file in (one for files in index["files"].values() for one in files):
        packed = (data / file["path"]).read_bytes()
        assert file["bytes"] == len(packed)
        assert file["sha256"] == hashlib.sha256(packed).hexdigest()
        kind, _, name = file["path"].partition("/")
        found = json.loads(gzip.decompress(packed))[kind]
        assert file["records"] == len(found)
        own = index["shards"][name.partition(".")[0]]
        assert all(one["id"] in own for one in found if kind == "documents")
        assert all(one["document"] in own for one in found if kind in ("mentions", "claims"))


def test_a_changed_source_changes_one_shard_of_each_kind(large_site: Path, tmp_path: Path) -> None:
    shutil.copytree(large_site.parent / "seeds", tmp_path / "seeds")
    (tmp_path / "sourcebook.toml").write_text('names = "listed"\nsearch = false\n')
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.render.exports.LARGE_ARCHIVE", 0)
        patch.setattr("generator.render.exports.shards._MOST", 4)
        path = tmp_path / "seeds/t4.md"
        path.write_text(f"{path.read_text()} On 3 May 2021 Di Roe said it was not.")
        build_site(tmp_path, base_url="https://x.example/")
    found = [
        (old.relative_to(large_site / "data").parts, old.read_bytes() == new.read_bytes())
        for old in sorted((large_site / "data").rglob("*.*"))
        for new in [tmp_path / "site" / old.relative_to(large_site)]
    ]
    changed = [parts[0] for parts, same in found if not same and len(parts) == 2]
    assert changed == ["claims", "documents", "mentions", "timeline"]
    assert (("shards.json",), False) in found


def test_parts_that_a_change_does_not_touch_are_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the file has the bytes that it has where nothing is kept."""
    monkeypatch.setattr("generator.render.exports.parts._EVERY", 4)
    made: list[str] = []

    def make(own: Sequence[str]) -> bytes:
        made.extend(own)
        return "".join(own).encode()

    def contents(words: str, kept: KeptParts | None) -> bytes:
        made.clear()
        parts = partial(parts_of, words.split(), str, make, str)
        return DataFile("data/x.csv.gz", "", "", "", "", 0, (), parts).contents(kept)

    kept = KeptParts(Cache(tmp_path), "settings")
    words = " ".join(map(str, range(100)))
    assert contents(words, kept) == contents(words, None)
    assert contents(words, kept)
    assert not made
    other = words.replace(" 50 ", " fifty ")
    assert contents(other, kept)
    assert 0 < len(made) < 20
    found = contents(other, kept)
    assert found == contents(other, None)
    assert gzip.decompress(found).decode() == other.replace(" ", "")
    contents(words, KeptParts(Cache(tmp_path), "other settings"))
    assert len(made) == 100


def test_where_a_source_is_does_not_depend_on_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """A further one changes one shard; where that gets too large, it is divided."""
    monkeypatch.setattr("generator.render.exports.LARGE_ARCHIVE", 0)
    monkeypatch.setattr("generator.render.exports.shards._MOST", 10)
    names = [f"{n}-source" for n in range(200)]
    before = dict(Shards.of(names[:50]).documents)
    for number in range(51, 200):
        after = dict(Shards.of(names[:number]).documents)
        gone = [own for shard, own in before.items() if after.get(shard) != own]
        new = [own for shard, own in after.items() if before.get(shard) != own]
        assert len(gone) == 1
        assert sum(map(len, new)) == len(gone[0]) + 1
        assert max(map(len, new)) <= 10
        before = after
    assert dict(Shards.of(names[:199][::-1]).documents) == before


def test_when_pages_were_changed(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    days = dict(
        re.findall(r"<loc>https://x.example/(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?", sitemap)
    )
    assert days["people/bo-day.html"] == "2024-03-27"
    assert days["subjects/mills-more/"] == "2024-01-19"
    assert days[""] == "2024-03-27"
    by_name = {path: day for path, day in days.items() if path.startswith("sources/")}
    assert [day for path, day in by_name.items() if "1854" in path or "undated" in path] == ["", ""]
    assert [day for path, day in by_name.items() if "-a-md-" in path] == ["2024-03-25"]


def test_names_and_subjects_of_ten_sources_have_a_feed(site: Path) -> None:
    feeds = {path.relative_to(site).as_posix() for path in site.rglob("*.xml")}
    assert feeds == {"feed.xml", "sitemap.xml", "people/di-roe.xml", "subjects/mills-more/feed.xml"}
    feed = ET.parse(site / "subjects/mills-more/feed.xml").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    titles = [entry.findtext(f"{atom}title") for entry in feed.iter(f"{atom}entry")]
    assert titles == [f"T{n}" for n in range(9, -1, -1)]
    assert feed.findtext(f"{atom}updated") == "2024-01-19T00:00:00Z"
    page = (site / "subjects/mills-more/index.html").read_text(encoding="utf-8")
    assert page.count('href="../../subjects/mills-more/feed.xml"') == 2
    assert 'href="../people/di-roe.xml"' in (site / "people/di-roe.html").read_text()
    assert "bo-day.xml" not in (site / "people/bo-day.html").read_text()
