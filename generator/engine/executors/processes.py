"""Worker processes on this machine.

Each worker has one item at a time, so it is known which item a worker had when it died, reached a
limit (`generator.engine.executors.limits`) or took too long. The worker is replaced, and the others
go on. Such an item is tried once more, in a new worker, as other items or other programs may be to
blame; the second result counts. Too much processor time is final at once. Workers start with
the first run, prepare a task once (load a model, say), and stay for the next run if they are told
to. A worker that dies while it prepares the task ends the run: the next one would probably die too,
and no item is to blame.

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
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any

from generator.engine.executors import Failure, Limits, Result, Results, Stopped, Task, prepare
from generator.engine.executors.limits import (
    attempt_within,
    gigabytes,
    mapped,
    needed_too_long,
    settle,
)
from generator.engine.executors.threads import run_ahead
from generator.errors import SourcebookError

_PREPARATION = 300.0  # seconds in which a worker must have started and prepared a task
_AGAIN = ("memory", "elapsed", "death")  # kinds of failures for which an item has a second chance


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What a worker sends when it has prepared a new task, before the result of its item."""


@dataclass(slots=True)
class _Worker:
    """A process, this end of its pipe, and its current item.

    task: the last one that it has prepared
    index: of that item; -1 while the worker is idle
    deadline: by `time.monotonic`, when the item, or the preparation, will have taken too long
    new: whether it has had no item yet
    """

    process: Any
    pipe: Connection
    task: Task | None = None
    index: int = -1
    deadline: float = 0.0
    new: bool = True

    def has_prepared(self, task: Task) -> bool:
        """Whether it has prepared a task equal to this one."""
        return self.task is task or self.task == task


