"""Sentences, by cases in `cases/sentences`."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from generator.read.sentences import split_sentences

FOLDER = Path(__file__).parent / "cases" / "sentences"


def cases() -> list[tuple[str, list[str]]]:
    found = []
    for file in sorted(FOLDER.glob("*.txt")):
        for block in file.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.strip().split("\n") if not line.startswith("#")]
            if lines:
                found.append((file.stem, lines))
    return found


@pytest.mark.parametrize(("language", "lines"), cases(), ids=lambda v: v[0][:40])
def test_case(language: str, lines: list[str]) -> None:
    text = " ".join(lines)
    assert [text[a:b] for a, b in split_sentences(text, language)] == lines


@pytest.mark.parametrize(
    "text", ["", " ", "...", "\n\n", "。", "a", '"', "! ? !", "🙂. 🙂", "\u200f."]
)
def test_every_character_belongs_to_one_sentence(text: str) -> None:
    spans = split_sentences(text)
    covered = "".join(text[a:b] for a, b in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize("piece", [".", ". ", "a. ", '" ', "!?", "A.", "U.S. ", " ", '."'])
def test_a_hostile_megabyte_is_no_trap(piece: str) -> None:
    """Quadratic time would need hours for this, so the test would not end."""
    text = piece * (1_000_000 // len(piece))
    spans = split_sentences(text)
    assert sum(b - a for a, b in spans) <= len(text)
