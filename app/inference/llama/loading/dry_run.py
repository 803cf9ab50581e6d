"""Asks llama.cpp itself what a model with a context would allocate, without its weights and without allocating.

A sparse file with only the header is loaded with `no_alloc` and load mode NONE (any other aborts); llama.cpp then logs
the sizes that it would take. Only for a child process: a hostile header may abort it.
"""

from __future__ import annotations

import ctypes
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.hardware.context_choices import CacheType
from app.hardware.memory_needs import BATCH
from app.inference.llama.native.binding import lib

_MIB = 1024**2
_CACHE = re.compile(r"llama_(?:kv_cache|memory_recurrent)\S*: size =\s+([\d.]+) MiB")
_COMPUTE = re.compile(r"compute buffer size =\s+([\d.]+) MiB")
_OUTPUT = re.compile(r"output buffer size =\s+([\d.]+) MiB")
_MOST_LOG = 4 * _MIB


@dataclass(frozen=True, slots=True)
class HeaderFile:
    """A model file of which only the beginning is at hand: its name, those bytes, and how long it is."""

    name: str
    leading_bytes: bytes
    size_bytes: int


@dataclass(frozen=True, slots=True)
class DryRun:
    """What llama.cpp would allocate beside the weights, in bytes, to the 10 kB that it logs."""

    kv_bytes: int
    compute_bytes: int


class DryRunRefused(Exception):
    """llama.cpp would not load this; the text is its log."""


def dry_run(
    files: Sequence[HeaderFile],
    *,
    context: int,
    cache_type: CacheType = CacheType.F16,
    batch: int = BATCH,
    keeps_whole_window: bool = True,
) -> DryRun:
    """Return what a model would allocate; the first file is the first shard. Raises `DryRunRefused`, `OSError`.

    Turns llama.cpp's log of this process to itself for good.
    """
    with tempfile.TemporaryDirectory(prefix="aside-dry-run-") as folder:
        for file in files:
            with (Path(folder) / file.name).open("wb") as sparse:
                sparse.write(file.leading_bytes)
                sparse.truncate(max(file.size_bytes, len(file.leading_bytes)))
        options = lib.llama_context_default_params()
        options.n_ctx = context
        options.n_ubatch = batch
        options.n_batch = max(batch, options.n_batch)
        options.swa_full = keeps_whole_window
        options.type_k = options.type_v = cache_type.ggml_type
        options.no_perf = True
        return _measured(Path(folder) / files[0].name, options)


def _measured(path: Path, options: Any) -> DryRun:
    lines: list[str] = []

    def receive(_level: int, text: bytes, _user_data: Any) -> None:
        if len(lines) < _MOST_LOG // 100:
            lines.append(text.decode("utf-8", errors="replace"))

    callback = lib.llama_log_callback(receive)
    lib.llama_log_set(callback, ctypes.c_void_p(0))
    _kept_callbacks.append(callback)
    parameters = lib.llama_model_default_params()
    parameters.n_gpu_layers = 0
    parameters.no_alloc = True
    parameters.load_mode = lib.LLAMA_LOAD_MODE_NONE
    model = lib.llama_model_load_from_file(str(path).encode("utf-8", "surrogateescape"), parameters)
    if not model:
        raise DryRunRefused("".join(lines[-40:]))
    try:
        made = lib.llama_init_from_model(model, options)
        if not made:
            raise DryRunRefused("".join(lines[-40:]))
        lib.llama_free(made)
    finally:
        lib.llama_model_free(model)
    log = "".join(lines)
    return DryRun(_sum(_CACHE, log), _sum(_COMPUTE, log) + _sum(_OUTPUT, log))


_kept_callbacks: list[Any] = []
"""llama.cpp goes on calling the one that was set last."""


def _sum(pattern: re.Pattern[str], log: str) -> int:
    return int(sum(float(size) for size in pattern.findall(log)) * _MIB)
