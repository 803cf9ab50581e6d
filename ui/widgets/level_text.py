"""Keeps the text of one-line fields in the middle of them, in every script.

Where letters come from a fallback font that is taller than ours, as Chinese ones are, Qt puts the taller line in the
middle, but the letters where those of our font would stand in it: too high by half of the difference (seen in 6.11).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetricsF, QTextLayout
from PySide6.QtWidgets import QLineEdit


class LevelText(QObject):
    """Moves the text of a field down by as much as Qt lifts it. It is the field's, and goes with it."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._levelled = ""
        field.textChanged.connect(self._level)
        field.installEventFilter(self)
        self._level()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Level the text again in another size."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._levelled = ""
            self._level()
        return False

    def _level(self) -> None:
        text = self._field.displayText()
        if text == self._levelled:
            return
        self._levelled = text
        lifted_px = lifted_by(self._field)
        margins = self._field.textMargins()
        if margins.top() != lifted_px:
            self._field.setTextMargins(margins.left(), lifted_px, margins.right(), -lifted_px)


def lifted_by(field: QLineEdit) -> int:
    """Return by how many pixels Qt lifts the text of a field; its placeholder is painted otherwise."""
    text = field.displayText()
    if text.isascii():
        return 0
    layout = QTextLayout(text, field.font())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return max(0, round((line.height() - QFontMetricsF(field.font()).height()) / 2))
