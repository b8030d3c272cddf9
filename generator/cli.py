"""The command line: `sourcebook COMMAND`.

Exit status: 0 for success, 1 for a fault in the project or its sources, 2 for a wrong command line,
130 when interrupted. A build has status 1 if it could not write the site, or had to leave out a
source that could not be analysed; warnings, and sources that are not what they should be, do not
count without --strict.
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
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn

from rich.console import Console
from rich.text import Text

from generator import __version__
from generator.commands.analyse import analyse_lines, show_analysis
from generator.commands.check import check_site
from generator.commands.explain import explain
from generator.commands.new import new_project
from generator.commands.review import worklist, write_worklist
from generator.config import Config, read_config, with_drafts
from generator.engine.build import build, derive_corpus, derive_with_analyses, find_in
from generator.engine.executors.dask import DaskExecutor
from generator.engine.executors.processes import ProcessExecutor
from generator.engine.progress import Progress
from generator.engine.report import show_notes, show_problems, show_profile, show_report
from generator.errors import Problem, SourcebookError, faults

_DESCRIPTION = """\
Turn a folder of source documents into a research website: a page for each source, a timeline,
and pages for people, organisations and places. Every derived statement quotes its source sentence
and links to it."""

_EXAMPLES = """\
examples:
  sourcebook new my-archive          start a project
  sourcebook serve -C my-archive     preview it while you work
  sourcebook build -C my-archive     build the site in my-archive/site
  sourcebook check -C my-archive     find problems and broken links"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    console = Console(highlight=False)
    errors = Console(stderr=True, highlight=False)
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options, console))
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sourcebook",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"sourcebook {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_new(commands)
    _add_build(commands)
    _add_serve(commands)
    _add_check(commands)
    _add_analyse(commands)
    _add_review(commands)
    _add_explain(commands)
    return parser


def _add_new(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "new",
        help="start a project",
        description="Create a project: a configuration file, a folder for your sources with two "
        "examples, and a workflow that publishes the site on GitHub Pages.",
    )
    parser.add_argument("folder", metavar="DIR", help="folder to create (an empty one will do)")
    parser.set_defaults(run=_new)


def _add_build(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "build",
        help="build the site",
        description="Build the site from the sources and put it in place in one step. If the build "
        "fails or is interrupted, the old site is left unchanged. The exit status is 1 if it "
        "fails, and also if a source needs too much time or memory or crashes the analysis; the "
        "site is published without it then.",
    )
    _add_project(parser)
    parser.add_argument(
        "--strict",
        action="store_true",
        help="fail if a source has any problem, and leave the old site",
    )
    _add_output(parser)
    parser.add_argument(
        "--base-url",
        metavar="URL",
        help="public address of the site; needed for canonical links and the sitemap",
    )
    _add_jobs(parser)
    parser.add_argument(
        "--profile",
        action="store_true",
        help="print the seconds each stage took, and the peak memory so far",
    )
    parser.set_defaults(run=_build)


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "serve",
        help="preview the site while you work",
        description="Build the site and serve it on this machine. Whenever a source, a template or "
        "the configuration changes, rebuild it and reload it in the browser. Stop with Ctrl-C.",
    )
    _add_project(parser)
    parser.add_argument(
        "--port",
        type=int,
        default=8000,
        metavar="N",
        help="port on 127.0.0.1 (default: 8000; 0 picks a free one)",
    )
    parser.add_argument(
        "--drafts",
        action="store_true",
        help="also show drafts and other documents that are not to be public; the preview then has "
        "a folder of its own, and no build ever publishes them",
    )
    _add_output(parser)
    parser.set_defaults(run=_serve)


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "check",
        help="find problems and broken links",
        description="Say what each column of a table was taken for, and list the problems with the "
        "sources, and the broken internal links of the built site; where none is built yet, of one "
        "built in a temporary folder. Changes nothing. The exit status is 1 if there are errors: a "
        "source that cannot be published, or a broken link. Warnings alone, such as a source "
        "without a date, do not count without --strict.",
    )
    _add_project(parser)
    _add_output(parser)
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--json", action="store_true", help="list every problem as JSON")
    parser.set_defaults(run=_check)


