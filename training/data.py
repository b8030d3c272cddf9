"""Read the training sets, augment them, and cut them into windows of word pieces.

All randomness comes from the `random.Random` passed in, so a seed makes a run reproducible.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.analyse.names.tagger import CLS, LABELS, SEP, pieces_of

SOURCES = (
    "wikigold",
    "ewt",
    "crossner_politics",
    "crossner_science",
    "crossner_music",
    "crossner_literature",
    "crossner_ai",
    "btc",
    "wnut17",
)
ORDERED = ("wikigold", "ewt")  # their sentences follow each other as in the documents
IGNORE = -100
MASK = 103


@dataclass(frozen=True)
class Mix:
    """How often an epoch uses each set (1 = once), and the probability of each augmentation."""

    shares: tuple[float, ...] = (2.0, 1.0, 1.5, 1.0, 1.0, 1.0, 1.0, 0.34, 0.34)
    lower: float = 0.04
    upper: float = 0.06
    title: float = 0.05
    curly: float = 0.4
    swap: float = 0.4
    hide: float = 0.06
    hide_name: float = 0.15
    single: float = 0.35
    targets: tuple[int, ...] = (64, 96, 128, 160)


Sentence = tuple[list[str], list[tuple[int, int, str]]]


def load(folder: Path) -> dict[str, list[Sentence]]:
    """Read the sets of names/train; user names ("@" and a word) do not count as names here."""
    out: dict[str, list[Sentence]] = {}
    for source in SOURCES:
        with gzip.open(folder / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        out[source] = [
            (row["tokens"], [tuple(s) for s in row["spans"] if not is_handle(row["tokens"], *s)])
            for row in rows
            if row["tokens"]
        ]
    return out


def is_handle(tokens: list[str], start: int, end: int, _type: str) -> bool:
    """Whether a span is a user name, as on Twitter."""
    return tokens[start].startswith("@") or (start > 0 and tokens[start - 1] == "@")


def mention_pools(data: dict[str, list[Sentence]]) -> dict[str, list[list[str]]]:
    """The names of each type in the edited sets (not the tweets)."""
    pools: dict[str, list[list[str]]] = {"PER": [], "ORG": [], "LOC": []}
    for source, rows in data.items():
        if source in ("btc", "wnut17"):
            continue
        for tokens, spans in rows:
            for start, end, kind in spans:
                if end - start <= 6:
                    pools[kind].append(tokens[start:end])
    return pools


def swap_names(sentence: Sentence, pools: dict, rng: random.Random) -> Sentence:
    """Replace each name, with probability one half, by another of its type."""
    tokens, spans = sentence
    words: list[str] = []
    moved: list[tuple[int, int, str]] = []
    at = 0
    for start, end, kind in sorted(spans):
        words += tokens[at:start]
        name = rng.choice(pools[kind]) if rng.random() < 0.5 else tokens[start:end]
        moved.append((len(words), len(words) + len(name), kind))
        words += name
        at = end
    return words + tokens[at:], moved


SMALL = "a an the of in on at to for and or but by from with as vs via"


def change_case(tokens: list[str], mix: Mix, rng: random.Random) -> list[str]:
    """Occasionally put the words into lower case, capitals or headline case."""
    chance = rng.random()
    if chance < mix.lower:
        return [t.lower() for t in tokens]
    chance -= mix.lower
    if chance < mix.upper:
        return [t.upper() for t in tokens]
    chance -= mix.upper
    if chance < mix.title:
        small = SMALL.split()
        return [t if t.lower() in small else t[:1].upper() + t[1:] for t in tokens]
    return tokens


def change_quotes(tokens: list[str], mix: Mix, rng: random.Random) -> list[str]:
    """Use typographic quotation marks and apostrophes, or plain ones."""
    plain = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-lrb-": "(", "-rrb-": ")"}
    tokens = [plain.get(t, t) for t in tokens]
    if rng.random() >= mix.curly:
        return tokens
    out, inside = [], False
    for token in tokens:
        if token == '"':
            inside = not inside
            out.append("“" if inside else "”")
        else:
            out.append(token.replace("'", "’"))
    return out


def join(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """The tokens as text, and the offsets of each token."""
    text, offsets = "", []
    for token in tokens:
        glued = token.lower() in ("n't", "n’t") or (token[0] in "'’" and len(token) > 1)
        if text and not glued:
            text += " "
        offsets.append((len(text), len(text) + len(token)))
        text += token
    return text, offsets


def encode(tokenizer, sentence: Sentence) -> tuple[list[int], list[int], list[int]]:
    """Word pieces, shapes and labels of a sentence, split as the tagger splits its text."""
    tokens, spans = sentence
    text, offsets = join(tokens)
    pieces = pieces_of(tokenizer, text)
    tags = [0] * len(pieces.ids)
    names = [(offsets[s][0], offsets[e - 1][1], kind) for s, e, kind in spans if e > s]
    for start, end, kind in names:
        inside = False
        for k, at in enumerate(pieces.starts):
            if pieces.first[k] and start <= at < end:
                tags[k] = LABELS.index(("I-" if inside else "B-") + kind)
                inside = True
    labels = [t if f else IGNORE for t, f in zip(tags, pieces.first, strict=True)]
    return pieces.ids, pieces.shapes, labels


def hide(ids: list[int], labels: list[int], mix: Mix, rng: random.Random) -> list[int]:
    """Occasionally mask words, those in names more often, so that the context has to decide."""
    out, hidden = [], False
    for piece, label in zip(ids, labels, strict=True):
        if label != IGNORE:
            hidden = rng.random() < (mix.hide_name if label else mix.hide)
        out.append(MASK if hidden else piece)
    return out


@dataclass
class Example:
    """A window: word pieces, shapes, labels, and the number of its training set."""

    ids: list[int]
    shapes: list[int]
    labels: list[int]
    source: int


def sample(rows: list[Sentence], share: float, ordered: bool, rng: random.Random) -> list[Sentence]:
    """`share` times the rows: complete rounds, then a part; in order or shuffled."""
    out: list[Sentence] = []
    while share > 0:
        part = list(rows)
        if not ordered:
            rng.shuffle(part)
        out += part[: round(min(share, 1.0) * len(part))]
        share -= 1.0
    return out


def epoch(tokenizer, data: dict, pools: dict, mix: Mix, rng: random.Random) -> list[Example]:
    """One epoch of augmented windows, shuffled."""
    out: list[Example] = []
    for number, source in enumerate(SOURCES):
        rows = sample(data[source], mix.shares[number], source in ORDERED, rng)
        window = new_window(number)
        target = 0
        for sentence in rows:
            if rng.random() < mix.swap:
                sentence = swap_names(sentence, pools, rng)
            tokens = change_quotes(change_case(sentence[0], mix, rng), mix, rng)
            ids, shapes, labels = encode(tokenizer, (tokens, sentence[1]))
            ids = hide(ids, labels, mix, rng)
            ids, shapes, labels = ids[:250], shapes[:250], labels[:250]
            if len(window.ids) > 1 and len(window.ids) + len(ids) + 1 > target:
                out.append(window)
                window = new_window(number)
            if len(window.ids) == 1:
                target = 0 if rng.random() < mix.single else rng.choice(mix.targets)
            window.ids += [*ids, SEP]
            window.shapes += [*shapes, 0]
            window.labels += [*labels, IGNORE]
        if len(window.ids) > 1:
            out.append(window)
    rng.shuffle(out)
    return out


def new_window(source: int) -> Example:
    """A window that holds only its first marker."""
    return Example([CLS], [0], [IGNORE], source)


def batches(examples: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of about `size` word pieces, of windows of similar length, shuffled."""
    out = []
    for k in range(0, len(examples), 1024):
        current: list[Example] = []
        for example in sorted(examples[k : k + 1024], key=lambda e: len(e.ids)):
            if current and (len(current) + 1) * len(example.ids) > size:
                out.append(current)
                current = []
            current.append(example)
        out.append(current)
    rng.shuffle(out)
    return out
