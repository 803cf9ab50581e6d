"""Paints the lines of the conversation list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.chat.conversation_model import ConversationRole, Index
from ui.theme.fonts import scaled_px, text_font
from ui.theme.theme import Theme
from ui.widgets.pulse import Pulse
from ui.widgets.pulse_dot import paint_dot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle

_LINE_PX = 34
_GROUP_PX = 36
_PADDING_PX = 8


class ConversationDelegate(QStyledItemDelegate):
    """A rounded tint under the chosen conversation, a pulse at one that is being written."""

    def __init__(self, theme: Theme, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pulse = pulse

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a conversation, or the line above a group."""
        if index.data(ConversationRole.ID) is None:
            self._paint_group(painter, option, index)
        else:
            self._paint_conversation(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Lines of groups are a little taller, to set the groups apart."""
        return QSize(80, scaled_px(_GROUP_PX if index.data(ConversationRole.ID) is None else _LINE_PX))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the field for a new title cover the line."""
        editor.setGeometry(_rect(option).adjusted(1, 2, -1, -2))

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        font = text_font(size_px=11, weight=QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours.faint_text))
        place = _rect(option).adjusted(_PADDING_PX, 0, -_PADDING_PX, -6)
        painter.drawText(place, Qt.AlignmentFlag.AlignBottom, str(index.data()).upper())
        painter.restore()

    def _paint_conversation(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle  # costs 10 ms, and the list is empty at the first paint

        colours = self._theme.colours
        rect = _rect(option).adjusted(0, 1, 0, -1)
        state = _state(option)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_tint if is_chosen else colours.hover))
            painter.drawRoundedRect(QRectF(rect), 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inside = rect.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
        if index.data(ConversationRole.IS_RUNNING):
            centre = QPointF(inside.right() - 7, rect.center().y() + 1)
            paint_dot(painter, centre, colours.accent, strong=self._pulse.is_strong)
            inside.setRight(inside.right() - 22)
        painter.setFont(text_font(weight=QFont.Weight.Medium if is_chosen else QFont.Weight.Normal))
        painter.setPen(QColor(colours.text))
        title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state
