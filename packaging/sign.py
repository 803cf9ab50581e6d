"""Makes the signing key, and signs and checks files with Ed25519.

    python packaging/sign.py ceremony SECRET     makes the project's key: the private half into the file SECRET, the
                                                 public one into resources/signing_keys.txt; says what to do with both
    python packaging/sign.py check               whether ASIDE_SIGNING_KEY is a key that Aside trusts
    python packaging/sign.py file ROLE FILE …    writes FILE.sig beside each file
    python packaging/sign.py verify ROLE FILE …  whether each FILE.sig is of a key that Aside trusts for this

ROLE is what the signature is for: `pack`, `news` or `artefact`. It is part of what is signed, so that a signature of
one thing is none of another.

The private half is the secret ASIDE_SIGNING_KEY of the release workflow. Without it nothing is signed; that is said,
and is no failure. A secret that Aside would not trust is one: every signature made with it would be refused.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ROOT = Path(__file__).resolve().parents[1]
KEYS = ROOT / "resources" / "signing_keys.txt"
VARIABLE = "ASIDE_SIGNING_KEY"
ROLES = ("pack", "news", "artefact")
_ABSENT = f"No {VARIABLE}: nothing is signed. Packs install with --trust only, and no news of this release is believed."


def key_of_environment() -> Ed25519PrivateKey | None:
    """Return the private key in ASIDE_SIGNING_KEY, or `None` if there is none. Ends the script if it is no key."""
    text = os.environ.get(VARIABLE, "").strip()
    if not text:
        return None
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(text))
    except ValueError:
        raise SystemExit(f"{VARIABLE} is no key: 64 hexadecimal digits were expected.") from None


def trusted(keys: Path, role: str = "") -> list[bytes]:
    """Return the public keys in a file as Aside reads it: one a line in hexadecimal, its roles, comments after #."""
    words = [line.split("#")[0].split() for line in keys.read_text(encoding="utf-8").splitlines()]
    return [bytes.fromhex(key) for key, *roles in filter(None, words) if not role or not roles or role in roles]


def signed_text(role: str, content: bytes) -> bytes:
    """Return what is signed for this content, as `app/signed_file.py` does."""
    return f"Aside {role}\n".encode() + content


def ceremony(secret: Path, keys: Path) -> str:
    """Make a key, write both halves, and return what to do next. The secret must be a new file outside the clone."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if secret.resolve().is_relative_to(ROOT):
        raise SystemExit(f"{secret} is inside the clone, from where it could be published. Name a place outside.")
    key = Ed25519PrivateKey.generate()
    try:
        handle = os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise SystemExit(f"{secret} cannot be made: {error.strerror}.") from None
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key.private_bytes_raw().hex() + "\n")
    public = key.public_key().public_bytes_raw().hex()
    with keys.open("a", encoding="utf-8") as file:
        file.write(f"{public}  # since {dt.datetime.now(tz=dt.UTC).date().isoformat()}\n")
    return (
        f"The private half is in {secret}; nobody else can read it. The public half is in {keys}.\n"
        f"1. gh secret set {VARIABLE} --env release <{secret}\n"
        "2. Keep a copy of it where no computer reaches it, and delete the file.\n"
        f"3. Commit {keys.name}. Releases from then on trust this key; older ones never will.\n"
        f"4. {VARIABLE}=… python packaging/sign.py check"
    )


def check(key: Ed25519PrivateKey | None, keys: Path) -> str:
    """Return what is the case, or end the script where signatures would be refused."""
    if key is None:
        return _ABSENT
    if key.public_key().public_bytes_raw() not in trusted(keys):
        raise SystemExit(
            f"{VARIABLE} is not among the keys in {keys.name}, so Aside would refuse what it signs. "
            "Commit its public half first, or correct the secret."
        )
    return f"{VARIABLE} is a key that Aside trusts."


def sign(role: str, files: Sequence[str], key: Ed25519PrivateKey) -> None:
    """Write FILE.sig beside each file; folders and signatures are passed over."""
    for file in map(Path, files):
        if file.is_file() and file.suffix != ".sig":
            Path(f"{file}.sig").write_bytes(key.sign(signed_text(role, file.read_bytes())))


def untrusted(role: str, files: Sequence[str], keys: Path) -> list[str]:
    """Return those of the files that have no signature of a trusted key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    def is_signed(file: Path) -> bool:
        signature = Path(f"{file}.sig")
        for public in trusted(keys, role) if signature.is_file() else ():
            try:
                text = signed_text(role, file.read_bytes())
                Ed25519PublicKey.from_public_bytes(public).verify(signature.read_bytes(), text)
            except InvalidSignature:
                continue
            return True
        return False

    return [name for name in files if not is_signed(Path(name))]


def main() -> int:
    """Do what the command line asks for."""
    match sys.argv[1:]:
        case ["ceremony", secret]:
            print(ceremony(Path(secret), KEYS))
        case ["check"]:
            _say(check(key_of_environment(), KEYS))
        case ["file", role, *names] if names and role in ROLES:
            key = key_of_environment()
            if key is None:
                _say(_ABSENT)
            else:
                check(key, KEYS)
                sign(role, names, key)
        case ["verify", role, *names] if names and role in ROLES:
            refused = untrusted(role, names, KEYS)
            print("\n".join(f"{name}: not signed by a trusted key" for name in refused) or "All are signed.")
            return 1 if refused else 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


def _say(text: str) -> None:
    """Print; in a workflow, the absence of a key is shown on the run's page."""
    if text == _ABSENT and os.environ.get("GITHUB_ACTIONS"):
        print(f"::warning title=Unsigned::{text}")
    else:
        print(text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
