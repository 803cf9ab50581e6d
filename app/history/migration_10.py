"""The tenth step of the database: how sure a model was of its tokens, and where thoughts plan, doubt and check.

The confidence of a step is a text that `app.history.confidence` reads. Where the steps of thoughts are is derived of
their texts, and fed with the search index: of each message and kind the places, as JSON, by `thought_kinds`; and in the
index words that say the kind, by `segmented_thought`. Every connection of ours knows both. What was written before is
indexed anew.
"""

from __future__ import annotations

from app.history.migration_2 import DROP_MESSAGE_TRIGGERS
from app.history.migration_6 import ENTER, message_triggers

FEED_THOUGHTS = """
    INSERT INTO thought_step (message_id, kind, spans)
    SELECT message.id, found.key, found.value
    FROM message CROSS JOIN json_each(thought_kinds(message.thinking)) AS found
    WHERE message.state <> 'running' AND message.thinking <> ''
"""
_ENTER = f"""{ENTER}    {FEED_THOUGHTS} AND message.id = new.id;
"""
_LEAVE = """
    INSERT INTO message_search (message_search, rowid, question, thinking, answer)
    VALUES ('delete', old.id, segmented(iif(old.role = 'user', old.answer, old.tools)), segmented_thought(old.thinking),
            segmented(iif(old.role = 'user', '', old.answer)));
    DELETE FROM thought_step WHERE message_id = old.id;
"""

CONFIDENCE_AND_THOUGHTS: tuple[str, ...] = (
    "ALTER TABLE step ADD COLUMN confidence TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE thought_step (
        message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        spans TEXT NOT NULL,
        PRIMARY KEY (message_id, kind)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX thought_step_by_kind ON thought_step (kind, message_id)",
    "DROP VIEW searchable_message",
    """
    CREATE VIEW searchable_message AS
    SELECT id,
           segmented(iif(role = 'user', answer, tools)) AS question,
           segmented_thought(thinking) AS thinking,
           segmented(iif(role = 'user', '', answer)) AS answer
    FROM message WHERE state <> 'running'
    """,
    *DROP_MESSAGE_TRIGGERS,
    *message_triggers(_ENTER, _LEAVE, more=", tools"),
)
