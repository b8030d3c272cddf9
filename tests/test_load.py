"""Finding files: their order, their names, and what must not be followed."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import read_config
from generator.engine.extraction import with_data
from generator.errors import ConfigError
from generator.load import Loaded, load
from generator.read import read


def loaded(root: Path) -> Loaded:
    return load(read_config(root))


def messages(root: Path) -> list[str]:
    return [str(problem) for problem in loaded(root).problems]


def test_files_come_in_the_order_of_their_names(make_project) -> None:
    root = make_project(
        {
            "seeds/b.txt": "2",
            "seeds/a/z.txt": "1",
            "seeds/.hidden.txt": "no",
            "seeds/.git/x.txt": "no",
        }
    )
    assert [s.path for s in loaded(root).sources] == ["a/z.txt", "b.txt"]
    assert not loaded(root).problems


def test_a_missing_folder_is_said(make_project) -> None:
    root = make_project({})
    (root / "seeds").rmdir()
    with pytest.raises(ConfigError, match="no sources folder"):
        loaded(root)


def test_links_that_leave_the_folder_are_not_followed(make_project) -> None:
    root = make_project({"secret.txt": "secret", "seeds/a.txt": "a", "outside/b.txt": "b"})
    (root / "seeds/out.txt").symlink_to(root / "secret.txt")
    (root / "seeds/dir").symlink_to(root / "outside")
    (root / "seeds/loop.txt").symlink_to("loop.txt")
    (root / "seeds/gone.txt").symlink_to("nothing.txt")
    (root / "seeds/fine.txt").symlink_to("a.txt")
    assert [s.path for s in loaded(root).sources] == ["a.txt", "fine.txt"]
    assert len(messages(root)) == 4
    assert sum("leaves the seeds folder" in m for m in messages(root)) == 2


def test_links_to_hidden_files_are_not_followed(make_project) -> None:
    root = make_project({"seeds/.secret.txt": "s", "seeds/.git/config": "s", "seeds/a/b.txt": "b"})
    (root / "seeds/one.txt").symlink_to(".secret.txt")
    (root / "seeds/two.txt").symlink_to(".git/config")
    (root / "seeds/three").symlink_to(".git")
    (root / "seeds/a/four.txt").symlink_to("../one.txt")
    assert [s.path for s in loaded(root).sources] == ["a/b.txt"]
    assert [m.split(": error: ")[1] for m in messages(root)] == [
        "A symbolic link to a hidden file or folder; not followed. "
        "Copy its target into the seeds folder."
    ] * 4


def test_names_that_other_systems_cannot_have_are_said_and_published(make_project) -> None:
    names = ["a:b.txt", "con.txt", "end .", "e" * 240 + ".txt", "x/nul.md"]
    root = make_project({f"seeds/{name}": name for name in names})
    assert len(loaded(root).sources) == len(names)
    assert len(messages(root)) == len(names)


def test_names_that_differ_only_in_case_or_unicode_form_are_both_published(make_project) -> None:
    root = make_project(
        {
            "seeds/caf\u00e9.txt": "1",
            "seeds/cafe\u0301.txt": "2",
            "seeds/A.txt": "3",
            "seeds/a.txt": "4",
        }
    )
    assert len(loaded(root).sources) == 4
    assert [m.split(": ", 1)[1] for m in messages(root)] == [
        'warning: Differs from "A.txt" only in case; to some systems they are one file. Rename it.',
        'warning: Differs from "caf\u00e9.txt" only in Unicode normalisation; to some systems they '
        "are one file. Rename it.",
    ]


def test_names_that_are_no_text_are_shown_as_bytes(make_project) -> None:
    root = make_project({})
    path = os.fsencode(root / "seeds") + b"/bad\xff.txt"
    with open(path, "wb") as file:
        file.write(b"text")
    assert [s.path for s in loaded(root).sources] == ["bad\\xff.txt"]


def test_a_text_that_is_too_large_is_left_out(make_project) -> None:
    root = make_project({"seeds/a.txt": "x" * 1_000_001, "sourcebook.toml": "max_megabytes = 1"})
    found = read(loaded(root).sources, read_config(root))
    assert not found.documents
    assert "Larger than 1 MB" in str(found.problems[0])


def test_a_file_that_is_too_large_for_any_format_is_left_out(make_project) -> None:
    settings = "max_megabytes = 1\nmax_megabytes_binary = 1"
    root = make_project({"seeds/a.pdf": "x" * 1_000_001, "sourcebook.toml": settings})
    assert not loaded(root).sources
    assert "raise max_megabytes_binary" in messages(root)[0]


def test_large_files_are_not_kept_in_memory(make_project, monkeypatch) -> None:
    root = make_project({"seeds/a.txt": "many words", "seeds/b.txt": "few"})
    monkeypatch.setattr("generator.load._KEPT", 5)
    large, small = loaded(root).sources
    assert (large.data, large.size, small.data) == (b"", 10, b"few")
    assert with_data(small) is small
    assert with_data(large) == replace(large, data=b"many words")
    (root / "seeds/a.txt").write_text("other text")
    with pytest.raises(OSError, match="has changed"):
        with_data(large)


def test_a_pipe_is_not_waited_for(make_project) -> None:
    root = make_project({})
    os.mkfifo(root / "seeds/pipe.txt")
    assert "Not a regular file" in messages(root)[0]
