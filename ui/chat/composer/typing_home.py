"""Typing goes to the composer, unless the person has gone elsewhere with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from ui.chat.composer.composer import Composer
from ui.chat.transcript.transcript import Transcript
from ui.widgets.composed_word import is_written_in


class TypingHome(QObject):
    """Brings the keyboard home: from a button as soon as the mouse presses it, from the chat when a reply has ended.

    Where there is no composer, on another page, it stays where it was before the button was pressed.

    Fields, dialogs, lists, a message that is read by keyboard and a text that is selected keep it.
    """

    def __init__(self, composer: Composer, *, transcript: Transcript, pane: QWidget) -> None:
        super().__init__(composer)
        self._composer = composer
        self._transcript = transcript
        self._pane = pane
        self._came_by_mouse = False
        self._gives_back = False
        transcript.keyboard_left.connect(self._go_home)
        application = QApplication.instance()
        assert isinstance(application, QApplication), "widgets need an application"
        application.focusChanged.connect(self._follow)

    def take(self, event: QKeyEvent) -> None:
        """Let the composer have what was typed where nothing takes it."""
        if self._composer.isVisible():
            self._go_home()
            QApplication.sendEvent(self._composer.edit, event)

    def come_home(self) -> None:
        """A reply has ended: what comes next is a question."""
        focused = self._composer.window().focusWidget()
        if focused is None or self._is_only_looked_at(focused):
            self._go_home()

    # --- private ----------------------------------------------------------------------------------------------

    def _go_home(self) -> None:
        if self._composer.isVisible():
            self._composer.setFocus()

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """Whoever presses a button with the mouse does not mean to type there."""
        is_pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is None:
            return
        if new.window() is not self._composer.window():  # a dialog; one goes on with arrows from a round button
            if is_pressed and isinstance(new, QPushButton) and old is not None and old.window() is new.window():
                self._give_back(old)
            return
        pane = self._pane
        stays = old is None or (pane.isAncestorOf(old) and pane.isAncestorOf(new))  # the thought is set, say
        if is_pressed or not stays:
            self._came_by_mouse = is_pressed
        if is_pressed and isinstance(new, QAbstractButton):
            if self._composer.isVisible():
                self._go_home()
            elif old is not None:
                self._give_back(old)

    def _give_back(self, old: QWidget) -> None:
        """A frame around what was clicked would say that keys are meant for it."""
        if old.isVisible() and not self._gives_back:  # this, too, is told
            self._gives_back = True
            old.setFocus()
            self._gives_back = False

    def _is_only_looked_at(self, focused: QWidget) -> bool:
        """Whether the mouse has left the keyboard there, in a part of the chat where nothing is written."""
        if is_written_in(focused) or _has_selection(focused):
            return False
        transcript = self._transcript
        if focused is transcript or transcript.isAncestorOf(focused):
            return not transcript.keyboard.reads
        return self._came_by_mouse and self._pane.isAncestorOf(focused)


def _has_selection(widget: QWidget) -> bool:
    from ui.documents.document_view import DocumentView  # not needed before the first paint

    return isinstance(widget, DocumentView) and widget.has_selection()
