"""Marks places in a plain text view."""

from __future__ import annotations

from PySide6.QtGui import QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

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
