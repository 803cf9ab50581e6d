"""Joins a file that was cut into pieces to be stored, and checks every byte on the way."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cancellation import StopSignal
from app.file_facts import open_file
from app.hub.connection.errors import HashIsWrong
from app.hub.transfer.disk import disk_problem

_STEP_BYTES = 4 * 2**20


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece that lies on the disk, and the hash that it must have."""

    path: Path
    sha256: str


def join_pieces(pieces: Sequence[Piece], target: Path, *, stop: StopSignal) -> str:
    """Write the pieces, in their order, as one file; delete them then. Return the SHA-256 of the whole.

    Until all of it is written and every piece was what it should be there is no file called `target`. Raises
    `Cancelled`, `HashIsWrong` and `DiskProblem`; the pieces are kept.
    """
    unfinished = target.with_name(target.name + ".joining")
    whole = hashlib.sha256()
    size_bytes = 0
    try:
        with unfinished.open("wb") as out:
            for piece in pieces:
                found = hashlib.sha256()
                with open_file(piece.path) as source:
                    while data := source.read(_STEP_BYTES):
                        stop.check()
                        out.write(data)
                        found.update(data)
                        whole.update(data)
                        size_bytes += len(data)
                if found.hexdigest() != piece.sha256:
                    raise HashIsWrong(piece.path.name, expected=piece.sha256, received=found.hexdigest())
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(target)
    except OSError as error:
        raise disk_problem(error, target, size_bytes=size_bytes) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink()
    for piece in pieces:
        with contextlib.suppress(OSError):  # it is only in the way then
            piece.path.unlink()
    return whole.hexdigest()
