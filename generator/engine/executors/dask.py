"""The machines of a Dask cluster.

Dask's `distributed` sends the items to the cluster's workers, and what a lost machine had to
another one (docs: distributed.dask.org). Each machine needs this version of Sourcebook; the
extraction task refuses another, whose results could differ.

One worker prepares the task before any item is sent, and again when an item's workers have died:
where that fails, no item is to blame, and the run ends. Items share a worker's process, so the
system cannot limit each of them; Dask limits the memory of a worker.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from importlib import import_module
from queue import Empty, SimpleQueue
from typing import Any

from generator.engine.executors import Failure, Result, Results, Stopped, Task, attempt, prepare
from generator.engine.executors.threads import run_ahead
from generator.errors import SourcebookError

_AHEAD = 3  # items that each thread of the cluster has, in work or waiting
_CONNECT = 10.0  # seconds to find the scheduler
_CHECK = 1.0  # seconds between two checks for items that take too long
_PREPARATION = 300.0  # seconds in which a worker must have prepared a task
_GATHERING = 10.0  # seconds in which a result must have come from its worker
_LOST = object()
_WORKERLESS = 180.0  # seconds without any worker (they start again) that end a run


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
        self._manned = 0.0  # by `time.monotonic`, when the cluster had workers last

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
        stopped = threading.Event()

        def stop() -> None:
            stopped.set()
            done.put(None)

        self._stop = stop
        return run_ahead(self._results(task, items, done, stopped), stop)

    def _results(
        self, task: Task, items: Sequence[Any], done: SimpleQueue[Any], stopped: threading.Event
    ) -> Iterator[Result]:
        """The results. Raises Stopped when None is put among the futures that are done."""
        waiting = deque(range(len(items)))
        busy: dict[Any, tuple[int, float]] = {}  # by future the item's index, and its deadline
        next_check = time.monotonic() + _CHECK
        with self._running:
            try:
                if items:
                    self._prepare(task, stopped)
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
                        for future in _late(busy):
                            index, _ = busy.pop(future)
                            future.cancel()
                            yield index, Failure("it took too long", "elapsed")
                    for future in ended & busy.keys():
                        result = _result(future)
                        if result is _LOST:
                            future.add_done_callback(done.put)
                            continue
                        index, _ = busy.pop(future)
                        if isinstance(result, Failure) and result.kind == "death":
                            self._prepare(task, stopped)
                        yield index, result
            finally:
                if busy:  # if there is nothing to cancel, the client may be closed already
                    self._client.cancel(list(busy))

    def _prepare(self, task: Task, stopped: threading.Event) -> None:
        """Let a worker prepare the task. Raises SourcebookError where that fails."""
        self._manned = time.monotonic()
        end = self._manned + _PREPARATION
        future = self._client.submit(_ready, task, pure=False)
        try:
            while not future.done():
                self._threads()
                if stopped.wait(0.05):
                    raise Stopped
                if time.monotonic() > end:
                    raise _unprepared("They took too long")
            error = future.exception()
        finally:
            future.cancel()
        if error is not None:
            raise error if isinstance(error, SourcebookError) else _unprepared(_words(error))

    def _next(self, waiting: deque[int], busy: Collection[Any]) -> list[int]:
        """The items to send now: a few, so that the cluster need not hold all in memory.

        Raises Stopped once the executor's context has been left.
        """
        if self._closed:
            raise Stopped
        room = max(_AHEAD * self._threads() - len(busy), 0)
        return [waiting.popleft() for _ in range(min(room, len(waiting)))]

    def _threads(self) -> int:
        """The threads of the cluster. Raises SourcebookError where it has had none for a while."""
        number = sum(map(int, self._client.nthreads().values()))
        now = time.monotonic()
        if number:
            self._manned = now
        elif now - self._manned > _WORKERLESS:
            raise SourcebookError(
                f"The cluster at {self._address} has no workers.",
                "Start some: dask worker ADDRESS --nworkers auto.",
            )
        return max(number, 1)


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
    """A future's result, or a Failure; raises the SourcebookError that ends the run.

    _LOST where the worker that had it has died since: the cluster does the work again.
    """
    try:
        return future.result(timeout=_GATHERING)
    except SourcebookError:
        raise
    except TimeoutError:
        return _LOST
    except Exception as error:
        if type(error).__name__ == "KilledWorker":
            return Failure("the workers that had it died", "death")
        return Failure(_words(error))


def _words(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:300]


def _unprepared(how: str) -> SourcebookError:
    """The error when no worker can prepare the task; `how`, in words."""
    return SourcebookError(
        f"The cluster's workers could not start the work. {how}.",
        "Their machines may have too little memory, or lack Sourcebook.",
    )


def _function(task: Task) -> Callable[[Any], Any]:
    """The task's function; each thread of a worker prepares a task once."""
    distributed: Any = import_module("distributed")
    state = vars(distributed.get_worker()).setdefault("sourcebook", threading.local())
    if getattr(state, "task", None) != task:
        state.function = prepare(task)
        state.task = task
    function: Callable[[Any], Any] = state.function
    return function


def _ready(task: Task) -> None:
    """What a worker of the cluster does first."""
    _function(task)


def _run(task: Task, item: Any) -> Any:
    """What a worker of the cluster does."""
    return attempt(_function(task), item)
