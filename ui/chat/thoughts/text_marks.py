"""Marks places in a plain text view; paints beside paragraphs when they began."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from ui.theme.fonts import text_font
from ui.widgets.spoken_numbers import decimal_text

MOST_MARKS = 2000


def marks_of(view: QTextEdit, text: str, *, begin: int = 0) -> list[QTextCursor]:
    """Return where a text stands from a position on, whatever the case."""
    found: list[QTextCursor] = []
    cursor = view.document().find(text, begin, QTextDocument.FindFlag(0))
    while not cursor.isNull() and len(found) < MOST_MARKS:
        found.append(cursor)
        cursor = view.document().find(text, cursor, QTextDocument.FindFlag(0))
    return found


def shown_marks(view: QTextEdit, marks: list[QTextCursor], current: int | None) -> list[QTextEdit.ExtraSelection]:
    """Return the marks as a view takes them, one of them stronger than the others."""
    palette = view.palette()
    selections = []
    for index, cursor in enumerate(marks):
        selection = QTextEdit.ExtraSelection()
        ground = palette.color(QPalette.ColorRole.Highlight)
        if index == current:
            selection.format.setForeground(palette.color(QPalette.ColorRole.HighlightedText))
        else:
            ground.setAlpha(70)
        selection.format.setBackground(ground)
        selection.cursor = cursor
        selections.append(selection)
    return selections


def paint_times(painter: QPainter, times: Iterable[tuple[float, float]], *, width: float, colour: QColor) -> None:
    """Paint times in seconds, each with its lower edge, in a column of this width."""
    painter.setFont(text_font(size_px=12))
    painter.setPen(colour)
    height = painter.fontMetrics().height()
    for bottom, seconds in times:
        words = QCoreApplication.translate("ThoughtText", "{seconds} s").format(seconds=decimal_text(seconds))
        spot = QRectF(0, bottom - height, width - 8, height)
        painter.drawText(spot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
