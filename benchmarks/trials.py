"""How mutants are tried (see `mutants.py`): which tests, in which process, and what comes of it.

A first run of the tests notes what each costs and which lines it runs. A mutant need only be tried
with the tests that run its statement, the cheapest first, until one fails; without any it has
survived. A copy of a process (`fork`) that has collected the tests takes up the faulty function and
runs them. A fault outside all functions needs code that is loaded with it, and so the copy of a
process that has loaded the libraries, but nothing of ours.
"""

from __future__ import annotations

import ast
import contextlib
import gc
import importlib.abc
import importlib.machinery
import importlib.util
import io
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest
    from mutants import Mutant

ROOT = Path(__file__).resolve().parent.parent
# Tests that need no browser, no tagger and no other process.
TESTS = (
    "tests/test_decisions.py",
    "tests/test_derive.py",
    "tests/test_properties.py",
    "tests/test_gazetteer.py",
    "tests/test_places.py",
    "tests/test_entity_edits.py",
    "tests/test_aliases.py",
    "tests/test_clustering.py",
    "tests/test_salience.py",
    "tests/test_timeline.py",
    "tests/test_first_look.py",
    "tests/test_preview.py",
    "tests/test_figures.py",
    "tests/test_explain.py",
    "tests/test_independence.py",
    "tests/test_told.py",
    "tests/test_curation.py",
    "tests/test_edit_lines.py",
)
LEFT_OUT = "demonstration or tagger or exports or several_pages or one_click or engine"
OPTIONS = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-k", f"not ({LEFT_OUT})")
NOTICED, SURVIVED, UNTESTED = "noticed", "survived", "untested"

Line = tuple[str, int]


class TestsFail(Exception):
    """A test fails without any mutant."""

    __test__ = False


@dataclass(frozen=True, slots=True)
class TestRun:
    """A test, its seconds, and the lines of the scope that it runs."""

    __test__ = False

    test: str
    seconds: float
    lines: frozenset[Line]


def tried(
    mutants: Sequence[Mutant], scope: Sequence[Path], tests: Sequence[str], at_once: int
) -> Iterator[tuple[Mutant, str]]:
    """Each mutant with its verdict."""
    _load_libraries()
    runs = _in_copy(
        lambda send: send(_collected(tests, lambda session: _first_runs(session, scope)))
    )
    if isinstance(runs, str):
        raise TestsFail(runs)
    print(f"{len(runs)} tests, {sum(run.seconds for run in runs):.0f} s", flush=True)
    uses = _uses(scope)
    wanted = {mutant: _tests_for(mutant, runs, uses) for mutant in mutants}
    yield from ((mutant, UNTESTED) for mutant, tests in wanted.items() if not tests)
    inside = {m: tests for m, tests in wanted.items() if tests and m.function}
    yield from _streamed(
        lambda send: _collected(
            tests, lambda session: _try_functions(session, inside, at_once, send)
        )
    )
    outside = {m: tests for m, tests in wanted.items() if tests and not m.function}
    yield from _at_once(outside, _try_loaded, at_once)


# --- which tests


def lines_of(statement: ast.stmt) -> range:
    """The lines of a statement, without those of the statements in it."""
    parts = [b for name in ("body", "handlers", "orelse") for b in getattr(statement, name, ())]
    end = min((b.lineno for b in parts), default=(statement.end_lineno or 0) + 1)
    return range(statement.lineno, max(end, statement.lineno + 1))


def _uses(scope: Iterable[Path]) -> Mapping[str, set[Line]]:
    """The lines on which each name is read; line 0 for one that is read outside all functions."""
    found: dict[str, set[Line]] = {}
    for path in scope:
        name = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inner = {n for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for n in ast.walk(f)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                line = node.lineno if node in inner else 0
                found.setdefault(node.id, set()).add((name, line))
    return found


def _tests_for(
    mutant: Mutant, runs: Iterable[TestRun], uses: Mapping[str, set[Line]]
) -> list[TestRun]:
    """The tests that could notice a mutant, the cheapest first."""
    lines = {(mutant.path, line) for line in mutant.lines}
    if not mutant.function:
        lines = uses.get(mutant.name, set())
    anywhere = not lines or any(line == 0 for _, line in lines)
    found = [
        run
        for run in runs
        if (any(p == mutant.path for p, _ in run.lines) if anywhere else run.lines & lines)
    ]
    return sorted(found, key=lambda run: (run.seconds, run.test))


# --- the first run


class _Tracer:
    """Notes the lines of the scope that are run."""

    def __init__(self, scope: Iterable[Path]) -> None:
        self._paths = {str(path): path.relative_to(ROOT).as_posix() for path in scope}
        self._missing: dict[CodeType, set[int]] = {}
        self.lines: set[Line] = set()

    def start(self) -> None:
        self._missing, self.lines = {}, set()
        sys.settrace(self._enter)

    def _enter(self, frame: FrameType, event: str, argument: object) -> Any:
        code = frame.f_code
        missing = self._missing.get(code)
        if missing is None:
            ours = code.co_filename in self._paths
            lines = {line for _, _, line in code.co_lines() if line} if ours else set()
            missing = self._missing[code] = lines - {code.co_firstlineno}
        # A function all of whose lines have been run is not followed any more.
        return self._note if missing else None

    def _note(self, frame: FrameType, event: str, argument: object) -> Any:
        code = frame.f_code
        self._missing[code].discard(frame.f_lineno)
        self.lines.add((self._paths[code.co_filename], frame.f_lineno))
        return self._note


def _first_runs(session: pytest.Session, scope: Sequence[Path]) -> list[TestRun] | str:
    tracer, runs = _Tracer(scope), []
    verdicts = _Verdicts()
    session.config.pluginmanager.register(verdicts)
    for number, item in enumerate(session.items):
        _forget()
        start = time.process_time()
        tracer.start()
        _run(session, number, number + 1)
        sys.settrace(None)
        if verdicts.failed:
            return item.nodeid
        runs.append(TestRun(item.nodeid, time.process_time() - start, frozenset(tracer.lines)))
    return runs


def _forget() -> None:
    """Empty the caches of our functions, or only the first test would run their lines."""
    for name, module in list(sys.modules.items()):
        if name.startswith("generator."):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


class _Verdicts:
    failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed |= report.failed


def _run(session: pytest.Session, number: int, following: int) -> None:
    item = session.items[number]
    after = session.items[following] if following < len(session.items) else None
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)


