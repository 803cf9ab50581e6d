"""What this machine really did: the speeds of earlier replies, to correct what is expected of the next model."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.atomic_write import write_atomically
from app.file_facts import read_file
from app.private_files import make_private_folder

_MOST_RUNS = 200
_COUNTED = 20
_FEWEST_TOKENS = 16
"""Replies shorter than this say little."""
_FEWEST_BYTES = 200_000_000
"""A smaller model, such as the starter, waits for other things than memory: of larger ones it says nothing."""


class RunRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One reply: how many bytes of weights a token reads (`active_bytes`), and how fast it went."""

    backend: str
    active_bytes: int
    tokens: int
    tokens_per_s: float
    prompt_tokens_per_s: float | None = None


@dataclass(frozen=True, slots=True)
class ObservedPace:
    """The median of the latest runs."""

    read_bytes_per_s: float
    prompt_speedup: float | None
    runs: int


class RunHistory:
    """Keeps the latest runs in a small file. Any thread may call; a file that cannot be read or written is no error."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def record_run(self, run: RunRecord) -> None:
        if run.tokens < _FEWEST_TOKENS or run.tokens_per_s <= 0 or run.active_bytes < _FEWEST_BYTES:
            return
        with self._lock:
            runs = [*self._read(), run][-_MOST_RUNS:]
            try:
                make_private_folder(self._path.parent)
                write_atomically(self._path, msgspec.json.encode(runs))
            except OSError:
                return

    def of(self, backend: str) -> ObservedPace | None:
        """Return what was observed on a backend; `None` if nothing was."""
        with self._lock:
            runs = [run for run in self._read() if run.backend == backend and run.active_bytes >= _FEWEST_BYTES]
            runs = runs[-_COUNTED:]
        if not runs:
            return None
        import statistics  # not before something was observed

        speedups = [run.prompt_tokens_per_s / run.tokens_per_s for run in runs if run.prompt_tokens_per_s]
        return ObservedPace(
            statistics.median(run.active_bytes * run.tokens_per_s for run in runs),
            max(1.0, statistics.median(speedups)) if speedups else None,
            len(runs),
        )

    def _read(self) -> list[RunRecord]:
        try:
            return msgspec.json.decode(read_file(self._path), type=list[RunRecord])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return []
