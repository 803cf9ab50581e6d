"""The lines of the list of models: two of text each, with a badge; and the headings between them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.parts.entry_list import ResultEntry, paint_entry, show_tip
from ui.theme.cut_text import paint_cut
from ui.theme.fonts import scaled_px, text_font
from ui.theme.rounded import paint_rounded
from ui.theme.theme import Theme
from ui.widgets.palette_model import PaletteEntry, PaletteRole

_ROW_PX, _HEADING_PX = 54, 28
_SIDE_PX, _ABOVE_PX = 12, 6
_UNUSABLE = 0.5


@dataclass(frozen=True, slots=True)
class ModelLine(PaletteEntry):
    """A model, or a heading if it has no `entry`."""

    entry: ResultEntry | None = None


class ModelLineDelegate(QStyledItemDelegate):
    """What is chosen lies on the accent's tint; what cannot be chosen is faint."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the person's size of text asks for."""
        line = index.data(PaletteRole.ENTRY)
        is_heading = isinstance(line, ModelLine) and line.entry is None
        return QSize(160, scaled_px(_HEADING_PX if is_heading else _ROW_PX))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Say what is cut."""
        line, rect = index.data(PaletteRole.ENTRY), option.rect
        return show_tip(event, view, rect, _inside(rect), line.entry if isinstance(line, ModelLine) else None)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a line."""
        line = index.data(PaletteRole.ENTRY)
        if not isinstance(line, ModelLine):
            return
        colours = self._theme.colours
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected and line.is_enabled:
            paint_rounded(painter, QRectF(rect), 8, ground=colours.accent_tint)
        inside = _inside(rect)
        if line.entry is None:
            painter.setFont(text_font(size_px=12, weight=QFont.Weight.DemiBold))
            painter.setPen(QColor(colours.soft_text))
            paint_cut(painter, inside, line.text)
        else:
            painter.setOpacity(1.0 if line.is_enabled else _UNUSABLE)
            paint_entry(painter, inside, line.entry, colours)
        painter.restore()


def _inside(rect: QRect) -> QRect:
    return rect.adjusted(_SIDE_PX, _ABOVE_PX, -_SIDE_PX, -_ABOVE_PX)
