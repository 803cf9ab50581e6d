"""The Markdown of a growing document, and how far it has been read."""

from __future__ import annotations

from collections import deque

MOST_LINES = 50


class SourceText:
    """Takes text and gives it on in slices that end with a line where they can."""

    def __init__(self) -> None:
        self._all: list[str] = []
        self._unread: deque[str] = deque()
        self._at = 0
        self._ends_with_return = False

    @property
    def is_empty(self) -> bool:
        """Whether no text has come."""
        return not self._all

    @property
    def is_read(self) -> bool:
        """Whether there is nothing left to give."""
        return not self._unread

    def append(self, text: str) -> None:
        """Take more text, with whatever ends its lines."""
        self._all.append(text)
        if self._ends_with_return and text.startswith("\n"):
            text = text[1:]
        self._ends_with_return = self._all[-1].endswith("\r")
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if text:
            self._unread.append(text)

    def whole(self) -> str:
        """Return everything, as it was given."""
        if len(self._all) > 1:
            self._all = ["".join(self._all)]
        return self._all[0] if self._all else ""

    def start_again(self) -> None:
        """Give everything once more."""
        text = self.whole()
        self._unread.clear()
        self._at = 0
        self._all, self._ends_with_return = [], False
        if text:
            self.append(text)

    def next_slice(self, characters: int) -> str:
        """Return at most so many characters more."""
        taken: list[str] = []
        room = characters
        while self._unread and room > 0:
            piece = self._unread[0]
            end = min(len(piece), self._at + room)
            if end < len(piece):
                end = piece.rfind("\n", self._at, end) + 1 or end
            end = _end_of_lines(piece, self._at, end)
            taken.append(piece[self._at : end])
            room -= end - self._at
            self._at = end
            if end == len(piece):
                self._unread.popleft()
                self._at = 0
            elif taken[-1].endswith("\n"):
                break
        return "".join(taken)


def _end_of_lines(text: str, begin: int, end: int) -> int:
    """Return the end of the last of `MOST_LINES` lines: many short ones cost more than few long ones."""
    lines = text[begin:end].split("\n", MOST_LINES)
    return end - len(lines[-1]) if len(lines) > MOST_LINES else end
