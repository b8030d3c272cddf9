"""Measure how the work and the memory of each stage grow with the number of sources.

    python benchmarks/growth.py [--keep FOLDER] [SOURCES …]          (default: 10000 100000)

For each number, an archive of so many short articles is made and built once. An article joins two
paragraphs of two news articles on one topic, drawn with a fixed seed, so that no two are alike; it
has two to four sentences and its date from the first. Names are found by capitals (`capitals.py`)
and there is no search: what is measured are the stages, not the model.

Printed are, for each stage, seconds by the clock, processor seconds of all processes, and the most
memory that they had at once, with shared pages counted once; behind each, how many times as much as
for the number of sources before. Forty thousand took 11 minutes of processor time, 1 GB of memory
and of disk, and 54,000 files besides the sources; a hundred thousand take 2.5 times that.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import build
import capitals

_SHORTEST, _LONGEST = 80, 260  # code points of a paragraph that is used
_FOLDER = 1_000  # sources in one folder
_EVERY = 3.0  # seconds between two samples
_STAGE = re.compile(r"([a-z]\w*): ([\d.]+) s\n")
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Spent:
    """What a stage took: seconds, processor seconds, MiB."""

    seconds: float
    processor: float
    memory: float


def articles(number: int) -> Iterator[tuple[str, str]]:
    """The date and the text of so many short articles; of fewer, the same ones."""
    by_topic: dict[str, list[tuple[str, str]]] = {}
    with gzip.open(build.BENCH / "news-10000.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            by_topic.setdefault(article["topic"], []).extend(
                (article["date"], paragraph)
                for paragraph in article["text"].split("\n\n")
                if _SHORTEST <= len(paragraph) <= _LONGEST
            )
    topics = [some for some in by_topic.values() if len(some) > 1]
    sizes = [len(some) for some in topics]
    drawn = random.Random(1)
    seen = set[tuple[str, str]]()
    while len(seen) < number:
        (date, first), (_, second) = drawn.sample(drawn.choices(topics, sizes)[0], 2)
        if (first, second) not in seen:
            seen.add((first, second))
            yield date, f"{first}\n\n{second}"


def write_project(project: Path, number: int) -> None:
    """Write a project of so many short articles."""
    for at, (date, text) in enumerate(articles(number)):
        folder = project / "seeds" / f"{at // _FOLDER:03d}"
        if at % _FOLDER == 0:
            folder.mkdir(parents=True)
        (folder / f"{at:06d}.txt").write_text(f" date {date} {text}", encoding="utf-8")
    settings = f'title = "News"\nnames = "{capitals.ENGINE}"\nsearch = false\n'
    (project / "sourcebook.toml").write_text(settings, encoding="utf-8")


def built(project: Path) -> dict[str, Spent]:
    """Build a project; what each stage took, in their order, and all of it."""
    paths = os.pathsep.join((str(build.ROOT), str(Path(__file__).parent)))
    process = subprocess.Popen(
        [*build.COMMAND, "build", "-C", str(project)],
        cwd=build.ROOT,
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        text=True,
    )
    peaks = [0.0]  # of the stage that runs
    ended = threading.Event()

    def sample() -> None:
        while not ended.wait(_EVERY):
            peaks.append(sum(map(build.pss, build.family(process.pid))))

    thread = threading.Thread(target=sample)
    thread.start()
    spent: dict[str, Spent] = {}
    begin, ahead = time.perf_counter(), processor_of_children()
    before, most = 0.0, 0.0
    said: list[str] = []
    assert process.stdout
    for line in process.stdout:
        said.append(line)
        if stage := _STAGE.fullmatch(line):
            now = sum(map(_processor, build.family(process.pid)))
            spent[stage[1]] = Spent(float(stage[2]), now - before, max(peaks))
            most = max(most, *peaks)
            before, peaks[:] = now, [0.0]
    ended.set()
    thread.join()
    if process.wait():
        sys.exit("The build failed:\n" + "".join(said))
    spent["in all"] = Spent(time.perf_counter() - begin, processor_of_children() - ahead, most)
    print("".join(line for line in said if " files" in line), end="", flush=True)
    return spent


def processor_of_children() -> float:
    """Processor seconds of all processes started here that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _processor(process: int) -> float:
    """Processor seconds of a process so far, with those of its children that have ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICKS


def show(number: int, spent: Mapping[str, Spent], before: Mapping[str, Spent]) -> None:
    """Print what each stage took, and how many times as much as before."""
    print(f"\n{number:,} sources{'seconds':>19}{'processor':>17}{'MiB':>17}")
    for stage, one in spent.items():
        line = f"{stage:16}"
        for name in ("seconds", "processor", "memory"):
            value, earlier = getattr(one, name), getattr(before.get(stage), name, 0.0)
            times = f"({value / earlier:.1f})" if earlier else ""
            line += f"{value:9,.0f} {times:7}" if name == "memory" else f"{value:9,.1f} {times:7}"
        print(line.rstrip(), flush=True)


def main() -> int:
    """Measure for each number of sources given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the projects are left")
    parser.add_argument("sources", type=int, nargs="*", metavar="SOURCES")
    given = parser.parse_args()
    if not build.BENCH.is_dir():
        print(f"Nothing to measure: no articles in {build.BENCH}.")
        return 0
    before: Mapping[str, Spent] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for number in given.sources or [10_000, 100_000]:
            project = (given.keep or Path(scratch)) / f"growth-{number}"
            write_project(project, number)
            spent = built(project)
            show(number, spent, before)
            before = spent
    return 0


if __name__ == "__main__":
    sys.exit(main())
