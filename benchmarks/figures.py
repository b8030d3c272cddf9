"""Measure what figures and claims cost: CPU seconds of analysis and derivation with and without them.

    python benchmarks/figures.py [ARTICLES [TIMES]]          (default: 1000 1)

Everything runs in one process, in turns, TIMES each. Names are only those that sources list, unless
`--names MODULE:FUNCTION` gives another engine or `own` ours; with few names there are few series.
The articles are those of `build.py`.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

import build

from generator import analyse, derive
from generator.config import read_config
from generator.derive.series import SeriesFound
from generator.load import load
from generator.model import Analysis, Document, Edits
from generator.read import read

Result = TypeVar("Result")


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """What a piece of work returns, and its CPU seconds."""
    gc.collect()
    start = time.process_time()
    found = work()
    return found, time.process_time() - start


def analysis(documents: Sequence[Document], folder: Path, *, on: bool) -> list[Analysis]:
    """The analyses of documents, with figures and claims or without."""
    config = read_config(folder)
    engine = analyse.engine_for(config.names)
    nothing = () if on else (patch("generator.analyse.all_figures", return_value=()),
                             patch("generator.analyse.find_sayings", return_value=()))  # fmt: skip
    for one in nothing:
        one.start()
    try:
        return [analyse.analyse_document(document, engine, config) for document in documents]
    finally:
        for one in nothing:
            one.stop()


def derivation(documents: Sequence[Document], analyses: Sequence[Analysis], *, on: bool) -> str:
    """Derive all that documents say together; returns how much it is."""
    if on:
        corpus = derive.derive(documents, analyses, [], Edits(), 0).corpus
        return (f"{len(corpus.claims):,} claims, {len(corpus.figures):,} figures, "
                f"{len(corpus.series):,} series")  # fmt: skip
    without = [replace(a, figures=(), sayings=()) for a in analyses]
    none = SeriesFound((), ())
    with (
        patch("generator.derive.find_claims", return_value=()),
        patch("generator.derive.find_series", return_value=none),
    ):
        derive.derive(documents, without, [], Edits(), 0)
    return ""


def main() -> int:
    """Measure, and print what figures and claims add."""
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=int, nargs="?", default=1000)
    parser.add_argument("times", type=int, nargs="?", default=1)
    parser.add_argument("--names", default="listed")
    options = parser.parse_args()
    if not build.BENCH.is_dir():
        print(f"Nothing to measure: no articles in {build.BENCH}.")
        return 0
    size = 1000 if options.articles <= 1000 else 10000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build.write_seeds(build.BENCH / f"news-{size}.jsonl.gz", folder / "seeds", options.articles)
        (folder / "sourcebook.toml").write_text(f'names = "{options.names}"\n', encoding="utf-8")
        config = read_config(folder)
        documents = read(load(config).sources, config).documents
        spent: dict[str, float] = {}
        for _ in range(options.times):
            for on in (True, False):
                found, seconds = timed(lambda on=on: analysis(documents, folder, on=on))
                spent[f"analysis {on}"] = spent.get(f"analysis {on}", 0) + seconds
                analyses = found if on else analyses
            for on in (True, False):
                what, seconds = timed(lambda on=on: derivation(documents, analyses, on=on))
                spent[f"derive {on}"] = spent.get(f"derive {on}", 0) + seconds
                print(what, flush=True) if what else None
    for stage in ("analysis", "derive"):
        on, off = spent[f"{stage} True"], spent[f"{stage} False"]
        print(f"{stage}: {on:.1f} s of CPU with figures and claims, {off:.1f} s without, "
              f"{100 * (on - off) / off:+.1f} %")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
