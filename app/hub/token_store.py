"""The access token for gated models: in the system's keyring, else in memory until the app ends. Never in a file."""

from __future__ import annotations

import contextlib
from typing import Any

_SERVICE = "Aside"


class TokenStore:
    """Keeps one token per Hub (its endpoint). Works without a keyring: then `is_lasting` is false."""

    def __init__(self, *, keyring: Any = None) -> None:
        self._given = keyring
        self._in_memory: dict[str, str] = {}

    def load(self, endpoint: str) -> str:
        """Return the token saved for this Hub; empty if there is none or the keyring is locked."""
        if endpoint in self._in_memory:
            return self._in_memory[endpoint]
        keyring = self._keyring()
        if keyring is None:
            return ""
        try:
            return keyring.get_password(_SERVICE, endpoint) or ""
        except Exception:  # backends raise what they like: a keyring that fails is no keyring
            return ""

    def save(self, endpoint: str, token: str) -> bool:
        """Keep a token; return whether it will be there after the next start."""
        self._in_memory[endpoint] = token
        keyring = self._keyring()
        if keyring is None:
            return False
        try:
            keyring.set_password(_SERVICE, endpoint, token)
        except Exception:  # see `load`
            return False
        return True

    def forget(self, endpoint: str) -> None:
        """Delete the token of this Hub."""
        self._in_memory.pop(endpoint, None)
        keyring = self._keyring()
        if keyring is not None:
            with contextlib.suppress(Exception):  # see `load`
                keyring.delete_password(_SERVICE, endpoint)

    def is_lasting(self) -> bool:
        """Whether a saved token survives the app's end."""
        return self._keyring() is not None

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
