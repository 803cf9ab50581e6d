"""The trial of a pack: load its modules, put a small model on its device, compute one token; in its own process."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.inference.llama.native.backend_modules import load_module, words_for_refusal
from app.inference.llama.native.binding import LlamaLog, ggml, lib
from app.inference.llama.native.devices import gpu_devices
from app.inference.packs.proof_record import Proof

_ALL_LAYERS = 999
_CONTEXT = 64


def try_modules(modules: Sequence[Path], model: Path) -> Proof:
    """Return whether the modules bring a device that computes, or why not in the words of whoever refused."""
    log = LlamaLog()
    for module in modules:
        try:
            ctypes.CDLL(str(module))  # says which library is missing; llama.cpp would only say that it failed
        except OSError as error:
            return Proof(works=False, reason=str(error))
        if not load_module(ggml, module):
            return Proof(works=False, reason=words_for_refusal(log.text(), module))
    devices = gpu_devices()
    if not devices:
        return Proof(works=False, reason="no device found")
    device = devices[0].description or devices[0].name
    reason = _computes(model)
    return Proof(works=not reason, device=device, reason=reason and f"{device}: {reason} {log.text()}".strip())


def _computes(path: Path) -> str:
    """Load the model onto the device and compute one token; returns what went wrong, or nothing."""
    lib.llama_backend_init()
    parameters = lib.llama_model_default_params()
    parameters.n_gpu_layers = _ALL_LAYERS
    model = lib.llama_model_load_from_file(str(path).encode(), parameters)
    if not model:
        return "a model cannot be loaded."
    try:
        options = lib.llama_context_default_params()
        options.n_ctx = _CONTEXT
        context = lib.llama_init_from_model(model, options)
        if not context:
            return "there is no room for a context."
        try:
            return _first_token(model, context)
        finally:
            lib.llama_free(context)
    finally:
        lib.llama_model_free(model)


def _first_token(model: Any, context: Any) -> str:
    tokens = (lib.llama_token * 1)(1)
    if lib.llama_decode(context, lib.llama_batch_get_one(tokens, 1)) != 0:
        return "it cannot compute."
    logits = lib.llama_get_logits_ith(context, -1)
    count = lib.llama_vocab_n_tokens(lib.llama_model_get_vocab(model))
    numbers = [float(logits[index]) for index in range(count)]
    if not all(math.isfinite(number) for number in numbers) or len(set(numbers)) == 1:
        return "what it computes is wrong."
    return ""
