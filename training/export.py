#!/usr/bin/env python3
"""Write trained weights as the run-time model: an ONNX graph, in int8 or fp32, and names.json.

    python training/export.py WEIGHTS.pt... --base DIR --out generator/models [--style NAME...]
                              [--fp32]

Several weights are averaged (a "soup"). The graph is built here node by node, with onnxruntime's
fused operators, so that nothing depends on an exporter:

- matrices are int8, one scale for each column, in seven bits, so that processors without
  VNNI instructions compute the same sums; inputs are quantised dynamically;
- the word embeddings are int8 with one scale for each word piece;
- normalisation, attention, the small embeddings and the classifier are fp32.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from data import SOURCES
from model import HEADS, LAYERS
from onnx import TensorProto, helper, numpy_helper

from generator.analyse.names.tagger import LABELS, SHAPES

LIMIT, WINDOW = 254, 128
MS = "com.microsoft"


def best_scale(weight: np.ndarray, top: int) -> np.ndarray:
    """The least lossy scale of each column; clipping a few large weights may reduce the loss."""
    full = np.maximum(np.abs(weight).max(0), 1e-8) / top
    best, least = full, np.full(len(full), np.inf)
    for share in np.linspace(0.5, 1.0, 51):
        scale = full * share
        lost = ((np.clip(np.rint(weight / scale), -top, top) * scale - weight) ** 2).sum(0)
        best = np.where(lost < least, scale, best)
        least = np.minimum(lost, least)
    return best


class Graph:
    """The nodes and constants of a graph under construction."""

    def __init__(self, bits: int, fp32: bool) -> None:
        self.nodes: list = []
        self.constants: dict[str, np.ndarray] = {}
        self.top = 2 ** (bits - 1) - 1
        self.fp32 = fp32

    def constant(self, name: str, value: np.ndarray) -> str:
        """Add a constant and return its name."""
        self.constants[name] = value
        return name

    def node(self, op: str, inputs: list[str], name: str, domain: str = "", **attributes) -> str:
        """Add a node with one output, named like the node, and return the name."""
        self.nodes.append(
            helper.make_node(op, inputs, [name], name=name, domain=domain, **attributes)
        )
        return name

    def matmul(self, x: str, weight: np.ndarray, name: str, bias: np.ndarray | None = None) -> str:
        """Multiply by a matrix (inputs x outputs), quantised unless the graph is fp32."""
        extra = [] if bias is None else [self.constant(f"{name}.bias", bias)]
        if self.fp32:
            out = self.node("MatMul", [x, self.constant(f"{name}.weight", weight)], f"{name}.raw")
            return self.node("Add", [out, *extra], name) if extra else out
        scale = best_scale(weight, self.top)
        whole = np.clip(np.rint(weight / scale), -self.top, self.top).astype(np.int8)
        parts = [
            self.constant(f"{name}.weight", whole),
            self.constant(f"{name}.scale", scale.astype(np.float32)),
            self.constant(f"{name}.zero", np.zeros(len(scale), np.int8)),
        ]
        return self.node("DynamicQuantizeMatMul", [x, *parts, *extra], name, MS)

    def embed(self, ids: str, table: np.ndarray, name: str) -> str:
        """Look up rows of a large table: int8 with one scale per row, or fp32 if the graph is."""
        if self.fp32:
            return self.node("Gather", [self.constant(f"{name}.table", table), ids], name)
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
        whole = self.constant(f"{name}.table", np.rint(table / scale).astype(np.int8))
        rows = self.node("Gather", [whole, ids], f"{name}.rows")
        rows = self.node("Cast", [rows], f"{name}.float", to=TensorProto.FLOAT)
        scales = self.constant(f"{name}.scales", scale.astype(np.float32))
        return self.node("Mul", [rows, self.node("Gather", [scales, ids], f"{name}.scale")], name)


def layer(g: Graph, w: dict[str, np.ndarray], n: int, x: str) -> str:
    """Add one encoder layer."""
    p = f"layers.{n}"
    qkv = g.matmul(x, w[f"{p}.qkv.weight"].T, f"{p}.qkv", w[f"{p}.qkv.bias"])
    g.nodes.append(
        helper.make_node("Split", [qkv], [f"{p}.q", f"{p}.k", f"{p}.v"], axis=-1, num_outputs=3)
    )
    inputs = [f"{p}.q", f"{p}.k", f"{p}.v"]
    y = g.node("MultiHeadAttention", inputs, f"{p}.attention", MS, num_heads=HEADS)
    y = g.matmul(y, w[f"{p}.out.weight"].T, f"{p}.out", w[f"{p}.out.bias"])
    x = add_norm(g, w, f"{p}.norm1", y, x)
    y = g.matmul(x, w[f"{p}.inner.weight"].T, f"{p}.inner", w[f"{p}.inner.bias"])
    y = g.node("Gelu", [y], f"{p}.gelu", MS)
    y = g.matmul(y, w[f"{p}.outer.weight"].T, f"{p}.outer", w[f"{p}.outer.bias"])
    return add_norm(g, w, f"{p}.norm2", y, x)


def add_norm(g: Graph, w: dict[str, np.ndarray], name: str, y: str, x: str) -> str:
    """Add the residual and normalise; two plain nodes are faster here than the fused one."""
    total = g.node("Add", [y, x], f"{name}.sum")
    ends = [g.constant(f"{name}.{end}", w[f"{name}.{end}"]) for end in ("weight", "bias")]
    return g.node("LayerNormalization", [total, *ends], f"{name}.out", axis=-1, epsilon=1e-12)


def build(w: dict[str, np.ndarray], style: np.ndarray, bits: int, fp32: bool) -> onnx.ModelProto:
    """The run-time model; `style` is the style vector built in."""
    g = Graph(bits, fp32)
    x = g.embed("ids", w["words.weight"], "words")
    shapes = g.constant("shapes.table", w["shapes.weight"] + style)
    x = g.node("Add", [x, g.node("Gather", [shapes, "shapes"], "shapes.rows")], "sum")
    size = g.node("Shape", ["ids"], "size", start=1, end=2)
    zero = g.constant("zero", np.zeros(1, np.int64))
    table = g.constant("positions.table", w["positions.weight"][: LIMIT + 2])
    x = g.node("Add", [x, g.node("Slice", [table, zero, size], "positions")], "embedded")
    inputs = [x, *(g.constant(f"norm.{e}", w[f"norm.{e}"]) for e in ("weight", "bias"))]
    x = g.node("LayerNormalization", inputs, "normal", axis=-1, epsilon=1e-12)
    for n in range(LAYERS):
        x = layer(g, w, n, x)
    head = g.node("MatMul", [x, g.constant("head.weight", w["head.weight"].T)], "head")
    g.node("Add", [head, g.constant("head.bias", w["head.bias"])], "logits")
    ins = [
        helper.make_tensor_value_info(n, TensorProto.INT32, ["batch", "length"])
        for n in ("ids", "shapes")
    ]
    sizes = ["batch", "length", len(LABELS)]
    out = helper.make_tensor_value_info("logits", TensorProto.FLOAT, sizes)
    constants = [
        numpy_helper.from_array(np.ascontiguousarray(v), k) for k, v in g.constants.items()
    ]
    graph = helper.make_graph(g.nodes, "names", ins, [out], constants)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MS, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="sourcebook")


def soup(paths: list[Path]) -> dict[str, np.ndarray]:
    """The mean of the weights in the files."""
    states = [torch.load(p, map_location="cpu") for p in paths]
    return {
        k: torch.stack([s[k].float() for s in states]).mean(0).numpy() for k in sorted(states[0])
    }


def main() -> None:
    """Write names.onnx, tokenizer.json and names.json."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("weights", type=Path, nargs="+")
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--style", nargs="*", default=[], help="training sets whose style to build in")
    ap.add_argument("--bits", type=int, default=7, help="bits used in the matrices (default: 7)")
    ap.add_argument("--fp32", action="store_true", help="do not quantise")
    args = ap.parse_args()
    w = soup(args.weights)
    rows = [SOURCES.index(s) + 1 for s in args.style] or [0]
    style = w["styles.weight"][rows].mean(0)
    args.out.mkdir(parents=True, exist_ok=True)
    target = args.out / "names.onnx"
    onnx.save(build(w, style, args.bits, args.fp32), target)
    shutil.copyfile(args.base / "tokenizer.json", args.out / "tokenizer.json")
    about = {
        "labels": LABELS,
        "shapes": SHAPES,
        "limit": LIMIT,
        "window": WINDOW,
        "sha256": {
            f: hashlib.sha256((args.out / f).read_bytes()).hexdigest()
            for f in ("names.onnx", "tokenizer.json")
        },
    }
    (args.out / "names.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")
    print(target, target.stat().st_size)


if __name__ == "__main__":
    main()
