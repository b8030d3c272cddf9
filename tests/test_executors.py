"""One contract, which every executor keeps; and what only worker processes can promise."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from generator.engine.executors import Executor, Failure, Limits, SerialExecutor, Stopped
from generator.engine.executors.dask import DaskExecutor
from generator.engine.executors.processes import ProcessExecutor
from generator.engine.executors.threads import run_ahead
from generator.errors import ConfigError, SourcebookError

ROOT = Path(__file__).parent.parent
PATIENCE = 60.0  # seconds; the machine may be busy


AMPLE = Limits(processor=60.0, memory=1_500_000_000, elapsed=60.0)


@dataclass(frozen=True)
class Double:
    """Doubles numbers, and has trouble with some; leaves a file for each that it begins."""

    folder: Path | None = None
    limit: float = 60.0

    def prepare(self) -> Callable[[int], object]:
        def function(number: int) -> object:
            if self.folder:
                (self.folder / str(number)).touch()
            if number == 13:
                raise ValueError("thirteen")
            if number == 14:
                os.kill(os.getpid(), signal.SIGKILL)
            if number == 15:
                time.sleep(600)
            if number == 16:
                time.sleep(0.2)
            return 2 * number, os.getpid()

        return function

    def limits(self, number: int) -> Limits:
        return replace(AMPLE, elapsed=self.limit) if number == 15 else AMPLE


@dataclass(frozen=True)
class Sleep:
    """Sleeps; only short sleeps are allowed."""

    def prepare(self) -> Callable[[float], None]:
        return time.sleep

    def limits(self, length: float) -> Limits:
        return replace(AMPLE, elapsed=0.3)


@dataclass(frozen=True)
class Fragile:
    """Kills the process that prepares it, or the first one that has a certain item."""

    folder: Path
    when: str

    def prepare(self) -> Callable[[str], str]:
        if self.when == "preparing":
            os.kill(os.getpid(), signal.SIGKILL)

        def function(item: str) -> str:
            (self.folder / f"{item} {os.getpid()}").touch()
            if item == self.when and len(list(self.folder.glob(f"{item} *"))) == 1:
                os.kill(os.getpid(), signal.SIGKILL)
            return item

        return function

    def limits(self, item: str) -> Limits:
        return AMPLE


def sleep(item: Limited) -> None:
    time.sleep(item.amount)


def compute(item: Limited) -> None:
    """Use processor time."""
    end = time.process_time() + item.amount
    while time.process_time() < end:
        pass


def backtrack(item: Limited) -> None:
    """Use processor time in C code that does not return for years."""
    re.match("(a+)+b", "a" * 100)


def allocate(item: Limited) -> None:
    bytearray(int(item.amount))


@dataclass(frozen=True)
class Limited:
    """An item that needs an amount of something."""

    what: Callable[[Limited], None]
    amount: float = 0.0


@dataclass(frozen=True)
class Need:
    """Needs what its items say, within tight limits; leaves a file for each try."""

    folder: Path

    def prepare(self) -> Callable[[Limited], None]:
        def function(item: Limited) -> None:
            begun = f"{item.what.__name__} {int(item.amount)} {os.getpid()}"
            (self.folder / begun).touch()
            return item.what(item)

        return function

    def limits(self, item: Limited) -> Limits:
        return Limits(processor=0.4, memory=200_000_000, elapsed=60.0)


@dataclass(frozen=True)
class Unready:
    """Cannot be prepared."""

    error: Exception

    def prepare(self) -> Callable[[int], object]:
        raise self.error

    def limits(self, number: int) -> Limits:
        return AMPLE


@pytest.fixture(scope="session")
def scheduler() -> Iterator[str]:
    """The address of a Dask cluster of two threads, in this process."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture(params=["serial", "processes", "dask"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    if request.param == "serial":
        context: Any = nullcontext(SerialExecutor())
    elif request.param == "processes":
        context = ProcessExecutor(2)
    else:
        context = DaskExecutor(request.getfixturevalue("scheduler"))
    with context as found:
        yield found


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def begun(folder: Path) -> int:
    return len(list(folder.iterdir()))


