"""The network of the tagger of many languages: lower layers of multilingual-e5-small."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from model import Dropout, Layer

from generator.analyse.names.e5 import WIDTH, Encoder
from generator.analyse.names.tagger import LABELS

LAYERS = 6
# Layers that keep their weights, beside the vectors: training is faster, and what these have learnt
# of languages that the sets lack is not lost (Wu and Dredze 2019, "Beto, Bentz, Becas").
FROZEN = 2
MASKED = 250001  # "<mask>" among the pieces


class Network(nn.Module):
    """Encoder and classifier. Vectors of pieces come from outside: they are not trained."""

    def __init__(self, dropout: float = 0.1, layers: int = LAYERS) -> None:
        super().__init__()
        self.positions = nn.Parameter(torch.zeros(512, WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.head = nn.Linear(WIDTH, len(LABELS))
        self.drop = Dropout(dropout)
        for part in (self.norm, *self.layers[:FROZEN]):
            part.requires_grad_(False)
        self.positions.requires_grad_(False)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, vectors: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Logits: rows x length x labels, of vectors (rows x length x WIDTH)."""
        x = self.drop(self.norm(vectors + self.positions[: vectors.shape[1]]))
        mask = torch.where(mask, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return self.head(self.drop(x))

    def load_base(self, encoder: Encoder) -> None:
        """Load the lower layers from the file of the package."""

        def plain(name: str, *shape: int) -> torch.Tensor:
            offset, count = encoder.tables[name]
            values = np.frombuffer(encoder.data[offset : offset + 4 * count].tobytes(), np.float32)
            return torch.from_numpy(values.reshape(shape or (count,)).copy())

        def packed(name: str, rows: int, width: int) -> torch.Tensor:
            size = rows * width // 32 * 18
            start = encoder.tables[name].offset
            blocks = np.frombuffer(
                encoder.data[start : start + size].tobytes(), [("d", "<f2"), ("v", "u1", (16,))]
            )
            v = blocks["v"]
            both = np.concatenate((v & 15, v >> 4), -1).astype(np.float32) - 8
            both *= blocks["d"].astype(np.float32)[:, None]
            return torch.from_numpy(both.reshape(rows, width))

        inner = encoder.inner
        kinds = plain("emb.type", -1, WIDTH)
        with torch.no_grad():
            self.positions.copy_(plain("emb.pos", -1, WIDTH) + kinds[0])
            self.norm.weight.copy_(plain("emb.ln.w"))
            self.norm.bias.copy_(plain("emb.ln.b"))
            for n, layer in enumerate(self.layers):
                three = [packed(f"l{n}.{k}.w", WIDTH, WIDTH) for k in "qkv"]
                layer.qkv.weight.copy_(torch.cat(three))
                layer.qkv.bias.copy_(torch.cat([plain(f"l{n}.{k}.b") for k in "qkv"]))
                layer.out.weight.copy_(packed(f"l{n}.ao.w", WIDTH, WIDTH))
                layer.inner.weight.copy_(packed(f"l{n}.fi.w", inner, WIDTH))
                layer.outer.weight.copy_(packed(f"l{n}.fo.w", WIDTH, inner))
                for part, name in (("out", "ao"), ("inner", "fi"), ("outer", "fo")):
                    getattr(layer, part).bias.copy_(plain(f"l{n}.{name}.b"))
                for part, name in (("norm1", "aln"), ("norm2", "oln")):
                    getattr(layer, part).weight.copy_(plain(f"l{n}.{name}.w"))
                    getattr(layer, part).bias.copy_(plain(f"l{n}.{name}.b"))
