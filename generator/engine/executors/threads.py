"""An iterator that runs ahead of whoever takes its values, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar, cast

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _End:
    """The last thing that comes through the queue: what the iterator raised, if it did."""

    error: BaseException | None = None


def run_ahead(values: Iterable[T], stop: Callable[[], None]) -> Generator[T, None, None]:
    """The same values; a thread begins to take them at once, and keeps them until they are wanted.

    The thread has ended when the values are exhausted or closed. Raises what `values` raises.

    stop: makes `values` end soon, whatever it is waiting for; called in any case
    """
    ahead = _run_ahead(values, stop)
    next(ahead)  # to where the thread has started, so that closing it stops the thread
    return cast(Generator[T, None, None], ahead)


def _run_ahead(values: Iterable[T], stop: Callable[[], None]) -> Generator[T | None, None, None]:
    queue: SimpleQueue[Any] = SimpleQueue()
    thread = threading.Thread(target=_take_all, args=(values, queue), daemon=True)
    thread.start()
    try:
        yield None
        while not isinstance(value := queue.get(), _End):
            yield value
        if value.error:
            raise value.error
    finally:
        stop()
        thread.join()


def _take_all(values: Iterable[T], queue: SimpleQueue[Any]) -> None:
    try:
        for value in values:
            queue.put(value)
    except BaseException as error:  # else whoever takes the values would wait for ever
        queue.put(_End(error))
    else:
        queue.put(_End())