def test_every_item_has_its_result_in_any_order(executor: Executor) -> None:
    results = dict(executor.run(Double(), range(20, 60)))
    assert {n: result[0] for n, result in results.items()} == {n: 2 * (20 + n) for n in range(40)}
    assert list(executor.run(Double(), [])) == []


def test_an_item_that_fails_is_a_value_and_costs_no_other(executor: Executor) -> None:
    results = dict(executor.run(Double(), [1, 13, 2]))
    assert results[1] == Failure("ValueError: thirteen")
    assert (results[0][0], results[2][0]) == (2, 4)


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (ConfigError("no engine"), ConfigError, "no engine"),
        (ValueError("odd"), SourcebookError, r"could not be prepared \(ValueError: odd\)"),
    ],
)
def test_a_task_that_cannot_be_prepared_ends_the_run(
    executor: Executor, error: Exception, kind: type[Exception], words: str
) -> None:
    results = executor.run(Unready(error), [1, 2, 3])
    with pytest.raises(kind, match=words):
        next(results)
    assert list(results) == []
    # The executor is as good as before.
    assert dict(executor.run(Double(), [4]))[0][0] == 8


def test_all_items_are_submitted_before_any_result_is_asked_for(
    executor: Executor, tmp_path: Path
) -> None:
    results = executor.run(Double(tmp_path), range(20, 40))
    if isinstance(executor, SerialExecutor):
        assert begun(tmp_path) == 0  # there is nobody else to do the work
    else:
        until(lambda: begun(tmp_path) == 20)
    assert len(dict(results)) == 20


@pytest.mark.parametrize("taken", [0, 1])
def test_a_run_that_is_closed_early_begins_nothing_more(
    executor: Executor, tmp_path: Path, taken: int
) -> None:
    results = executor.run(Double(tmp_path), [16] + [17] * 3 + [16] * 50 + [18])
    for _ in range(taken):
        next(results)
    results.close()
    assert list(results) == []
    assert dict(executor.run(Double(), [21]))[0][0] == 42
    assert not (tmp_path / "18").exists()


def test_leaving_the_context_stops_a_run(executor: Executor, tmp_path: Path) -> None:
    if isinstance(executor, SerialExecutor):
        return
    results = executor.run(Double(tmp_path), [16] * 50 + [18])
    until(lambda: begun(tmp_path) > 0)
    executor.__exit__(None, None, None)  # type: ignore[attr-defined]
    with pytest.raises(Stopped):
        list(results)
    assert not (tmp_path / "18").exists()


def test_a_run_after_the_context_ends_is_refused(executor: Executor, tmp_path: Path) -> None:
    if isinstance(executor, SerialExecutor):
        return
    executor.__exit__(None, None, None)  # type: ignore[attr-defined]
    for items in ([], [1]):
        with pytest.raises(Stopped):
            list(executor.run(Double(tmp_path), items))
    assert begun(tmp_path) == 0


def test_an_item_that_takes_too_long_is_given_up_while_others_are_finished(scheduler: str) -> None:
    items = [4.0] + [0.05] * 60
    with DaskExecutor(scheduler) as executor:
        order = [index for index, _ in executor.run(Sleep(), items)]
    assert sorted(order) == list(range(len(items)))
    assert order[-1] != 0


class KilledWorker(Exception):
    """What Dask says of an item whose workers died, one after another."""


class Lost:
    """Something sent to a cluster whose workers all die."""

    def done(self) -> bool:
        return True

    def exception(self) -> Exception:
        return KilledWorker("w1, w2, w3")

    def cancel(self) -> None:
        pass


@dataclass
class DyingCluster:
    """Workers that die of whatever they are sent; `threads`: how many seem to be left."""

    threads: int

    def submit(self, *_: Any, **__: Any) -> Any:
        return Lost() if self.threads else Waiting()

    def nthreads(self) -> dict[str, int]:
        return {"w": self.threads}


