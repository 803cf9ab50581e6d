"""Makes text of scripts that write no spaces searchable, and folds text as the search index does.

The index finds words by what stands between them. Chinese, Japanese, Thai and others put nothing there, so each of
their characters is indexed as a word of its own, and what is looked for becomes a phrase of such words: any part of a
sentence is found. Korean puts spaces only between phrases and is treated alike.
"""

from __future__ import annotations

import re
import unicodedata

VERSION = f"1, Unicode {unicodedata.unidata_version}"
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

_UNSPACED_CHARACTER = re.compile(f"[{UNSPACED}]")
_MARKED = f"{SEPARATOR}\\g<0>{SEPARATOR}"


def segmented(text: str | None) -> str:
    """Return `text` as the index takes it: folded, a separator around each character of a script without spaces."""
    if not text:
        return ""
    return text if text.isascii() else _UNSPACED_CHARACTER.sub(_MARKED, folded(text))


def is_unspaced(character: str) -> bool:
    """Return whether a character belongs to a script that puts no spaces between words."""
    return _UNSPACED_CHARACTER.match(character) is not None


class _Folding(dict[int, str]):
    """From a character to its lower case without diacritics: always one character, so that places stay the same."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        base = unicodedata.normalize("NFD", character)[0] if not is_unspaced(character) else character
        lower = base.lower()
        self[code] = folded = lower if len(lower) == 1 else base
        return folded


_FOLDING = _Folding()


def folded(text: str) -> str:
    """Return `text` in lower case and without diacritics, as long as it was."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)
