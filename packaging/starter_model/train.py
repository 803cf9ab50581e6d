"""Train the starter model: `python train.py --out DIR [--minutes 9] [--resume] [--start WEIGHTS] [--tiny]`.

The schedule follows the clock, not a number of steps: warm up, hold, then fall linearly to zero at the end of the
minutes given, so that a run ends in time on whatever machine it has. Checkpoints go to DIR/checkpoint.pt (to resume) and
weights to DIR/weights-*.npz in half precision (to export with `export.py`).
"""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path

import numpy as np
import torch
from network import Network, loss_of
from optimizer import MuonAndAdam
from packing import LEARNED, Feed
from shape import TINY, Shape
from weights import load_weights, save_weights

WARM_UP, FALL = 0.02, 0.45
"""Share of the time that the rate climbs, and from the end, falls."""


def rate_at(share: float) -> float:
    """The schedule's factor after this share of the time."""
    if share < WARM_UP:
        return max(0.02, share / WARM_UP)
    return max(0.0, min(1.0, (1 - share) / FALL))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=9.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=max(1, (os.cpu_count() or 2) - 2))
    parser.add_argument("--tokens-per-step", type=int, default=2**18)
    parser.add_argument("--peak", type=float, default=1.0, help="factor for the learning rates")
    parser.add_argument(
        "--resume", action="store_true", help="go on from DIR/checkpoint.pt with its share of the schedule"
    )
    parser.add_argument("--start", type=Path, help="begin with these weights (a GGUF, or a folder with weights-*.npz)")
    parser.add_argument("--tiny", action="store_true", help="a few seconds on the CPU: shows that the recipe works")
    parser.add_argument("--checkpoints", type=Path, help="another folder for checkpoint.pt")
    return parser.parse_args()


class Trainer:
    """Network, optimizer and clock of one run."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.device = torch.device("cpu" if options.tiny or not torch.cuda.is_available() else "cuda")
        self.dtype = torch.bfloat16 if self.device.type == "cuda" else torch.float32
        torch.manual_seed(options.seed)
        torch.set_float32_matmul_precision("high")
        self.shape = TINY if options.tiny else Shape()
        self.lengths = (256,) if options.tiny else (1024, 1024, 1024, 2048)
        self.checkpoint = (options.checkpoints or options.out) / "checkpoint.pt"
        state = None
        if options.resume and self.checkpoint.exists():
            state = torch.load(self.checkpoint, map_location="cpu", weights_only=True)
        # The workers are forked before the GPU is touched: a process that uses CUDA cannot be forked safely.
        steps = state["steps"] if state else 0
        self.rows_per_step = max(1, options.tokens_per_step // max(self.lengths))
        self.feed = Feed(
            workers=options.workers, rows=self.rows_per_step, lengths=self.lengths, seed=options.seed + 7919 * steps
        )
        self.network = Network(self.shape).to(self.device)
        if options.start:
            load_weights(self.network, options.start)
        self.optimizer = MuonAndAdam(self.network, muon_rate=0.02 * options.peak, adam_rate=0.004 * options.peak)
        self.steps, self.tokens, self.spent = 0, 0, 0.0
        if state:
            self.network.load_state_dict(state["network"])
            self.optimizer.load(state["optimizer"])
            self.steps, self.tokens, self.spent = state["steps"], state["tokens"], state["spent"]
        self.loss_of = loss_of
        if self.device.type == "cuda":
            for block in self.network.blk:
                block.compile(dynamic=False)
            self.loss_of = torch.compile(loss_of, dynamic=False)

    def save(self) -> None:
        """Checkpoint and weights."""
        self.checkpoint.parent.mkdir(parents=True, exist_ok=True)
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state(),
            "steps": self.steps,
            "tokens": self.tokens,
            "spent": self.spent,
        }
        part = self.checkpoint.with_suffix(".part")
        torch.save(state, part)
        part.replace(self.checkpoint)
        save_weights(self.network, self.options.out)

    def step(self, rows: torch.Tensor, scale: float) -> torch.Tensor:
        """One update from rows of marked ids (rows, time); returns the loss."""
        ids = (rows & (LEARNED - 1)).long()
        targets = torch.where((rows & LEARNED) != 0, ids, -1)[:, 1:].reshape(-1)
        hidden = self.network.hidden(ids, self.dtype)
        targets = torch.nn.functional.pad(targets.view(len(ids), -1), (0, 1), value=-1).reshape(-1)
        loss = self.loss_of(hidden.view(-1, self.shape.width), self.network.token_embd, targets)
        loss.backward()
        self.optimizer.step(scale, momentum=min(0.95, 0.85 + self.steps / 3000))
        self.steps += 1
        self.tokens += rows.numel()
        return loss.detach()

    def run(self) -> dict[str, float]:
        """Train until the minutes are over."""
        o = self.options
        feed = self.feed
        budget, started, shown, saved = o.minutes * 60, time.monotonic() - self.spent, 0.0, time.monotonic()
        loss = torch.zeros(())
        try:
            while (now := time.monotonic() - started) < budget:
                length = self.lengths[self.steps % len(self.lengths)]
                rows = torch.from_numpy(feed.take(length).astype(np.int32)).to(self.device, non_blocking=True)
                loss = self.step(rows, rate_at(now / budget))
                if now - shown > max(1.0, budget / 40):
                    shown = now
                    print(
                        f"{now:6.1f} s  step {self.steps}  {self.tokens / 1e6:.1f} M tokens  loss {loss.item():.4f}  rate {rate_at(now / budget):.3f}  shards made {feed.made} repeated {feed.repeated}",
                        flush=True,
                    )
                self.spent = now
                if time.monotonic() - saved > 120:
                    self.save()
                    saved = time.monotonic()
        finally:
            feed.close()
        self.save()
        return {
            "steps": self.steps,
            "tokens": self.tokens,
            "loss": loss.item(),
            "parameters": sum(p.numel() for p in self.network.parameters()),
        }


def main() -> None:
    """Run and print a summary as one JSON line."""
    options = _arguments()
    if options.tiny:
        options.minutes, options.workers, options.tokens_per_step = min(options.minutes, 0.2), 1, 4096
    options.out.mkdir(parents=True, exist_ok=True)
    print(json.dumps(Trainer(options).run()))


if __name__ == "__main__":
    main()
