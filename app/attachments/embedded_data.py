"""Pictures, fonts and other data that stand in a text as letters: no model can read them, and they fill its context."""

from __future__ import annotations

import re

from app.text import format_bytes

_FEWEST = 300
"""Characters from which data is left out."""
# Nothing is looked at twice: a file may be one word of millions of letters.
_URI = re.compile(
    r"(?P<head>data:[\w.+-]{1,64}+/[\w.+-]{1,64}+(?:;[\w=.+\"-]{1,64}+){0,8}),"
    r"(?P<data>(?<=;base64,)[A-Za-z0-9+/=_%-]{300,}+|(?<!;base64,)[^\"<>)\n]{300,}+)"
)
_RUN = re.compile(
    r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{60,}+={0,2}+"
    r"(?:(?:\r?\n|\\n)[ \t]*+[A-Za-z0-9+/_-]{4,}+={0,2}+(?![^\s\\\"'<]))*+"
)


def without_embedded_data(text: str, *, is_plain: bool) -> tuple[str, int]:
    """Return the text with data shortened to a word, and how many characters were left out.

    A plain text that is nothing but such data stays: somebody wants it looked at.
    """
    if is_plain and _RUN.fullmatch(text.strip()) is not None:
        return text, 0
    left_out = 0

    def shortened_uri(match: re.Match[str]) -> str:
        nonlocal left_out
        if not match["head"].endswith(";base64") and "%" not in match["data"]:
            return match[0]
        left_out += len(match["data"])
        return f"{match['head']},[{_size(match['data'])}]"

    def shortened_run(match: re.Match[str]) -> str:
        nonlocal left_out
        run = match[0]
        if len(run) < _FEWEST or not _is_data(run):
            return run
        left_out += len(run)
        return f"[data: {_size(run)}]"

    shortened = _RUN.sub(shortened_run, _URI.sub(shortened_uri, text))
    return shortened, left_out


def _is_data(run: str) -> bool:
    """Whether a run of letters is base64 or hexadecimal; words, sequences of DNA and numbers are not."""
    letters = [c for c in run if not c.isspace()]
    if len(letters) >= 1024 and all(c in "0123456789abcdef" for c in run.lower()):
        return len(set(run.lower())) == 16
    fewest = len(letters) * 0.05
    kinds = (str.isupper, str.islower, str.isdigit)
    return len(set(letters)) >= 40 and all(sum(map(kind, letters)) >= fewest for kind in kinds)


def _size(data: str) -> str:
    return format_bytes(len(data) * 3 // 4)
