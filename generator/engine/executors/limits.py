"""Limits on what a worker process may use for one item, enforced by the system.

Code that does not return to Python for minutes, in a C library or a regular expression, is stopped
as well. Each item has the full limits, however many came before it. They are in processor time and
memory, so what is given up does not depend on what else the machine does.

Processor time is limited wherever there are interval timers (not on Windows), memory on Linux.
"""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from generator.engine.executors import Failure, Limits, attempt


def settle() -> None:
    """Make this process end silently where it reaches a limit; called once, before any item."""
    if sys.platform == "win32":
        return
    import resource

    signal.signal(signal.SIGPROF, signal.SIG_DFL)  # that a process ignores it would be inherited
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, most))  # no gigabytes of core dump either


def mapped() -> int:
    """The bytes of memory that this process has mapped; 0 where the system does not say."""
    if sys.platform != "linux":
        return 0
    import resource

    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def attempt_within(limits: Limits, before: int, function: Callable[[Any], Any], item: Any) -> Any:
    """As `attempt`; the process is killed by SIGPROF where it needs too much processor time.

    before: bytes mapped when the process had prepared the task; 0 for no limit of memory
    """
    with _processor_time(limits.processor), _memory(before + limits.memory if before else 0):
        answer = attempt(function, item)
    if isinstance(answer, Failure) and answer.kind == "memory":
        return Failure(f"it needs more than {gigabytes(limits)} of memory", "memory")
    return answer


def needed_too_long(exit_code: int | None) -> bool:
    """Whether a process ended because it needed too much processor time."""
    return sys.platform != "win32" and exit_code == -signal.SIGPROF


def gigabytes(limits: Limits) -> str:
    """The limit of memory, in words."""
    return f"{limits.memory / 1e9:,.1f} GB"


@contextlib.contextmanager
def _processor_time(seconds: float) -> Iterator[None]:
    """Limit the time that all threads of this process use together, in C code as well."""
    if sys.platform == "win32":
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


@contextlib.contextmanager
def _memory(most: int) -> Iterator[None]:
    """Limit the bytes that this process may map; 0 for no limit. More cannot be allocated then."""
    if sys.platform == "win32" or not most:
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft == resource.RLIM_INFINITY or most < soft:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
