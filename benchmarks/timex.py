"""Measure the time tagger: value F1 on two sets of news texts, and speed on one core.

    python benchmarks/timex.py [--errors N]

Needs the sets and the scorer in ../shared/bench, which are not part of the project. The scores
are value F1 over all expressions, and over those whose value is a calendar period.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT.parent / "shared" / "bench"
sys.path.insert(0, str(ROOT))

from generator.analyse.times import find_times  # noqa: E402


def missing() -> list[Path]:
    """The files that are needed but missing."""
    wanted = [BENCH / "score_timex.py", *(BENCH / "timex" / f"{n}.json" for n in SETS)]
    return [path for path in wanted if not path.is_file()]


SETS = ("timebank", "aquaint")


def predict(documents: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The tagger's output in the scorer's format."""
    return {
        doc["id"]: [
            {"start": t.start, "end": t.end, "type": t.type, "value": t.value}
            for t in find_times(doc["text"], date=doc["dct"][:10])
        ]
        for doc in documents
    }


def score(gold: Path, predicted: dict[str, Any], errors: int) -> str:
    """Run the scorer; returns its JSON, or its list of errors."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predicted.json"
        path.write_text(json.dumps(predicted), encoding="utf-8")
        command = [
            sys.executable,
            str(BENCH / "score_timex.py"),
            str(gold),
            str(path),
            "--calendar",
        ]
        command += ["--errors", str(errors)] if errors else ["--json"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main() -> int:
    """Print the scores on both sets."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list N errors instead")
    arguments = parser.parse_args()
    if gone := missing():
        print("Cannot measure; missing files:", *gone, sep="\n  ")
        return 1
    find_times("Ready by Friday.", date="2024-03-25")  # compile the rules before the clock starts
    for name in SETS:
        gold = BENCH / "timex" / f"{name}.json"
        documents = json.loads(gold.read_text(encoding="utf-8"))
        words = sum(len(doc["text"].split()) for doc in documents)
        begun = time.process_time()
        predicted = predict(documents)
        speed = words / (time.process_time() - begun)
        answer = score(gold, predicted, arguments.errors)
        if arguments.errors:
            print(answer)
            continue
        found = json.loads(answer)
        value = {part: found[part]["value"]["f1"] for part in ("all", "calendar")}
        print(
            f"{name:9} value F1 {value['all']:.2f}, calendar {value['calendar']:.2f}; "
            f"relaxed F1 {found['all']['relaxed']['f1']:.2f}; {speed / 1000:.0f} thousand words/s"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
