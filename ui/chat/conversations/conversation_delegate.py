"""Paints the lines of the conversation list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.history.conversation_lines import ArchiveLine, ConversationEntry, FolderLine, Section
from ui.chat.conversations.conversation_model import ConversationRole, Index
from ui.theme.fonts import scaled_px, text_font
from ui.theme.rounded import paint_rounded
from ui.theme.spacing import spaced_px
from ui.theme.theme import Theme
from ui.widgets.list_ground import paint_ground
from ui.widgets.pulse import Pulse, paint_dot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle

_LINE_PX = 34
_TEXT_PX = 20
_PADDING_PX = 8
_INDENT_PX = 16
_CHEVRON_PX = 3.5


class ConversationDelegate(QStyledItemDelegate):
    """A rounded tint with an edge for the conversation that is open, a pulse at one that is being written."""

    def __init__(self, theme: Theme, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pulse = pulse

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a conversation, a folder, or a heading."""
        line = index.data(ConversationRole.LINE)
        if isinstance(line, Section):
            self._paint_heading(painter, option, index)
        elif isinstance(line, FolderLine | ArchiveLine):
            self._paint_folder(painter, option, index, line)
        else:
            self._paint_conversation(painter, option, index, is_inside=_is_inside(line))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are as tall as each other: the list asks for one and knows them all."""
        return QSize(80, scaled_px(_TEXT_PX + spaced_px(_LINE_PX - _TEXT_PX)))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the field for a new title cover the line."""
        editor.setGeometry(_rect(option).adjusted(1, 2, -1, -2))

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        font = text_font(size_px=11, weight=QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours.faint_text))
        place = _rect(option).adjusted(_PADDING_PX, 0, -_PADDING_PX, -5)
        painter.drawText(place, Qt.AlignmentFlag.AlignBottom, str(index.data()).upper())
        painter.restore()

    def _paint_folder(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: FolderLine | ArchiveLine
    ) -> None:
        colours = self._theme.colours
        painter.save()
        rect = self._paint_ground(painter, option, index)
        inside = rect.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
        painter.setPen(QPen(QColor(colours.faint_text), 1.5))
        middle = QPointF(inside.left() + _CHEVRON_PX, rect.center().y() + 1)
        painter.drawPolyline(_chevron(middle, is_open=line.is_open))
        inside.setLeft(inside.left() + scaled_px(_INDENT_PX))
        painter.setFont(text_font(size_px=12))
        painter.setPen(QColor(colours.faint_text))
        count = str(line.count)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(count) - _PADDING_PX)
        painter.setFont(text_font(weight=QFont.Weight.Medium))
        painter.setPen(QColor(colours.soft_text))
        shown = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _paint_conversation(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, is_inside: bool
    ) -> None:
        colours = self._theme.colours
        painter.save()
        rect = self._paint_ground(painter, option, index)
        is_shown = bool(index.data(ConversationRole.IS_SHOWN))
        inside = rect.adjusted(_PADDING_PX + (scaled_px(_INDENT_PX) if is_inside else 0), 0, -_PADDING_PX, 0)
        if index.data(ConversationRole.IS_RUNNING):
            centre = QPointF(inside.right() - 7, rect.center().y() + 1)
            paint_dot(painter, centre, colours.accent, strong=self._pulse.is_strong)
            inside.setRight(inside.right() - 22)
        painter.setFont(text_font(weight=QFont.Weight.Medium if is_shown else QFont.Weight.Normal))
        painter.setPen(QColor(colours.text))
        title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QRect:
        """Tint an open, chosen or hovered line, ring the one with the focus; return where its content goes."""
        from PySide6.QtWidgets import QStyle  # costs 10 ms, and the list is empty at the first paint

        colours = self._theme.colours
        rect = _rect(option).adjusted(0, 1, 0, -1)
        state = _state(option)
        is_shown = bool(index.data(ConversationRole.IS_SHOWN))
        paint_ground(
            painter,
            rect,
            colours,
            is_chosen=is_shown or bool(state & QStyle.StateFlag.State_Selected),
            is_hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            is_shown=is_shown,
        )
        if state & QStyle.StateFlag.State_HasFocus:
            paint_rounded(painter, QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, edge=colours.accent)
        return rect


def _is_inside(line: object) -> bool:
    if not isinstance(line, ConversationEntry) or (line.is_pinned and not line.is_archived):
        return False
    return line.is_archived or line.folder_id is not None


def _chevron(middle: QPointF, *, is_open: bool) -> QPolygonF:
    size = _CHEVRON_PX
    if is_open:
        points = [QPointF(-size, -size / 2), QPointF(0, size / 2), QPointF(size, -size / 2)]
    else:
        points = [QPointF(-size / 2, -size), QPointF(size / 2, 0), QPointF(-size / 2, size)]
    return QPolygonF([middle + point for point in points])


def _rect(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state
