"""Loads the modules that compute, where llama.cpp was built with them apart from itself (release builds).

Such a build has no backend until it is told where they lie: then it tries each variant for processors and takes the
best that this one can run. llama-cpp-python never tells it. A build for one machine has its backends inside, and
nothing is done.
"""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

from app.inference.llama.ggml_library import GgmlLibrary


def load_backend_modules(llama: Any, ggml: GgmlLibrary, folder: Path) -> int:
    """Load what lies in `folder` if nothing is loaded yet; returns how many backends there are then.

    Must come before any other call: `llama_backend_init` and the device list expect the backends to be there.
    """
    count = ggml.ggml_backend_reg_count
    count.restype = ctypes.c_size_t
    if count() == 0:
        llama.llama_log_set(_SILENCE, ctypes.c_void_p(0))  # it would tell stderr of every module
        _load_all(ggml, folder)
    return int(count())


def load_module(ggml: GgmlLibrary, file: Path) -> bool:
    """Load one module, such as a pack's; returns whether llama.cpp accepted it."""
    load = ggml.ggml_backend_load
    load.restype = ctypes.c_void_p
    load.argtypes = [ctypes.c_char_p]
    return bool(load(str(file).encode()))


def _load_all(ggml: GgmlLibrary, folder: Path) -> None:
    load = ggml.ggml_backend_load_all_from_path
    load.restype = None
    load.argtypes = [ctypes.c_char_p]
    load(str(folder).encode())


def _drop(_level: int, _text: bytes, _data: Any) -> None:
    pass


_SILENCE = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)(_drop)
"""Lives as long as the module: llama.cpp holds it until `LlamaLog` takes over."""
