"""How far the build has come: a bar on a terminal, a line a stage elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

T = TypeVar("T")


class Progress:
    """Shows the stages of one build and measures them.

    console: where to; on a terminal, long stages get a bar that goes away when they end
    quiet: measure only
    """

    def __init__(self, console: Console, *, quiet: bool = False) -> None:
        self._console = console
        self._quiet = quiet
        self._seconds: dict[str, float] = {}

    @property
    def seconds(self) -> tuple[tuple[str, float], ...]:
        """Each stage so far and how long it took."""
        return tuple(self._seconds.items())

    @contextmanager
    def stage(self, name: str) -> Iterator[Callable[[Iterable[T]], Iterable[T]]]:
        """Measure a stage; what it yields lets an iterable report how far it is."""
        start = time.perf_counter()
        before = self._seconds.keys() | set()
        if self._quiet or not self._console.is_terminal:
            yield lambda items: items
        else:
            with self._bars() as bars:
                task = bars.add_task(name, total=None)
                yield lambda items: _counted(items, bars, task)
        spent = time.perf_counter() - start
        for other in self._seconds.keys() - before:
            spent -= self._seconds[other]
        self._seconds[name] = spent
        if not self._quiet and not self._console.is_terminal:
            self._console.print(f"{name}: {spent:.2f} s", highlight=False)

    def measured(self, name: str, items: Iterable[T]) -> Iterator[T]:
        """The items, the time spent on making them counted as a stage of its own.

        It is taken off the stage that uses them.
        """
        self._seconds[name] = 0.0
        source = iter(items)
        while True:
            start = time.perf_counter()
            try:
                item = next(source)
            except StopIteration:
                return
            finally:
                self._seconds[name] += time.perf_counter() - start
            yield item

    def _bars(self) -> Bars:
        return Bars(
            TextColumn("{task.description:>16}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
        )


def _counted(items: Iterable[T], bars: Bars, task: int) -> Iterator[T]:
    if isinstance(items, Sized):
        bars.update(task, total=len(items))  # type: ignore[arg-type]
    for item in items:
        yield item
        bars.advance(task)  # type: ignore[arg-type]
