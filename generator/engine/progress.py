"""Progress of a build: how far each stage has come, its rate, and what it cost.

On a terminal a long stage has a bar with its rate and the time left; elsewhere, a line is printed
every few seconds and at the end.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn
from rich.progress import Progress as Bars
from rich.text import Text

T = TypeVar("T")
_EVERY = 10.0  # seconds between two lines
_REDRAW = 0.1  # seconds between two updates of a bar


@dataclass(frozen=True, slots=True)
class Cost:
    """What a stage cost.

    seconds: elapsed; with `within`, in all workers together
    memory: the peak of this process by the end of the stage, in MiB; 0 where it is unknown
    within: whether the seconds are part of another stage, or were spent beside it
    """

    stage: str
    seconds: float
    memory: float
    within: bool = False


class Progress:
    """Shows the stages of one build and measures them.

    console: where they are shown
    quiet: whether to measure only
    """

    def __init__(self, console: Console, *, quiet: bool = False) -> None:
        self._console = console
        self._quiet = quiet
        self._costs: list[Cost] = []

    @property
    def costs(self) -> tuple[Cost, ...]:
        """What each stage so far has cost."""
        return tuple(self._costs)

    @contextmanager
    def stage(self, name: str) -> Iterator[Callable[..., Iterable[T]]]:
        """Measure a stage.

        Yields a function that takes an iterable, and its length where it has no `len`, and yields
        its items while it shows how many have been taken.
        """
        start = time.perf_counter()
        if self._quiet:
            yield lambda items, total=None: items
        elif self._console.is_terminal:
            # Updated by hand: with a thread for it, this process could not be copied.
            with self._bars() as bars:
                yield lambda items, total=None: _drawn(items, _total(items, total), name, bars)
        else:
            yield lambda items, total=None: self._printed(items, _total(items, total), name)
        spent = time.perf_counter() - start
        self.note(name, spent)
        if not self._quiet and not self._console.is_terminal:
            self._console.print(f"{name}: {spent:.2f} s", highlight=False)

    def note(self, stage: str, seconds: float, *, within: bool = False) -> None:
        """Add to the costs what was measured elsewhere."""
        self._costs.append(Cost(stage, seconds, peak_memory(), within))

    def _printed(self, items: Iterable[T], total: int | None, name: str) -> Iterator[T]:
        start = last = time.perf_counter()
        for number, item in enumerate(items, 1):
            yield item
            now = time.perf_counter()
            if now - last >= _EVERY:
                last = now
                of = f" of {total:,}" if total else ""
                line = f"{name}: {number:,}{of}, {_pace(number, total, now - start)}"
                self._console.print(line, highlight=False)

    def _bars(self) -> Bars:
        return Bars(
            TextColumn("{task.description:>10}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Pace(),
            console=self._console,
            transient=True,
            auto_refresh=False,
        )


class _Pace(ProgressColumn):
    """The rate and the time left."""

    def render(self, task: Task) -> Text:
        """The text of the column."""
        total = int(task.total) if task.total else None
        return Text(_pace(int(task.completed), total, task.elapsed or 0.0))


def _pace(done: int, total: int | None, seconds: float) -> str:
    """ "31 a second, 4 min left"."""
    if not done or seconds <= 0:
        return ""
    rate = done / seconds
    words = f"{rate:,.0f} a second" if rate >= 10 else f"{rate:.1f} a second"
    if not total or done >= total:
        return words
    left = (total - done) / rate
    return f"{words}, {f'{left / 60:.0f} min' if left > 90 else f'{left:.0f} s'} left"


def _total(items: Iterable[object], total: int | None) -> int | None:
    return len(items) if total is None and isinstance(items, Sized) else total


def _drawn(items: Iterable[T], total: int | None, name: str, bars: Bars) -> Iterator[T]:
    task = bars.add_task(name, total=total)
    last = 0.0
    for number, item in enumerate(items, 1):
        yield item
        now = time.perf_counter()
        if now - last >= _REDRAW:
            last = now
            bars.update(task, completed=number, refresh=True)


def peak_memory() -> float:
    """The peak memory of this process so far, in MiB; 0 where the system does not report it."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
