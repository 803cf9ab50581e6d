"""What ggml can compute on, from its own device list.

Asked through the library that llama.cpp itself uses: importing `llama_cpp._ggml` would load a second ggml with its own
list.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

from app.hardware.machine import Gpu
from app.inference.llama.native.binding import ggml
from app.inference.protocol import Backend

_BUILT_IN = 2
_GPUS = (1, _BUILT_IN)
_BACKENDS: dict[str, Backend] = {
    "CUDA": "cuda",
    "Metal": "metal",
    "MTL": "metal",
    "Vulkan": "vulkan",
    "ROCm": "rocm",
    "HIP": "rocm",
}


@dataclass(frozen=True, slots=True)
class ComputeDevice:
    """A device in ggml's list; memory in bytes, 0 where the device does not say."""

    name: str
    description: str
    backend: Backend
    free_bytes: int
    total_bytes: int
    shares_memory: bool = False
    """Whether its memory is the computer's own: Apple's devices and built-in graphics."""
    handle: int = 0
    """ggml's pointer to it; means something in this process only."""

    def as_gpu(self) -> Gpu:
        """Return what others may know of it."""
        return Gpu(self.description or self.name, self.backend, self.free_bytes, self.total_bytes, self.shares_memory)


def gpu_devices() -> tuple[ComputeDevice, ...]:
    """Return the graphics devices, in ggml's order."""
    ggml.ggml_backend_dev_count.restype = ctypes.c_size_t
    ggml.ggml_backend_dev_get.restype = ctypes.c_void_p
    ggml.ggml_backend_dev_get.argtypes = [ctypes.c_size_t]
    for function, result in (
        ("ggml_backend_dev_name", ctypes.c_char_p),
        ("ggml_backend_dev_description", ctypes.c_char_p),
        ("ggml_backend_dev_type", ctypes.c_int),
        ("ggml_backend_dev_backend_reg", ctypes.c_void_p),
        ("ggml_backend_reg_name", ctypes.c_char_p),
    ):
        getattr(ggml, function).restype = result
        getattr(ggml, function).argtypes = [ctypes.c_void_p]
    ggml.ggml_backend_dev_memory.argtypes = [
        ctypes.c_void_p,
        ctypes.POINTER(ctypes.c_size_t),
        ctypes.POINTER(ctypes.c_size_t),
    ]
    devices: list[ComputeDevice] = []
    for index in range(ggml.ggml_backend_dev_count()):
        device = ggml.ggml_backend_dev_get(index)
        kind = ggml.ggml_backend_dev_type(device)
        if kind not in _GPUS:
            continue
        registry = (ggml.ggml_backend_reg_name(ggml.ggml_backend_dev_backend_reg(device)) or b"").decode()
        backend = next((b for prefix, b in _BACKENDS.items() if registry.startswith(prefix)), None)
        if backend is None:
            continue
        free, total = ctypes.c_size_t(), ctypes.c_size_t()
        ggml.ggml_backend_dev_memory(device, ctypes.byref(free), ctypes.byref(total))
        devices.append(
            ComputeDevice(
                ggml.ggml_backend_dev_name(device).decode(),
                ggml.ggml_backend_dev_description(device).decode(),
                backend,
                free.value,
                total.value,
                shares_memory=kind == _BUILT_IN or backend == "metal",
                handle=int(device),
            )
        )
    return tuple(devices)
