"""A graphics device, as the engine child reports it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gpu:
    """Memory in bytes. `shares_memory` is true where it is the computer's own memory (Apple, built-in graphics)."""

    name: str
    backend: str
    free_bytes: int
    total_bytes: int
    shares_memory: bool = False


def free_memory_bytes(available_bytes: int, gpus: tuple[Gpu, ...]) -> int:
    """Return what is free for a model in memory and on devices together, memory that is the same counted once."""
    return available_bytes + sum(gpu.free_bytes for gpu in gpus if not gpu.shares_memory)
