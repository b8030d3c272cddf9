"""The build report: what was built, how long it took, and the problems with sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.config import Config
from generator.engine.budget import SiteSize, misfits, shown_size, size_of
from generator.engine.progress import Cost
from generator.errors import Problem, faults
from generator.model import Corpus
from generator.problem_groups import grouped
from generator.write import Written

_MOST_SHOWN = 100
_MOST_NOTES = 5


@dataclass(frozen=True, slots=True)
class Report:
    """The numbers of one build.

    written: None where the site was not written (--strict)
    notes: how sources were understood
    given_up: how many sources could not be analysed, for time, memory or any other reason
    died: whether a worker's death is among the reasons, so that another build may go better
    files: how many pictures, recordings, films and other files sources show
    files_size, versions_size: bytes of those, and of the smaller versions of pictures
    pages, pages_size: how many pictures of pages there are, and their bytes
    quoted, quoted_of: of sources of which only quoted sentences are published, how many these are,
        and how many sentences such sources have
    quoted_sources, quoted_most: how many such sources there are; percent of the sentences of the
        one with the largest share
    records: how many sources have nothing but their record published
    heaviest, heaviest_size: path and bytes of the page that weighs most with its pictures
    size: of the whole site
    misfits: why the host of the settings does not take it
    """

    documents: int
    passages: int
    entities: int
    events: int
    problems: tuple[Problem, ...]
    written: Written | None
    costs: tuple[Cost, ...]
    notes: tuple[Problem, ...] = ()
    given_up: int = 0
    died: bool = False
    files: int = 0
    files_size: int = 0
    versions_size: int = 0
    pages: int = 0
    pages_size: int = 0
    heaviest: str = ""
    heaviest_size: int = 0
    size: SiteSize = field(default_factory=SiteSize)
    misfits: tuple[Problem, ...] = ()
    quoted: int = 0
    quoted_of: int = 0
    quoted_sources: int = 0
    quoted_most: int = 0
    records: int = 0

    @property
    def succeeded(self) -> bool:
        """Whether the site was written with all that could be read."""
        return self.written is not None and not self.given_up


def count(corpus: Corpus, problems: tuple[Problem, ...], notes: tuple[Problem, ...] = ()) -> Report:
    """The report of a build that has not written anything yet."""
    quoted = [
        (sum(len(passage.sentences) for passage in d.passages), d.sentences)
        for d in corpus.documents
        if d.publish == "quotes" and d.sentences
    ]
    return Report(
        documents=len(corpus.documents),
        passages=sum(len(d.passages) for d in corpus.documents),
        entities=len(corpus.entities),
        events=len(corpus.events),
        problems=problems,
        written=None,
        costs=(),
        notes=notes,
        files=len(corpus.media),
        files_size=sum(media.size for media in corpus.media),
        versions_size=sum(
            version.size for m in corpus.media for version in (m.small, m.large) if version
        ),
        pages=len(corpus.page_pictures),
        pages_size=sum(one.picture.size for one in corpus.page_pictures),
        quoted=sum(own for own, _ in quoted),
        quoted_of=sum(every for _, every in quoted),
        quoted_sources=len(quoted),
        quoted_most=max((-(-100 * own // every) for own, every in quoted), default=0),
        records=sum(d.publish == "record" for d in corpus.documents),
    )


def weighed(report: Report, corpus: Corpus, sizes: Mapping[str, int], config: Config) -> Report:
    """The report with the size of the site, and the page that weighs most with its pictures.

    sizes: of the site's files in bytes, by path
    """
    shown = {m.path: (m.large or m).size for m in corpus.media if m.kind == "picture"}
    pictures = Counter[str]()
    for document in corpus.documents:
        pictures[document.id] += sum(shown.get(path, 0) for path, _ in document.media)
    for one in corpus.page_pictures:
        pictures[one.document] += one.picture.size
    weights = {p: s for p, s in sizes.items() if p.endswith(".html")}
    for name, size in pictures.items():
        path = f"sources/{name}.html"
        weights[path] = weights.get(path, 0) + size
    heaviest = max(weights, key=lambda path: (weights[path], path), default="")
    return replace(
        report,
        heaviest=heaviest,
        heaviest_size=weights.get(heaviest, 0),
        size=size_of(sizes),
        misfits=misfits(sizes, config),
    )


def repeated(report: Report, *, strict: bool, costs: tuple[Cost, ...]) -> Report:
    """The report of a build that found nothing changed; `report`: of the build before."""
    if strict and faults(report.problems):
        return replace(report, written=None, costs=costs)
    files = report.written.written + report.written.unchanged if report.written else 0
    return replace(report, written=Written(0, files, 0), costs=costs)


def as_data(report: Report, output: Path) -> dict[str, object]:
    """The report for programs, as JSON data; docs/commands.md explains the keys."""
    wrong, files = faults(report.problems), report.written
    return {
        "succeeded": report.succeeded,
        "output": str(output),
        "documents": report.documents,
        "passages": report.passages,
        "entities": report.entities,
        "events": report.events,
        "errors": sum(problem.level == "error" for problem in wrong),
        "warnings": sum(problem.level == "warning" for problem in wrong),
        "not_analysed": report.given_up,
        "problems": [asdict(problem) for problem in report.problems],
        "notes": [asdict(note) for note in report.notes],
        "files": asdict(files) if files else None,
        "bytes": report.size.size,
        "largest_page": {"path": report.size.largest, "bytes": report.size.largest_size},
        "misfits": [asdict(misfit) for misfit in report.misfits],
        "media": {"files": report.files, "bytes": report.files_size + report.versions_size},
        "page_pictures": {"files": report.pages, "bytes": report.pages_size},
        "heaviest_page": {"path": report.heaviest, "bytes": report.heaviest_size},
        "seconds": {c.stage: round(c.seconds, 2) for c in report.costs if not c.within},
    }


def show_report(report: Report, console: Console, output: str) -> None:
    """Print the report: first how tables were understood, then problems, and the numbers last.

    output: the site's folder, as it is shown
    """
    show_notes(report.notes, console, _MOST_NOTES)
    wrong = faults(report.problems)
    show_problems(wrong, console)
    for reason, number in Counter(p.message for p in report.problems if p.level == "note").items():
        console.print(Text(_printable(f"{number:,} × {reason}")), soft_wrap=True)
    line = Text()
    for number, one, many in (
        (report.documents, "document", "documents"),
        (report.passages, "passage", "passages"),
        (report.entities, "entity", "entities"),
        (report.events, "event", "events"),
        (len(wrong), "problem", "problems"),
    ):
        line.append(f"{', ' if line else ''}{number:,} {one if number == 1 else many}")
    console.print(line)
    for text in _published(report):
        console.print(Text(text), soft_wrap=True)
    show_problems(report.misfits, console)
    if report.written and not report.written.written and not report.written.removed:
        number = report.written.unchanged
        console.print(Text(f"Nothing has changed: {number:,} files in {output}"))
    elif report.written:
        files = report.written
        console.print(
            Text(
                f"{files.written:,} files written, {files.unchanged:,} unchanged, "
                f"{files.removed:,} removed in {output}"
            )
        )
    else:
        console.print(Text("Nothing was written: with --strict, any problem stops the build."))
    times = ", ".join(f"{c.stage} {c.seconds:.2f} s" for c in report.costs if not c.within)
    console.print(Text(times, style="dim"), soft_wrap=True)


def _published(report: Report) -> Iterator[str]:
    """What of the sources is published, and how large that is."""
    if report.quoted_sources:
        yield (
            f"{report.quoted:,} of {report.quoted_of:,} sentences of {report.quoted_sources:,} "
            f"quoted sources published, at most {report.quoted_most} % of any source"
        )
    if report.records:
        yield f"{report.records:,} × only the record published"
    if report.files:
        own, smaller = shown_size(report.files_size), shown_size(report.versions_size)
        shown = f"{report.files:,} {'file' if report.files == 1 else 'files'} shown by sources"
        yield f"{shown}: {own}, and {smaller} of smaller pictures"
    if report.pages:
        pictures = "picture of a page" if report.pages == 1 else "pictures of pages"
        yield f"{report.pages:,} {pictures}: {shown_size(report.pages_size)}"
    if report.files or report.pages:
        weight = shown_size(report.heaviest_size)
        yield f"heaviest page with its pictures {weight} ({report.heaviest})"
    size, each = report.size, ""
    if sources := report.documents:
        each = f": {size.files / sources:.1f} files and {shown_size(size.size // sources)} a source"
    if size.files:
        page = f"largest page {shown_size(size.largest_size)} ({size.largest})"
        yield f"{size.files:,} files, {shown_size(size.size)}{each}; {page}"


def show_problems(problems: Sequence[Problem], console: Console, most: int = _MOST_SHOWN) -> None:
    """Print the problems by kind, a line each; long lines are not cut, and names not coloured."""
    groups = grouped(problems)
    for group in groups[:most]:
        console.print(Text(_printable(str(group))), soft_wrap=True)
    if len(groups) > most:
        more = len(groups) - most
        console.print(Text(f"… and {more:,} more; `sourcebook check --json` lists all."))


def show_notes(notes: Sequence[Problem], console: Console, most: int) -> None:
    """Print how sources were understood, a paragraph each."""
    for note in notes[:most]:
        console.print(Text(_printable(f"{note.path}: {note.message}")), soft_wrap=True)
    if len(notes) > most:
        console.print(Text(f"… and {len(notes) - most:,} more; `sourcebook check` shows all."))


def _printable(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in text)


def show_profile(costs: Sequence[Cost], console: Console) -> None:
    """Print what each stage cost."""
    table = Table("stage", box=None, pad_edge=False)
    table.add_column("seconds", justify="right")
    table.add_column("share", justify="right")
    table.add_column("peak memory so far", justify="right")
    total = sum(cost.seconds for cost in costs if not cost.within) or 1.0
    for cost in costs:
        name = f"  {cost.stage}, in all workers" if cost.within else cost.stage
        share = "" if cost.within else f"{cost.seconds / total:.0%}"
        memory = f"{cost.memory:,.0f} MiB" if cost.memory else ""
        table.add_row(name, f"{cost.seconds:.2f}", share, memory)
    console.print(table)
