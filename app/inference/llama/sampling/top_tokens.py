"""Finds the likeliest tokens of many rows of logits at once, on ggml's own threads, where the logits lie.

A chain of llama.cpp copies and sorts what it is given: of 150,000 tokens that takes a fifth of a millisecond a row,
with top-p alone much longer.
"""

from __future__ import annotations

import ctypes
import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from app.inference.llama.native.binding import ggml, lib

Numbers = npt.NDArray[np.int32]
Values = npt.NDArray[np.float32]

_PROCESSOR, _F32 = 0, 0  # ggml's numbers of a device type and of a data type
_ALIGNMENT = 64
_NODES = 8
_TOKEN_DATA = np.dtype(lib.llama_token_data)


class _InitParams(ctypes.Structure):
    _fields_ = (("mem_size", ctypes.c_size_t), ("mem_buffer", ctypes.c_void_p), ("no_alloc", ctypes.c_bool))


def _function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(getattr(ggml, name), ctypes.c_void_p).value or 0)


_P, _N = ctypes.c_void_p, ctypes.c_int64
_init = _function("ggml_init", _P, _InitParams)
_free = _function("ggml_free", None, _P)
_new_tensor_2d = _function("ggml_new_tensor_2d", _P, _P, ctypes.c_int, _N, _N)
_soft_max = _function("ggml_soft_max", _P, _P, _P)
_top_k = _function("ggml_top_k", _P, _P, _P, ctypes.c_int)
_new_graph = _function("ggml_new_graph_custom", _P, _P, ctypes.c_size_t, ctypes.c_bool)
_expand = _function("ggml_build_forward_expand", None, _P, _P)
_tensor_overhead = _function("ggml_tensor_overhead", ctypes.c_size_t)
_graph_overhead = _function("ggml_graph_overhead_custom", ctypes.c_size_t, ctypes.c_size_t, ctypes.c_bool)
_buffer_at = _function("ggml_backend_cpu_buffer_from_ptr", _P, _P, ctypes.c_size_t)
_free_buffer = _function("ggml_backend_buffer_free", None, _P)
_place = _function("ggml_backend_tensor_alloc", ctypes.c_int, _P, _P, _P)
_compute = _function("ggml_backend_graph_compute", ctypes.c_int, _P, _P)
_init_by_type = _function("ggml_backend_init_by_type", _P, ctypes.c_int, ctypes.c_char_p)
_free_backend = _function("ggml_backend_free", None, _P)
_device_of = _function("ggml_backend_get_device", _P, _P)
_registry_of = _function("ggml_backend_dev_backend_reg", _P, _P)
_address_in = _function("ggml_backend_reg_get_proc_address", _P, _P, ctypes.c_char_p)


@dataclass(frozen=True)
class TopRows:
    """The likeliest tokens of some rows, shape [rows, count], in order of their numbers."""

    candidates: npt.NDArray[np.void]
    """As llama.cpp's samplers take them, which choose among them in place: those of a row are of use once."""
    ordered: Values
    """Their logits, the lowest first."""
    whole: Values
    """The logits of all tokens of each row, where they lie."""
    shares: tuple[Sequence[float], Sequence[float]] = ((), ())
    """How probable those of each row are together, and those more likely than the last of them, if asked for."""

    def array(self, row: int) -> Any:
        """Return those of a row in llama.cpp's own words."""
        count = self.candidates.shape[1]
        data = ctypes.cast(self._address + row * count * _TOKEN_DATA.itemsize, lib.llama_token_data_p)
        return lib.llama_token_data_array(data, count, -1, False)

    @functools.cached_property
    def _address(self) -> int:
        return int(self.candidates.ctypes.data)


class TopTokens:
    """Finds them for rows of one length; `close` gives the memory back."""

    def __init__(self, vocabulary_size: int) -> None:
        self._size = vocabulary_size
        self._backend = _init_by_type(_PROCESSOR, None)
        address = _address_in(_registry_of(_device_of(self._backend)), b"ggml_backend_set_n_threads")
        self._set_threads = ctypes.CFUNCTYPE(None, _P, ctypes.c_int)(address)
        self._planned: tuple[int, int, int, bool] | None = None
        self._context: Any = None
        self._graph: Any = None
        self._buffers: list[Any] = []
        self._probable: Values | None = None
        """Of every token, shape [rows, vocabulary], if asked for."""
        self._top = np.empty((0, 0), np.int32)
        self._logits = np.empty(0, np.float32)
        """All of them, where they lie."""
        self._begins = np.empty((0, 1), np.int64)
        """Where each row of them begins."""

    def find(self, address: int, rows: int, count: int, *, with_shares: bool, threads: int = 1) -> TopRows:
        """Return the `count` likeliest of each of `rows` rows of logits at `address`; a thread takes whole rows."""
        planned = (address, rows, count, with_shares)
        if self._planned != planned:
            self._plan(*planned)
        self._set_threads(self._backend, min(threads, rows))
        _compute(self._backend, self._graph)
        tokens = np.sort(self._top, axis=1)
        places = tokens + self._begins
        logits: Values = self._logits[places]
        candidates = np.zeros(tokens.shape, _TOKEN_DATA)
        candidates["id"], candidates["logit"] = tokens, logits
        found = TopRows(candidates, np.sort(logits, axis=1), self._logits.reshape(rows, self._size))
        if self._probable is None:
            return found
        each = self._probable.ravel()[places]
        surely = np.where(logits > found.ordered[:, :1], each, 0.0)
        return replace(found, shares=(each.sum(axis=1).tolist(), surely.sum(axis=1).tolist()))

    def close(self) -> None:
        """Give the memory back."""
        self._clear()
        if self._backend:
            _free_backend(self._backend)
            self._backend = None

    def _plan(self, address: int, rows: int, count: int, with_shares: bool) -> None:
        self._clear()
        memory = _NODES * _tensor_overhead() + _graph_overhead(_NODES, False)
        self._context = _init(_InitParams(memory, None, True))
        values = self._placed(_new_tensor_2d(self._context, _F32, self._size, rows), address, 4 * rows * self._size)
        if with_shares:
            self._probable = np.empty((rows, self._size), np.float32)
            values = self._placed(_soft_max(self._context, values), self._probable.ctypes.data, self._probable.nbytes)
        self._top = np.empty((rows, count), np.int32)
        top = self._placed(_top_k(self._context, values, count), self._top.ctypes.data, self._top.nbytes)
        self._graph = _new_graph(self._context, _NODES, False)
        _expand(self._graph, top)
        self._logits = np.ctypeslib.as_array((ctypes.c_float * (rows * self._size)).from_address(address))
        self._begins = np.arange(0, rows * self._size, self._size)[:, np.newaxis]
        self._planned = address, rows, count, with_shares

    def _placed(self, tensor: Any, address: int, size: int) -> Any:
        begin = address // _ALIGNMENT * _ALIGNMENT
        buffer = _buffer_at(begin, address - begin + size)
        self._buffers.append(buffer)
        _place(buffer, tensor, address)
        return tensor

    def _clear(self) -> None:
        for buffer in self._buffers:
            _free_buffer(buffer)
        self._buffers.clear()
        if self._context:
            _free(self._context)
        self._context = self._graph = self._planned = self._probable = None
