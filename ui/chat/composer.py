"""Where the person writes: Enter sends, Shift+Enter breaks the line, Escape stops."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.widgets.growing_edit import GrowingEdit

_PAUSE_MS = 600


class Composer(QFrame):
    """A field and one button, which sends, or stops while a reply is written and the field is empty.

    Signals:
        sent(str): the person asks this; the field is empty again.
        stop_asked(): end the running reply.
        paused(str): this is written, and the person has not typed for a moment.
    """

    sent = Signal(str)
    stop_asked = Signal()
    paused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._is_running = False
        self._can_send = False
        self._edit = GrowingEdit()
        self._edit.setAccessibleName(self.tr("Your question"))
        self._hint = QLabel(self.tr("Shift+Enter for a new line"))
        self._hint.setProperty("tone", "faint")
        self._hint.setProperty("scale", "small")
        self._button = QPushButton()
        self._button.setProperty("kind", "primary")
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout()
        row.addWidget(self._hint)
        row.addStretch()
        row.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 12, 10)
        column.setSpacing(8)
        column.addWidget(self._edit)
        column.addLayout(row)
        self._edit.submitted.connect(self._send)
        self._edit.textChanged.connect(self._show_button)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell_pause)
        self._edit.textChanged.connect(self._note_typing)
        self._edit.focus_changed.connect(self._show_focus)
        self._button.clicked.connect(self._press)
        self.setFocusProxy(self._edit)
        self.set_placeholder(self.tr("Ask something"))
        self._show_button()

    @property
    def draft(self) -> str:
        """What is written and not yet sent."""
        return self._edit.toPlainText()

    def set_draft(self, text: str) -> None:
        """Put an unsent text into the field, the cursor at its end."""
        self._edit.setPlainText(text)
        cursor = self._edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self._edit.setTextCursor(cursor)

    def set_placeholder(self, text: str) -> None:
        """Say what could be written here."""
        self._edit.setPlaceholderText(text)

    def set_running(self, *, running: bool) -> None:
        """Offer to stop while a reply of this conversation is written."""
        self._is_running = running
        self._show_button()

    def set_can_send(self, *, can_send: bool) -> None:
        """Allow sending (a model is chosen)."""
        self._can_send = can_send
        self._show_button()

    def _note_typing(self) -> None:
        """Wait for a moment without typing; an empty field has nothing to tell."""
        if self._edit.document().isEmpty():
            self._pause.stop()
        else:
            self._pause.start()

    def _tell_pause(self) -> None:
        self.paused.emit(self.draft)

    def _send(self) -> None:
        text = self.draft.strip()
        if text and self._can_send:
            self._edit.clear()
            self.sent.emit(text)

    def _press(self) -> None:
        if self._offers_stop():
            self.stop_asked.emit()
        else:
            self._send()
        self._edit.setFocus()

    def _offers_stop(self) -> bool:
        return self._is_running and not self.draft.strip()

    def _show_button(self) -> None:
        if self._offers_stop():
            self._button.setText(self.tr("Stop  Esc"))
            self._button.setToolTip(self.tr("Stop the reply (Esc)"))
            self._button.setAccessibleName(self.tr("Stop the reply"))
            self._button.setEnabled(True)
            return
        self._button.setText(self.tr("Send"))
        self._button.setToolTip(self.tr("Send the question (Enter)"))
        self._button.setAccessibleName(self.tr("Send the question"))
        self._button.setEnabled(self._can_send and bool(self.draft.strip()))

    def _show_focus(self, focused: bool) -> None:
        self.setProperty("focused", focused)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops the running reply."""
        if event.key() == Qt.Key.Key_Escape and self._is_running:
            self.stop_asked.emit()
            return
        super().keyPressEvent(event)
