"""Which way a text runs."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from app.documents.rich_text import RichText, SpanStyle

_NO_VOTE = SpanStyle.CODE | SpanStyle.FORMULA | SpanStyle.FOOTNOTE
_ISOLATE, _END_OF_ISOLATE = "\u2066", "\u2069"
_LOOKED_AT = 1000
_RIGHT_TO_LEFT = ("R", "AL")


def runs_right_to_left(rich: RichText) -> bool:
    """Return whether most words are of a script that runs to the left; if they are as many, whether the first is.

    Code, formulas and addresses have no vote: a sentence in Arabic about a command is a sentence in Arabic.
    """
    text = list(rich.text[:_LOOKED_AT])
    if text and not any(character > "\u0590" for character in text):
        return False
    for span in rich.spans:
        is_address = bool(span.style & SpanStyle.LINK) and "." in rich.text[span.start : span.end]
        if span.style & _NO_VOTE or is_address:
            text[span.start : span.end] = " " * len(text[span.start : span.end])
    votes = [vote for word in _words(text) if (vote := _direction(word)) is not None]
    to_left = sum(votes)
    if to_left * 2 == len(votes):
        return bool(votes) and votes[0]
    return to_left * 2 > len(votes)


def isolated(code: str) -> str:
    """Return code as it is shown within a text that runs to the left: by itself, from the left."""
    return f"{_ISOLATE}{code}{_END_OF_ISOLATE}"


def without_isolate(code: str) -> str:
    """Return the code that is shown so."""
    is_isolated = code.startswith(_ISOLATE) and code.endswith(_END_OF_ISOLATE)
    return code[1:-1] if is_isolated else code.removeprefix(_ISOLATE).removesuffix(_END_OF_ISOLATE)


def _words(text: list[str]) -> list[list[str]]:
    return [list(letters) for is_gap, letters in groupby(text, str.isspace) if not is_gap]


def _direction(word: list[str]) -> bool | None:
    """Return whether a word runs to the left, by its first letter that says so; None if none does."""
    for character in word:
        kind = unicodedata.bidirectional(character)
        if kind == "L" or kind in _RIGHT_TO_LEFT:
            return kind != "L"
    return None
