"""Finds out how a file writes its text."""

from __future__ import annotations

import codecs

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
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b\x08")
_ASIAN = ("gb18030", "shift_jis", "euc-kr", "big5")


def decoded(content: bytes) -> str | None:
    """Return the text of a file's content, `None` if it is not text.

    Marks at the beginning decide; else UTF-8; else UTF-16 by where its zero bytes stand; else the encoding of East Asia
    that gives most characters of its script, if one fits; else Windows' Latin. Line ends become plain newlines.
    """
    text = _decoded(content)
    if text is None or text.count("\0") > 0:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _tried(content, encoding)
    sample = content[:_LOOK_BYTES]
    if 0 in sample:
        return _without_mark(content, sample)
    if sum(byte in _CONTROLS for byte in sample) > len(sample) * _MOST_CONTROLS:
        return None
    text = _tried(content, "utf-8")
    if text is not None:
        return text
    high = sum(byte >= 0x80 for byte in content[:_LOOK_BYTES])
    if high > len(sample) * 0.3:  # Latin text has few bytes beyond ASCII
        found = [(_script_share(one), one) for one in (_tried(content, name) for name in _ASIAN) if one is not None]
        if found:
            share, best = max(found, key=lambda pair: pair[0])
            if share > 0.5:
                return best
        cyrillic = _tried(content, "cp1251")
        if cyrillic is not None and sum("а" <= c.lower() <= "я" for c in cyrillic[:2000]) > len(cyrillic[:2000]) * 0.4:
            return cyrillic
    return _tried(content, "cp1252") or _tried(content, "latin-1")


def _without_mark(content: bytes, sample: bytes) -> str | None:
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd / half > _MANY_ZEROS and even / half < 0.05:
        return _tried(content, "utf-16-le")
    if even / half > _MANY_ZEROS and odd / half < 0.05:
        return _tried(content, "utf-16-be")
    return None


def _tried(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _script_share(text: str) -> float:
    """Return how common the characters beyond ASCII are: the right guess has nearly all, a wrong one rare ones."""
    beyond = [c for c in text[:4000] if ord(c) > 127]
    return sum(map(_commonness, beyond)) / max(1, len(beyond))


def _commonness(character: str) -> float:
    if "\u3000" <= character <= "\u30ff" or "\uac00" <= character <= "\ud7a3" or "\uff00" <= character <= "\uff60":
        return 1.0
    if not "\u4e00" <= character <= "\u9fff":
        return 0.0
    # The first levels of the Chinese standards hold the characters in daily use.
    simplified = character.encode("gb2312", "ignore")[:1]
    traditional = character.encode("big5", "ignore")[:1]
    return 1.0 if b"\xb0" <= simplified <= b"\xd7" or b"\xa4" <= traditional <= b"\xc6" else 0.3
