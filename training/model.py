"""The tagger's network: a MiniLM encoder with embeddings for word shapes and training sets."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

WIDTH, HEADS, LAYERS, INNER, LABEL_COUNT, SHAPE_COUNT, STYLE_COUNT = 384, 12, 6, 1536, 7, 11, 10


def attend(q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The output of attention, written out because the fused form trains slowly on a CPU."""
    weights = q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + mask
    return F.softmax(weights, -1).to(v.dtype) @ v


class Dropout(nn.Module):
    """Dropout that takes its random numbers from a pool, because drawing them is slow."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate
        self.stock: torch.Tensor | None = None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`x`, with a part of it set to zero in training."""
        if not self.training or not self.rate:
            return x
        size = x.numel()
        if self.stock is None or self.stock.numel() < 2 * size or self.stock.dtype != x.dtype:
            stock = torch.rand(max(4 * size, 1 << 22), device=x.device) >= self.rate
            self.stock = stock.to(x.dtype) / (1 - self.rate)
        at = int(torch.randint(self.stock.numel() - size, ()))
        return x * self.stock[at : at + size].view(x.shape)


class Layer(nn.Module):
    """One encoder layer: attention and feed-forward, each with its residual and normalisation."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The output of the layer. `mask` is added to the scores: 0 where there is text."""
        rows, length, _ = x.shape
        qkv = self.qkv(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        y = attend(qkv[0], qkv[1], qkv[2], mask)
        y = self.out(y.transpose(1, 2).reshape(rows, length, WIDTH))
        x = self.norm1(x + self.drop(y))
        return self.norm2(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Network(nn.Module):
    """Encoder and classifier.

    `style` is the training set of a window (0: not stated), so that sets with different
    annotation styles do not interfere; the run-time model has one style built in.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPE_COUNT, WIDTH)
        self.styles = nn.Embedding(STYLE_COUNT, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, LABEL_COUNT)
        self.drop = Dropout(dropout)
        for part in (self.shapes.weight, self.styles.weight, self.head.weight):
            nn.init.normal_(part, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids, shapes, mask, style) -> torch.Tensor:
        """Logits: rows x length x labels."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.shapes(shapes)
        x = self.drop(self.norm(x + self.styles(style)[:, None]))
        mask = torch.where(mask, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return self.head(self.drop(x))

    def load_base(self, folder: Path) -> None:
        """Load the weights of the base encoder (safetensors, names as in BERT)."""
        from safetensors.torch import load_file

        w = load_file(str(folder / "model.safetensors"))
        w = {k.removeprefix("bert."): v.float() for k, v in w.items()}
        state = {"words.weight": w["embeddings.word_embeddings.weight"]}
        kind = w["embeddings.token_type_embeddings.weight"][0]
        state["positions.weight"] = w["embeddings.position_embeddings.weight"] + kind
        names = {
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "inner": "intermediate.dense",
            "outer": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for end in ("weight", "bias"):
            state[f"norm.{end}"] = w[f"embeddings.LayerNorm.{end}"]
            for n in range(LAYERS):
                old = f"encoder.layer.{n}"
                parts = [w[f"{old}.attention.self.{p}.{end}"] for p in ("query", "key", "value")]
                state[f"layers.{n}.qkv.{end}"] = torch.cat(parts)
                for ours, theirs in names.items():
                    state[f"layers.{n}.{ours}.{end}"] = w[f"{old}.{theirs}.{end}"]
        missing, unknown = self.load_state_dict(state, strict=False)
        assert not unknown, unknown
        assert len(missing) == 4, missing
