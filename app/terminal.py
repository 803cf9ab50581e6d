"""Text on a terminal: what models, files and servers say cannot give it orders.

A terminal obeys what is written to it: a few characters write to the clipboard, type into the shell, or hide what was
said. So the streams that lead to one are replaced where they are made, and everything that is written to them is made
plain. Pipes and files get every byte as it is.
"""

from __future__ import annotations

import io
import sys

from app.text import visible

_WEAK_MARKS = dict.fromkeys(map(ord, "\u00ad\u061c\u200e\u200f"))
"""Honest texts have them, and no terminal needs them: they are left out of running text instead of being spelled."""


class TerminalStream(io.TextIOWrapper):
    """Writes text to a terminal with every control character spelled out, but line breaks and tabs.

    Each character is judged by itself and by the one before it, so that nothing depends on where a text is cut.
    """

    _before = ""
    """The last character that was written."""
    _has_return = False
    """Whether a carriage return waits for what follows: before a line break it says nothing."""

    def write(self, text: str) -> int:
        """Write what people may read, whoever wrote it."""
        told = "\r" * self._has_return + text
        self._has_return = told.endswith("\r")
        told = told.removesuffix("\r").replace("\r\n", "\n").translate(_WEAK_MARKS)
        if told:
            super().write(visible(self._before + told)[len(self._before) :])
            self._before = told[-1] if visible(told[-1]) == told[-1] else ""
        return len(text)

    def write_control(self, sequence: str) -> None:
        """Write a sequence of our own that the terminal is to obey."""
        super().write(sequence)


def guard_terminals() -> None:
    """Put `TerminalStream` in the place of those of this process's streams that lead to a terminal."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper) and not isinstance(stream, TerminalStream) and stream.isatty():
            guarded = TerminalStream(
                stream.detach(), encoding="utf-8", errors="replace", line_buffering=stream.line_buffering
            )
            setattr(sys, name, guarded)
