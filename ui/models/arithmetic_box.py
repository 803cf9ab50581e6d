"""The sum behind a verdict: what the model takes, what is free, how fast it will answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.model_choice.model_fit import ModelFit
from ui.models.fit_words import arithmetic_rows
from ui.widgets.elided_label import ElidedLabel


class ArithmeticBox(QFrame):
    """Shows a `ModelFit`, or says why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "inset")
        self._rows = QVBoxLayout()  # no grid: one long figure would cut the names of all rows
        self._rows.setSpacing(5)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("tone", "faint")
        self._note.setProperty("scale", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(7)
        column.addLayout(self._rows)
        column.addWidget(self._note)

    def show_fit(self, fit: ModelFit | None, *, is_asking: bool = False) -> None:
        """Show a sum; `is_asking` while llama.cpp is asked for its own figures."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        rows = arithmetic_rows(fit) if fit is not None else ()
        for position, (name, amount) in enumerate(rows):
            self._rows.addWidget(_row(name, amount, is_strong=position == len(rows) - 2))
        self._note.setText(self._note_text(fit, is_asking=is_asking))
        self.setAccessibleName(". ".join(f"{name}: {amount}" for name, amount in rows) or self._note.text())

    def _note_text(self, fit: ModelFit | None, *, is_asking: bool) -> str:
        if fit is None:
            return self.tr("What it needs could not be found out.")
        if fit.is_confirmed:
            return self.tr("llama.cpp itself confirmed these figures.")
        return (
            self.tr("Computed from the file's header; asking llama.cpp …")
            if is_asking
            else self.tr("Computed from the file's header.")
        )


def _row(name: str, amount: str, *, is_strong: bool) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    right = _label(QLabel(), amount, is_strong=is_strong)
    right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(_label(ElidedLabel(), name, is_strong=is_strong), 1)
    line.addWidget(right)
    return row


def _label(label: QLabel, text: str, *, is_strong: bool) -> QLabel:
    label.setText(text)
    label.setProperty("scale", "body")
    label.setProperty("tone", "" if is_strong else "soft")
    label.setProperty("weight", "strong" if is_strong else "")
    return label