# --- the trials


def _try_functions(
    session: pytest.Session,
    wanted: Mapping[Mutant, Sequence[TestRun]],
    at_once: int,
    send: Callable[[Any], None],
) -> None:
    place = {item.nodeid: number for number, item in enumerate(session.items)}

    def attempt(mutant: Mutant, runs: Sequence[TestRun]) -> bool:
        _take_up(mutant)
        verdicts = _Verdicts()
        session.config.pluginmanager.register(verdicts)
        numbers = [place[run.test] for run in runs]
        for number, following in zip(numbers, [*numbers[1:], len(place)], strict=True):
            _run(session, number, following)
            if verdicts.failed:
                return False
        return True

    for result in _at_once(wanted, attempt, at_once):
        send(result)


def _take_up(mutant: Mutant) -> None:
    """Put the faulty code into the function, wherever that is used."""
    path = str(ROOT / mutant.path)
    (code,) = (c for c in _codes(mutant.code()) if c.co_firstlineno == mutant.function)
    old = [
        f
        for f in gc.get_objects()
        if isinstance(f, FunctionType)
        and f.__code__.co_filename == path
        and f.__code__.co_firstlineno == mutant.function
        and f.__code__.co_qualname == code.co_qualname
    ]
    assert old, mutant
    for function in old:
        function.__code__ = code


def _codes(code: CodeType) -> Iterator[CodeType]:
    """The functions and methods of a module."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            if "__qualname__" in constant.co_names:
                yield from _codes(constant)
            elif not constant.co_name.startswith("<"):
                yield constant


def _try_loaded(mutant: Mutant, runs: Sequence[TestRun]) -> bool:
    import pytest

    sys.meta_path.insert(0, _Finder(mutant))
    os.chdir(ROOT)
    return pytest.main(["-x", *OPTIONS, *(run.test for run in runs)]) == 0


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
        folder = [str(file.parent)] if self._package else None
        return importlib.util.spec_from_file_location(
            name, file, loader=self, submodule_search_locations=folder
        )

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(self._mutant.code(), module.__dict__)


# --- processes


def _load_libraries() -> None:
    """Everything that is not ours, and the gazetteer's lines."""
    import pytest  # noqa: F401

    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    import conftest  # noqa: F401
    import hypothesis
    import once

    # The same examples each time, however long one takes.
    hypothesis.settings.register_profile("same", derandomize=True, deadline=None, database=None)
    hypothesis.settings.load_profile("same")
    once.TABLE.load()
    ours = ("generator", "conftest")
    for name in [n for n in sys.modules if n.split(".")[0] in ours]:
        del sys.modules[name]


def _collected(tests: Sequence[str], act: Callable[[pytest.Session], Any]) -> Any:
    """What comes of doing something with the collected tests, instead of running them."""
    import pytest

    class Instead:
        result: Any = "The tests could not be collected."

        @pytest.hookimpl(tryfirst=True)
        def pytest_runtestloop(self, session: pytest.Session) -> bool:
            if not session.testsfailed:
                self.result = act(session)
            return True

    os.chdir(ROOT)
    instead = Instead()
    pytest.main([*OPTIONS, *tests], plugins=[instead])
    return instead.result


def _at_once(
    wanted: Mapping[Mutant, Sequence[TestRun]],
    attempt: Callable[[Mutant, Sequence[TestRun]], bool],
    number: int,
) -> Iterator[tuple[Mutant, str]]:
    """Try each mutant in a process of its own, so many at a time."""
    running: dict[int, Mutant] = {}
    waiting = list(wanted.items())
    while waiting or running:
        while waiting and len(running) < number:
            mutant, runs = waiting.pop(0)
            running[_started(lambda m=mutant, r=runs: attempt(m, r), _patience(runs))] = mutant
        pid, status = os.wait()
        survived = not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status) == 0
        yield running.pop(pid), SURVIVED if survived else NOTICED


def _patience(runs: Iterable[TestRun]) -> float:
    """Seconds of processor time, after which a mutant counts as noticed."""
    return 20 + 3 * sum(run.seconds for run in runs)


def _started(act: Callable[[], bool], patience: float) -> int:
    pid = os.fork()
    if not pid:
        code = 3
        try:
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_PROF, patience)
            _be_quiet()
            code = 0 if act() else 1
        finally:
            os._exit(code)
    return pid


def _be_quiet() -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nothing, descriptor)


def _in_copy(act: Callable[[Callable[[Any], None]], None]) -> Any:
    """What a copy of this process sends."""
    (result,) = _streamed(act)
    return result


def _streamed(act: Callable[[Callable[[Any], None]], None]) -> Iterator[Any]:
    """All that a copy of this process sends, as it comes."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reading)
        try:
            with os.fdopen(writing, "wb") as pipe:
                _be_quiet()

                def send(value: Any) -> None:
                    pickle.dump(value, pipe)
                    pipe.flush()

                with contextlib.redirect_stdout(io.StringIO()):
                    act(send)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe, contextlib.suppress(EOFError):
        while True:
            yield pickle.load(pipe)
    os.waitpid(pid, 0)
