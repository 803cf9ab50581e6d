"""Connects the list of conversations with history: shows, renames, moves, archives, deletes, and takes it all back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.conversation.session import Session
from app.errors import UserError
from app.history.conversation_lines import ConversationEntry, ConversationRename, FolderLine, FolderRename
from app.history.records import Conversation
from app.history.shelf import Place
from app.history.store import HistoryStore
from app.text import visible_line
from ui.bridges.history_jobs import HistoryJobs
from ui.chat.conversations.conversation_wish import ConversationWish, WishKind
from ui.chat.conversations.forgetting import Forgetting
from ui.chat.exchange.exchange_controller import ExchangeController
from ui.chat.search.found_places import HitChoice
from ui.chat.search.search_controller import SearchController
from ui.chat.search.search_index import SearchIndex
from ui.chat.window_content import WindowContent
from ui.documents.formula_typesetter import FormulaTypesetter


class ConversationController(QObject):
    """Keeps the list as history has it, that of the views it is attached to.

    Signals:
        conversation_chosen(int): this conversation should be shown.
        conversation_deleted(int): this conversation is gone (for now).
        hit_chosen(HitChoice): a message that a search has found should be shown; its branch is the one shown.
        problem_occurred(UserError): history could not be read or changed.
    """

    conversation_chosen = Signal(int)
    conversation_deleted = Signal(int)
    hit_chosen = Signal(object)
    problem_occurred = Signal(object)

    def __init__(
        self,
        *,
        session: Session,
        store: HistoryStore,
        jobs: HistoryJobs,
        typesetter: FormulaTypesetter,
        cache_folder: Path,
    ) -> None:
        super().__init__()
        self._session = session
        self._store = store
        self._undo: Callable[[], None] | None = None
        self._undo_ids: frozenset[int] = frozenset()
        self._undo_words: Callable[[], str] = str
        self._is_undo_offered = False
        self._index = SearchIndex(store=store, jobs=jobs, parent=self)
        self.exchange = ExchangeController(session=session, store=store, jobs=jobs, typesetter=typesetter, parent=self)
        self.exchange.conversations_changed.connect(self.show_all)
        self.exchange.problem_occurred.connect(self.problem_occurred)
        self.forgetting = Forgetting(session=session, store=store, jobs=jobs, cache_folder=cache_folder, parent=self)
        self.forgetting.hidden.connect(self._forget)
        self.forgetting.problem_occurred.connect(self.problem_occurred)

    def attach(self, content: WindowContent) -> None:
        """Fill these views from now on, in the place of others; what was searched, and can be undone, stays."""
        self._model = content.sidebar.conversations
        self._list = content.sidebar.list
        self._undo_bar = content.sidebar.undo_bar
        content.sidebar.list.conversation_chosen.connect(self.conversation_chosen)
        content.sidebar.list.wished.connect(self.fulfil)
        content.sidebar.list.folder_delete_asked.connect(self.delete_folder)
        content.sidebar.list.undo_asked.connect(self._undo_now)
        content.sidebar.new_folder_asked.connect(lambda: self.fulfil(ConversationWish(WishKind.NEW_FOLDER, ())))
        self._model.wished.connect(self.fulfil)
        self._model.rename_asked.connect(self.rename)
        self._model.folder_rename_asked.connect(self._rename_folder)
        self._undo_bar.undone.connect(self._undo_last)
        self.search = SearchController(content=content, store=self._store)
        self.search.hit_chosen.connect(self._show_hit)
        self.search.problem_occurred.connect(self.problem_occurred)
        self.exchange.attach(content)
        self.forgetting.attach(content)
        self.show_all()
        self.show_running()
        if self._is_undo_offered:
            self._undo_bar.offer(self._undo_words())

    def detach(self) -> None:
        """The views are about to be deleted."""
        self.search.close()
        self._is_undo_offered = not self._undo_bar.isHidden()

    def begin_search(self) -> None:
        """Go to the field that searches all conversations."""
        self.search.begin()

    def close(self) -> None:
        """End the threads of history."""
        self.search.close()
        self._index.close()
        self.exchange.close()
        self.forgetting.close()

    def show_all(self) -> None:
        """Read the list."""
        with self._telling_problems():
            self._show_folders()
            self._model.show_entries([_entry(conversation) for conversation in self._store.conversations()])

    def history_replaced(self) -> None:
        """All conversations are others now."""
        self._undo = None
        self._undo_bar.withdraw()
        self.show_all()
        self.search.history_replaced()
        self._index.begin()

    def show(self, conversation: Conversation) -> None:
        """Show a conversation as it is now, or take it out of the list."""
        if conversation.deleted_at is None:
            self._model.put(_entry(conversation))
        else:
            self._model.remove(conversation.id)

    def title(self, conversation_id: int) -> str:
        """Return a conversation's title."""
        return self._model.title(conversation_id)

    def show_running(self) -> None:
        """Mark the conversations in which something is written or waits."""
        turns = (*self._session.queued_turns, *self._session.running_turns)
        self._model.set_running(frozenset(turn.conversation_id for turn in turns))

    def rename(self, wish: ConversationRename) -> None:
        """Give a conversation the title that was typed."""
        with self._telling_problems():
            self.show(self._store.rename(wish.conversation_id, wish.title))

    def fulfil(self, wish: ConversationWish) -> None:
        """Do what the person wants with the conversations that are marked, and offer to undo it."""
        ids, shelf = wish.conversation_ids, self._store.shelf
        with self._telling_problems():
            match wish.kind:
                case WishKind.EXPORT | WishKind.PRINT:
                    self.exchange.fulfil(wish)
                case WishKind.FORGET:
                    self.forgetting.ask(ids)
                case WishKind.DELETE:
                    self._delete(ids)
                case WishKind.PIN:
                    self._changed(shelf.set_pinned(ids, pinned=True), self._words("Pinned", ids))
                case WishKind.UNPIN:
                    self._changed(shelf.set_pinned(ids, pinned=False), self._words("Unpinned", ids))
                case WishKind.ARCHIVE:
                    self._changed(shelf.set_archived(ids, archived=True), self._words("Archived", ids))
                case WishKind.UNARCHIVE:
                    self._changed(shelf.set_archived(ids, archived=False), self._words("Unarchived", ids))
                case WishKind.MOVE:
                    self._changed(shelf.move(ids, wish.folder_id), self._words("Moved", ids))
                case WishKind.NEW_FOLDER:
                    folder = shelf.create_folder(self.tr("New folder"))
                    shelf.move(ids, folder.id)
                    self.show_all()
                    self._list.edit_folder(folder.id)

    def delete_folder(self, folder_id: int) -> None:
        """Remove a folder; what stood in it stays. It can be undone."""
        shelf = self._store.shelf
        with self._telling_problems():
            removed = shelf.delete_folder(folder_id)
            self.show_all()

            def undo() -> None:
                shelf.restore_folder(removed)
                self.show_all()

            self._offer_undo(lambda: self.tr("Deleted the folder “{name}”").format(name=removed.folder.name), undo)

    # --- private ----------------------------------------------------------------------------------------------

    def _show_hit(self, choice: HitChoice) -> None:
        with self._telling_problems():
            try:
                if choice.message_id is not None:
                    self._store.show_branch_of(choice.message_id)
            except LookupError:
                return  # purged since it was found
            self.conversation_chosen.emit(choice.conversation_id)
            self.hit_chosen.emit(choice)

    def _forget(self, ids: tuple[int, ...]) -> None:
        self._model.remove(*ids)
        self.search.history_replaced()
        if not self._undo_ids.isdisjoint(ids):
            self._undo = None
            self._undo_bar.withdraw()
        for conversation_id in ids:
            self.conversation_deleted.emit(conversation_id)

    def _delete(self, ids: Sequence[int]) -> None:
        words = self._words("Deleted", ids)
        for conversation_id in ids:
            for turn in reversed(self._session.turns_of(conversation_id)):
                self._session.cancel(turn.id)
        places = self._store.shelf.delete(ids)
        self._model.remove(*ids)

        def undo() -> None:
            self._store.shelf.put_back(places)
            self._reread(ids)
            if len(ids) == 1:
                self.conversation_chosen.emit(ids[0])

        self._offer_undo(words, undo, ids)
        for conversation_id in ids:
            self.conversation_deleted.emit(conversation_id)

    def _changed(self, places: tuple[Place, ...], words: Callable[[], str]) -> None:
        ids = [place.conversation_id for place in places]
        self._reread(ids)

        def undo() -> None:
            self._store.shelf.put_back(places)
            self._reread(ids)

        self._offer_undo(words, undo, ids)

    def _reread(self, ids: Sequence[int]) -> None:
        found = [self._store.conversation(conversation_id) for conversation_id in ids]
        self._model.put(*(_entry(conversation) for conversation in found if conversation.deleted_at is None))

    def _offer_undo(self, words: Callable[[], str], undo: Callable[[], None], ids: Sequence[int] = ()) -> None:
        self._undo, self._undo_words, self._undo_ids = undo, words, frozenset(ids)
        self._undo_bar.offer(words())

    def _undo_now(self) -> None:
        self._undo_bar.withdraw()
        self._undo_last()

    def _undo_last(self) -> None:
        if self._undo is not None:
            with self._telling_problems():
                self._undo()
                self._undo = None

    def _show_folders(self) -> None:
        folders = self._store.shelf.folders()
        self._model.show_folders([FolderLine(folder.id, visible_line(folder.name)) for folder in folders])

    def _rename_folder(self, wish: FolderRename) -> None:
        with self._telling_problems():
            self._store.shelf.rename_folder(wish.folder_id, wish.name)
            self._show_folders()

    def _words(self, deed: str, ids: Sequence[int]) -> Callable[[], str]:
        """Return what says that this was done with these, as they are called now; asked again in another language."""
        title = self.title(ids[0]) if len(ids) == 1 else ""

        def words() -> str:
            one, many = {
                "Deleted": (self.tr("Deleted “{title}”"), self.tr("Deleted %n conversations", "", len(ids))),
                "Pinned": (self.tr("Pinned “{title}”"), self.tr("Pinned %n conversations", "", len(ids))),
                "Unpinned": (self.tr("Unpinned “{title}”"), self.tr("Unpinned %n conversations", "", len(ids))),
                "Archived": (self.tr("Archived “{title}”"), self.tr("Archived %n conversations", "", len(ids))),
                "Unarchived": (
                    self.tr("“{title}” is out of the archive"),
                    self.tr("%n are out of the archive", "", len(ids)),
                ),
                "Moved": (self.tr("Moved “{title}”"), self.tr("Moved %n conversations", "", len(ids))),
            }[deed]
            return one.format(title=title) if len(ids) == 1 else many

        return words

    @contextmanager
    def _telling_problems(self) -> Iterator[None]:
        try:
            yield
        except UserError as error:
            self.problem_occurred.emit(error)


def _entry(conversation: Conversation) -> ConversationEntry:
    return ConversationEntry(
        conversation.id,
        visible_line(conversation.title),
        conversation.updated_at,
        is_pinned=conversation.pinned_at is not None,
        is_archived=conversation.archived_at is not None,
        folder_id=conversation.folder_id,
    )
