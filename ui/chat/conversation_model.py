"""The conversation list as Qt wants it: newest first, with a line above each date group."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.chat.conversation_entry import ConversationEntry, ConversationRename, DateGroup, date_group

Index = QModelIndex | QPersistentModelIndex
_Row = ConversationEntry | DateGroup


class ConversationRole(enum.IntEnum):
    """What a row tells beside its text."""

    ID = Qt.ItemDataRole.UserRole + 1
    """The conversation's id; `None` for the line of a group."""
    IS_RUNNING = Qt.ItemDataRole.UserRole + 2
    """Whether a reply of it is being written or waits."""


class ConversationModel(QAbstractListModel):
    """Adapts a list of `ConversationEntry`.

    Signals:
        rename_asked(ConversationRename): a new title was typed; the list changes when it is told so.
    """

    rename_asked = Signal(object)

    def __init__(self, *, today: Callable[[], dt.date] = dt.date.today, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._entries: dict[int, ConversationEntry] = {}
        self._rows: list[_Row] = []
        self._running: frozenset[int] = frozenset()

    def show_entries(self, entries: Iterable[ConversationEntry]) -> None:
        """Show these conversations."""
        self._entries = {entry.id: entry for entry in entries}
        self._arrange()

    def put(self, entry: ConversationEntry) -> None:
        """Add a conversation, or show its new title or place."""
        self._entries[entry.id] = entry
        self._arrange()

    def remove(self, conversation_id: int) -> None:
        """Take a conversation out of the list."""
        if self._entries.pop(conversation_id, None) is not None:
            self._arrange()

    def set_running(self, conversation_ids: frozenset[int]) -> None:
        """Mark the conversations in which a reply is written or waits."""
        if conversation_ids != self._running:
            self._running = conversation_ids
            self._all_changed()

    def title(self, conversation_id: int) -> str:
        """Return a conversation's title, empty if it is not in the list."""
        entry = self._entries.get(conversation_id)
        return entry.title if entry is not None else ""

    def index_of(self, conversation_id: int | None) -> QModelIndex:
        """Return where a conversation stands; an invalid index if it does not."""
        for number, row in enumerate(self._rows):
            if isinstance(row, ConversationEntry) and row.id == conversation_id:
                return self.index(number)
        return QModelIndex()

    def ids(self) -> list[int]:
        """Return the conversations from top to bottom."""
        return [row.id for row in self._rows if isinstance(row, ConversationEntry)]

    def _arrange(self) -> None:
        today = self._today()
        rows: list[_Row] = []
        group = None
        for entry in sorted(self._entries.values(), key=lambda one: (-one.updated_at, -one.id)):
            its_group = date_group(entry.updated_at, today)
            if its_group is not group:
                group = its_group
                rows.append(group)
            rows.append(entry)
        if [_identity(row) for row in rows] == [_identity(row) for row in self._rows]:
            self._rows = rows
            self._all_changed()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _group_text(self, group: DateGroup) -> str:
        match group:
            case DateGroup.TODAY:
                return self.tr("Today")
            case DateGroup.YESTERDAY:
                return self.tr("Yesterday")
            case DateGroup.THIS_WEEK:
                return self.tr("This week")
        return self.tr("Earlier")

    # --- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's text, and what `ConversationRole` names."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, DateGroup):
            is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._group_text(row) if is_text else None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole | Qt.ItemDataRole.ToolTipRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                writing = self.tr("{title}, writing").format(title=row.title)
                return writing if row.id in self._running else row.title
            case ConversationRole.ID:
                return row.id
            case ConversationRole.IS_RUNNING:
                return row.id in self._running
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another title; whoever owns the conversations answers with `put`."""
        row = self._rows[index.row()] if index.isValid() else None
        title = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not isinstance(row, ConversationEntry) or not title:
            return False
        if title != row.title:
            self.rename_asked.emit(ConversationRename(row.id, title))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Conversations can be chosen and renamed; the lines of groups are for the eye."""
        if not index.isValid() or isinstance(self._rows[index.row()], DateGroup):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable


def _identity(row: _Row) -> tuple[str, int]:
    return ("group", int(row)) if isinstance(row, DateGroup) else ("conversation", row.id)
