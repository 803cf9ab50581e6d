"""The licence of Aside, or those of everything that a copy brings along, to read."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.theme.fonts import code_font, scaled_px
from ui.widgets.window_size import open_at


class NoticesDialog(QDialog):
    """Shown by Aside itself: a bare system has no program for text files."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        open_at(self, scaled_px(760), scaled_px(600))
        notices = QPlainTextEdit()
        notices.setObjectName("box")
        notices.setReadOnly(True)
        notices.setFont(code_font(size_px=12))
        notices.setAccessibleName(self.windowTitle())
        notices.setToolTip(title)
        notices.setPlainText(text)
        close = QPushButton(self.tr("Close"))
        close.setProperty("kind", "small")
        close.setToolTip(self.tr("Close (Esc)"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(notices, 1)
        column.addLayout(foot)
