"""Measure the search: its index, what a browser loads, and how quickly results appear.

    python benchmarks/search.py [--queries N] [ARTICLES.jsonl.gz ...]

By default for 1,000 and 10,000 articles (../shared/bench/news-*.jsonl.gz, not part of the project).
Names are taken from front matter only, so that the index and the page are measured, not the
analysis. For each corpus it prints

- seconds and peak memory of indexing: a build with search minus one without,
- bytes and files on disk,
- requests and bytes of the first and of later queries in Chromium, texts compressed as by a host,
- milliseconds from the last key to the first result,
- known-item queries: for how many of a sample of articles a query of five of its words lists the
  article first.

Before these, thirty queries as readers type them, with slips and in other spellings and forms, are
put to the demonstration with five notes in other scripts: how many list what is wanted among the
first three offers or results, and the most bytes that one of them loads on a first visit.
"""

from __future__ import annotations

import argparse
import functools
import gzip
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
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent))

from build import ROOT, write_seeds

from generator.render.exports.reading import records

BENCH = ROOT.parent / "shared" / "bench"
QUERIES = ("oil spill", "Barack Obama", "earthquake", "prime minister resigned", "hospital", "2010")

# Notes beside the demonstration: file -> title, language, text.
NOTES = {
    "lodz.md": ("The mills of Łódź", "en", "In Łódź the mills of the Straße burned down."),
    "istanbul.md": (
        "A speech in Istanbul",
        "en",
        "Erdoğan spoke in Beyoğlu; a ﬂeet lay at anchor.",
    ),
    "tripoli.md": ("Gaddafi in Tripoli", "en", "Muammar Gaddafi met envoys in Tripoli."),
    "beijing.md": ("北京火灾", "zh", "周三在北京大学发生火灾。三人受伤。"),
    "tokyo.md": ("東京の地震", "ja", "東京で地震があり、電車が止まった。"),
}
# Queries, and a part of the title of what is wanted.
FORGIVING = (
    ("Qaddafi", "Gaddafi in Tripoli"),
    ("Khadafi envoys", "Gaddafi in Tripoli"),
    ("lodz", "Łódź"),
    ("strasse mills", "Łódź"),
    ("Erdogan", "Istanbul"),
    ("Beyoglu", "Istanbul"),
    ("fleet at anchor", "Istanbul"),
    ("北京", "北京火灾"),
    ("火灾", "北京火灾"),
    ("地震", "東京"),
    ("who claimed the attack", "claim"),
    ("when did the trial begin", "Trial of 19 defendants begins"),
    ("what did Macron say about Cayenne", "Macron"),
    ("ambasadors wreaths", "Foreign ambassadors"),
    ("Bortnikof", "Bortnikov"),
    ("Krasnogorsk", "Krasnogorsk"),
    ("Basmany court", "Basmanny"),
    ("Khorassan", "Khorasan"),
    ("embasy warning", "embassy"),
    ("kalashnikovs", "Weapons found at the scene"),
    ("Rakhmon", "Rahmon"),
    ("погибшие", "Ведомости"),
    ("пропавшего", "Ведомости"),
    ("ущерба", "Ведомости"),
    ("detenidos telegram", "Un detenido"),
    ("contactados por Telegram", "Un detenido"),
    ("Putin", "Vladimir Putin"),
    ("22 March 2024", "22 March 2024"),
    ("life sentense court", "life"),
    ("penguins in Krasnogorsk shopping", "Crocus City Hall in figures"),
)
_SHOWN = (("#offers", "a"), ("#results", "h2 a"))
_COMPRESSED = {".html", ".css", ".js", ".json", ".svg"}
_WANTED = 3  # offers, or results, among which it must be


class Host(ThreadingHTTPServer):
    """A static host that counts what it serves."""

    served: list[int]


class Counting(SimpleHTTPRequestHandler):
    """Compresses texts as hosts do, and records the size of each response."""

    def log_message(self, *_: object) -> None:
        """Log nothing."""

    def do_GET(self) -> None:
        """Send a file, or that there is none."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in _COMPRESSED:
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        assert isinstance(self.server, Host)
        self.server.served.append(len(data))
        self.wfile.write(data)


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
    documents = records(site / "data", "documents")
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


def forgiving() -> None:
    """Print how many of the queries find what is wanted, and what the dearest of them loads."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("seeds", "curation", "pages"):
            shutil.copytree(ROOT / part, folder / part)
        for file, (title, language, text) in NOTES.items():
            head = f"---\ntitle: {title}\ndate: 2024-05-01\nlanguage: {language}\n---\n"
            (folder / "seeds" / file).write_text(head + text, encoding="utf-8")
        command = [sys.executable, "-m", "generator", "build", "-C", str(folder)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        found, dearest = 0, 0
        with served(folder / "site") as server, opened() as browser:
            for query, wanted in FORGIVING:
                server.served.clear()
                context = browser.new_context()
                page = context.new_page()
                page.goto(f"{address_of(server)}search/index.html?q={quote(query)}")
                page.locator("#results li, #nothing p, #offers li").first.wait_for()
                dearest = max(dearest, sum(server.served))
                page.wait_for_load_state("networkidle")
                heads = (page.locator(f"{part} {link}") for part, link in _SHOWN)
                titles = [t for some in heads for t in some.all_inner_texts()[:_WANTED]]
                hit = any(wanted.casefold() in title.casefold() for title in titles)
                found += hit
                if not hit:
                    print(f"  {query!r} does not find {wanted!r}, but {titles}")
                context.close()
        print(f"queries that find what is wanted: {found} of {len(FORGIVING)}; ", end="")
        print(f"a first result takes at most {dearest / 1000:,.0f} kB", flush=True)


@contextmanager
def served(site: Path) -> Iterator[Host]:
    """A site on a static host of its own."""
    server = Host(("127.0.0.1", 0), functools.partial(Counting, directory=str(site)))
    server.served = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


def address_of(server: Host) -> str:
    """The address of a host."""
    return f"http://127.0.0.1:{server.server_port}/"


@contextmanager
def opened() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def in_browser(site: Path, queries: int) -> None:
    """Print what a reader's browser loads and how long it takes."""
    with served(site) as server, opened() as browser:
        base = address_of(server)
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
    forgiving()
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
