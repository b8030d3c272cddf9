"""What was analysed once is taken from the cache, and nothing else is."""

from __future__ import annotations

import io
import os
import pickle
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from conftest import build_site, files_of
from rich.console import Console

from generator.config import Config, read_config
from generator.engine.analysis_cache import AnalysisCache, ExtractionResult
from generator.engine.build import build
from generator.engine.cache import Cache
from generator.engine.executors import Failure, SerialExecutor
from generator.engine.extraction import ExtractionTask, extract, read_once
from generator.engine.fingerprint import analysis_fingerprint
from generator.engine.parts import Part, parts_of
from generator.engine.progress import Progress
from generator.errors import SourcebookError
from generator.load import load
from generator.model import Source
from generator.read import Drafts, NativeReader, choose, read, read_drafts, take_apart

CONFIG = Config(*map(Path, "abc"))
NOTE = """---
title: A note
date: 2024-03-25
publisher: The Paper
---
On 22 March 2024 *four men* attacked [Crocus City Hall](https://example.org/) in Krasnogorsk.

![The hall](hall.png)
"""


class Counting(SerialExecutor):
    """Notes what is not taken from the cache."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def run(self, task: Any, items: Any) -> Any:
        self.done += [item.path for item in items if isinstance(item, Source)]
        return super().run(task, items)


@pytest.fixture
def look() -> Callable[..., tuple[tuple[ExtractionResult, ...], list[str]]]:
    """Extract a project's sources; what was found, and what was worked on."""

    def get(root: Path | Config) -> tuple[tuple[ExtractionResult, ...], list[str]]:
        config = root if isinstance(root, Config) else read_config(root)
        chosen = choose(load(config).sources)
        key = config, chosen.pictures, analysis_fingerprint(config)
        executor = Counting()
        found = extract(chosen.sources, ExtractionTask(*key), AnalysisCache(*key), executor)
        assert found.cached == len(chosen.sources) - len(executor.done)
        return found.results, executor.done

    return get


@pytest.fixture
def project(make_project) -> Path:
    return make_project(
        {
            "seeds/a.md": NOTE,
            "seeds/b.txt": "date 2024-03-26 Two days before, on Sunday, Ann Lee had left Paris.",
            "seeds/hall.png": "no real picture",
        }
    )


def entries(root: Path) -> list[Path]:
    return sorted(p for p in (root / ".sourcebook/analysis").rglob("*") if p.is_file())


def test_nothing_is_extracted_twice(look, project: Path) -> None:
    cold, worked = look(project)
    assert worked == ["a.md", "b.txt"]
    warm, again = look(project)
    assert again == []
    assert warm == cold
    (project / "seeds/b.txt").write_text("date 2024-03-26 Ann Lee stayed.")
    assert look(project)[1] == ["b.txt"]


def test_a_build_with_and_without_the_cache_gives_the_same_bytes(project: Path) -> None:
    build_site(project)
    cold = files_of(project / "site")
    assert entries(project)
    build_site(project)
    assert files_of(project / "site") == cold
    # Moved elsewhere, the entries are as good.
    (project / "site").rename(project / "old")
    build_site(project)
    assert files_of(project / "site") == cold


def test_what_is_known_is_not_read_again(look, project: Path, monkeypatch) -> None:
    config = read_config(project)
    sources = load(config).sources
    assert read_once(sources, config, SerialExecutor()) == read(sources, config)
    look(config)
    (project / "seeds/c.txt").write_text("date 2024-03-27 News.")
    sources = load(config).sources
    worked: list[str] = []

    def reading(source: Source, config: Config, natively: NativeReader) -> Drafts:
        worked.append(source.path)
        return take_apart(source, config, natively)

    monkeypatch.setattr("generator.engine.extraction.take_apart", reading)
    assert read_once(sources, config, SerialExecutor()) == read(sources, config)
    assert worked == ["c.txt"]


@pytest.mark.parametrize(
    "change",
    [
        {"names": "listed"},
        {"language": "es"},
        {"date_order": "month-first"},
    ],
)
def test_settings_that_matter_make_other_entries(
    look, project: Path, change: dict[str, str]
) -> None:
    config = read_config(project)
    look(config)
    assert analysis_fingerprint(replace(config, **change)) != analysis_fingerprint(config)
    assert look(replace(config, **change))[1] == ["a.md", "b.txt"]
    assert look(replace(config, title="Other", page_size=3))[1] == []


