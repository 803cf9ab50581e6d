"""What a command prints: JSON Lines on stdout, or text for people with thinking and errors on stderr."""

from __future__ import annotations

import sys

import msgspec

from app.errors import UserError

_DIM = "\x1b[2m"
_PLAIN = "\x1b[0m"


def _storable(text: str) -> str:
    """Return what UTF-8 can hold: a file name may be no Unicode."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Output:
    """Writes to stdout and stderr. Everything is flushed at once: somebody reads along."""

    def __init__(self, *, is_json: bool) -> None:
        self.is_json = is_json
        self._is_dim = not is_json and sys.stderr is not None and sys.stderr.isatty()
        self._is_line_open = False

    def event(self, **values: object) -> None:
        """Print one JSON object on a line of its own."""
        storable = {name: _storable(value) if isinstance(value, str) else value for name, value in values.items()}
        sys.stdout.write(msgspec.json.encode(storable).decode() + "\n")
        sys.stdout.flush()

    def thinking(self, text: str) -> None:
        """Show a piece of thinking on stderr."""
        sys.stderr.write(f"{_DIM}{text}{_PLAIN}" if self._is_dim else text)
        sys.stderr.flush()
        self._is_line_open = not text.endswith("\n")

    def end_thinking(self) -> None:
        """Leave a line between the thought and what follows, where both go to the same terminal."""
        if self._is_line_open:
            sys.stderr.write("\n\n" if self._is_dim else "\n")
            sys.stderr.flush()
            self._is_line_open = False

    def answer(self, text: str) -> None:
        """Print a piece of the answer on stdout."""
        sys.stdout.write(text)
        sys.stdout.flush()

    def line(self, text: str) -> None:
        """Print a line on stdout."""
        self.answer(text + "\n")

    def error(self, error: UserError) -> None:
        """Say what went wrong and what to do."""
        if self.is_json:
            self.event(event="error", kind=error.kind, message=error.message_text(), advice=error.advice_text())
        self.end_thinking()
        sys.stderr.write(_storable(f"{error.message_text()}\n{error.advice_text()}\n"))

    def bug(self, report: str) -> None:
        """Report a bug with what is needed to find it."""
        message = "Something failed that should not have: a bug in Aside."
        advice = "Please report it with the text above."
        if self.is_json:
            self.event(event="error", kind="bug", message=message, advice=advice)
        sys.stderr.write(f"{report}\n{message}\n{advice}\n")
