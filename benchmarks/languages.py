#!/usr/bin/env python3
"""Measure the tagger of many languages on public test sets, from the words of each sentence.

    python benchmarks/languages.py --sets sets.pkl [--graph FILE] [--most N] [--only ru,fr]

`training/languages/sets.py` writes the sets. Each sentence is put together as text, and names are
found in it as in a build, but without the repair across a document. Prints exact F1 by type
(precision, recall), and words per CPU second. Only sets that were never trained on are measured.
"""

from __future__ import annotations

import argparse
import pickle
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.analyse.names.multilingual import GRAPH, MultilingualTagger
from generator.analyse.names.tagger import LABELS
from generator.name_languages import pieces_file


def text_of(sentence: list) -> tuple[str, set[tuple[int, int, str]]]:
    """The text of a sentence, and its names."""
    text, names, open_name = "", [], False
    for word, spaced, label in sentence:
        text += " " if spaced and text else ""
        tag = LABELS[label]
        if tag[0] == "B":
            names.append([len(text), 0, tag[2:]])
        open_name = tag != "O"
        text += word
        if open_name and names:
            names[-1][1] = len(text)
    return text, {(start, end, kind) for start, end, kind in names}


def measure(tagger: MultilingualTagger, rows: list) -> tuple[str, int, float]:
    """The figures for a set, its words, and the CPU seconds."""
    right, found, gold = Counter(), Counter(), Counter()
    start = time.process_time()
    for row in rows:
        text, names = text_of(row)
        ours = {(s.start, s.end, s.type) for s in tagger.tag(text, [(0, len(text))])}
        for counter, spans in ((right, ours & names), (found, ours), (gold, names)):
            counter.update(kind for _, _, kind in spans)
            counter["all"] += len(spans)
    seconds = time.process_time() - start

    def f1(kind: str) -> float:
        return 200 * right[kind] / max(1, found[kind] + gold[kind])

    p, r = (100 * right["all"] / max(1, c["all"]) for c in (found, gold))
    each = " ".join(f"{kind} {f1(kind):.1f}" for kind in ("PER", "ORG", "LOC"))
    return f"F1 {f1('all'):.1f} (P {p:.1f} R {r:.1f})  {each}", sum(map(len, rows)), seconds


def main() -> None:
    """Print a line for each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=Path, required=True)
    parser.add_argument("--graph", type=Path, default=GRAPH)
    parser.add_argument("--most", type=int, default=500, help="sentences of each set")
    parser.add_argument("--only", default="", help="languages, or all")
    args = parser.parse_args()
    pieces = pieces_file()
    if pieces is None:
        sys.exit("Cannot measure: pip install 'sourcebook[languages]'")
    tagger = MultilingualTagger(pieces, args.graph)
    _train, test = pickle.loads(args.sets.read_bytes())
    words, seconds = 0, 0.0
    for name, rows in test.items():
        if args.only and name.split()[0] not in args.only.split(","):
            continue
        line, more, used = measure(tagger, rows[: args.most])
        words, seconds = words + more, seconds + used
        print(f"{name:16} {min(len(rows), args.most):5} sentences  {line}", flush=True)
    print(f"{words / max(seconds, 0.01):.0f} words per CPU second")


if __name__ == "__main__":
    main()
