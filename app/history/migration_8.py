"""The eighth step of the database: a reply is a list of steps, and replies to one question may be bound by a group.

What a model wrote moves from the message to the step: its raw stream stands only there. `thinking`, `answer` and
`tools` of a message are derived from its steps (`app.history.step_rows` says how) and kept for lists and the search.
Roles and kinds are not checked by the table: what a newer version writes is kept.

SQLite takes no check away from a table, so it is written anew. Foreign keys must be off meanwhile: to drop a table is
to delete its rows, with all that hangs on them.
"""

from __future__ import annotations

from app.history.migration_2 import DROP_MESSAGE_TRIGGERS
from app.history.migration_6 import ENTER, message_triggers

_LEAVE = """
    INSERT INTO message_search (message_search, rowid, question, thinking, answer)
    VALUES ('delete', old.id, segmented(iif(old.role = 'user', old.answer, old.tools)), segmented(old.thinking),
            segmented(iif(old.role = 'user', '', old.answer)));
"""

STEPS: tuple[str, ...] = (
    *DROP_MESSAGE_TRIGGERS,
    "DROP VIEW searchable_message",
    # `result` is NULL until there is one. `payload` is a JSON object: what the other columns have no place for.
    """
    CREATE TABLE step (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        kind TEXT NOT NULL,
        call_id TEXT NOT NULL DEFAULT '',
        name TEXT NOT NULL DEFAULT '',
        decision TEXT NOT NULL DEFAULT '',
        is_error INTEGER NOT NULL DEFAULT 0,
        figures TEXT NOT NULL DEFAULT '{}',
        payload TEXT NOT NULL DEFAULT '{}',
        arguments TEXT NOT NULL DEFAULT '',
        result TEXT,
        answer TEXT NOT NULL DEFAULT '',
        thinking TEXT NOT NULL DEFAULT '',
        raw TEXT NOT NULL DEFAULT ''
    )
    """,
    """
    INSERT INTO step (message_id, ordinal, kind, figures, answer, thinking, raw)
    SELECT id, 0, 'model', figures, answer, thinking, raw FROM message
    WHERE role <> 'user' AND (answer <> '' OR thinking <> '' OR raw <> '') ORDER BY id
    """,
    "CREATE UNIQUE INDEX step_by_message ON step (message_id, ordinal)",
    # `group_id` is the first of the candidates that it binds.
    """
    CREATE TABLE new_message (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
        parent_id INTEGER REFERENCES message (id) ON DELETE CASCADE,
        group_id INTEGER,
        role TEXT NOT NULL,
        state TEXT NOT NULL,
        created_at REAL NOT NULL,
        model_name TEXT NOT NULL DEFAULT '',
        error TEXT NOT NULL DEFAULT '',
        figures TEXT NOT NULL DEFAULT '{}',
        answer TEXT NOT NULL DEFAULT '',
        thinking TEXT NOT NULL DEFAULT '',
        tools TEXT NOT NULL DEFAULT ''
    )
    """,
    """
    INSERT INTO new_message
    (id, conversation_id, parent_id, role, state, created_at, model_name, error, figures, answer, thinking)
    SELECT id, conversation_id, parent_id, role, state, created_at, model_name, error, figures, answer, thinking
    FROM message ORDER BY id
    """,
    # Which numbers were given out: none is given twice.
    "DELETE FROM sqlite_sequence WHERE name = 'new_message'",
    "INSERT INTO sqlite_sequence (name, seq) SELECT 'new_message', seq FROM sqlite_sequence WHERE name = 'message'",
    "DROP TABLE message",
    "ALTER TABLE new_message RENAME TO message",
    "CREATE INDEX message_by_conversation ON message (conversation_id, parent_id)",
    "CREATE INDEX message_by_parent ON message (parent_id)",
    "CREATE INDEX message_by_group ON message (group_id) WHERE group_id IS NOT NULL",
    "CREATE INDEX running_message ON message (state) WHERE state = 'running'",
    # The step that a piece is of.
    "ALTER TABLE piece ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0",
    # Of a reply, the column of questions has what tools were asked and told. FTS5 adds no columns: with one for that,
    # nothing would be found until everything has been indexed anew.
    """
    CREATE VIEW searchable_message AS
    SELECT id,
           segmented(iif(role = 'user', answer, tools)) AS question,
           segmented(thinking) AS thinking,
           segmented(iif(role = 'user', '', answer)) AS answer
    FROM message WHERE state <> 'running'
    """,
    *message_triggers(ENTER, _LEAVE, more=", tools"),
)
