"""How much the model may think, per conversation."""

from __future__ import annotations

from collections.abc import Callable

from app.conversation.preferences import SessionPreferences
from app.history.preset_records import ThinkingOptions
from app.history.store import HistoryStore
from app.history.votes import KeptVote
from app.inference.protocol import ModelInfo

AUTO = "auto"
"""The level that leaves it to the model."""
MOST_SAMPLES = 64
"""More are not asked for, whatever a preset or a file says."""


class ThinkingLevels:
    """Keeps each conversation's level and options in history, and those of the next new one until there is a question.

    A new conversation begins with what the person prefers.
    """

    def __init__(self, store: HistoryStore, preferences: Callable[[], SessionPreferences]) -> None:
        self._store = store
        self._preferences = preferences
        self._level_of_the_next: str | None = None
        self._options_of_the_next: ThinkingOptions | None = None

    def of(self, conversation_id: int | None) -> str:
        """Return the level chosen for a conversation, or for the next new one."""
        if conversation_id is not None:
            return self._store.conversation(conversation_id).thinking_level
        return self._level_of_the_next or self._preferences().thinking_level

    def choose(self, conversation_id: int | None, level: str) -> None:
        """Choose the level from the next question on."""
        if conversation_id is None:
            self._level_of_the_next = level
        else:
            self._store.set_thinking_level(conversation_id, level)

    def options_of(self, conversation_id: int | None) -> ThinkingOptions:
        """Return the options chosen for a conversation, or for the next new one."""
        if conversation_id is not None:
            return self._store.conversation(conversation_id).thinking_options
        return self._options_of_the_next or self._preferences().thinking_options

    def choose_options(self, conversation_id: int | None, options: ThinkingOptions) -> None:
        """Choose the options from the next question on."""
        if conversation_id is None:
            self._options_of_the_next = options
        else:
            self._store.set_thinking_options(conversation_id, options)

    def vote_of(self, conversation_id: int | None) -> KeptVote | None:
        """Return the vote that is held over the answers to the next question, `None` for one answer."""
        options = self.options_of(conversation_id)
        samples = min(options.samples, MOST_SAMPLES)
        return KeptVote(samples, until_sure=options.until_sure) if samples > 1 else None

    def usable(self, conversation_id: int | None, info: ModelInfo | None) -> str:
        """Return the conversation's level if this model has it; another model may have others."""
        level = self.of(conversation_id)
        return level if info is not None and level in info.thinking_levels else AUTO
