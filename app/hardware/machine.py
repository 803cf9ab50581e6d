"""What this machine has: memory and cores. Devices (GPUs) are asked in the engine child, which has llama.cpp."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.file_facts import read_file

_CGROUP_ROOT = Path("/sys/fs/cgroup")
_OWN_CGROUP = Path("/proc/self/cgroup")


@dataclass(frozen=True, slots=True)
class Machine:
    """Memory in bytes, as far as this process may use it; cores that compute (not hyper-threads)."""

    total_memory_bytes: int
    available_memory_bytes: int
    physical_cores: int

    @classmethod
    def now(cls) -> Machine:
        """Look; the available memory changes all the time."""
        memory = psutil.virtual_memory()
        total, available = int(memory.total), int(memory.available)
        if sys.platform == "linux":
            limit, left = container_memory(_CGROUP_ROOT, _OWN_CGROUP)
            total, available = min(total, limit), min(available, left)
        return cls(total, available, _physical_cores())


@dataclass(frozen=True, slots=True)
class HeldMemory:
    """What ending or emptying the engine would free: of the computer's memory, and on its graphics devices."""

    memory_bytes: int = 0
    gpu_bytes: int = 0


def held_memory_bytes(pid: int) -> int:
    """Return what of the computer's memory would be free if this process ended; 0 if it has.

    Pages of files, those of a model among them, are not its own: `Machine.available_memory_bytes` counts them as free.
    """
    try:
        process = psutil.Process(pid)
        memory = process.memory_info()
        if sys.platform == "linux":
            return max(0, int(memory.rss) - int(memory.shared))
        return int(process.memory_full_info().uss)
    except psutil.Error:
        return 0


def container_memory(root: Path, own_cgroup: Path) -> tuple[int, int]:
    """Return the memory limit of the container and what is left of it, in bytes; very large where there is none.

    Beyond it the kernel kills the process, whatever the machine has. cgroup v2:
    https://docs.kernel.org/admin-guide/cgroup-v2.html#memory-interface-files
    """
    limit = left = sys.maxsize
    try:
        lines = read_file(own_cgroup).decode().splitlines()
    except OSError:
        return limit, left
    own = next((line[3:] for line in lines if line.startswith("0::")), None)
    if own is None:
        return limit, left
    folder = root / own.lstrip("/")
    while folder == root or folder.is_relative_to(root):
        found = _limit_and_used(folder)
        if found is not None:
            limit = min(limit, found[0])
            left = min(left, max(0, found[0] - found[1]))
        folder = folder.parent
    return limit, left


def _limit_and_used(folder: Path) -> tuple[int, int] | None:
    try:
        limit = int(read_file(folder / "memory.max").decode())
        used = int(read_file(folder / "memory.current").decode())
        stat = dict(line.split() for line in read_file(folder / "memory.stat").decode().splitlines())
    except (OSError, ValueError):  # `max`: no limit here
        return None
    # File pages that the kernel gives back when asked, model files among them.
    return limit, max(0, used - int(stat.get("inactive_file", 0)) - int(stat.get("active_file", 0)))


def _physical_cores() -> int:
    cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    if sys.platform != "darwin":
        cores = min(cores, len(psutil.Process().cpu_affinity()))
    return max(1, cores)


# A graphics device, as the engine child reports it.


@dataclass(frozen=True, slots=True)
class Gpu:
    """Memory in bytes. `shares_memory` is true where it is the computer's own memory (Apple, built-in graphics)."""

    name: str
    backend: str
    free_bytes: int
    total_bytes: int
    shares_memory: bool = False


def free_memory_bytes(available_bytes: int, gpus: tuple[Gpu, ...]) -> int:
    """Return what is free for a model in memory and on devices together, memory that is the same counted once."""
    return available_bytes + sum(gpu.free_bytes for gpu in gpus if not gpu.shares_memory)
