"""llama-cpp-python as a binding: the low-level functions, quiet, and the lines llama.cpp logs when something fails.

Its package imports a high-level class and its helpers on the way; they cost time once and are not used.
"""

from __future__ import annotations

import ctypes
import re
from collections import deque
from collections.abc import Callable
from typing import Any, ClassVar

from llama_cpp import llama_cpp as lib

from app.inference.llama.native.backend_modules import load_backend_modules
from app.inference.llama.native.ggml_library import GgmlLibrary

__all__ = ["LlamaLog", "ggml", "lib", "processor_features", "version"]

ggml = GgmlLibrary(lib._lib, lib._base_path)  # noqa: SLF001 - the binding offers no other handle
load_backend_modules(lib, ggml, lib._base_path)  # noqa: SLF001 - before anything else is asked of llama.cpp

_WARNING = 3
_ERROR = 4
_CONTINUED = 5
_KEPT_LINES = 60


class LlamaLog:
    """The last warnings and errors of llama.cpp; the rest is dropped. One for the process, as its callback is."""

    _in_use: ClassVar[Any] = None
    """The callback that llama.cpp holds; must live until another is set, whatever becomes of its `LlamaLog`."""

    _heard: ClassVar[Any] = None
    """The same for the other library."""

    def __init__(self) -> None:
        self._lines: deque[str] = deque(maxlen=_KEPT_LINES)
        self._was_kept = False
        self._callback = lib.llama_log_callback(self._receive)
        lib.llama_log_set(self._callback, ctypes.c_void_p(0))
        LlamaLog._in_use = self._callback

    def hear(self, set_callback: Callable[[Any, Any], object]) -> None:
        """Take in what a library beside llama.cpp logs, too; `set_callback` tells it where to."""
        set_callback(self._callback, ctypes.c_void_p(0))
        LlamaLog._heard = self._callback

    def clear(self) -> None:
        """Forget what was logged so far."""
        self._lines.clear()

    def text(self) -> str:
        """Return what was logged since `clear`."""
        return "".join(self._lines).strip()

    def _receive(self, level: int, text: bytes, _user_data: Any) -> None:
        if level != _CONTINUED:
            self._was_kept = level in (_WARNING, _ERROR)
        if self._was_kept:
            self._lines.append(text.decode("utf-8", errors="replace"))


def version() -> str:
    """Return the binding's version, such as `llama-cpp-python 0.3.36`."""
    import llama_cpp

    return f"llama-cpp-python {llama_cpp.__version__}"


def processor_features() -> str:
    """Return what the processor's part of this engine uses, such as `SSE3 AVX AVX2 FMA`; a build has several."""
    text = str(lib.llama_print_system_info().decode())
    return " ".join(re.findall(r"(\w+) = 1\b", text))
