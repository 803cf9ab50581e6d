"""What a command prints: JSON Lines on stdout, or text for people with thinking and errors on stderr."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Sequence

import msgspec

from app.cli.streams import (
    OutputNotWritten,
    in_a_line,
    is_terminal,
    write_control,
    write_error,
    write_error_line,
    write_json,
    write_out,
)
from app.errors import UserError

_DIM = "\x1b[2m"
_PLAIN = "\x1b[0m"


def storable(text: str) -> str:
    """Return what UTF-8 can hold: a file name or an argument may be no Unicode."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Output:
    """Writes to stdout and stderr. Everything is flushed at once: somebody reads along.

    What goes to stdout raises `BrokenPipeError` and `OutputNotWritten`. `on_last` is called before a command says how
    it ended.
    """

    def __init__(self, *, is_json: bool, on_last: Callable[[], None] = lambda: None) -> None:
        self.is_json = is_json
        self._on_last = on_last
        self._is_dim = not is_json and is_terminal(sys.stderr)
        self._is_line_open = False

    def event(self, **values: object) -> None:
        """Print one JSON object on a line of its own."""
        values = {name: storable(value) if isinstance(value, str) else value for name, value in values.items()}
        write_json(msgspec.json.encode(values).decode())

    def begin_last(self) -> None:
        """Note that what is printed next is how the command ended."""
        self._on_last()

    def thinking(self, text: str) -> None:
        """Show a piece of thinking on stderr."""
        if self._is_dim:
            write_control(_DIM)
        write_error(text)
        if self._is_dim:
            write_control(_PLAIN)
        self._is_line_open = not text.endswith("\n")

    def end_thinking(self) -> None:
        """Leave a line between the thought and what follows, where both go to the same terminal."""
        if self._is_line_open:
            write_error("\n\n" if self._is_dim else "\n")
            self._is_line_open = False

    def answer(self, text: str) -> None:
        """Print a piece of the answer on stdout."""
        write_out(text)

    def line(self, text: str) -> None:
        """Print a line on stdout."""
        write_out(in_a_line(text, of=sys.stdout) + "\n")

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Print rows on stdout, with their columns below each other."""
        rows = [[in_a_line(cell, of=sys.stdout) for cell in row] for row in rows]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            write_out("  ".join(cells).rstrip() + "\n")

    def error(self, error: UserError) -> None:
        """Say what went wrong and what to do."""
        if self.is_json:
            self._last_event(error.kind, error.message_text(), error.advice_text())
        self.end_thinking()
        for text in (error.message_text(), error.advice_text()):
            write_error_line(storable(text))

    def warning(self, error: UserError) -> None:
        """Say on stderr what the person should know though the command goes on."""
        for text in (error.message_text(), error.advice_text()):
            write_error_line(storable(text))

    def bug(self, report: str) -> None:
        """Report a bug with what is needed to find it."""
        message = "Something failed that should not have: a bug in Aside."
        advice = "Please report it with the text above."
        if self.is_json:
            self._last_event("bug", message, advice)
        write_error(storable(f"{report}\n{message}\n{advice}\n"))

    def _last_event(self, kind: str, message: str, advice: str) -> None:
        """Print an error for programs, if anybody still reads."""
        self._on_last()
        with contextlib.suppress(BrokenPipeError, OutputNotWritten):
            self.event(event="error", kind=kind, message=message, advice=advice)
