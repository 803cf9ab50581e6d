"""A plan in llama.cpp's own terms: devices, how layers are split among them, and tensors that stay behind."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

from app.hardware.offload_plan import OffloadPlan
from app.inference.llama.native.binding import ggml, lib
from app.inference.llama.native.devices import ComputeDevice

_EXPERTS = r"\.ffn_(up|down|gate|gate_up)_(ch|)exps"
"""The tensors of a layer that are experts; those shared by all tokens (`shexp`) are not among them."""
_CPU = 0


class _TensorOverride(ctypes.Structure):
    """`llama_model_tensor_buft_override`, which the binding leaves out."""

    _fields_ = [("pattern", ctypes.c_char_p), ("buffer_type", ctypes.c_void_p)]


class Placement:
    """Owns the arrays that llama.cpp reads while it loads; keep it until the model is made."""

    def __init__(self, plan: OffloadPlan, devices: Sequence[ComputeDevice]) -> None:
        """`devices` are those that the plan was made for, in its order."""
        layers = plan.layers_per_gpu if plan.gpu_layers else ()
        used = [(device, count) for device, count in zip(devices, layers, strict=bool(layers)) if count]
        self._layers = plan.gpu_layers
        # An empty list, unlike none, keeps llama.cpp off every device: with none it would still borrow one for prompts.
        self._devices = (ctypes.c_void_p * (len(used) + 1))(*(device.handle for device, _ in used), None)
        counts = [float(count) for _, count in used]
        self._split = (ctypes.c_float * max(int(lib.llama_max_devices()), 1))(*counts)
        self._overrides = _experts_in_memory(plan.experts_in_memory if plan.gpu_layers else 0)

    def apply_to(self, parameters: Any) -> None:
        """Set it in `llama_model_params`."""
        parameters.n_gpu_layers = self._layers
        parameters.devices = ctypes.cast(self._devices, ctypes.c_void_p)
        parameters.tensor_split = ctypes.cast(self._split, ctypes.POINTER(ctypes.c_float))
        if self._overrides is not None:
            parameters.tensor_buft_overrides = ctypes.cast(self._overrides, ctypes.c_void_p)


def _experts_in_memory(layers: int) -> Any:
    """Return the overrides for the experts of the first `layers`, ended by an empty one; `None` for none."""
    if layers <= 0:
        return None
    for function in ("ggml_backend_dev_by_type", "ggml_backend_dev_buffer_type"):
        getattr(ggml, function).restype = ctypes.c_void_p
    ggml.ggml_backend_dev_by_type.argtypes = [ctypes.c_int]
    ggml.ggml_backend_dev_buffer_type.argtypes = [ctypes.c_void_p]
    memory = ggml.ggml_backend_dev_buffer_type(ggml.ggml_backend_dev_by_type(_CPU))
    pattern = r"blk\.(" + "|".join(str(layer) for layer in range(layers)) + ")" + _EXPERTS
    return (_TensorOverride * 2)(_TensorOverride(pattern.encode("ascii"), memory), _TensorOverride(None, None))
