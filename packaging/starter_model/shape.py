"""The model's measures, shared by trainer and export. Free of torch."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """A Qwen3 decoder with tied embeddings; every width is a multiple of 32, the block size of Q8_0."""

    vocabulary: int = 1536
    layers: int = 10
    width: int = 384
    heads: int = 6
    kv_heads: int = 2
    head_width: int = 64
    inner: int = 896
    context: int = 2048
    rope_base: float = 10_000.0
    norm_eps: float = 1e-6

    def as_dict(self) -> dict[str, float]:
        """For checkpoints."""
        return asdict(self)


TINY = Shape(layers=2, width=64, heads=2, kv_heads=1, head_width=32, inner=96)
"""For the CPU test of the recipe."""
