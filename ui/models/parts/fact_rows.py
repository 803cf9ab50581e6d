"""Facts, a line each: a quiet name at the left, what it says at the right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.text import visible
from ui.widgets.layouts import clear, grid
from ui.widgets.styled import BY_MOUSE, label

_NAME_PX = 84


class FactRows(QWidget):
    """Shows (name, words) pairs; those without words are left out. Words can be selected and copied."""

    def __init__(self, *, name_px: int = _NAME_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid(of=self, across_px=12, down_px=6)
        self._grid.setColumnMinimumWidth(0, name_px)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show these."""
        clear(self._grid)
        for row, (name, words) in enumerate((name, visible(words)) for name, words in facts if words):
            self._grid.addWidget(label(name, tone="faint", scale="body"), row, 0, Qt.AlignmentFlag.AlignTop)
            said = label(words, scale="body", wraps=True, selected=BY_MOUSE)
            said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            said.setAccessibleName(f"{name}: {words}")
            self._grid.addWidget(said, row, 1)

    def texts(self) -> dict[str, str]:
        """Return what is shown."""
        shown: dict[str, str] = {}
        for row in range(self._grid.rowCount()):
            name, words = self._grid.itemAtPosition(row, 0), self._grid.itemAtPosition(row, 1)
            if name is not None and words is not None:
                one, other = name.widget(), words.widget()
                if isinstance(one, QLabel) and isinstance(other, QLabel):
                    shown[one.text()] = other.text()
        return shown
