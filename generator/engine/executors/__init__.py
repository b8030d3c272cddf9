"""Executors: ways to run one task on many items, in this process or in others.

All of them keep one contract (`Executor`), which tests/test_executors.py holds them to:

- `run` submits all items and returns at once. Work begins then, and goes on whether or not anybody
  asks for results. (The serial executor has nobody to do the work; see there.)
- Results come as pairs of an item's index and its result, in the order in which they are finished.
- An item that fails has a `Failure` as its result, and costs no other item anything.
- An item that needs more than its `Limits` fails, where they can be enforced: in worker processes.
- What `Task.prepare` raises is raised in place of a result, as a SourcebookError, and ends the run.
- Closing the results before their end stops the run: no further item is begun. So does leaving
  the executor's context; whoever still waits for results, or asks for another run, gets a
  SourcebookError.

`generator.engine.executors.fork` is simpler and apart: it runs closures in copies of this process.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from generator.errors import GivenUp, SourcebookError

Result = tuple[int, Any]  # the index of an item, and its result or a Failure
Results = Generator[Result, None, None]


@dataclass(frozen=True, slots=True)
class Limits:
    """What an item may use.

    processor: seconds of processor time
    memory: bytes, beyond what the worker has when it has prepared the task
    elapsed: seconds by the clock: for items that wait for something. Far more than `processor`, as
        a busy machine must not decide which items fail
    """

    processor: float
    memory: int
    elapsed: float


class Task(Protocol):
    """What is done with each item.

    It is sent to other processes, so it, the items and the results must be picklable. Each worker
    prepares equal tasks once.
    """

    def prepare(self) -> Callable[[Any], Any]:
        """The function to apply to each item. May raise SourcebookError."""

    def limits(self, item: Any, /) -> Limits:
        """What an item may use, where that can be enforced."""


class Executor(Protocol):
    """Runs tasks; the contract is above."""

    def run(self, task: Task, items: Sequence[Any], /) -> Results:
        """Submit all items; the results, as they are finished."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an item has no result.

    reason: in words for the user
    kind: "error" where the task raised it; "processor", "memory" and "elapsed" where the item
        needed more of it than its limits allow; "death" where its worker died; "child" where any
        of this happened in a process that the worker had for it (`generator.engine.child`)
    """

    reason: str
    kind: Literal["error", "processor", "memory", "elapsed", "death", "child"] = "error"


class Stopped(SourcebookError):
    """The run was stopped before its end."""

    def __init__(self) -> None:
        super().__init__("The work was stopped.")


class SerialExecutor:
    """Runs everything in this process, an item at a time.

    It cannot work beside its caller: an item is processed when its result is asked for, and
    results come in the order of the items. A crash or an endless loop is not contained.
    """

    def run(self, task: Task, items: Sequence[Any], /) -> Results:
        """The results, each computed when it is asked for."""
        if not items:
            return
        function = prepare(task)
        for index, item in enumerate(items):
            yield index, attempt(function, item)


def prepare(task: Task) -> Callable[[Any], Any]:
    """The task's function. Raises SourcebookError, whatever `task.prepare` raises."""
    try:
        return task.prepare()
    except SourcebookError:
        raise
    except Exception as error:
        message = f"The work could not be prepared ({type(error).__name__}: {error})."
        raise SourcebookError(message[:300]) from error


def attempt(function: Callable[[Any], Any], item: Any) -> Any:
    """The function's result, or a Failure for whatever it raises."""
    try:
        return function(item)
    except GivenUp as why:
        return Failure(str(why), "child")
    except MemoryError:
        pass  # what filled the memory is released first: even a Failure needs some
    except Exception as error:  # no item may stop the others
        return Failure(f"{type(error).__name__}: {error}"[:300])
    return Failure("there is too little memory for it", "memory")
