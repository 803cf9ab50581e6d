"""A quiet box that says what went wrong and what to do: never in the way, never gone unread."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.text import visible
from ui.theme.fonts import code_font
from ui.widgets.announcement import announce


class Subject(enum.Enum):
    """What a notice can be about; when that has changed, what it says is no longer so."""

    CONVERSATION = "conversation"
    """The one that is shown."""
    MODEL = "model"
    """The one that is chosen, or was to be."""
    FILES = "files"
    """Those that were last to be sent along."""
    PICTURES = "pictures"
    """Those that wait beside the question."""
    HISTORY = "history"
    """Whether it can be written."""
    SETTINGS = "settings"
    """Whether they can be kept."""


@dataclass(frozen=True, slots=True)
class Notice:
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
    """Shows a notice, all of it seen, until it is dismissed or withdrawn, or what it is about has changed.

    Signals:
        action_chosen(), second_action_chosen(): the notice's button was pressed.
        shown(): there is something to read.
        dismissed(): it was closed by the person.
    """

    action_chosen = Signal()
    second_action_chosen = Signal()
    shown = Signal()
    dismissed = Signal()

    def __init__(self, *, dismissable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._about: frozenset[Subject] = frozenset()
        self._message = _label("")
        self._advice = _label("soft")
        self._details = _label("soft")
        self._details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._action = _button("", "link")
        self.second_action = _button("", "link")
        self._more = _button(self.tr("Details"), "quiet")
        self._more.setCheckable(True)
        self._more.setToolTip(self.tr("Show the technical details"))
        self._close = _button(self.tr("Dismiss"), "quiet")
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.setVisible(dismissable)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._action)
        row.addWidget(self.second_action)
        row.addStretch()
        row.addWidget(self._more)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 8)
        column.setSpacing(4)
        for widget in (self._message, self._advice, self._details):
            column.addWidget(widget)
        column.addLayout(row)
        self._action.clicked.connect(self.action_chosen)
        self.second_action.clicked.connect(self.second_action_chosen)
        self._more.toggled.connect(self._details.setVisible)
        self._close.clicked.connect(self._dismiss)

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
        for button, text in ((self._action, notice.action), (self.second_action, notice.second_action)):
            button.setText(text)
            button.setToolTip(text)
            button.setVisible(bool(text))
        self.setAccessibleName(f"{self._message.text()} {self._advice.text()}".strip())
        self.setVisible(True)
        self.shown.emit()
        announce(self, self.accessibleName())

    def change_advice(self, advice: str) -> None:
        """Say another advice without announcing it again, such as a time that is counted down."""
        self._advice.setText(visible(advice))
        self._advice.setVisible(bool(advice))

    def withdraw(self) -> None:
        """Close it: what it says is no longer so."""
        self._dismiss()

    def note_change(self, subject: Subject) -> None:
        """Something has changed: close what is said about it."""
        if subject in self._about:
            self._dismiss()

    def _dismiss(self) -> None:
        self._about = frozenset()
        self.setVisible(False)
        self.dismissed.emit()


def _label(tone: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    return label


def _button(text: str, kind: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", kind)
    return button
