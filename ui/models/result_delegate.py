"""Paints a row of two lines with a badge: search results, and the models on this computer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.badge import paint_badge
from ui.models.result_entry import ResultEntry
from ui.models.result_list_model import ENTRY_ROLE, Index
from ui.theme.fonts import scaled_px, text_font
from ui.theme.theme import Theme

_ROW_PX = 66
_PADDING_PX, _MARGIN_PX = 14, 10
_GAP_PX = 12


class ResultDelegate(QStyledItemDelegate):
    """A tint under the chosen row, a line between the others."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, ResultEntry):
            return
        colours = self._theme.colours
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        place = QRectF(rect).adjusted(0.5, 1, -0.5, -1)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_tint if is_chosen else colours.hover))
            painter.drawRoundedRect(place, 10, 10)
        else:
            painter.fillRect(QRect(rect.left() + 1, rect.bottom(), rect.width() - 2, 1), QColor(colours.line))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, 10, 10)
        self._paint_lines(painter, rect.adjusted(_PADDING_PX, _MARGIN_PX, -_PADDING_PX, -_MARGIN_PX), entry)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are as tall."""
        return QSize(160, max(_ROW_PX, scaled_px(_ROW_PX - 2 * _MARGIN_PX) + 2 * _MARGIN_PX))

    def _paint_lines(self, painter: QPainter, inside: QRect, entry: ResultEntry) -> None:
        colours = self._theme.colours
        badge_px = 0.0
        if entry.badge is not None:
            corner = QPointF(inside.right() + 1, inside.top())
            badge_px = paint_badge(painter, corner, entry.badge, colours) + _GAP_PX
        half = inside.height() // 2
        upper = QRect(inside.left(), inside.top(), int(inside.width() - badge_px), scaled_px(22))
        painter.setFont(text_font(weight=QFont.Weight.DemiBold))
        painter.setPen(QColor(colours.text))
        elide = Qt.TextElideMode.ElideRight
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(upper, middle, painter.fontMetrics().elidedText(entry.name, elide, upper.width()))
        painter.setFont(text_font(size_px=13))
        lower = QRect(inside.left(), inside.top() + half, inside.width(), inside.height() - half)
        painter.setPen(QColor(colours.faint_text))
        detail_px = painter.fontMetrics().horizontalAdvance(entry.detail)
        painter.drawText(lower, middle | Qt.AlignmentFlag.AlignRight, entry.detail)
        lower.setWidth(max(0, lower.width() - detail_px - (_GAP_PX if detail_px else 0)))
        painter.setPen(QColor(colours.soft_text))
        painter.drawText(lower, middle, painter.fontMetrics().elidedText(entry.subtitle, elide, lower.width()))
