"""What is shown when Aside itself has a bug: an apology, and a report that can be copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from ui.theme.fonts import code_font, scaled_px
from ui.widgets.layouts import column, row
from ui.widgets.styled import button, label
from ui.widgets.window_size import open_at


class CrashDialog(QDialog):
    """Shows a report; conversations go on behind it."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in Aside"))
        open_at(self, scaled_px(640), scaled_px(420))
        title = label(self.windowTitle(), scale="large", wraps=True)
        text = label(
            self.tr(
                "This is a mistake in the program, not yours. What was written is saved. You can go on; "
                "if it happens again, please report it with the text below. It contains no conversation."
            ),
            tone="soft",
            wraps=True,
        )
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setFont(code_font(size_px=12))
        self._report.setObjectName("box")
        self._report.setAccessibleName(self.tr("Report"))
        tip = self.tr("Copy the report to the clipboard")
        copy = button(self.tr("Copy the report"), tip, kind="raised", clicked=self._copy)
        go_on = button(self.tr("Continue"), self.tr("Close this message (Esc)"), kind="primary", clicked=self.accept)
        go_on.setDefault(True)
        column(title, text, self._report, row(1, copy, go_on), of=self, margins=(24, 24, 24, 16), spacing=12)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
