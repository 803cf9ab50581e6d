"""Loads the modules that compute, where llama.cpp was built with them apart from itself (release builds).

Such a build has no backend until it is told where they lie, and llama-cpp-python never tells it. Of the modules for
processors the best is taken that this one claims to run, that the system lets it run (`InstructionSet`), and that has
not died of an illegal instruction here. A build for one machine has its backends inside, and nothing is done.
"""

from __future__ import annotations

import _ctypes
import ctypes
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.inference.cpu_blocklist import CpuBlocklist
from app.inference.llama.native.ggml_library import GgmlLibrary
from app.inference.llama.native.instruction_set import InstructionSet, instruction_set_of, switched_on
from app.text import quoted

_PROCESSOR_MODULE = re.compile(r"^(?:lib)?ggml-cpu-([\w.-]+)\.(?:so|dll|dylib)$")
_OTHER_MODULE = re.compile(r"^(lib)?ggml-(?!base\b|cpu\b)\w+\.(so|dll|dylib)$")


def load_backend_modules(llama: Any, ggml: GgmlLibrary, folder: Path) -> int:
    """Load what lies in `folder` if nothing is loaded yet; returns how many backends there are then.

    Must come before any other call: `llama_backend_init` and the device list expect the backends to be there.
    """
    count = ggml.ggml_backend_reg_count
    count.restype = ctypes.c_size_t
    if count() == 0:
        llama.llama_log_set(_SILENCE, ctypes.c_void_p(0))  # it would tell stderr of every module
        avoided = CpuBlocklist.of_this_computer().avoided()
        for module in modules_to_load(folder, avoided=avoided, most=switched_on()):
            load_module(ggml, module)
        if count() == 0:
            _load_all(ggml, folder)
    return int(count())


def load_module(ggml: GgmlLibrary, file: Path) -> bool:
    """Load one module, such as a pack's; returns whether llama.cpp accepted it."""
    load = ggml.ggml_backend_load
    load.restype = ctypes.c_void_p
    load.argtypes = [ctypes.c_char_p]
    name = os.fsencode(file)
    if (
        sys.platform == "win32"
    ):  # there ggml reads a path in the system's old code page; what is loaded is found by name
        try:
            ctypes.CDLL(str(file))
        except OSError:
            return False
        name = os.fsencode(file.name)
    return bool(load(name))


def words_for_refusal(log: str, file: Path) -> str:
    """Return why llama.cpp did not load a module, from what it logged, without the module's own path."""
    if "ggml_backend_init returned NULL" in log:
        return "no driver answers"
    return quoted(log.rpartition(f"{file}: ")[2].strip(), longest=300) or f"{file.name} is no backend for this engine"


def modules_to_load(
    folder: Path, *, avoided: int, most: InstructionSet, score: Callable[[Path], int] | None = None
) -> tuple[Path, ...]:
    """Return all modules for other devices and, last as llama.cpp does it, one for the processor; or nothing.

    `avoided` is how many generations died here: with one module of a generation all of it is left out. Empty if there
    is no choice, as where each library lies once.
    """
    score_of = score if score is not None else _score
    scored = [
        (score_of(file), file)
        for file in folder.iterdir()
        if (generation := _generation(file)) is not None
        and (not isinstance(generation, InstructionSet) or generation <= most)
    ]
    fitting = [file for points, file in sorted(scored, reverse=True) if points > 0]
    if not fitting:
        return ()
    generations = list(dict.fromkeys(_generation(file) for file in fitting))
    taken = generations[min(avoided, len(generations) - 1)]
    others = sorted(file for file in folder.iterdir() if _OTHER_MODULE.match(file.name))
    return (*others, next(file for file in fitting if _generation(file) == taken))


def _generation(module: Path) -> InstructionSet | str | None:
    """Return what a module for processors needs, its own name where that is unknown, or `None` for other files."""
    match = _PROCESSOR_MODULE.match(module.name)
    if match is None:
        return None
    needed = instruction_set_of(match[1])
    return match[1] if needed is None else needed


def _score(module: Path) -> int:
    """Return how much of this processor a module uses, as it says itself; 0 if it cannot run."""
    try:
        library = ctypes.CDLL(str(module))
    except OSError:
        return 0
    try:
        return int(library.ggml_backend_score())
    except AttributeError:
        return 0
    finally:
        _close(library)


def _close(library: ctypes.CDLL) -> None:
    """Give a library back: thirteen of fourteen are not used."""
    handle = library._handle  # noqa: SLF001 - ctypes has no other way
    if sys.platform == "win32":
        _ctypes.FreeLibrary(handle)
    else:
        _ctypes.dlclose(handle)


def _load_all(ggml: GgmlLibrary, folder: Path) -> None:
    load = ggml.ggml_backend_load_all_from_path
    load.restype = None
    load.argtypes = [ctypes.c_char_p]
    load(os.fsencode(folder))


def _drop(_level: int, _text: bytes, _data: Any) -> None:
    pass


_SILENCE = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)(_drop)
"""Lives as long as the module: llama.cpp holds it until `LlamaLog` takes over."""
