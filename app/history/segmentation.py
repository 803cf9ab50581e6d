"""Makes text of scripts that write no spaces searchable, and folds text as the search index does.

The index finds words by what stands between them. Chinese, Japanese, Thai and others put nothing there, so each of
their characters is indexed as a word of its own, and what is looked for becomes a phrase of such words: any part of a
sentence is found. Korean puts spaces only between phrases and is treated alike. So is every emoji and sign.

Folding makes one of what people write in several ways: case, accents, widths, ligatures, letters with strokes, digits
of other scripts, invisible characters. Vowel signs of the Indic scripts are letters and stay; the index's tokenizer
knows no marks, so they are written there as characters of the private use area, which it takes for letters.
"""

from __future__ import annotations

import re
import unicodedata

VERSION = f"2, Unicode {unicodedata.unidata_version}"
"""What `segmented` makes of a text; the number changes with the code below, the rest with Python."""

SEPARATOR = "\x1f"
"""Put around each such character; the tokenizer takes it for a space, and no text that people write holds it."""

UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"  # Japanese
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
    "\uac00-\ud7a3"  # Korean
    "\uff66-\uff9f"  # half-width Japanese
)
"""The characters of scripts without spaces, as ranges of a regular expression's class."""

VOWEL_SIGNS = "\ue000-\uf7ff"
"""What vowel signs are folded into, as a range of a regular expression's class."""

SIGNS = "\u00a2-\u00a9\u00ac\u00b0\u00b1\u00d7\u00f7\u20a0-\u20cf\u2190-\u2bff\U0001f000-\U0001faff"
"""The signs and emoji that can be looked for, as ranges of a regular expression's class."""

_VOWEL_RANGES = ((0x0900, 0x1CFF, 0xE000), (0xA800, 0xABFF, 0xF400))
_KEPT_MARKS = frozenset((0, 8, 9, 84, 91, 103, 118, 129, 130, 132))
"""Combining classes of the marks that make another letter: vowel signs, viramas, voiced kana; not accents and tones."""

_SIGN_MARK = "\uf8ff"
"""Begins the word that a sign or an emoji is in the index."""

