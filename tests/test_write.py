"""Putting the site in place: all or nothing, whatever happens on the way."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from conftest import files_of

from generator import write as module
from generator.cli import main
from generator.errors import BuildRunning, OutputError
from generator.model import Target
from generator.write import MANIFEST, Tree, Written, digest_of, write_page
from generator.write import write as write_batches


def write(files: Iterable[Target], site: Path, **options: object) -> tuple[Written, Tree]:
    return write_batches([lambda: files], lambda sizes: (), site, **options)  # type: ignore[arg-type]


def outputs(**files: str) -> Iterator[Target]:
    return (
        Target.of(name.replace("__", "/") + ".html", text.encode()) for name, text in files.items()
    )


def test_only_what_a_build_wrote_is_removed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir(mode=0o750)
    (site / "CNAME").write_text("example.org")
    assert write(outputs(a="1", b__c="2"), site)[0].written == 2
    (site / "sub").mkdir(mode=0o700)
    (site / "sub/link").symlink_to("nowhere")
    (site / "sub/empty").mkdir()
    result, _ = write(outputs(a="1"), site)
    assert (result.written, result.unchanged, result.removed) == (0, 1, 1)
    assert set(files_of(site)) == {"CNAME", "a.html", MANIFEST}
    assert (site / "sub/link").is_symlink()
    assert (site / "sub/empty").is_dir()
    assert (site / "sub").stat().st_mode & 0o777 == 0o700
    assert site.stat().st_mode & 0o777 == 0o750


def test_unchanged_files_keep_their_times(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(outputs(a="1", b="2"), site)
    for name in ("a.html", "b.html"):
        os.utime(site / name, (1, 1))
    write(outputs(a="1", b="3"), site)
    assert (site / "a.html").stat().st_mtime == 1
    assert (site / "b.html").stat().st_mtime > 1


def test_a_folder_that_is_somebodys_is_refused(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "letter.txt").write_text("mine")
    with pytest.raises(OutputError, match="not written by Sourcebook"):
        write(outputs(a="1"), site)
    assert files_of(tmp_path) == {".site.sourcebook-lock": b"", "site/letter.txt": b"mine"}


@pytest.mark.parametrize("name", ["b.html", "c"])
def test_other_peoples_files_are_never_overwritten(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    write(outputs(a="1"), site)
    (site / name).write_text("mine")
    before = files_of(site)
    with pytest.raises(OutputError, match="was not written by Sourcebook"):
        write(outputs(a="2", b="2", c__d="2"), site)
    assert files_of(site) == before


def test_a_failing_build_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(outputs(a="1"), site)

    def failing() -> Iterator[Target]:
        yield Target.of("a.html", b"2")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(failing(), site)
    assert (site / "a.html").read_text() == "1"
    assert not (tmp_path / ".site.sourcebook-new").exists()


def test_a_full_disk_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    write(outputs(a="1"), site)

    def full(descriptor: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OutputError, match="No space left"):
        write(outputs(a="2"), site)
    assert (site / "a.html").read_text() == "1"


def test_two_builds_do_not_mix(tmp_path: Path) -> None:
    site = tmp_path / "site"

    def second() -> Iterator[Target]:
        with pytest.raises(BuildRunning):
            write(outputs(a="2"), site)
        yield Target.of("a.html", b"1")

    write(second(), site)
    assert (site / "a.html").read_text() == "1"


def test_without_an_exchange_the_site_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_exchange", lambda one, other: False)
    site = tmp_path / "site"
    write(outputs(a="1"), site)
    write(outputs(a="2"), site)
    assert (site / "a.html").read_text() == "2"
    site.rename(tmp_path / ".site.sourcebook-old")  # a crash between the two renames
    with pytest.raises(ZeroDivisionError):
        write((Target.of("a", bytes(1 // 0)) for _ in "x"), site)
    assert (site / "a.html").read_text() == "2"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="kept on Linux alone")
def test_the_links_of_the_old_site_are_used_again(tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / ".site.sourcebook-spare"
    write(outputs(a="1", b="1", c__d="1"), site)
    (site / "own").write_text("mine")
    write(outputs(a="1", b="2", c__d="1"), site)
    # Nothing of what was taken off the site lies there.
    assert set(files_of(spare)) == {"a.html", "c/d.html", "own", MANIFEST}
    kept = (site / "b.html").stat().st_ino
    (site / "own").unlink()
    write(outputs(a="3", b="2"), site)
    assert set(files_of(site)) == {"a.html", "b.html", MANIFEST}
    assert files_of(spare) == {"b.html": b"2"}
    assert (site / "b.html").stat().st_ino == (spare / "b.html").stat().st_ino == kept
    assert not (spare / "c").exists()


def test_nothing_is_written_into_a_file_that_has_a_second_name(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for number in range(3):
        write(outputs(a=f"{number}", b="same"), site)
        os.link(site / "a.html", tmp_path / f"{number}.html")
    assert [(tmp_path / f"{n}.html").read_text() for n in range(3)] == ["0", "1", "2"]


def test_what_lies_in_the_kept_folder_is_not_believed(tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / ".site.sourcebook-spare"
    for _ in range(2):
        write(outputs(a="1", b__c="1"), site)
    for path in ("a.html", "evil.html", "b/evil.html", "evil/b.html"):
        (spare / path).parent.mkdir(exist_ok=True)
        (spare / path).unlink(missing_ok=True)
        (spare / path).write_text("2")
    write(outputs(a="1", b__c="1"), site)
    assert {n: d for n, d in files_of(site).items() if n != MANIFEST} == {
        "a.html": b"1",
        "b/c.html": b"1",
    }
    assert not (site / "evil").exists()


def test_what_others_change_meanwhile_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for _ in range(2):
        write(outputs(a="1"), site)
    (site / "own").write_text("old")
    (site / "gone").write_text("old")
    write(outputs(a="2"), site)

    def meanwhile() -> Iterator[Target]:
        (site / "own").unlink()
        (site / "own").write_text("new")
        (site / "more").write_text("new")
        (site / "gone").unlink()
        yield Target.of("a.html", b"3")

    write(meanwhile(), site)
    write(outputs(a="4"), site)
    found = {name: data for name, data in files_of(site).items() if name != MANIFEST}
    assert found == {"a.html": b"4", "own": b"new", "more": b"new"}


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_site_is_known_as_it_was_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int, links: bool
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError

    if not links:
        monkeypatch.setattr(os, "link", refused)
    site = tmp_path / "site"
    for turn in range(4):
        files = [
            Target.of("a.html", b"1"),
            Target.of(f"b/{turn}.html", b"2"),
            Target.of("c", b"%d" % turn),
        ]
        batches = tuple(partial(iter, [file]) for file in files)
        _, left = write_batches(batches, lambda sizes: (), site, jobs=jobs)
        assert left.digest() == digest_of(site)
        (site / "CNAME").write_text("example.org")
        (site / "nowhere").unlink(missing_ok=True)
        (site / "nowhere").symlink_to(str(turn))
        assert left.digest() != digest_of(site)


def test_what_others_do_to_our_files_is_found_out(tmp_path: Path) -> None:
    site = tmp_path / "site"
    page = site / "a.html"

    def sheets(then: Callable[[], object] = lambda: None) -> Iterator[Target]:
        yield Target("a.html", "key", lambda: b"1")
        then()
        yield Target.of("b.html", b"2")

    _, left = write(sheets(), site)
    _, left = write(sheets(lambda: page.write_text("altered")), site, left=left.files)
    assert left.digest() != digest_of(site)
    _, left = write(sheets(), site, left=left.files)
    assert left.digest() == digest_of(site)
    assert page.read_text() == "1"
    # And so is another file in the place of ours that looks the same from outside.
    times = page.stat().st_atime_ns, page.stat().st_mtime_ns
    page.rename(site / "moved")
    page.write_text("X")
    os.utime(page, ns=times)
    assert left.digest() != digest_of(site)
    _, left = write(sheets(), site, left=left.files)
    assert page.read_text() == "1"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say when a file was touched")
@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_altered_in_place_is_found_out(tmp_path: Path, turns: int) -> None:
    site = tmp_path / "site"
    page = site / "a.html"
    made: list[str] = []

    def sheets() -> Iterator[Target]:
        yield Target("a.html", "key", lambda: made.append("a") or b"1")
        yield Target.of("b.html", b"2")

    left: dict = {}
    for _ in range(turns):
        _, tree = write(sheets(), site, left=left)
        left = tree.files
        assert tree.digest() == digest_of(site)
    found = page.stat()
    with page.open("r+") as file:
        file.write("X")
    os.utime(page, ns=(found.st_atime_ns, found.st_mtime_ns))
    now = page.stat()
    assert [now.st_size, now.st_mtime_ns, now.st_ino] == [
        found.st_size,
        found.st_mtime_ns,
        found.st_ino,
    ]
    assert tree.digest() != digest_of(site)
    _, tree = write(sheets(), site, left=left)
    assert page.read_text() == "1"
    assert tree.digest() == digest_of(site)
    # Permissions are not the page's contents: it is known again without being made again.
    made.clear()
    page.chmod(0o600)
    assert tree.digest() != digest_of(site)
    _, tree = write(sheets(), site, left=tree.files)
    assert tree.digest() == digest_of(site)
    assert not made


@pytest.mark.parametrize("turns", [1, 2])
def test_what_others_put_in_the_place_of_ours_is_refused(tmp_path: Path, turns: int) -> None:
    site = tmp_path / "site"
    for _ in range(turns):
        write(outputs(a="1", b__c="1"), site)
    shutil.rmtree(site / "b")
    (site / "b").symlink_to(tmp_path)
    for _ in range(2):
        with pytest.raises(OutputError, match="b was not written by Sourcebook"):
            write(outputs(a="2", b__c="2"), site)
        assert (site / "a.html").read_text() == "1"
        assert (site / "b").is_symlink()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_may_become_a_folder_and_the_other_way_round(tmp_path: Path, jobs: int) -> None:
    site = tmp_path / "site"
    versions = [["a", "b/c"], ["a/x/y", "b"], ["a/x", "b/c/d"], ["a", "b"]]
    for names in [version for version in versions for _ in range(2)]:
        batches = tuple(partial(iter, [Target.of(name, name.encode())]) for name in names)
        write_batches(batches, lambda sizes: (), site, jobs=jobs)
        assert set(files_of(site)) == {*names, MANIFEST}


def test_kill_9_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    """Two versions of a project are built in turn, each killed at another moment."""
    root = tmp_path / "project"
    (root / "seeds").mkdir(parents=True)
    (root / "sourcebook.toml").write_text('names = "listed"')
    versions = []
    for version in ("one", "two"):
        for n in range(40):
            text = f"date 2024-01-{n % 28 + 1:02d} This is version {version} of text {n}."
            (root / "seeds" / f"{n}.txt").write_text(text)
        build(root).join()
        versions.append(files_of(root / "site"))
        shutil.copytree(root / "seeds", tmp_path / version)
    assert versions[0] != versions[1]
    shutil.rmtree(root / "seeds")
    shutil.copytree(tmp_path / "one", root / "seeds")
    start = time.perf_counter()
    build(root).join()
    whole = time.perf_counter() - start
    assert files_of(root / "site") == versions[0]
    moments = 24
    for turn in range(moments):
        shutil.rmtree(root / "seeds")
        shutil.copytree(tmp_path / ("two", "one")[turn % 2], root / "seeds")
        process = build(root)
        # From the start to a little after the build's usual end.
        process.join(whole * 1.2 * turn / moments)
        process.kill()
        process.join()
        assert files_of(root / "site") in versions, f"a broken site at moment {turn}"
    build(root).join()
    assert files_of(root / "site") == versions[0]
    assert not list(root.glob(".site.sourcebook-new"))


def build(root: Path) -> BaseProcess:
    """A build in a process of its own, copied from one that has our code loaded already."""
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["generator.cli"])
    process = server.Process(target=main, args=(["build", "-C", str(root)],))
    process.start()
    return process


@pytest.mark.parametrize(
    "path",
    [
        *("../x.html", "/x.html", "a/../../x.html", "..", ".", "", "a//x.html", "a/", "a/./x.html"),
        *("C:/x.html", "c:x.html", "..\\x.html", "a\\x.html", "a\0.html", "a\n.html", "a/.."),
    ],
)
def test_no_path_leads_out_of_the_site(tmp_path: Path, path: str) -> None:
    site = tmp_path / "some/where/site"
    write(outputs(a="1"), site)
    for _ in range(2):
        with pytest.raises(OutputError, match="would not be in the site's folder"):
            write([Target.of("b.html", b"2"), Target.of(path, b"2")], site)
        assert not write_page(Target.of(path, b"2"), site)
        assert set(files_of(tmp_path)) - {"some/where/.site.sourcebook-lock"} == {
            "some/where/site/a.html",
            f"some/where/site/{MANIFEST}",
        }


def test_usual_names_are_no_way_out(tmp_path: Path) -> None:
    names = {"a/..b/c.html", "...", ".nojekyll", "static/a b:c.css", "a/.well-known/x", "жук.css"}
    write([Target.of(name, b"1") for name in names], tmp_path / "site")
    assert set(files_of(tmp_path / "site")) == {*names, MANIFEST}


def test_no_link_leads_out_of_the_site(tmp_path: Path) -> None:
    site, spare, other = tmp_path / "site", tmp_path / ".site.sourcebook-spare", tmp_path / "other"
    for _ in range(2):
        write(outputs(a="1", b__c="1"), site)
    other.mkdir()
    (other / "mine").write_text("mine")
    # A link in the place of the kept folder, whose files would be taken for ours.
    shutil.rmtree(spare)
    spare.symlink_to(other)
    write(outputs(a="2", b__c="1"), site)
    assert files_of(other) == {"mine": b"mine"}
    # A link in the place of one of its folders.
    spare.unlink(missing_ok=True)
    write(outputs(a="3", b__c="1"), site)
    write(outputs(a="4", b__c="1"), site)
    shutil.rmtree(spare / "b", ignore_errors=True)
    (spare / "b").symlink_to(other)
    write(outputs(a="5", b__c="2"), site)
    assert files_of(other) == {"mine": b"mine"}
    assert (site / "b/c.html").read_text() == "2"
    # And one in the site itself, for a page alone.
    (site / "b/c.html").rename(other / "c.html")
    (site / "b").rmdir()
    (site / "b").symlink_to(other)
    assert not write_page(Target.of("b/c.html", b"3"), site)
    assert files_of(other) == {"mine": b"mine", "c.html": b"2"}
