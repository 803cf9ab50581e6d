"""The sheet that lists every shortcut."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from ui.theme.fonts import scaled_px
from ui.theme.spacing import keep_spaced
from ui.widgets.layouts import column, grid, row, scrolled
from ui.widgets.styled import button, label
from ui.widgets.window_action import KeyHint, group_title

_SIZE_PX = (620, 560)
_WORDS_PX = 160


class ShortcutsSheet(QDialog):
    """Shows shortcuts group by group; Esc closes it, the arrows scroll."""

    def __init__(self, shortcuts: Sequence[KeyHint], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        self.setAccessibleName(self.tr("Shortcuts"))
        inside = QWidget()
        inside.setObjectName("shortcuts")
        lines = grid(of=inside, margins=(24, 8, 24, 20), across_px=24, down_px=8)
        keep_spaced(lines)
        lines.setColumnStretch(1, 1)
        lines.setColumnMinimumWidth(1, scaled_px(_WORDS_PX))
        at = 0
        for group, hints in groupby(shortcuts, key=lambda hint: hint.group):
            title = label(group_title(group), wraps=True)
            title.setStyleSheet("font-weight: 600;")
            title.setContentsMargins(0, 14 if at else 4, 0, 2)
            lines.addWidget(title, at, 0, 1, 2)
            at += 1
            for hint in hints:
                keys, words = label(hint.keys, keys=True, wraps=True), label(hint.words, wraps=True)
                words.setAccessibleName(f"{hint.keys}: {hint.words}")
                lines.addWidget(keys, at, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                lines.addWidget(words, at, 1)
                at += 1
        lines.setRowStretch(at, 1)
        area = scrolled(inside, name=self.tr("List of shortcuts"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        close = button(self.tr("Close"), self.tr("Close this list (Esc)"), kind="raised", clicked=self.reject)
        foot = row(1, close, margins=(24, 10, 24, 16))
        column((area, 1), foot, of=self, margins=(1, 16, 1, 0), spacing=0)  # the dialog's frame is a pixel wide
        window = parent.window()
        self.resize(
            min(scaled_px(_SIZE_PX[0]), window.width() - 40),
            min(scaled_px(_SIZE_PX[1]), window.height() - 40),
        )
        area.setFocus()
