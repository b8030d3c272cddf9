"""How many small faults in the code would a test notice? `make mutants` (`N=500 make mutants`).

A mutant is the code with one small fault: a comparison turned round or moved by one, a number
changed, `and` for `or`, plus for minus, a condition denied, a statement left out, another value
returned, two arguments exchanged (DeMillo, Lipton and Sayward 1978, "Hints on test data
selection"). The fast tests that run its line are tried on each; a mutant that passes them all has
survived. All mutants of a large program take hours, so a sample is taken, the same each time,
spread evenly over the files by their number of mutants. How they are tried: `trials.py`.
"""

from __future__ import annotations

import argparse
import ast
import copy
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

import trials

ROOT = Path(__file__).resolve().parent.parent
# Where decisions are taken.
SCOPE = ("generator/derive", "generator/analyse/status.py", "generator/analyse/figures")

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

    what: the fault in words; line: where it is; lines: all lines of its statement, without the
    statements in that; function: the line of the outermost function around it, 0 for none; name:
    what a statement outside all functions assigns to
    """

    path: str
    place: int
    number: int
    line: int
    what: str
    lines: range
    function: int
    name: str

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
    where = dict(_places(tree, None, 0))
    file = path.relative_to(ROOT).as_posix()
    for place, node in enumerate(ast.walk(tree)):
        if node in unseen:
            continue
        for number, faulty in enumerate(_faults(node)):
            what = f"{_shown(node)} → {_shown(faulty)}"
            statement, function = where[node]
            line = getattr(node, "lineno", statement.lineno)
            lines = trials.lines_of(statement)
            name = _assigned(statement)
            yield Mutant(file, place, number, line, what, lines, function, name)


def _places(
    node: ast.AST, statement: ast.stmt | None, function: int
) -> Iterator[tuple[ast.AST, tuple[ast.stmt, int]]]:
    """The statement around each node, and the line of the outermost function around that."""
    for child in ast.iter_child_nodes(node):
        around = child if isinstance(child, ast.stmt) else statement
        body = isinstance(node, ast.FunctionDef) and child in node.body
        outermost = function or (_first(node) if body else 0)
        if around:
            yield child, (around, outermost)
        yield from _places(child, around, outermost)


def _first(node: ast.AST) -> int:
    """The line that Python gives a function, which is that of its first decorator."""
    assert isinstance(node, ast.FunctionDef)
    return min(d.lineno for d in (*node.decorator_list, node))


def _assigned(statement: ast.stmt) -> str:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return ""


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
    parser.add_argument("-j", type=int, default=1, help="how many are tried at a time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="only files with this in their path")
    parser.add_argument("--tests", nargs="+", default=trials.TESTS, help="only these tests")
    parser.add_argument("scope", nargs="*", default=SCOPE, help="folders and files")
    options = parser.parse_args()
    files: list[Path] = []
    for name in options.scope:
        path = ROOT / name
        files += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    scope = [file for file in files if options.only in str(file)]
    chosen, total = sample_of(scope, options.n or 10**9, options.seed)
    print(f"{len(chosen)} of {total} mutants", flush=True)
    try:
        return _report(chosen, trials.tried(chosen, files, options.tests, options.j))
    except trials.TestsFail as failure:
        print(f"A test fails without any mutant: {failure}", file=sys.stderr)
        return 1


def _report(chosen: Sequence[Mutant], verdicts: Iterable[tuple[Mutant, str]]) -> int:
    survived: list[Mutant] = []
    count: dict[str, Counter[bool]] = defaultdict(Counter)
    start = time.monotonic()
    for mutant, verdict in verdicts:
        noticed = verdict == trials.NOTICED
        count[mutant.path][noticed] += 1
        survived += [] if noticed else [mutant]
        print(f"{verdict:9} {mutant}", flush=True)
    for path, found in sorted(count.items()):
        print(f"{found[True]:4} of {found.total():4} noticed in {path}")
    noticed_ones = len(chosen) - len(survived)
    share = 100 * noticed_ones / max(len(chosen), 1)
    spent = time.monotonic() - start
    print(f"{noticed_ones} of {len(chosen)} mutants noticed ({share:.1f} %) in {spent:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
