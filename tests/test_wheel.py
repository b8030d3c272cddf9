"""The wheel, installed elsewhere, does all that the clone does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from conftest import ROOT
from packaging.requirements import Requirement


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
        "--no-build-isolation",
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


def needed(name: str, found: set[str]) -> None:
    """Add a package and all that it says it needs."""
    distribution = metadata.distribution(name)
    if distribution.name in found:
        return
    found.add(distribution.name)
    for line in distribution.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            needed(requirement.name, found)


def lend(name: str, packages: Path) -> None:
    """Link a package that is installed here into another environment."""
    files = metadata.distribution(name).files or ()
    for top in {file.parts[0] for file in files} - {"..", "__pycache__"}:
        target = packages / top
        if not target.exists():
            target.symlink_to(metadata.distribution(name).locate_file(top))


def test_new_build_and_check_work_from_it(wheel: Path, tmp_path: Path) -> None:
    """In an environment that has what the wheel says it needs, and nothing else."""
    environment = tmp_path / "venv"
    venv.create(environment)
    python = environment / "bin/python"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--no-compile",
        str(wheel),
    ]
    subprocess.run(pip, check=True, cwd=tmp_path)
    (packages,) = environment.glob("lib/python*/site-packages")
    found: set[str] = set()
    (about,) = packages.glob("sourcebook-*.dist-info")
    for line in metadata.Distribution.at(about).requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            needed(requirement.name, found)
    for name in found:
        lend(name, packages)
    command = str(environment / "bin/sourcebook")
    alone = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [command, *arguments],
            cwd=tmp_path,
            env=alone,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    run("new", "archive")
    assert "2 documents" in run("build", "-C", "archive", "--strict")
    assert "No problems or broken links" in run("check", "-C", "archive")
    assert (tmp_path / "archive/site/static/site.css").is_file()
    where = subprocess.run(
        [str(python), "-c", "import generator; print(generator.__file__)"],
        cwd=tmp_path,
        env=alone,
        check=True,
        capture_output=True,
        text=True,
    )
    assert str(environment) in where.stdout
