"""Build the 1,000 news articles and say how long each stage takes and how much memory it needs.

    python benchmarks/build.py [ARTICLES.jsonl.gz]

The articles are evaluation data and no part of this project; without the file nothing is measured.
Each becomes a text file in the form "date YYYY-MM-DD text".
"""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT.parent / "shared" / "bench" / "news-1000.jsonl.gz"


def write_seeds(articles: Path, folder: Path) -> int:
    """Write each article as a seed; how many there were."""
    folder.mkdir(parents=True)
    number = 0
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            article = json.loads(line)
            text = f" date {article['date']} {article['text']}"
            (folder / f"{number:05d}.txt").write_text(text, encoding="utf-8")
    return number


def main() -> int:
    """Measure one cold build in a process of its own."""
    articles = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    if not articles.is_file():
        print(f"No articles at {articles}; nothing was measured.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        number = write_seeds(articles, Path(folder, "seeds"))
        print(f"{number:,} articles", flush=True)
        command = [sys.executable, "-m", "generator", "build", "-C", folder]
        status = subprocess.run(command, cwd=ROOT, check=False).returncode
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"peak memory {peak / 1024:,.0f} MiB")
    return status


if __name__ == "__main__":
    sys.exit(main())
