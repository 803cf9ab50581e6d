"""Proves that a pack computes here before it is used: in a process of its own, with a time limit, once per driver.

A module may crash, hang or stop the process in the driver; then that process is lost and not the engine child.
"""

from __future__ import annotations

import hashlib
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from app.file_facts import read_file
from app.inference.packs.pack_store import InstalledPack
from app.inference.packs.proof_record import Proof, ProofRecord
from app.processes import own_command

# A mark that changes when the graphics driver does, so that what was proved of a pack is asked again.

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


TIME_LIMIT_S = 45.0
"""For loading a small model and one token; the first use of a device compiles for it."""


class PackProver:
    """Answers from the record, or makes a trial and records it."""

    def __init__(
        self,
        record: ProofRecord,
        *,
        engine: str,
        trial: Callable[[InstalledPack], Proof] | None = None,
        mark: Callable[[], str] = driver_mark,
    ) -> None:
        self._record = record
        self._engine = engine
        self._trial = trial if trial is not None else try_in_own_process
        self._mark = mark

    def proof_of(self, pack: InstalledPack) -> Proof:
        """Return whether the pack works here, asking the hardware at most once per pack, version and driver."""
        key = f"{pack.manifest.name} {pack.digest} {self._engine} {self._mark()}"
        known = self._record.find(key)
        if known is not None:
            return known
        proof = self._trial(pack)
        self._record.keep(key, proof)
        return proof


def try_in_own_process(pack: InstalledPack, *, time_limit_s: float = TIME_LIMIT_S) -> Proof:
    """Run `aside engine prove` and return what it found; its death or silence is an answer too."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "proof.json"
        command = own_command("engine", "prove", pack.manifest.name, "--result", str(result))
        try:
            finished = subprocess.run(
                command,
                env=_own_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=time_limit_s,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Proof(works=False, reason=f"no answer within {time_limit_s:.0f} s")
        except OSError as error:
            return Proof(works=False, reason=str(error))
        try:
            return msgspec.json.decode(read_file(result), type=Proof)
        except (OSError, msgspec.MsgspecError):
            return Proof(works=False, reason=f"the trial ended with exit code {finished.returncode}")


def _own_environment() -> dict[str, str]:
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        environment["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # a program of its own, not a worker of this one
    return environment
