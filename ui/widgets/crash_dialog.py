"""What is shown when Aside itself has a bug: an apology, and a report that can be copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.theme.fonts import code_font


class CrashDialog(QDialog):
    """Shows a report; conversations go on behind it."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in Aside"))
        self.resize(640, 420)
        title = QLabel(self.tr("Something went wrong in Aside"))
        title.setStyleSheet("font-size: 17px; font-weight: 600;")
        text = QLabel(
            self.tr(
                "This is a mistake in the program, not yours. What was written is saved. You can go on; "
                "if it happens again, please report it with the text below. It contains no conversation."
            )
        )
        text.setWordWrap(True)
        text.setProperty("tone", "soft")
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setFont(code_font(size_px=12))
        self._report.setObjectName("box")
        self._report.setAccessibleName(self.tr("Report"))
        copy = QPushButton(self.tr("Copy the report"))
        copy.setProperty("kind", "raised")
        copy.setToolTip(self.tr("Copy the report to the clipboard"))
        copy.clicked.connect(self._copy)
        go_on = QPushButton(self.tr("Continue"))
        go_on.setProperty("kind", "primary")
        go_on.setToolTip(self.tr("Close this message (Esc)"))
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(copy)
        row.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (title, text, self._report):
            column.addWidget(widget)
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
