"""Text without a place to break its lines: encoded data, tags without spaces, a model in trouble.

Qt looks for the word's end from each line anew, which takes a minute for a megabyte; broken anywhere it takes a moment.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit

LONGEST_EDITED = 400_000
"""Characters up to which a text can be edited in a field: laying them out takes a fifth of a second."""
_LONG_WORD = re.compile(r"[^\s\u2e80-\ud7ff\uff00-\uffef]{5000}")
"""Chinese, Japanese and Korean have no spaces and are broken between any two characters."""


def wrapping_of(text: str) -> QTextOption.WrapMode:
    """Return how the lines of a text are broken: between words, if it has any."""
    if _LONG_WORD.search(text):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class PlainField(QPlainTextEdit):
    """A field for plain text, or a view of it, which a long word does not stop."""

    def setPlainText(self, text: str) -> None:
        """Show another text."""
        self.clear()
        self.setWordWrapMode(wrapping_of(text))
        super().setPlainText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what was pasted."""
        if wrapping_of(source.text()) is QTextOption.WrapMode.WrapAnywhere:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        super().insertFromMimeData(source)
