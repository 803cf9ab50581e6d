"""How large a window opens, as far as the screen has room, and where it goes when its screen is gone."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_FRAME_PX = 40
"""What the desktop may put around a window: its title and a border."""


def open_at(window: QWidget, width_px: int, height_px: int) -> None:
    """Give a window its first size, in logical pixels, no larger than the screen's free room."""
    room = window.screen().availableSize() - QSize(_FRAME_PX, _FRAME_PX)
    least = window.minimumSizeHint() if window.minimumSize().isNull() else window.minimumSize()
    window.resize(QSize(width_px, height_px).boundedTo(room).expandedTo(least))


def bring_onto_screen(window: QWidget) -> None:
    """Put a window whose middle is on no screen any more into the middle of the one it belongs to now."""
    if any(screen.geometry().contains(window.frameGeometry().center()) for screen in QGuiApplication.screens()):
        return
    room = window.screen().availableGeometry()
    open_at(window, window.width(), window.height())
    frame = window.frameGeometry()
    frame.moveCenter(room.center())
    window.move(frame.topLeft())
