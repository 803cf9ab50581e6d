"""The list of conversations: choose, mark several, rename, move, archive, delete, by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from app.history.conversation_lines import ArchiveLine, ConversationEntry, FolderLine
from ui.chat.conversations.conversation_command import CommandKind, ConversationCommand
from ui.chat.conversations.conversation_delegate import ConversationDelegate
from ui.chat.conversations.conversation_menu import (
    ARCHIVE_KEYS,
    NEW_FOLDER_KEYS,
    PIN_KEYS,
    PRINT_KEYS,
    conversation_menu,
    toggled_archive,
    toggled_pin,
)
from ui.chat.conversations.conversation_model import ConversationModel, ConversationRole
from ui.theme.theme import Theme
from ui.widgets.composed_word import typed_text
from ui.widgets.pulse import Pulse


class ConversationList(QListView):
    """Shows a `ConversationModel`. A click shows a conversation; Ctrl and Shift mark more without showing them.

    Signals:
        conversation_chosen(int): the person wants to see this conversation.
        commanded(ConversationCommand): the person wants something done with one or more conversations.
        folder_delete_asked(int): the person wants this folder gone (its conversations stay).
        undo_asked(): the last change should be taken back.
    """

    conversation_chosen = Signal(int)
    commanded = Signal(object)
    folder_delete_asked = Signal(int)
    undo_asked = Signal()

    def __init__(self, model: ConversationModel, theme: Theme, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_syncing = False
        self._came_by_mouse = False
        self._conversations = model
        self.setModel(model)
        self.setItemDelegate(ConversationDelegate(theme, pulse, self))
        self.setAccessibleName(self.tr("Conversations"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)  # ten thousand lines need not be measured one by one
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDragDropOverwriteMode(True)  # onto lines, not between them
        self.setMouseTracking(True)
        self.clicked.connect(self._toggle_clicked)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        model.layoutAboutToBeChanged.connect(self._keep_marked)
        model.layoutChanged.connect(self._sync)
        self._marked: tuple[int, ...] = ()
        self._current_folder: int | None = None
        pulse.beaten.connect(self._repaint)

    def set_chosen(self, conversation_id: int | None) -> None:
        """Mark the conversation that is shown."""
        self._is_syncing = True
        self._conversations.set_shown(conversation_id)
        self._marked, self._current_folder = (), None
        self._sync()

    def marked_ids(self) -> tuple[int, ...]:
        """Return the conversations that are marked, from top to bottom."""
        selection = self.selectionModel().selection()
        parts = map(selection.at, range(selection.count()))
        ranges = sorted((part.top(), part.bottom()) for part in parts)
        return tuple(one for first, last in ranges for one in self._conversations.ids_between(first, last))

    def edit_folder(self, folder_id: int) -> None:
        """Let the person type a folder's name in place."""
        index = self._conversations.index_of_folder(folder_id)
        if index.isValid():
            self.scrollTo(index)
            self.setCurrentIndex(index)
            self.edit(index)

    def menu_for(self, *conversation_ids: int) -> QMenu:
        """Return the menu of conversations."""
        found = (self._conversations.entry(conversation_id) for conversation_id in conversation_ids)
        return conversation_menu(
            self,
            [entry for entry in found if entry is not None],
            self._conversations.folders(),
            command=self.commanded.emit,
            rename=lambda: self.edit(self._conversations.index_of(conversation_ids[0])),
        )

    def folder_menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of the folder in this line."""
        line = index.data(ConversationRole.LINE)
        menu = QMenu(self)
        rename = QAction(self.tr("Rename folder"), menu)
        rename.setShortcut(Qt.Key.Key_F2)
        rename.triggered.connect(lambda: self.edit_folder(line.id))
        delete = QAction(self.tr("Delete folder, keep conversations"), menu)
        delete.setShortcut(Qt.Key.Key_Delete)
        delete.triggered.connect(lambda: self.folder_delete_asked.emit(line.id))
        menu.addActions([rename, delete])
        return menu

    # --- private ----------------------------------------------------------------------------------------------

    def _sync(self) -> None:
        """Mark again what was marked before the list changed, or the conversation that is shown."""
        self._is_syncing = True
        marked = self._marked if len(self._marked) > 1 else ()
        index = QModelIndex()
        if self._current_folder is not None:
            index = self._conversations.index_of_folder(self._current_folder)
        if not index.isValid():  # also when the folder is gone
            index = self._conversations.index_of(self._conversations.shown)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
        if marked:
            self._mark(sorted(place.row() for place in map(self._conversations.index_of, marked) if place.isValid()))
        self._is_syncing = False

    def _mark(self, rows: list[int]) -> None:
        """Mark these rows: neighbours as one range, for Qt takes seconds over ten thousand single ones."""
        selection = QItemSelection()
        first = last = rows[0] if rows else 0
        for row in [*rows[1:], -1]:
            if row == last + 1:
                last = row
                continue
            if rows:
                part = QItemSelectionRange(self._conversations.index(first), self._conversations.index(last))
                selection.append(part)
            first = last = row
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _keep_marked(self) -> None:
        self._marked = self.marked_ids()
        line = self.currentIndex().data(ConversationRole.LINE)
        self._current_folder = line.id if isinstance(line, FolderLine) and self.hasFocus() else None
        self._is_syncing = True

    def _selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        if self._is_syncing:
            return
        marked = self.marked_ids()
        if len(marked) == 1 and marked[0] != self._conversations.shown:
            self.conversation_chosen.emit(marked[0])

    def _toggle_clicked(self, index: QModelIndex) -> None:
        if isinstance(index.data(ConversationRole.LINE), FolderLine | ArchiveLine):
            self._conversations.toggle(index.row())

    def _command(self, kind: CommandKind) -> None:
        ids = self.marked_ids()
        if ids:
            self.commanded.emit(ConversationCommand(kind, ids))

    def _marked_entries(self) -> list[ConversationEntry]:
        found = (self._conversations.entry(conversation_id) for conversation_id in self.marked_ids())
        return [entry for entry in found if entry is not None]

    def _repaint(self, _strong: bool) -> None:
        if self.isVisible():
            self.viewport().update()

    def _perform_key(self, event: QKeyEvent) -> bool:
        """Do what a key means on the current line; return whether it means anything."""
        line = self.currentIndex().data(ConversationRole.LINE)
        key = event.key()
        if isinstance(line, FolderLine | ArchiveLine):
            opens = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(key), not line.is_open)
            keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right)
            if key in keys:
                if opens != line.is_open:
                    self._conversations.toggle(self.currentIndex().row())
                return True
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if isinstance(line, FolderLine) and not self.marked_ids():
                self.folder_delete_asked.emit(line.id)
            else:
                self._command(CommandKind.DELETE)
            return True
        pressed = QKeySequence(event.keyCombination())
        entries = self._marked_entries()
        for keys_text, kind in (
            (PIN_KEYS, toggled_pin(entries)),
            (ARCHIVE_KEYS, toggled_archive(entries)),
            (NEW_FOLDER_KEYS, CommandKind.NEW_FOLDER),
            (PRINT_KEYS, CommandKind.PRINT),
        ):
            if pressed == QKeySequence(keys_text):
                self._command(kind)
                return True
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
            return True
        return False

    # --- Qt ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, pin, archive, open folders by keyboard; a field for a name passes on the keys it does not take.

        What is typed after a click is not meant for the list.
        """
        if self._came_by_mouse and typed_text(event):
            event.ignore()
            return
        self._came_by_mouse = False
        if self.state() == QAbstractItemView.State.EditingState or not self._perform_key(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the keyboard was brought here by the mouse."""
        super().focusInEvent(event)
        self._came_by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The right button marks nothing: its menu is for the line under it, which need not be shown for that."""
        if event.button() != Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the line under the mouse, or of the current one for the menu key."""
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_key else self.indexAt(event.pos())
        place = self.visualRect(index).bottomLeft() + QPoint(24, 0) if is_key else event.pos()
        line = index.data(ConversationRole.LINE)
        if isinstance(line, ConversationEntry):
            marked = self.marked_ids()
            menu = self.menu_for(*(marked if line.id in marked else (line.id,)))
        elif isinstance(line, FolderLine):
            menu = self.folder_menu(index)
        else:
            return
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))