def test_a_picture_that_comes_or_goes_is_noticed(look, project: Path) -> None:
    before, _ = look(project)
    (project / "seeds/hall.png").rename(project / "hall.png")
    without, worked = look(project)
    assert worked == ["a.md"]
    assert "Image not found" in without[0].found.problems[0].message
    (project / "hall.png").rename(project / "seeds/hall.png")
    assert look(project)[0] == before


class Bomb:
    def __reduce__(self) -> tuple[Any, ...]:
        return (Path.touch, (Path("/tmp/sourcebook-must-not-exist"),))


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:200],
        lambda data: data + b"\0",
        lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:],
        lambda data: pickle.dumps(Bomb()),
    ],
)
def test_a_damaged_entry_is_made_again(
    look, project: Path, damage: Callable[[bytes], bytes]
) -> None:
    cold, _ = look(project)
    for path in entries(project):
        path.write_bytes(damage(path.read_bytes()))
    warm, worked = look(project)
    assert worked == ["a.md", "b.txt"]
    assert warm == cold
    assert look(project)[1] == []
    assert not Path("/tmp/sourcebook-must-not-exist").exists()


def test_an_entry_under_another_name_is_no_entry(look, project: Path) -> None:
    cold, _ = look(project)
    one, other = entries(project)
    one_data, other_data = one.read_bytes(), other.read_bytes()
    one.write_bytes(other_data)
    other.write_bytes(one_data)
    assert look(project) == (cold, ["a.md", "b.txt"])


def poisonings() -> dict[str, Callable[[Any], None]]:
    """Changes to a plain `ExtractionResult`, as somebody would make who knows the format."""

    def document(found: Any) -> Any:
        return found["found"]["documents"][0]

    def script(found: Any) -> None:
        document(found)["layout"][0] = "<script>"

    def handler(found: Any) -> None:
        document(found)["layout"][0] = '<p onclick="x">'

    def inline(found: Any) -> None:
        document(found)["passages"][0]["inline"][0]["html"] = '<a href="javascript:x">'

    def picture(found: Any) -> None:
        document(found)["passages"][-1]["inline"][-1]["html"] = '<img src="https://example.org/x">'

    def words(found: Any) -> None:
        found["analyses"][0]["mentions"][0]["text"] = "Somebody Else"

    def beyond(found: Any) -> None:
        found["analyses"][0]["dated_sentences"][0]["where"]["end"] = 10**9

    def sentence(found: Any) -> None:
        document(found)["passages"][0]["sentences"][0]["end"] = 10**6

    def anchor(found: Any) -> None:
        found["analyses"][0]["mentions"][0]["provenance"]["anchor"] = "snowhere"

    def passage(found: Any) -> None:
        document(found)["layout"].append(99)

    def kind(found: Any) -> None:
        found["analyses"][0]["mentions"][0]["type"] = "animal"

    def number(found: Any) -> None:
        document(found)["line"] = "one"

    def other(found: Any) -> None:
        document(found)["digest"] = "0" * 64

    def missing(found: Any) -> None:
        found["analyses"].clear()

    return {name: change for name, change in locals().items() if name != "document"}


@pytest.mark.parametrize("name", poisonings())
def test_a_poisoned_entry_is_made_again(look, project: Path, name: str) -> None:
    """Its checksum is right, and what it holds could not be."""
    config = read_config(project)
    (project / "seeds/b.txt").unlink()
    cold, _ = look(config)
    cache = Cache(config.cache / "analysis")
    (path,) = entries(project)
    key = path.parent.name + path.name
    found = msgspec.msgpack.decode(cache.get(key) or b"")
    poisonings()[name](found)
    cache.put(key, msgspec.msgpack.encode(found))
    assert look(config) == (cold, ["a.md"])


def test_what_is_whole_is_sound(project: Path, look) -> None:
    """The checks refuse nothing that `read` makes; the demonstration has all kinds of sources."""
    root = Path(__file__).parent.parent
    config = replace(read_config(root), names="listed", root=project)
    look(config)
    assert look(config)[1] == []


