"""The ground of a line in the lists beside the chat: tinted where chosen, edged where open, ringed by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from ui.theme.colours import Colours
from ui.theme.rounded import paint_rounded

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

_EDGE_PX = 3


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, colours: Colours, *, by_mouse: bool, is_shown: bool = False
) -> QRect:
    """Paint it, the edge where it is open rather than only chosen; return where the content goes.

    `by_mouse`: the list was used by the mouse last, and shows no ring.
    """
    from PySide6.QtWidgets import QStyle  # costs 10 ms, and nothing is listed at the first paint

    whole: QRect = option.rect
    state: QStyle.StateFlag = option.state
    rect = whole.adjusted(0, 1, 0, -1)
    is_chosen = is_shown or bool(state & QStyle.StateFlag.State_Selected)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_chosen or state & QStyle.StateFlag.State_MouseOver:
        paint_rounded(painter, QRectF(rect), 6, ground=colours.accent_tint if is_chosen else colours.hover)
    if state & QStyle.StateFlag.State_HasFocus and not by_mouse:
        paint_rounded(painter, QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, edge=colours.accent)
    if is_shown:
        edge = QRectF(rect.left(), rect.top() + 7, _EDGE_PX, rect.height() - 14)
        paint_rounded(painter, edge, 1.5, ground=colours.accent)
    return rect
