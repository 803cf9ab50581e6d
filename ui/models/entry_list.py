"""A list of entries: choose with mouse or keyboard; tells when its end comes into sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.models.result_delegate import ResultDelegate
from ui.models.result_entry import ResultEntry
from ui.models.result_list_model import ENTRY_ROLE, ResultListModel
from ui.theme.theme import Theme

_NEAR_END_PX = 200


class EntryList(QListView):
    """Shows a `ResultListModel`.

    Signals:
        entry_chosen(ResultEntry): the person wants to see this one.
        entry_activated(ResultEntry): it was double-clicked, or Enter was pressed.
        menu_asked(ResultEntry, QPoint): the context menu of an entry, at a place of the screen.
        end_neared(): little is left to scroll.
    """

    entry_chosen = Signal(object)
    entry_activated = Signal(object)
    menu_asked = Signal(object, QPoint)
    end_neared = Signal()

    def __init__(self, entries: ResultListModel, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self.setModel(entries)
        self.setItemDelegate(ResultDelegate(theme, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
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

    def _ask_for_menu(self, place: QPoint) -> None:
        entry = self.indexAt(place).data(ENTRY_ROLE)
        if isinstance(entry, ResultEntry):
            self.menu_asked.emit(entry, self.viewport().mapToGlobal(place))

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
