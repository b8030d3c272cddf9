"""Whatever anybody puts into the cache: no file elsewhere, no script, and every build ends well.

The poisoned entries have valid checksums: they are honest entries, altered by somebody who knows
the format.
"""

from __future__ import annotations

import hashlib
import io
import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest
from conftest import build_site, files_of, picture
from rich.console import Console

from generator.config import read_config
from generator.engine.cache import Cache
from generator.engine.report import show_problems
from generator.errors import Problem

NOTE = """---
title: A note
date: 2024-03-25
publisher: The Paper
url: https://example.org/1
tags: [Fire]
people: [Ann Lee]
colour: red
---
## What was seen

On 22 March 2024 *four men* attacked [Crocus City Hall](https://example.org/) in Krasnogorsk. At
least 137 people were killed, a Russian official said two days later.

![The hall](hall.png)
"""
FILES: dict[str, str | bytes] = {
    "sourcebook.toml": 'search = false\nnames = "listed"\n',
    "seeds/a.md": NOTE,
    "seeds/b.md": "---\ntitle: Another\n---\nAnn Lee left Paris on Friday. The French paid.\n",
    "seeds/hall.png": picture("PNG"),
}
BAD = (
    "../../x",
    "/x",
    "a/../../x",
    "..",
    "index",
    "C:/x",
    "a\\..\\x",
    "x\0y",
    "x\ny",
    "\x1b[2J",
    "",
    "   ",
    "2024-13-45",
    "0000-00-00",
    "9999-12-31",
    "2024-03-22T00",
    '"></span><script src="../media/evil.js"></script>',
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "</p></div></body>",
    "static/evil.js",
    "index.html",
    "{x}",
    "ж\u202e",
    "a" * 3000,
)
PROJECT = "some/where/project"
SOURCES = 20  # poisoned at a time
NUMBERS = (-1, 0, 1, 7, 10**6, 2**40, 2**63)

Change = Callable[[Any], None]


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built, with its cache."""
    root = tmp_path_factory.mktemp("honest") / "project"
    for name, content in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    build_site(root)
    return root


@pytest.fixture
def project(honest: Path, tmp_path: Path) -> Path:
    """A copy of it, below folders of its own, without a site."""
    root = tmp_path / PROJECT
    shutil.copytree(honest, root, ignore=shutil.ignore_patterns("site", ".site*", "last"))
    return root


def poison(root: Path, changes: dict[str, Change]) -> None:
    """Alter the entries of sources, by their names; the checksums are right again."""
    cache = Cache(read_config(root).cache / "analysis")
    done = set()
    for path in sorted(p for p in (root / ".sourcebook/analysis").rglob("*") if p.is_file()):
        key = path.parent.name + path.name
        entry = msgspec.msgpack.decode(cache.get(key) or b"")
        name = document(entry)["path"]
        if name in changes:
            changes[name](entry)
            cache.put(key, msgspec.msgpack.encode(entry))
            done.add(name)
    assert done == changes.keys()


class Scripts(HTMLParser):
    """Notes all that could run, or lead to what runs."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        data = values.get("type") in ("application/ld+json", "application/json")
        shipped = re.fullmatch(
            r"(?:/|(?:\.\./)*)static/(?:site|preview|cite|own-forms|filter|graph|marks|redirect)\.js",
            values.get("src", ""),
        )
        if tag == "script" and not data and not shipped:
            self.found.append(self.get_starttag_text() or "")
        for name, value in values.items():
            acts = name.startswith("on") or "javascript:" in value.lower()
            if (acts and name in ("href", "src", "action")) or name.startswith("on"):
                self.found.append(self.get_starttag_text() or "")
        if tag in ("iframe", "object", "embed", "base", "style"):
            self.found.append(self.get_starttag_text() or "")


def scripts_in(site: Path) -> list[str]:
    parser = Scripts()
    for path in site.rglob("*.html"):
        parser.feed(path.read_text(encoding="utf-8"))
        parser.close()
        parser.reset()
    return parser.found


def outside(root: Path) -> dict[str, bytes]:
    """All files above a project and in it, but those that a build may write."""
    top = root.parent.parent.parent
    own = tuple(f"{root.relative_to(top)}/{name}" for name in ("site/", ".site", ".sourcebook/"))
    return {name: data for name, data in files_of(top).items() if not name.startswith(own)}


def must_be_as_ever(root: Path, honest: Path) -> None:
    """Build; nothing that a poisoned entry says comes of it."""
    before = outside(root)
    report = build_site(root)
    assert not [problem for problem in report.problems if problem.level == "error"]
    assert outside(root) == before
    assert scripts_in(root / "site") == []
    assert files_of(root / "site") == files_of(honest / "site")


