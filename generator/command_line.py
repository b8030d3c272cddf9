"""The commands, their options, and what `--help` says; `generator.cli` does what they ask for."""

from __future__ import annotations

import argparse
import os
import sys
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator import __version__
from generator.commands.new import HOSTS, USUAL_HOST
from generator.errors import did_you_mean

_WIDTH = 78  # columns of a usual terminal, less two
SHELLS = ("bash", "zsh", "fish")
_DESCRIPTION = """\
Turn a folder of source documents into a research website: a page for each source, a timeline,
and pages for people, organisations and places. Every derived statement quotes its source sentence
and links to it."""

_EPILOG = """\
examples:
  sourcebook new my-archive          start a project
  sourcebook serve my-archive        preview it while you work
  sourcebook build my-archive        build the site in my-archive/site
  sourcebook check my-archive        find problems and broken links
  sourcebook build --help            say more about one command

exit status:
  0    all went well
  1    something is wrong with the project or its sources; the message says what
  2    the command line is wrong
  130  interrupted with Ctrl-C"""


class Parser(argparse.ArgumentParser):
    """A parser that knows what it was given, in order.

    options: all that begin with "-", as argparse describes them
    arguments: all others
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self.options: list[argparse.Action] = []
        self.arguments: list[argparse.Action] = []
        super().__init__(*arguments, **named)

    def add_argument(self, *names: Any, **named: Any) -> argparse.Action:
        """Add an option or a plain argument."""
        action = super().add_argument(*names, **named)
        (self.options if action.option_strings else self.arguments).append(action)
        return action


@dataclass(frozen=True, slots=True)
class Commands:
    """The parser of the whole line, and the parser and the summary of each command by its name."""

    parser: Parser
    parsers: Mapping[str, Parser]
    summaries: Mapping[str, str]


def parsed(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What the line says. Where it is wrong, say what was probably meant, and exit with status 2.

    arguments: the words after the program's name; by default those that it was called with
    """
    commands = all_commands()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and not words[0].startswith("-") and words[0] not in commands.parsers:
        meant = did_you_mean(words[0], commands.parsers)
        every = ", ".join(commands.parsers)
        commands.parser.error(f'unknown command "{words[0]}".{meant} Known: {every}.')
    options, unknown = commands.parser.parse_known_args(words)
    if unknown:
        own = commands.parsers[options.command]
        name = unknown[0].partition("=")[0]
        if not name.startswith("-"):
            own.error(f'unexpected "{name}".')
        known = [name for action in own.options for name in action.option_strings]
        own.error(f'unknown option "{name}".{did_you_mean(name, known)}')
    folder, project = getattr(options, "folder", None), getattr(options, "project", None)
    if folder and project:
        commands.parsers[options.command].error("name the project once, as DIR or with -C.")
    options.root = folder or project or "."
    return options


