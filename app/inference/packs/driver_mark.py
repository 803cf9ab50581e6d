"""A mark that changes when the graphics driver does, so that what was proved of a pack is asked again."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Mapping
from pathlib import Path

from app.file_facts import read_file

_VARIABLES = (
    "CUDA_VISIBLE_DEVICES",
    "HIP_VISIBLE_DEVICES",
    "ROCR_VISIBLE_DEVICES",
    "GGML_VK_VISIBLE_DEVICES",
    "LD_LIBRARY_PATH",
    "VK_DRIVER_FILES",
    "VK_ICD_FILENAMES",
)
_VERSIONS = ("/proc/driver/nvidia/version", "/sys/module/amdgpu/version", "/sys/module/i915/srcversion")
_PLACES = ("/etc/ld.so.cache", "/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d", "/dev/dri")
_DEVICES = ("/dev/nvidiactl", "/dev/kfd")
"""Made anew at every start of the computer, so only whether they are there counts."""
_WINDOWS_DRIVERS = ("nvcuda.dll", "vulkan-1.dll", "amdhip64.dll", "amdhip64_6.dll")


def driver_mark(environment: Mapping[str, str] = os.environ, *, root: Path = Path("/")) -> str:
    """Return a short text that stays the same as long as drivers and what they are told do."""
    facts = [platform.release(), *(f"{name}={environment.get(name)}" for name in _VARIABLES)]
    if sys.platform == "win32":
        folder = Path(environment.get("SYSTEMROOT", r"C:\Windows")) / "System32"
        facts += [_stamp(folder / name) for name in _WINDOWS_DRIVERS]
    else:
        facts += [_content(root / path.lstrip("/")) for path in _VERSIONS]
        facts += [_stamp(root / path.lstrip("/")) for path in _PLACES]
        facts += [str((root / path.lstrip("/")).exists()) for path in _DEVICES]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:16]


def _content(path: Path) -> str:
    try:
        return read_file(path).decode(errors="replace")
    except OSError:
        return ""


def _stamp(path: Path) -> str:
    try:
        stat = path.stat()
    except OSError:
        return "-"
    if path.is_dir():
        return ",".join(sorted(entry.name for entry in path.iterdir()))
    return f"{stat.st_size}:{stat.st_mtime_ns}"