def document(entry: Any) -> Any:
    return entry["found"]["documents"][0]


def analysis(entry: Any) -> Any:
    return entry["analyses"][0]


def with_anchor(anchor: str) -> Change:
    def change(entry: Any) -> None:
        sentence = document(entry)["passages"][1]["sentences"][0]
        for where in places(entry):
            if where["anchor"] == sentence["anchor"]:
                where["anchor"] = anchor
        sentence["anchor"] = anchor

    return change


def places(entry: Any) -> Iterator[Any]:
    found = analysis(entry)
    for mention in (*found["mentions"], *found["adjectives"]):
        yield mention["provenance"]
    for dated in found["dated_sentences"]:
        yield dated["where"]


def with_id(name: str) -> Change:
    def change(entry: Any) -> None:
        document(entry)["id"] = analysis(entry)["document"] = name
        for where in places(entry):
            where["document"] = name

    return change


def with_value(**values: Any) -> Change:
    return lambda entry: document(entry).update(values)


def with_media(shown: str, path: str = "a.md") -> Change:
    return with_value(media=[[shown, path]])


def with_script(entry: Any) -> None:
    """Every place at once that a known entry was used for: a script of its own on every page."""
    with_media("static/evil.js")(entry)
    with_anchor('"></span><script src="../static/evil.js"></script>')(entry)


def with_dates(**values: str) -> Change:
    """Give every time on the calendar other days, consistently."""

    def change(entry: Any) -> None:
        dated = [sentence["time"] for sentence in analysis(entry)["dated_sentences"]]
        for time in (*analysis(entry)["times"], *dated):
            if time["first"]:
                time.update(values)

    return change


def with_tag(**values: str) -> Change:
    def change(entry: Any) -> None:
        document(entry)["passages"][1]["inline"][0].update(values)

    return change


def with_tag_name(entry: Any) -> None:
    """The name of an element that no tag closes before the sentence ends, where it is closed."""
    opening, _ = document(entry)["passages"][1]["inline"][:2]
    opening["name"] = "script src=../media/x.js><a"
    del document(entry)["passages"][1]["inline"][1]


def with_reason(entry: Any) -> None:
    for time in analysis(entry)["times"]:
        time["reason"] = {"code": "nobody-knows", "arguments": []}
    for sentence in analysis(entry)["dated_sentences"]:
        sentence["time"]["reason"] = {"code": "nobody-knows", "arguments": []}


def with_figure(**values: object) -> Change:
    def change(entry: Any) -> None:
        for figure in analysis(entry)["figures"]:
            figure.update(values)

    return change


def with_saying(**values: object) -> Change:
    def change(entry: Any) -> None:
        for saying in analysis(entry)["sayings"]:
            saying.update(values)

    return change


def with_problem(entry: Any) -> None:
    wrong = {"path": "seeds/a.md", "line": 1, "level": "warning", "hint": ""}
    entry["found"]["problems"] = [{**wrong, "message": "\x1b[2JNothing is wrong."}]


