"""A GGUF file in memory: weights, vocabulary and metadata."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.errors import UserError
from app.gguf import NotAChatModel
from app.inference.engine import LoadWasCancelled
from app.inference.errors import ModelNotLoadable, OutOfMemoryForWeights, UnsupportedArchitecture
from app.inference.llama.native.binding import LlamaLog, lib
from app.inference.llama.native.placement import Placement
from app.inference.llama.native.vocabulary import Vocabulary

ALL_LAYERS = -1


class LlamaModel:
    """Owns one `llama_model`. Raises `UserError` when llama.cpp refuses it, `LoadWasCancelled` when told to give up.

    `placement` says what goes to which device, `gpu_layers` only how many layers. `on_progress` gets the fraction 0…1
    of the weights read; `is_cancelled` is asked about as often.
    """

    def __init__(
        self,
        path: Path,
        *,
        gpu_layers: int = 0,
        placement: Placement | None = None,
        log: LlamaLog,
        on_progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> None:
        self.path = path

        def progress(fraction: float, _user_data: Any) -> bool:
            on_progress(fraction)
            return not is_cancelled()

        callback = lib.llama_progress_callback(progress)
        parameters = lib.llama_model_default_params()
        parameters.n_gpu_layers = gpu_layers
        if placement is not None:
            placement.apply_to(parameters)
        parameters.progress_callback = callback
        log.clear()
        self._model: Any = lib.llama_model_load_from_file(str(path).encode("utf-8", "surrogateescape"), parameters)
        if not self._model:
            if is_cancelled():
                raise LoadWasCancelled
            raise _refusal(path, log.text())
        try:
            if is_cancelled():
                raise LoadWasCancelled
            if not lib.llama_model_has_decoder(self._model) or lib.llama_model_is_diffusion(self._model):
                raise NotAChatModel(name=path.name)
            self.metadata = self._read_metadata()
            self.vocabulary = Vocabulary(
                lib.llama_model_get_vocab(self._model),
                names_begin=self._has_key(b"tokenizer.ggml.bos_token_id"),
                names_end=self._has_key(b"tokenizer.ggml.eos_token_id"),
            )
            if self.vocabulary.size == 0:
                raise NotAChatModel(name=path.name)
        except BaseException:
            self.close()
            raise

    @property
    def pointer(self) -> Any:
        """The `llama_model` itself."""
        return self._model

    @property
    def context_limit(self) -> int:
        """The context it was trained for, in tokens."""
        return int(lib.llama_model_n_ctx_train(self._model))

    @property
    def parameters(self) -> int:
        """How many parameters it has."""
        return int(lib.llama_model_n_params(self._model))

    @property
    def size_bytes(self) -> int:
        """The size of all its tensors."""
        return int(lib.llama_model_size(self._model))

    @property
    def can_forget_partly(self) -> bool:
        """Whether the end of a sequence can be taken out of its memory; recurrent and hybrid models cannot."""
        return not (lib.llama_model_is_recurrent(self._model) or lib.llama_model_is_hybrid(self._model))

    @property
    def has_window(self) -> bool:
        """Whether some layers see only a sliding window."""
        return int(lib.llama_model_n_swa(self._model)) > 0

    @property
    def chat_template(self) -> str:
        """The chat template's source, empty if there is none."""
        source = lib.llama_model_chat_template(self._model, None)
        return source.decode("utf-8", errors="replace") if source else ""

    def close(self) -> None:
        """Free it; every context of it must be gone."""
        if self._model:
            lib.llama_model_free(self._model)
            self._model = None

    def _has_key(self, key: bytes) -> bool:
        return int(lib.llama_model_meta_val_str(self._model, key, ctypes.create_string_buffer(1), 1)) >= 0

    def _read_metadata(self) -> dict[str, str]:
        """Return all scalar metadata as text. Buffers are sized by asking, since values may be long templates."""
        metadata: dict[str, str] = {}
        for index in range(lib.llama_model_meta_count(self._model)):
            key = _sized_text(lib.llama_model_meta_key_by_index, self._model, index)
            if not key.startswith("tokenizer."):
                metadata[key] = _sized_text(lib.llama_model_meta_val_str_by_index, self._model, index)
        return metadata


def _sized_text(function: Any, model: Any, index: int) -> str:
    size = 256
    while True:
        buffer = ctypes.create_string_buffer(size)
        length = int(function(model, index, buffer, size))
        if length < size:
            return buffer.value.decode("utf-8", errors="replace")
        size = length + 1


def unknown_architecture(log: str) -> str:
    """Return the architecture that llama.cpp's log calls unknown; empty if it calls none so."""
    for sign in ("unknown model architecture: '", "unsupported model architecture: '"):
        if sign in log:
            return log.split(sign, 1)[1].split("'", 1)[0]
    return ""


def _refusal(path: Path, log: str) -> UserError:
    architecture = unknown_architecture(log)
    if architecture:
        return UnsupportedArchitecture(architecture=architecture, details=log)
    if tells_of_memory(log):
        return OutOfMemoryForWeights(name=path.name, details=log)
    return ModelNotLoadable(name=path.name, details=log)


# How llama.cpp's log tells that memory was the reason of a failure: it has no code for it.

_SIGNS = ("failed to allocate", "unable to allocate", "out of memory", "outofdevicememory", "cudamalloc failed")


def tells_of_memory(log: str) -> bool:
    """Return whether an allocation failed, in the computer's memory or on a device."""
    lowered = log.lower()
    return any(sign in lowered for sign in _SIGNS)
