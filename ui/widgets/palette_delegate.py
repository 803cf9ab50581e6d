"""Paints one line of the palette: the text with its marked letters, what it is, and its shortcut."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.fonts import scaled_px, text_font
from ui.theme.rounded import paint_rounded
from ui.theme.spacing import spaced_px
from ui.theme.theme import Theme
from ui.widgets.palette_model import PaletteEntry, PaletteKind, PaletteModel, PaletteRole

_ROW_PX = 36
_TEXT_PX = 20
_SIDE_PX = 12
_GAP_PX = 16
_KEY_PADDING_PX = 6
_MOST_LETTERS = 300


class PaletteDelegate(QStyledItemDelegate):
    """Lines of one height; the chosen one lies on the accent's tint."""

    def __init__(self, model: PaletteModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every line is as high as the person's size of text asks for."""
        return QSize(100, scaled_px(_TEXT_PX + spaced_px(_ROW_PX - _TEXT_PX)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a line."""
        entry = index.data(PaletteRole.ENTRY)
        if not isinstance(entry, PaletteEntry):
            return
        colours = self._theme.colours
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            paint_rounded(painter, QRectF(rect), 8, ground=colours.accent_tint)
        inner = rect.adjusted(_SIDE_PX, 0, -_SIDE_PX, 0)
        right = self._paint_keys(painter, inner, entry.keys)
        kind = entry.detail or (self._model.kind_text(entry.kind) if entry.kind is not PaletteKind.ACTION else "")
        if kind:
            painter.setFont(text_font(size_px=12))
            painter.setPen(QColor(colours.soft_text))
            metrics = QFontMetrics(painter.font())
            shown = metrics.elidedText(kind, Qt.TextElideMode.ElideRight, inner.width() // 3)
            width = metrics.horizontalAdvance(shown)
            place = QRect(right - width, inner.top(), width, inner.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
            right -= width + _GAP_PX
        self._paint_text(painter, QRect(inner.left(), inner.top(), right - inner.left(), inner.height()), index)
        painter.restore()

    def _paint_keys(self, painter: QPainter, inner: QRect, keys: str) -> int:
        """Paint the shortcut at the right end and return where the rest may end."""
        if not keys:
            return inner.right()
        colours = self._theme.colours
        painter.setFont(text_font(size_px=12))
        metrics = QFontMetrics(painter.font())
        width = metrics.horizontalAdvance(keys) + 2 * _KEY_PADDING_PX
        height = metrics.height() + 4
        box = QRectF(inner.right() - width, inner.center().y() - height / 2 + 0.5, width, height)
        paint_rounded(painter, box, 5, ground=colours.raised, edge=colours.line)
        painter.setPen(QColor(colours.soft_text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
        return round(box.left()) - _GAP_PX

    def _paint_text(self, painter: QPainter, place: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        colours = self._theme.colours
        font = text_font()
        metrics = QFontMetrics(font)
        whole = " ".join(str(index.data())[:_MOST_LETTERS].split())
        text = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, max(0, place.width()))
        layout = QTextLayout(text, font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        marked = QTextCharFormat()
        marked.setForeground(QColor(colours.accent_text))
        marked.setFontWeight(font.Weight.DemiBold)
        layout.setFormats([_range(text, at, marked) for at in index.data(PaletteRole.MARKED) if at < len(text)])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(1, place.width() + _GAP_PX))
        layout.endLayout()
        painter.setPen(QColor(colours.text))
        layout.draw(painter, QPointF(place.left(), place.center().y() - line.height() / 2 + 1))


def _range(text: str, at: int, marked: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = (len(part.encode("utf-16-le", "surrogatepass")) // 2 for part in (text[:at], text[at]))
    found.format = marked
    return found
