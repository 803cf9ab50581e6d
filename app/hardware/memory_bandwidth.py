"""How fast this machine reads its memory: what limits the speed of a reply."""

from __future__ import annotations

import contextlib
import ctypes
import itertools
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.file_facts import read_file

_BUFFER_BYTES = 48 * 1024 * 1024  # larger than the caches
_ROUNDS = 4
_QUIET = 0.8


class _Measured(msgspec.Struct):
    bytes_per_s: float
    cores: int
    undisturbed: float = 0.0
    """Which share of the time the processor was given to the measurement, 0…1."""


def memory_bandwidth(cache_file: Path, *, cores: int) -> float:
    """Return the bytes per second that copying reads and writes, as if nothing else were running.

    Measured in a third of a second, then kept; on a computer that was busy with other things it is measured again the
    next time, and what was disturbed least is kept.
    """
    known: _Measured | None = None
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        known = msgspec.json.decode(read_file(cache_file), type=_Measured)
        if known.cores != cores or known.bytes_per_s <= 0:
            known = None
    if known is not None and known.undisturbed >= _QUIET:
        return known.bytes_per_s
    measured = measured_bandwidth(cores=cores)
    if known is not None and known.undisturbed > measured.undisturbed:
        return known.bytes_per_s
    with contextlib.suppress(OSError):
        write_atomically(cache_file, msgspec.json.encode(measured), makes_folders=True)
    return measured.bytes_per_s


def measured_bandwidth(*, cores: int) -> _Measured:
    """Copy between buffers on every core, and count the bytes read and written against the processor's time.

    By the clock on the wall a computer that compiles something meanwhile, or starts this window, would look ten times
    slower than it is.
    """
    workers = max(1, min(cores, 8))
    pairs = [
        (ctypes.create_string_buffer(_BUFFER_BYTES), ctypes.create_string_buffer(_BUFFER_BYTES)) for _ in range(workers)
    ]
    for buffer in itertools.chain(*pairs):
        ctypes.memset(buffer, 1, _BUFFER_BYTES)  # else there is one page of zeros to read, and none to write

    def copy(pair: tuple[ctypes.Array[ctypes.c_char], ctypes.Array[ctypes.c_char]]) -> float:
        began = time.thread_time()
        ctypes.memmove(pair[1], pair[0], _BUFFER_BYTES)  # runs without the interpreter's lock
        return time.thread_time() - began

    wall_s = processor_s = 0.0
    with ThreadPoolExecutor(workers) as pool:
        for _ in range(_ROUNDS):
            began = time.perf_counter()
            processor_s += sum(pool.map(copy, pairs)) / workers
            wall_s += time.perf_counter() - began
    took_s = processor_s or wall_s  # Windows counts in steps of 16 ms
    return _Measured(2 * workers * _ROUNDS * _BUFFER_BYTES / max(took_s, 1e-6), cores, min(1.0, took_s / wall_s))
