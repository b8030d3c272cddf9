"""Run closures in copies of this process, which have everything that it has.

A copy (`fork`) costs nothing but the memory it changes, so large data need not be sent anywhere.
`fork_map` shares calls of one function among copies and this process: whichever is free takes the
next. `run_in_background` makes one call in a copy while this process goes on. Where processes
cannot be copied, or where other threads run, which a copy would lack, this process does all the
work itself.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection
from typing import Any, TypeVar, cast

T = TypeVar("T")
# Takes an iterable and its length, yields its items, and reports progress on the way.
Track = Callable[[Iterable[int], int], Iterable[int]]
_SIGNAL_AT_PARENTS_DEATH = 1  # linux/prctl.h


def untracked(items: Iterable[T], total: int) -> Iterable[T]:
    """The items themselves: a `Track` for work whose progress nobody watches."""
    return items


def fork_map(function: Callable[[int], T], count: int, jobs: int, track: Track) -> list[T]:
    """The function's results for 0 to `count` - 1, in this order. Raises what any call raises.

    jobs: processes to use, this one included
    track: is given each number when a process takes it or has taken it
    """
    copies = min(jobs, count) - 1
    if copies < 1 or not _can_copy():
        return [function(number) for number in track(range(count), count)]
    context = multiprocessing.get_context("fork")
    counter = context.Value("i", 0)
    results: dict[int, T] = {}
    with ExitStack() as stack:
        pipes = [
            stack.enter_context(_copy(context, counter, count, function)) for _ in range(copies)
        ]
        mine: set[int] = set()
        for number in track(_all(_taken(counter, count), mine), count):
            if number in mine:
                results[number] = function(number)
        for pipe in pipes:
            results |= _received(pipe)
    return [results[number] for number in range(count)]


@contextmanager
def run_in_background(function: Callable[[], T], jobs: int) -> Iterator[Callable[[], T]]:
    """Call a function in a copy of this process, which ends with the context.

    Yields a function that waits for the result; to be called once. With one job, or where
    processes cannot be copied, that is the function itself, called when the result is wanted.
    """
    if jobs < 2 or not _can_copy():
        yield function
        return
    context = multiprocessing.get_context("fork")
    with _copy(context, context.Value("i", 0), 1, lambda number: function()) as pipe:
        yield lambda: cast(T, _received(pipe)[0])


def _can_copy() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


def _taken(counter: Any, count: int) -> Iterator[int]:
    """The numbers that this process takes from the counter that all share."""
    while True:
        with counter.get_lock():
            number = counter.value
            counter.value += 1
        if number >= count:
            return
        yield number


def _all(taken: Iterable[int], mine: set[int]) -> Iterator[int]:
    """All numbers up to the last one taken here; those taken here are added to `mine`."""
    last = 0
    for number in taken:
        yield from range(last, number)
        mine.add(number)
        yield number
        last = number + 1


@contextmanager
def _copy(
    context: Any, counter: Any, count: int, function: Callable[[int], Any]
) -> Iterator[Connection]:
    """A copy of this process, at work; yields the pipe through which its results will come."""
    here, there = context.Pipe(duplex=False)
    arguments = (os.getpid(), counter, count, function, here, there)
    process = context.Process(target=_run_copy, args=arguments, daemon=True)
    with here:
        with there:
            process.start()
        try:
            yield here
        finally:
            process.kill()
            process.join()


def _run_copy(
    parent: int,
    counter: Any,
    count: int,
    function: Callable[[int], Any],
    parents_end: Connection,
    pipe: Connection,
) -> None:
    """What a copy does: take numbers while there are any, then send all results, or the error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parents_end.close()  # it was copied too, and kept open, would hide that nobody reads any more
    # However the parent dies, its copies must not go on writing.
    ctypes.CDLL(None).prctl(_SIGNAL_AT_PARENTS_DEATH, signal.SIGKILL)
    if os.getppid() != parent:
        return
    try:
        pipe.send({number: function(number) for number in _taken(counter, count)})
    except Exception as error:
        pipe.send((sendable(error), traceback.format_exc()))


def sendable(error: Exception) -> Exception:
    """The error, or one with its words where it would not survive the way through a pipe."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # whatever an error's own methods do
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _received(pipe: Connection) -> dict[int, Any]:
    """The results of a copy, by number. Raises the error that it had."""
    try:
        answer = pipe.recv()
    except EOFError:
        raise RuntimeError("A worker process died (out of memory?).") from None
    if isinstance(answer, tuple):
        error, where = answer
        error.add_note(where)
        raise error
    found: dict[int, Any] = answer
    return found
