#!/usr/bin/env python3
"""Fine-tune the base encoder on names/train.

    python training/train.py --base DIR --data bench/names/train --out FILE.pt [--epochs 5]
                             [--seed 1] [--freeze] [--teacher A.pt B.pt] [--device cuda]

Runs on one CPU thread (in bfloat16 if the processor has it) or on a GPU. With --teacher it also
learns from the mean of the teachers' probabilities. The weights written are a moving average of the
last steps. --minutes is a limit: the learning rate falls with time as well as with the steps, so a
run with too many epochs still ends well.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from data import IGNORE, Mix, batches, epoch, load, mention_pools
from model import LAYERS, Network

from generator.analyse.names.tagger import load_tokenizer


def tensors(batch: list, device: str) -> tuple[torch.Tensor, ...]:
    """Ids, shapes, mask, labels and styles of a batch of windows."""
    length = max(len(e.ids) for e in batch)

    def fill(name: str, empty: int) -> torch.Tensor:
        rows = [getattr(e, name) + [empty] * (length - len(e.ids)) for e in batch]
        return torch.tensor(rows, device=device)

    sizes = torch.tensor([[len(e.ids)] for e in batch], device=device)
    mask = torch.arange(length, device=device)[None] < sizes
    styles = torch.tensor([e.source + 1 for e in batch], device=device)
    return fill("ids", 0), fill("shapes", 0), mask, fill("labels", IGNORE), styles


def groups(model: Network, rate: float, decay: float) -> list[dict]:
    """Parameter groups: lower layers learn more slowly, new parts faster."""
    parts: dict[tuple[float, float], list] = {}
    for name, value in model.named_parameters():
        if not value.requires_grad:
            continue
        if name.split(".")[0] in ("shapes", "styles", "head"):
            scale = 5.0
        elif name.startswith("layers."):
            scale = decay ** (LAYERS - 1 - int(name.split(".")[1]))
        else:
            scale = decay**LAYERS
        weight_decay = 0.01 if value.dim() > 1 else 0.0
        parts.setdefault((rate * scale, weight_decay), []).append(value)
    return [{"params": p, "lr": r, "base": r, "weight_decay": w} for (r, w), p in parts.items()]


def soft_targets(teachers: list, ids, shapes, mask, styles) -> torch.Tensor:
    """The mean probabilities of the teachers."""
    with torch.no_grad():
        each = [F.softmax(t(ids, shapes, mask, styles).float(), -1) for t in teachers]
        return torch.stack(each).mean(0)


def loss_of(logits, labels, soft, args) -> torch.Tensor:
    """Cross-entropy with the labels, mixed with that with the teachers' probabilities."""
    hard = F.cross_entropy(
        logits.flatten(0, 1), labels.flatten(), ignore_index=IGNORE, label_smoothing=args.smoothing
    )
    if soft is None:
        return hard
    keep = labels != IGNORE
    both = -(soft[keep] * F.log_softmax(logits[keep], -1)).sum(-1).mean()
    return (1 - args.soft) * hard + args.soft * both


def factor(done: float) -> float:
    """The factor of the learning rate after this share of the run: warm-up, then linear decay."""
    return min(1.0, done / 0.06) * max(0.02, 1.0 - done)


def main() -> None:
    """Train and write the weights."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--base", type=Path, required=True)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--epochs", type=int, default=5)
    ap.add_argument("--minutes", type=float, default=600)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--rate", type=float, default=2e-4)
    ap.add_argument(
        "--decay",
        type=float,
        default=0.9,
        help="learning rate relative to the layer above",
    )
    ap.add_argument("--size", type=int, default=2048, help="word pieces in a batch")
    ap.add_argument("--smoothing", type=float, default=0.05)
    ap.add_argument("--no-style", type=float, default=0.25, help="share of windows without a style")
    ap.add_argument("--freeze", action="store_true", help="freeze the word embeddings")
    ap.add_argument("--teacher", type=Path, nargs="*", default=[])
    ap.add_argument("--soft", type=float, default=0.7, help="weight of the teachers")
    ap.add_argument(
        "--average", type=float, default=0.98, help="decay of the average of the weights"
    )
    ap.add_argument("--device", default="cpu")
    ap.add_argument("--threads", type=int, default=1)
    args = ap.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(0)  # the new parts begin alike whatever the seed
    model = Network()
    model.load_base(args.base)
    model.words.requires_grad_(not args.freeze)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    model.to(args.device).train()
    teachers = []
    for path in args.teacher:
        teachers.append(Network().to(args.device).eval())
        teachers[-1].load_state_dict(torch.load(path, map_location=args.device))
    mean = copy.deepcopy(model).eval()
    optimiser = torch.optim.AdamW(groups(model, args.rate, args.decay), fused=True)
    tokenizer = load_tokenizer(args.base / "tokenizer.json")
    data = load(args.data)
    pools = mention_pools(data)
    start = time.time()
    step = pieces = 0
    total = 0.0
    for number in range(args.epochs):
        work = batches(epoch(tokenizer, data, pools, Mix(), rng), args.size, rng)
        for k, batch in enumerate(work):
            done = max(
                (number + k / len(work)) / args.epochs, (time.time() - start) / 60 / args.minutes
            )
            if done >= 1:
                break
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * factor(done)
            ids, shapes, mask, labels, styles = tensors(batch, args.device)
            styles = styles * (torch.rand(styles.shape, device=args.device) >= args.no_style)
            with torch.autocast(args.device, torch.bfloat16):
                soft = soft_targets(teachers, ids, shapes, mask, styles) if teachers else None
                logits = model(ids, shapes, mask, styles).float()
            loss = loss_of(logits, labels, soft, args)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
            pieces += int(mask.sum())
            total += loss.item()
            if step % 5 == 0:
                update(mean, model, args.average if step > 100 else 0.5)
            if step % 100 == 0:
                used = time.time() - start
                print(
                    f"epoch {number} step {step} {used:.0f} s {pieces / used:.0f} pieces/s "
                    f"loss {total / 100:.4f}",
                    flush=True,
                )
                total = 0.0
        torch.save(mean.state_dict(), args.out)
    print(f"{time.time() - start:.0f} s, {step} steps, {pieces} pieces", flush=True)


def update(mean: Network, model: Network, keep: float) -> None:
    """Move the moving average of the weights towards the model."""
    with torch.no_grad():
        for a, b in zip(mean.parameters(), model.parameters(), strict=True):
            a.lerp_(b, 1 - keep)


if __name__ == "__main__":
    main()
