"""Find names in languages other than English, with the extra `languages`.

The graph (`generator/models/languages`; its card says what it was trained on) is the lower half of
multilingual-e5-small, fine-tuned. It takes the vectors of the pieces, which the package of the
extra holds (`generator.analyse.names.e5`). Windows, tags and their best sequence are those of
`generator.analyse.names.tagger`; one thread is used, and windows are run one by one, so that what
comes out does not depend on what else is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from generator.analyse.names.e5 import BEGIN, END, Encoder
from generator.analyse.names.spans import MODELS, Span
from generator.analyse.names.tagger import (
    Pieces,
    Window,
    clean,
    log_softmax,
    open_graph,
    parts_of,
    read_spans,
    windows_of,
)

GRAPH = MODELS / "languages" / "names.onnx"
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"(?=[IVXLC]{2})(?:X[CL]|L?X{0,4})(?:I[XV]|V?I{0,4})")
LIMIT, WINDOW = 254, 128  # pieces in a sentence and in a window


def is_name(words: str) -> bool:
    """Whether words that the tagger found can be a name.

    In scripts that have capitals a name has one ("сайте" is none), and more than single letters
    ("Б. В.") or a number in Roman figures ("LXXI").
    """
    letters = [c for c in words if c.isalpha()]
    cased = any(c.islower() or c.isupper() for c in letters)
    if not cased:
        return True
    long = any(len(word) > 1 for word in _WORD.findall(words))
    return long and any(map(str.isupper, letters)) and not _ROMAN.fullmatch(words)


class MultilingualTagger:
    """The tagger with its files loaded once. Not shared between threads while ``tag`` runs."""

    def __init__(self, pieces: Path, graph: Path = GRAPH, threads: int = 1) -> None:
        self.encoder = Encoder(pieces)
        self.session = open_graph(graph, threads)

    def tag(self, text: str, sentences: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """Return the names in ``text``, in order; none reaches over the end of a sentence.

        ``sentences`` are half-open offsets in code points. Text outside of them is not read.
        """
        pieces = self.encoder.cut(clean(text))
        found: list[Span] = []
        for window in windows_of(parts_of(pieces, sentences, LIMIT), WINDOW):
            found += self._run(pieces, window)
        return tuple(sorted(s for s in found if is_name(text[s.start : s.end])))

    def _run(self, pieces: Pieces, window: Window) -> Iterator[Span]:
        ids = [BEGIN]
        for begin, end in window.parts:
            ids += [*pieces.ids[begin:end], END]
        vectors = self.encoder.vectors(np.array(ids))[None]
        scores = log_softmax(self.session.run(None, {"vectors": vectors})[0][0])
        at = 1
        for begin, end in window.parts:
            yield from read_spans(pieces, begin, end, scores[at : at + end - begin])
            at += end - begin + 1