POISONED: dict[str, Change] = {
    "page-outside": with_id("../../x"),
    "page-of-another": with_id("index"),
    "record-outside": with_value(image="../../x.png"),
    "record-script": with_value(image="javascript:alert(1)"),
    "off-the-earth": with_value(coordinates=[91.0, 0.0]),
    "nowhere": with_value(coordinates=[float("nan"), 0.0]),
    "a-parent": with_value(parent="a\nb"),
    "any-file": with_media("../../x.html"),
    "absolute-file": with_media("/tmp/sourcebook-must-not-exist.html"),
    "own-script": with_script,
    "home-page": with_media("index.html"),
    "a-source-as-picture": with_media("media/" + hashlib.sha256(b"a.md").hexdigest()[:16] + ".md"),
    "anchor": with_anchor('x" onmouseover="alert(1)'),
    "plain-anchor": with_anchor("saaaaaaa"),
    "link": with_value(url="javascript:alert(1)"),
    "date": with_value(date="not a date"),
    "date-outside": with_value(date="../../x"),
    "impossible-date": with_value(date="2024-02-31"),
    "language": with_value(language='en" onclick="x'),
    "tags": with_value(tags=["a\nb", ""]),
    "title": with_value(title=""),
    "origin": with_value(title_origin={"code": "nobody-knows", "arguments": []}),
    "date-origin": with_value(date_origin=None),
    "extra": with_value(extra=[["a", "b\x1b[2J"]]),
    "text": with_value(text=""),
    "no-passages": with_value(passages=[], layout=[]),
    "layout-twice": lambda entry: document(entry)["layout"].append(0),
    "layout-not-closed": lambda entry: document(entry)["layout"].append("</div>"),
    "no-sentences": lambda entry: document(entry)["passages"][1].update(sentences=[]),
    "script-tag": with_tag(html="<script>"),
    "tag-name": with_tag_name,
    "handler": with_tag(html='<em onclick="alert(1)">'),
    "script-link": with_tag(html='<a href="javascript:x">', name="a"),
    "picture": with_tag(html='<img src="media/0123456789abcdef.png" alt="" loading="lazy">',
                        name="img", role="void"),
    "timeline-outside": with_dates(first="../../../x", last="../../../x"),
    "timeline-no-day": with_dates(first="2024-02-31", last="2024-02-31"),
    "timeline-end-of-time": with_dates(first="0001-01-01", last="9999-12-31"),
    "timeline-backwards": with_dates(first="2024-03-22", last="2024-03-21"),
    "precision": with_dates(precision="instant"),
    "reason": with_reason,
    "figure": with_figure(low=float("inf"), high=float("inf")),
    "no-figure": with_figure(low=float("nan"), high=float("nan")),
    "figure-of-nothing": with_figure(measure="../x"),
    "figure-subject": with_figure(subject=(0, 9999)),
    "figure-whole": with_figure(whole=(-1, 2)),
    "figure-since": with_figure(since=(5, 3)),
    "figure-beginning": with_figure(beginning="2024-99-99"),
    "figure-as-of": with_figure(as_of="<b>"),
    "figure-unit": with_figure(unit="<b>"),
    "saying-elsewhere": with_saying(holder=[10**6, 10**6 + 4]),
    "saying-everything": with_saying(part=[-5, 10**9]),
    "terminal": with_problem,
    "sketch": lambda entry: analysis(entry).update(sketch=[-1] * 10**5),
    "name": lambda entry: analysis(entry)["adjectives"][0].update(name="../x"),
}  # fmt: skip


@pytest.mark.parametrize("name", POISONED)
def test_a_poisoned_entry_changes_nothing(project: Path, honest: Path, name: str) -> None:
    poison(project, {"a.md": POISONED[name]})
    must_be_as_ever(project, honest)
    assert not Path("/tmp/sourcebook-must-not-exist.html").exists()


