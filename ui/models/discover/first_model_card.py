"""The way from the starter to a real model: what is best for this computer, and one button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column
from ui.widgets.styled import button, label, show_text
from ui.widgets.work_row import thin_bar


@dataclass(frozen=True, slots=True)
class FirstModel:
    """What the card shows; `progress` is 0…1 while a download is on its way, `action` the button's words."""

    name: str = ""
    facts: str = ""
    why: str = ""
    status: str = ""
    progress: float | None = None
    action: str = ""
    action_tip: str = ""


class FirstModelCard(QFrame):
    """Shows a `FirstModel`, and what other apps have on this computer. What its buttons do is the presenter's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("box")
        self._heading = label(self.tr("Best for this computer"), tone="soft", scale="small")
        self._name = label(wraps=True, scale="large")
        self._facts = label(wraps=True)
        self._why = label(wraps=True, tone="soft")
        self._bar = thin_bar()
        self._status = label(wraps=True, tone="soft")
        self.action = button("", kind="primary")
        self.others = button(self.tr("Other models"), self.tr("See all that Aside recommends"), kind="link")
        self._found = label(wraps=True)
        self.show_found_button = button(self.tr("Choose one"), self.tr("Open the list of models"), kind="link")
        self._parts = (self._name, self._facts, self._why, self._bar, self._status)
        buttons = FlowRow(self.action, self.others)
        below = FlowRow(self.show_found_button)
        column(
            self._heading, *self._parts, buttons, self._found, below, of=self, margins=(16, 14, 16, 14), spacing=8
        ).addStretch(1)
        self._below = below
        self.show_found("")

    def show_model(self, shown: FirstModel) -> None:
        """Show how it stands with the model."""
        texts = (shown.name, shown.facts, shown.why, shown.status)
        for part, text in zip((self._name, self._facts, self._why, self._status), texts, strict=True):
            show_text(part, text)
        self._bar.setVisible(shown.progress is not None)
        self._bar.setValue(round((shown.progress or 0.0) * self._bar.maximum()))
        self._bar.setAccessibleName(shown.status)
        show_text(self.action, shown.action)
        self.action.setToolTip(shown.action_tip)
        self.action.setAccessibleName(f"{shown.action}: {shown.name}, {shown.facts}")
        self.setAccessibleName(f"{self._heading.text()}: {shown.name}")

    def show_found(self, words: str) -> None:
        """Say what other apps have; nothing for an empty text."""
        show_text(self._found, words)
        self._below.setVisible(bool(words))