class Waiting(Lost):
    """Something that no worker takes."""

    def done(self) -> bool:
        return False


@pytest.mark.parametrize(("threads", "words"), [(2, "KilledWorker"), (0, "has no workers")])
def test_a_cluster_that_cannot_even_begin_ends_the_run(
    threads: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else all sources would seem to fail, and an empty site would be published."""
    monkeypatch.setattr("generator.engine.executors.dask._WORKERLESS", 0.1)
    executor = DaskExecutor("tcp://here:1")
    monkeypatch.setattr(executor, "_client", DyingCluster(threads), raising=False)
    with pytest.raises(SourcebookError, match=words):
        list(executor.run(Double(), [1, 2]))


@pytest.mark.parametrize("error", [ValueError("x"), KeyboardInterrupt(), SystemExit(3)])
def test_whatever_ends_an_iterator_that_runs_ahead_reaches_its_reader(error: BaseException) -> None:
    def values() -> Iterator[int]:
        yield 1
        raise error

    ahead = run_ahead(values(), lambda: None)
    assert next(ahead) == 1
    with pytest.raises(type(error)):
        next(ahead)


def test_worker_processes_stay_for_the_next_run() -> None:
    with ProcessExecutor(2) as executor:
        first = {result[1] for _, result in executor.run(Double(), range(20, 30))}
        assert os.getpid() not in first
        assert {result[1] for _, result in executor.run(Double(), [1, 2])} <= first
    assert not any(map(_lives, first))


def test_workers_that_need_not_stay_end_with_their_run() -> None:
    with ProcessExecutor(2, stay=False) as executor:
        first = {result[1] for _, result in executor.run(Double(), [1, 2, 3])}
        assert not any(map(_lives, first))
        assert first.isdisjoint(result[1] for _, result in executor.run(Double(), [4]))


def test_a_run_that_is_dropped_kills_its_workers(tmp_path: Path) -> None:
    with ProcessExecutor(1) as executor:
        results = executor.run(Double(tmp_path), [1, 15])
        worker = next(results)[1][1]
        until(lambda: (tmp_path / "15").exists())
        del results
        assert not _lives(worker)


def _lives(process: int) -> bool:
    """Whether a process is alive; with a minus, whether any of a group is."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_item_that_dies_or_hangs_is_given_up_alone() -> None:
    items = [1, 13, 2, 14, 3, 15, 4]
    with ProcessExecutor(2) as executor:
        found = dict(executor.run(Double(limit=0.5), items))
    assert len(found) == len(items)
    assert found[1] == Failure("ValueError: thirteen")
    assert found[3] == Failure(
        "its worker process was killed (SIGKILL) twice; it may need more than 1.5 GB of memory",
        "death",
    )
    assert found[5] == Failure("it took more than 0.5 s", "elapsed")
    good = {items[n]: a[0] for n, a in found.items() if not isinstance(a, Failure)}
    assert good == {1: 2, 2: 4, 3: 6, 4: 8}


def test_an_item_whose_worker_died_is_tried_once_more(tmp_path: Path) -> None:
    with ProcessExecutor(2) as executor:
        found = dict(executor.run(Fragile(tmp_path, "b"), ["a", "b", "c"]))
    assert found == {0: "a", 1: "b", 2: "c"}
    assert begun(tmp_path) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="no limits")
def test_what_an_item_may_use_is_processor_time_and_memory(tmp_path: Path) -> None:
    """Not time by the clock, and for each item anew."""
    honest = [Limited(compute, 0.15), Limited(sleep, 0.5), Limited(allocate, 100e6)]
    greedy = [Limited(backtrack), Limited(allocate, 400e6)]
    with ProcessExecutor(1) as executor:
        found = dict(executor.run(Need(tmp_path), [*honest * 4, *greedy, *honest]))
    assert len(found) == 17
    assert [found.pop(12), found.pop(13)] == [
        Failure("it needs more than 0.4 s of processor time", "processor"),
        Failure("it needs more than 0.2 GB of memory", "memory"),
    ]
    assert not any(isinstance(answer, Failure) for answer in found.values())
    # What a worker keeps from other items must not decide: a second try, in a new worker.
    assert len(list(tmp_path.glob("backtrack *"))) == 1
    assert len({path.name.split()[-1] for path in tmp_path.glob(f"allocate {int(400e6)} *")}) == 2


