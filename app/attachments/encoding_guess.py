"""Guesses in which encoding bytes were written that are no UTF-8, by the language that they then are.

Each encoding of each language is tried, and its text judged by how common the letters are there, and whether signs,
capitals and other scripts stand where they do not belong in a word. A dozen characters are enough for most.
"""

from __future__ import annotations

import codecs
import functools
import locale
import math
import unicodedata
from dataclasses import dataclass

from app.attachments.letter_frequencies import LANGUAGES, Language

_LOOK_BYTES = 4096
_NAMES = {"gb18030": "GB 18030", "big5": "Big5", "cp950": "Big5", "cp932": "Shift JIS", "cp874": "Windows-874"}
_SYMBOLS = (
    "\u2019\u201c\u201d\u201e\u201a\u2018\u2013\u2014\u2026\u00ab\u00bb\u20ac\u00b0\u00a7\u2022\u00a0"
    "\u00b2\u00bd\u00a9\u00ae\u00b7\u2116"
)
_WIDE_SIGNS = (
    "\uff0c\u3002\u3001\uff1a\uff1b\uff1f\uff01\uff08\uff09\u300c\u300d\u201c\u201d\u300a\u300b\u3000\u30fb\u2026\u2014"
)

_WITHIN_WORDS = "\u2019\u00a0\u00b7"
_FINAL_FORMS = "ךםןףץ"
"""Of Hebrew, at the end of a word only."""
_FAULT = "\ufffd"
_PREFERENCE = 0.25
"""What the language of the system, and an encoding's place in its list, may weigh."""
_SURE_BY = 0.4
"""How much better the best guess must be than the next one with another text, per byte."""
_OF_A_LETTER = 3.5
"""What a letter of ASCII would cost if it were counted."""
_NO_TEXT = -11.0
"""Bytes whose best text is as unlikely as that are no text."""
_FEWEST_BYTES = 6
"""Of fewer bytes beyond ASCII nobody can be sure."""


@dataclass(frozen=True, slots=True)
class EncodingGuess:
    """An encoding as Python calls it, the text of all of the bytes, and whether another one might be as good."""

    encoding: str
    text: str
    is_sure: bool
    faults: int
    """How many bytes are not of that encoding."""


def guessed(content: bytes) -> EncodingGuess | None:
    """Return the likeliest encoding of bytes that are no UTF-8; `None` if the bytes are likely no text."""
    sample = _sample(content)
    high_bytes = sum(byte >= 0x80 for byte in sample)
    ascii_bytes = len(sample) - high_bytes
    preferred = system_language()
    ranked: list[tuple[float, str, str]] = []
    for language in LANGUAGES:
        for place, encoding in enumerate(language.encodings):
            text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)
            swallowed = ascii_bytes - sum(c < "\x80" for c in text)  # as second bytes, which others read as letters
            score = (_score(text, language) + swallowed * _OF_A_LETTER) / max(1, high_bytes) - place * _PREFERENCE / 5
            if language.tag.split("-")[0] == preferred:
                score += _PREFERENCE
            ranked.append((score, encoding, text))
    ranked.sort(key=lambda one: -one[0])
    score, encoding, text = ranked[0]
    if score < _NO_TEXT:
        return None
    whole = content.decode(encoding, "replace")
    rival = next((other for other, _, differs in ranked if differs != text), -math.inf)
    is_sure = score - rival > _SURE_BY and high_bytes >= _FEWEST_BYTES
    return EncodingGuess(encoding, whole, is_sure, whole.count(_FAULT))


def likeness_to_text(text: str) -> float:
    """Return which share of the characters is common in some language, line ends and spaces included."""
    known = _known_letters()
    return sum(" " <= c <= "~" or c in "\t\r\n" or c in known for c in text) / max(1, len(text))


@functools.cache
def _known_letters() -> frozenset[str]:
    letters = "".join(language.letters for language in LANGUAGES)
    return frozenset(letters + letters.upper() + _SYMBOLS + _WIDE_SIGNS)


