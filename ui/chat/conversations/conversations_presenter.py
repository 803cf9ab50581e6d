"""Keeps the list of conversations as history has it: renames, moves, archives, deletes, and takes it all back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from app.conversation.session import Session
from app.history.backups import BackupKind
from app.history.conversation_lines import ConversationEntry, ConversationRename, FolderLine, FolderRename
from app.history.records import Conversation
from app.history.shelf import Place
from app.history.store import HistoryStore
from app.text import visible_line
from ui.bridges.settings_store import SettingsStore
from ui.bridges.window_events import WindowEvents
from ui.chat.conversations.conversation_menu import CommandKind, ConversationCommand
from ui.chat.conversations.forgetting import Forgetting
from ui.chat.conversations.sidebar import ListCommand, Sidebar
from ui.chat.exchange.exchange_presenter import ExchangePresenter


@dataclass(frozen=True, slots=True)
class UndoableChange:
    """A change of the list that can be taken back; `words` say what was done, in the language of the moment."""

    words: Callable[[], str]
    undo: Callable[[], object]
    conversation_ids: tuple[int, ...] = ()
    shows_again: int | None = None
    """The conversation to show when it is taken back."""


class ConversationsPresenter(QObject):
    """Serves the sidebar; what it does with conversations is done by the history's shelf."""

    def __init__(
        self,
        sidebar: Sidebar,
        *,
        session: Session,
        store: HistoryStore,
        exchange: ExchangePresenter,
        forgetting: Forgetting,
        kept: SettingsStore,
        events: WindowEvents,
    ) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar
        self._model = sidebar.conversations
        self._session = session
        self._store = store
        self._shelf = store.shelf
        self._exchange = exchange
        self._forgetting = forgetting
        self._kept = kept
        self._events = events
        self._change: UndoableChange | None = None
        sidebar.new_chat.clicked.connect(self.begin)
        sidebar.commanded.connect(self._do)
        sidebar.list.conversation_chosen.connect(self._want)
        sidebar.list.commanded.connect(self.execute)
        sidebar.list.folder_delete_asked.connect(self.delete_folder)
        sidebar.list.undo_asked.connect(self._undo_now)
        sidebar.undo_bar.undone.connect(self._undo)
        self._model.commanded.connect(self.execute)
        self._model.rename_asked.connect(self.rename)
        self._model.folder_rename_asked.connect(self._rename_folder)
        now = kept.now()
        self._model.fold(closed_folders=now.closed_folders, is_archive_open=now.is_archive_open)
        self._model.folds_changed.connect(self._remember_folds)
        exchange.conversations_added.connect(self.show_all)
        events.conversation_changed.connect(self._show)
        events.conversation_shown.connect(sidebar.set_shown)
        events.conversations_forgotten.connect(self._forget)
        events.history_replaced.connect(self._show_replaced)
        events.turn_changed.connect(self._show_running)
        events.turn_ended.connect(self._show_running)
        self.show_all()
        self._show_running()

    # --- what the person wants --------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show an empty conversation."""
        self._want(None)

    def step(self, step: int) -> None:
        """Show the next (+1) or previous (-1) conversation of the list, around its ends."""
        ids, shown = self._model.ids(), self._model.shown
        before = ids.index(shown) if shown in ids else -1 if step > 0 else 0
        self._want(ids[(before + step) % len(ids)])

    def rename(self, renamed: ConversationRename) -> None:
        """Give a conversation the title that was typed."""
        with self._events.reporting_problems():
            self._session.rename(renamed.conversation_id, renamed.title)

    def execute(self, command: ConversationCommand) -> None:
        """Do what the person wants with the conversations that are marked, and offer to undo it."""
        ids, shelf = command.conversation_ids, self._shelf
        with self._events.reporting_problems():
            match command.kind:
                case CommandKind.EXPORT:
                    self._exchange.ask_export(ids)
                case CommandKind.PRINT:
                    self._exchange.print_conversation(ids[0])
                case CommandKind.FORGET:
                    self._forgetting.ask(ids)
                case CommandKind.DELETE:
                    self._delete(ids)
                case CommandKind.PIN:
                    self._changed(shelf.set_pinned(ids, pinned=True), self._words(command))
                case CommandKind.UNPIN:
                    self._changed(shelf.set_pinned(ids, pinned=False), self._words(command))
                case CommandKind.ARCHIVE:
                    self._changed(shelf.set_archived(ids, archived=True), self._words(command))
                case CommandKind.UNARCHIVE:
                    self._changed(shelf.set_archived(ids, archived=False), self._words(command))
                case CommandKind.MOVE:
                    self._changed(shelf.move(ids, command.folder_id), self._words(command))
                case CommandKind.NEW_FOLDER:
                    folder = shelf.create_folder(self.tr("New folder"))
                    shelf.move(ids, folder.id)
                    self.show_all()
                    self._sidebar.list.edit_folder(folder.id)

    def new_folder(self) -> None:
        """Make an empty folder, and let the person name it."""
        self.execute(ConversationCommand(CommandKind.NEW_FOLDER, ()))

    def delete_folder(self, folder_id: int) -> None:
        """Remove a folder; what stood in it stays. It can be undone."""
        with self._events.reporting_problems():
            removed = self._shelf.delete_folder(folder_id)
            self.show_all()
            deleted, shelf = removed.folder.name, self._shelf

            def words() -> str:
                return _tr("Deleted the folder “{name}”").format(name=deleted)

            self.offer_undo(UndoableChange(words, lambda: shelf.restore_folder(removed)))

    def export_all(self) -> None:
        """Export all conversations."""
        self._exchange.ask_export(tuple(self._model.ids()))

    def _do(self, command: ListCommand) -> None:
        match command:
            case ListCommand.NEW_FOLDER:
                self.new_folder()
            case ListCommand.EXPORT_ALL:
                self.export_all()
            case ListCommand.IMPORT:
                self._exchange.ask_import()
            case ListCommand.BACK_UP:
                self._exchange.back_up(BackupKind.BY_HAND)
            case ListCommand.RESTORE:
                self._exchange.ask_restore()

    # --- the list ---------------------------------------------------------------------------------------------

    def show_all(self) -> None:
        """Read the list."""
        with self._events.reporting_problems():
            self._show_folders()
            self._model.show_entries(map(_entry, self._store.conversations()))

    def has_any(self) -> bool:
        """Whether there is any conversation."""
        return bool(self._model.ids())

    @property
    def change(self) -> UndoableChange | None:
        """What can be taken back, while that is offered."""
        return None if self._sidebar.undo_bar.isHidden() else self._change

    def offer_undo(self, change: UndoableChange) -> None:
        """Say what was done, and offer to take it back."""
        self._change = change
        self._sidebar.undo_bar.offer(change.words())

    # --- private ----------------------------------------------------------------------------------------------

    def _want(self, conversation_id: int | None) -> None:
        self._events.conversation_wanted.emit(conversation_id)

    def _show(self, conversation: Conversation) -> None:
        """Show a conversation as it is now, or take it out of the list."""
        if conversation.deleted_at is None:
            self._model.put(_entry(conversation))
        else:
            self._model.remove(conversation.id)

    def _show_running(self) -> None:
        """Mark the conversations in which something is written or waits."""
        turns = (*self._session.queued_turns, *self._session.running_turns)
        self._model.set_running(
            frozenset(turn.conversation_id for turn in turns),
            asking=frozenset(turn.conversation_id for turn in turns if turn.waits_for_person),
        )

    def _show_replaced(self) -> None:
        self._withdraw()
        self.show_all()

    def _forget(self, ids: Iterable[int]) -> None:
        self._model.remove(*ids)
        if self._change is not None and not set(self._change.conversation_ids).isdisjoint(ids):
            self._withdraw()

    def _delete(self, ids: tuple[int, ...]) -> None:
        words = self._words(ConversationCommand(CommandKind.DELETE, ids))
        for conversation_id in ids:
            for turn in reversed(self._session.turns_of(conversation_id)):
                self._session.cancel(turn.id)
        places, shelf = self._shelf.delete(ids), self._shelf
        self._model.remove(*ids)
        self.offer_undo(
            UndoableChange(words, lambda: shelf.put_back(places), ids, shows_again=ids[0] if len(ids) == 1 else None)
        )
        self._events.conversations_deleted.emit(ids)

    def _changed(self, places: tuple[Place, ...], words: Callable[[], str]) -> None:
        ids, shelf = tuple(place.conversation_id for place in places), self._shelf
        found = [self._store.conversation(conversation_id) for conversation_id in ids]
        self._model.put(*(_entry(conversation) for conversation in found if conversation.deleted_at is None))
        self.offer_undo(UndoableChange(words, lambda: shelf.put_back(places), ids))

    def _withdraw(self) -> None:
        self._change = None
        self._sidebar.undo_bar.withdraw()

    def _undo_now(self) -> None:
        self._sidebar.undo_bar.withdraw()
        self._undo()

    def _undo(self) -> None:
        change, self._change = self._change, None
        if change is None:
            return
        with self._events.reporting_problems():
            try:
                change.undo()
            except Exception:
                self._change = change  # it can be tried again
                raise
            self.show_all()
            if change.shows_again is not None:
                self._want(change.shows_again)

    def _show_folders(self) -> None:
        self._model.show_folders(FolderLine(folder.id, visible_line(folder.name)) for folder in self._shelf.folders())

    def _rename_folder(self, renamed: FolderRename) -> None:
        with self._events.reporting_problems():
            self._shelf.rename_folder(renamed.folder_id, renamed.name)
            self._show_folders()

    def _remember_folds(self) -> None:
        self._kept.set_later(closed_folders=self._model.closed_folders, is_archive_open=self._model.is_archive_open)

    def _words(self, command: ConversationCommand) -> Callable[[], str]:
        """Return what says that this was done with these, as they are called now; asked again in another language."""
        ids = command.conversation_ids
        title = self._model.title(ids[0]) if len(ids) == 1 else ""
        return lambda: _done_words(command.kind, len(ids), title)


def _done_words(kind: CommandKind, count: int, title: str) -> str:
    one, many = {
        CommandKind.DELETE: (_tr("Deleted “{title}”"), _tr("Deleted %n conversations", count)),
        CommandKind.PIN: (_tr("Pinned “{title}”"), _tr("Pinned %n conversations", count)),
        CommandKind.UNPIN: (_tr("Unpinned “{title}”"), _tr("Unpinned %n conversations", count)),
        CommandKind.ARCHIVE: (_tr("Archived “{title}”"), _tr("Archived %n conversations", count)),
        CommandKind.UNARCHIVE: (
            _tr("“{title}” is out of the archive"),
            _tr("%n are out of the archive", count),
        ),
        CommandKind.MOVE: (_tr("Moved “{title}”"), _tr("Moved %n conversations", count)),
    }[kind]
    return one.format(title=title) if count == 1 else many


def _entry(conversation: Conversation) -> ConversationEntry:
    return ConversationEntry(
        conversation.id,
        visible_line(conversation.title),
        conversation.updated_at,
        is_pinned=conversation.pinned_at is not None,
        is_archived=conversation.archived_at is not None,
        folder_id=conversation.folder_id,
    )


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("ConversationsPresenter", text, "", count)
