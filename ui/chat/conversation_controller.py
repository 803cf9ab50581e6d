"""Connects the list of conversations with history: shows, renames, deletes, brings back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from app.conversation.session import Session
from app.errors import UserError
from app.history.records import Conversation
from app.history.store import HistoryStore
from ui.chat.chat_views import ChatViews
from ui.chat.conversation_entry import ConversationEntry, ConversationRename


class ConversationController(QObject):
    """Keeps the list as history has it.

    Signals:
        conversation_chosen(int): this conversation should be shown.
        conversation_deleted(int): this conversation is gone (for now).
        problem_occurred(UserError): history could not be read or changed.
    """

    conversation_chosen = Signal(int)
    conversation_deleted = Signal(int)
    problem_occurred = Signal(object)

    def __init__(self, *, views: ChatViews, session: Session, store: HistoryStore) -> None:
        super().__init__(views.window)
        self._model = views.conversations
        self._undo_bar = views.sidebar.undo_bar
        self._session = session
        self._store = store
        self._deleted: int | None = None
        views.list.conversation_chosen.connect(self.conversation_chosen)
        views.list.delete_asked.connect(self.delete)
        self._model.rename_asked.connect(self.rename)
        self._undo_bar.undone.connect(self.undelete)

    def show_all(self) -> None:
        """Read the list."""
        with self._telling_problems():
            self._model.show_entries([_entry(conversation) for conversation in self._store.conversations()])

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
        running = self._session.running_turn
        turns = (*self._session.queued_turns, *((running,) if running is not None else ()))
        self._model.set_running(frozenset(turn.conversation_id for turn in turns))

    def rename(self, wish: ConversationRename) -> None:
        """Give a conversation the title that was typed."""
        with self._telling_problems():
            self.show(self._store.rename(wish.conversation_id, wish.title))

    def delete(self, conversation_id: int) -> None:
        """Delete a conversation, ending what is written in it, and offer to bring it back."""
        title = self.title(conversation_id)
        with self._telling_problems():
            for turn in reversed(self._session.turns_of(conversation_id)):
                self._session.cancel(turn.id)
            self.show(self._store.delete(conversation_id))
            self._deleted = conversation_id
            self._undo_bar.offer(self.tr("Deleted “{title}”").format(title=title))
            self.conversation_deleted.emit(conversation_id)

    def undelete(self) -> None:
        """Bring the conversation deleted last back and show it."""
        conversation_id, self._deleted = self._deleted, None
        if conversation_id is not None:
            with self._telling_problems():
                self.show(self._store.undelete(conversation_id))
                self.conversation_chosen.emit(conversation_id)

    @contextmanager
    def _telling_problems(self) -> Iterator[None]:
        try:
            yield
        except UserError as error:
            self.problem_occurred.emit(error)


def _entry(conversation: Conversation) -> ConversationEntry:
    return ConversationEntry(conversation.id, conversation.title, conversation.updated_at)
