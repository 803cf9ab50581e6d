"""A ceiling on how much memory a stretch of work may add, where the system can enforce one (Linux)."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from app.file_facts import read_file


@contextlib.contextmanager
def memory_ceiling(added_bytes: int) -> Iterator[None]:
    """Let allocations fail with `MemoryError` once the process's address space has grown by `added_bytes`.

    Holds for the whole process while it lasts: only for short work beside which nothing else allocates much.
    """
    if sys.platform != "linux":
        yield
        return
    import resource

    pages = int(read_file(Path("/proc/self/statm")).decode().split()[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    ceiling = pages * resource.getpagesize() + added_bytes
    if soft != resource.RLIM_INFINITY:
        ceiling = min(ceiling, soft)
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
