"""Find names of persons, organisations and places with our own small tagger.

The model is a six-layer MiniLM encoder with int8 weights (``generator/models``; its card says what
it was trained on). It reads word pieces in lower case, so the *shape* of each word (capitals,
digits, ...) goes in beside its pieces. Neighbouring sentences of a document share a window, each
closed by a separator, so that a name is judged in its context. The tag of a word is read at its
first piece and the best valid sequence of tags of each sentence is taken (Viterbi).

Run time needs ``onnxruntime``, ``tokenizers`` and ``numpy`` only. One thread is used unless more
are asked for; the result does not depend on the number of threads. Windows are run one by one: they
need no padding and no mask, stay in the processor's cache, which is faster than batches of them,
and what comes out does not depend on what else is in a batch. The work grows linearly with the
text, and no text makes it fail.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from generator.analyse.names.spans import MODELS, Span

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
TYPES = ("PER", "ORG", "LOC")
SHAPES = (
    "special",  # [CLS] and [SEP]
    "lower",  # word
    "capitalised",  # Word
    "capitals",  # WORD
    "letter",  # W
    "initial",  # W followed by a full stop
    "mixed",  # wOrd, WOrd, McWord
    "uncased",  # letters of a script without capitals
    "digits",  # 12
    "alphanumeric",  # 12th, B2
    "mark",  # punctuation and symbols
)
CLS, SEP = 101, 102
_FORBIDDEN = -1e9


class Pieces(NamedTuple):
    """The word pieces of a text. ``first[k]``: whether piece k begins a word."""

    ids: list[int]
    shapes: list[int]
    starts: list[int]
    ends: list[int]
    first: list[bool]


class Window(NamedTuple):
    """Neighbouring sentences run together: slices of piece numbers, one for each sentence part."""

    parts: list[tuple[int, int]]
    size: int


def shape_of(word: str, following: str = "") -> int:
    """Return the class of a word's spelling, an index into SHAPES.

    ``following`` is the character after the word; it distinguishes an initial from a single letter.
    """
    if word.isalpha():
        if word.islower():
            return 1
        if word.isupper():
            if len(word) > 1:
                return 3
            return 5 if following == "." else 4
        if word[0].isupper() and word[1:].islower():
            return 2
        return 6 if any(map(str.isupper, word)) else 7
    if word.isdigit():
        return 8
    if any(map(str.isalnum, word)):
        return 9 if any(map(str.isdigit, word)) else shape_of_letters(word)
    return 10


def shape_of_letters(word: str) -> int:
    """Return the shape of a word with combining marks or joiners: that of its letters alone."""
    return shape_of("".join(filter(str.isalpha, word)))


def load_tokenizer(path: str | Path) -> Any:
    """Return the word-piece tokenizer in ``path``: no padding, no cutting, no marker words."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.encode_special_tokens = True
    return tokenizer


