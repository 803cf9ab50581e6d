"""Text without a place to break its lines, or with nothing but: encoded data, a model in trouble.

Qt looks for the word's end from each line anew, which takes a minute for a megabyte; broken anywhere it takes a moment.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

LONGEST_EDITED = 400_000
"""Characters up to which a text can be edited in a field: laying them out takes a fifth of a second."""
_LONG_WORD = r"[^\s\u2e80-\ud7ff\uff00-\uffef]{5000}"
"""Chinese, Japanese and Korean have no spaces and are broken between any two characters. Compiled when used."""
_LONG_GAP = r"[^\S\n]{20000}"
"""Qt 6.11 counts the spaces at a line's end in 16 bits, and with more it breaks lines for ever, however it wraps."""


def breakable(text: str) -> str:
    """Return a text with places to break its long words at, for a label, which breaks lines between words only."""
    return re.sub(r"\S{16,}", lambda word: "\u200b".join(word[0]), text)


def wrapping_of(text: str) -> QTextOption.WrapMode:
    """Return how the lines of a text are broken: between words, if it has any."""
    if re.search(_LONG_GAP, text):
        return QTextOption.WrapMode.NoWrap
    if re.search(_LONG_WORD, text):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def make_way_for(field: QTextEdit | QPlainTextEdit, text: str) -> None:
    """Let a field break its lines, which may have fewer places for it now, so that it can hold more text."""
    wrapping = wrapping_of(text)
    if wrapping.value < field.wordWrapMode().value:
        field.setWordWrapMode(wrapping)


class PlainField(QPlainTextEdit):
    """A field for plain text, or a view of it, which a long word does not stop.

    It stands at the side where its first line begins: by itself Qt puts all scripts at the left here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._stand)

    def setPlainText(self, text: str) -> None:
        """Show another text."""
        self.clear()
        self.setWordWrapMode(wrapping_of(text))
        super().setPlainText(text)

    def _stand(self) -> None:
        is_rtl = self.document().firstBlock().textDirection() is Qt.LayoutDirection.RightToLeft
        option = self.document().defaultTextOption()
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        if option.alignment() != side:
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what was pasted."""
        make_way_for(self, source.text())
        super().insertFromMimeData(source)