def leaves(value: Any, where: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each part of an entry."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in pairs:
        yield (*where, key)
        if isinstance(part, dict | list):
            yield from leaves(part, (*where, key))


def at_random(chance: random.Random) -> Change:
    """One to three changes anywhere in an entry, of a kind that fits its type or does not."""

    def change(entry: Any) -> None:
        for _ in range(chance.randint(1, 3)):
            *way, last = chance.choice([way for way in leaves(entry) if len(way) > 1])
            holder = entry
            for key in way:
                holder = holder[key]
            holder[last] = altered(holder[last], chance)

    return change


def altered(value: Any, chance: random.Random) -> Any:
    if isinstance(value, str) and chance.random() < 0.3:
        at = chance.randint(0, len(value))
        return value[:at] + chance.choice(BAD) + value[at:]
    if isinstance(value, str):
        return chance.choice(BAD)
    if isinstance(value, bool) or value is None:
        return not value
    if isinstance(value, int):
        return chance.choice((*NUMBERS, value + 1, value - 1))
    if isinstance(value, float):
        return chance.choice((-1.0, 1e300, float("nan"), float("inf"), value + 1))
    if isinstance(value, list) and value:
        return chance.choice(([], value[1:], value[::-1], value + value, [value[0]] * 50))
    return [chance.choice(BAD)] if isinstance(value, list) else {}


def poisoned_at_random(root: Path, number: int, seed: int) -> None:
    """Build with so many poisoned entries, always the same for a seed; `SOURCES` at a time."""
    for n in range(SOURCES):
        (root / f"seeds/{n}.md").write_text(NOTE.replace("A note", f"Note {n}"))
    build_site(root)
    kept = root.with_name("kept")
    shutil.copytree(root / ".sourcebook/analysis", kept)
    before = outside(root)
    for turn in range(-(-number // SOURCES)):
        what = f"turn {turn} of seed {seed}"
        poison(
            root,
            {f"{n}.md": at_random(random.Random(f"{seed} {turn} {n}")) for n in range(SOURCES)},
        )
        (root / "seeds/b.md").write_text(f"---\ntitle: {what}\n---\nAnn Lee left Paris.\n")
        before[f"{PROJECT}/seeds/b.md"] = (root / "seeds/b.md").read_bytes()
        try:
            report = build_site(root)
        except Exception as error:
            raise AssertionError(f"{what} stopped the build") from error
        assert outside(root) == before, what
        assert scripts_in(root / "site") == [], what
        assert not [problem for problem in report.problems if problem.level == "error"], what
        shutil.copytree(kept, root / ".sourcebook/analysis", dirs_exist_ok=True)


def test_nothing_comes_of_poison_at_random(project: Path) -> None:
    """`SOURCEBOOK_POISONINGS=10000` tries more of them."""
    poisoned_at_random(project, int(os.environ.get("SOURCEBOOK_POISONINGS", "100")), seed=1)


def last(root: Path) -> Cache:
    return Cache(root / ".sourcebook/last")


def test_a_state_without_a_site_does_not_stop_the_build(project: Path, honest: Path) -> None:
    """It says that there is no site and that nothing need be done about it."""
    build_site(project)
    (path,) = (project / ".sourcebook/last").rglob("*-state")
    key = path.parent.name + path.name
    state = msgspec.msgpack.decode(last(project).get(key) or b"")
    last(project).put(key, msgspec.msgpack.encode({**state, "site": ""}))
    shutil.rmtree(project / "site")
    must_be_as_ever(project, honest)


def test_files_as_they_were_left_are_not_believed_without_the_site(
    project: Path, honest: Path
) -> None:
    build_site(project)
    (path,) = (project / ".sourcebook/last").rglob("*-files")
    key = path.parent.name + path.name
    files = msgspec.msgpack.decode(last(project).get(key) or b"")
    (project / "site/index.html").write_text("<script>alert(1)</script>")
    files |= {"../../x": files["index.html"], "/x": files["index.html"]}
    last(project).put(key, msgspec.msgpack.encode(files))
    must_be_as_ever(project, honest)


@pytest.mark.parametrize("kind", ["pipe", "link", "endless", "folder"])
def test_what_is_no_plain_file_is_no_entry(project: Path, honest: Path, kind: str) -> None:
    entries = [p for p in (project / ".sourcebook/analysis").rglob("*") if p.is_file()]
    for path in entries:
        path.rename(project.parent / path.name)
        if kind == "pipe":
            os.mkfifo(path)  # reading it would wait for ever
        elif kind == "folder":
            path.mkdir()
        else:
            path.symlink_to("/dev/zero" if kind == "endless" else project.parent / path.name)
    must_be_as_ever(project, honest)


def test_nothing_is_removed_where_a_link_in_the_cache_leads(project: Path, honest: Path) -> None:
    """Old entries are removed; a folder that a link puts in their place has none."""
    other = project.parent / "other"
    for name in ("analysis", "last", "search"):
        (other / name).mkdir(parents=True)
        (other / name / "mine").write_text("mine")
        os.utime(other / name / "mine", (0, 0))
        shutil.rmtree(project / ".sourcebook" / name, ignore_errors=True)
        (project / ".sourcebook" / name).symlink_to(other / name)
    (project / "sourcebook.toml").write_text('names = "listed"\n')
    build_site(project)
    assert set(files_of(other)) == {f"{name}/mine" for name in ("analysis", "last", "search")}


def with_files(change: Callable[[dict[str, bytes]], None]) -> Change:
    return lambda stored: change(stored["files"])


SEARCH: dict[str, Change] = {
    "outside": with_files(lambda files: files.update({"../../x.json": b"x"})),
    "twin": with_files(lambda files: files.update({"PAGEFIND-ENTRY.json": b"x"})),
    "long": with_files(lambda files: files.update({"x" * 5000 + ".json": b"x"})),
    "program": with_files(lambda files: files.update({"pagefind.js": b"alert(1)"})),
    "nothing": with_files(dict.clear),
    "other-address": lambda stored: stored.update(ids={"javascript:alert(1)": "x"}),
    "other-id": lambda stored: stored.update(ids=dict.fromkeys(stored["ids"], "../x")),
}


@pytest.mark.parametrize("name", SEARCH)
def test_a_poisoned_search_index_changes_nothing(project: Path, name: str) -> None:
    (project / "sourcebook.toml").write_text('names = "listed"\n')
    build_site(project)
    whole = files_of(project / "site")
    cache = Cache(project / ".sourcebook/search")
    (path,) = (p for p in (project / ".sourcebook/search").rglob("*") if p.is_file())
    key = path.parent.name + path.name
    stored = msgspec.msgpack.decode(cache.get(key) or b"")
    SEARCH[name](stored)
    cache.put(key, msgspec.msgpack.encode(stored))
    shutil.rmtree(project / ".sourcebook/last")
    build_site(project)
    assert files_of(project / "site") == whole


def test_problems_out_of_the_cache_do_not_command_the_terminal() -> None:
    out = io.StringIO()
    wrong = Problem("a.md", 1, "warning", "Wrong\x1b[2J\x9b2J\r\u202e.", "")
    show_problems([wrong], Console(file=out))
    assert all(character.isprintable() for character in out.getvalue().rstrip("\n"))
