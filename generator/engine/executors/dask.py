"""Cluster: the same work on many machines, by an engine that is made for it.

Dask's `distributed` spreads the sources, and gives what a machine had that went away to another
one (docs: distributed.dask.org). Each machine needs this version of Sourcebook; one with another
is refused, as its results could differ.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from queue import Empty, Queue
from typing import Any

from generator.engine.executors.processes import Answer, Failure, Work, attempt
from generator.errors import SourcebookError

_AHEAD = 3  # sources for each thread of the cluster that are under way or wait there
_PATIENCE = 10.0  # seconds to find the scheduler
_LOOK = 1.0  # seconds between two looks for what takes too long


class Cluster:
    """A running cluster. A context manager, which leaves it; the cluster goes on."""

    def __init__(self, address: str) -> None:
        self._address = address

    def __enter__(self) -> Cluster:
        try:
            distributed: Any = import_module("distributed")
        except ImportError as error:
            raise SourcebookError(
                "A cluster needs the package distributed, which is not installed.",
                'Install it: pip install "sourcebook[cluster]".',
            ) from error
        try:
            self._client = distributed.Client(
                self._address, timeout=_PATIENCE, set_as_default=False
            )
        except (OSError, TimeoutError, ValueError) as error:
            raise SourcebookError(
                f"There is no cluster at {self._address}: {error}.",
                "Give the address of a Dask scheduler, like tcp://10.0.0.1:8786.",
            ) from error
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def run(self, work: Work, items: Sequence[Any]) -> Iterator[Answer]:
        """The answers, as they come. Raises what `work.prepare` raises."""
        waiting = deque(range(len(items)))
        busy: dict[Any, tuple[int, float]] = {}
        ended: Queue[Any] = Queue()
        try:
            while busy or waiting:
                while waiting and len(busy) < _AHEAD * self._threads():
                    place = waiting.popleft()
                    future = self._client.submit(_one, work, items[place], pure=False)
                    # It may wait for others, and begin again where a machine goes away.
                    patience = 2 * _AHEAD * work.seconds(items[place])
                    busy[future] = place, time.monotonic() + patience
                    future.add_done_callback(ended.put)
                for future in _ended(ended, busy):
                    place, _ = busy.pop(future)
                    yield place, _answer(future)
        finally:
            self._client.cancel(list(busy))

    def _threads(self) -> int:
        return max(sum(map(int, self._client.nthreads().values())), 1)


def _ended(ended: Queue[Any], busy: Mapping[Any, tuple[int, float]]) -> list[Any]:
    """What has ended, well or badly, or is too late."""
    try:
        future = ended.get(timeout=_LOOK)
    except Empty:
        now = time.monotonic()
        return [future for future, (_, deadline) in busy.items() if deadline < now]
    return [future] if future in busy else []


def _answer(future: Any) -> Any:
    """A future's answer, or a Failure; raises the SourcebookError that stops all."""
    if not future.done():
        future.cancel()
        return Failure("it took too long")
    error = future.exception()
    if isinstance(error, SourcebookError):
        raise error
    return Failure(f"{type(error).__name__}: {error}"[:300]) if error else future.result()


def _one(work: Work, item: Any) -> Any:
    """What a worker does; each of its threads prepares the work once."""
    distributed: Any = import_module("distributed")
    state = vars(distributed.get_worker()).setdefault("sourcebook", threading.local())
    if getattr(state, "work", None) != work:
        state.function = work.prepare()
        state.work = work
    return attempt(state.function, item)
