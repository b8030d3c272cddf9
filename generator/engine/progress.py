"""How far the build has come, how fast it goes, and what each stage has cost.

On a terminal a long stage has a bar, with its rate and the time that remains; elsewhere a line
every few seconds, and one when it ends.
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
_REDRAW = 0.1  # seconds between two states of a bar


@dataclass(frozen=True, slots=True)
class Cost:
    """What a stage has cost: seconds, and the most memory by its end, in MiB (0: not known).

    within: whether the seconds are a part of another stage's, or were spent beside it
    """

    stage: str
    seconds: float
    memory: float
    within: bool = False


class Progress:
    """Shows the stages of one build and measures them.

    console: where to
    quiet: measure only
    """

    def __init__(self, console: Console, *, quiet: bool = False) -> None:
        self._console = console
        self._quiet = quiet
        self._costs: list[Cost] = []

    @property
    def costs(self) -> tuple[Cost, ...]:
        """Each stage so far and what it cost."""
        return tuple(self._costs)

    @contextmanager
    def stage(self, name: str) -> Iterator[Callable[..., Iterable[T]]]:
        """Measure a stage; what it yields lets an iterable report how far it is.

        That takes the iterable, and how many there are if the iterable does not know.
        """
        start = time.perf_counter()
        if self._quiet:
            yield lambda items, total=None: items
        elif self._console.is_terminal:
            # Drawn by hand: a thread of its own would be in the way of processes that fork.
            with self._bars() as bars:
                yield lambda items, total=None: _drawn(items, _total(items, total), name, bars)
        else:
            yield lambda items, total=None: self._told(items, _total(items, total), name)
        spent = time.perf_counter() - start
        self.note(name, spent)
        if not self._quiet and not self._console.is_terminal:
            self._console.print(f"{name}: {spent:.2f} s", highlight=False)

    def note(self, stage: str, seconds: float, *, within: bool = False) -> None:
        """Add to the costs."""
        self._costs.append(Cost(stage, seconds, peak_memory(), within))

    def _told(self, items: Iterable[T], total: int | None, name: str) -> Iterator[T]:
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
    """The rate and the time that remains."""

    def render(self, task: Task) -> Text:
        """What stands in the column now."""
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
    """The most memory this process has had, in MiB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
