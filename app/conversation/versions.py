"""Versions of questions and answers: which of them is shown, and others by the person. Nothing is overwritten."""

from __future__ import annotations

from app.history.store import HistoryStore


class Versions:
    """Reads and changes which branch of a conversation is shown. Raises the errors of `app.history.errors`."""

    def __init__(self, store: HistoryStore) -> None:
        self._store = store

    def of(self, message_id: int) -> list[int]:
        """Return the versions of a message, the oldest first."""
        return self._store.sibling_ids(message_id)

    def beside(self, message_id: int, step: int) -> int | None:
        """Return the version before (-1) or after (+1) a message, if there is one."""
        versions = self.of(message_id)
        position = versions.index(message_id) + step
        return versions[position] if 0 <= position < len(versions) else None

    def show(self, message_id: int) -> None:
        """Show the branch of this message from now on, with the newest that follows it."""
        message = self._store.message(message_id)
        self._store.set_leaf(message.conversation_id, self._store.newest_leaf(message_id))

    def show_branch_of(self, message_id: int) -> None:
        """Show a branch that holds this message, unless the one shown does. Raises `LookupError` if it is gone."""
        self._store.show_branch_of(message_id)

    def edit_reply(self, message_id: int, text: str) -> int:
        """Keep an edited answer as another version, which is shown from now on; return its id."""
        return self._store.copies.add_edited_reply(message_id, text)
