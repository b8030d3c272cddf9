"""Measure build times, of a first build and of later ones, and those of other generators.

    python benchmarks/build.py [--capitals] [ARTICLES …]          (default: 100 1000 10000)
    python benchmarks/build.py --project FOLDER                   (a project built before)

For each number of news articles, in one run: a first build; one after a document was changed; one
after nothing was changed; the cost of the search index; the preview, from saving a source to the
reload of its page; and a table that compares everything but analysis, that is, a build from stored
analyses, with other generators (`peers.py`) on the same documents, and the site with its budget
(`size.py`). With a project, that table alone. Memory is the sum over all processes with shared
pages counted once (PSS). It is sampled every two seconds only, because sampling slows the build
down.

In the table all take turns, and the run of each that took least counts. CPU seconds are those of
all processes; where others use the machine, too, they say more than the seconds by the clock.

The articles are evaluation data and not part of this project; without them nothing is measured.
Each becomes a text file of the form "date YYYY-MM-DD text". Ten thousand take about 15 minutes, and
far less with `--capitals`, which reads names by their capitals (`capitals.py`).
"""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import capitals
import peers
import size

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BENCH = ROOT.parent / "shared" / "bench"
COMMAND = [sys.executable, "-m", "generator"]
EDIT = "\n\nOn 3 May 2012 Barack Obama met the mayor of Springfield in Washington, an aide said.\n"
_SAMPLE = 2.0  # seconds between two samples of memory
_STAGE = re.compile(r"(\w+) ([\d.]+) s")
_READ = re.compile(r"read, in all workers +([\d.]+)")
_CHANGED = re.compile(r"([\d,]+) files written")


@dataclass(frozen=True, slots=True)
class Run:
    """One build: wall and CPU seconds, seconds by stage, peak memory in MiB, files written."""

    seconds: float
    processor: float
    stages: dict[str, float]
    memory: float
    written: int


def write_seeds(articles: Path, folder: Path, most: int = sys.maxsize) -> int:
    """Write each article as a source, at most `most`; returns their number."""
    folder.mkdir(parents=True)
    number = 0
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            article = json.loads(line)
            text = f" date {article['date']} {article['text']}"
            (folder / f"{number:05d}.txt").write_text(text, encoding="utf-8")
            if number == most:
                break
    return number


def build(project: Path) -> Run:
    """Build once, in a separate process."""
    with peers.timed() as spent:
        process = subprocess.Popen(
            [*COMMAND, "build", "-C", str(project), "--profile"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(HERE)))},
            stdout=subprocess.PIPE,
            text=True,
        )
        with _memory(process.pid) as most:
            said = process.communicate()[0]
    if process.returncode:
        sys.exit(f"The build failed:\n{said}")
    line = next(line for line in said.splitlines() if line.startswith("load ") and " s" in line)
    stages = {name: float(number) for name, number in _STAGE.findall(line)}
    read = _READ.search(said)
    written = _CHANGED.search(said)
    stages["read"] = float(read[1]) if read else 0.0
    files = int(written[1].replace(",", "")) if written else 0
    return Run(spent.seconds, spent.processor, stages, max(most), files)


@contextmanager
def _memory(process: int) -> Iterator[list[float]]:
    """The samples of the memory of a process and its children, in MiB."""
    seen = [0.0]
    ended = threading.Event()

    def sample() -> None:
        while not ended.wait(_SAMPLE):
            seen.append(sum(map(pss, family(process))))

    thread = threading.Thread(target=sample)
    thread.start()
    try:
        yield seen
    finally:
        ended.set()
        thread.join()


