"""What the commands of `sourcebook` do; `generator.command_line` says how they are called.

Exit status: 0 for success, 1 for a fault in the project or its sources, 2 for a wrong command line,
130 when interrupted. A build has status 1 if it could not write the site, or had to leave out a
source that could not be analysed; warnings, and sources that are not what they should be, do not
count without --strict. A check has status 1 if anything is an error.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn

from rich.console import Console
from rich.text import Text

from generator.command_line import all_commands, cores, parsed
from generator.commands.analyse import analyse_lines, show_analysis
from generator.commands.changes import record_changes
from generator.commands.check import check_site
from generator.commands.completion import completion
from generator.commands.explain import explain
from generator.commands.leaks import find_leaks, show_leaks
from generator.commands.new import new_project
from generator.commands.review import differences, write_worklist
from generator.commands.schema import schema
from generator.config import Config, read_config, with_drafts
from generator.desk.queue import worklist
from generator.desk.store import Store
from generator.engine.build import build, derive_corpus, derive_with_analyses, find_in
from generator.engine.executors.dask import DaskExecutor
from generator.engine.executors.processes import ProcessExecutor
from generator.engine.progress import Progress
from generator.engine.report import (
    as_data,
    show_notes,
    show_problems,
    show_profile,
    show_report,
)
from generator.errors import Problem, SourcebookError, faults


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    console = Console(highlight=False)
    errors = Console(stderr=True, highlight=False)
    options = parsed(arguments)
    try:
        return _COMMANDS[options.command](options, console)
    except SourcebookError as error:
        errors.print(Text(f"sourcebook: {error}"), soft_wrap=True)
        return 1
    except KeyboardInterrupt:
        errors.print("sourcebook: interrupted; the old site is unchanged.")
        return 130


def run() -> NoReturn:
    """Run the command and exit.

    By `os._exit`: freeing the memory of ten thousand sources object by object takes seconds.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # names of files need not be text
            stream.reconfigure(errors="backslashreplace")
    try:
        status = main()
    except BrokenPipeError:  # whoever read the output has enough
        status = 1
    except Exception as error:
        status = _unexpected(error)
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def _unexpected(error: Exception) -> int:
    """Say on one line what no code has foreseen, and where; returns the exit status."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    words = " ".join([f"{type(error).__name__}:", *str(error).split()]).rstrip(":")
    where = f"{Path(last.filename).name}:{last.lineno}"
    sys.stderr.write(
        f"sourcebook: unexpected error, {words} ({where}); the old site is unchanged.\n"
        "Please report this line to us, and what you did before.\n"
    )
    return 1


def _executor(options: argparse.Namespace) -> DaskExecutor | ProcessExecutor:
    if options.jobs < 1:
        raise SourcebookError(f"--jobs must be at least 1, not {options.jobs}.")
    if options.cluster:
        return DaskExecutor(options.cluster)
    return ProcessExecutor(options.jobs, stay=False)


def _config(options: argparse.Namespace) -> Config:
    return read_config(
        Path(options.root),
        output=getattr(options, "output", None),
        base_url=getattr(options, "base_url", None),
    )


def _new(options: argparse.Namespace, console: Console) -> int:
    made, kept = new_project(Path(options.directory), options.host or "")
    for path in made:
        console.print(Text(f"created {path}"), soft_wrap=True)
    for path in kept:
        console.print(Text(f"left as it is: {path}"), soft_wrap=True)
    console.print(Text(f"Next: sourcebook serve {options.directory}"), soft_wrap=True)
    return 0


def _build(options: argparse.Namespace, console: Console) -> int:
    try:
        return _built(options, console)
    except SourcebookError as error:
        if options.json:
            print(json.dumps({"succeeded": False, "error": str(error)}))
        raise


def _built(options: argparse.Namespace, console: Console) -> int:
    config = _config(options)
    # What is printed beside JSON goes where programs do not read it.
    errors = Console(stderr=True, highlight=False)
    progress = Progress(errors if options.json else console, quiet=options.quiet)
    with _executor(options) as executor:
        built = build(config, progress, strict=options.strict, executor=executor, jobs=options.jobs)
    report = built.report
    if options.json:
        print(json.dumps(as_data(report, config.output)))
    elif options.quiet:
        wrong = faults(report.problems)
        failed = not report.succeeded
        show_problems([one for one in wrong if failed or one.level == "error"], errors)
    else:
        show_report(report, console, str(config.output))
        if report.written and not config.base_url:
            words = "base_url is not set: no sitemap.xml or canonical links."
            console.print(Text(words, style="dim"))
    if options.profile:
        show_profile(report.costs, errors if options.json else console)
    return 0 if report.succeeded else 1


def _serve(options: argparse.Namespace, console: Console) -> int:
    from generator.commands.serve import serve  # tornado is slow to import

    if not 0 <= options.port <= 65535:
        raise SourcebookError(
            f"{options.port} is not a valid port.",
            "Choose one from 1024 to 65535, or 0 for any free port.",
        )

    def read() -> Config:
        config = _config(options)
        return with_drafts(config) if options.drafts else config

    serve(
        read,
        options.port,
        console,
        cores(),
        host=options.host,
        open_page=options.open,
        read_only=options.read_only,
    )
    return 0


def _analyse(options: argparse.Namespace, console: Console) -> int:
    config = _config(options)
    if options.jsonl == bool(options.files):
        raise SourcebookError(
            "Nothing to analyse." if not options.files else "--jsonl cannot be used with files.",
            "Name one or more files, or use --jsonl and JSON Lines on standard input.",
        )
    if not options.jsonl:
        return 0 if show_analysis(find_in(map(Path, options.files), config), console) else 1
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    for line in analyse_lines(sys.stdin, config):
        print(line, flush=True)
    return 0


def _review(options: argparse.Namespace, console: Console) -> int:
    config = _config(options)
    with _executor(options) as executor:
        corpus, _ = derive_corpus(
            config, Progress(console), executor, edited=not options.differences
        )
    if options.differences:
        for line in differences(corpus, Store(config.root).records()):
            console.print(Text(line), soft_wrap=True)
        return 0
    items = worklist(corpus, Store(config.root).answers())
    path = config.curation / "worklist.csv"
    write_worklist(items, path)
    for what, number in Counter(item.what for item in items).items():
        console.print(Text(f"{number:>6,}  {what}"))
    console.print(Text(f"{len(items):,} lines in {path}"), soft_wrap=True)
    return 0


def _changes(options: argparse.Namespace, console: Console) -> int:
    config = _config(options)
    with _executor(options) as executor:
        progress = Progress(Console(stderr=True, highlight=False))
        lines = record_changes(
            config,
            progress,
            executor,
            day=options.day,
            note=options.note,
            write=options.record,
        )
        for line in lines:
            console.print(Text(line), soft_wrap=True)
    return 0


def _explain(options: argparse.Namespace, console: Console) -> int:
    config = _config(options)
    with _executor(options) as executor:
        progress = Progress(Console(stderr=True, highlight=False))
        corpus, analyses = derive_with_analyses(config, progress, executor)
    for line in explain(corpus, analyses, options.name, options.other):
        console.print(Text(line), soft_wrap=True)
    return 0


def _check(options: argparse.Namespace, console: Console) -> int:
    config = _config(options)
    # What is printed beside JSON goes where programs do not read it.
    progress = Progress(Console(stderr=True, highlight=False) if options.json else console)
    with ProcessExecutor(cores(), stay=False) as executor:
        if options.leaks:
            found = find_leaks(config, progress, executor, cores())
            return show_leaks(found, console, as_json=options.json)
        checked = check_site(config, progress, executor, cores())
    problems = checked.problems
    if options.json:
        print(json.dumps([asdict(problem) for problem in problems], indent=0))
        return _status_of(problems, strict=options.strict)
    show_notes(checked.notes, console, most=len(checked.notes))
    show_problems(problems, console, most=len(problems))
    wrong = faults(problems)
    if not wrong:
        console.print("No problems or broken links found.")
        return 0
    number = sum(problem.level == "error" for problem in wrong)
    console.print(Text(f"{_number(len(wrong), 'problem')}, {_number(number, 'error')} among them"))
    return _status_of(problems, strict=options.strict)


def _status_of(problems: Iterable[Problem], *, strict: bool) -> int:
    """1 where something is wrong enough: an error, or with --strict anything at all."""
    return int(any(strict or problem.level == "error" for problem in faults(problems)))


def _number(number: int, noun: str) -> str:
    """ "1,200 problems"."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _schema(_: argparse.Namespace, __: Console) -> int:
    print(json.dumps(schema(), indent=2, ensure_ascii=False))
    return 0


def _completion(options: argparse.Namespace, _: Console) -> int:
    print(completion(options.shell, all_commands()), end="")
    return 0


_COMMANDS: Mapping[str, Callable[[argparse.Namespace, Console], int]] = {
    "new": _new,
    "build": _build,
    "serve": _serve,
    "check": _check,
    "analyse": _analyse,
    "review": _review,
    "changes": _changes,
    "explain": _explain,
    "schema": _schema,
    "completion": _completion,
}
