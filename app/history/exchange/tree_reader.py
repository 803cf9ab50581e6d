"""Reads whole conversations out of the database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from app.history.context_exclusions import exclusions_from
from app.history.database import Database
from app.history.exchange.conversation_tree import ConversationTree, Scalar, TreeAttachment, TreeMessage
from app.history.message_rows import read_messages, read_pieces
from app.history.preset_records import OWN_PRESET
from app.history.presets import PresetShelf
from app.history.records import MessageState, ModelStep, StoredMessage
from app.history.step_rows import json_of, read_rows, row_of

# Told by other means, or of no use anywhere else.
_CONVERSATION_KNOWN = frozenset(
    {
        "id",
        "title",
        "created_at",
        "updated_at",
        "deleted_at",
        "leaf_id",
        "pinned_at",
        "archived_at",
        "folder_id",
        "unsent",
        "tools",
    }
)
_MESSAGE_KNOWN = frozenset(
    {
        "id",
        "conversation_id",
        "parent_id",
        "role",
        "state",
        "created_at",
        "model_name",
        "error",
        "figures",
        "answer",
        "thinking",
        "tools",
        "group_id",
    }
)


class TreeReader:
    """Gives conversations as trees. Raises the errors of `app.history.errors`, and `LookupError` for an unknown id."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._followed: frozenset[int] | None = None
        self._own_presets = {one.key: one.name for one in PresetShelf(database).all() if not one.is_built_in}

    def conversation_ids(self) -> list[int]:
        """Return all that are not deleted, the oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT id FROM conversation WHERE deleted_at IS NULL ORDER BY id").fetchall()
        return [row["id"] for row in rows]

    def read(self, conversation_id: int) -> ConversationTree:
        """Return a conversation with all its versions; a reply that is being written counts as stopped."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT c.*, f.name AS folder_name FROM conversation AS c LEFT JOIN folder AS f ON f.id = c.folder_id"
                " WHERE c.id = ?",
                (conversation_id,),
            ).fetchone()
            if row is None:
                raise LookupError(f"no conversation {conversation_id}")
            attachments = _attachments(connection, conversation_id)
            further = [
                name
                for _, name, *_ in connection.execute("PRAGMA table_info(message)")
                if name not in _MESSAGE_KNOWN - {"id", "role"}
            ]
            messages = connection.execute(
                f"SELECT {', '.join(further)} FROM message WHERE conversation_id = ? ORDER BY id", (conversation_id,)
            ).fetchall()
            places = {message["id"]: place for place, message in enumerate(messages)}
            stored = dict(zip(places, read_messages(connection, list(places)), strict=True))
            steps = _steps(connection, stored)
            tree = tuple(
                _message(row, stored[row["id"]], places, steps.get(row["id"], ()), attachments.get(row["id"], ()))
                for row in messages
            )
        own_preset = {"preset_key"} if row["preset_key"].startswith(OWN_PRESET) else set()
        exclusions = exclusions_from(row["unsent"]).renumbered(places)
        return ConversationTree(
            title=row["title"],
            created_at=row["created_at"],
            updated_at=row["updated_at"],
            pinned_at=row["pinned_at"],
            archived_at=row["archived_at"],
            folder=row["folder_name"],
            preset=self._own_presets.get(row["preset_key"]),
            leaf=places.get(row["leaf_id"]),
            left_out=exclusions.questions,
            files_left_out=exclusions.files,
            number=conversation_id if conversation_id in self._followed_ids() else None,
            follows=exclusions.follows,
            messages=tree,
            more=_more(row, _CONVERSATION_KNOWN | {"folder_name"} | own_preset),
        )

    def _followed_ids(self) -> frozenset[int]:
        """Return which conversations others begin with a summary of; looked up once."""
        if self._followed is None:
            with self._database.reading() as connection:
                rows = connection.execute("SELECT unsent FROM conversation WHERE unsent LIKE '%follows%'").fetchall()
            found = (exclusions_from(row["unsent"]).follows for row in rows)
            self._followed = frozenset(one for one in found if one is not None)
        return self._followed


def _message(
    row: sqlite3.Row,
    message: StoredMessage,
    places: dict[int, int],
    steps: tuple[dict[str, Any], ...],
    attachments: tuple[TreeAttachment, ...],
) -> TreeMessage:
    return TreeMessage(
        role=message.role,
        parent=places.get(message.parent_id) if message.parent_id is not None else None,
        state=MessageState.STOPPED if message.state is MessageState.RUNNING else message.state,
        created_at=message.created_at,
        model_name=message.model_name,
        error=message.error,
        figures=message.figures,
        answer=message.answer,
        thinking=message.thinking,
        raw=message.raw if not steps else "",
        group=places.get(message.group_id) if message.group_id is not None else None,
        steps=steps,
        attachments=attachments,
        more=_more(row, _MESSAGE_KNOWN if row["role"] == message.role else _MESSAGE_KNOWN - {"role"}),
    )


def _steps(
    connection: sqlite3.Connection, messages: Mapping[int, StoredMessage]
) -> dict[int, tuple[dict[str, Any], ...]]:
    """Return the steps of the replies that are more than what a model wrote once."""
    enriched = connection.execute(
        "SELECT DISTINCT message_id FROM step WHERE message_id IN (SELECT value FROM json_each(?)) AND payload <> '{}'",
        (json.dumps(list(messages)),),
    )
    ids = {row["message_id"] for row in enriched} | {one.id for one in messages.values() if not _is_plain(one)}
    rows = read_rows(connection, list(ids))
    told: dict[int, tuple[dict[str, Any], ...]] = {}
    for message_id in ids:
        steps = [row for _, row in rows.get(message_id, ())]
        if messages[message_id].state is MessageState.RUNNING:
            steps += [row_of(step) for _, step in read_pieces(connection, message_id)]
        told[message_id] = tuple(map(json_of, steps))
    return told


def _is_plain(message: StoredMessage) -> bool:
    whole = ModelStep(message.raw, message.thinking, message.answer, message.figures)
    return message.steps in ((), (whole,))


def _attachments(connection: sqlite3.Connection, conversation_id: int) -> dict[int, tuple[TreeAttachment, ...]]:
    found: dict[int, tuple[TreeAttachment, ...]] = {}
    for row in connection.execute(
        "SELECT a.message_id, a.name, a.kind, a.size_bytes, a.text, a.content, a.preview FROM attachment AS a"
        " JOIN message AS m ON m.id = a.message_id WHERE m.conversation_id = ? ORDER BY a.id",
        (conversation_id,),
    ):
        fields = {name: row[name] for name in TreeAttachment.__struct_fields__}
        one = TreeAttachment(**fields)
        found[row["message_id"]] = (*found.get(row["message_id"], ()), one)
    return found


def _more(row: sqlite3.Row, known: frozenset[str]) -> dict[str, Scalar]:
    return {
        name: row[name]
        for name in row.keys()  # noqa: SIM118 - a row iterates over its values
        if name not in known and isinstance(row[name], str | int | float)
    }
