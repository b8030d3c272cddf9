"""A process of its own for libraries in C that read what comes from anybody.

PDFium and the decoders of pictures may crash, never end, or fill the memory, whatever the file that
they are given says. A `Child` calls functions that use them in a new interpreter, which has none of
the models that a worker has in memory and stays for the next call. What goes wrong there costs that
call alone; the process is replaced. Each call has its limits (`generator.engine.executors.limits`):
of memory on Linux, of processor time wherever there are interval timers. How long it may take by
the clock is for whoever runs the caller to say.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import IO, Any, TypeVar, cast

from generator.engine.executors import Failure, Limits
from generator.engine.executors.fork import sendable
from generator.engine.executors.limits import (
    attempt_within,
    gigabytes,
    mapped,
    needed_too_long,
    settle,
)
from generator.errors import GivenUp, SourcebookError

T = TypeVar("T")

_PROCESSOR = 20.0  # seconds; `generator.more_time` adds one for a page
_MEMORY = 1_500_000_000  # bytes,
_TIMES = 4  # and as many more for each byte of the file, which is in memory as often
_LAST = 1.0  # seconds in which a process that has closed its pipe should have ended
_LENGTH = 8  # bytes that say how long a message is
_START = "import sys; sys.path[:] = sys.argv[1:]; from generator.engine.child import work; work()"
# How a process ends that a library has abandoned for want of memory, or the system has.
_SHORT_OF_MEMORY = ("SIGABRT", "SIGTRAP", "SIGILL", "SIGKILL")


@dataclass(frozen=True, slots=True)
class _Raised:
    """What a function raised."""

    error: Exception


class Child:
    """Calls functions in a process that starts with the first call and ends with this object.

    processor, memory: what each call may use, see above
    """

    def __init__(self, processor: float = _PROCESSOR, memory: int = _MEMORY) -> None:
        self._processor, self._memory = processor, memory
        self._process: subprocess.Popen[bytes] | None = None
        self._stop: Callable[[], object] = lambda: None

    def call(self, function: Callable[..., T], *arguments: Any, size: int = 0) -> T:
        """What the function returns; it must be found by its name. Raises what it raises.

        size: of the file, in bytes

        Raises GivenUp if it needs too much, or if the process dies.
        """
        limits = Limits(self._processor, self._memory + _TIMES * size, 0)
        used = self._process is not None
        answer = self._answer(limits, function, arguments)
        if used and isinstance(answer, Failure) and answer.kind in ("memory", "death"):
            # What earlier calls left there may be to blame.
            answer = self._answer(limits, function, arguments)
        if isinstance(answer, Failure):
            raise GivenUp(answer.reason)
        if isinstance(answer, _Raised):
            raise answer.error
        return cast(T, answer)

    def _answer(self, limits: Limits, function: Callable[..., Any], arguments: Any) -> Any:
        """What the function returns, _Raised, or the Failure with which the process ended."""
        process = self._process = self._process or self._started()
        try:
            _send(process.stdin, (limits, function, arguments))
            answer = pickle.loads(_received(process.stdout))
        except (EOFError, OSError):
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_LAST)
            self._stop()
            self._process = None
            return _death(process.returncode, limits)
        if isinstance(answer, Failure):
            self._stop()
            self._process = None
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        apart: dict[str, Any] = {"process_group": 0} if sys.platform != "win32" else {}
        process = subprocess.Popen(
            [sys.executable, "-c", _START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            **apart,
        )
        self._stop = weakref.finalize(self, _stop, process)
        try:
            _received(process.stdout)
        except (EOFError, OSError):
            self._stop()
            raise SourcebookError(
                "The process that reads PDF files and pictures did not start.",
                "There may be too little memory: close other programs, or try --jobs 1.",
            ) from None
        return process


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the process, and any program that it has started."""
    with contextlib.suppress(OSError):
        if sys.platform != "win32":
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            pipe.close()  # type: ignore[union-attr]


def _death(code: int, limits: Limits) -> Failure:
    """Why a process that ended with this exit code gave no answer."""
    if needed_too_long(code):
        reason = f"it needs more than {limits.processor:g} s of processor time and 1 s for a page"
        return Failure(reason, "processor")
    how = f"exit status {code}"
    if code < 0:
        with contextlib.suppress(ValueError):
            how = signal.Signals(-code).name
    reason = f"the library that reads it crashed ({how})"
    if how in _SHORT_OF_MEMORY:
        reason += f"; it probably needs more than {gigabytes(limits)} of memory"
    return Failure(reason, "death")


def work() -> None:
    """What the process does until its parent has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    settle()
    # What a library prints must not come among the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_take, args=(requests,), daemon=True).start()
    _send(answers, "ready")
    before = 0
    while True:
        try:
            limits, function, arguments = pickle.loads(requests.get())
        except Exception as error:  # a library cannot be imported here
            _send(answers, _Raised(sendable(error)))
            continue
        before = before or mapped()  # with the libraries that the function needs
        _send(answers, attempt_within(limits, before, partial(_outcome, function), arguments))


def _take(requests: SimpleQueue[bytes]) -> None:
    """Take requests; when the parent has gone, end the process and what it has started.

    A thread can do so while a library in C goes on for ever.
    """
    while True:
        try:
            requests.put(_received(sys.stdin.buffer))
        except (EOFError, OSError):
            if sys.platform != "win32":
                os.killpg(os.getpgrp(), signal.SIGKILL)
            os._exit(1)


def _outcome(function: Callable[..., Any], arguments: Any) -> Any:
    try:
        return function(*arguments)
    except MemoryError:
        raise
    except Exception as error:
        return _Raised(sendable(error))


def _send(pipe: IO[bytes] | None, message: Any) -> None:
    assert pipe
    packed = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(packed).to_bytes(_LENGTH, "little"))
    pipe.write(packed)
    pipe.flush()


def _received(pipe: IO[bytes] | None) -> bytes:
    """The next message. Raises EOFError where there is none."""
    assert pipe
    length = int.from_bytes(pipe.read(_LENGTH), "little")
    packed = pipe.read(length)
    if not length or len(packed) < length:
        raise EOFError
    return packed
