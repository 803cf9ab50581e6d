"""How many replies to one prompt are written side by side, each with the whole context of the model.

llama.cpp keeps all of them in one set of cells: each more takes as many as the context has tokens, and a state of its
own where layers keep one. What there is no room for is written afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.gguf import GgufHeader
from app.hardware.machine import Gpu
from app.hardware.memory_fit import FitWishes, MemoryFit
from app.hardware.memory_needs import padded_context
from app.hardware.model_needs import ModelNeeds
from app.hardware.offload_plan import OffloadPlan, gpu_margin_bytes, plan_offload

_CELLS_IN_ORDER = frozenset({"minimax-m3"})
"""Architectures whose sparse attention takes the order of cells for that of tokens."""
_LONG_FACTORS = "rope_factors_long.weight"


def with_replies(fit: MemoryFit, headers: Sequence[GgufHeader], *, wanted: int, wishes: FitWishes) -> MemoryFit:
    """Return the fit for as many of `wanted` replies as there is room for while the model stays where `fit` put it."""
    best, too_many = fit, 1 + min(wanted, _most(headers[0], fit.context))
    while too_many - best.replies > 1:
        count = (best.replies + too_many) // 2
        needs = ModelNeeds.of(
            headers,
            weights_bytes=fit.weights_bytes,
            context=fit.context,
            replies=count,
            cache_type=wishes.cache_type,
            batch=wishes.batch,
            keeps_whole_window=wishes.keeps_whole_window,
        )
        plan = plan_offload(needs, fit.gpus, layers=wishes.layers, experts_in_memory=wishes.experts_in_memory)
        larger = replace(fit, needs=needs, plan=plan, replies=count)
        if larger.fits and _is_placed_alike(plan, fit.plan) and _leaves_margins(plan, fit.gpus):
            best = larger
        else:
            too_many = count
    return best


def shares_cells(header: GgufHeader) -> bool:
    """Whether several sequences of this model may lie in one set of cells."""
    return header.architecture not in _CELLS_IN_ORDER


def counts_cells(header: GgufHeader) -> bool:
    """Whether a model writes otherwise in a context of other size."""
    return any(tensor.name == _LONG_FACTORS for tensor in header.tensors)


def _most(header: GgufHeader, context: int) -> int:
    """Return how many replies a model can write side by side and say the same as alone.

    Models with two sets of RoPE factors take the long ones where there are more cells than they were first trained for
    (`get_rope_factors` in `llama-model.cpp`).
    """
    if not shares_cells(header):
        return 1
    if not counts_cells(header):
        return 1 << 30
    trained = header.get_int(header.architecture_key("rope.scaling.original_context_length"))
    short = trained or header.context_length or 0
    return 1 << 30 if padded_context(context) > short else max(1, short // padded_context(context))


def _is_placed_alike(plan: OffloadPlan, other: OffloadPlan) -> bool:
    return (plan.gpu_layers, plan.experts_in_memory) == (other.gpu_layers, other.experts_in_memory)


def _leaves_margins(plan: OffloadPlan, gpus: Sequence[Gpu]) -> bool:
    return all(
        not taken or taken <= gpu.free_bytes - gpu_margin_bytes(gpu)
        for taken, gpu in zip(plan.gpu_bytes, gpus, strict=False)
    )