def all_commands() -> Commands:
    """Every command, in the order in which they are listed."""
    parser = Parser(
        prog="sourcebook",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    version = f"sourcebook {__version__}"
    parser.add_argument("--version", action="version", version=version, help="print the version")
    group = parser.add_subparsers(
        metavar="COMMAND", required=True, dest="command", parser_class=Parser
    )
    parsers: dict[str, Parser] = {}
    for name, (summary, description, examples, add) in _COMMANDS.items():
        own = group.add_parser(
            name,
            help=summary,
            description=textwrap.fill(" ".join(description.split()), _WIDTH),
            epilog="\n  ".join(["examples:", *examples]),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        add(own)
        parsers[name] = own
    return Commands(parser, parsers, {name: one[0] for name, one in _COMMANDS.items()})


def cores() -> int:
    """The number of cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _new(parser: Parser) -> None:
    parser.add_argument("directory", metavar="DIR", help="folder to create (an empty one will do)")
    parser.add_argument(
        "--host",
        choices=tuple(HOSTS),
        help=f"where the site will be published (default: {USUAL_HOST}); in the folder of a "
        "project, only the files for that host are added",
    )


def _build(parser: Parser) -> None:
    _add_folder(parser)
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
        "-q", "--quiet", action="store_true", help="print nothing but errors, and no progress"
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="print the report as JSON; progress goes to standard error",
    )
    parser.add_argument(
        "--profile",
        action="store_true",
        help="print the seconds each stage took, and the peak memory so far",
    )


def _serve(parser: Parser) -> None:
    _add_folder(parser)
    parser.add_argument(
        "--port",
        type=int,
        default=8000,
        metavar="N",
        help="port to listen on (default: 8000; 0 picks a free one)",
    )
    parser.add_argument(
        "--host",
        metavar="ADDRESS",
        default="127.0.0.1",
        help="address to listen on (default: 127.0.0.1, for this machine only); with any other, "
        "everybody who can reach that address can read the preview",
    )
    parser.add_argument(
        "--open", action="store_true", help="open the preview in the browser once it is built"
    )
    parser.add_argument(
        "--read-only", action="store_true", help="without the desk for editing what was derived"
    )
    parser.add_argument(
        "--drafts",
        action="store_true",
        help="also show drafts and other documents that are not to be public; the preview then has "
        "a folder of its own, and no build ever publishes them",
    )
    _add_output(parser)


def _check(parser: Parser) -> None:
    _add_folder(parser)
    _add_output(parser)
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--json", action="store_true", help="list every problem as JSON")
    parser.add_argument("--leaks", action="store_true", help="search for withheld words only")


def _analyse(parser: Parser) -> None:
    parser.add_argument("files", nargs="*", metavar="FILE", help="source files, as in seeds/")
    _add_project(parser)
    parser.add_argument("--jsonl", action="store_true", help="read and write JSON Lines")


def _review(parser: Parser) -> None:
    _add_folder(parser)
    parser.add_argument("--differences", action="store_true", help="only say where editors differ")
    _add_jobs(parser)


def _changes(parser: Parser) -> None:
    _add_folder(parser)
    parser.add_argument(
        "--record",
        action="store_true",
        help="write it to the files in curation/ from which the site shows it",
    )
    parser.add_argument(
        "--day", metavar="DATE", default="", help="day of the record (default: today)"
    )
    parser.add_argument(
        "--note", metavar="TEXT", default="", help="a sentence that the page shows with it"
    )
    _add_jobs(parser)


def _explain(parser: Parser) -> None:
    parser.add_argument(
        "name", metavar="NAME", help="a name, as the site shows it, or the id of an event"
    )
    parser.add_argument("other", nargs="?", default="", metavar="OTHER", help="another")
    _add_project(parser)
    _add_jobs(parser)


def _completion(parser: Parser) -> None:
    parser.add_argument("shell", choices=SHELLS, help="which shell")


def _schema(_: Parser) -> None:
    """It has no options."""


def _add_folder(parser: Parser) -> None:
    parser.add_argument(
        "folder", nargs="?", metavar="DIR", help="project folder (default: the current one)"
    )
    _add_project(parser)


def _add_project(parser: Parser) -> None:
    parser.add_argument(
        "-C", "--project", metavar="DIR", help="project folder (default: the current one)"
    )


def _add_output(parser: Parser) -> None:
    parser.add_argument(
        "--output",
        metavar="DIR",
        help="folder of the finished site; overrides sourcebook.toml",
    )


def _add_jobs(parser: Parser) -> None:
    parser.add_argument(
        "-j",
        "--jobs",
        type=int,
        default=cores(),
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


_Command = tuple[str, str, tuple[str, ...], Callable[[Parser], None]]
# For each command what the list says of it, what its own help says, examples, and its options.
_COMMANDS: Mapping[str, _Command] = {
    "new": (
        "start a project",
        """\
Create a project: a configuration file, a folder for your sources with two examples, and what
publishes the site on the host of your choice. In the folder of a project that exists already,
`--host` adds the files for another host; no file is ever overwritten.""",
        (
            "sourcebook new my-archive",
            "sourcebook new --host netlify my-archive",
            "sourcebook new --host rsync .        add the files for a server of your own",
        ),
        _new,
    ),
    "build": (
        "build the site",
        """\
Build the site from the sources and put it in place in one step. If the build fails or is
interrupted, the old site is left unchanged. The exit status is 1 if it fails, and also if a source
needs too much time or memory or crashes the analysis; the site is published without it then.""",
        (
            "sourcebook build                     build the project in this folder",
            "sourcebook build my-archive --base-url https://example.org/archive/",
            "sourcebook build --strict            fail if anything is wrong with a source",
            "sourcebook build --quiet --json      print the report for a program",
        ),
        _build,
    ),
    "serve": (
        "preview the site while you work",
        """\
Build the site and serve it on this machine. Whenever a source, a template or the configuration
changes, rebuild it and reload it in the browser. Stop with Ctrl-C. At the second address that is
printed, you can correct what was derived; each correction is a line in curation/.""",
        (
            "sourcebook serve my-archive --open",
            "sourcebook serve --drafts            show drafts, too",
            "sourcebook serve --host 0.0.0.0      let other machines read the preview",
        ),
        _serve,
    ),
    "check": (
        "find problems and broken links",
        """\
Say what each column of a table was taken for, and list the problems with the sources, and the
broken internal links of the built site; where none is built yet, of one built in a temporary
folder. Changes nothing. The exit status is 1 if there are errors: a source that cannot be
published, or a broken link. Warnings alone, such as a source without a date, do not count without
--strict.""",
        (
            "sourcebook check my-archive",
            "sourcebook check --strict            fail for warnings, too",
            "sourcebook check --json              every single problem, for a program",
            "sourcebook check --leaks             what editors withhold, in every byte of the site",
        ),
        _check,
    ),
    "analyse": (
        "show the dates and names found in a text",
        """\
Print the time expressions and names found in files, with offsets, values and reasons. With --jsonl,
work as a filter: read one JSON object a line from standard input, {"id", "text", "date"}, and write
one a line, {"id", "times", "mentions"}.""",
        (
            "sourcebook analyse seeds/report.md",
            "sourcebook analyse --jsonl < texts.jsonl > found.jsonl",
        ),
        _analyse,
    ),
    "review": (
        "write a worklist for editors",
        """\
Write curation/worklist.csv: names that may be the same, names of several types, places not on the
map, names mentioned once and undated documents, each with a line to copy into
curation/entities.csv or a hint. Changes nothing else.""",
        ("sourcebook review my-archive", "sourcebook review --differences"),
        _review,
    ),
    "changes": (
        "say what has changed since the last record, and record it",
        """\
Say which sources, events, figures and names have changed since the archive was last recorded. With
--record, keep that in curation/changes.jsonl, for the page “What changed”, and the addresses of all
sources and names in curation/addresses.csv, so that old links still work when a title or a date is
corrected, or two names become one.
Record whenever you publish, before the site is built, and commit these files with the sources.""",
        (
            "sourcebook changes                   only say it",
            "sourcebook changes --record",
            'sourcebook changes --record --note "Two dates were corrected."',
        ),
        _changes,
    ),
    "explain": (
        "say why names are on one page or sentences one event",
        """\
With one name, print its page, its spellings and the reason for each. With two names, print why they
are on one page or on two: the rules that compared them, the sentences they rest on, and the line
for curation/entities.csv that would change it. With ids of events, print their sentences and the
lines that would merge or split them.""",
        (
            'sourcebook explain "Joshua Norton"',
            'sourcebook explain "J. Norton" "Joshua Norton"',
            "sourcebook explain e2024-03-22-ab3d5fg",
        ),
        _explain,
    ),
    "schema": (
        "print the JSON schema of sourcebook.toml",
        """\
Print a JSON schema of sourcebook.toml, with which editors complete and check its keys, such as Even
Better TOML for VS Code. `sourcebook new` puts it beside the configuration, which names it on its
first line; after an update of Sourcebook, write it again.""",
        ("sourcebook schema > sourcebook.schema.json",),
        _schema,
    ),
    "completion": (
        "print a script that lets your shell complete commands",
        """\
Print a script for a shell, which then completes commands and options after the Tab key.""",
        (
            "sourcebook completion bash > ~/.local/share/bash-completion/completions/sourcebook",
            "sourcebook completion zsh > ~/.zfunc/_sourcebook",
            "sourcebook completion fish > ~/.config/fish/completions/sourcebook.fish",
        ),
        _completion,
    ),
}