def test_a_cache_that_cannot_be_written_costs_no_result(look, project: Path) -> None:
    (project / ".sourcebook").write_text("in the way")
    assert len(look(project)[0]) == 2
    assert look(project)[1] == ["a.md", "b.txt"]


def test_old_entries_go(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for key in ("aa1", "bb2", "cc3"):
        cache.put(key, b"x")
    for name in ("aa/1", "bb/2"):
        os.utime(tmp_path / name, (0, 0))
    cache.prune({"aa1"})
    assert [cache.get(key) for key in ("aa1", "bb2", "cc3")] == [b"x", None, b"x"]


def test_an_entry_that_was_asked_for_lately_is_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("aa1", b"x")
    os.utime(tmp_path / "aa/1", (0, 0))
    assert cache.get("aa1") == b"x"
    cache.prune(())
    assert cache.get("aa1") == b"x"


def test_two_threads_that_add_one_entry_both_leave_it_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both have written their drafts before either puts its own in place."""
    cache, replaced = Cache(tmp_path), os.replace
    both = threading.Barrier(2, timeout=30)
    drafts: set[str] = set()

    def slow_replace(draft: str, path: str) -> None:
        drafts.add(draft)
        both.wait()
        replaced(draft, path)

    monkeypatch.setattr(os, "replace", slow_replace)
    data = [b"a" * 1_000_000, b"b"]
    threads = [threading.Thread(target=cache.put, args=("aa1", one)) for one in data]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drafts) == 2
    assert cache.get("aa1") in data
    assert [path.name for path in (tmp_path / "aa").iterdir()] == ["1"]


TABLE = "date,title,text\n" + "".join(
    f"2024-03-0{n},Row {n},On 22 March 2024 Ann Lee left Paris for the time number {n}.\n"
    for n in range(1, 8)
)


class Greedy(SerialExecutor):
    """Gives up whatever holds certain words; notes the parts that it is given."""

    def __init__(self, words: bytes) -> None:
        self.words = words
        self.parts: list[int] = []

    def run(self, task: Any, items: Any) -> Any:
        self.parts += [item.number for item in items if isinstance(item, Part)]
        for (index, answer), item in zip(super().run(task, items), items, strict=True):
            given_up = isinstance(item, Part) and self.words in item.drafts
            yield index, Failure("it needs a lot", "processor") if given_up else answer


def test_a_long_table_is_analysed_in_parts_and_gives_the_same(
    look, make_project, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_project({"seeds/t.csv": TABLE, "sourcebook.toml": 'names = "listed"'})
    build_site(root)
    whole, result = files_of(root / "site"), look(root)[0]
    for path in entries(root):
        path.unlink()
    monkeypatch.setattr("generator.engine.parts._DOCUMENTS", 3)
    (root / "site").rename(root / "old")
    build_site(root)
    assert files_of(root / "site") == whole
    assert len(entries(root)) == 4
    assert look(root) == (result, [])
    assert (
        read_once(load(read_config(root)).sources, read_config(root), SerialExecutor()).problems
        == ()
    )
    # One damaged entry costs no other.
    max(entries(root)).write_bytes(b"")
    assert look(root)[0] == result


def test_rows_that_need_too_much_cost_no_others(
    make_project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.engine.parts._DOCUMENTS", 3)
    root = make_project({"seeds/t.csv": TABLE, "sourcebook.toml": 'names = "listed"'})
    config = read_config(root)
    progress = Progress(Console(file=io.StringIO()), quiet=True)
    report = build(config, progress, executor=Greedy(b"Row 5")).report
    assert (report.documents, report.given_up, report.succeeded) == (4, 1, False)
    (problem,) = report.problems
    assert (problem.line, problem.message) == (
        5,
        "All rows from here to line 7 could not be analysed and are left out: it needs a lot.",
    )
    # The next build tries only these again.
    willing = Greedy(b"nothing")
    report = build(config, progress, executor=willing).report
    assert (report.documents, report.given_up, report.succeeded) == (7, 0, True)
    assert willing.parts == [2]


class Refusing(SerialExecutor):
    """Gives everything up."""

    def run(self, task: Any, items: Any) -> Any:
        yield from ((n, Failure("it needs a lot", "memory")) for n in range(len(items)))


def test_reading_alone_obeys_the_limits_too(project: Path) -> None:
    """`sourcebook check` reads what no build has read yet."""
    config = read_config(project)
    reading = read_once(load(config).sources, config, Refusing())
    assert reading.documents == ()
    assert [problem.path for problem in reading.problems] == ["seeds/a.md", "seeds/b.txt"]


def test_a_source_is_in_parts_by_its_rows_and_its_length() -> None:
    source = Source("t.csv", "seeds/t.csv", b"text\n" + b"Words.\n" * 2500, "digest")
    parts = parts_of(source, take_apart(source, CONFIG))
    assert [(part.first, part.last) for part in parts] == [(2, 1001), (1002, 2001), (2002, 2501)]
    assert [len(part.unpacked().drafts) for part in parts] == [1000, 1000, 500]
    assert not any(part.source.data for part in parts)
    source = replace(source, data=b"text\n" + (b"w" * 300_000 + b"\n") * 3)
    assert [(part.first, part.last) for part in parts_of(source, take_apart(source, CONFIG))] == [
        (2, 3),
        (4, 4),
    ]
    assert parts_of(source, Drafts()) == ()


def test_memory_that_runs_out_is_no_fault_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is kept as the result of a source that may be read with more memory."""

    def full(*_: Any) -> None:
        raise MemoryError

    source = Source("a.txt", "seeds/a.txt", b"Some words.", "digest")
    drafts = take_apart(source, CONFIG)
    monkeypatch.setattr("generator.read.document_of", full)
    with pytest.raises(MemoryError):
        read_drafts(drafts, source, CONFIG)
    monkeypatch.setattr("generator.read._taken_apart", full)
    with pytest.raises(MemoryError):
        take_apart(source, CONFIG)


def test_a_longer_source_may_use_more(project: Path) -> None:
    config = read_config(project)
    (source, *_) = load(config).sources
    task = ExtractionTask(config, frozenset(), "")
    texts = (b"x" * 2_000_000, b"")
    long, none = (task.limits(replace(source, data=text, size=len(text))) for text in texts)
    assert (none.processor, none.memory) == (60, 1_500_000_000)
    assert (long.processor, long.memory) == (1260, 1_700_000_000)
    assert long.elapsed > 10 * long.processor


def test_a_build_that_finds_everything_as_it_was_does_nothing(project: Path) -> None:
    first = build_site(project)
    assert first.written is not None
    again = build_site(project)
    assert [cost.stage for cost in again.costs] == ["load"]
    assert (again.documents, again.events) == (first.documents, first.events)
    assert again.problems == first.problems
    assert again.written is not None
    assert (again.written.written, again.written.unchanged) == (0, first.written.written)
    assert build_site(project, strict=True).written is None or not first.problems


@pytest.mark.parametrize(
    "what", ["source", "setting", "template", "style", "curation", "page", "gone"]
)
def test_whatever_has_changed_is_noticed(project: Path, what: str) -> None:
    build_site(project)
    site = project / "site"
    before = files_of(site)
    changes = {
        "source": ("seeds/b.txt", "date 2024-03-26 Ann Lee stayed."),
        "setting": ("sourcebook.toml", 'title = "Another"'),
        "template": ("templates/404.html", "Nothing is here."),
        "style": ("static/site.css", "body {}"),
        "curation": ("curation/entities.csv", "action,name,into\nrename,Ann Lee,A. Lee\n"),
        "page": ("site/index.html", "altered"),
    }
    if what == "gone":
        (site / "index.html").unlink()
    else:
        path = project / changes[what][0]
        path.parent.mkdir(exist_ok=True)
        path.write_text(changes[what][1])
    report = build_site(project)
    assert len(report.costs) > 1
    after = files_of(site)
    if what in ("page", "gone"):
        assert after == before
    elif what != "curation":  # whose table names nobody here
        assert after != before


def test_other_code_than_the_builds_does_no_work(project: Path) -> None:
    with pytest.raises(SourcebookError, match="another version of Sourcebook"):
        ExtractionTask(read_config(project), frozenset(), "another").prepare()
