"""Copies of this process: they have its data, share its work, and leave nothing behind.

Each check runs in a process of its own, which has no threads: with other threads, none are made.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from generator.engine.executors.fork import fork_map, run_in_background, untracked

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")


def results_come_in_order() -> None:
    seen: list[int] = []

    def track(numbers: Iterable[int], total: int) -> Iterator[int]:
        for number in numbers:
            seen.append(number)
            yield number

    data = {n: n * n for n in range(100)}

    def work(number: int) -> tuple[int, int]:
        time.sleep(0.005)
        return data[number], os.getpid()

    for jobs in (1, 3):
        seen.clear()
        results = fork_map(work, 100, jobs, track)
        assert [square for square, _ in results] == [n * n for n in range(100)]
        assert len({process for _, process in results}) == jobs
        assert seen == list(range(len(seen)))
    assert fork_map(work, 0, 3, track) == []


def what_a_call_raises_is_raised() -> None:
    here = os.getpid()

    def fail(number: int) -> int:
        time.sleep(0.01)
        if os.getpid() != here:
            raise ValueError("in a copy")
        return number

    with pytest.raises(ValueError, match="in a copy") as caught:
        fork_map(fail, 50, 2, untracked)
    assert "in fail" in caught.value.__notes__[0]  # where it was raised


class OddError(Exception):
    """Cannot be unpickled: it needs two arguments."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


def an_error_that_cannot_be_sent_keeps_its_words() -> None:
    def fail() -> None:
        raise OddError("in", "a copy")

    with (
        run_in_background(fail, 2) as failed,
        pytest.raises(RuntimeError, match="OddError: in a copy") as caught,
    ):
        failed()
    assert "in fail" in caught.value.__notes__[0]


def a_copy_that_dies_is_an_error() -> None:
    here = os.getpid()

    def die(number: int) -> int:
        time.sleep(0.01)
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(RuntimeError, match=r"A worker process died \(out of memory\?\)"):
        fork_map(die, 50, 2, untracked)


def work_in_the_background_gives_its_result() -> None:
    with run_in_background(os.getpid, 2) as result:
        assert result() != os.getpid()
    with run_in_background(os.getpid, 1) as result:
        assert result() == os.getpid()

    def fail() -> None:
        raise KeyError("x")

    for jobs in (1, 2):
        with run_in_background(fail, jobs) as failed, pytest.raises(KeyError):
            failed()


def work_in_the_background_ends_when_its_caller_fails() -> None:
    with pytest.raises(ValueError, match="meanwhile"):
        fail_meanwhile()
    assert multiprocessing.active_children() == []


def fail_meanwhile() -> None:
    with run_in_background(lambda: time.sleep(600), 2):
        assert len(multiprocessing.active_children()) == 1
        raise ValueError("meanwhile")


def a_copy_has_only_its_own_end_of_the_pipe() -> None:
    def both_ends() -> set[str]:
        """The pipes that this process has open more than once."""
        links = Path("/proc/self/fd").iterdir()
        files = [os.readlink(link) for link in links if link.is_symlink()]
        return {file for file in files if file.startswith("pipe:") and files.count(file) > 1}

    before = both_ends()
    with run_in_background(both_ends, 2) as result:
        assert result() <= before


@pytest.mark.parametrize(
    "check",
    [
        results_come_in_order,
        what_a_call_raises_is_raised,
        an_error_that_cannot_be_sent_keeps_its_words,
        a_copy_that_dies_is_an_error,
        work_in_the_background_gives_its_result,
        work_in_the_background_ends_when_its_caller_fails,
        a_copy_has_only_its_own_end_of_the_pipe,
    ],
)
def test_in_a_fresh_process(check: Callable[[], None]) -> None:
    process = multiprocessing.get_context("spawn").Process(target=check)
    process.start()
    process.join(60)
    assert process.exitcode == 0