def encoding_name(encoding: str) -> str:
    """Return an encoding's name as people know it."""
    if encoding in _NAMES:
        return _NAMES[encoding]
    code_page = encoding.removeprefix("cp")
    if code_page != encoding:
        return f"Windows-{code_page}" if code_page.startswith("125") else f"IBM {code_page}"
    return (
        encoding.replace("mac_", "Mac ").title() if encoding.startswith("mac_") else encoding.upper().replace("_", "-")
    )


@functools.cache
def system_language() -> str:
    """Return the language that the system is set to, as its two letters; empty if it does not say."""
    try:
        return (locale.getlocale()[0] or "")[:2].lower()
    except ValueError:
        return ""


def _sample(content: bytes) -> bytes:
    """Return lines that hold bytes beyond ASCII, whole ones, so that no character is cut, and each kind once."""
    lines: dict[bytes, bytes] = {}
    size = 0
    for line in content.split(b"\n"):
        kind = line.translate(None, b"0123456789")
        if not line.isascii() and kind not in lines:
            lines[kind] = line
            size += len(line)
            if size > _LOOK_BYTES:
                break
    return b"\n".join(lines.values())[:_LOOK_BYTES]


@functools.cache
def _ranks(language: Language) -> dict[str, float]:
    """Return the logarithm of how likely each letter is."""
    count = len(language.letters)
    weights = {
        letter: 1 / (rank + 20) if language.is_wide else math.exp(-3.5 * rank / count)
        for rank, letter in enumerate(language.letters)
    }
    known = 0.75 if language.is_wide else 0.95
    whole = sum(weights.values()) / known
    likely = {letter: math.log(weight / whole) for letter, weight in weights.items()}
    if not language.is_latin and not language.is_wide:
        likely.update({letter.upper(): value - 1 for letter, value in likely.items() if letter.upper() != letter})
    return likely


def _score(text: str, language: Language) -> float:
    ranks = _ranks(language)
    total = 0.0
    before = " "
    for place, letter in enumerate(text):
        if letter < "\x80":
            before = letter
            continue
        after = text[place + 1] if place + 1 < len(text) else " "
        value = ranks.get(letter)
        if value is None:
            value = _score_of_stranger(letter, language)
            is_within = before.isalnum() and after.isalnum()
            if is_within and not letter.isalpha() and letter not in _WITHIN_WORDS:
                value -= 4
        elif language.is_latin:
            if letter.isupper() and before.islower():
                value -= 3
        elif not language.is_wide:
            if letter.isupper() and before.islower():
                value -= 3
            if letter in _FINAL_FORMS:
                value += -4 if after.isalpha() else 1.5
            if any(beside < "\x80" and beside.isalpha() for beside in (before, after)):
                value -= 3
        total += value
        before = letter
    return total


def _score_of_stranger(letter: str, language: Language) -> float:
    category = unicodedata.category(letter)
    if letter == _FAULT or category in ("Cc", "Cn", "Co", "Cs"):
        return -18.0
    if language.is_wide:
        return _score_of_wide(letter, language)
    if letter in _SYMBOLS:
        return -4.0
    return -9.0 if category[0] in "LM" else -10.0


def _score_of_wide(letter: str, language: Language) -> float:
    if letter in _WIDE_SIGNS:
        return -4.0
    if "\uff66" <= letter <= "\uff9f":
        return -8.0  # of half width, and one byte
    if "\u4e00" <= letter <= "\u9fff":
        first = letter.encode({"zh-Hant": "big5", "ja": "euc_jp"}.get(language.tag, "gb2312"), "ignore")[:1]
        last_of_common = {"zh-Hans": b"\xd7", "zh-Hant": b"\xc6", "ja": b"\xcf"}.get(language.tag, b"")
        return -9.5 if first and first <= last_of_common else -13.0
    if "\uac00" <= letter <= "\ud7a3":
        return -10.0 if letter.encode("euc_kr", "ignore") else -14.0
    if "\uff01" <= letter <= "\uff5e" or "\u3041" <= letter <= "\u30ff":
        return -8.0
    return -12.0
