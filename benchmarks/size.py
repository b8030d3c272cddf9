"""Measure how large sites are: files and bytes of each kind of page and file, per source.

    python benchmarks/size.py [ARTICLES …]          (default: 300 1000)
    python benchmarks/size.py --site FOLDER SOURCES

Builds a site of the articles of `build.py`, with names by capitals (`capitals.py`), and weighs it;
or weighs one that is there. The last line compares it with what is wanted at ten thousand articles.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import build
import capitals

FILES, SIZE, PAGE = 3.0, 60_000, 300_000  # per source, per source, of the largest page


def kind_of(path: str) -> str:
    """What a file is counted as: "people/ pages", "data/mentions.csv", "search/"."""
    folder, _, name = path.partition("/")
    if not name:
        return "the top folder"
    if folder in ("data", "static"):
        return f"{folder}/{name.partition('/')[0]}"
    if folder == "search":
        return f"search/{name.partition('/')[0]}" if "/" in name else "search/ itself"
    return f"{folder}/"


def weigh(site: Path, sources: int) -> None:
    """Print the files and bytes of a site by kind, and how they compare with what is wanted."""
    sizes = {
        one.relative_to(site).as_posix(): one.stat().st_size
        for one in site.rglob("*")
        if one.is_file() and not one.name.startswith(".sourcebook")
    }
    files, size = Counter[str](), Counter[str]()
    for path, amount in sizes.items():
        files[kind_of(path)] += 1
        size[kind_of(path)] += amount
    print(f"\n{sources:,} sources{'files':>34}{'a source':>10}{'kB':>12}{'a source':>10}")
    for kind in sorted(size, key=lambda kind: (-size[kind], kind)):
        print(f"{kind:36}{files[kind]:9,}{files[kind] / sources:10.2f}"
              f"{size[kind] / 1000:12,.0f}{size[kind] / 1000 / sources:10.2f}")  # fmt: skip
    pages = {path: amount for path, amount in sizes.items() if path.endswith(".html")}
    largest = max(pages, key=lambda path: pages[path])
    number, total = len(sizes) / sources, sum(sizes.values()) / sources
    print(f"{'in all':36}{len(sizes):9,}{number:10.2f}"
          f"{total * sources / 1000:12,.0f}{total / 1000:10.2f}")  # fmt: skip
    print(
        f"of the budget: files {number / FILES:.2f}, bytes {total / SIZE:.2f}, largest page "
        f"{pages[largest] / PAGE:.2f} ({largest}, {pages[largest] / 1000:.0f} kB)",
        flush=True,
    )


def measure(number: int, folder: Path) -> None:
    """Build the site of a number of articles and weigh it."""
    articles = build.BENCH / ("news-1000.jsonl.gz" if number <= 1000 else "news-10000.jsonl.gz")
    project = folder / f"news-{number}"
    count = build.write_seeds(articles, project / "seeds", number)
    settings = f'title = "News"\nnames = "{capitals.ENGINE}"\n'
    (project / "sourcebook.toml").write_text(settings, encoding="utf-8")
    paths = os.pathsep.join((str(build.ROOT), str(Path(__file__).parent)))
    command = [*build.COMMAND, "build", "-C", str(project)]
    subprocess.run(command, cwd=build.ROOT, env={**os.environ, "PYTHONPATH": paths}, check=True)
    weigh(project / "site", count)


def main() -> int:
    """Measure for each number of articles given, or weigh the site given."""
    if sys.argv[1:2] == ["--site"]:
        weigh(Path(sys.argv[2]), int(sys.argv[3]))
        return 0
    if not build.BENCH.is_dir():
        print(f"Nothing to measure: no articles in {build.BENCH}.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        for number in [int(word) for word in sys.argv[1:]] or [300, 1000]:
            measure(number, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
