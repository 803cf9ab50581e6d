"""The ground of a line in the lists beside the chat: tinted where it is chosen, an edge where it is what is open."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from ui.theme.colours import Colours
from ui.theme.rounded import paint_rounded

_EDGE_PX = 3


def paint_ground(
    painter: QPainter, rect: QRect, colours: Colours, *, is_chosen: bool, is_hovered: bool, is_shown: bool
) -> None:
    """Paint it; the edge tells what is open from what is only chosen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_chosen or is_hovered:
        paint_rounded(painter, QRectF(rect), 6, ground=colours.accent_tint if is_chosen else colours.hover)
    if is_shown:
        edge = QRectF(rect.left(), rect.top() + 7, _EDGE_PX, rect.height() - 14)
        paint_rounded(painter, edge, 1.5, ground=colours.accent)
