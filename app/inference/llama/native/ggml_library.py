"""The one ggml that llama.cpp uses, as a library to call.

On Linux and macOS its functions are reached through llama.cpp's own handle; a Windows DLL exports only what is its own,
so there they are looked up in `ggml.dll` and `ggml-base.dll` beside it.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from typing import Any

_WINDOWS_PARTS = ("ggml.dll", "ggml-base.dll")


class GgmlLibrary:
    """Its functions as attributes, as on a `CDLL`: what is set on one (`restype`, `argtypes`) is kept."""

    def __init__(self, llama: ctypes.CDLL, folder: Path) -> None:
        self._parts = [llama]
        if sys.platform == "win32":
            self._parts += [ctypes.CDLL(str(folder / name)) for name in _WINDOWS_PARTS if (folder / name).exists()]

    def __getattr__(self, name: str) -> Any:
        for part in self._parts:
            found = getattr(part, name, None)
            if found is not None:
                return found
        raise AttributeError(f"ggml exports no {name}")
