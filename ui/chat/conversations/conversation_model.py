"""The list of conversations as Qt wants it: pinned, folders, dates, archive."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Sequence

import msgspec
from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QDate,
    QLocale,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.history.conversation_lines import (
    ArchiveLine,
    ConversationEntry,
    ConversationRename,
    FolderLine,
    FolderRename,
    Line,
    Section,
    SectionKind,
    arranged,
)
from ui.chat.conversations.conversation_menu import CommandKind, ConversationCommand

Index = QModelIndex | QPersistentModelIndex
_MIME = "application/x-aside-conversations"


class ConversationRole(enum.IntEnum):
    """What a row tells beside its text."""

    ID = Qt.ItemDataRole.UserRole + 1
    """The conversation's id; `None` for any other line."""
    IS_RUNNING = Qt.ItemDataRole.UserRole + 2
    """Whether a reply of it is being written or waits."""
    IS_SHOWN = Qt.ItemDataRole.UserRole + 4
    """Whether it is the conversation that is open, or the closed folder or archive that holds it."""
    IS_ASKING = Qt.ItemDataRole.UserRole + 5
    """Whether a call of a tool waits there for the person."""
    LINE = Qt.ItemDataRole.UserRole + 3
    """The whole line (`conversation_entry.Line`)."""


class ConversationModel(QAbstractListModel):
    """Adapts conversations and folders; conversations can be dragged into folders.

    Signals:
        rename_asked(ConversationRename): a new title was typed; the list changes when it is told so.
        folder_rename_asked(FolderRename): a new name for a folder was typed.
        commanded(ConversationCommand): conversations were dropped on a folder, or out of one.
        folds_changed(): a folder or the archive was opened or closed.
    """

    rename_asked = Signal(object)
    folder_rename_asked = Signal(object)
    commanded = Signal(object)
    folds_changed = Signal()

    def __init__(self, *, today: Callable[[], dt.date] = dt.date.today, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._entries: dict[int, ConversationEntry] = {}
        self._folders: list[FolderLine] = []
        self._closed: frozenset[int] = frozenset()
        self.is_archive_open = False
        """Whether the archive is open."""
        self._lines: list[Line] = []
        self._row_of: dict[int, int] = {}
        self._running: frozenset[int] = frozenset()
        self._asking: frozenset[int] = frozenset()
        self.shown: int | None = None
        """The conversation that is open, if it is marked."""

    def set_shown(self, conversation_id: int | None) -> None:
        """Mark the conversation that is open, wherever it stands from now on; `None` for no mark."""
        self.shown = conversation_id
        if conversation_id is not None:
            self.reveal(conversation_id)
        self._all_changed()

    def show_entries(self, entries: Iterable[ConversationEntry]) -> None:
        """Show these conversations."""
        self._entries = {entry.id: entry for entry in entries}
        self._arrange()

    def show_folders(self, folders: Iterable[FolderLine]) -> None:
        """Show these folders; those that were closed stay closed."""
        self._folders = [msgspec.structs.replace(folder, is_open=folder.id not in self._closed) for folder in folders]
        self._arrange()

    @property
    def closed_folders(self) -> tuple[int, ...]:
        """The folders that are closed, by their ids; deleted ones may be among them, for they can come back."""
        return tuple(sorted(self._closed))

    def fold(self, *, closed_folders: Iterable[int], is_archive_open: bool) -> None:
        """Open and close folders and the archive as they were."""
        self._set_folds(frozenset(closed_folders), is_archive_open=is_archive_open)

    def put(self, *entries: ConversationEntry) -> None:
        """Add conversations, or show their new titles and places."""
        if len(entries) == 1 and self._put_in_place(entries[0]):
            return
        self._entries.update({entry.id: entry for entry in entries})
        self._arrange()

    def remove(self, *conversation_ids: int) -> None:
        """Take conversations out of the list."""
        known = [conversation_id for conversation_id in conversation_ids if conversation_id in self._entries]
        for conversation_id in known:
            del self._entries[conversation_id]
        if known:
            self._arrange()

    def set_running(self, conversation_ids: frozenset[int], *, asking: frozenset[int] = frozenset()) -> None:
        """Mark the conversations in which a reply is written or waits, and those that ask the person something."""
        if (conversation_ids, asking) != (self._running, self._asking):
            self._running, self._asking = conversation_ids, asking
            self._all_changed()

    def toggle(self, row: int) -> None:
        """Open or close the folder or the archive in this row."""
        line = self._lines[row]
        if isinstance(line, FolderLine):
            self._set_folds(self._closed ^ {line.id}, is_archive_open=self.is_archive_open)
        elif isinstance(line, ArchiveLine):
            self._set_folds(self._closed, is_archive_open=not line.is_open)

    def reveal(self, conversation_id: int) -> None:
        """Open the folder or the archive that hides a conversation."""
        entry = self._entries.get(conversation_id)
        if entry is None or conversation_id in self._row_of:
            return
        self._set_folds(self._closed - {entry.folder_id}, is_archive_open=self.is_archive_open or entry.is_archived)

    def entry(self, conversation_id: int) -> ConversationEntry | None:
        """Return a conversation, shown or hidden in a closed folder."""
        return self._entries.get(conversation_id)

    def folders(self) -> Sequence[FolderLine]:
        """Return the folders."""
        return self._folders

    def title(self, conversation_id: int) -> str:
        """Return a conversation's title, empty if it is not in the list."""
        entry = self._entries.get(conversation_id)
        return entry.title if entry is not None else ""

    def index_of(self, conversation_id: int | None) -> QModelIndex:
        """Return where a conversation stands; an invalid index if it does not."""
        row = self._row_of.get(conversation_id) if conversation_id is not None else None
        return self.index(row) if row is not None else QModelIndex()

    def index_of_folder(self, folder_id: int) -> QModelIndex:
        """Return where a folder stands; an invalid index if it does not."""
        for row, line in enumerate(self._lines):
            if isinstance(line, FolderLine) and line.id == folder_id:
                return self.index(row)
        return QModelIndex()

    def ids(self) -> list[int]:
        """Return the conversations from top to bottom, those in closed folders last."""
        shown = [line.id for line in self._lines if isinstance(line, ConversationEntry)]
        return shown + [hidden for hidden in self._entries if hidden not in self._row_of]

    def ids_between(self, first: int, last: int) -> list[int]:
        """Return the conversations in these rows."""
        return [line.id for line in self._lines[first : last + 1] if isinstance(line, ConversationEntry)]

    def _put_in_place(self, entry: ConversationEntry) -> bool:
        """Show a new title only, if that is all that changed; return whether it was."""
        known, row = self._entries.get(entry.id), self._row_of.get(entry.id)
        if known is None or row is None or msgspec.structs.replace(known, title=entry.title) != entry:
            return False
        self._entries[entry.id] = self._lines[row] = entry
        self.dataChanged.emit(self.index(row), self.index(row))
        return True

    def _set_folds(self, closed: frozenset[int], *, is_archive_open: bool) -> None:
        is_new = (closed, is_archive_open) != (self._closed, self.is_archive_open)
        self._closed, self.is_archive_open = closed, is_archive_open
        self._folders = [msgspec.structs.replace(one, is_open=one.id not in closed) for one in self._folders]
        self._arrange()
        if is_new:
            self.folds_changed.emit()

    def _arrange(self) -> None:
        lines = arranged(
            self._entries.values(), self._folders, today=self._today(), is_archive_open=self.is_archive_open
        )
        if len(lines) == len(self._lines) and all(map(_is_same, lines, self._lines)):
            self._lines = lines
            self._all_changed()
            return
        # Not a reset: a title that is being typed in its place stays open, wherever that moves to.
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = {_key(line): row for row, line in enumerate(lines)}
        places = [rows.get(_key(self._lines[index.row()]), -1) for index in before]
        self._lines = lines
        self._row_of = {line.id: row for row, line in enumerate(lines) if isinstance(line, ConversationEntry)}
        self.changePersistentIndexList(before, [self.index(row) for row in places])
        self.layoutChanged.emit()

    def _all_changed(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    # --- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's text, and what `ConversationRole` names."""
        line = self._line(index)
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line_text(line)
            case Qt.ItemDataRole.EditRole | Qt.ItemDataRole.ToolTipRole:
                return None if isinstance(line, Section) else line_text(line)
            case Qt.ItemDataRole.AccessibleTextRole:
                is_running = isinstance(line, ConversationEntry) and line.id in self._running
                is_asking = isinstance(line, ConversationEntry) and line.id in self._asking
                is_shown = self._is_shown(line)
                return spoken_line(line, is_running=is_running, is_shown=is_shown, is_asking=is_asking)
            case ConversationRole.ID:
                return line.id if isinstance(line, ConversationEntry) else None
            case ConversationRole.IS_RUNNING:
                return isinstance(line, ConversationEntry) and line.id in self._running
            case ConversationRole.IS_ASKING:
                return isinstance(line, ConversationEntry) and line.id in self._asking
            case ConversationRole.IS_SHOWN:
                return self._is_shown(line)
            case ConversationRole.LINE:
                return line
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another title or name; whoever owns the conversations answers with `put`."""
        line = self._line(index)
        text = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not text:
            return False
        if isinstance(line, ConversationEntry):
            if text != line.title:
                self.rename_asked.emit(ConversationRename(line.id, text))
            return True
        if isinstance(line, FolderLine):
            if text != line.name:
                self.folder_rename_asked.emit(FolderRename(line.id, text))
            return True
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Conversations and folders can be chosen and renamed; headings are for the eye."""
        line = self._line(index)
        if line is None or isinstance(line, Section):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if isinstance(line, ConversationEntry):
            return flags | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return (
            flags
            | Qt.ItemFlag.ItemIsDropEnabled
            | (Qt.ItemFlag.ItemIsEditable if isinstance(line, FolderLine) else Qt.ItemFlag.NoItemFlags)
        )

    def supportedDropActions(self) -> Qt.DropAction:
        """Dropping moves, but the rows are ours to change."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Only our own conversations can be dropped here."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the ids of the conversations."""
        ids = [line.id for line in map(self._line, indexes) if isinstance(line, ConversationEntry)]
        data = QMimeData()
        data.setData(_MIME, msgspec.json.encode(ids))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Ask to move the conversations to where they were dropped: a folder, its inside, the archive, or none."""
        if not data.hasFormat(_MIME):
            return False
        line = self._line(parent if parent.isValid() else self.index(max(0, row - 1)))
        ids = msgspec.json.decode(bytes(data.data(_MIME).data()), type=tuple[int, ...])
        if isinstance(line, ArchiveLine) or (isinstance(line, ConversationEntry) and line.is_archived):
            self.commanded.emit(ConversationCommand(CommandKind.ARCHIVE, ids))
        else:
            folder_id = (
                line.id
                if isinstance(line, FolderLine)
                else line.folder_id
                if isinstance(line, ConversationEntry) and not line.is_pinned
                else None
            )
            self.commanded.emit(ConversationCommand(CommandKind.MOVE, ids, folder_id))
        return True

    def _is_shown(self, line: Line) -> bool:
        if isinstance(line, ConversationEntry):
            return line.id == self.shown
        entry = self._entries.get(self.shown) if self.shown is not None else None
        if entry is None or entry.id in self._row_of:
            return False
        if isinstance(line, FolderLine):
            return line.id == entry.folder_id and not entry.is_archived
        return isinstance(line, ArchiveLine) and entry.is_archived

    def _line(self, index: Index) -> Line | None:
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None


def _is_same(one: Line, other: Line) -> bool:
    """Whether two lines are the same thing, whatever it is called now."""
    if isinstance(one, FolderLine) and isinstance(other, FolderLine) and one.is_open != other.is_open:
        return False
    return _key(one) == _key(other)


def _key(line: Line) -> object:
    """Return what a line is, whatever it is called and wherever it stands."""
    match line:
        case ConversationEntry() | FolderLine():
            return type(line), line.id
        case ArchiveLine():
            return ArchiveLine
        case Section():
            return line


# The words for the lines of the conversation list, to read and to hear.


def line_text(line: Line) -> str:
    """Return what a line shows."""
    if isinstance(line, ConversationEntry):
        return line.title or _tr("Untitled")
    if isinstance(line, FolderLine):
        return line.name
    if isinstance(line, ArchiveLine):
        return _tr("Archive")
    return _section_text(line)


def spoken_line(line: Line, *, is_running: bool, is_shown: bool, is_asking: bool = False) -> str:
    """Return what a screen reader says for a line."""
    text = line_text(line)
    if is_shown:
        text = _tr("{title}, shown").format(title=text)
    if isinstance(line, ConversationEntry):
        if line.is_pinned:
            text = _tr("{title}, pinned").format(title=text)
        if is_asking:
            return _tr("{title}, waits for your answer").format(title=text)
        return _tr("{title}, writing").format(title=text) if is_running else text
    if isinstance(line, FolderLine | ArchiveLine):
        held = QCoreApplication.translate("ConversationList", "%n conversations", "", line.count)
        words = _tr("{name}, folder with {held}, open") if line.is_open else _tr("{name}, folder with {held}, closed")
        return words.format(name=text, held=held)
    return text


def _section_text(section: Section) -> str:
    match section.kind:
        case SectionKind.PINNED:
            return _tr("Pinned")
        case SectionKind.TODAY:
            return _tr("Today")
        case SectionKind.YESTERDAY:
            return _tr("Yesterday")
        case SectionKind.LAST_7_DAYS:
            return _tr("Previous 7 days")
        case SectionKind.LAST_30_DAYS:
            return _tr("Previous 30 days")
    is_this_year = section.year == dt.date.today().year
    day = QDate(section.year, section.month, 1)
    return QLocale().toString(day, "MMMM" if is_this_year else "MMMM yyyy")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ConversationList", text)
