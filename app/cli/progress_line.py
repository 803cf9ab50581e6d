"""One moving line on a terminal's stderr, which tells how far something long is."""

from __future__ import annotations

import shutil
import sys
import time

from app.cli.streams import in_a_line, is_terminal, write_control, write_error

_PROGRESS_S = 0.1
_BAR_CELLS = 24


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
