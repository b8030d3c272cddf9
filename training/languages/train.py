#!/usr/bin/env python3
"""Fine-tune the lower layers of multilingual-e5-small on openly licensed sets of names.

    python training/languages/train.py --base e5-small-q4.bin --sets sets.pkl --out FILE.pt
                                       --minutes N [--seed 1]

Runs on one CPU thread. The learning rate falls with the time used, so a run of any length ends
well; every few minutes the moving average of the weights is written to --out.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from network import LAYERS, MASKED, Network

from generator.analyse.names.e5 import BEGIN, END, PAD, Encoder

IGNORE = -100
# How often a window is drawn from each set. Newspapers of the nineteenth century, read by OCR, are
# all the French that may be used; sets of few names or of tags made by machine count less.
SHARES = {
    "en wikigold": 8, "en ewt": 4, "en crossner_politics": 6, "en crossner_literature": 2,
    "en wnut17": 2, "pt bosque": 14, "hr set": 10, "sk snk": 3, "ru fact": 12, "ru wikiner": 10,
    "de germeval": 14, "de europeana": 1, "fr europeana": 5, "fr newseye": 4, "tr twnertc": 3,
    "zh gsd": 4,
}  # fmt: skip


class Windows:
    """Windows of neighbouring sentences, drawn from the sets by their shares."""

    def __init__(self, encoder: Encoder, sets: dict, seed: int, size: int) -> None:
        self.encoder, self.size = encoder, size
        self.rng = random.Random(seed)
        self.names = list(SHARES)
        self.weights = [SHARES[n] for n in self.names]
        self.at = dict.fromkeys(self.names, 0)
        self.ready: list[list] = []
        self.sets = {}
        for name in self.names:
            rows = sets[name]
            blocks = [rows[k : k + 4] for k in range(0, len(rows), 4)]
            self.rng.shuffle(blocks)
            self.sets[name] = [row for block in blocks for row in block]

    def batch(self, size: int) -> list[tuple[list[int], list[int]]]:
        """Windows of similar length, so that little is filled up."""
        if not self.ready:
            drawn = sorted((self.draw() for _ in range(8 * size)), key=lambda w: len(w[0]))
            self.ready = [drawn[k : k + size] for k in range(0, len(drawn), size)]
            self.rng.shuffle(self.ready)
        return self.ready.pop()

    def draw(self) -> tuple[list[int], list[int]]:
        """The pieces and labels of a window."""
        name = self.rng.choices(self.names, self.weights)[0]
        rows = self.sets[name]
        ids, labels = [BEGIN], [IGNORE]
        while True:
            own_ids, own_labels = self.encode(rows[self.at[name] % len(rows)])
            if len(ids) + len(own_ids) + 1 > self.size:
                if len(ids) > 1:
                    break
                own_ids, own_labels = own_ids[: self.size - 2], own_labels[: self.size - 2]
            ids += [*own_ids, END]
            labels += [*own_labels, IGNORE]
            self.at[name] += 1
            if len(ids) > self.size - 12 or self.rng.random() < 0.12:
                break
        return ids, labels

    def encode(self, sentence: list) -> tuple[list[int], list[int]]:
        """Pieces and labels; at times all lower case, all capitals, or with words hidden."""
        chance = self.rng.random()
        ids: list[int] = []
        labels: list[int] = []
        for word, spaced, label in sentence:
            form = word.lower() if chance < 0.03 else word.upper() if chance < 0.07 else word
            pieces = self.encoder.word(form, spaced)
            if self.rng.random() < (0.1 if label else 0.03):
                pieces = [MASKED]
            ids += pieces
            labels += [label] + [IGNORE] * (len(pieces) - 1)
        return ids, labels


def trained(model: Network) -> list[tuple[str, torch.nn.Parameter]]:
    """The weights that learn, with their names."""
    return [(n, p) for n, p in model.named_parameters() if p.requires_grad]


def groups(model: Network, rate: float) -> list[dict]:
    """Parameter groups: lower layers learn more slowly, the classifier faster."""
    out = []
    for name, value in trained(model):
        above = 0 if name.startswith("head") else LAYERS - 1 - int(name.split(".")[1])
        scale = 5.0 if name.startswith("head") else 0.9**above
        decay = 0.01 if value.dim() > 1 else 0.0
        out.append({"params": [value], "base": rate * scale, "lr": 0.0, "weight_decay": decay})
    return out


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--sets", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--batch", type=int, default=4, help="windows in a batch")
    parser.add_argument("--window", type=int, default=128, help="pieces in a window")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    encoder = Encoder(args.base)
    model = Network()
    model.load_base(encoder)
    model.train()
    train, _test = pickle.loads(args.sets.read_bytes())
    windows = Windows(encoder, train, args.seed, args.window)
    optimiser = torch.optim.AdamW(groups(model, args.rate), fused=True, betas=(0.9, 0.98))
    mean = {n: p.detach().clone() for n, p in model.named_parameters()}
    start, cpu = time.time(), time.process_time()
    step = pieces = 0
    total = 0.0
    saved = start
    while (done := (time.time() - start) / 60 / args.minutes) < 1:
        batch = windows.batch(args.batch)
        length = max(len(ids) for ids, _ in batch)
        ids = np.array([i + [PAD] * (length - len(i)) for i, _ in batch])
        labels = torch.tensor([t + [IGNORE] * (length - len(t)) for _, t in batch])
        vectors = torch.from_numpy(encoder.vectors(ids.ravel()).reshape(*ids.shape, -1))
        factor = min(1.0, (step + 1) / 60) * max(0.02, 1.0 - done)
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * factor
        logits = model(vectors, torch.from_numpy(ids != PAD))
        loss = F.cross_entropy(
            logits.flatten(0, 1), labels.flatten(), ignore_index=IGNORE, label_smoothing=0.03
        )
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        step += 1
        pieces += int((ids != PAD).sum())
        total += loss.item()
        if step % 4 == 0:
            keep = 0.98 if step > 200 else 0.6
            with torch.no_grad():
                for name, value in trained(model):
                    mean[name].lerp_(value, 1 - keep)
        if step % 20 == 0:
            used = time.process_time() - cpu
            print(
                f"step {step} {time.time() - start:.0f} s, {used:.0f} CPU s, {pieces} pieces, "
                f"{pieces / used:.0f} a CPU s, loss {total / 20:.4f}",
                flush=True,
            )
            total = 0.0
        if time.time() - saved > 240:
            torch.save(mean, args.out)
            saved = time.time()
    torch.save(mean, args.out)
    print(f"{time.time() - start:.0f} s, {step} steps, {pieces} pieces", flush=True)


if __name__ == "__main__":
    main()
