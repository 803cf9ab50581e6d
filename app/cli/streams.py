"""The three standard streams, whatever state the command was started in: closed, missing, full, or read no more.

On a terminal, text shows what it holds and cannot give it orders (`TerminalStream`).
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TextIO

from app.errors import UserError
from app.terminal import TerminalStream, guard_terminals
from app.text import visible_line


class OutputNotWritten(UserError):
    """What stdout leads to does not take any more."""

    message = "The output could not be written: {reason}."
    advice = "Check where it goes to, and the free space there."

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)


def prepare_streams() -> None:
    """Make all three usable, in UTF-8, and those harmless that lead to a terminal.

    A closed one becomes an empty one. Left closed, its number would be given to the next file that is opened, and what
    a library prints would end up in there.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _empty(number))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    guard_terminals()


def write_out(text: str) -> None:
    """Write to stdout at once; raises `BrokenPipeError` and `OutputNotWritten`."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        drop_output()
        raise OutputNotWritten(error.strerror or type(error).__name__) from error


def write_error(text: str) -> None:
    """Write to stderr at once. Nobody can be told that it fails, and the answer on stdout does not depend on it."""
    with contextlib.suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()


def write_error_line(sentence: str) -> None:
    """Write a sentence to stderr as one line."""
    write_error(in_a_line(sentence, of=sys.stderr) + "\n")


def write_control(sequence: str) -> None:
    """Give the terminal that stderr leads to an order; nothing where it leads elsewhere."""
    if isinstance(sys.stderr, TerminalStream):
        with contextlib.suppress(OSError):
            sys.stderr.write_control(sequence)
            sys.stderr.flush()


def write_json(line: str) -> None:
    """Write a line of JSON to stdout at once. On a terminal what is not seen is written as JSON's own escapes."""
    write_out((_escaped(line) if is_terminal(sys.stdout) else line) + "\n")


def is_terminal(stream: TextIO) -> bool:
    """Whether a standard stream leads to a terminal; known once the streams are prepared."""
    return isinstance(stream, TerminalStream)


def in_a_line(text: str, *, of: TextIO) -> str:
    """Return a name or a sentence as one line where a stream leads to a terminal; as it is elsewhere."""
    return visible_line(text) if is_terminal(of) else text


def drop_output() -> None:
    """Send what is still to be written to stdout nowhere: nobody takes it."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _escaped(line: str) -> str:
    return "".join(character if visible_line(character) == character else _as_json(character) for character in line)


def _as_json(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _empty(number: int) -> TextIO:
    """Return a stream to nowhere, on its usual number if that is free."""
    mode = os.O_RDONLY if number == 0 else os.O_WRONLY
    handle = os.open(os.devnull, mode)
    try:
        os.fstat(number)
    except OSError:  # closed
        if handle != number:
            os.dup2(handle, number)
            os.close(handle)
            handle = number
    return os.fdopen(handle, "r" if number == 0 else "w", encoding="utf-8", errors="replace", closefd=False)