def clean(text: str) -> str:
    """Return ``text`` with lone surrogates, which no tokenizer takes, replaced; same length."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text


def pieces_of(tokenizer: Any, text: str) -> Pieces:
    """Cut ``text`` into word pieces with their shapes and offsets."""
    encoding = tokenizer.encode(clean(text), add_special_tokens=False)
    ids, words, offsets = encoding.ids, encoding.word_ids, encoding.offsets
    shapes: list[int] = []
    first: list[bool] = []
    count, k = len(ids), 0
    while k < count:
        last = k + 1
        while last < count and words[last] == words[k]:
            last += 1
        start, end = offsets[k][0], offsets[last - 1][1]
        shapes += [shape_of(text[start:end], text[end : end + 1])] * (last - k)
        first += [True] + [False] * (last - k - 1)
        k = last
    return Pieces(ids, shapes, [s for s, _ in offsets], [e for _, e in offsets], first)


def parts_of(
    pieces: Pieces, sentences: Sequence[tuple[int, int]], limit: int
) -> list[tuple[int, int]]:
    """Return the slices of piece numbers that belong to each sentence, none over ``limit``.

    A sentence that is too long is cut before a word where that can be done.
    """
    parts: list[tuple[int, int]] = []
    k, count = 0, len(pieces.ids)
    for start, end in sorted(sentences):
        while k < count and pieces.starts[k] < start:
            k += 1
        begin = k
        while k < count and pieces.starts[k] < end:
            k += 1
        parts += cut(pieces.first, begin, k, limit)
    return parts


def cut(first: Sequence[bool], begin: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    """Cut the pieces ``begin`` to ``end`` into slices of ``limit`` at most, before words."""
    while end - begin > limit:
        stop = begin + limit
        while stop > begin and not first[stop]:
            stop -= 1
        if stop == begin:
            stop = begin + limit
        yield begin, stop
        begin = stop
    if end > begin:
        yield begin, end


def windows_of(parts: Sequence[tuple[int, int]], target: int) -> list[Window]:
    """Pack neighbouring parts into windows of at most ``target`` pieces with their markers."""
    windows: list[Window] = []
    current: list[tuple[int, int]] = []
    size = 1
    for begin, end in parts:
        more = end - begin + 1
        if current and size + more > target:
            windows.append(Window(current, size))
            current, size = [], 1
        current.append((begin, end))
        size += more
    if current:
        windows.append(Window(current, size))
    return windows


def transitions() -> np.ndarray:
    """Return the table of allowed steps from tag to tag: 0 or a large negative number."""
    table = np.full((len(LABELS), len(LABELS)), 0.0, np.float32)
    for j, label in enumerate(LABELS):
        if label.startswith("I-"):
            for i, before in enumerate(LABELS):
                if before[2:] != label[2:]:
                    table[i, j] = _FORBIDDEN
    return table


TRANSITIONS = transitions()
BEGIN = TRANSITIONS[0]


def viterbi(scores: np.ndarray) -> list[int]:
    """Return the best valid tags for one sentence; ``scores`` is words x labels, log-probabilities.

    Most sentences need no search: if the best tag of every word makes a valid sequence, it wins.
    """
    best = scores.argmax(-1)
    tags: list[int] = best.tolist()
    before = 0
    for tag in tags:
        if TRANSITIONS[before, tag] < 0:
            break
        before = tag
    else:
        return tags
    total = scores[0] + BEGIN
    back = np.zeros(scores.shape, np.int64)
    for k in range(1, len(scores)):
        step = total[:, None] + TRANSITIONS
        back[k] = step.argmax(0)
        total = step.max(0) + scores[k]
    tag = int(total.argmax())
    path = [tag]
    for k in range(len(scores) - 1, 0, -1):
        tag = int(back[k, tag])
        path.append(tag)
    return path[::-1]


def log_softmax(logits: np.ndarray) -> np.ndarray:
    """Return log-probabilities over the last axis."""
    shifted = logits - logits.max(-1, keepdims=True)
    result: np.ndarray = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def open_graph(path: Path, threads: int = 1) -> Any:
    """Return a session of onnxruntime for the graph in ``path``."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.use_deterministic_compute = True
    # The graph holds fused operators already; what the runtime would fuse more is slower.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Tagger:
    """The tagger with its files loaded once. Not shared between threads while ``tag`` runs."""

    def __init__(self, models: str | Path = MODELS, threads: int = 1) -> None:
        folder = Path(models)
        about = json.loads((folder / "names.json").read_text(encoding="utf-8"))
        if tuple(about["labels"]) != LABELS or tuple(about["shapes"]) != SHAPES:
            raise ValueError(f"{folder / 'names.json'}: not the labels or shapes of this version")
        self.limit = int(about["limit"])
        self.target = int(about["window"])
        self.tokenizer = load_tokenizer(folder / "tokenizer.json")
        self.session = open_graph(folder / "names.onnx", threads)

    def tag(self, text: str, sentences: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """Return the names in ``text``, in order; none reaches over the end of a sentence.

        ``sentences`` are half-open offsets in code points. Text outside of them is not read.
        """
        pieces = pieces_of(self.tokenizer, text)
        found: list[Span] = []
        for window in windows_of(parts_of(pieces, sentences, self.limit), self.target):
            found += self._run(pieces, window)
        return tuple(sorted(found))

    def _run(self, pieces: Pieces, window: Window) -> Iterator[Span]:
        """Tag one window."""
        ids = np.full((1, window.size), SEP, np.int32)
        shapes = np.zeros((1, window.size), np.int32)
        ids[0, 0] = CLS
        at = 1
        for begin, end in window.parts:
            stop = at + end - begin
            ids[0, at:stop] = pieces.ids[begin:end]
            shapes[0, at:stop] = pieces.shapes[begin:end]
            at = stop + 1
        scores = log_softmax(self.session.run(None, {"ids": ids, "shapes": shapes})[0][0])
        at = 1
        for begin, end in window.parts:
            yield from read_spans(pieces, begin, end, scores[at : at + end - begin])
            at += end - begin + 1


def read_spans(pieces: Pieces, begin: int, end: int, scores: np.ndarray) -> Iterator[Span]:
    """Turn the scores of the pieces ``begin`` to ``end`` into names."""
    at = [k for k in range(begin, end) if pieces.first[k]]
    if not at:
        return
    rows = scores[[k - begin for k in at]]
    tags = viterbi(rows)
    stops = [k - 1 for k in at[1:]] + [end - 1]
    k = 0
    while k < len(tags):
        if not tags[k]:
            k += 1
            continue
        last = k + 1
        while last < len(tags) and tags[last] == tags[k] + 1:
            last += 1
        score = float(np.exp(np.mean([rows[i, tags[i]] for i in range(k, last)])))
        name_type = LABELS[tags[k]][2:]
        yield Span(pieces.starts[at[k]], pieces.ends[stops[last - 1]], name_type, score)
        k = last
