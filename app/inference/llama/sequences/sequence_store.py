"""Keeps the cache of each conversation on disk, so that an old one goes on without being read again.

Two files a conversation: llama.cpp's own state file, and a note of what it is (model, tokens, size). The note is
written last and checked first: a state of another model or setting, or one cut short, is never loaded. Nor is one whose
bytes have changed: llama.cpp would take them for what the model remembers, and the reply would differ without a word.
"""

from __future__ import annotations

import contextlib
import logging
import os
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from app.file_facts import open_file, read_file
from app.inference.kept_sequences import sequence_name
from app.inference.llama.native.binding import lib
from app.private_files import make_private_folder

LEAST_TOKENS = 128
"""Shorter ones are read again in no time."""

_STATE = ".state"
_NOTE = ".json"
_UNFINISHED = ".part"
_CHUNK_BYTES = 1 << 20
_log = logging.getLogger(__name__)


class SequenceNote(msgspec.Struct, frozen=True):
    """What a state file holds."""

    identity: str
    size_bytes: int
    checksum: int
    tokens: list[int]


class SequenceStore:
    """The states of one model's conversations in `folder`, which all models share; the oldest go first.

    `identity` names the model file and everything else that a state depends on. Nothing here raises: a cache that
    cannot be written or read costs time, no more.
    """

    def __init__(self, folder: Path, *, identity: str, limit_bytes: int) -> None:
        self._folder = folder
        self._identity = identity
        self._limit_bytes = limit_bytes

    def save(self, context: Any, number: int, conversation: str, tokens: Sequence[int]) -> bool:
        """Write sequence `number` of `context`, which holds `tokens`; returns whether that worked."""
        if len(tokens) < LEAST_TOKENS:
            return False
        if lib.llama_state_seq_get_size(context, number) > self._limit_bytes // 2:
            return False
        state = self._path(conversation, _STATE)
        unfinished = state.with_name(state.name + _UNFINISHED)
        try:
            make_private_folder(self._folder)
            self._path(conversation, _NOTE).unlink(missing_ok=True)
            array = (lib.llama_token * len(tokens))(*tokens)
            written = lib.llama_state_seq_save_file(context, os.fsencode(unfinished), number, array, len(tokens))
            if written == 0 or unfinished.stat().st_size != written:
                unfinished.unlink(missing_ok=True)
                return False
            checksum = _checksum(unfinished)
            unfinished.replace(state)
            note = SequenceNote(self._identity, written, checksum, list(tokens))
            self._path(conversation, _NOTE).write_bytes(msgspec.json.encode(note))
            self._make_room()
        except OSError as error:
            _log.warning("the cache of a conversation was not saved: %s", error)
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
            return False
        return True

    def tokens_of(self, conversation: str) -> list[int]:
        """Return the tokens of the saved state, empty if there is none that fits this model."""
        note = self._note(conversation)
        return note.tokens if note is not None else []

    def load(self, context: Any, number: int, conversation: str, tokens: Sequence[int]) -> bool:
        """Read the saved state, which holds `tokens`, into the empty sequence `number`; returns whether that worked."""
        state, note = self._path(conversation, _STATE), self._note(conversation)
        try:
            is_sound = note is not None and note.checksum == _checksum(state)
        except OSError:
            is_sound = False
        if not is_sound:
            self._forget(state)
            return False
        array = (lib.llama_token * len(tokens))()
        count = lib.ctypes.c_size_t()
        read = lib.llama_state_seq_load_file(
            context, os.fsencode(state), number, array, len(tokens), lib.ctypes.byref(count)
        )
        if read == 0 or list(array[: count.value]) != list(tokens):
            self._forget(state)
            return False
        with contextlib.suppress(OSError):
            os.utime(state)
        return True

    def _note(self, conversation: str) -> SequenceNote | None:
        """Return the note of a state that is there and fits this model."""
        try:
            note = msgspec.json.decode(read_file(self._path(conversation, _NOTE)), type=SequenceNote)
            size_bytes = self._path(conversation, _STATE).stat().st_size
        except (OSError, msgspec.MsgspecError):
            return None
        return note if (note.identity, note.size_bytes) == (self._identity, size_bytes) else None

    def _path(self, conversation: str, ending: str) -> Path:
        return self._folder / f"{sequence_name(conversation, self._identity)}{ending}"

    def _make_room(self) -> None:
        states = sorted(self._folder.glob(f"*{_STATE}"), key=lambda path: path.stat().st_mtime, reverse=True)
        total = 0
        for state in states:
            total += state.stat().st_size
            if total > self._limit_bytes:
                self._forget(state)
        for unfinished in self._folder.glob(f"*{_UNFINISHED}"):  # left by a process that was killed
            unfinished.unlink(missing_ok=True)

    def _forget(self, state: Path) -> None:
        with contextlib.suppress(OSError):
            state.with_suffix(_NOTE).unlink(missing_ok=True)
            state.unlink(missing_ok=True)


def _checksum(path: Path) -> int:
    checksum = 0
    with open_file(path) as file:
        while chunk := file.read(_CHUNK_BYTES):
            checksum = zlib.crc32(chunk, checksum)
    return checksum
