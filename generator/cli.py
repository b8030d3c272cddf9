"""The command `sourcebook`.

Exit status: 0 when all is well, 1 when something is wrong with the project or its sources, 2 when
the command line cannot be understood.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from rich.console import Console
from rich.text import Text

from generator import __version__
from generator.commands.analyse import analyse_lines, show_analysis
from generator.commands.check import check_site
from generator.commands.new import new_project
from generator.commands.review import worklist, write_worklist
from generator.config import Config, read_config
from generator.engine.build import build, derive_corpus, find_in
from generator.engine.executors.dask import Cluster
from generator.engine.executors.processes import Workers
from generator.engine.progress import Progress
from generator.engine.report import show_problems, show_profile, show_report
from generator.errors import SourcebookError

_STORY = """\
Turns a folder of source documents into a research website: a page for each source, a timeline,
and pages for people, organisations and places. Every derived statement quotes its sentence and
links to it."""

_EXAMPLES = """\
examples:
  sourcebook new my-archive          start a project
  sourcebook serve -C my-archive     read it while you work on it
  sourcebook build -C my-archive     make the site, in my-archive/site
  sourcebook check -C my-archive     look for problems and broken links"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    console = Console(highlight=False)
    errors = Console(stderr=True, highlight=False)
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options, console))
    except SourcebookError as error:
        errors.print(Text(f"sourcebook: {error}"), soft_wrap=True)
        return 1
    except KeyboardInterrupt:
        errors.print("sourcebook: stopped; the old site is unchanged.")
        return 130


def run() -> NoReturn:
    """Run the command that was given, and end.

    At once: to take an archive of ten thousand sources apart in memory would take seconds.
    """
    status = main()
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sourcebook",
        description=_STORY,
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
    return parser


def _add_new(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "new",
        help="start a project",
        description="Make a new project: a configuration, a folder for your sources with two "
        "examples, and a workflow that publishes the site on GitHub Pages.",
    )
    parser.add_argument("folder", metavar="DIR", help="a folder that is empty or does not exist")
    parser.set_defaults(run=_new)


def _add_build(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "build",
        help="make the site",
        description="Read all sources and put the finished site in place at once. If anything "
        "stops the build, the old site stays as it was.",
    )
    _add_project(parser)
    parser.add_argument(
        "--strict",
        action="store_true",
        help="list all problems with sources, and if there are any, fail and leave the old site",
    )
    parser.add_argument("--output", metavar="DIR", help='the site\'s folder (default: "site")')
    parser.add_argument(
        "--base-url",
        metavar="URL",
        help="where the site will stand; needed for canonical links and the sitemap",
    )
    _add_jobs(parser)
    parser.add_argument(
        "--profile",
        action="store_true",
        help="print what each stage has cost: seconds, and the most memory so far",
    )
    parser.set_defaults(run=_build)


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "serve",
        help="preview the site while you work",
        description="Build the site, serve it on this machine, and build and reload it whenever a "
        "source, a template or the configuration changes. Stop it with Ctrl-C.",
    )
    _add_project(parser)
    parser.add_argument(
        "--port",
        type=int,
        default=8000,
        metavar="N",
        help="port on 127.0.0.1 (default: 8000; 0 takes a free one)",
    )
    parser.add_argument("--output", metavar="DIR", help='the site\'s folder (default: "site")')
    parser.set_defaults(run=_serve)


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "check",
        help="look for problems and broken links",
        description="List what is wrong with the sources, and every internal link or anchor of "
        "the built site that leads nowhere. Changes nothing.",
    )
    _add_project(parser)
    parser.add_argument("--output", metavar="DIR", help='the site\'s folder (default: "site")')
    parser.set_defaults(run=_check)


def _add_analyse(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "analyse",
        help="show what is found in a text",
        description="Print the time expressions and names found in files, with offsets, values and "
        "reasons. With --jsonl, be a filter for scripts: read lines of "
        '{"id", "text", "date"} and write lines of {"id", "times", "mentions"}.',
    )
    _add_project(parser)
    parser.add_argument("files", nargs="*", metavar="FILE", help="source files, as in seeds/")
    parser.add_argument("--jsonl", action="store_true", help="read JSON lines, write JSON lines")
    parser.set_defaults(run=_analyse)


