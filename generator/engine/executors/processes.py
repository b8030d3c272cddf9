"""Workers: one function applied to many items, in processes of their own.

Each worker has one item at a time, so that it is known which item a worker was busy with when it
died or took too long; that item is given up with a reason, the worker is replaced, and all others
go on. Workers start when they are first needed, and stay for the next run if there is to be one.
What they prepare (a model, say) they prepare once.

Ctrl-C reaches this process alone: it stops the workers. When this process is killed they find
their pipes closed, and end.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol

from generator.errors import SourcebookError


class Work(Protocol):
    """What workers do. It travels to them, so it and its answers can be pickled; equal ones are
    prepared once.
    """

    def prepare(self) -> Callable[[Any], Any]:
        """The function to be applied; made once in each worker. May raise SourcebookError."""

    def seconds(self, item: Any, /) -> float:
        """How long an item may take."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an item has no answer, in words for the user."""

    reason: str


Answer = tuple[int, Any]  # the item's place, and its answer or a Failure


class Here:
    """No workers: everything is done in this process, which nothing protects."""

    def run(self, work: Work, items: Sequence[Any]) -> Iterator[Answer]:
        """The answers, in the order of the items. Raises what `work.prepare` raises."""
        function = work.prepare() if items else None
        for place, item in enumerate(items):
            assert function
            yield place, attempt(function, item)


@dataclass(slots=True)
class _Worker:
    """A process, this end of its pipe, and the item it is busy with (-1: none)."""

    process: Any
    pipe: Connection
    place: int = -1
    deadline: float = 0.0


class Workers:
    """A number of worker processes. A context manager, which stops them.

    stay: whether they wait for the next run; each has a model in memory
    """

    def __init__(self, number: int, *, stay: bool = True) -> None:
        self._number = max(number, 1)
        self._stay = stay
        self._workers: list[_Worker] = []

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop_all()

    def _stop_all(self) -> None:
        for worker in self._workers:
            _stop(worker)
        self._workers = []

    def run(self, work: Work, items: Sequence[Any]) -> Iterator[Answer]:
        """The answers, as they come; the first items are under way when this returns.

        Raises what `work.prepare` raises.
        """
        answers = self._answers(work, items)
        next(answers)
        return answers  # type: ignore[return-value]  # only its first value is None

    def _answers(self, work: Work, items: Sequence[Any]) -> Generator[Answer | None]:
        waiting = deque(range(len(items)))
        self._give(work, items, waiting)
        yield None
        try:
            while any(worker.place >= 0 for worker in self._workers):
                for worker in self._ready():
                    place, answer = worker.place, self._answer(worker)
                    if isinstance(answer, SourcebookError):
                        raise answer
                    self._give(work, items, waiting)
                    yield place, answer
        finally:
            # Whoever stops listening leaves workers with answers that nobody asked for.
            for worker in [w for w in self._workers if w.place >= 0]:
                self._discard(worker)
            if not self._stay:
                self._stop_all()

    def _give(self, work: Work, items: Sequence[Any], waiting: deque[int]) -> None:
        """Give an item to each idle worker; start workers while there are too few."""
        while waiting:
            idle = next((w for w in self._workers if w.place < 0), None)
            if idle is None:
                if len(self._workers) == self._number:
                    return
                idle = _start()
                self._workers.append(idle)
            idle.place = waiting.popleft()
            item = items[idle.place]
            idle.deadline = time.monotonic() + work.seconds(item)
            # A worker that has died meanwhile is found out when its answer is taken.
            with contextlib.suppress(OSError):
                idle.pipe.send((work, item))

    def _ready(self) -> list[_Worker]:
        """Workers that have answered, have died or are too late."""
        busy = [worker for worker in self._workers if worker.place >= 0]
        left = min(worker.deadline for worker in busy) - time.monotonic()
        answered = wait([worker.pipe for worker in busy], max(left, 0.0))
        now = time.monotonic()
        return [w for w in busy if w.pipe in answered or w.deadline <= now]

    def _answer(self, worker: _Worker) -> Any:
        """A worker's answer; without one it is stopped, and a Failure says why."""
        try:
            if worker.pipe.poll():
                answer = worker.pipe.recv()
                worker.place = -1
                return answer
            reason = "it took too long"
        except (EOFError, OSError):
            worker.process.join(1)
            reason = f"the process that did it ended ({_ending(worker.process.exitcode)})"
        self._discard(worker)
        return Failure(reason)

    def _discard(self, worker: _Worker) -> None:
        _stop(worker)
        self._workers.remove(worker)


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"status {code}"


def _start() -> _Worker:
    # A new interpreter rather than a copy of this one, whose other threads may hold locks.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_work, args=(there,), daemon=True)
    with _without_interrupts():
        process.start()
    there.close()
    return _Worker(process, here)


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Processes started here do not hear Ctrl-C; that it is ignored is inherited."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not in the main thread; the worker then sees to it itself
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _stop(worker: _Worker) -> None:
    worker.pipe.close()
    if worker.place >= 0:
        worker.process.kill()  # it is busy, and may not listen to anything milder
    worker.process.join(1)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()


def _work(pipe: Connection) -> None:
    """What a worker does until its pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    known, function = None, None
    with contextlib.suppress(EOFError, OSError):
        while True:
            work, item = pipe.recv()
            if function is None or work != known:
                try:
                    known, function = work, work.prepare()
                except SourcebookError as error:
                    pipe.send(error)
                    continue
            pipe.send(attempt(function, item))


def attempt(function: Callable[[Any], Any], item: Any) -> Any:
    """The function's answer, or a Failure for whatever it raises."""
    try:
        return function(item)
    except Exception as error:  # no item may stop the others
        return Failure(f"{type(error).__name__}: {error}"[:300])
