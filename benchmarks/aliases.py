"""Measure the merging of names on ../shared/bench/aliases/dev.json.

    python benchmarks/aliases.py [--errors N]

The 44 documents go through `read`, `analyse` and `derive` as in a build, each as an undated text.
The scorer beside the data compares the entities with the gold ones. The data are not part of the
project.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT.parent / "shared" / "bench"
sys.path.insert(0, str(ROOT))

from generator.analyse import analyse  # noqa: E402
from generator.analyse.names import engine_for  # noqa: E402
from generator.config import read_config  # noqa: E402
from generator.derive.entities.gather import gather_entities  # noqa: E402
from generator.model import Document  # noqa: E402
from generator.read.draft import Block  # noqa: E402
from generator.read.layout import from_blocks  # noqa: E402


def document(name: str, text: str) -> tuple[Document, list[int]]:
    """A text as a document, and for each of its code points the offset in the original text."""
    blocks, origins = [], []
    start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            if origins:
                origins += [start, start]  # the empty line between two passages
            first = start + line.index(words[0])
            blocks.append(Block(words))
            origins += range(first, first + len(words))
        start += len(line) + 1
    body = from_blocks(blocks, "en")
    empty: dict[str, object] = dict.fromkeys(
        ("title", "title_origin", "date", "date_origin", "publisher", "url", "kind", "summary"), ""
    )
    empty |= dict.fromkeys(("authors", "tags", "people", "organisations", "places", "extra"), ())
    found = Document(
        id=name, language="en", path=name, line=1, digest="", text=body.text,
        passages=body.passages, layout=body.layout, **empty,
    )  # type: ignore[arg-type]  # fmt: skip
    return found, origins


def main() -> int:
    """Print the scorer's report."""
    gold = BENCH / "aliases" / "dev.json"
    if not gold.is_file():
        print(f"Cannot measure: {gold} is missing.")
        return 1
    documents, origins_of = [], {}
    for given in json.loads(gold.read_text(encoding="utf-8"))["documents"]:
        made, offsets = document(given["id"], given["text"])
        documents.append(made)
        origins_of[given["id"]] = offsets
        assert all(
            made.text[i] == given["text"][p] for i, p in enumerate(offsets) if made.text[i].strip()
        ), given["id"]
    config = read_config(ROOT)
    engine_for(config.names)
    analyses = analyse(documents, config)
    found = gather_entities(documents, {a.document: a for a in analyses}, 1, [])
    entities = [
        {
            "id": entity.id,
            "mentions": [
                {
                    "document": m.provenance.document,
                    "start": origins_of[m.provenance.document][m.provenance.start],
                    "end": origins_of[m.provenance.document][m.provenance.end - 1] + 1,
                }
                for m in entity.mentions
            ],
        }
        for entity in found
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "entities.json"
        path.write_text(json.dumps({"entities": entities}), encoding="utf-8")
        command = [sys.executable, str(BENCH / "score_aliases.py"), str(gold), str(path)]
        print(subprocess.run([*command, *sys.argv[1:]], capture_output=True, text=True).stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
