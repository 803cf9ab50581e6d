"""Checks Ed25519 signatures of what the project publishes: engine packs, the news of releases, and their files.

What is signed is the content behind its role, so that a signature for one thing is none for another. The public keys
lie in `resources/signing_keys.txt`, one a line in hexadecimal, followed by the roles that it may sign (all, if none is
named); the private ones are with whoever makes releases. Without a key there is nothing to trust, and whatever asks for
a signature is refused.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from app.file_facts import read_file
from app.paths import resources_directory

_FILE = "signing_keys.txt"
_KEY_BYTES = 32


class Role(StrEnum):
    """What a signature is for."""

    PACK = "pack"
    """The manifest of an engine pack."""
    NEWS = "news"
    """Word of a release."""
    ARTEFACT = "artefact"
    """A file of a release, which people check by hand."""


def trusted_keys(role: Role, file: Path | None = None) -> tuple[bytes, ...]:
    """Return the public keys that come with the app and may sign this."""
    path = file if file is not None else resources_directory() / _FILE
    try:
        lines = read_file(path).decode().splitlines()
    except OSError:
        return ()
    keys: list[bytes] = []
    for line in lines:
        word, *roles = line.split("#")[0].split() or [""]
        if roles and role not in roles:
            continue
        with contextlib.suppress(ValueError):
            keys.append(bytes.fromhex(word))
    return tuple(key for key in keys if len(key) == _KEY_BYTES)


def signed_text(role: Role, content: bytes) -> bytes:
    """Return what is signed for this content."""
    return f"Aside {role}\n".encode() + content


def is_signed(role: Role, content: bytes, signature: bytes, *, keys: Sequence[bytes]) -> bool:
    """Whether one of the keys signed exactly this content for this role."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    for key in keys:
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, signed_text(role, content))
        except InvalidSignature:
            continue
        return True
    return False
