"""What `aside models` prints: JSON Lines or tables on stdout, one moving line on a terminal's stderr."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Sequence

import msgspec

from app.cli.streams import in_a_line, is_terminal, write_control, write_error, write_json, write_out

_PROGRESS_S = 0.1
_BAR_CELLS = 24


def print_json(row: msgspec.Struct) -> None:
    """Print one object on a line of its own."""
    write_json(msgspec.json.encode(row).decode())


def print_line(template: str, **values: object) -> None:
    """Print a line with its values filled in."""
    write_out(in_a_line(template.format_map(values), of=sys.stdout) + "\n")


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows with their columns below each other."""
    if not rows:
        return
    rows = [[in_a_line(cell, of=sys.stdout) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        write_out("  ".join(cells).rstrip() + "\n")


class ProgressLine:
    """One line on the terminal that is written over; nothing where stderr is not a terminal."""

    def __init__(self) -> None:
        self._is_shown = is_terminal(sys.stderr)
        self._shown_at = 0.0
        self._width = 0

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, *_: object) -> None:
        if self._width:
            write_control("\r")
            write_error(" " * self._width)
            write_control("\r")
            self._width = 0

    def show(self, text: str, *, always: bool = False) -> None:
        """Write the line again if it is time."""
        now = time.monotonic()
        if not self._is_shown or (not always and now - self._shown_at < _PROGRESS_S):
            return
        self._shown_at = now
        line = in_a_line(text, of=sys.stderr)[: shutil.get_terminal_size().columns - 1]
        write_control("\r")
        write_error(line.ljust(self._width))
        self._width = len(line)


def bar(done: int, total: int) -> str:
    """Return a bar for a share done, such as `█████░░░░░ 50 %`."""
    share = min(1.0, done / total) if total else 0.0
    cells = round(share * _BAR_CELLS)
    return "█" * cells + "░" * (_BAR_CELLS - cells) + f" {share:4.0%}"
