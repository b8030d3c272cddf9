"""Projects with something wrong, each with the exact lines it must give (`invalid/*/expected.txt`).

The first line is the exit status of `sourcebook build`; the others are its messages. Whatever is
wrong with a source, the others are published; what is wrong with an editors' table stops the build.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import build_site

from generator.cli import main
from generator.errors import SourcebookError

FOLDER = Path(__file__).parent / "invalid"
NAMES = sorted(path.name for path in FOLDER.iterdir())


def outcome(root: Path) -> str:
    try:
        report = build_site(root)
    except SourcebookError as error:
        return "1\n" + str(error).replace(str(root), "PROJECT") + "\n"
    return "\n".join(["0", *map(str, report.problems)]) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_messages(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    root = tmp_path / "project"
    shutil.copytree(FOLDER / name, root)
    (root / "expected.txt").unlink(missing_ok=True)
    got = outcome(root)
    expected = FOLDER / name / "expected.txt"
    if request.config.getoption("--update"):
        expected.write_text(got, encoding="utf-8")
    assert got == expected.read_text(encoding="utf-8")
    if got.startswith("0") and (root / "seeds" / "good.txt").exists():
        assert list((root / "site" / "sources").glob("2024-01-01-a-good-document-*.html"))


@pytest.mark.parametrize("name", ["front-matter", "bytes"])
def test_strict_lists_everything_and_keeps_the_old_site(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "project"
    (root / "seeds").mkdir(parents=True)
    (root / "seeds" / "old.txt").write_text("date 2020-01-01 Old text.")
    build_site(root)
    old = {p: p.read_bytes() for p in (root / "site").rglob("*") if p.is_file()}
    shutil.rmtree(root / "seeds")
    shutil.copytree(FOLDER / name / "seeds", root / "seeds")
    assert main(["build", "-C", str(root), "--strict"]) == 1
    printed = capsys.readouterr().out
    expected = (FOLDER / name / "expected.txt").read_text(encoding="utf-8").split("\n")[1:-1]
    assert len(expected) > 1
    assert all(line in printed for line in expected)
    assert {p: p.read_bytes() for p in (root / "site").rglob("*") if p.is_file()} == old
