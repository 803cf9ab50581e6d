"""Above the composer: what to do about a prompt that does not fit, and what is left out of it. Never modal."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.widgets.announcement import announce
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column
from ui.widgets.styled import button, label


class ContextDeed(enum.StrEnum):
    """What a person can do about the context."""

    LEAVE_OUT_TURNS = "turns"
    LEAVE_OUT_FILES = "files"
    LARGER_CONTEXT = "larger"
    SUMMARISE = "summary"
    SEND_EVERYTHING = "everything"


class ContextBar(QFrame):
    """Says something and offers deeds; hidden while there is nothing to say.

    Signals:
        chosen(ContextDeed): the person wants this.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._message = label(wraps=True)
        self._advice = label(tone="soft", wraps=True)
        self._buttons: dict[ContextDeed, QPushButton] = {}
        tips = {
            ContextDeed.LEAVE_OUT_TURNS: self.tr("They stay readable here; the model is not given them any more"),
            ContextDeed.LEAVE_OUT_FILES: self.tr("The model is not given the files of earlier questions any more"),
            ContextDeed.LARGER_CONTEXT: self.tr("Loads the model again with room for more; it fits this computer"),
            ContextDeed.SUMMARISE: self.tr("The model sums up this conversation, and a new one begins with that"),
            ContextDeed.SEND_EVERYTHING: self.tr("Give the model the whole conversation again"),
        }
        for deed, tip in tips.items():
            one = self._buttons[deed] = button("", tip)
            one.clicked.connect(lambda _checked=False, deed=deed: self.chosen.emit(deed))
            one.setVisible(False)
        self._row = FlowRow(*self._buttons.values())
        column(self._message, self._advice, self._row, of=self, margins=(14, 10, 14, 10), spacing=6)
        self.setVisible(False)

    def say(self, message: str, advice: str, deeds: Mapping[ContextDeed, str]) -> None:
        """Say this and offer these deeds, by the words of their buttons."""
        is_new = message != self._message.text() or self.isHidden()
        self._message.setText(message)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        for deed, one in self._buttons.items():
            one.setText(deeds.get(deed, ""))
            one.setVisible(deed in deeds)
        self._row.setVisible(bool(deeds))
        self.setAccessibleName(f"{message} {advice}".strip())
        self.setVisible(True)
        if is_new:
            announce(self, self.accessibleName())

    def be_quiet(self) -> None:
        """There is nothing to say."""
        self.setVisible(False)

    def take_keyboard(self) -> None:
        """Let the keyboard go to the first thing that can be done."""
        first = next((one for one in self._buttons.values() if not one.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
