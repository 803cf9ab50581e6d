"""The network: Qwen3 as llama.cpp builds it (RMS norm, per-head norm of queries and keys, NEOX rotary, SwiGLU).

Weights carry the names of GGUF tensors, so that export is a copy.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812
from shape import Shape
from torch import Tensor, nn


class Block(nn.Module):
    """One decoder layer."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        w, q, kv = shape.width, shape.heads * shape.head_width, shape.kv_heads * shape.head_width
        self.attn_norm = nn.Parameter(torch.ones(w))
        self.attn_q = nn.Parameter(torch.empty(q, w))
        self.attn_k = nn.Parameter(torch.empty(kv, w))
        self.attn_v = nn.Parameter(torch.empty(kv, w))
        self.attn_q_norm = nn.Parameter(torch.ones(shape.head_width))
        self.attn_k_norm = nn.Parameter(torch.ones(shape.head_width))
        self.attn_output = nn.Parameter(torch.empty(w, q))
        self.ffn_norm = nn.Parameter(torch.ones(w))
        self.ffn_gate = nn.Parameter(torch.empty(shape.inner, w))
        self.ffn_up = nn.Parameter(torch.empty(shape.inner, w))
        self.ffn_down = nn.Parameter(torch.empty(w, shape.inner))
        for p in (self.attn_q, self.attn_k, self.attn_v, self.ffn_gate, self.ffn_up):
            nn.init.normal_(p, std=w**-0.5)
        for p in (self.attn_output, self.ffn_down):
            nn.init.normal_(p, std=(2 * shape.layers * p.shape[1]) ** -0.5)

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
        """x: (rows, time, width); cos and sin: (time, head_width / 2)."""
        s, (rows, time, _) = self.shape, x.shape
        h = F.rms_norm(x, (s.width,), self.attn_norm.to(x.dtype), s.norm_eps)
        q = F.linear(h, self.attn_q.to(x.dtype)).view(rows, time, s.heads, s.head_width).transpose(1, 2)
        k = F.linear(h, self.attn_k.to(x.dtype)).view(rows, time, s.kv_heads, s.head_width).transpose(1, 2)
        v = F.linear(h, self.attn_v.to(x.dtype)).view(rows, time, s.kv_heads, s.head_width).transpose(1, 2)
        q = _rotated(F.rms_norm(q, (s.head_width,), self.attn_q_norm.to(x.dtype), s.norm_eps), cos, sin)
        k = _rotated(F.rms_norm(k, (s.head_width,), self.attn_k_norm.to(x.dtype), s.norm_eps), cos, sin)
        group = s.heads // s.kv_heads
        k, v = k.repeat_interleave(group, dim=1), v.repeat_interleave(group, dim=1)
        seen = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + F.linear(seen.transpose(1, 2).reshape(rows, time, -1), self.attn_output.to(x.dtype))
        h = F.rms_norm(x, (s.width,), self.ffn_norm.to(x.dtype), s.norm_eps)
        inner = F.silu(F.linear(h, self.ffn_gate.to(x.dtype))) * F.linear(h, self.ffn_up.to(x.dtype))
        return x + F.linear(inner, self.ffn_down.to(x.dtype))


def _rotated(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    a, b = x.chunk(2, dim=-1)
    return torch.cat((a * cos - b * sin, b * cos + a * sin), dim=-1)


class Network(nn.Module):
    """Token ids to the loss on the next tokens."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.token_embd = nn.Parameter(torch.randn(shape.vocabulary, shape.width) * 0.02)
        self.blk = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.output_norm = nn.Parameter(torch.ones(shape.width))
        half = shape.head_width // 2
        angle = torch.arange(shape.context)[:, None] * shape.rope_base ** (-torch.arange(half) / half)[None]
        self.register_buffer("cos", angle.cos(), persistent=False)
        self.register_buffer("sin", angle.sin(), persistent=False)

    def hidden(self, ids: Tensor, dtype: torch.dtype) -> Tensor:
        """ids: (rows, time) to (rows, time, width), after the last norm."""
        x = F.embedding(ids, self.token_embd).to(dtype)
        cos, sin = self.cos[: ids.shape[1]].to(dtype), self.sin[: ids.shape[1]].to(dtype)
        for block in self.blk:
            x = block(x, cos, sin)
        return F.rms_norm(x, (self.shape.width,), self.output_norm.to(dtype), self.shape.norm_eps)

    def logits(self, ids: Tensor, dtype: torch.dtype = torch.float32) -> Tensor:
        """(rows, time, vocabulary)."""
        return F.linear(self.hidden(ids, dtype), self.token_embd.to(dtype))

    def gguf_tensors(self) -> dict[str, Tensor]:
        """Weights by GGUF name, in float32."""
        return {f"{name}.weight": p.detach().float().cpu() for name, p in self.named_parameters()}


def loss_of(hidden: Tensor, embeddings: Tensor, targets: Tensor) -> Tensor:
    """Mean cross entropy over the targets that are not -1. hidden: (n, width), targets: (n,)."""
    return F.cross_entropy(F.linear(hidden, embeddings.to(hidden.dtype)).float(), targets, ignore_index=-1)
