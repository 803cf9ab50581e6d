"""Secrets for servers, such as the access token for gated models: in the system's keyring, else in memory until the app
ends. Never in a file.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import msgspec

from app.atomic_write import write_atomically
from app.file_facts import read_file
from app.private_files import make_private_folder

_SERVICE = "Aside"


class TokenStore:
    """Keeps one token per server (its endpoint). Works without a keyring: then `is_lasting` is false.

    `service` is what the keyring shows them under.

    The file `record` tells for which Hubs the keyring holds a token, never which: to ask the keyring may open a dialog.
    """

    def __init__(self, *, keyring: Any = None, record: Path | None = None, service: str = _SERVICE) -> None:
        self._service = service
        self._given = keyring
        self._record = record
        self._in_memory: dict[str, str] = {}

    def load(self, endpoint: str) -> str:
        """Return the token saved for this Hub; empty if there is none or the keyring is locked."""
        if endpoint in self._in_memory:
            return self._in_memory[endpoint]
        keyring = self._keyring()
        if keyring is None:
            return ""
        try:
            return keyring.get_password(self._service, endpoint) or ""
        except Exception:  # backends raise what they like: a keyring that fails is no keyring
            return ""

    def save(self, endpoint: str, token: str) -> bool:
        """Keep a token; return whether it will be there after the next start."""
        self._in_memory[endpoint] = token
        keyring = self._keyring()
        if keyring is None:
            return False
        try:
            keyring.set_password(self._service, endpoint, token)
        except Exception:  # see `load`
            return False
        self._note({*self._recorded(), endpoint})
        return True

    def forget(self, endpoint: str) -> None:
        """Delete the token of this Hub."""
        self._in_memory.pop(endpoint, None)
        keyring = self._keyring()
        if keyring is not None:
            with contextlib.suppress(Exception):  # see `load`
                keyring.delete_password(self._service, endpoint)
        self._note({*self._recorded()} - {endpoint})

    def is_saved(self, endpoint: str) -> bool:
        """Whether a token of this Hub was saved in the keyring, as far as is recorded; the keyring is not asked."""
        return endpoint in self._recorded()

    def is_lasting(self) -> bool:
        """Whether a saved token survives the app's end."""
        return self._keyring() is not None

    def _recorded(self) -> tuple[str, ...]:
        try:
            return msgspec.json.decode(read_file(self._record), type=tuple[str, ...]) if self._record else ()
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return ()

    def _note(self, endpoints: set[str]) -> None:
        if self._record is None or endpoints == set(self._recorded()):
            return
        with contextlib.suppress(OSError):  # what is told of the token is no reason to fail
            make_private_folder(self._record.parent)
            write_atomically(self._record, msgspec.json.encode(sorted(endpoints)))

    def _keyring(self) -> Any:
        """Return the keyring, if the system has one that keeps secrets encrypted."""
        if self._given is not None:
            return self._given
        try:
            import keyring
            from keyring.backends import fail, null

            backend = keyring.get_keyring()
        except Exception:  # see `load`
            return None
        is_plain_file = "file" in type(backend).__module__ or "plaintext" in type(backend).__name__.lower()
        return None if isinstance(backend, fail.Keyring | null.Keyring) or is_plain_file else keyring
