"""The sheet that lists every shortcut."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme.fonts import scaled_px
from ui.theme.spacing import keep_spaced
from ui.widgets.group_words import group_title
from ui.widgets.key_hint import KeyHint

_SIZE_PX = (620, 560)


class ShortcutsSheet(QDialog):
    """Shows shortcuts group by group; Esc closes it, the arrows scroll."""

    def __init__(self, shortcuts: Sequence[KeyHint], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        self.setAccessibleName(self.tr("Shortcuts"))
        inside = QWidget()
        inside.setObjectName("shortcuts")
        grid = QGridLayout(inside)
        grid.setContentsMargins(24, 8, 24, 20)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        keep_spaced(grid)
        grid.setColumnStretch(1, 1)
        row = 0
        for group, hints in groupby(shortcuts, key=lambda hint: hint.group):
            title = QLabel(group_title(group))
            title.setStyleSheet("font-weight: 600;")
            title.setContentsMargins(0, 14 if row else 4, 0, 2)
            grid.addWidget(title, row, 0, 1, 2)
            row += 1
            for hint in hints:
                keys = QLabel(hint.keys)
                keys.setProperty("keys", True)
                words = QLabel(hint.words)
                words.setWordWrap(True)
                words.setAccessibleName(f"{hint.keys}: {hint.words}")
                grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(words, row, 1)
                row += 1
        grid.setRowStretch(row, 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("List of shortcuts"))
        close = QPushButton(self.tr("Close"))
        close.setProperty("kind", "raised")
        close.setToolTip(self.tr("Close this list (Esc)"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 24, 16)
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 16, 1, 0)  # the dialog's frame is a pixel wide
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addLayout(foot)
        window = parent.window()
        self.resize(
            min(scaled_px(_SIZE_PX[0]), window.width() - 40),
            min(scaled_px(_SIZE_PX[1]), window.height() - 40),
        )
        area.setFocus()