_UNSPACED_CHARACTER = re.compile(f"[{UNSPACED}]")
_MARKED = f"{SEPARATOR}\\g<0>{SEPARATOR}"
_SIGN = re.compile(f"[{SIGNS}]")
_JOINED = re.compile(
    "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"  # a Korean syllable by its letters, as macOS writes file names
    "|[\u3041-\u30ff][\u3099\u309a]|[\uff66-\uff9d][\uff9e\uff9f]"  # kana and its voicing mark
)
_UNIT = re.compile(f"{_JOINED.pattern}|.", re.DOTALL)
_JOINTS = "'\u2019\u200c"  # apostrophes, and the joint of Persian's words
_COMPOUND = re.compile(
    # Nothing is looked at twice: what is pasted may be one word of many thousand letters.
    rf"(?<![^\W_])(?:[^\W_]++(?:[{_JOINTS}][^\W_]++)++|[A-Za-z0-9]*?(?:[a-z0-9][A-Z]|[A-Z][A-Z][a-z])[A-Za-z0-9]*)"
)
_PARTS = re.compile(rf"[{_JOINTS}]|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_VERSION_NUMBER = re.compile(r"(?<![^\W_])[vV](\d+(?:\.\d+)+[-.\w]*+)")
"""Written with its letter, and looked for without."""
_LONGEST_COMPOUND = 80
"""Longer ones are no words of people's."""


def segmented(text: str | None) -> str:
    """Return `text` as the index takes it: folded, a separator around each character that is a word by itself.

    Words of several parts (O'Brien, getElementById) are there in parts and then as a whole; v1.2 is there as 1.2, too.
    """
    if not text:
        return ""
    return _indexed(_COMPOUND.sub(_in_parts_and_whole, _VERSION_NUMBER.sub(r"\1 \g<0>", text)))


def spellings(text: str) -> tuple[str, ...]:
    """Return what to look for: as `segmented` has it, and words of several parts in parts only, and as a whole only."""
    both, parts, whole = (_indexed(_COMPOUND.sub(way, text)) for way in (_in_parts_and_whole, _in_parts, _as_a_whole))
    return tuple(dict.fromkeys((both, parts, whole)))


def stands_alone(character: str) -> bool:
    """Return whether a character is a word by itself: of a script without spaces between words, a sign, an emoji."""
    return _UNSPACED_CHARACTER.match(character) is not None or _SIGN.match(character) is not None


class _Folding(dict[int, str]):
    """From a character to what it is compared by: nothing, or one character or several."""

    def __missing__(self, code: int) -> str:
        self[code] = folding = _folding_of(chr(code))
        return folding


def _folding_of(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    if unicodedata.category(character) == "Cf":
        return ""
    normal = unicodedata.normalize("NFKC" if _UNSPACED_CHARACTER.match(character) else "NFKD", character.casefold())
    return "".join(map(_plain, normal))


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] == "M":
        return _vowel_sign(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    name = unicodedata.name(character, "")
    if name.startswith(("LATIN SMALL LETTER ", "CYRILLIC SMALL LETTER ")) and " WITH " in name:
        try:
            return unicodedata.lookup(name.partition(" WITH ")[0])
        except KeyError:  # the letter without its stroke is none
            return character
    return _ALIKE.get(character, character)


def _vowel_sign(mark: str) -> str:
    if unicodedata.combining(mark) in _KEPT_MARKS:
        for first, last, target in _VOWEL_RANGES:
            if first <= ord(mark) <= last:
                return chr(target + ord(mark) - first)
    return ""


_ALIKE = {
    "\u0131": "i",  # dotless: what İ and I are in lower case depends on the language
    "æ": "ae",
    "Æ": "ae",
    "œ": "oe",
    "Œ": "oe",
    "þ": "th",
    "Þ": "th",
    "ð": "d",
    "Ð": "d",
    "ĸ": "k",
    "\u0640": "",  # Arabic's lengthening of a line
    "ک": "ك",
    "ی": "ي",
    "ى": "ي",
    "ٱ": "ا",
    "ہ": "ه",
    "ة": "ه",
}
_FOLDING = _Folding()


def folded(text: str) -> str:
    """Return `text` as it is compared; it may be longer or shorter than it was."""
    return text.lower() if text.isascii() else _JOINED.sub(_composed, text).translate(_FOLDING)


class FoldedText:
    """A folded text whose places can be told in the text that it was: `text` is the folded one."""

    _CHUNK = 512

    def __init__(self, text: str) -> None:
        self.text = folded(text)
        self._original = text
        self._starts: list[tuple[int, int]] = []
        self._is_same = text.isascii()

    def place_of(self, offset: int) -> int:
        """Return where in the original text the character begins that stands at `offset` in the folded one."""
        if self._is_same:
            return offset
        if not self._starts:
            self._find_starts()
        original, begin = next(start for start in reversed(self._starts) if start[1] <= offset)
        for unit in _UNIT.finditer(self._original, original):
            length = len(folded(unit[0]))
            if begin + length > offset:
                return unit.start()
            begin += length
        return len(self._original)

    def _find_starts(self) -> None:
        place = begin = 0
        while place < len(self._original) or not self._starts:
            self._starts.append((place, begin))
            end = place + self._CHUNK
            while end < len(self._original) and _JOINED.match(self._original, end - 1) is not None:
                end += 1
            begin += len(folded(self._original[place:end]))
            place = end


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


def _indexed(text: str) -> str:
    if text.isascii():
        return text
    marked = _UNSPACED_CHARACTER.sub(_MARKED, folded(text))
    return _SIGN.sub(_sign_word, marked)


def _sign_word(match: re.Match[str]) -> str:
    return f"{SEPARATOR}{_SIGN_MARK}{ord(match[0]):x}{SEPARATOR}"


def _in_parts_and_whole(match: re.Match[str]) -> str:
    return f"{_in_parts(match)} {_as_a_whole(match)}" if len(match[0]) <= _LONGEST_COMPOUND else match[0]


def _in_parts(match: re.Match[str]) -> str:
    return " ".join(_PARTS.split(match[0])) if len(match[0]) <= _LONGEST_COMPOUND else match[0]


def _as_a_whole(match: re.Match[str]) -> str:
    return "".join(_PARTS.split(match[0]))
