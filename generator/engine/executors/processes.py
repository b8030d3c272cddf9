"""Worker processes on this machine.

Each worker has one item at a time, so it is known which item a worker had when it died or took too
long; that item fails, the worker is replaced, and the others go on. Workers start with the first
run, prepare a task once (load a model, say), and stay for the next run if they are told to.

Ctrl-C reaches this process only, which then stops the workers. If this process is killed, they
find their pipes closed and exit.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any

from generator.engine.executors import Failure, Result, Results, Stopped, Task, attempt, prepare
from generator.engine.executors.threads import run_ahead
from generator.errors import SourcebookError


@dataclass(slots=True)
class _Worker:
    """A process, this end of its pipe, and its current item.

    index: of that item; -1 while the worker is idle
    deadline: by `time.monotonic`, when the item will have taken too long
    """

    process: Any
    pipe: Connection
    index: int = -1
    deadline: float = 0.0


class ProcessExecutor:
    """Runs tasks in worker processes. A context manager, which stops them; one run at a time.

    number: of workers
    stay: whether they wait for the next run, each with its model in memory
    """

    def __init__(self, number: int, *, stay: bool = True) -> None:
        self._number = max(number, 1)
        self._stay = stay
        self._workers: list[_Worker] = []
        self._running = threading.Lock()
        self._stop: Callable[[], None] = lambda: None  # stops the latest run

    def __enter__(self) -> ProcessExecutor:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()
        with self._running:
            self._stop_all()

    def run(self, task: Task, items: Sequence[Any], /) -> Results:
        """Submit all items; the results, as they are finished."""
        stop, other_end = multiprocessing.Pipe(duplex=False)
        self._stop = other_end.close
        return run_ahead(self._results(task, items, stop), other_end.close)

    def _results(self, task: Task, items: Sequence[Any], stop: Connection) -> Iterator[Result]:
        """The results. Raises Stopped when the other end of `stop` is closed."""
        waiting = deque(range(len(items)))
        with self._running, stop:
            try:
                self._assign(task, items, waiting)
                while self._busy():
                    for worker in self._ready(stop):
                        index, result = worker.index, self._result(worker)
                        if isinstance(result, SourcebookError):
                            raise result
                        self._assign(task, items, waiting)
                        yield index, result
            finally:
                # After an early end, busy workers would send results that nobody expects.
                for worker in self._busy():
                    self._discard(worker)
                if not self._stay:
                    self._stop_all()

    def _assign(self, task: Task, items: Sequence[Any], waiting: deque[int]) -> None:
        """Give an item to each idle worker; start workers while there are too few."""
        while waiting:
            idle = next((w for w in self._workers if w.index < 0), None)
            if idle is None:
                if len(self._workers) == self._number:
                    return
                idle = _start()
                self._workers.append(idle)
            idle.index = waiting.popleft()
            item = items[idle.index]
            idle.deadline = time.monotonic() + task.seconds(item)
            # If the worker has died meanwhile, that shows when its result is taken.
            with contextlib.suppress(OSError):
                idle.pipe.send((task, item))

    def _busy(self) -> list[_Worker]:
        return [worker for worker in self._workers if worker.index >= 0]

    def _ready(self, stop: Connection) -> list[_Worker]:
        """Workers that have a result, have died or are late; waits for one.

        Raises Stopped when the other end of `stop` is closed.
        """
        busy = self._busy()
        left = min(worker.deadline for worker in busy) - time.monotonic()
        ready = wait([*(worker.pipe for worker in busy), stop], max(left, 0.0))
        if stop in ready:
            raise Stopped
        now = time.monotonic()
        return [w for w in busy if w.pipe in ready or w.deadline <= now]

    def _result(self, worker: _Worker) -> Any:
        """A worker's result; a worker without one is discarded, and the Failure says why."""
        try:
            if worker.pipe.poll():
                result = worker.pipe.recv()
                worker.index = -1
                return result
            reason = "it took too long"
        except (EOFError, OSError):
            worker.process.join(1)
            reason = f"the worker process {_exit(worker.process.exitcode)}"
        self._discard(worker)
        return Failure(reason)

    def _discard(self, worker: _Worker) -> None:
        _stop(worker)
        self._workers.remove(worker)

    def _stop_all(self) -> None:
        for worker in self._workers:
            _stop(worker)
        self._workers = []


def _exit(code: int | None) -> str:
    """How a process ended, in words; `code` as `multiprocessing` gives it."""
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"was killed ({signal.Signals(-code).name})"
    return f"exited with status {code}"


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
    """Processes started here do not receive Ctrl-C: they inherit that the signal is blocked."""
    if sys.platform == "win32":  # the worker itself sees to it
        yield
        return
    resource_tracker.ensure_running()  # its start would unblock the signal
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _stop(worker: _Worker) -> None:
    worker.pipe.close()
    if worker.index >= 0:
        worker.process.kill()  # it is busy, and may ignore anything milder
    worker.process.join(1)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()


def _work(pipe: Connection) -> None:
    """What a worker does until its pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    prepared, function = None, None
    with contextlib.suppress(EOFError, OSError):
        while True:
            task, item = pipe.recv()
            if function is None or task != prepared:
                try:
                    prepared, function = task, prepare(task)
                except SourcebookError as error:
                    pipe.send(error)
                    continue
            pipe.send(attempt(function, item))
