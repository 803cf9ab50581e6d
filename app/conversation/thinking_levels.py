"""How much the model may think, per conversation."""

from __future__ import annotations

from app.history.store import HistoryStore
from app.inference.protocol import ModelInfo

AUTO = "auto"
"""The level that leaves it to the model."""


class ThinkingLevels:
    """Keeps each conversation's level in history, and that of the next new one until there is a question."""

    def __init__(self, store: HistoryStore) -> None:
        self._store = store
        self._of_the_next = AUTO

    def of(self, conversation_id: int | None) -> str:
        """Return the level chosen for a conversation, or for the next new one."""
        if conversation_id is None:
            return self._of_the_next
        return self._store.conversation(conversation_id).thinking_level

    def choose(self, conversation_id: int | None, level: str) -> None:
        """Choose the level from the next question on."""
        if conversation_id is None:
            self._of_the_next = level
        else:
            self._store.set_thinking_level(conversation_id, level)

    def begin(self, conversation_id: int) -> None:
        """Give a new conversation the level chosen for it."""
        if self._of_the_next != AUTO:
            self._store.set_thinking_level(conversation_id, self._of_the_next)

    def usable(self, conversation_id: int, info: ModelInfo | None) -> str:
        """Return the conversation's level if this model has it; another model may have others."""
        level = self.of(conversation_id)
        return level if info is not None and level in info.thinking_levels else AUTO
