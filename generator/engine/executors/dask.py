"""The machines of a Dask cluster.

Dask's `distributed` sends the items to the cluster's workers, and what a lost machine had to
another one (docs: distributed.dask.org). Each machine needs this version of Sourcebook; the
extraction task refuses another, whose results could differ.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from queue import Empty, SimpleQueue
from typing import Any

from generator.engine.executors import Failure, Result, Results, Stopped, Task, attempt, prepare
from generator.engine.executors.threads import run_ahead
from generator.errors import SourcebookError

_AHEAD = 3  # items that each thread of the cluster has, in work or waiting
_CONNECT = 10.0  # seconds to find the scheduler
_CHECK = 1.0  # seconds between two checks for items that take too long


class DaskExecutor:
    """Runs tasks on a running cluster. A context manager, which disconnects; the cluster runs on.

    What a machine has begun when a run is stopped, it finishes; the result is dropped.

    address: of the scheduler, like "tcp://10.0.0.1:8786"
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._running = threading.Lock()
        self._closed = False
        self._stop: Callable[[], None] = lambda: None  # stops the latest run

    def __enter__(self) -> DaskExecutor:
        try:
            distributed: Any = import_module("distributed")
        except ImportError as error:
            raise SourcebookError(
                "A cluster needs the package distributed, which is not installed.",
                'Install it: pip install "sourcebook[cluster]".',
            ) from error
        try:
            self._client = distributed.Client(self._address, timeout=_CONNECT, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise SourcebookError(
                f"No cluster found at {self._address}: {error}.",
                "Give the address of a Dask scheduler, such as tcp://10.0.0.1:8786.",
            ) from error
        return self

    def __exit__(self, *_: object) -> None:
        self._closed = True
        self._stop()
        with self._running:
            self._client.close()

    def run(self, task: Task, items: Sequence[Any], /) -> Results:
        """Submit all items; the results, as they are finished."""
        if self._closed:
            raise Stopped
        done: SimpleQueue[Any] = SimpleQueue()
        self._stop = partial(done.put, None)
        return run_ahead(self._results(task, items, done), self._stop)

    def _results(
        self, task: Task, items: Sequence[Any], done: SimpleQueue[Any]
    ) -> Iterator[Result]:
        """The results. Raises Stopped when None is put among the futures that are done."""
        waiting = deque(range(len(items)))
        busy: dict[Any, tuple[int, float]] = {}  # by future the item's index, and its deadline
        next_check = time.monotonic() + _CHECK
        with self._running:
            try:
                while busy or waiting:
                    for index in self._next(waiting, busy):
                        future = self._client.submit(_run, task, items[index], pure=False)
                        # It may wait for others, and start again when a machine is lost.
                        patience = 2 * _AHEAD * task.limits(items[index]).elapsed
                        busy[future] = index, time.monotonic() + patience
                        future.add_done_callback(done.put)
                    ended = _done(done, busy)
                    if time.monotonic() >= next_check:
                        next_check = time.monotonic() + _CHECK
                        ended |= _late(busy)
                    for future in ended:
                        index, _ = busy.pop(future)
                        yield index, _result(future)
            finally:
                if busy:  # if there is nothing to cancel, the client may be closed already
                    self._client.cancel(list(busy))

    def _next(self, waiting: deque[int], busy: Collection[Any]) -> list[int]:
        """The items to send now: a few, so that the cluster need not hold all in memory.

        Raises Stopped once the executor's context has been left.
        """
        if self._closed:
            raise Stopped
        room = max(_AHEAD * self._threads() - len(busy), 0)
        return [waiting.popleft() for _ in range(min(room, len(waiting)))]

    def _threads(self) -> int:
        return max(sum(map(int, self._client.nthreads().values())), 1)


def _done(done: SimpleQueue[Any], busy: Collection[Any]) -> set[Any]:
    """A future that is done; none where a while passes without one. Raises Stopped."""
    try:
        future = done.get(timeout=_CHECK)
    except Empty:
        return set()
    if future is None:
        raise Stopped
    return {future} if future in busy else set()


def _late(busy: Mapping[Any, tuple[int, float]]) -> set[Any]:
    """The futures whose deadline has passed."""
    now = time.monotonic()
    return {future for future, (_, deadline) in busy.items() if deadline < now}


def _result(future: Any) -> Any:
    """A future's result, or a Failure; raises the SourcebookError that ends the run."""
    if not future.done():
        future.cancel()
        return Failure("it took too long", "elapsed")
    error = future.exception()
    if isinstance(error, SourcebookError):
        raise error
    return Failure(f"{type(error).__name__}: {error}"[:300]) if error else future.result()


def _run(task: Task, item: Any) -> Any:
    """What a worker of the cluster does; each of its threads prepares a task once."""
    distributed: Any = import_module("distributed")
    state = vars(distributed.get_worker()).setdefault("sourcebook", threading.local())
    if getattr(state, "task", None) != task:
        state.function = prepare(task)
        state.task = task
    return attempt(state.function, item)
