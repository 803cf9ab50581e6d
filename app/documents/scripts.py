"""What the scripts of the world ask of Markdown, which was made for words between spaces."""

from __future__ import annotations

import functools
import unicodedata

_JOINED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x0FFF),  # Tibetan
    (0x1000, 0x109F),  # Myanmar
    (0x1100, 0x11FF),  # Hangul's letters
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FFF),  # radicals
    (0x3005, 0x3007),
    (0x3021, 0x30FF),  # kana
    (0x3100, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFF10, 0xFF19),
    (0xFF21, 0xFF3A),
    (0xFF41, 0xFF5A),
    (0xFF66, 0xFFDC),
    (0x1AFF0, 0x1B16F),
    (0x20000, 0x3FFFF),
)


@functools.lru_cache(maxsize=4096)
def joins_words(character: str) -> bool:
    """Whether a letter is of a script that puts no space where another script's word ends (Chinese, Thai, Korean)."""
    code = ord(character)
    return code >= _JOINED[0][0] and any(first <= code <= last for first, last in _JOINED)


def is_han_or_kana(character: str) -> bool:
    """Whether a letter is of Chinese or Japanese, whose words have no spaces around them."""
    return unicodedata.name(character, "").startswith(("CJK UNIFIED", "HIRAGANA", "KATAKANA"))


@functools.lru_cache(maxsize=4096)
def is_caseless(character: str) -> bool:
    """Whether a letter, or a mark on one, is of a script without capitals: few of them put spaces around quotes."""
    code = ord(character)
    if code < 0x0590:
        return False
    return unicodedata.category(character) in ("Lo", "Mn", "Mc", "Lm", "Nl")


@functools.lru_cache(maxsize=4096)
def is_wide_punctuation(character: str) -> bool:
    """Whether a mark brings its own space, as those of Chinese, Japanese and Korean do: 「」（），。"""
    return (
        ord(character) >= 0x2E80
        and unicodedata.category(character)[0] in "PS"
        and unicodedata.east_asian_width(character) in ("W", "F", "H")
    )