@dataclass(frozen=True, slots=True)
class _Run:
    """A task and its items.

    waiting: indices of the items that no worker has
    again: indices of those that are tried once more
    """

    task: Task
    items: Sequence[Any]
    waiting: deque[int]
    again: set[int] = field(default_factory=set)


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
        self._closed = False
        self._stop: Callable[[], None] = lambda: None  # stops the latest run

    def __enter__(self) -> ProcessExecutor:
        return self

    def __exit__(self, *_: object) -> None:
        self._closed = True
        self._stop()
        with self._running:
            self._stop_all()

    def run(self, task: Task, items: Sequence[Any], /) -> Results:
        """Submit all items; the results, as they are finished."""
        if self._closed:
            raise Stopped
        stop, other_end = multiprocessing.Pipe(duplex=False)
        self._stop = other_end.close
        run = _Run(task, items, deque(range(len(items))))
        return run_ahead(self._results(run, stop), other_end.close)

    def _results(self, run: _Run, stop: Connection) -> Iterator[Result]:
        """The results. Raises Stopped when the other end of `stop` is closed."""
        with self._running, stop:
            try:
                self._assign(run)
                while self._busy():
                    for worker in self._ready(stop):
                        yield from self._result(worker, run)
                    self._assign(run)
            finally:
                # After an early end, busy workers would send results that nobody expects.
                for worker in self._busy():
                    self._discard(worker)
                if not self._stay:
                    self._stop_all()

    def _assign(self, run: _Run) -> None:
        """Give an item to each idle worker; start workers while there are too few.

        Raises Stopped once the executor's context has been left.
        """
        while run.waiting:
            if self._closed:
                raise Stopped
            worker = self._idle(new=run.waiting[0] in run.again)
            if worker is None:
                return
            self._give(worker, run)

    def _idle(self, *, new: bool) -> _Worker | None:
        """A worker without an item, a new one if need be; None where all are busy.

        Those that have died since their last item are discarded.

        new: whether it must have had no item before
        """
        for worker in self._all_idle():
            if not worker.process.is_alive():
                self._discard(worker)
        idle = self._all_idle()
        fitting = next((worker for worker in idle if worker.new or not new), None)
        if fitting is None and len(self._workers) == self._number:
            if not idle:
                return None
            self._discard(idle[0])
        if fitting is None:
            fitting = _start()
            self._workers.append(fitting)
        return fitting

    def _all_idle(self) -> list[_Worker]:
        return [worker for worker in self._workers if worker.index < 0]

    def _give(self, worker: _Worker, run: _Run) -> None:
        """Give the next item to an idle worker; if it dies just now, the item goes on waiting.

        Raises SourcebookError where it died before it had prepared anything.
        """
        item = run.items[run.waiting[0]]
        prepared = worker.has_prepared(run.task)
        try:
            worker.pipe.send((run.task, item))
        except OSError:
            code = self._bury(worker)
            if worker.task is None:
                raise _unprepared(_exit(code)) from None
            return
        worker.index, worker.new = run.waiting.popleft(), False
        limit = run.task.limits(item).elapsed if prepared else _PREPARATION
        worker.deadline = time.monotonic() + limit

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

    def _result(self, worker: _Worker, run: _Run) -> Iterator[Result]:
        """The result of a worker from `_ready`.

        Nothing is returned while the worker has only prepared the task, or when the item waits for
        another worker. Raises the SourcebookError that ends the run.
        """
        index = worker.index
        limits = run.task.limits(run.items[index])
        answer = self._answer(worker, limits, prepared=worker.has_prepared(run.task))
        if isinstance(answer, _Prepared):
            worker.task = run.task
            worker.deadline = time.monotonic() + limits.elapsed
            return
        worker.index = -1
        if isinstance(answer, SourcebookError):
            raise answer
        if isinstance(answer, Failure) and answer.kind in _AGAIN and index not in run.again:
            run.again.add(index)
            run.waiting.appendleft(index)
        else:
            yield index, answer

    def _answer(self, worker: _Worker, limits: Limits, *, prepared: bool) -> Any:
        """What a worker sends, or the Failure that it died, is late, or ran out of memory.

        It is discarded then. Raises SourcebookError where it has not even prepared the task.
        """
        try:
            late = not worker.pipe.poll()
            answer = None if late else worker.pipe.recv()
        except (EOFError, OSError):
            code = self._bury(worker)
            if not prepared:
                raise _unprepared(_exit(code)) from None
            return _death(code, limits)
        if late or (isinstance(answer, Failure) and answer.kind == "memory"):
            self._discard(worker)
        if late and not prepared:
            raise _unprepared("took too long")
        return (
            Failure(f"it took more than {round(limits.elapsed, 1):,g} s", "elapsed")
            if late
            else answer
        )

    def _bury(self, worker: _Worker) -> int | None:
        """Discard a worker that has died; its exit code, as `multiprocessing` gives it."""
        worker.process.join(1)
        code: int | None = worker.process.exitcode
        self._discard(worker)
        return code

    def _discard(self, worker: _Worker) -> None:
        _stop(worker)
        self._workers.remove(worker)

    def _stop_all(self) -> None:
        for worker in self._workers:
            _stop(worker)
        self._workers = []


def _death(code: int | None, limits: Limits) -> Failure:
    """Why a worker that ended with this exit code gave no result."""
    if needed_too_long(code):
        reason = f"it needs more than {round(limits.processor, 1):,g} s of processor time"
        return Failure(reason, "processor")
    # A library that cannot allocate memory usually aborts; a system short of memory kills.
    reason = f"its worker process {_exit(code)} twice; it may need more than {gigabytes(limits)}"
    return Failure(f"{reason} of memory", "death")


def _exit(code: int | None) -> str:
    """How a process ended, in words; `code` as `multiprocessing` gives it."""
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"was killed ({signal.Signals(-code).name})"
    return f"exited with status {code}"


def _unprepared(how: str) -> SourcebookError:
    """The error when a worker ended before it had prepared the task; `how`, in words."""
    return SourcebookError(
        f"A worker process {how} while it was starting, before it could read any source.",
        "There may be too little memory: close other programs, or try --jobs 1.",
    )


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
    settle()
    prepared, function, before = None, None, 0
    with contextlib.suppress(EOFError, OSError):
        while True:
            task, item = pipe.recv()
            if function is None or task != prepared:
                try:
                    prepared, function = task, prepare(task)
                    before = mapped()
                    pipe.send(_Prepared())
                except SourcebookError as error:
                    pipe.send(error)
                    continue
            pipe.send(attempt_within(task.limits(item), before, function, item))
