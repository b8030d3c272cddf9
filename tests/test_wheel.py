"""The wheel, installed elsewhere, does all that the clone does."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a copy of the tree, so that nothing is left behind in it."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "tree"
    ignored = shutil.ignore_patterns(".git", ".venv", "site", "__pycache__", "tests")
    shutil.copytree(ROOT, copy, ignore=ignored)
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--wheel-dir",
        str(folder),
        str(copy),
    ]
    subprocess.run(command, check=True)
    return next(folder.glob("sourcebook-*.whl"))


def test_it_carries_templates_and_static_files(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("templates", "static"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"generator/{path.relative_to(ROOT).as_posix()}" in names
    assert "generator/commands/reload.js" in names
    assert not any(name.startswith(("tests/", "seeds/", "site/")) for name in names)


def test_new_build_and_check_work_from_it(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=True)
    python = environment / "bin/python"
    pip = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        str(wheel),
    ]
    subprocess.run(pip, check=True, cwd=tmp_path)
    command = str(environment / "bin/sourcebook")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [command, *arguments], cwd=tmp_path, check=True, capture_output=True, text=True
        )
        return done.stdout

    run("new", "archive")
    assert "2 documents" in run("build", "-C", "archive", "--strict")
    assert "No problems or broken links" in run("check", "-C", "archive")
    assert (tmp_path / "archive/site/static/site.css").is_file()
    where = subprocess.run(
        [str(python), "-c", "import generator; print(generator.__file__)"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert str(environment) in where.stdout
