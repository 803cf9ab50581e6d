"""How large a window opens: as it wants to be, as far as the screen has room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME_PX = 40
"""What the desktop may put around a window: its title and a border."""


def open_at(window: QWidget, width_px: int, height_px: int) -> None:
    """Give a window its first size, in logical pixels, no larger than the screen's free room."""
    room = window.screen().availableSize() - QSize(_FRAME_PX, _FRAME_PX)
    least = window.minimumSizeHint() if window.minimumSize().isNull() else window.minimumSize()
    window.resize(QSize(width_px, height_px).boundedTo(room).expandedTo(least))
