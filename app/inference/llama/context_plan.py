"""Looks at a model file before llama.cpp does, and decides how large its context will be."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.gguf import GgufHeader, read_header, shard_set
from app.hardware.errors import ModelDoesNotFit
from app.hardware.machine import Machine
from app.hardware.memory_fit import MemoryFit
from app.hardware.memory_needs import weights_bytes
from app.inference.errors import ModelFileMissing, ModelFileUnreadable, NotAChatModel
from app.inference.llama.devices import ComputeDevice

_NOT_TEXT_GENERATORS = frozenset({"clip", "bert", "nomic-bert", "jina-bert-v2", "t5encoder", "wavtokenizer-dec"})


def checked_header(path: Path) -> tuple[GgufHeader, int]:
    """Return the header of a model and the size in bytes of all its files.

    Every shard is looked at, so that a missing or cut one is named before minutes of loading. Raises the errors of
    `app.gguf`, `ModelFileMissing`, `ModelFileUnreadable`, `NotAChatModel`.
    """
    header: GgufHeader | None = None
    size_bytes = 0
    for shard in shard_set(path).paths:
        try:
            shard_header = read_header(shard)
            size_bytes += shard.stat().st_size
        except FileNotFoundError as error:
            raise ModelFileMissing(str(shard)) from error
        except OSError as error:
            raise ModelFileUnreadable(str(shard), details=str(error)) from error
        header = header or shard_header
    assert header is not None, "a shard set has at least one file"
    if header.architecture in _NOT_TEXT_GENERATORS:
        raise NotAChatModel(name=path.name)
    return header, size_bytes


def planned_context(
    header: GgufHeader, *, name: str, size_bytes: int, requested: int | None, gpus: Iterable[ComputeDevice]
) -> int:
    """Return the context in tokens: as requested, at most what the model was trained for, else what fits by default.

    Raises `ModelDoesNotFit` with the arithmetic when weights and context exceed what is free now.
    """
    weights = weights_bytes(header, size_bytes)
    # Apple's devices use the computer's own memory: it is not there twice.
    own_memory = sum(gpu.free_bytes for gpu in gpus if gpu.backend != "metal")
    free_bytes = Machine.now().available_memory_bytes + own_memory
    if requested is None:
        fit = MemoryFit.with_default_context(header, model_name=name, weights_bytes=weights, free_bytes=free_bytes)
    else:
        context = min(requested, header.context_length or requested)
        fit = MemoryFit.estimate(header, model_name=name, weights_bytes=weights, context=context, free_bytes=free_bytes)
    if not fit.fits:
        raise ModelDoesNotFit(fit)
    return fit.context
