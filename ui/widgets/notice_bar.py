"""A quiet box that says what went wrong and what to do: never in the way, never gone unread."""

from __future__ import annotations

import enum

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.text import visible
from ui.theme.fonts import code_font
from ui.widgets.announcement import announce
from ui.widgets.flow_row import FlowRow
from ui.widgets.layouts import column, row
from ui.widgets.styled import BY_MOUSE_AND_KEYS, button, label, show_text


class Subject(enum.Enum):
    """What a notice can be about; when that has changed, what it says is no longer so."""

    CONVERSATION = "conversation"
    """The one that is shown."""
    MODEL = "model"
    """The one that is chosen, or was to be."""
    LAST_MODEL = "last model"
    """The one that the person has chosen last."""
    FILES = "files"
    """Those that were last to be sent along."""
    PICTURES = "pictures"
    """Those that wait beside the question."""
    REPLY = "reply"
    """The one that is being written."""
    HISTORY = "history"
    """Whether it can be written."""
    SETTINGS = "settings"
    """Whether they can be kept."""


class Notice(Struct, frozen=True):
    """What to say: a sentence, advice, details for the curious; `action` and `second_action` are texts of buttons.

    It goes when anything that it is `about` has changed; one that is about nothing stays until it is dismissed.
    """

    message: str
    advice: str = ""
    details: str = ""
    action: str = ""
    second_action: str = ""
    about: frozenset[Subject] = frozenset()


class NoticeBar(QFrame):
    """Hidden until there is a notice, and when that is dismissed or withdrawn, or what it is about has changed.

    What the buttons `action` and `second_action` do is for whoever shows it.

    Signals:
        shown(): there is something to read.
        dismissed(): it was closed by the person.
    """

    shown = Signal()
    dismissed = Signal()

    def __init__(self, *, dismissable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._about: frozenset[Subject] = frozenset()
        self._message = label(wraps=True)
        self._advice = label(tone="soft", wraps=True)
        self._details = label(tone="soft", wraps=True, selected=BY_MOUSE_AND_KEYS)
        self.action = button("", kind="link")
        self.second_action = button("", kind="link")
        self._more = button(self.tr("Details"), self.tr("Show the technical details"), kind="quiet")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._details.setVisible)
        close = button(self.tr("Dismiss"), self.tr("Close this notice"), kind="quiet", clicked=self.withdraw)
        buttons = row((FlowRow(self.action, self.second_action), 1), self._more, close, spacing=12)
        parts = (self._message, self._advice, self._details, buttons)
        column(*parts, of=self, margins=(14, 10, 10, 8), spacing=4)
        self.setVisible(False)
        close.setVisible(dismissable)  # not before it has its place: it would be a window for a moment

    def show_notice(self, notice: Notice) -> None:
        """Say it."""
        self._about = notice.about
        self._message.setText(visible(notice.message))
        self.change_advice(notice.advice)
        if notice.details:
            self._details.setFont(code_font(size_px=12))
        self._details.setText(visible(notice.details))
        self._details.setVisible(False)
        self._more.setChecked(False)
        self._more.setVisible(bool(notice.details))
        for one, text in ((self.action, notice.action), (self.second_action, notice.second_action)):
            one.setText(text)
            one.setVisible(bool(text))
        self.setAccessibleName(f"{self._message.text()} {self._advice.text()}".strip())
        self.setVisible(True)
        self.shown.emit()
        if self.isVisible():  # whoever covers it says it
            announce(self, self.accessibleName())

    def change_advice(self, advice: str) -> None:
        """Say another advice without announcing it again, such as a time that is counted down."""
        show_text(self._advice, visible(advice))

    def note_change(self, subject: Subject) -> None:
        """Something has changed: close what is said about it."""
        if subject in self._about:
            self.withdraw()

    def withdraw(self) -> None:
        """Close it: it has been read, or what it says is no longer so."""
        self._about = frozenset()
        self.setVisible(False)
        self.dismissed.emit()
