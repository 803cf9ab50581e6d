"""Keys that write: which do, where, and those of a word that is being composed with an input method."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_CONTROL, _ALT, _META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
_KEYS_OF_INPUT_METHODS = frozenset(
    (
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    )
)
"""They choose and confirm a word; some input methods hand them on while it is still composed."""


def typed_text(event: QKeyEvent) -> str:
    """Return what a key writes; empty for commands, and for the space bar, which scrolls and presses."""
    held = event.modifiers() & (_CONTROL | _ALT | _META)
    writes = (Qt.KeyboardModifier.NoModifier, _CONTROL | _ALT, *((_ALT,) if sys.platform == "darwin" else ()))
    text = event.text()
    return text if held in writes and text.isprintable() and not text.isspace() else ""


def is_written_in(widget: QWidget) -> bool:
    """Whether keys write into a widget."""
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


class ComposedWord(QObject):
    """Keeps such keys from the field that it watches, and from shortcuts, while a word is composed there.

    Nothing is sent, chosen or closed then by a key that only meant the word.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        self._is_composed = False

    def watch(self, field: QWidget | None) -> None:
        """Watch another field; `None` for none, also where it does not take an input method."""
        if self._field is not None and isValid(self._field):  # it may be the end of it that takes the keyboard away
            self._field.removeEventFilter(self)
        self._field = None
        self._is_composed = False
        if field is not None and field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            self._field = field
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is composed, and keep the keys."""
        if isinstance(event, QInputMethodEvent):
            self._is_composed = bool(event.preeditString())
        elif event.type() is QEvent.Type.FocusOut:
            self._is_composed = False
        elif self._is_composed and isinstance(event, QKeyEvent) and event.key() in _KEYS_OF_INPUT_METHODS:
            event.accept()
            return True
        return False
