"""How fast this machine reads its memory: what limits the speed of a reply."""

from __future__ import annotations

import contextlib
import ctypes
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.file_facts import read_file

_BUFFER_BYTES = 48 * 1024 * 1024  # larger than the caches
_ROUNDS = 4


class _Measured(msgspec.Struct):
    bytes_per_s: float
    cores: int


def memory_bandwidth(cache_file: Path, *, cores: int) -> float:
    """Return the bytes per second that copying reads and writes; measured once in a third of a second, then kept."""
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        known = msgspec.json.decode(read_file(cache_file), type=_Measured)
        if known.cores == cores and known.bytes_per_s > 0:
            return known.bytes_per_s
    measured = measure_bandwidth(cores=cores)
    with contextlib.suppress(OSError):
        write_atomically(cache_file, msgspec.json.encode(_Measured(measured, cores)), makes_folders=True)
    return measured


def measure_bandwidth(*, cores: int) -> float:
    """Copy between buffers on every core and return bytes read and written per second: the best of some rounds."""
    workers = max(1, min(cores, 8))
    pairs = [
        (ctypes.create_string_buffer(_BUFFER_BYTES), ctypes.create_string_buffer(_BUFFER_BYTES)) for _ in range(workers)
    ]
    for source, _ in pairs:
        ctypes.memset(source, 1, _BUFFER_BYTES)  # else there is one page of zeros to read

    def copy(pair: tuple[ctypes.Array[ctypes.c_char], ctypes.Array[ctypes.c_char]]) -> None:
        ctypes.memmove(pair[1], pair[0], _BUFFER_BYTES)  # runs without the interpreter's lock

    best = 0.0
    with ThreadPoolExecutor(workers) as pool:
        for _ in range(_ROUNDS):
            started = time.perf_counter()
            list(pool.map(copy, pairs))
            took_s = time.perf_counter() - started
            best = max(best, 2 * workers * _BUFFER_BYTES / max(took_s, 1e-6))
    return best
