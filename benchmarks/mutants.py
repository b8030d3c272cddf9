"""How many small faults in the code would a test notice? `make mutants` (`N=500 make mutants`).

A mutant is the code with one small fault: a comparison turned round or moved by one, a number
changed, `and` for `or`, plus for minus, a condition denied, a statement left out, another value
returned, two arguments exchanged (DeMillo, Lipton and Sayward 1978, "Hints on test data
selection"). The fast tests run against each; a mutant that passes them all has survived. All
mutants of a large program take hours, so a sample is taken, the same each time, spread evenly over
the files by their number of mutants.

Each mutant runs in a copy of this process (`fork`) that has loaded the libraries, but none of our
own code. One that takes too long counts as noticed.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import importlib.abc
import importlib.machinery
import importlib.util
import io
import os
import random
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, ModuleType

ROOT = Path(__file__).resolve().parent.parent
# Where decisions are taken.
SCOPE = ("generator/derive", "generator/analyse/status.py", "generator/analyse/numbers.py")
# Tests that need no browser, no tagger and no other process: of everything, and by folder.
TESTS = {
    "generator/": ("tests/test_decisions.py", "tests/test_derive.py", "tests/test_properties.py"),
    "generator/derive/entities": (
        "tests/test_gazetteer.py",
        "tests/test_places.py",
        "tests/test_entity_edits.py",
        "tests/test_aliases.py",
    ),
    "generator/derive/events": (
        "tests/test_clustering.py",
        "tests/test_salience.py",
        "tests/test_timeline.py",
    ),
    "generator/derive/csv_tables.py": ("tests/test_entity_edits.py", "tests/test_timeline.py"),
    "generator/derive/preview.py": ("tests/test_first_look.py",),
    "generator/derive/__init__.py": ("tests/test_timeline.py",),
    "generator/analyse": ("tests/test_timeline.py",),
}
LEFT_OUT = "demonstration or tagger or exports or several_pages or one_click or engine"
PATIENCE = 90  # seconds of processor time for one mutant

_COMPARE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.FloorDiv: ast.Div,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: the file, the node by its place in the tree, and which of its faults.

    what: the fault in words; line: where it is
    """

    path: str
    place: int
    number: int
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"

    def code(self) -> CodeType:
        """The file's code with the fault."""
        file = ROOT / self.path
        tree = ast.parse(file.read_text(encoding="utf-8"))
        target = list(ast.walk(tree))[self.place]
        faulty = list(_faults(target))[self.number]
        whole = _Exchange(target, faulty).visit(tree)
        return compile(ast.fix_missing_locations(whole), str(file), "exec")


def mutants_of(path: Path) -> Iterator[Mutant]:
    """All mutants of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    unseen = _not_run(tree)
    name = path.relative_to(ROOT).as_posix()
    for place, node in enumerate(ast.walk(tree)):
        if node not in unseen:
            for number, faulty in enumerate(_faults(node)):
                what = f"{_shown(node)} → {_shown(faulty)}"
                yield Mutant(name, place, number, _line(node), what)


def _line(node: ast.AST) -> int:
    return getattr(node, "lineno", 0)


def _shown(node: ast.AST) -> str:
    shown = node.test if isinstance(node, ast.If | ast.While) else node
    text = " ".join(ast.unparse(shown).split())
    return text if len(text) <= 90 else f"{text[:60]} … {text[-25:]}"


def _not_run(tree: ast.AST) -> set[ast.AST]:
    """Nodes that no test can notice: annotations, docstrings, and what is only imported."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        parts: list[ast.AST | None] = []
        if isinstance(node, ast.AnnAssign | ast.arg):
            parts.append(node.annotation)
        if isinstance(node, ast.FunctionDef):
            parts += [node.returns, *node.decorator_list]
        if isinstance(node, ast.ClassDef):
            parts += [*node.bases, *node.decorator_list]
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            parts.append(node)
        if isinstance(node, ast.Import | ast.ImportFrom):
            parts.append(node)
        if isinstance(node, ast.Assign) and _is_alias(node):
            parts.append(node)
        for part in filter(None, parts):
            found |= set(ast.walk(part))
    return found


