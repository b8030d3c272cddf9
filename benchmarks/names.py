#!/usr/bin/env python3
"""Measure the name tagger on ../shared/bench/names/dev.jsonl, and its speed against a prototype.

    python benchmarks/names.py [--models DIR] [--plain] [--no-speed] [--errors N] [--out FILE]

Prints the scorer's exact, overlap and untyped F1 by type, before and after the repair across the
document, and words per CPU second of our tagger and of the prototype: both run in turn in this
process on the same text, three times, and the best run of each counts.

Sentences come from a splitter of the benchmark's own (`split`), so that changes to the project's do
not change the figures. A replacement must return half-open offsets in order.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.analyse.names.consistency import repair
from generator.analyse.names.spans import MODELS
from generator.analyse.names.tagger import Tagger

SHARED = Path(__file__).resolve().parents[2] / "shared"
END = re.compile(r"""[.!?…]+["”’')\]]*(?=\s+["“‘'(\[]?[A-Z0-9])|\n+""")
SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Prof|Rev|Hon|No|vs|Ft|Mt)"
    r"|(?:^|[\s.])[A-Z])\.$"
)


def split(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of a text, in order."""
    out, start = [], 0
    for match in END.finditer(text):
        if text[match.start()] != "\n" and SHORT.search(
            text[max(0, match.end() - 8) : match.end()]
        ):
            continue
        if text[start : match.end()].strip():
            out.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        out.append((start, len(text)))
    return out


def mentions(spans) -> list[dict]:
    """Spans in the scorer's format."""
    return [{"start": s.start, "end": s.end, "type": s.type} for s in spans]


def run(tagger: Tagger, documents: list[dict], plain: bool) -> list[dict]:
    """Find the names in all documents."""
    out = []
    for d in documents:
        spans = tagger.tag(d["text"], split(d["text"]))
        if not plain:
            spans = repair(d["text"], spans)
        out.append({"id": d["id"], "mentions": mentions(spans)})
    return out


def figures(gold: Path, found: list[dict], errors: int = 0) -> str:
    """The scorer's report."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(d) + "\n" for d in found)
        file.flush()
        command = [sys.executable, str(SHARED / "bench" / "score_names.py"), str(gold), file.name]
        command += ["--errors", str(errors)] if errors else []
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def speed(tagger: Tagger, documents: list[dict]) -> str:
    """Words per CPU second of our tagger and of the prototype, run in turn."""
    folder = SHARED / "prototype" / "names"
    sys.path.insert(0, str(folder))
    import infer

    other = infer.Names(str(folder / "minilm_clean_int8.onnx"), str(folder / "tokenizer.json"))
    words = sum(len(re.findall(r"\w+|[^\w\s]", d["text"])) for d in documents)
    best = {"ours": 1e9, "prototype": 1e9}
    for _ in range(3):
        for name in list(best):
            start = time.process_time()
            if name == "ours":
                run(tagger, documents, plain=False)
            else:
                for d in documents:
                    other.find(d["text"])
            best[name] = min(best[name], time.process_time() - start)
    rates = {name: words / seconds for name, seconds in best.items()}
    return (
        f"words per CPU second: ours {rates['ours']:.0f}, prototype {rates['prototype']:.0f}, "
        f"ratio {rates['ours'] / rates['prototype']:.2f}"
    )


def main() -> None:
    """Print the scores and the speed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--models", type=Path, default=MODELS, metavar="DIR", help="folder of the tagger's files"
    )
    parser.add_argument("--plain", action="store_true", help="leave out the repair")
    parser.add_argument("--no-speed", action="store_true", help="do not measure the speed")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list N errors")
    parser.add_argument("--out", type=Path, help="write the names found to FILE", metavar="FILE")
    args = parser.parse_args()
    gold = SHARED / "bench" / "names" / "dev.jsonl"
    if not gold.exists():
        sys.exit(f"Cannot measure: {gold} is missing.")
    documents = [json.loads(line) for line in gold.open(encoding="utf-8")]
    tagger = Tagger(args.models)
    print("tagger alone\n" + figures(gold, run(tagger, documents, True), 0))
    if not args.plain:
        found = run(tagger, documents, False)
        print("with the repair across the document\n" + figures(gold, found, args.errors))
        if args.out:
            args.out.write_text("".join(json.dumps(d) + "\n" for d in found), encoding="utf-8")
    if not args.no_speed:
        print(speed(tagger, documents))


if __name__ == "__main__":
    main()
