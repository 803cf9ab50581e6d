"""Loads the modules that compute, where llama.cpp was built with them apart from itself (release builds).

Such a build has no backend until it is told where they lie: then it tries each variant for processors and takes the
best that this one claims to run. llama-cpp-python never tells it. Where the best died of an illegal instruction, the
next best is taken. A build for one machine has its backends inside, and nothing is done.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.inference.llama.ggml_library import GgmlLibrary
from app.inference.processor_record import ProcessorRecord

_PROCESSOR_MODULE = re.compile(r"^(lib)?ggml-cpu-[\w.-]+\.(so|dll|dylib)$")
_OTHER_MODULE = re.compile(r"^(lib)?ggml-(?!base\b|cpu\b)\w+\.(so|dll|dylib)$")


def load_backend_modules(llama: Any, ggml: GgmlLibrary, folder: Path) -> int:
    """Load what lies in `folder` if nothing is loaded yet; returns how many backends there are then.

    Must come before any other call: `llama_backend_init` and the device list expect the backends to be there.
    """
    count = ggml.ggml_backend_reg_count
    count.restype = ctypes.c_size_t
    if count() == 0:
        llama.llama_log_set(_SILENCE, ctypes.c_void_p(0))  # it would tell stderr of every module
        avoided = ProcessorRecord.of_this_computer().avoided()
        modules = modules_to_load(folder, avoided=avoided) if avoided else ()
        for module in modules:
            load_module(ggml, module)
        if count() == 0:
            _load_all(ggml, folder)
    return int(count())


def load_module(ggml: GgmlLibrary, file: Path) -> bool:
    """Load one module, such as a pack's; returns whether llama.cpp accepted it."""
    load = ggml.ggml_backend_load
    load.restype = ctypes.c_void_p
    load.argtypes = [ctypes.c_char_p]
    return bool(load(str(file).encode()))


def modules_to_load(folder: Path, *, avoided: int, score: Callable[[Path], int] | None = None) -> tuple[Path, ...]:
    """Return one processor module, with so many better ones left out, and all others; empty if there is no choice."""
    score_of = score if score is not None else _score
    scored = [(score_of(file), file) for file in folder.iterdir() if _PROCESSOR_MODULE.match(file.name)]
    fitting = [file for points, file in sorted(scored, reverse=True) if points > 0]
    if len(fitting) < 2:
        return ()
    others = sorted(file for file in folder.iterdir() if _OTHER_MODULE.match(file.name))
    return (fitting[min(avoided, len(fitting) - 1)], *others)


def _score(module: Path) -> int:
    """Return how much of this processor a module uses, as it says itself; 0 if it cannot run."""
    try:
        return int(ctypes.CDLL(str(module)).ggml_backend_score())
    except (OSError, AttributeError):
        return 0


def _load_all(ggml: GgmlLibrary, folder: Path) -> None:
    load = ggml.ggml_backend_load_all_from_path
    load.restype = None
    load.argtypes = [ctypes.c_char_p]
    load(str(folder).encode())


def _drop(_level: int, _text: bytes, _data: Any) -> None:
    pass


_SILENCE = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)(_drop)
"""Lives as long as the module: llama.cpp holds it until `LlamaLog` takes over."""
