"""Finds out how a file writes its text."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from app.attachments.encoding_guess import guessed, likeness_to_text

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOK_BYTES = 8192
_MANY_ZEROS = 0.3
_MOST_CONTROLS = 0.02
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b\x07\x08")
_SHIFTED = (
    (b"\x1b$B", "iso2022_jp"),
    (b"\x1b$@", "iso2022_jp"),
    (b"\x1b$(D", "iso2022_jp_1"),
    (b"\x1b$)C", "iso2022_kr"),
)
"""Encodings of 7 bits, by the sequence that begins their characters."""
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_FAULT = "\ufffd"


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The text of a file. `guess` is the encoding as Python calls it, if only the look of the bytes speaks for it."""

    text: str
    guess: str = ""
    is_sure: bool = True
    faults: int = 0
    """How many bytes were no text; each is one replacement character, or was left out if it is zero."""


def decoded(content: bytes) -> DecodedText | None:
    """Return the text of a file's content, `None` if it is not text.

    Marks at the beginning decide; else UTF-8, also with single faults; else what `guessed` says.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _with_faults(content, encoding)
    sample = content[:_LOOK_BYTES]
    controls = sum(byte in _CONTROLS for byte in sample)
    if 0 in content or controls > len(sample) * _MOST_CONTROLS:
        return _wide(content) or _with_zeros(content)
    return _with_escapes(content) or _utf8(content) or _guessed(content)


def _with_faults(content: bytes, encoding: str) -> DecodedText | None:
    text = content.decode(encoding, "replace")
    faults = text.count(_FAULT) - content.count(_FAULT.encode("utf-8")) * (encoding != "utf-16")
    text = text.replace("\0", "")
    return DecodedText(text, faults=max(0, faults)) if faults <= len(text) / 4 else None


def _utf8(content: bytes) -> DecodedText | None:
    """Return the text if it is UTF-8, also one with a few faults, or cut in a character."""
    text = content.decode("utf-8", "replace")
    faults = text.count(_FAULT) - content.count(_FAULT.encode("utf-8"))
    if not faults:
        return DecodedText(text)
    sound = sum(1 if c < "\u0800" else 2 for c in text if c > "\x7f" and c != _FAULT)
    is_cut = faults == 1 and text.endswith(_FAULT) and (sound > 0 or _ends_in_a_cut_character(content))
    return DecodedText(text, faults=faults) if sound > 2 * faults or is_cut else None


def _ends_in_a_cut_character(content: bytes) -> bool:
    """Whether two or three bytes at the end begin a character; a single one may be a letter of another encoding."""
    return (content[-2:-1] >= b"\xe0" and b"\x80" <= content[-1:] < b"\xc0") or content[-3:-2] >= b"\xf0"


def _with_escapes(content: bytes) -> DecodedText | None:
    if content.isascii():
        for sequence, encoding in _SHIFTED:
            if sequence in content:
                try:
                    return DecodedText(content.decode(encoding), encoding)
                except UnicodeDecodeError:
                    continue
    return None


def _guessed(content: bytes) -> DecodedText | None:
    guess = guessed(content)
    return (
        DecodedText(guess.text, guess.encoding, is_sure=guess.is_sure, faults=guess.faults)
        if guess is not None
        else None
    )


def _wide(content: bytes) -> DecodedText | None:
    """Return the text if two or four bytes make a character: where zeros stand tells, or else what it would say."""
    found: list[tuple[float, str, str]] = []
    for encoding in _WIDE:
        width = 4 if "32" in encoding else 2
        try:
            text = content[: len(content) // width * width].decode(encoding)
        except UnicodeDecodeError:
            continue
        likeness = likeness_to_text(text[:_LOOK_BYTES])
        found.append((likeness, encoding, text))
    if not found:
        return None
    likeness, encoding, text = max(found, key=lambda one: one[0])
    return DecodedText(text, encoding) if likeness > 0.5 and "\0" not in text else None


def _with_zeros(content: bytes) -> DecodedText | None:
    """Return the text of a log in which a crash has left zeros."""
    zeros = content.count(0)
    rest = content.replace(b"\0", b"")
    if zeros > len(content) * _MANY_ZEROS or sum(byte in _CONTROLS for byte in rest) > len(rest) * _MOST_CONTROLS:
        return None
    text = _utf8(rest)
    return DecodedText(text.text, faults=text.faults + zeros) if text is not None else None
