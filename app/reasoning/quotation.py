"""Whether a text stands inside code or right behind a quotation mark: what is quoted there is no marker."""

from __future__ import annotations

import re

_EVENT = re.compile(r"`+|~~~+|\n[ \t]*\n")
"""What begins or ends code in Markdown, and the end of a paragraph, which ends code within a line."""
_FENCE = 3
_OPENING_MARK = re.compile(r"[“„‘‚«‹「『《]\Z|(?:\A|[\s(\[{])[\"']\Z")
_LOOK_BACK_CHARACTERS = 2


class Quotation:
    """Follows a Markdown text as far as it has been written. Only looked at where a marker is found, so it is lazy."""

    def __init__(self) -> None:
        self._unread: list[str] = []
        self._end = ""
        self._code = ""
        """What began the code that the text is in."""

    def copy(self) -> Quotation:
        """Return one that goes on by itself."""
        copied = Quotation()
        copied._unread, copied._end, copied._code = list(self._unread), self._end, self._code
        return copied

    def add(self, text: str) -> None:
        """Take what comes next."""
        self._unread.append(text)

    def is_open(self) -> bool:
        """Whether what comes next is quoted."""
        text = "".join(self._unread)
        self._unread.clear()
        for event in _EVENT.finditer(text):
            self._pass(event[0])
        self._end = (self._end + text)[-_LOOK_BACK_CHARACTERS:]
        return bool(self._code) or _OPENING_MARK.search(self._end) is not None

    def _pass(self, event: str) -> None:
        code = self._code
        if event[0] == "\n":
            self._code = code if len(code) >= _FENCE else ""
        elif not code:
            self._code = event
        elif event[0] == code[0] and (len(event) == len(code) or len(event) > len(code) >= _FENCE):
            self._code = ""
