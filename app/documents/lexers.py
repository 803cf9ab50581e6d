"""The lexers that colour code, by the name that stands after a fence. Loading one takes up to 50 ms the first time."""

from __future__ import annotations

import functools

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound


@functools.lru_cache(maxsize=64)
def lexer_of(language: str) -> Lexer | None:
    """Return the lexer of a language; None if it is not known."""
    name = language.strip("{}.").split(",", 1)[0]
    if not name or name in ("text", "txt", "plaintext"):
        return None
    try:
        # Not stripping keeps positions equal to the code's.
        return get_lexer_by_name(name, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def load_lexer(language: str) -> None:
    """Load a lexer, and what it builds when it is first used."""
    lexer = lexer_of(language)
    if lexer is not None:
        next(iter(lexer.get_tokens("x = 1\n")), None)
