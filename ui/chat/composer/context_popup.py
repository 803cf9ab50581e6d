"""The arithmetic of the context: each part with its tokens, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ui.widgets.announcement import announce
from ui.widgets.spoken_numbers import count_text


class ContextPopup(QFrame):
    """Closes with Escape, Enter, or a press elsewhere; whoever had the keyboard has it again then."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(6)
        self._labels: list[QWidget] = []

    def show_lines(self, title: str, lines: Sequence[tuple[str, int]], total: tuple[str, int]) -> None:
        """Show the parts (words, tokens) below a title, and the whole below a line."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.setParent(None)
            label.deleteLater()
        self._labels = []
        head = self._add(QLabel(title), 0, 0, columns=2)
        head.setProperty("tone", "soft")
        for row, (words, tokens) in enumerate(lines, start=1):
            self._add_line(row, words, tokens)
        rule = QFrame()
        rule.setObjectName("line")
        rule.setFixedHeight(1)
        self._add(rule, len(lines) + 1, 0, columns=2)
        self._add_line(len(lines) + 2, *total)
        said = [f"{words}: {count_text(tokens)}" for words, tokens in (*lines, total)]
        self.setAccessibleName(", ".join((title, *said)))

    def open_at(self, corner: QPoint) -> None:
        """Open with the upper right corner there, on the screen as a whole, and take the keyboard."""
        self.adjustSize()
        place = corner - QPoint(self.width(), 0)
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(place.x(), screen.right() - self.width()))
        y = max(screen.top(), min(place.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, self.accessibleName())

    # --- private ----------------------------------------------------------------------------------------------

    def _add_line(self, row: int, words: str, tokens: int) -> None:
        self._add(QLabel(words), row, 0)
        number = QLabel(count_text(tokens))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number.setAccessibleName(f"{words}: {number.text()}")
        self._add(number, row, 1)

    def _add(self, widget: QWidget, row: int, column: int, *, columns: int = 1) -> QWidget:
        self._grid.addWidget(widget, row, column, 1, columns)
        self._labels.append(widget)
        return widget

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with the keys that close or confirm."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.close()
        else:
            super().keyPressEvent(event)
