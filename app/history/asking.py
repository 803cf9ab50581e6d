"""Asking: a question with everything that belongs to it, written inside one transaction of the caller."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.history.attachments import StoredAttachment, add_attachments
from app.history.context_exclusions import ContextExclusions
from app.history.message_rows import read_message, read_messages
from app.history.preset_records import ConversationChoices, ThinkingOptions
from app.history.records import Conversation, StoredMessage
from app.history.reply_queries import add_candidates
from app.history.rows import encoded, storable
from app.history.tree_copies import copied_message
from app.history.tree_queries import add_message, inserted_id, read_conversation
from app.history.votes import KeptVote
from app.messages import ToolChoices


@dataclass(frozen=True, slots=True)
class ConversationSetup:
    """What a new conversation has of its own from the beginning."""

    title: str = ""
    choices: ConversationChoices = field(default_factory=ConversationChoices)
    thinking_level: str = "auto"
    thinking_options: ThinkingOptions = field(default_factory=ThinkingOptions)
    exclusions: ContextExclusions = field(default_factory=ContextExclusions)
    tools: ToolChoices = field(default_factory=ToolChoices)


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """A question with its files, and the model that is to answer it.

    `title` is for a conversation that has none yet. `was_draft`: it was written as the conversation's draft (that of
    the next new one), which is over with it. It is to have so many `candidates`: replies that are begun together.
    """

    text: str
    model_name: str
    files: tuple[StoredAttachment, ...] = ()
    title: str = ""
    was_draft: bool = False
    candidates: int = 1
    vote: KeptVote | None = None
    """The vote that is to be held over them."""

    @property
    def model_names(self) -> Sequence[str]:
        """Who is to write each of the candidates."""
        return (self.vote is not None and self.vote.models) or (self.model_name,) * self.candidates


@dataclass(frozen=True, slots=True)
class Asked:
    """The replies that are begun to a question, and the conversation as it is since."""

    conversation: Conversation
    candidates: tuple[StoredMessage, ...]

    @property
    def reply(self) -> StoredMessage:
        """The one that is shown."""
        return self.candidates[0]


def add_conversation(connection: sqlite3.Connection, setup: ConversationSetup, *, now: float) -> int:
    """Add an empty conversation; return its id."""
    choices = setup.choices
    return inserted_id(
        connection,
        "INSERT INTO conversation (title, created_at, updated_at, preset_key, system_prompt, sampling,"
        " thinking_level, thinking_options, unsent, tools) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            storable(setup.title),
            now,
            now,
            choices.preset_key,
            storable(choices.system_prompt) if choices.system_prompt is not None else None,
            encoded(choices.sampling),
            setup.thinking_level,
            encoded(setup.thinking_options),
            encoded(setup.exclusions),
            encoded(setup.tools),
        ),
    )


def ask(
    connection: sqlite3.Connection, conversation: int | ConversationSetup, question: NewQuestion, *, now: float
) -> Asked:
    """Add a question at the end of the branch shown, or to a new conversation, and begin its reply."""
    draft_of = None if isinstance(conversation, ConversationSetup) else conversation
    if isinstance(conversation, ConversationSetup):
        conversation = add_conversation(connection, conversation, now=now)
    before = read_conversation(connection, conversation)
    question_id = add_message(connection, before.id, before.leaf_id, role="user", now=now, answer=question.text)
    add_attachments(connection, question_id, question.files)
    if not before.title:
        connection.execute("UPDATE conversation SET title = ? WHERE id = ?", (storable(question.title), before.id))
    if question.was_draft:
        connection.execute("DELETE FROM draft WHERE conversation_id IS ?", (draft_of,))
    return _with_replies(connection, before.id, question_id, question, now=now)


def ask_again(connection: sqlite3.Connection, question_id: int, question: NewQuestion, *, now: float) -> Asked:
    """Add another version of a question, with its files, and begin its replies."""
    old = read_message(connection, question_id)
    changed: dict[str, str | float] = {"answer": storable(question.text), "created_at": now}
    added = copied_message(connection, old.id, old.conversation_id, parent_id=old.parent_id, changed=changed)
    return _with_replies(connection, old.conversation_id, added, question, now=now)


def _with_replies(
    connection: sqlite3.Connection, conversation_id: int, question_id: int, question: NewQuestion, *, now: float
) -> Asked:
    ids = add_candidates(
        connection,
        conversation_id,
        question_id,
        model_names=question.model_names,
        now=now,
        vote=question.vote,
    )
    return Asked(read_conversation(connection, conversation_id), tuple(read_messages(connection, ids)))
