"""Muon for the matrices (momentum made orthogonal by Newton-Schulz steps), Adam for embeddings and norms.

Muon: Keller Jordan et al., 2024, https://kellerjordan.github.io/posts/muon/. Matrices of one shape are stacked, so that
a step costs a few batched products whatever the number of layers.
"""

from __future__ import annotations

from collections import defaultdict

import torch
from torch import Tensor, nn


def orthogonal(g: Tensor, steps: int = 5) -> Tensor:
    """The nearest orthogonal matrices to a stack of matrices, roughly: singular values end between 0.7 and 1.2."""
    a, b, c = 3.4445, -4.7750, 2.0315
    tall = g.shape[-2] > g.shape[-1]
    x = (g.mT if tall else g).to(torch.bfloat16 if g.is_cuda else torch.float32)
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(steps):
        s = x @ x.mT
        x = a * x + (b * s + c * s @ s) @ x
    return (x.mT if tall else x).to(g.dtype)


class MuonAndAdam:
    """Both optimizers behind one `step(scale)`, scale being the schedule's factor for all rates."""

    def __init__(
        self, network: nn.Module, *, muon_rate: float = 0.02, adam_rate: float = 0.004, decay: float = 0.02
    ) -> None:
        self.muon_rate, self.adam_rate, self.decay = muon_rate, adam_rate, decay
        stacks: dict[tuple[int, ...], list[nn.Parameter]] = defaultdict(list)
        others: list[nn.Parameter] = []
        for name, p in network.named_parameters():
            if p.ndim == 2 and name != "token_embd":
                stacks[tuple(p.shape)].append(p)
            else:
                others.append(p)
        self.stacks = list(stacks.values())
        self.momenta = [torch.zeros(len(s), *s[0].shape, device=s[0].device) for s in self.stacks]
        self.adam = torch.optim.AdamW(
            others, lr=adam_rate, betas=(0.9, 0.95), weight_decay=0.0, fused=others[0].is_cuda
        )

    @torch.no_grad()
    def step(self, scale: float, momentum: float = 0.95) -> None:
        """One update from the gradients, which are cleared."""
        for group in self.adam.param_groups:
            group["lr"] = self.adam_rate * scale
        self.adam.step()
        self.adam.zero_grad(set_to_none=True)
        for stack, moment in zip(self.stacks, self.momenta, strict=True):
            g = torch.stack([p.grad for p in stack if p.grad is not None])
            moment.lerp_(g, 1 - momentum)
            update = orthogonal(g.lerp(moment, momentum))
            rate = self.muon_rate * scale * max(1.0, g.shape[-2] / g.shape[-1]) ** 0.5
            torch._foreach_mul_(stack, 1 - rate * self.decay)
            torch._foreach_add_(stack, list(update.unbind()), alpha=-rate)
            for p in stack:
                p.grad = None

    def state(self) -> dict[str, object]:
        """For a checkpoint."""
        return {"momenta": self.momenta, "adam": self.adam.state_dict()}

    def load(self, state: dict[str, object]) -> None:
        """Go on from a checkpoint's state."""
        for mine, theirs in zip(self.momenta, state["momenta"], strict=True):  # type: ignore[call-overload]
            mine.copy_(theirs)
        self.adam.load_state_dict(state["adam"])  # type: ignore[arg-type]