def _add_analyse(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "analyse",
        help="show the dates and names found in a text",
        description="Print the time expressions and names found in files, with offsets, values and "
        "reasons. With --jsonl, work as a filter: read one JSON object a line from standard input, "
        '{"id", "text", "date"}, and write one a line, {"id", "times", "mentions"}.',
    )
    _add_project(parser)
    parser.add_argument("files", nargs="*", metavar="FILE", help="source files, as in seeds/")
    parser.add_argument("--jsonl", action="store_true", help="read and write JSON Lines")
    parser.set_defaults(run=_analyse)


def _add_review(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "review",
        help="write a worklist for editors",
        description="Write curation/worklist.csv: names that may be the same, names of several "
        "types, places not on the map, names mentioned once and undated documents, each with a "
        "line to copy into curation/entities.csv or a hint. Changes nothing else.",
    )
    _add_project(parser)
    _add_jobs(parser)
    parser.set_defaults(run=_review)


def _add_explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "explain",
        help="say why names are on one page or sentences one event",
        description="With one name, print its page, its spellings and the reason for each. With "
        "two names, print why they are on one page or on two: the rules that compared them, the "
        "sentences they rest on, and the line for curation/entities.csv that would change it. With "
        "ids of events, print their sentences and the lines that would merge or split them.",
    )
    parser.add_argument(
        "name", metavar="NAME", help="a name, as the site shows it, or the id of an event"
    )
    parser.add_argument("other", nargs="?", default="", metavar="OTHER", help="another")
    _add_project(parser)
    _add_jobs(parser)
    parser.set_defaults(run=_explain)


def _add_project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-C",
        "--project",
        metavar="DIR",
        default=".",
        help="project folder (default: the current one)",
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--output",
        metavar="DIR",
        help="folder of the finished site; overrides sourcebook.toml",
    )


def _add_jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-j",
        "--jobs",
        type=int,
        default=_cores(),
        metavar="N",
        help="number of processes (default: one per core, here %(default)s); "
        "does not affect the result",
    )
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="read and analyse sources on the Dask cluster with this scheduler "
        "(tcp://HOST:8786); does not affect the result",
    )


def _cores() -> int:
    """The number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _executor(options: argparse.Namespace) -> DaskExecutor | ProcessExecutor:
    if options.jobs < 1:
        raise SourcebookError(f"--jobs must be at least 1, not {options.jobs}.")
    if options.cluster:
        return DaskExecutor(options.cluster)
    return ProcessExecutor(options.jobs, stay=False)


def _config(options: argparse.Namespace) -> Config:
    return read_config(
        Path(options.project),
        output=getattr(options, "output", None),
        base_url=getattr(options, "base_url", None),
    )


def _new(options: argparse.Namespace, console: Console) -> int:
    folder = Path(options.folder)
    for path in new_project(folder):
        console.print(Text(f"created {path}"))
    console.print(Text(f"Next: sourcebook serve -C {options.folder}"))
    return 0


def _build(options: argparse.Namespace, console: Console) -> int:
    config = _config(options)
    with _executor(options) as executor:
        built = build(
            config, Progress(console), strict=options.strict, executor=executor, jobs=options.jobs
        )
    report = built.report
    show_report(report, console, str(config.output))
    if options.profile:
        show_profile(report.costs, console)
    if report.written and not config.base_url:
        console.print(Text("base_url is not set: no sitemap.xml or canonical links.", style="dim"))
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

    serve(read, options.port, console, _cores())
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
        corpus, _ = derive_corpus(config, Progress(console), executor)
    items = worklist(corpus)
    path = config.curation / "worklist.csv"
    write_worklist(items, path)
    for what, number in Counter(item.what for item in items).items():
        console.print(Text(f"{number:>6,}  {what}"))
    console.print(Text(f"{len(items):,} lines in {path}"), soft_wrap=True)
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
    with ProcessExecutor(_cores(), stay=False) as executor:
        checked = check_site(config, progress, executor, _cores())
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
