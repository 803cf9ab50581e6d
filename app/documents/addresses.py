"""Which addresses a document may offer to open."""

from __future__ import annotations

import unicodedata
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

_LETTER_PARTS = frozenset({"to", "cc", "subject", "body"})
"""What a link may put into a letter. Some mail programs would take along a file, a sender or a hidden recipient."""


def may_be_opened(address: str) -> bool:
    """Return whether an address from a model's answer may become a link: the Web and mail only.

    An address with a user's name in it (`https://bank.example@evil.example`) pretends to lead elsewhere.
    """
    if any(ord(character) <= 0x20 or ord(character) == 0x7F for character in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    match parts.scheme.lower():
        case "mailto":
            return _is_plain_letter(parts)
        case "http" | "https":
            return bool(parts.netloc) and not {"@", "\\"}.intersection(unquote(parts.netloc)) and _is_a_host(parts)
        case _:
            return False


def _is_a_host(parts: SplitResult) -> bool:
    """Whether a host's encoded parts stand for letters: what was taken for one may be a sentence behind it."""
    for label in (parts.hostname or "").split("."):
        if not label.startswith("xn--"):
            continue
        try:
            letters = label.removeprefix("xn--").encode("ascii").decode("punycode")
        except UnicodeError:
            return False
        if any(unicodedata.category(letter)[0] not in "LMN" and letter not in "-\u00b7\u30fb" for letter in letters):
            return False
    return True


def _is_plain_letter(parts: SplitResult) -> bool:
    fields = parse_qsl(parts.query, keep_blank_values=True) if parts.query else []
    lines = [unquote(parts.path), *(value for name, value in fields if name.lower() != "body")]
    return (
        not parts.netloc
        and all(name.lower() in _LETTER_PARTS for name, _ in fields)
        and not any(character < " " or character == "\x7f" for line in lines for character in line)
    )
