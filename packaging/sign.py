"""Makes signing keys and signs files with Ed25519.

    python packaging/sign.py new-key             prints a private and a public key, each in hexadecimal
    python packaging/sign.py file FILE …         writes FILE.sig beside each file

The private key is the secret ASIDE_SIGNING_KEY; the public one goes into resources/signing_keys.txt. Without a key
nothing is signed and that is said, but it is no failure.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def key_of_environment() -> Ed25519PrivateKey | None:
    """Return the private key in ASIDE_SIGNING_KEY, or `None` if there is none."""
    text = os.environ.get("ASIDE_SIGNING_KEY", "").strip()
    if not text:
        return None
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(text))


def main() -> int:
    """Do what the command line asks for."""
    match sys.argv[1:]:
        case ["new-key"]:
            from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

            fresh = Ed25519PrivateKey.generate()
            print(f"private (a secret): {fresh.private_bytes_raw().hex()}")
            print(f"public: {fresh.public_key().public_bytes_raw().hex()}")
        case ["file", *names] if names:
            key = key_of_environment()
            if key is None:
                print("No ASIDE_SIGNING_KEY: nothing is signed.", file=sys.stderr)
                return 0
            for name in names:
                Path(f"{name}.sig").write_bytes(key.sign(Path(name).read_bytes()))
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
