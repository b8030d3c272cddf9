"""Measure how large a site is: files and bytes of each kind of page and file, per source.

    python benchmarks/size.py SITE SOURCES          (a built site, and the number of its sources)

The last line compares it with what is wanted at ten thousand articles. `build.py` prints the same
for the sites that it builds.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

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


if __name__ == "__main__":
    weigh(Path(sys.argv[1]), int(sys.argv[2]))