def _is_alias(node: ast.Assign) -> bool:
    """Whether an assignment only names a type: "Key = tuple[EntityType, str]"."""
    value = node.value
    typed = isinstance(value, ast.Subscript) and isinstance(value.value, ast.Name)
    call = isinstance(value, ast.Call) and ast.unparse(value.func) == "TypeVar"
    return call or (typed and value.value.id in ("tuple", "list", "dict", "Mapping", "Sequence"))


class _Exchange(ast.NodeTransformer):
    """Puts another node in the place of one."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self._new if node is self._old else self.generic_visit(node)


def _faults(node: ast.AST) -> Iterator[ast.AST]:
    """A node with one fault, in each way that there is."""
    match node:
        case ast.Compare():
            for place, operator in enumerate(node.ops):
                for other in _COMPARE[type(operator)]:
                    operators = [*node.ops[:place], other(), *node.ops[place + 1 :]]
                    yield ast.Compare(node.left, operators, node.comparators)
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
            for place in range(len(node.values)):
                rest = [*node.values[:place], *node.values[place + 1 :]]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.UnaryOp(op=ast.USub()):
            yield node.operand
        case ast.BinOp() if type(node.op) in _ARITHMETIC and not _is_union(node):
            yield ast.BinOp(node.left, _ARITHMETIC[type(node.op)](), node.right)
        case ast.AugAssign() if type(node.op) in _ARITHMETIC:
            yield ast.AugAssign(node.target, _ARITHMETIC[type(node.op)](), node.value)
        case ast.Constant():
            yield from map(ast.Constant, _other_values(node.value))
        case ast.If() | ast.While() | ast.IfExp():
            changed = copy.copy(node)
            changed.test = ast.UnaryOp(ast.Not(), node.test)
            yield changed
        case ast.Return() if node.value is not None and not _is_nothing(node.value):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call()) | ast.Continue() | ast.Break():
            yield ast.Pass()
        case ast.Call():
            yield from _other_calls(node)


def _is_union(node: ast.BinOp) -> bool:
    """Whether "|" joins texts that no type allows to be joined otherwise; f-strings and lists."""
    return isinstance(node.op, ast.Add) and any(
        isinstance(side, ast.Constant | ast.JoinedStr | ast.List | ast.Tuple)
        and not isinstance(getattr(side, "value", ""), int | float)
        for side in (node.left, node.right)
    )


def _is_nothing(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _other_values(value: object) -> Iterator[object]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value - 1) if value else (1,)
    elif isinstance(value, float):
        yield from (value * 1.25, value * 0.8) if value else (1.0,)


def _other_calls(node: ast.Call) -> Iterator[ast.AST]:
    """Two arguments exchanged, min for max, all for any, a function's argument for its result."""
    other = {"min": "max", "max": "min", "any": "all", "all": "any"}
    if isinstance(node.func, ast.Name) and node.func.id in other:
        yield ast.Call(ast.Name(other[node.func.id], ast.Load()), node.args, node.keywords)
    plain = not any(isinstance(a, ast.Starred) for a in node.args)
    if plain and len(node.args) == 2 and ast.dump(node.args[0]) != ast.dump(node.args[1]):
        yield ast.Call(node.func, node.args[::-1], node.keywords)
    if isinstance(node.func, ast.Name) and node.func.id in ("sorted", "reversed") and node.args:
        yield ast.Call(ast.Name("list", ast.Load()), node.args[:1], [])
    for place, keyword in enumerate(node.keywords):
        if keyword.arg in ("key", "default"):
            rest = [*node.keywords[:place], *node.keywords[place + 1 :]]
            yield ast.Call(node.func, node.args, rest)


