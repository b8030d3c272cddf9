"""Sources within sources: read by the readers for them, within limits, each by itself."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.config import Config, read_config
from generator.engine.analysis_cache import AnalysisCache
from generator.engine.executors import Failure, SerialExecutor
from generator.engine.extraction import ExtractionTask, extract
from generator.engine.fingerprint import analysis_fingerprint
from generator.load import load
from generator.model import Places, Source
from generator.read import Drafts, choose, gather, is_possible, read, read_source
from generator.read.draft import Block, Draft
from generator.read.inside import is_safe_name, member, opened, safe_name
from generator.read.readers import all_readers

CONFIG = Config(*map(Path, "abc"))
DEEP = {"a.txt": "One.", "b.box": {"a.txt": "Two.", "b.box": {"a.txt": "Three.", "b.box": {}}}}


def read_box(source: Source) -> Drafts:
    """A box: what it says itself as "own", and texts or boxes by their names."""
    held = json.loads(source.data)
    own = held.pop("own", "")
    fields = {"title": own, "date": "2019-05-03"}
    drafts = (Draft(source, 1, fields, blocks=(Block("Words."),)),) if own else ()
    inside = (
        member(source, name, (text if isinstance(text, str) else json.dumps(text)).encode(), fields)
        for name, text in held.items()
    )
    return Drafts(drafts, inside=tuple(inside))


@pytest.fixture(autouse=True)
def boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader for files that hold others."""
    reader: Any = SimpleNamespace(
        SUFFIXES=(".box",), BINARY=False, PACKAGES=(), CONTAINER=True, read_source=read_box
    )
    readers = (*all_readers(), reader)
    monkeypatch.setattr("generator.read.readers.all_readers", lambda: readers)


def box(held: object, path: str = "in!/a.box") -> Source:
    data = json.dumps(held).encode()
    return Source(path, f"seeds/{path}", data, hashlib.sha256(data).hexdigest())


def test_what_lies_within_is_read_by_its_own_reader() -> None:
    found = read([box({"own": "A", "17/letter.md": "# To Ann", "b.box": {"own": "B"}})], CONFIG)
    assert [(d.path, d.title) for d in found.documents] == [
        ("in!/a.box", "A"),
        ("in!/a.box!/b.box", "B"),
        ("in!/a.box!/17/letter.md", "To Ann"),
    ]
    assert found.documents[2].digest == hashlib.sha256(b"# To Ann").hexdigest()


def test_a_date_is_inherited_and_says_so() -> None:
    held = {"own": "A", "a.txt": "Words.", "2001-02-03-b.txt": "Words too."}
    (_, letter, named) = read([box(held)], CONFIG).documents
    assert letter.date == "2019-05-03"
    assert letter.date_origin
    assert letter.date_origin.code == "outer-file"
    assert named.date == "2001-02-03"
    assert letter.title != "A"


def test_problems_have_the_path_within() -> None:
    found = read([box({"17/odd.xyz": "Words.", "e.txt": " "})], CONFIG)
    assert [problem.path for problem in found.problems] == [
        "seeds/in!/a.box!/17/odd.xyz",
        "seeds/in!/a.box!/e.txt",
    ]


def test_files_lie_three_deep_at_most() -> None:
    found = read([box(DEEP)], CONFIG)
    assert [d.text for d in found.documents] == ["One.", "Two.", "Three."]
    assert [(p.path, p.message) for p in found.problems] == [
        ("seeds/in!/a.box!/b.box!/b.box!/b.box", "Lies in 3 files, and holds others; not read.")
    ]


