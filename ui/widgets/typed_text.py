"""Which keys write something, and where."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_CONTROL, _ALT, _META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)


def typed_text(event: QKeyEvent) -> str:
    """Return what a key writes; empty for commands, and for the space bar, which scrolls and presses."""
    held = event.modifiers() & (_CONTROL | _ALT | _META)
    writes = (Qt.KeyboardModifier.NoModifier, _CONTROL | _ALT, *((_ALT,) if sys.platform == "darwin" else ()))
    text = event.text()
    return text if held in writes and text.isprintable() and not text.isspace() else ""


def is_written_in(widget: QWidget) -> bool:
    """Whether keys write into a widget."""
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