def _add_review(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "review",
        help="write a worklist for editors",
        description="Write curation/worklist.csv: names that could be one, names of several types, "
        "places that are not on the map, names mentioned once, undated documents; each with a "
        "line to copy into curation/entities.csv, or what to do. Changes nothing else.",
    )
    _add_project(parser)
    _add_jobs(parser)
    parser.set_defaults(run=_review)


def _add_project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-C",
        "--project",
        metavar="DIR",
        default=".",
        help="the project's folder (default: this one)",
    )


def _add_jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-j",
        "--jobs",
        type=int,
        default=_cores(),
        metavar="N",
        help="processes that read, analyse and render (default: one for each core, here "
        "%(default)s); the result is the same",
    )

    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="have the sources read and analysed by the Dask cluster with this scheduler "
        "(tcp://HOST:8786); the result is the same",
    )


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _workers(options: argparse.Namespace) -> Workers | Cluster:
    if options.jobs < 1:
        raise SourcebookError(f"--jobs {options.jobs} would do no work.", "Give at least 1.")
    return Cluster(options.cluster) if options.cluster else Workers(options.jobs, stay=False)


def _config(options: argparse.Namespace) -> Config:
    return read_config(
        Path(options.project),
        output=getattr(options, "output", None),
        base_url=getattr(options, "base_url", None),
    )


def _new(options: argparse.Namespace, console: Console) -> int:
    folder = Path(options.folder)
    for path in new_project(folder):
        console.print(Text(f"made {path}"))
    console.print(Text(f"Next: sourcebook serve -C {options.folder}"))
    return 0


def _build(options: argparse.Namespace, console: Console) -> int:
    config = _config(options)
    with _workers(options) as pool:
        built = build(
            config, Progress(console), strict=options.strict, pool=pool, jobs=options.jobs
        )
    report = built.report
    show_report(report, console, str(config.output))
    if options.profile:
        show_profile(report.costs, console)
    if report.written and not config.base_url:
        console.print(
            Text("No base_url is set: canonical links and sitemap.xml are left out.", style="dim")
        )
    return 0 if report.written else 1


def _serve(options: argparse.Namespace, console: Console) -> int:
    from generator.commands.serve import serve  # tornado is slow to import

    if not 0 <= options.port <= 65535:
        raise SourcebookError(f"{options.port} is no port.", "Choose one from 1024 to 65535.")
    serve(lambda: _config(options), options.port, console, _cores())
    return 0


def _analyse(options: argparse.Namespace, console: Console) -> int:
    config = _config(options)
    if options.jsonl == bool(options.files):
        raise SourcebookError("Name files, or give --jsonl and lines on standard input.")
    if not options.jsonl:
        return 0 if show_analysis(find_in(map(Path, options.files), config), console) else 1
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    for line in analyse_lines(sys.stdin, config):
        print(line, flush=True)
    return 0


def _review(options: argparse.Namespace, console: Console) -> int:
    config = _config(options)
    with _workers(options) as pool:
        corpus, _ = derive_corpus(config, Progress(console), pool)
    items = worklist(corpus)
    path = config.curation / "worklist.csv"
    write_worklist(items, path)
    for what, number in Counter(item.what for item in items).items():
        console.print(Text(f"{number:>6,}  {what}"))
    console.print(Text(f"{len(items):,} lines in {path}"), soft_wrap=True)
    return 0


def _check(options: argparse.Namespace, console: Console) -> int:
    config = _config(options)
    problems = check_site(config, Progress(console), _cores())
    show_problems(problems, console, most=len(problems))
    if not problems:
        console.print("No problems, no broken links.")
        return 0
    console.print(Text(f"{len(problems):,} problem{'s' * (len(problems) != 1)}"))
    return 1
