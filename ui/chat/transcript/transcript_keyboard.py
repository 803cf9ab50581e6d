"""What the keyboard does in a transcript: it goes from message to message, and letters are commands while it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.chat.transcript.card_action import KEYS
from ui.chat.transcript.card_pool import CardView, holds_keyboard
from ui.widgets.composed_word import is_written_in, typed_text

if TYPE_CHECKING:
    from ui.chat.transcript.card_place import CardKey
    from ui.chat.transcript.transcript import Transcript

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LETTER_STEPS = {Qt.Key.Key_K: -1, Qt.Key.Key_J: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1}


class TranscriptKeyboard(QObject):
    """Follows the focus; a message that was reached by key is read by key, and framed."""

    def __init__(self, transcript: Transcript) -> None:
        super().__init__(transcript)
        self._transcript = transcript
        self.reads = False
        """Whether a message has the keyboard and was reached by it: only then are letters commands."""
        self._left: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication), "widgets need an application"
        application.focusChanged.connect(self._note_focus)

    def framed(self) -> CardView | None:
        """Return the message to frame: the one that is read by keyboard, itself or a part of it."""
        return next((v for v in self._transcript.cards() if holds_keyboard(v)), None) if self.reads else None

    def keep(self, key: CardKey) -> None:
        """Give a message the keyboard if the one that had it is gone: then the transcript has it itself."""
        if self._transcript.hasFocus() and self.reads:
            view = self._transcript.card(key) or self._transcript.show_card(key)
            if view is not None:
                view.setFocus(Qt.FocusReason.OtherFocusReason)

    def move(self, step: int) -> None:
        """Give the keyboard to the next (+1) or the previous (-1) message; the first time to the one in view."""
        view = self._transcript.show_neighbour(step)
        if view is not None:
            self.reads = True
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, event: QKeyEvent) -> bool:
        """Go through the messages, scroll, or do something with the one read; return whether the key means that."""
        transcript, key = self._transcript, Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_plain = modifiers == Qt.KeyboardModifier.NoModifier
        if modifiers == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_Space:
            transcript.scroll_page(-1)
        elif key == Qt.Key.Key_End and modifiers in (modifiers.NoModifier, modifiers.ControlModifier):
            transcript.scroll_to_end()
        elif key == Qt.Key.Key_Home and modifiers in (modifiers.NoModifier, modifiers.ControlModifier):
            transcript.verticalScrollBar().setValue(0)
        elif is_plain and key in _STEPS:
            self.move(_STEPS[key])
        elif is_plain and key in _PAGES:
            transcript.scroll_page(_PAGES[key])
        else:
            return is_plain and self._perform(event)
        return True

    def _perform(self, event: QKeyEvent) -> bool:
        view = self.framed()
        if view is None:
            return False
        if event.key() in _LETTER_STEPS:
            self.move(_LETTER_STEPS[Qt.Key(event.key())])
            return True
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QAbstractButton):
                focused.click()
            else:
                view.open_menu()
            return True
        action = KEYS.get(Qt.Key(event.key()))
        if action is not None:
            view.perform(action)
        return action is not None or bool(typed_text(event))  # a slip writes nothing elsewhere

    def _note_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None:
            self._left = old  # another window is in front for a while
            return
        came_back = old is None and new is self._left
        if not self._holds(new) or QApplication.mouseButtons():
            self.reads = False
        elif not came_back and not self._holds(old) and new is not self._transcript and not is_written_in(new):
            self.reads = True
        for view in self._transcript.cards():
            if not view.is_reply:
                view.show_row()
        self._transcript.viewport().update()

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self._transcript or self._transcript.isAncestorOf(widget))
