"""Proves that a pack computes here before it is used: in a process of its own, with a time limit, once per driver.

A module may crash, hang or stop the process in the driver; then that process is lost and not the engine child.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.file_facts import read_file
from app.inference.packs.driver_mark import driver_mark
from app.inference.packs.pack_store import InstalledPack
from app.inference.packs.proof_record import Proof, ProofRecord
from app.processes import own_command

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
