"""The list of conversations: choose, rename (F2), delete (Del), by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from ui.chat.conversation_delegate import ConversationDelegate
from ui.chat.conversation_model import ConversationModel, ConversationRole
from ui.theme.theme import Theme
from ui.widgets.pulse import Pulse


class ConversationList(QListView):
    """Shows a `ConversationModel`.

    Signals:
        conversation_chosen(int): the person wants to see this conversation.
        delete_asked(int): the person wants this one gone.
    """

    conversation_chosen = Signal(int)
    delete_asked = Signal(int)

    def __init__(self, model: ConversationModel, theme: Theme, pulse: Pulse, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: int | None = None
        self._is_syncing = False
        self._conversations = model
        self.setModel(model)
        self.setItemDelegate(ConversationDelegate(theme, pulse, self))
        self.setAccessibleName(self.tr("Conversations"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.customContextMenuRequested.connect(self._show_menu)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        model.modelReset.connect(self._sync)
        pulse.beaten.connect(self._repaint)

    def set_chosen(self, conversation_id: int | None) -> None:
        """Mark the conversation that is shown."""
        self._chosen = conversation_id
        self._sync()

    def menu_for(self, conversation_id: int) -> QMenu:
        """Return the menu of a conversation."""
        menu = QMenu(self)
        rename = QAction(self.tr("Rename"), menu)
        rename.setShortcut(Qt.Key.Key_F2)
        rename.triggered.connect(lambda: self.edit(self._conversations.index_of(conversation_id)))
        delete = QAction(self.tr("Delete"), menu)
        delete.setShortcut(Qt.Key.Key_Delete)
        delete.triggered.connect(lambda: self.delete_asked.emit(conversation_id))
        menu.addActions([rename, delete])
        return menu

    def _sync(self) -> None:
        self._is_syncing = True
        index = self._conversations.index_of(self._chosen)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
        self._is_syncing = False

    def _selection_changed(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        if self._is_syncing or selected.isEmpty():
            return
        conversation_id = selected.indexes()[0].data(ConversationRole.ID)
        if conversation_id is not None and conversation_id != self._chosen:
            self._chosen = conversation_id
            self.conversation_chosen.emit(conversation_id)

    def _show_menu(self, place: QPoint) -> None:
        conversation_id = self.indexAt(place).data(ConversationRole.ID)
        if conversation_id is not None:
            menu = self.menu_for(conversation_id)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(place))

    def _repaint(self, _strong: bool) -> None:
        if self.isVisible():
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete with Del."""
        conversation_id = self.currentIndex().data(ConversationRole.ID)
        if event.key() == Qt.Key.Key_Delete and conversation_id is not None:
            self.delete_asked.emit(conversation_id)
            return
        super().keyPressEvent(event)
