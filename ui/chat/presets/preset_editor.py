"""Edits a way of working: a system prompt, and how words are drawn."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QWidget

from app.messages import Sampling
from ui.theme.spacing import keep_spaced
from ui.widgets.layouts import column, scrolls_down
from ui.widgets.long_words import PlainField
from ui.widgets.sampling_form import SamplingForm
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.styled import label
from ui.widgets.tip_lines import tip_lines

_PROMPT_PX = 120


class PresetEditor(QScrollArea):
    """A field and a form below each other.

    Signals:
        changed(): the person has changed something.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scrolls_down(self)
        self._is_showing = False
        head = QLabel(self.tr("System prompt"))
        words = self.tr("What the model is told before everything else: who it is, how it should answer.")
        about = label(words, tone="soft", scale="small", wraps=True)
        self.prompt = PlainField()
        self.prompt.setObjectName("promptField")
        self.prompt.setTabChangesFocus(True)
        ScaledLength(self.prompt, self.prompt.setFixedHeight, _PROMPT_PX)
        self.prompt.setAccessibleName(head.text())
        self.prompt.setToolTip(tip_lines(about.text()))
        self.form = SamplingForm()
        inside = QWidget()
        inside.setObjectName("page")
        self.form.setContentsMargins(0, 10, 0, 0)
        parts = (head, about, self.prompt, self.form)
        keep_spaced(column(*parts, 1, of=inside, margins=(0, 0, 12, 0), spacing=6))
        self.setWidget(inside)
        self._inside = inside
        self.prompt.textChanged.connect(self._note)
        self.form.changed.connect(self.changed)

    @property
    def least_px(self) -> int:
        """How wide it must be to show all across."""
        return self._inside.minimumSizeHint().width()

    def show_way(
        self, *, system_prompt: str, sampling: Sampling, recommended: Sampling | None, placeholder: str = ""
    ) -> None:
        """Show what is chosen, and what holds where nothing is."""
        self._is_showing = True
        self.prompt.setPlaceholderText(placeholder)
        if self.prompt.toPlainText() != system_prompt:
            self.prompt.setPlainText(system_prompt)
        self.form.show_choice(sampling, recommended)
        self._is_showing = False

    def set_read_only(self, *, read_only: bool) -> None:
        """Show without letting it be changed."""
        self.prompt.setReadOnly(read_only)
        self.form.setEnabled(not read_only)

    def _note(self) -> None:
        if not self._is_showing:
            self.changed.emit()


class KeepingDialog(QDialog):
    """Enter presses the button that has the keyboard, and no other: in a field it enters what was typed there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from the first button that Qt finds, which might take everything back."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
