"""The command `sourcebook check --leaks`: does the built site have words that editors withhold?

Every byte of the site is searched, and of the cache that builds share.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from generator.config import Config
from generator.engine.build import without_withheld
from generator.engine.executors import Executor
from generator.engine.leaks import LeakSearch
from generator.engine.progress import Progress
from generator.engine.report import show_problems
from generator.errors import OutputError, Problem
from generator.load import load


@dataclass(frozen=True, slots=True)
class Leaks:
    """What the search found.

    problems: one for each file and line of the editors, the site's first
    lines: how many lines of the editors withhold something
    files, size: how many files were searched, and their bytes
    """

    problems: tuple[Problem, ...]
    lines: int
    files: int
    size: int


def find_leaks(config: Config, progress: Progress, executor: Executor, jobs: int = 1) -> Leaks:
    """Search the site and the cache. Raises OutputError where there is no site.

    executor: reads the sources that are not in the cache, to learn the spellings of names
    jobs: processes that search
    """
    if not config.output.is_dir():
        raise OutputError(f"There is no site at {config.output}.", "Run `sourcebook build` first.")
    with progress.stage("load"):
        loaded = load(config)
    found = without_withheld(loaded, config, executor, progress)
    redactions = found.config.redactions
    problems: list[Problem] = []
    files = size = 0
    for folder in (config.output, config.cache):
        paths = sorted(_files(folder))
        with progress.stage(f"search {folder.name}") as track:
            search = LeakSearch(redactions, folder, folder.name)
            problems += search.leaks(paths, jobs, track)
        files += len(paths)
        size += sum((folder / path).stat().st_size for path in paths)
    return Leaks(tuple(problems), len(redactions), files, size)


def show_leaks(leaks: Leaks, console: Console, *, as_json: bool) -> int:
    """Print what was found; returns the exit status."""
    if as_json:
        print(json.dumps([asdict(problem) for problem in leaks.problems], indent=0))
        return int(bool(leaks.problems))
    show_problems(leaks.problems, console, most=len(leaks.problems))
    where = f"{leaks.files:,} files ({leaks.size / 1_000_000:,.1f} MB)"
    what = f"what {leaks.lines:,} {'line' if leaks.lines == 1 else 'lines'} of the editors withhold"
    found = f"{len(leaks.problems):,} finds of" if leaks.problems else "Nothing found of"
    console.print(Text(f"{found} {what}, in {where}."))
    return int(bool(leaks.problems))


def _files(folder: Path) -> Iterator[str]:
    """The paths of all files in a folder."""
    for where, _, names in os.walk(folder):
        for name in names:
            path = Path(where, name)
            if path.is_file():
                yield path.relative_to(folder).as_posix()