def family(process: int) -> list[int]:
    """A process and its children."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [process, *(pid for child in children for pid in family(int(child)))]


def pss(process: int) -> float:
    """Memory in MiB, including its share of shared pages."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    found = re.search(r"^Pss: +(\d+) kB", text, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def preview_seconds(project: Path, source: Path) -> float:
    """Seconds from saving a source to the reload of its page, checked to have the new words."""
    process = subprocess.Popen(
        [*COMMAND[:1], "-u", *COMMAND[1:], "serve", "-C", str(project), "--port", "0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        for line in process.stdout:
            if found := re.search(r"127\.0\.0\.1:(\d+)", line):
                time.sleep(20 + len(list(source.parent.iterdir())) / 200)  # until it is idle
                return asyncio.run(_saved_to_reload(int(found[1]), project, source))
        sys.exit("The preview did not start.")
    finally:
        process.terminate()
        process.wait()


async def _saved_to_reload(port: int, project: Path, source: Path) -> float:
    from tornado.httpclient import HTTPRequest
    from tornado.websocket import websocket_connect

    # As a page of the preview asks; others are refused.
    origin = {"Origin": f"http://127.0.0.1:{port}"}
    address = f"ws://127.0.0.1:{port}/.preview/socket"
    socket = await websocket_connect(HTTPRequest(address, headers=origin))
    await socket.write_message('{"command": "hello"}')
    await socket.read_message()
    text = source.read_text(encoding="utf-8")
    mark = f"Sentence {time.time_ns()}."
    start = time.perf_counter()
    source.write_text(f"{text} {mark}\n", encoding="utf-8")
    while True:
        message = await socket.read_message()
        if message is None:
            sys.exit("The preview ended.")
        if json.loads(message)["command"] == "reload":
            break
    seconds = time.perf_counter() - start
    pages = (project / "site" / "sources").glob("*.html")
    if not any(mark in page.read_text(encoding="utf-8") for page in pages):
        sys.exit("The page was reloaded without the new words.")
    source.write_text(text, encoding="utf-8")
    return seconds


def measure(number: int, folder: Path, settings: str) -> None:
    """Measure everything for one number of articles and print it as it comes."""
    articles = BENCH / ("news-1000.jsonl.gz" if number <= 1000 else "news-10000.jsonl.gz")
    project = folder / f"news-{number}"
    count = write_seeds(articles, project / "seeds", number)
    (project / "sourcebook.toml").write_text(f"{settings}search = false\n")
    print(f"\n{count:,} articles, {len(os.sched_getaffinity(0))} cores", flush=True)
    cold = build(project)
    show("first build", cold)
    rate = count / cold.stages["analyse"]
    print(f"  reading and analysis {rate:.1f} articles a second", flush=True)
    source = sorted((project / "seeds").iterdir())[count // 2]
    source.write_text(source.read_text(encoding="utf-8") + EDIT, encoding="utf-8")
    show("one document changed", build(project))
    show("nothing changed", min((build(project) for _ in range(3)), key=lambda run: run.seconds))
    if number <= 1000:
        seconds = sorted(preview_seconds(project, source) for _ in range(3))[1]
        print(f"{'preview, from saving to the reload':36}{seconds:9.2f} s", flush=True)
    compare(project, folder, count)
    (project / "sourcebook.toml").write_text(settings)
    show("with search, from stored analyses", build(project))
    size.weigh(project / "site", count)


def show(what: str, run: Run) -> None:
    """Print one build."""
    stages = ", ".join(f"{name} {number:.1f}" for name, number in run.stages.items() if number)
    memory = f"{run.memory:,.0f} MiB" if run.memory else ""
    print(f"{what:36}{run.seconds:9.2f} s, of CPU {run.processor:.2f} {memory:>10}  "
          f"{run.written:,} files; {stages}", flush=True)  # fmt: skip


def compare(project: Path, folder: Path, count: int) -> None:
    """Print a table of our time without analysis beside that of other generators, and the budget.

    folder: an empty one for what the others build
    """
    others = {}
    for peer in peers.installed_peers():
        for variant, write in (("plain", peers.write_plain), ("same", peers.write_comparable)):
            theirs = folder / f"{peer.name}-{variant}"
            write(peer, project / "site" / "data", theirs)
            others[f"{peer.name} {peers.version_of(peer)}, {variant} pages"] = (peer, theirs)
    ours: list[peers.Spent] = []
    found: dict[str, list[peers.Spent]] = {name: [] for name in others}
    for _ in range(2 if count <= 1000 else 1):
        shutil.rmtree(project / "site")
        run = build(project)
        ours.append(peers.Spent(run.seconds, run.processor))
        for name, (peer, theirs) in others.items():
            try:
                found[name].append(peers.build_costs(peer, theirs))
            except RuntimeError as error:
                print(f"{name:36} {error}", flush=True)
    pages = sum(1 for _ in (project / "site").rglob("*.html"))
    print(f"\n{'everything but analysis':32}{'CPU s':>9}{'ours':>8}{'wall s':>9}{'ours':>8}"
          f"{'pages':>9}")  # fmt: skip
    least = peers.least(ours)
    print(f"{'ours':32}{least.processor:9.2f}{'':8}{least.seconds:9.2f}{'':8}{pages:9,}")
    for name, (peer, theirs) in others.items():
        if found[name]:
            other, made = peers.least(found[name]), peers.pages_built(peer, theirs)
            processor, clock = least.processor / other.processor, least.seconds / other.seconds
            print(f"{name:32}{other.processor:9.2f}{processor:7.2f}×"
                  f"{other.seconds:9.2f}{clock:7.2f}×{made:9,}")  # fmt: skip
        shutil.rmtree(theirs)


def main() -> int:
    """Measure for each number of articles given, or compare a project with others."""
    words = sys.argv[1:]
    settings = f'names = "{capitals.ENGINE}"\n' if "--capitals" in words else ""
    with tempfile.TemporaryDirectory() as folder:
        if words[:1] == ["--project"]:
            project = Path(words[1]).absolute()
            show("a build", build(project))
            count = sum(1 for _ in (project / "seeds").iterdir())
            compare(project, Path(folder), count)
            size.weigh(project / "site", count)
            return 0
        if not BENCH.is_dir():
            print(f"Nothing to measure: no articles in {BENCH}.")
            return 0
        for number in [int(word) for word in words if word.isdigit()] or [100, 1000, 10000]:
            measure(number, Path(folder), settings)
    return 0


if __name__ == "__main__":
    sys.exit(main())