def test_there_are_limits_for_all_that_lies_within(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted together, however deep it lies, so that none multiplies another."""
    monkeypatch.setattr("generator.read.inside._MOST", 4)
    found = read([box(DEEP)], CONFIG)
    assert [d.text for d in found.documents] == ["One.", "Two."]
    assert [p.message for p in found.problems] == [
        "Holds more than 4 files, or more than 1,000 MB."
    ]
    monkeypatch.setattr("generator.read.inside._LARGEST", 10)
    assert len(read([box({"a.txt": "12345678", "b.txt": "901"})], CONFIG).documents) == 1


def test_pictures_inside_are_not_shown() -> None:
    picture = Source("in!/b.png", "seeds/in!/b.png", b"", "digest")
    page = "<html><p>Words.</p><img src='../../b.png'><img src='c.png'>"
    found = read([box({"c.png": "PNG", "17/page.html": page}), picture], CONFIG)
    assert [d.media for d in found.documents] == [()]
    assert not [p for p in found.problems if "Image" in p.message]
    assert "Pictures, sound and film inside are not published (1)." in {
        note.message for note in found.notes
    }


def test_equal_names_are_told_apart() -> None:
    source = box({})
    same = tuple(member(source, name, text) for name, text in (("a.txt", b"1"), ("a.txt", b"2")))
    found = opened(source, Drafts(inside=same), lambda _: Drafts())
    assert [one.source.path for one in found.inside] == [
        "in!/a.box!/a.txt",
        "in!/a.box!/a-2.txt",
    ]
    assert [one.source.shown for one in found.inside][1] == "seeds/in!/a.box!/a-2.txt"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../letter 14.pdf", "letter 14.pdf"),
        ("C:\\mail\\letter.pdf", "C:/mail/letter.pdf"),
        ("/etc/passwd", "etc/passwd"),
        ("a!/b.txt", "a/b.txt"),
        ("...", "unnamed"),
        ("", "unnamed"),
        ("a\u202egpj.exe", "a_gpj.exe"),
        ("l" * 300 + ".pdf", "l" * 96 + ".pdf"),
        ("cafe\u0301 \ud800.txt", "café ?.txt"),
        ("x" * 99 + " !.txt", "x" * 96 + ".txt"),
    ],
)
def test_names_lead_nowhere_else(name: str, safe: str) -> None:
    assert safe_name(name) == safe
    assert is_safe_name(safe)
    assert safe_name(safe) == safe


def test_where_a_document_lies() -> None:
    places = Places.among([box({})])
    assert places.of("in!/a.box!/17/letter.pdf") == "seeds/in!/a.box!/17/letter.pdf"
    assert places.file("in!/a.box!/17/letter.pdf") == box({})
    assert places.file("in!/b.box") is None
    assert places.of("in!/b.box") == "in!/b.box"


def test_an_entry_of_the_cache_can_hold_what_lies_within() -> None:
    source = box({"own": "A", "17/letter.md": "# To Ann"})
    found = read_source(source, CONFIG)
    assert is_possible(found, source)
    for path in ("in!/b.box!/17/letter.md", "in!/a.box!/../letter.md", "in!/a.box!/"):
        wrong = read_source(box({"own": "A", "17/letter.md": "# To Ann"}, path), CONFIG)
        assert not is_possible(wrong, source), path


class FailingOn(SerialExecutor):
    """Fails for the source within another of a name."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.done: list[str] = []

    def run(self, task: Any, items: Any) -> Any:
        for number, result in super().run(task, items):
            path = getattr(items[number], "source", items[number]).path
            self.done.append(path)
            yield number, Failure("died", "death") if path.endswith(self.name) else result


def test_one_that_breaks_a_library_costs_only_itself(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    held = {"own": "A", "bad.txt": "Words.", "good.txt": "Good words."}
    (seeds / "a.box").write_text(json.dumps(held))
    (tmp_path / "sourcebook.toml").write_text('title = "T"\n')
    config = read_config(tmp_path)
    chosen = choose(load(config).sources)
    key = config, chosen.pictures, analysis_fingerprint(config)
    task = ExtractionTask(*key, analyse=False)
    extraction = extract(chosen.sources, task, AnalysisCache(*key), FailingOn("bad.txt"))
    reading = gather(chosen, [result.found for result in extraction.results])
    assert [d.path for d in reading.documents] == ["a.box", "a.box!/good.txt"]
    assert [p.path for p in extraction.problems] == ["seeds/a.box!/bad.txt"]
    executor = FailingOn("-")
    extraction = extract(chosen.sources, task, AnalysisCache(*key), executor)
    assert executor.done == ["a.box", "a.box!/bad.txt"]  # the others are in the cache
    assert len(extraction.results[0].found.documents) == 3
    executor = FailingOn("-")
    again = extract(chosen.sources, task, AnalysisCache(*key), executor)
    assert executor.done == []
    assert again.results == extraction.results


def test_what_lies_in_many_files_is_not_all_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Containers are taken apart some at a time, and what they hold is read before the next."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name in "abc":
        (seeds / f"{name}.box").write_text(json.dumps({"own": name, "a.txt": f"Words of {name}."}))
    (tmp_path / "sourcebook.toml").write_text('title = "T"\n')
    config = read_config(tmp_path)
    chosen = choose(load(config).sources)
    key = config, chosen.pictures, analysis_fingerprint(config)
    monkeypatch.setattr("generator.engine.extraction._BATCH", 50)
    executor = FailingOn("-")
    task = ExtractionTask(*key, analyse=False)
    extraction = extract(chosen.sources, task, AnalysisCache(*key), executor)
    assert executor.done.index("a.box!/a.txt") < executor.done.index("c.box")
    assert [len(result.found.documents) for result in extraction.results] == [2, 2, 2]
