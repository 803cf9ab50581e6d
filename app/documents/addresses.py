"""Which addresses a document may offer to open."""

from __future__ import annotations

from urllib.parse import urlsplit

_SCHEMES = frozenset({"http", "https", "mailto"})


def may_be_opened(address: str) -> bool:
    """Return whether an address from a model's answer may become a link: the Web and mail only."""
    if any(ord(character) <= 0x20 or ord(character) == 0x7F for character in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme.lower() not in _SCHEMES:
        return False
    return bool(parts.netloc or parts.scheme.lower() == "mailto")
