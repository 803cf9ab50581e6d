"""What was proved of packs, remembered for each version and driver in one small file."""

from __future__ import annotations

import contextlib
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.file_facts import read_file

_MOST = 40


class Proof(msgspec.Struct, frozen=True):
    """Whether a pack computed one token here; `reason` says in the engine's words why not."""

    works: bool
    device: str = ""
    reason: str = ""


class ProofRecord:
    """A file of proofs by key. One that cannot be read or written costs a new proof, no more."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def find(self, key: str) -> Proof | None:
        """Return what was proved under this key."""
        return self._all().get(key)

    def keep(self, key: str, proof: Proof) -> None:
        """Remember it; the oldest are forgotten."""
        proofs = self._all()
        proofs.pop(key, None)
        proofs[key] = proof
        kept = dict(list(proofs.items())[-_MOST:])
        with contextlib.suppress(OSError):
            write_atomically(self._file, msgspec.json.encode(kept), makes_folders=True)

    def forget(self) -> None:
        """Ask anew of every pack."""
        with contextlib.suppress(OSError):
            self._file.unlink()

    def _all(self) -> dict[str, Proof]:
        try:
            return msgspec.json.decode(read_file(self._file), type=dict[str, Proof])
        except (OSError, msgspec.MsgspecError):
            return {}
