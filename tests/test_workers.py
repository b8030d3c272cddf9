"""Workers: one item that goes wrong costs no other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.engine.executors.processes import Failure, Here, Workers
from generator.errors import ConfigError

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Double:
    """Doubles numbers; has trouble with some."""

    limit: float = 60.0

    def prepare(self) -> Callable[[int], object]:
        def function(number: int) -> object:
            if number == 13:
                raise ValueError("thirteen")
            if number == 14:
                os.kill(os.getpid(), signal.SIGKILL)
            if number == 15:
                time.sleep(600)
            return 2 * number, os.getpid()

        return function

    def seconds(self, number: int) -> float:
        return self.limit if number == 15 else 60.0


@dataclass(frozen=True)
class Unready:
    def prepare(self) -> Callable[[int], object]:
        raise ConfigError("no engine")

    def seconds(self, number: int) -> float:
        return 60.0


def test_every_item_has_its_answer() -> None:
    with Workers(2) as workers:
        found = dict(workers.run(Double(), range(20, 60)))
        assert {place: answer[0] for place, answer in found.items()} == {
            n: 2 * (20 + n) for n in range(40)
        }
        assert os.getpid() not in {answer[1] for answer in found.values()}
        # They stay for the next run.
        again = dict(workers.run(Double(), [1, 2]))
        assert {a[1] for a in again.values()} <= {a[1] for a in found.values()}
        assert list(workers.run(Double(), [])) == []


def test_workers_that_need_not_stay_end_with_their_run() -> None:
    with Workers(2, stay=False) as workers:
        first = {answer[1] for _, answer in workers.run(Double(), [1, 2, 3])}
        assert not any(map(_lives, first))
        assert first.isdisjoint(answer[1] for _, answer in workers.run(Double(), [4]))


def _lives(process: int) -> bool:
    """Whether a process is alive; with a minus, whether any of a group is."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_item_that_fails_dies_or_hangs_is_given_up_alone() -> None:
    items = [1, 13, 2, 14, 3, 15, 4]
    with Workers(2) as workers:
        found = dict(workers.run(Double(limit=0.5), items))
    assert len(found) == len(items)
    assert found[1] == Failure("ValueError: thirteen")
    assert found[3] == Failure("the process that did it ended (SIGKILL)")
    assert found[5] == Failure("it took too long")
    good = {items[n]: a[0] for n, a in found.items() if not isinstance(a, Failure)}
    assert good == {1: 2, 2: 4, 3: 6, 4: 8}


def test_here_the_same() -> None:
    found = dict(Here().run(Double(), [1, 13]))
    assert found == {0: (2, os.getpid()), 1: Failure("ValueError: thirteen")}


def test_what_cannot_be_prepared_stops_everything() -> None:
    with Workers(1) as workers, pytest.raises(ConfigError, match="no engine"):
        list(workers.run(Unready(), [1]))
    with pytest.raises(ConfigError):
        list(Here().run(Unready(), [1]))


def test_a_run_that_is_left_early_leaves_nothing_behind() -> None:
    with Workers(2) as workers:
        run = workers.run(Double(), [15, 16, 17, 18])
        assert next(run)[1][0] in (32, 34, 36)
        run.close()  # type: ignore[attr-defined]
        assert dict(workers.run(Double(), [21]))[0][0] == 42


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_stops_a_build_cleanly(make_project) -> None:
    """No site, no workers that live on, no tracebacks; the next build is as always."""
    module = "import time\ndef tag(text, sentences):\n    time.sleep(60)\n    return []\n"
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
    time.sleep(3)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130, (out, err)
    assert err.strip() == "sourcebook: stopped; the old site is unchanged."
    assert not (root / "site").exists()
    deadline = time.monotonic() + 20
    while _lives(-process.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not _lives(-process.pid)


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
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "-C", str(root), "--jobs", "1"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "seeds/b.txt: error: Could not be analysed and is left out" in done.stdout
    assert "1 document," in done.stdout
