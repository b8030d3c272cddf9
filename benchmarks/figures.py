"""Measure what figures and claims cost: CPU seconds of analysis and derivation, with and without.

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
from unittest.mock import patch

import build

from generator import analyse, derive
from generator.config import read_config
from generator.derive.series import SeriesFound
from generator.load import load
from generator.model import Analysis, Document, Edits
from generator.read import read


def compare(stage: str, times: int, work: Callable[[bool], object]) -> None:
    """Print the CPU seconds of a stage with and without figures and claims, done in turns."""
    spent = {True: 0.0, False: 0.0}
    for on in (True, False) * times:
        gc.collect()
        start = time.process_time()
        work(on)
        spent[on] += time.process_time() - start
    more = 100 * (spent[True] - spent[False]) / spent[False]
    print(f"{stage}: {spent[True]:.1f} s with, {spent[False]:.1f} s without, {more:+.1f} %")


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
        analyses = analysis(documents, folder, on=True)
        compare("analysis", options.times, lambda on: analysis(documents, folder, on=on))
        compare("derive", options.times, lambda on: derivation(documents, analyses, on=on))
    print(derivation(documents, analyses, on=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
