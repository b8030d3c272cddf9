"""What a result depends on is in its fingerprint; nothing else is."""

from __future__ import annotations

import ast
import importlib.metadata
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import build_site
from test_architecture import imports, modules

from generator import read, render, shipped
from generator.analyse.names import PACKAGES
from generator.config import Config, read_config
from generator.engine import fingerprint
from generator.engine.fingerprint import (
    ANALYSIS_CODE,
    analysis_fingerprint,
    inputs_fingerprint,
    site_fingerprint,
)
from generator.errors import TemplateError
from generator.load import load


@pytest.fixture
def config(make_project) -> Config:
    root = make_project({"seeds/a.txt": "date 2024-01-01 A text."})
    return replace(read_config(root), names="listed")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like site-packages, where a wheel of Sourcebook is installed."""
    package = tmp_path / "site-packages/generator"
    for name in ("templates", "static", "read"):
        (package / name).mkdir(parents=True)
    (package / "templates/home.html").write_text("home")
    monkeypatch.setattr(shipped, "PACKAGE", package)
    monkeypatch.setattr(fingerprint, "PACKAGE", package)
    return package.parent


def test_folders_beside_an_installed_package_are_not_ours(config: Config, installed: Path) -> None:
    before = site_fingerprint(config, "", ())
    for name in ("templates", "static"):
        (installed / name).mkdir()
        (installed / name / "other.html").write_text("of another package")
    assert site_fingerprint(config, "", ()) == before
    (installed / "generator/templates/home.html").write_text("another home")
    assert site_fingerprint(config, "", ()) != before


def test_a_clone_has_them_beside_the_package(config: Config, installed: Path) -> None:
    (installed / "generator/templates").rename(installed / "templates")
    before = site_fingerprint(config, "", ())
    (installed / "templates/home.html").write_text("another home")
    assert site_fingerprint(config, "", ()) != before


def test_a_broken_installation_is_reported(config: Config, installed: Path) -> None:
    (installed / "generator/static").rmdir()
    with pytest.raises(TemplateError, match="shipped static are missing"):
        site_fingerprint(config, "", ())


def test_all_code_that_analyses_is_in_the_analysis_fingerprint() -> None:
    """Whatever `read` and `analyse` import, and what that imports."""
    files = modules()
    needed, waiting = set(), ["generator.read", "generator.analyse", "generator.engine.extraction"]
    stop = {n for n in files if n.startswith("generator.engine.") and n not in waiting}
    while waiting:
        name = waiting.pop()
        if name not in needed and name not in stop and name != "generator":
            needed.add(name)
            waiting += imports(files[name])
    root = files["generator"].parent
    paths = {files[name].relative_to(root).as_posix() for name in needed}
    known = tuple(name if name.endswith(".py") else f"{name}/" for name in ANALYSIS_CODE)
    assert {path for path in paths if not path.startswith(known)} == set()
    assert all((root / name).exists() for name in ANALYSIS_CODE)


@pytest.mark.parametrize("package", ["trafilatura", "pyyaml", "nh3", "onnxruntime"])
def test_an_upgrade_of_a_library_that_reads_or_tags_is_in_the_analysis_fingerprint(
    package: str, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = analysis_fingerprint(config)
    installed = fingerprint.installed
    upgraded = lambda name: "999" if name == package else installed(name)  # noqa: E731
    monkeypatch.setattr(fingerprint, "installed", upgraded)
    assert analysis_fingerprint(config) != before


@pytest.mark.parametrize("package", ["jinja2", "markupsafe", "msgspec", "pagefind-bin"])
def test_a_build_after_an_upgrade_of_a_library_that_renders_does_all_its_work(
    package: str, make_project, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = 'names = "listed"\nsearch = false'
    root = make_project({"seeds/a.txt": "date 2024-01-01 A.", "sourcebook.toml": settings})
    build_site(root)
    installed = fingerprint.installed
    upgraded = lambda name: "999" if name == package else installed(name)  # noqa: E731
    monkeypatch.setattr(fingerprint, "installed", upgraded)
    assert "render" in [cost.stage for cost in build_site(root).costs]
    assert [cost.stage for cost in build_site(root).costs] == ["load"]


def test_every_library_that_makes_the_site_is_in_its_fingerprint() -> None:
    """Whatever is installed beside us and imported by a stage, or by what all stages share."""
    ours = ("load", "read", "analyse", "derive", "render", "write", "model", "lang", "ids")
    files = [p for n, p in modules().items() if n.split(".")[1:2] and n.split(".")[1] in ours]
    used = {name for path in files for name in foreign(path)} - set(sys.stdlib_module_names)
    known = {*read.packages(), *PACKAGES, *render.packages()}
    packages = importlib.metadata.packages_distributions()
    names = {m: [n.lower().replace("_", "-") for n in packages.get(m, [m])] for m in used}
    assert {module for module, found in names.items() if not known & set(found)} == set()


def foreign(path: Path) -> set[str]:
    """The top names of modules that are not ours and that a file imports, wherever it does."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return {name.partition(".")[0] for name in found} - {"generator"}


def test_each_fingerprint_is_part_of_the_next(config: Config) -> None:
    loaded = load(config)
    analysis = analysis_fingerprint(config)
    site = site_fingerprint(config, analysis, ())
    inputs = inputs_fingerprint(loaded.sources, loaded.problems, site)
    assert site_fingerprint(config, "other", ()) != site
    assert inputs_fingerprint(loaded.sources, loaded.problems, "other") != inputs
    assert inputs_fingerprint((), loaded.problems, site) != inputs
    renamed = replace(config, title="Other")
    assert analysis_fingerprint(renamed) == analysis
    assert site_fingerprint(renamed, analysis, ()) != site
