"""Spread work over copies of this process, which have all that it has.

A copy (`fork`) costs nothing but what it changes, so large data need not be sent anywhere. Whoever
is free takes the next piece of work, this process too. Where processes cannot be copied, or other
threads run that a copy would lack, this process does everything alone.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

T = TypeVar("T")
Track = Callable[[Iterable[int], int], Iterable[int]]  # reports how far an iterable is, of so many
_SIGNAL_AT_PARENTS_DEATH = 1  # linux/prctl.h


def spread(
    count: int,
    work: Callable[[int], T],
    jobs: int,
    track: Track,
) -> list[T]:
    """The results of work on 0 to `count` - 1, in this order. Raises what any work raises.

    track: sees each number, when somebody takes it or has taken it
    """
    copies = min(jobs, count) - 1
    if copies < 1 or not _can_copy():
        return [work(number) for number in track(range(count), count)]
    context = multiprocessing.get_context("fork")
    following = context.Value("i", 0)
    pipes = [_copy(context, following, count, work) for _ in range(copies)]
    results: dict[int, T] = {}
    try:
        mine: set[int] = set()
        for number in track(_all(_taken(following, count), mine), count):
            if number in mine:
                results[number] = work(number)
        for _, pipe in pipes:
            results |= _received(pipe)
    finally:
        for process, pipe in pipes:
            pipe.close()
            process.kill()
            process.join()
    return [results[number] for number in range(count)]


def aside(work: Callable[[], T], jobs: int) -> Callable[[], T]:
    """Do some work in a copy of this process meanwhile; what waits for its result, and returns it.

    With one job, or where processes cannot be copied, the work is done when its result is wanted.
    """
    if jobs < 2 or not _can_copy():
        return work
    context = multiprocessing.get_context("fork")
    process, pipe = _copy(context, context.Value("i", 0), 1, lambda number: work())

    def result() -> T:
        try:
            found: T = _received(pipe)[0]
            return found
        finally:
            pipe.close()
            process.kill()
            process.join()

    return result


def _can_copy() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


def _taken(following: Any, count: int) -> Iterator[int]:
    """The numbers that this process takes."""
    while True:
        with following.get_lock():
            number = following.value
            following.value += 1
        if number >= count:
            return
        yield number


def _all(taken: Iterable[int], mine: set[int]) -> Iterator[int]:
    """All numbers up to those taken here, which are added to `mine`."""
    last = 0
    for number in taken:
        yield from range(last, number)
        mine.add(number)
        yield number
        last = number + 1


def _copy(context: Any, following: Any, count: int, work: Callable[[int], Any]) -> tuple[Any, Any]:
    here, there = context.Pipe(duplex=False)
    arguments = (os.getpid(), following, count, work, there)
    process = context.Process(target=_be_a_copy, args=arguments, daemon=True)
    process.start()
    there.close()
    return process, here


def _be_a_copy(
    parent: int, following: Any, count: int, work: Callable[[int], Any], pipe: Any
) -> None:
    """Take numbers while there are any; send all results, or the error, at the end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # However the first process dies, its copies must not write on.
    ctypes.CDLL(None).prctl(_SIGNAL_AT_PARENTS_DEATH, signal.SIGKILL)
    if os.getppid() != parent:
        return
    try:
        pipe.send({number: work(number) for number in _taken(following, count)})
    except Exception as error:
        pipe.send((error, traceback.format_exc()))


def _received(pipe: Any) -> dict[int, Any]:
    try:
        answer = pipe.recv()
    except EOFError:
        raise RuntimeError(
            "A process that did a part of the work has died; is memory short?"
        ) from None
    if isinstance(answer, tuple):
        error, where = answer
        error.add_note(where)
        raise error
    found: dict[int, Any] = answer
    return found
