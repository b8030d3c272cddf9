"""How fast a site is built, first and again, and how fast others build the same.

    python benchmarks/build.py [ARTICLES …]          (by default 100 1000 10000)

For each number of news articles, in turn and in one run: a first build; one from the store of what
was analysed before; one after a document was changed; one after nothing was; what the search index
costs; the preview, from the moment a source is saved to the reload of its page; and, where they are
installed, other generators (`peers.py`) on the same documents. Memory is that of all processes
together, shared pages counted once (PSS), looked at every two seconds, as looking takes time from
what is looked at.

The articles are evaluation data and no part of this project; without them nothing is measured.
Each becomes a text file in the form "date YYYY-MM-DD text". Ten thousand take about 15 minutes.
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

import peers

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT.parent / "shared" / "bench"
COMMAND = [sys.executable, "-m", "generator"]
EDIT = "\n\nOn 3 May 2012 Barack Obama met the mayor of Springfield in Washington, an aide said.\n"
_LOOK = 2.0  # seconds
_STAGE = re.compile(r"(\w+) ([\d.]+) s")
_READ = re.compile(r"read, in all workers +([\d.]+)")
_CHANGED = re.compile(r"([\d,]+) files written")


@dataclass(frozen=True, slots=True)
class Run:
    """One build: wall seconds, seconds by stage, most memory in MiB, files written."""

    seconds: float
    stages: dict[str, float]
    memory: float
    written: int

    @property
    def rest(self) -> float:
        """All but the analysis; reading, which is done in the same processes, is not taken off."""
        jobs = len(os.sched_getaffinity(0))
        return self.seconds - self.stages.get("analyse", 0.0) + self.stages["read"] / jobs


def write_seeds(articles: Path, folder: Path, most: int = sys.maxsize) -> int:
    """Write each article as a seed; how many there were."""
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
    """One build in a process of its own."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [*COMMAND, "build", "-C", str(project), "--profile"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with _memory(process.pid) as most:
        said = process.communicate()[0]
    seconds = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"the build failed:\n{said}")
    line = next(line for line in said.splitlines() if line.startswith("load ") and " s" in line)
    stages = {name: float(number) for name, number in _STAGE.findall(line)}
    read = _READ.search(said)
    written = _CHANGED.search(said)
    stages["read"] = float(read[1]) if read else 0.0
    return Run(seconds, stages, max(most), int(written[1].replace(",", "")) if written else 0)


@contextmanager
def _memory(process: int) -> Iterator[list[float]]:
    """The memory of a process and its children, each time it was looked at."""
    seen = [0.0]
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(_LOOK):
            seen.append(sum(map(_pss, _family(process))))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        ended.set()
        thread.join()


def _family(process: int) -> list[int]:
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [process, *(pid for child in children for pid in _family(int(child)))]


def _pss(process: int) -> float:
    """Memory in MiB, its part of shared pages."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    found = re.search(r"^Pss: +(\d+) kB", text, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def preview_seconds(project: Path, source: Path) -> float:
    """From saving a source to the reload of its page, which then has the new words."""
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
                time.sleep(20 + len(list(source.parent.iterdir())) / 200)  # until it has settled
                return asyncio.run(_saved_to_reload(int(found[1]), project, source))
        sys.exit("the preview did not start")
    finally:
        process.terminate()
        process.wait()


async def _saved_to_reload(port: int, project: Path, source: Path) -> float:
    from tornado.websocket import websocket_connect

    socket = await websocket_connect(f"ws://127.0.0.1:{port}/.preview/socket")
    await socket.write_message('{"command": "hello"}')
    await socket.read_message()
    text = source.read_text(encoding="utf-8")
    mark = f"Sentence {time.time_ns()}."
    start = time.perf_counter()
    source.write_text(f"{text} {mark}\n", encoding="utf-8")
    while True:
        message = await socket.read_message()
        if message is None:
            sys.exit("the preview ended")
        if json.loads(message)["command"] == "reload":
            break
    seconds = time.perf_counter() - start
    pages = (project / "site" / "sources").glob("*.html")
    if not any(mark in page.read_text(encoding="utf-8") for page in pages):
        sys.exit("the page was reloaded without the new words")
    source.write_text(text, encoding="utf-8")
    return seconds


def measure(number: int, folder: Path) -> None:
    """Everything for one number of articles, printed as it comes."""
    articles = BENCH / ("news-1000.jsonl.gz" if number <= 1000 else "news-10000.jsonl.gz")
    project = folder / f"news-{number}"
    count = write_seeds(articles, project / "seeds", number)
    settings = project / "sourcebook.toml"
    settings.write_text("search = false\n")
    print(f"\n{count:,} articles, {len(os.sched_getaffinity(0))} cores", flush=True)
    cold = build(project)
    show("first build", cold)
    rate = count / cold.stages["analyse"]
    print(f"  analysis with reading {rate:.1f} articles a second; all but the analysis "
          f"{cold.rest:.1f} s", flush=True)  # fmt: skip
    shutil.rmtree(project / "site")
    warm = build(project)
    show("again, from the store", warm)
    source = sorted((project / "seeds").iterdir())[count // 2]
    source.write_text(source.read_text(encoding="utf-8") + EDIT, encoding="utf-8")
    show("after one document was changed", build(project))
    build(project)
    show("after nothing was", min((build(project) for _ in range(3)), key=lambda run: run.seconds))
    if number <= 1000:
        seconds = sorted(preview_seconds(project, source) for _ in range(3))[1]
        print(f"{'preview, from saving to the reload':36}{seconds:9.2f} s", flush=True)
    compare(project, folder, cold)
    settings.write_text("")
    show("with search, from the store", build(project))


def show(what: str, run: Run) -> None:
    """Print one build."""
    stages = ", ".join(f"{name} {number:.1f}" for name, number in run.stages.items() if number)
    memory = f"{run.memory:,.0f} MiB" if run.memory else ""
    print(
        f"{what:36}{run.seconds:9.2f} s {memory:>10}  {run.written:,} files; {stages}", flush=True
    )


def compare(project: Path, folder: Path, cold: Run) -> None:
    """Build the same with the peers; our time without the analysis as a multiple of theirs."""
    for peer in peers.installed_peers():
        for variant, write in (("plain", peers.write_plain), ("same", peers.write_comparable)):
            theirs = folder / f"{peer.name}-{variant}"
            write(peer, project / "site" / "data", theirs)
            name = f"{peer.name} {peers.version_of(peer)}, {variant} pages"
            try:
                seconds = peers.build_seconds(peer, theirs)
            except RuntimeError as error:
                print(f"{name:36} {str(error).splitlines()[0]}", flush=True)
                continue
            pages = peers.pages_built(peer, theirs)
            shutil.rmtree(theirs)
            print(f"{name:36}{seconds:9.2f} s {pages:,} pages; ours takes "
                  f"{cold.rest / seconds:.2f} times as long", flush=True)  # fmt: skip


def main() -> int:
    """Measure for each number given."""
    if not BENCH.is_dir():
        print(f"No articles at {BENCH}; nothing was measured.")
        return 0
    numbers = [int(word) for word in sys.argv[1:]] or [100, 1000, 10000]
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            measure(number, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
