"""Libraries in C work in a process of their own: what goes wrong there costs that call alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import native_calls
import pytest
from native_calls import crash, die, fill, keep, process, refuse, spin, turn_pages

from generator.engine.child import Child
from generator.errors import GivenUp
from generator.read.refused import Refused

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and limits")
PATIENCE = 60.0  # seconds by the clock, for a busy machine


@pytest.fixture(scope="module")
def child() -> Child:
    """One whose calls may use half a second and 0.2 GB."""
    return Child(processor=0.5, memory=200_000_000)


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def lives(number: int) -> bool:
    """Whether a process runs; one that has ended and waits to be asked does not."""
    try:
        return ") Z " not in Path(f"/proc/{number}/stat").read_text()
    except OSError:
        return False


def test_it_stays_for_the_next_call_and_passes_on_what_functions_raise(child: Child) -> None:
    first = child.call(process)
    assert first != os.getpid()
    with pytest.raises(Refused, match="Protected") as caught:
        child.call(refuse, Refused("Protected.", "Save it without."))
    assert caught.value.hint == "Save it without."
    assert child.call(native_calls.noisy) == "heard"
    assert child.call(process) == first


@pytest.mark.parametrize(
    ("function", "arguments", "reason"),
    [
        (crash, (), "the library that reads it crashed (SIGSEGV)"),
        (
            die,
            ("SIGABRT",),
            "the library that reads it crashed (SIGABRT); it probably needs more than 0.2 GB of"
            " memory",
        ),
        (spin, (), "it needs more than 0.5 s of processor time and 1 s for a page"),
        (os._exit, (3,), "the library that reads it crashed (exit status 3)"),
        (fill, (300_000_000,), "it needs more than 0.2 GB of memory"),
    ],
)
def test_what_goes_wrong_costs_that_call_alone(
    child: Child, function: Callable[..., object], arguments: tuple[object, ...], reason: str
) -> None:
    with pytest.raises(GivenUp) as caught:
        child.call(function, *arguments)
    assert str(caught.value) == reason
    assert child.call(fill, 100_000_000) == 100_000_000


def test_a_large_file_may_use_more(child: Child) -> None:
    assert child.call(fill, 300_000_000, size=100_000_000) == 300_000_000


def test_each_page_gives_more_time(child: Child) -> None:
    assert child.call(turn_pages, 3, 0.25) == 3


def test_what_earlier_calls_left_there_does_not_decide(child: Child) -> None:
    child.call(keep, 150_000_000)
    old = child.call(process)
    assert child.call(fill, 150_000_000) == 150_000_000
    assert child.call(process) != old


def test_programs_that_it_started_end_with_it(child: Child, tmp_path: Path) -> None:
    with pytest.raises(GivenUp):
        child.call(crash, tmp_path)
    program = int((tmp_path / "program").read_text())
    until(lambda: not lives(program))


def test_it_ends_when_it_is_not_needed_any_more() -> None:
    child = Child()
    number = child.call(process)
    del child
    assert not lives(number)


def test_it_ends_with_its_parent_even_within_a_library(tmp_path: Path) -> None:
    code = "import sys, native_calls; native_calls.call_for_ever(sys.argv[1])"
    tests = Path(native_calls.__file__).parent
    parent = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=tests)
    until((tmp_path / "spinning").exists)
    number = int((tmp_path / "spinning").read_text())
    assert lives(number)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    until(lambda: not lives(number))
