"""The ground of a line in the lists beside the chat: tinted where it is chosen, an edge where it is what is open."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ui.theme.colours import Colours

_EDGE_PX = 3


def paint_ground(
    painter: QPainter, rect: QRect, colours: Colours, *, is_chosen: bool, is_hovered: bool, is_shown: bool
) -> None:
    """Paint it; the edge tells what is open from what is only chosen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if is_chosen or is_hovered:
        painter.setBrush(QColor(colours.accent_tint if is_chosen else colours.hover))
        painter.drawRoundedRect(QRectF(rect), 6, 6)
    if is_shown:
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 7, _EDGE_PX, rect.height() - 14), 1.5, 1.5)
