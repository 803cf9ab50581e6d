"""Breaks the lines of tooltips: Qt breaks those alone that are wider than the screen."""

from __future__ import annotations

import re

_WIDEST = 52
"""In columns: some 370 pixels, 740 with text twice as large. Chinese letters take two."""
_WIDE = "\u2e80"
"""The first of the letters that take two columns."""
_WORDS = r"\s+|\S+"
_PIECES = r"\s+|[\u2e80-\ud7ff][\u3001\u3002\uff00-\uffef]*|[^\s\u2e80-\ud7ff]+"
"""Spaces, words, and letters of scripts that are broken anywhere, with the marks that begin no line.

To compile it takes three milliseconds, which only a line with such letters waits for.
"""


def tip_lines(text: str) -> str:
    """Return a tooltip in lines that can be read, also where it had one long line."""
    return "\n".join(_broken(line) for line in text.split("\n"))


def _broken(line: str) -> str:
    has_wide = any(letter >= _WIDE for letter in line)
    if len(line) * (2 if has_wide else 1) <= _WIDEST:
        return line
    lines, width = [""], 0
    for piece in re.findall(_PIECES if has_wide else _WORDS, line):
        columns = sum(2 if letter >= _WIDE else 1 for letter in piece) if has_wide else len(piece)
        if width and width + columns > _WIDEST and not piece.isspace():
            lines[-1] = lines[-1].rstrip()
            lines.append("")
            width = 0
        lines[-1] += piece
        width += columns
    return "\n".join(lines)
