"""The three standard streams, whatever state the command was started in: closed, missing, full, or read no more."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TextIO

from app.errors import UserError
from app.text import translatable


class OutputNotWritten(UserError):
    """What stdout leads to does not take any more."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            translatable("The output could not be written: {reason}."),
            translatable("Check where it goes to, and the free space there."),
            values={"reason": reason},
        )


def prepare_streams() -> None:
    """Make all three usable, in UTF-8.

    A closed one becomes an empty one. Left closed, its number would be given to the next file that is opened, and what
    a library prints would end up in there.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _empty(number))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


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


def drop_output() -> None:
    """Send what is still to be written to stdout nowhere: nobody takes it."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
