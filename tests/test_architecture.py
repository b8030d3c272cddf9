"""The line stays a line: stages never import each other, and all data types are frozen."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from pathlib import Path

import pytest

from generator import model

PACKAGE = Path(model.__file__).parent.parent
STAGES = ("load", "read", "analyse", "derive", "render", "write")
# What every stage may use: the types, the languages, the settings, the problems, how things are
# named, and how work is shared between processes.
COMMON = {
    "generator",
    "generator.model",
    "generator.model.analysis",
    "generator.model.changes",
    "generator.model.corpus",
    "generator.model.curation",
    "generator.model.dates",
    "generator.model.documents",
    "generator.model.media",
    "generator.model.own_pages",
    "generator.model.reasons",
    "generator.model.site",
    "generator.colours",
    "generator.config",
    "generator.csv_text",
    "generator.directions",
    "generator.errors",
    "generator.frames",
    "generator.exclusions",
    "generator.hosts",
    "generator.ids",
    "generator.inflection",
    "generator.personal",
    "generator.more_time",
    "generator.name_languages",
    "generator.problem_groups",
    "generator.redactions",
    "generator.root_files",
    "generator.setting_values",
    "generator.lang",
    "generator.lang.claim_words",
    "generator.lang.event_words",
    "generator.lang.figure_words",
    "generator.lang.alphabets",
    "generator.lang.citing",
    "generator.lang.codes",
    "generator.lang.genealogy",
    "generator.lang.given_dates",
    "generator.lang.titles",
    "generator.lang.language",
    "generator.lang.mail",
    "generator.lang.name_words",
    "generator.lang.withheld_names",
    "generator.lang.words",
    "generator.lang.clock",
    "generator.shipped",
    "generator.engine.cache",
    "generator.engine.executors.fork",
}


def modules() -> dict[str, Path]:
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = ["generator", *path.relative_to(PACKAGE).with_suffix("").parts]
        found[".".join(p for p in parts if p != "__init__")] = path
    return found


def imports(path: Path) -> set[str]:
    """Modules of ours that a file imports, wherever in it the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    known = modules()
    return {name for name in found if name in known}


def foreign_imports(name: str, path: Path) -> set[str]:
    stage = ".".join(name.split(".")[:2])
    return {
        other
        for other in imports(path)
        if other not in COMMON and other != stage and not other.startswith(f"{stage}.")
    }


@pytest.mark.parametrize("stage", STAGES)
def test_stages_import_only_what_all_share_and_their_own(stage: str) -> None:
    own = {n: p for n, p in modules().items() if f"{n}.".startswith(f"generator.{stage}.")}
    assert own
    for name, path in own.items():
        assert not foreign_imports(name, path), name


def test_the_check_would_notice(tmp_path: Path) -> None:
    file = tmp_path / "bad.py"
    file.write_text("def f():\n    from generator.write import write\n")
    assert foreign_imports("generator.read.bad", file) == {"generator.write"}


def test_common_modules_import_no_stage() -> None:
    each = {name for name in modules() if name.startswith("generator.lang.")}
    for name in (COMMON | each) - {"generator"}:
        used = imports(modules()[name])
        assert used <= COMMON | each, name


def stages_in(names: set[str]) -> set[str]:
    """The stages that modules are, or are part of."""
    return {parts[1] for name in names if len(parts := name.split(".")) > 1} & set(STAGES)


def test_only_build_knows_the_line() -> None:
    """A module of a stage counts as the stage, however deep it is."""
    outside = {n: p for n, p in modules().items() if not stages_in({n})}
    knowing = {name for name, path in outside.items() if len(stages_in(imports(path))) > 2}
    assert knowing == {"generator.engine.build"}


def test_the_line_is_seen_through_submodules(tmp_path: Path) -> None:
    file = tmp_path / "sly.py"
    file.write_text(
        "from generator.analyse.names import engine_for\n"
        "from generator.read.fields import parse_date\n"
        "from generator.render import corpus_index\n"
    )
    assert stages_in(imports(file)) == {"analyse", "read", "render"}


# The words for reasons, which commands print as pages do.
OFFERED = {"generator.render.reasons"}


def inner_imports(path: Path) -> set[str]:
    """Modules inside a stage that a file imports, rather than the stage itself."""
    inner = {name for name in imports(path) if stages_in({name}) and name.count(".") > 1}
    return inner - OFFERED


def test_commands_use_what_a_stage_offers() -> None:
    commands = {n: p for n, p in modules().items() if n.startswith("generator.commands")}
    assert {name for name, path in commands.items() if inner_imports(path)} == set()


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_called_by_its_name(stage: str) -> None:
    module = __import__(f"generator.{stage}", fromlist=[stage])
    assert inspect.isfunction(getattr(module, stage))


def test_data_types_are_frozen_slotted_and_documented() -> None:
    types = [
        t
        for _, t in inspect.getmembers(model, inspect.isclass)
        if t.__module__.startswith(model.__name__)
    ]
    names = {t.__name__ for t in types}
    assert names >= {
        "Source",
        "Document",
        "Passage",
        "Sentence",
        "Mention",
        "TimeExpression",
        "Entity",
        "Event",
        "Provenance",
        "Corpus",
        "Target",
    }
    for kind in types:
        assert dataclasses.is_dataclass(kind), kind
        assert kind.__dataclass_params__.frozen, kind  # type: ignore[attr-defined]
        assert "__slots__" in vars(kind), kind
        assert kind.__doc__
        assert not kind.__doc__.startswith(f"{kind.__name__}("), kind


def test_every_public_function_says_what_it_does() -> None:
    for name, path in modules().items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), name
        for node in tree.body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"
            assert not public or ast.get_docstring(node), f"{name}.{getattr(node, 'name', '')}"


def test_no_file_needs_a_scroll_bar() -> None:
    for name, path in modules().items():
        assert len(path.read_text(encoding="utf-8").split("\n")) <= 420, name


def test_no_mutable_state_in_modules() -> None:
    """Lower-case names at module level are functions; constants are written in capitals."""
    for name, path in modules().items():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            targets = node.targets if isinstance(node, ast.Assign) else []
            for target in targets:
                if isinstance(target, ast.Name) and target.id not in (
                    "__version__",
                    "__all__",
                    "T",
                    "Track",
                    "Reader",
                ):
                    assert re.fullmatch(r"_?[A-Z][A-Za-z0-9_]*", target.id), f"{name}: {target.id}"
        assert not any(isinstance(n, ast.Global) for n in ast.walk(ast.parse(path.read_text()))), (
            name
        )
