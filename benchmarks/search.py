"""Measure the search: its index, what a browser loads, and how quickly results appear.

    python benchmarks/search.py [--queries N] [ARTICLES.jsonl.gz ...]

By default for 1,000 and 10,000 articles (../shared/bench/news-*.jsonl.gz, not part of the project).
Names are taken from front matter only, so that the index and the page are measured, not the
analysis. For each corpus it prints

- seconds and peak memory of indexing: a build with search minus one without,
- bytes and files on disk,
- requests and bytes of the first and of later queries in Chromium,
- milliseconds from the last key to the first result,
- known-item queries: for how many of a sample of articles a query of five of its words lists the
  article first.
"""

from __future__ import annotations

import argparse
import functools
import json
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent))

from build import ROOT, write_seeds

BENCH = ROOT.parent / "shared" / "bench"
QUERIES = ("oil spill", "Barack Obama", "earthquake", "prime minister resigned", "hospital", "2010")


class Host(ThreadingHTTPServer):
    """A static host that counts what it serves."""

    served: list[int]


class Counting(SimpleHTTPRequestHandler):
    """Records the size of each response."""

    def log_message(self, *_: object) -> None:
        """Log nothing."""

    def send_header(self, keyword: str, value: str) -> None:
        """Record the Content-Length."""
        if keyword == "Content-Length":
            assert isinstance(self.server, Host)
            self.server.served.append(int(value))
        super().send_header(keyword, value)


def built(folder: Path, *, search: bool) -> tuple[float, float]:
    """Build in a separate process; returns seconds and peak memory in MiB."""
    (folder / "sourcebook.toml").write_text(
        f'names = "listed"\nsearch = {str(search).lower()}\n', encoding="utf-8"
    )
    shutil.rmtree(folder / "site", ignore_errors=True)
    script = (
        "import resource, sys\n"
        "from generator.cli import main\n"
        "code = main(['build', '-C', sys.argv[1]])\n"
        "own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss\n"
        "print('PEAK', own, others)\n"
        "sys.exit(code)"
    )
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    seconds = time.perf_counter() - start
    own, others = map(int, re.findall(r"PEAK (\d+) (\d+)", done.stdout)[0])
    return seconds, (own + others) / 1024


def known_items(site: Path, number: int) -> list[tuple[str, str]]:
    """Pairs (address, words) of articles and five adjacent words rare in other articles."""
    documents = json.loads((site / "data/documents.json").read_text(encoding="utf-8"))["documents"]
    frequency: Counter[str] = Counter()
    for document in documents:
        frequency.update(set(re.findall(r"[a-z]+", document["text"].lower())))
    chosen = random.Random(1).sample([d for d in documents if d["text"]], number)
    found = []
    for document in chosen:
        text = document["text"]
        best = (0.0, "")
        for _, start, end in document["sentences"]:
            words = text[start:end].split()
            for at in range(len(words) - 4):
                five = words[at : at + 5]
                if all(re.fullmatch("[A-Za-z]+", word) for word in five):
                    rare = sum(1 / frequency[word.lower()] for word in five)
                    best = max(best, (rare, " ".join(five)))
        if best[1]:
            found.append((document["page"], best[1]))
    return found


def typed(page: Page, query: str) -> float:
    """Type a query; returns milliseconds from the last key to the first result."""
    page.locator("#q").fill("")
    page.wait_for_timeout(400)
    page.locator("#q").press_sequentially(query[:-1], delay=15)
    page.wait_for_timeout(500)
    before = page.locator("#status").inner_text()
    start = time.perf_counter()
    page.locator("#q").press(query[-1])
    while page.locator("#status").inner_text() in (before, "Searching…", ""):
        time.sleep(0.002)
    page.locator("#results li, #nothing p").first.wait_for()
    return 1000 * (time.perf_counter() - start)


def in_browser(site: Path, queries: int) -> None:
    """Print what a reader's browser loads and how long it takes."""
    server = Host(("127.0.0.1", 0), functools.partial(Counting, directory=str(site)))
    server.served = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.goto(f"{base}search/index.html")
        page.wait_for_load_state("networkidle")
        print(f"  the page: {len(server.served)} requests, {sum(server.served) / 1024:,.0f} KiB")
        spent = []
        for number, query in enumerate(QUERIES):
            server.served.clear()
            spent.append(typed(page, query))
            page.wait_for_load_state("networkidle")
            loaded = f"{len(server.served)} requests, {sum(server.served) / 1024:,.0f} KiB"
            kind = "first" if number == 0 else "later"
            print(f"  {kind} query, {query!r}: {loaded}, {spent[-1]:.0f} ms")
        print(f"  median milliseconds from key to result: {statistics.median(spent):.0f}")
        first = 0
        items = known_items(site, queries)
        for address, words in items:
            page.goto(f"{base}search/index.html?q={words}")
            link = page.locator("#results h2 a").first
            link.wait_for()
            first += address in (link.get_attribute("href") or "")
        print(f"  known items found first: {first} of {len(items)}")
        browser.close()
    server.shutdown()


def main() -> int:
    """Measure each corpus."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--queries", type=int, default=100, metavar="N", help="known-item queries (default: 100)"
    )
    parser.add_argument("articles", type=Path, nargs="*", metavar="ARTICLES.jsonl.gz")
    given = parser.parse_args()
    for articles in given.articles or [BENCH / f"news-{n}.jsonl.gz" for n in (1000, 10000)]:
        if not articles.is_file():
            print(f"Cannot measure: {articles} is missing.")
            continue
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            print(f"{write_seeds(articles, folder / 'seeds'):,} articles", flush=True)
            bare, bare_peak = built(folder, search=False)
            whole, peak = built(folder, search=True)
            files = [p for p in (folder / "site/search").rglob("*") if p.is_file()]
            size = sum(p.stat().st_size for p in files) / 2**20
            print(
                f"  indexing: {whole - bare:.1f} s of a build of {whole:.1f} s; peak memory "
                f"{peak:,.0f} MiB with search, {bare_peak:,.0f} MiB without (including the indexer)"
            )
            print(f"  on disk: {size:.1f} MiB in {len(files):,} files", flush=True)
            in_browser(folder / "site", given.queries)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
