#!/usr/bin/env python3
"""Measure the time tagger on dates and times of day that a person has labelled.

    python benchmarks/labels.py fr labels.jsonl [--errors]

Each line of the file is a sentence: {"date": "1915-08-08", "text": "…", "times": [[start, end,
["1915-08-07TEV"]], …]}: the day it was written, and the place and value of each date and time of
day. Several values mean that any of them is right, none that the expression is not counted (as
where a reader could not say which day is meant). Durations, sets and "now" are not labelled and not
counted. Prints precision, recall and F1 of values; an expression is found if it overlaps the label.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.analyse.times import find_times

Label = tuple[int, int, list[str]]


def agrees(value: str, wanted: list[str]) -> bool:
    """Whether a value is one of those wanted; unknown days are equal whatever else is unknown."""
    if not value.startswith("XXXX"):
        return value in wanted
    hour = value.partition("T")[2]
    return any(w.startswith("XXXX") and w.partition("T")[2] == hour for w in wanted)


def judge(found: list, labels: list[Label]) -> tuple[int, list, list]:
    """How many labels are right, the labels missed, and the expressions that are wrong."""
    right, missed, used = 0, [], set()
    for at, (start, end, wanted) in enumerate(labels):
        near = [k for k, t in enumerate(found) if t.start < end and start < t.end]
        if not wanted:
            used.update(near)
            continue
        good = [k for k in near if agrees(found[k].value, wanted)]
        if not good and joined(found, near, labels[at + 1 :]):
            continue  # "on 3 May at 10" may be found as one: only the time of day is counted
        right += bool(good)
        used.update(good[:1])
        if not good:
            missed.append((start, end, wanted))
    return right, missed, [t for k, t in enumerate(found) if k not in used]


def joined(found: list, near: list[int], later: list[Label]) -> bool:
    """Whether an expression takes in this label and a later one, and has the value of the later."""
    return any(
        found[k].start < end and start < found[k].end and agrees(found[k].value, wanted)
        for k in near
        for start, end, wanted in later
    )


def main() -> None:
    """Print the figures, and with --errors what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("labels", type=Path)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    right = missed = wrong = 0
    for line in args.labels.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        times = find_times(text, date=row["date"], language=args.language)
        times = [t for t in times if t.type in ("DATE", "TIME") and not t.value.endswith("_REF")]
        good, lost, bad = judge(times, row["times"])
        right, missed, wrong = right + good, missed + len(lost), wrong + len(bad)
        if args.errors and (lost or bad):
            print(f"{row['date']}  {text}")
            print("   missed:", *(f"{text[s:e]} = {'|'.join(v)};" for s, e, v in lost))
            print("   found: ", *(f"{t.text} = {t.value};" for t in bad))
    precision, recall = 100 * right / max(1, right + wrong), 100 * right / max(1, right + missed)
    f1 = 200 * right / max(1, 2 * right + wrong + missed)
    print(f"{right + missed} labels: F1 {f1:.1f} (precision {precision:.1f}, recall {recall:.1f})")


if __name__ == "__main__":
    main()