# --- running them


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module of ours with a fault in it."""

    def __init__(self, mutant: Mutant) -> None:
        parts = Path(mutant.path).with_suffix("").parts
        self._package = parts[-1] == "__init__"
        self._name = ".".join(parts[:-1] if self._package else parts)
        self._mutant = mutant

    def find_spec(
        self, name: str, path: object = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self._name:
            return None
        file = ROOT / self._mutant.path
        return importlib.util.spec_from_file_location(
            name,
            file,
            loader=self,
            submodule_search_locations=[str(file.parent)] if self._package else None,
        )

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(self._mutant.code(), module.__dict__)


def _load_libraries() -> None:
    """Everything that is not ours, and the gazetteer's lines."""
    import pytest  # noqa: F401

    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    import conftest  # noqa: F401
    import hypothesis  # noqa: F401
    import once

    once.TABLE.load()
    ours = ("generator", "conftest")
    for name in [n for n in sys.modules if n.split(".")[0] in ours]:
        del sys.modules[name]


def _passes(mutant: Mutant | None, tests: Sequence[str]) -> bool | None:
    """Whether the tests pass with a mutant, in a process of its own; None: it took too long."""
    pid = os.fork()
    if not pid:
        code = 3
        try:
            signal.setitimer(signal.ITIMER_PROF, PATIENCE)
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            code = _run_tests(mutant, tests)
        finally:
            os._exit(code)
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status):
        return None
    return os.waitstatus_to_exitcode(status) == 0


def _run_tests(mutant: Mutant | None, tests: Sequence[str]) -> int:
    import pytest

    nothing = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nothing, descriptor)
    if mutant:
        sys.meta_path.insert(0, _Finder(mutant))
    os.chdir(ROOT)
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-k", f"not ({LEFT_OUT})"]
    with contextlib.redirect_stdout(io.StringIO()):
        return int(pytest.main([*options, *tests]))


def tests_of(path: str) -> list[str]:
    """The tests that a fault in a file could fail, the likeliest first."""
    found = [test for where, tests in TESTS.items() if path.startswith(where) for test in tests]
    return [test for test in dict.fromkeys(found) if (ROOT / test).exists()]


def sample_of(files: Iterable[Path], number: int, seed: int) -> tuple[list[Mutant], int]:
    """So many mutants, from each file by its share, and how many there are."""
    everything = {file: list(mutants_of(file)) for file in sorted(files)}
    total = sum(map(len, everything.values()))
    chance = random.Random(seed)
    chosen: list[Mutant] = []
    for found in everything.values():
        share = min(len(found), -(-len(found) * number // total)) if total else 0
        chosen += chance.sample(found, share)
    chance.shuffle(chosen)
    return chosen[:number], total


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("-n", type=int, default=200, help="size of the sample (0: all)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="only files with this in their path")
    parser.add_argument("scope", nargs="*", default=SCOPE, help="folders and files")
    options = parser.parse_args()
    files: list[Path] = []
    for name in options.scope:
        path = ROOT / name
        files += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    files = [file for file in files if options.only in str(file)]
    chosen, total = sample_of(files, options.n or 10**9, options.seed)
    _load_libraries()
    start = time.monotonic()
    tests = sorted({test for mutant in chosen for test in tests_of(mutant.path)})
    if not _passes(None, tests):
        print("The tests fail without any mutant.", file=sys.stderr)
        return 1
    print(f"{len(chosen)} of {total} mutants, {time.monotonic() - start:.0f} s for the tests alone")
    return _report(chosen)


def _report(chosen: Sequence[Mutant]) -> int:
    survived: list[Mutant] = []
    count: dict[str, Counter[bool]] = defaultdict(Counter)
    start = time.monotonic()
    for mutant in chosen:
        lives = bool(_passes(mutant, tests_of(mutant.path)))
        count[mutant.path][not lives] += 1
        survived += [mutant] if lives else []
        print("survived" if lives else "noticed ", mutant, flush=True)
    print(*("survived", *survived), sep="\n  ")
    for path, found in sorted(count.items()):
        print(f"{found[True]:4} of {found.total():4} noticed in {path}")
    noticed = len(chosen) - len(survived)
    share = 100 * noticed / max(len(chosen), 1)
    spent = time.monotonic() - start
    print(f"{noticed} of {len(chosen)} mutants noticed ({share:.1f} %) in {spent:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
