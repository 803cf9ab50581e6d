"""Checks Ed25519 signatures of what the project publishes: engine packs and the news of releases.

The public keys lie in `resources/signing_keys.txt`, one a line in hexadecimal; the private ones are with whoever makes
releases. Without a key there is nothing to trust, and whatever asks for a signature is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.paths import resources_directory

_FILE = "signing_keys.txt"
_KEY_BYTES = 32


def trusted_keys(file: Path | None = None) -> tuple[bytes, ...]:
    """Return the public keys that come with the app."""
    path = file if file is not None else resources_directory() / _FILE
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return ()
    words = [line.split("#")[0].strip() for line in lines]
    keys = [bytes.fromhex(word) for word in words if word]
    return tuple(key for key in keys if len(key) == _KEY_BYTES)


def is_signed(content: bytes, signature: bytes, keys: Sequence[bytes]) -> bool:
    """Whether one of the keys signed exactly this content."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    for key in keys:
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, content)
        except InvalidSignature:
            continue
        return True
    return False
