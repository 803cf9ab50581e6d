"""Looks at a model file before llama.cpp does, and decides how large its context will be."""

from __future__ import annotations

from pathlib import Path

from app.gguf import GgufHeader, check_written, not_a_chat_model, read_header, shard_set
from app.hardware.errors import ModelDoesNotFit
from app.hardware.machine import Gpu, Machine
from app.hardware.memory_fit import FitWishes, MemoryFit
from app.hardware.memory_needs import weights_bytes
from app.inference.errors import ModelFileMissing, ModelFileUnreadable


def checked_headers(path: Path) -> tuple[tuple[GgufHeader, ...], int]:
    """Return the headers of all files of a model, and their size in bytes together.

    Every shard is looked at, so that a missing or cut one is named before minutes of loading. Raises the errors of
    `app.gguf`, `ModelFileMissing`, `ModelFileUnreadable`, `NotAChatModel`.
    """
    headers: list[GgufHeader] = []
    size_bytes = 0
    for shard in shard_set(path).paths:
        try:
            headers.append(read_header(shard))
            size_bytes += shard.stat().st_size
        except FileNotFoundError as error:
            raise ModelFileMissing(str(shard)) from error
        except OSError as error:
            raise ModelFileUnreadable(str(shard), details=str(error)) from error
    unfit = not_a_chat_model(headers[0], path.name)
    if unfit is not None:
        raise unfit
    return tuple(headers), size_bytes


def check_weights(path: Path, headers: tuple[GgufHeader, ...]) -> None:
    """Raise `UnwrittenGguf` for a file of the model that is full of nothing, and `ModelFileUnreadable`."""
    for shard, header in zip(shard_set(path).paths, headers, strict=True):
        try:
            check_written(shard, header)
        except OSError as error:
            raise ModelFileUnreadable(str(shard), details=str(error)) from error


def planned_fit(
    headers: tuple[GgufHeader, ...],
    *,
    name: str,
    size_bytes: int,
    requested: int | None,
    gpus: tuple[Gpu, ...],
    wishes: FitWishes,
    reserved_bytes: int = 0,
) -> MemoryFit:
    """Return the plan for a context in tokens: as requested, at most what the model was trained for.

    Without a request, for what fits by default. Raises `ModelDoesNotFit` with the arithmetic when weights and context
    exceed what is free now. `reserved_bytes` of the computer's memory are for something else.
    """
    first = headers[0]
    weights = weights_bytes(first, size_bytes)
    free_bytes = max(0, Machine.now().available_memory_bytes - reserved_bytes)
    if requested is None:
        fit = MemoryFit.with_default_context(
            headers, model_name=name, weights_bytes=weights, free_bytes=free_bytes, gpus=gpus, wishes=wishes
        )
    else:
        fit = MemoryFit.estimate(
            headers,
            model_name=name,
            weights_bytes=weights,
            context=min(requested, first.context_length or requested),
            free_bytes=free_bytes,
            gpus=gpus,
            wishes=wishes,
        )
    if not fit.fits:
        raise ModelDoesNotFit(fit)
    return fit
