"""Keeps real marker tokens and text that only looks like one apart, inside one string.

Real tokens become one character each, and look-alike text has the characters that markers begin with exchanged, so
that a plain string search sees the difference. The characters used are surrogates, which decoded text never contains.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_FIRST_TOKEN = 0xD800
_FIRST_SHADOW = 0xDC00
_SURROGATE = re.compile("[\ud800-\udfff]")


class TokenAlphabet:
    """Codes the pieces of one stream, and gives the forms in which a marker may occur in the coded text."""

    def __init__(self, tokens: Iterable[str]) -> None:
        longest_first = sorted(set(tokens), key=lambda token: (-len(token), token))
        self._code_of = {token: chr(_FIRST_TOKEN + i) for i, token in enumerate(longest_first)}
        firsts = sorted({token[0] for token in longest_first})
        shadow_of = {first: chr(_FIRST_SHADOW + i) for i, first in enumerate(firsts)}
        self._to_shadow = str.maketrans(shadow_of)
        self._firsts = re.compile("[" + re.escape("".join(firsts)) + "]") if firsts else None
        self._to_text = str.maketrans(
            {code: token for token, code in self._code_of.items()}
            | {shadow: first for first, shadow in shadow_of.items()}
        )
        self._from_shadow = str.maketrans({shadow: first for first, shadow in shadow_of.items()})
        self._token = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None
        self.tells_tokens = False
        """Whether the stream says which of its pieces are real tokens."""

    def code(self, text: str, *, is_marker_token: bool | None) -> str:
        """Return `text` coded for searching; `decode` undoes it."""
        if not text.isascii():
            text = _SURROGATE.sub("\ufffd", text)
        if is_marker_token is None or self._firsts is None or self._token is None:
            return text
        self.tells_tokens = True
        if is_marker_token:
            return self._token.sub(lambda match: self._code_of[match[0]], text)
        return text.translate(self._to_shadow) if self._firsts.search(text) else text

    def decode(self, coded: str) -> str:
        """Return the text that the model wrote."""
        return coded if coded.isascii() else coded.translate(self._to_text)

    def without_shadows(self, coded: str) -> str:
        """Return coded text as long as it is, in which look-alikes stand as they were written."""
        return coded if coded.isascii() else coded.translate(self._from_shadow)

    def is_certain(self, coded: str) -> bool:
        """Return whether this coded marker consists of real tokens rather than of text."""
        return any(_FIRST_TOKEN <= ord(character) < _FIRST_SHADOW for character in coded)

    def forms(self, marker: str, *, is_plain: bool = False) -> tuple[str, ...]:
        """Return every way in which `marker` may stand in coded text: as text, and as tokens."""
        if is_plain or self._token is None:
            return tuple(dict.fromkeys((marker, marker.translate(self._to_shadow), *self.token_forms(marker))))
        return tuple(dict.fromkeys((marker, *self.token_forms(marker))))

    def token_forms(self, marker: str) -> tuple[str, ...]:
        """Return the forms of `marker` whose tokens are certain; what lies between tokens may be told or untold."""
        if self._token is None:
            return ()
        coded = self._token.sub(lambda match: self._code_of[match[0]], marker)
        if not self.is_certain(coded):
            return ()
        return tuple(dict.fromkeys((coded, coded.translate(self._to_shadow))))