def test_a_worker_that_died_between_two_runs_costs_no_item() -> None:
    with ProcessExecutor(2) as executor:
        for _ in range(2):
            found = dict(executor.run(Double(), [1, 2, 3, 4]))
            assert [found[n][0] for n in range(4)] == [2, 4, 6, 8]
            for process in {process for _, process in found.values()}:
                os.kill(process, signal.SIGKILL)
                until(lambda process=process: _is_dead(process))


def _is_dead(process: int) -> bool:
    """Whether a child of this process has ended, reaped or not."""
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or ") Z " in state.read_text()


def test_a_worker_that_dies_while_it_prepares_ends_the_run(tmp_path: Path) -> None:
    with ProcessExecutor(2) as executor:
        with pytest.raises(SourcebookError, match=r"killed \(SIGKILL\) while it was starting"):
            list(executor.run(Fragile(tmp_path, "preparing"), ["a"] * 20))
        assert dict(executor.run(Double(), [4]))[0][0] == 8
        # So does one that has worked already, on another task.
        with pytest.raises(SourcebookError, match="too little memory"):
            list(executor.run(Fragile(tmp_path, "preparing"), ["a"] * 20))
    assert begun(tmp_path) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_stops_a_build_cleanly(make_project) -> None:
    """No site, no workers that live on, no tracebacks; the next build is as always."""
    module = (
        "import pathlib, time\n"
        "def tag(text, sentences):\n"
        "    pathlib.Path(__file__).with_name('begun').touch()\n"
        "    time.sleep(60)\n"
    )
    root = make_project(
        {
            "sourcebook.toml": 'names = "slow_engine"',
            "slow_engine.py": module,
            "seeds/a.txt": "date 2024-01-01 Ann Lee left.",
            "seeds/b.txt": "date 2024-01-02 Ann Lee came.",
        }
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "-C", str(root), "--jobs", "2"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    until((root / "begun").exists)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130, (out, err)
    assert err.strip() == "sourcebook: interrupted; the old site is unchanged."
    assert not (root / "site").exists()
    until(lambda: not _lives(-process.pid))


def test_a_source_that_kills_its_worker_is_reported_and_the_rest_published(make_project) -> None:
    module = (
        "import os, signal\n"
        "def tag(text, sentences):\n"
        "    if 'deadly' in text:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return []\n"
    )
    root = make_project(
        {
            "sourcebook.toml": 'names = "deadly_engine"\nsearch = false',
            "deadly_engine.py": module,
            "seeds/a.txt": "date 2024-01-01 Ann Lee left.",
            "seeds/b.txt": "date 2024-01-02 A deadly text.",
        }
    )
    done = build_apart(root)
    assert done.returncode == 1, done.stderr
    assert "seeds/b.txt: error: Could not be analysed and is left out" in done.stdout
    assert "1 document," in done.stdout
    assert (root / "site/index.html").exists()


def build_apart(root: Path) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own, in which the project's engines can be imported."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "build", "-C", str(root), "--jobs", "1"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_memory_for_the_model_the_old_site_stays(make_project) -> None:
    """A worker that dies while it loads the model is no reason to publish an empty site."""
    module = (
        "import multiprocessing, os, signal\n"
        "if multiprocessing.parent_process():\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "def tag(text, sentences):\n"
        "    return []\n"
    )
    root = make_project(
        {
            "sourcebook.toml": 'names = "large_engine"\nsearch = false',
            "large_engine.py": module,
            "seeds/a.txt": "date 2024-01-01 Ann Lee left.",
        }
    )
    done = build_apart(root)
    assert done.returncode == 1, done.stdout
    assert "while it was starting" in done.stderr
    assert "--jobs 1" in done.stderr
    assert not (root / "site").exists()
