"""Above the composer: what to do about a prompt that does not fit, and what is left out of it. Never modal."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.widgets.announcement import announce
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column
from ui.widgets.styled import button, label, show_text


class ContextRemedy(enum.StrEnum):
    """What a person can do about the context."""

    LEAVE_OUT_TURNS = "turns"
    LEAVE_OUT_FILES = "files"
    LARGER_CONTEXT = "larger"
    SUMMARISE = "summary"
    SEND_EVERYTHING = "everything"


class ContextBar(QFrame):
    """Says something and offers remedies; hidden while there is nothing to say.

    Signals:
        chosen(ContextRemedy): the person wants this.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._message = label(wraps=True)
        self._advice = label(tone="soft", wraps=True)
        self._buttons: dict[ContextRemedy, QPushButton] = {}
        tips = {
            ContextRemedy.LEAVE_OUT_TURNS: self.tr("They stay readable here; the model is not given them any more"),
            ContextRemedy.LEAVE_OUT_FILES: self.tr("The model is not given the files of earlier questions any more"),
            ContextRemedy.LARGER_CONTEXT: self.tr("Loads the model again with room for more; it fits this computer"),
            ContextRemedy.SUMMARISE: self.tr("The model sums up this conversation, and a new one begins with that"),
            ContextRemedy.SEND_EVERYTHING: self.tr("Give the model the whole conversation again"),
        }
        for remedy, tip in tips.items():
            one = self._buttons[remedy] = button("", tip)
            one.clicked.connect(lambda _checked=False, remedy=remedy: self.chosen.emit(remedy))
            one.setVisible(False)
        self._row = FlowRow(*self._buttons.values())
        column(self._message, self._advice, self._row, of=self, margins=(14, 10, 14, 10), spacing=6)
        self.setVisible(False)

    def say(self, message: str, advice: str, remedies: Mapping[ContextRemedy, str]) -> None:
        """Say this and offer these remedies, by the words of their buttons."""
        is_new = message != self._message.text() or self.isHidden()
        self._message.setText(message)
        show_text(self._advice, advice)
        for remedy, one in self._buttons.items():
            one.setText(remedies.get(remedy, ""))
            one.setVisible(remedy in remedies)
        self._row.setVisible(bool(remedies))
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
