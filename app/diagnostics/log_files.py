"""The log: a few files of bounded size, in the logs folder. What people write and read never goes there."""

from __future__ import annotations

import contextlib
import logging
import sys
from io import TextIOWrapper
from pathlib import Path

from app.file_facts import read_file
from app.private_files import make_private_file, make_private_folder

LOG_NAME = "aside.log"
_LONGEST_BYTES = 500_000
_OLDER_FILES = 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_QUIET = ("httpx2", "httpx", "httpcore2", "huggingface_hub", "urllib3")
"""Their addresses hold what people search for."""


def open_log(folder: Path) -> logging.Handler | None:
    """Begin to write the log there and return its handler, or `None` where that cannot be: it is no reason to stop."""
    try:
        make_private_folder(folder)
        handler = _RotatingFile(folder / LOG_NAME)
    except OSError:
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    return handler


class _RotatingFile(logging.FileHandler):
    """Like the library's own, which imports sockets and pickling and would be felt at the start."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self._path = path

    def _open(self) -> TextIOWrapper:
        make_private_file(self._path)
        return super()._open()

    def emit(self, record: logging.LogRecord) -> None:
        try:
            super().emit(record)
        except OSError:  # the file could not be opened
            return
        if self.stream is not None and self.stream.tell() > _LONGEST_BYTES:
            self._let_go()
            with contextlib.suppress(OSError):
                for number in range(_OLDER_FILES, 1, -1):
                    newer = self._path.with_name(f"{LOG_NAME}.{number - 1}")
                    if newer.exists():
                        newer.replace(self._path.with_name(f"{LOG_NAME}.{number}"))
                self._path.replace(self._path.with_name(f"{LOG_NAME}.1"))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library calls it so
        """Leave out a line that the disk does not take: the next one is tried anew."""
        if isinstance(sys.exc_info()[1], OSError):
            self._let_go()
        else:
            super().handleError(record)

    def close(self) -> None:
        self._let_go()
        super().close()

    def _let_go(self) -> None:
        """Close the file, which is opened anew with the next line; what it could not take stays unwritten."""
        stream, self.stream = self.stream, None
        with contextlib.suppress(OSError):
            if stream is not None:
                stream.close()


def close_log(handler: logging.Handler | None) -> None:
    """Stop writing the log."""
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()


def newest_lines(folder: Path, count: int) -> list[str]:
    """Return the last lines of the log, oldest first."""
    lines: list[str] = []
    for number in range(_OLDER_FILES + 1):
        name = LOG_NAME if number == 0 else f"{LOG_NAME}.{number}"
        try:
            older = read_file(folder / name).decode(errors="replace").splitlines()
        except OSError:
            break
        lines = older + lines
        if len(lines) >= count:
            break
    return lines[-count:]
