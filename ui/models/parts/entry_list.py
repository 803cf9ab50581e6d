"""A list of models in rows of two lines with a badge: search results, and the models on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.text import visible, visible_line
from ui.models.parts.badge import BadgeText, badge_width, paint_badge
from ui.theme.colours import Colours
from ui.theme.cut_text import paint_cut
from ui.theme.fonts import scaled_px, text_font
from ui.theme.rounded import paint_rounded
from ui.theme.theme import Theme
from ui.widgets.mouse_note import MouseNote
from ui.widgets.scaled_length import ScaledLength
from ui.widgets.tip_lines import tip_lines

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
_NEAR_END_PX = 200
_ROW_PX = 66
_PADDING_PX, _MARGIN_PX = 14, 10
_GAP_PX = 12
WIDEST_PX = 920
"""In a wider one the eye loses the way from a name to its badge."""


@dataclass(frozen=True, slots=True)
class ResultEntry:
    """Two lines at the left, a badge and a detail at the right; `hint` is the tooltip."""

    key: str
    """What it is known by: a repository, or a path."""
    name: str
    subtitle: str = ""
    detail: str = ""
    badge: BadgeText | None = None
    hint: str = ""

    def seen(self) -> ResultEntry:
        """Return it with texts in which everything is seen: names, licences and paths are of strangers."""
        return replace(
            self,
            name=visible_line(self.name),
            subtitle=visible_line(self.subtitle),
            detail=visible_line(self.detail),
            hint=visible(self.hint),
        )

    def spoken(self) -> str:
        """The whole entry for a screen reader."""
        parts = (self.name, self.badge.text if self.badge is not None else "", self.subtitle, self.detail)
        return ". ".join(part for part in parts if part)


class ResultListModel(QAbstractListModel):
    """Adapts `ResultEntry` values, so that all of them is seen; each key is there once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[ResultEntry] = []

    def show_entries(self, entries: Sequence[ResultEntry]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._entries = [entry.seen() for entry in entries]
        self.endResetModel()

    def add_entries(self, entries: Sequence[ResultEntry]) -> None:
        """Add a page at the end; what is there already is not shown twice."""
        known = {entry.key for entry in self._entries}
        fresh = [entry.seen() for entry in entries if entry.key not in known]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._entries), len(self._entries) + len(fresh) - 1)
            self._entries += fresh
            self.endInsertRows()

    def remove(self, key: str) -> None:
        """Take an entry out."""
        row = self.row_of(key)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._entries[row]
            self.endRemoveRows()

    def row_of(self, key: str) -> int:
        """Return the row of an entry; -1 if it is not there."""
        return next((row for row, entry in enumerate(self._entries) if entry.key == key), -1)

    def entries(self) -> tuple[ResultEntry, ...]:
        """Return what is shown."""
        return tuple(self._entries)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of results."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return an entry, or its words."""
        if not index.isValid() or not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.name
            case Qt.ItemDataRole.ToolTipRole:
                return entry.hint or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken()
            case _:
                return entry if role == ENTRY_ROLE else None


