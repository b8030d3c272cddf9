#!/usr/bin/env python3
"""Write trained weights as the graph that finds names in many languages, in int8.

    python training/languages/export.py WEIGHTS.pt... --base e5-small-q4.bin --out DIR [--fp32]

The weights learnt are averaged where there are several; those that were not trained come from the
file of the package. The vectors of pieces are an input, so the graph has no table of words.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from network import LAYERS, Network
from onnx import TensorProto, helper, numpy_helper

from export import MS, Graph, layer  # isort: skip
from generator.analyse.names.e5 import WIDTH, Encoder
from generator.analyse.names.multilingual import LIMIT
from generator.analyse.names.tagger import LABELS


def build(w: dict[str, np.ndarray], fp32: bool) -> onnx.ModelProto:
    """The graph: from the vectors of a window's pieces to the logits of their tags."""
    g = Graph(7, fp32)
    size = g.node("Shape", ["vectors"], "size", start=1, end=2)
    zero = g.constant("zero", np.zeros(1, np.int64))
    table = g.constant("positions.table", w["positions"][: LIMIT + 2])
    x = g.node("Add", ["vectors", g.node("Slice", [table, zero, size], "positions")], "embedded")
    inputs = [x, *(g.constant(f"norm.{e}", w[f"norm.{e}"]) for e in ("weight", "bias"))]
    x = g.node("LayerNormalization", inputs, "normal", axis=-1, epsilon=1e-12)
    for n in range(LAYERS):
        x = layer(g, w, n, x)
    head = g.node("MatMul", [x, g.constant("head.weight", w["head.weight"].T)], "head")
    g.node("Add", [head, g.constant("head.bias", w["head.bias"])], "logits")
    vectors = helper.make_tensor_value_info(
        "vectors", TensorProto.FLOAT, ["batch", "length", WIDTH]
    )
    sizes = ["batch", "length", len(LABELS)]
    out = helper.make_tensor_value_info("logits", TensorProto.FLOAT, sizes)
    constants = [
        numpy_helper.from_array(np.ascontiguousarray(v), k) for k, v in g.constants.items()
    ]
    graph = helper.make_graph(g.nodes, "names", [vectors], [out], constants)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MS, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="sourcebook")


def main() -> None:
    """Write names.onnx and names.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fp32", action="store_true", help="do not quantise")
    args = parser.parse_args()
    model = Network()
    model.load_base(Encoder(args.base))
    learnt = [torch.load(path, map_location="cpu") for path in args.weights]
    with torch.no_grad():
        for name, value in model.named_parameters():
            if value.requires_grad:
                value.copy_(torch.stack([w[name] for w in learnt]).mean(0))
    weights = {k: v.detach().float().numpy() for k, v in model.named_parameters()}
    args.out.mkdir(parents=True, exist_ok=True)
    target = args.out / "names.onnx"
    onnx.save(build(weights, args.fp32), target)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    about = {"labels": LABELS, "sha256": {"names.onnx": digest}}
    (args.out / "names.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")
    print(target, target.stat().st_size, digest)


if __name__ == "__main__":
    main()
