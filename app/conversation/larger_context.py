"""Whether a model could be loaded with a larger context."""

from __future__ import annotations

from pathlib import Path

from app.gguf import read_header, shard_set
from app.hardware.machine import Machine
from app.hardware.memory_fit import FitWishes, MemoryFit
from app.hardware.memory_needs import weights_bytes
from app.inference.protocol import ModelInfo

_STEP = 256


def larger_context(info: ModelInfo, needed_tokens: int) -> int | None:
    """Return the context in tokens to load the model with for a prompt so long, `None` if there is none that fits.

    Twice the present one if that is enough, else as much as is needed with some room, at most what the model was
    trained for and what fits into the computer's memory; what the loaded model holds counts as free. Reads the file's
    header. Raises the errors of `app.gguf` and `OSError`.
    """
    placement = info.placement
    if placement is None:
        return None
    wanted = max(2 * info.context, -(-(needed_tokens * 5 // 4) // _STEP) * _STEP)
    paths = shard_set(Path(placement.path)).paths
    headers = tuple(read_header(path) for path in paths)
    size_bytes = sum(path.stat().st_size for path in paths)
    machine = Machine.now()
    held_bytes = size_bytes if not placement.gpu_layers else 0
    fit = MemoryFit.estimate(
        headers,
        model_name=info.name,
        weights_bytes=weights_bytes(headers[0], size_bytes),
        context=wanted,
        free_bytes=min(machine.available_memory_bytes + held_bytes, machine.total_memory_bytes),
        wishes=FitWishes(cache_type=placement.cache_type),
    )
    possible = min(wanted, fit.max_context, info.context_limit or wanted)
    return possible if possible > info.context and possible >= needed_tokens else None
