"""Whether a model fits, as a sum: what it needs, a line each, and what is free."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from app.model_choice.model_fit import ModelFit
from ui.models.parts.fit_words import arithmetic_rows, elsewhere_words
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.layouts import clear, column, row
from ui.widgets.styled import label, show_text, styled


class ArithmeticBox(QFrame):
    """Shows a `ModelFit`, or says why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("box")
        self._rows = column(spacing=5)  # no grid: one long figure would cut the names of all rows
        self._note = label(tone="faint", scale="small", wraps=True)
        self._elsewhere = label(tone="soft", scale="small", wraps=True)
        column(self._rows, self._note, self._elsewhere, of=self, margins=(12, 10, 12, 10), spacing=7)

    def show_fit(self, fit: ModelFit | None, *, is_asking: bool = False) -> None:
        """Show a sum; `is_asking` while llama.cpp is asked for its own figures."""
        clear(self._rows)
        rows = arithmetic_rows(fit) if fit is not None else ()
        for position, (name, amount) in enumerate(rows):
            self._rows.addWidget(_row(name, amount, is_strong=position == len(rows) - 2))
        self._note.setText(self._note_text(fit, is_asking=is_asking))
        is_too_large = fit is not None and not fit.verdict.fits and not fit.memory.max_context
        show_text(self._elsewhere, elsewhere_words(fit.memory.needed_bytes) if fit is not None and is_too_large else "")
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
    looks = {"scale": "body", "tone": "" if is_strong else "soft", "weight": "strong" if is_strong else ""}
    left, right = styled(ElidedLabel(), **looks), styled(QLabel(amount), **looks)
    left.setText(name)
    right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    line = QWidget()
    row((left, 1), right, of=line, spacing=12)
    return line
