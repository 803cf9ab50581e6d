"""The results as an item model; pages are added at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.models.result_entry import ResultEntry

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)


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