class ResultDelegate(QStyledItemDelegate):
    """A tint under the chosen row, a line between the others."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mouse = MouseNote(parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, ResultEntry):
            return
        colours = self._theme.colours
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        place = QRectF(rect).adjusted(0.5, 1.5, -0.5, -1.5)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            paint_rounded(painter, place, 10, ground=colours.accent_tint if is_chosen else colours.hover)
        else:
            painter.fillRect(QRect(rect.left() + 1, rect.bottom(), rect.width() - 2, 1), QColor(colours.line))
        if state & QStyle.StateFlag.State_HasFocus and not self._mouse.is_by_mouse:
            paint_rounded(painter, place, 10, edge=colours.accent)
        paint_entry(painter, rect.adjusted(_PADDING_PX, _MARGIN_PX, -_PADDING_PX, -_MARGIN_PX), entry, colours)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Say what is cut, and what the entry has to say."""
        rect: QRect = option.rect
        inside = rect.adjusted(_PADDING_PX, _MARGIN_PX, -_PADDING_PX, -_MARGIN_PX)
        return show_tip(event, view, rect, inside, index.data(ENTRY_ROLE))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are as tall."""
        return QSize(160, max(_ROW_PX, scaled_px(_ROW_PX - 2 * _MARGIN_PX) + 2 * _MARGIN_PX))


def paint_entry(painter: QPainter, inside: QRect, entry: ResultEntry, colours: Colours) -> None:
    """Paint the two lines of an entry, and its badge."""
    if entry.badge is not None:
        paint_badge(painter, QPointF(inside.right() + 1, inside.top()), entry.badge, colours)
    name, below = _places(inside, entry)
    painter.setFont(_name_font())
    painter.setPen(QColor(colours.text))
    paint_cut(painter, name, entry.name)
    painter.setFont(_small_font())
    painter.setPen(QColor(colours.faint_text))
    right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(QRect(below.topLeft(), inside.bottomRight()), right, entry.detail)
    painter.setPen(QColor(colours.soft_text))
    paint_cut(painter, below, entry.subtitle)


def show_tip(event: QHelpEvent, view: QAbstractItemView, rect: QRect, inside: QRect, entry: object) -> bool:
    """Show the tooltip of an entry in a list: its lines that are cut, and its hint."""
    if event.type() is not QEvent.Type.ToolTip or not isinstance(entry, ResultEntry):
        return False
    words = "\n".join(filter(None, (cut_words(inside, entry), entry.hint)))
    QToolTip.showText(event.globalPos(), tip_lines(words), view.viewport(), rect)
    return True


def cut_words(inside: QRect, entry: ResultEntry) -> str:
    """Return the lines of an entry that do not show whole there."""
    fonts = (_name_font(), _small_font())
    lines = zip((entry.name, entry.subtitle), _places(inside, entry), fonts, strict=True)
    return "\n".join(text for text, place, font in lines if QFontMetrics(font).horizontalAdvance(text) > place.width())


def _places(inside: QRect, entry: ResultEntry) -> tuple[QRect, QRect]:
    """Return where the name stands, and what is below it."""
    badge_px = badge_width(entry.badge) + _GAP_PX if entry.badge is not None else 0
    name = QRect(inside.left(), inside.top(), int(inside.width() - badge_px), scaled_px(22))
    half = inside.height() // 2
    detail_px = QFontMetrics(_small_font()).horizontalAdvance(entry.detail)
    below_px = max(0, inside.width() - detail_px - (_GAP_PX if detail_px else 0))
    return name, QRect(inside.left(), inside.top() + half, below_px, inside.height() - half)


def _name_font() -> QFont:
    return text_font(weight=QFont.Weight.DemiBold)


def _small_font() -> QFont:
    return text_font(size_px=13)


class EntryList(QListView):
    """Shows a `ResultListModel`.

    Signals:
        entry_chosen(ResultEntry): the person wants to see this one.
        entry_activated(ResultEntry): it was double-clicked, or Enter was pressed.
        end_neared(): little is left to scroll.
    """

    entry_chosen = Signal(object)
    entry_activated = Signal(object)
    end_neared = Signal()

    def __init__(self, entries: ResultListModel, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self.setModel(entries)
        self.setItemDelegate(ResultDelegate(theme, self))
        ScaledLength(self, self.setMaximumWidth, WIDEST_PX)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.doubleClicked.connect(self._activate)
        self.verticalScrollBar().valueChanged.connect(self._look_for_end)
        entries.rowsInserted.connect(self._look_for_end)

    def chosen(self) -> ResultEntry | None:
        """Return the entry that is marked."""
        entry = self.currentIndex().data(ENTRY_ROLE)
        return entry if isinstance(entry, ResultEntry) and self.selectionModel().hasSelection() else None

    def mark(self, key: str) -> None:
        """Mark an entry without telling; an unknown one marks nothing."""
        row = self._entries.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self._entries.index(row))
        else:
            self.clearSelection()

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, ResultEntry):
            self.entry_chosen.emit(entry)

    def _activate(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, ResultEntry):
            self.entry_activated.emit(entry)

    def _look_for_end(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() > 0 and bar.value() >= bar.maximum() - _NEAR_END_PX:
            self.end_neared.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter or Space; the arrows only move."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Rows are as tall as the text asks for, also when it becomes larger."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A taller list may show its end."""
        super().resizeEvent(event)
        self._look_for_end()
