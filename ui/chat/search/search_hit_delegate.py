"""Paints what a search has found: where, and the words around it with the found ones marked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.history.search_hit import FoundIn, SearchHit
from ui.chat.search.search_hit_model import IS_SHOWN_ROLE, SEEN_ROLE, Index, place_text
from ui.theme.fonts import text_font
from ui.theme.theme import Theme
from ui.widgets.list_ground import paint_ground

_PADDING_PX = 8
_EXCERPT_LINES = 2
_EXCERPT_PX = 12


class SearchHitDelegate(QStyledItemDelegate):
    """Three lines for a message, two for a title."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Title and kind, then two lines of text; all hits are as tall as each other."""
        title = QFontMetrics(text_font(size_px=13)).height()
        line = QFontMetrics(text_font(size_px=_EXCERPT_PX)).height()
        return QSize(80, title + line * _EXCERPT_LINES + 2 * _PADDING_PX + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one hit."""
        from PySide6.QtWidgets import QStyle  # costs 10 ms, and nothing is found at the first paint

        hit = index.data(SEEN_ROLE)
        if not isinstance(hit, SearchHit):
            return
        colours = self._theme.colours
        rect: QRect = option.rect
        rect = rect.adjusted(0, 1, 0, -1)
        state: QStyle.StateFlag = option.state
        painter.save()
        paint_ground(
            painter,
            rect,
            colours,
            is_chosen=bool(state & QStyle.StateFlag.State_Selected),
            is_hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            is_shown=bool(index.data(IS_SHOWN_ROLE)),
        )
        inside = rect.adjusted(_PADDING_PX, _PADDING_PX - 2, -_PADDING_PX, -2)
        painter.setFont(text_font(size_px=11))
        kind = place_text(hit.found_in)
        kind_width = painter.fontMetrics().horizontalAdvance(kind)
        title_font = text_font(size_px=13, weight=QFont.Weight.Medium)
        height = QFontMetrics(title_font).height()
        painter.setPen(
            QColor(colours.accent_text if hit.found_in in (FoundIn.THINKING, FoundIn.TOOL) else colours.faint_text)
        )
        top = QRect(inside.left(), inside.top(), inside.width(), height)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, kind)
        painter.setFont(title_font)
        painter.setPen(QColor(colours.text))
        top.setRight(top.right() - kind_width - _PADDING_PX)
        title = painter.fontMetrics().elidedText(hit.title, Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, title)
        self._paint_excerpt(painter, QRect(inside.left(), top.bottom() + 3, inside.width(), inside.height()), hit)
        painter.restore()

    def _paint_excerpt(self, painter: QPainter, place: QRect, hit: SearchHit) -> None:
        colours = self._theme.colours
        layout = QTextLayout(hit.excerpt, text_font(size_px=_EXCERPT_PX))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        formats = []
        for start, end in hit.matches:
            found = QTextLayout.FormatRange()
            # Qt counts UTF-16 units, we count characters.
            found.start = _units(hit.excerpt[:start])
            found.length = _units(hit.excerpt[start:end])
            look = QTextCharFormat()
            look.setForeground(QColor(colours.text))
            look.setBackground(QColor(colours.warm_tint))
            look.setFontWeight(QFont.Weight.DemiBold)
            found.format = look
            formats.append(found)
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        for _ in range(_EXCERPT_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(place.width())
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        painter.setPen(QColor(colours.soft_text))
        painter.setClipRect(place)
        layout.draw(painter, QPointF(place.topLeft()))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
