"""Text that was written for a terminal, as the terminal shows it: colours gone, what was written over replaced.

The sequences are those of ECMA-48 (control sequences) and xterm (links and titles).
"""

from __future__ import annotations

import re

_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)(?P<numbers>[0-?]*)[ -/]*(?:(?P<order>[@-~])|\Z)"
    r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c|(?=\x1b|\n)|\Z)"  # a link, a title
    r"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c]*(?:\x1b\\|\x9c)"  # a picture
    r"|\x1b[ -/]*(?:[0-~]|\Z)"
)
_IN_LINE = re.compile(f"{_SEQUENCE.pattern}|[\r\b]|[^\r\b\x1b\x90\x98\x9b\x9d-\x9f]+|.", re.DOTALL)
_PROGRESS = re.compile(r"\d ?%|\d ?/ ?\d")
_FARTHEST = 4096
"""Columns that a jump may go: no terminal is wider."""


def has_terminal_codes(text: str) -> bool:
    """Whether a terminal would show the text otherwise than it is written."""
    return "\x1b" in text or "\b" in text or "\x9b" in text


def as_shown(text: str) -> str:
    """Return the text as a terminal shows it, line by line; jumps to other lines are left out."""
    if not has_terminal_codes(text):
        has_states = "\r" in text and "\n" in text
        return "\n".join(map(_last_progress, text.split("\n"))) if has_states else text
    lines = re.sub(r"\r+\n", "\n", text)
    if "\b" not in lines and "\r" not in lines and _SEQUENCE.search(lines) is None:
        return lines
    return "\n".join(map(_shown_line, _whole_lines(lines)))


def _last_progress(line: str) -> str:
    """Return a line of which a program has written each state of its work over the one before; others as they are."""
    states = line.rstrip("\r").split("\r")
    is_progress = len(states) > 1 and all(_PROGRESS.search(state) for state in states if state.strip())
    return _shown_line(line.rstrip("\r")) if is_progress else line


def _whole_lines(text: str) -> list[str]:
    # A picture's bytes may hold line ends: it goes before the text is cut into lines.
    return re.sub(r"\x1b[PX^_][^\x1b\x9c]*(?:\x1b\\|\x9c)", "", text).split("\n")


def _shown_line(line: str) -> str:
    if "\r" not in line and "\b" not in line:
        line_is_plain = all(match["order"] in (None, "m") for match in _SEQUENCE.finditer(line))
        if line_is_plain:
            return _SEQUENCE.sub("", line)
    cells: list[str] = []
    at = 0
    for piece in _IN_LINE.finditer(line):
        text = piece[0]
        if text == "\r":
            at = 0
        elif text == "\b":
            at = max(0, at - 1)
        elif piece["order"] is not None:
            at = _obeyed(cells, at, piece["order"], piece["numbers"])
        elif text[0] not in "\x1b\x90\x98\x9b\x9d\x9e\x9f":
            at = _written(cells, at, text)
    return "".join(cells).rstrip(" ") if len(cells) != at else "".join(cells)


def _written(cells: list[str], at: int, text: str) -> int:
    cells.extend(" " * (at - len(cells)))
    old = cells[at : at + len(text)]
    # Underlined text on a printer: the line is not the letter.
    cells[at : at + len(text)] = [
        old[i] if letter == "_" and i < len(old) and old[i] not in " _" else letter for i, letter in enumerate(text)
    ]
    return at + len(text)


def _obeyed(cells: list[str], at: int, order: str, numbers: str) -> int:
    first = numbers.split(";")[0]
    count = min(int(first), _FARTHEST) if first.isascii() and first.isdigit() else 0
    match order:
        case "K" if count == 0:
            del cells[at:]
        case "K" if count == 1:
            cells[:at] = " " * min(at, len(cells))
        case "K":
            cells.clear()
        case "G":
            return max(0, count - 1)
        case "C":
            return at + max(1, count)
        case "D":
            return max(0, at - max(1, count))
        case "P":
            del cells[at : at + max(1, count)]
        case _:
            pass
    return at
