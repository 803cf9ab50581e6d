"""The second step of the database: shelves, presets, attachments, and a search index for every script.

`segmented` is `app.history.segmentation.segmented`, which every connection of ours knows.
"""

from __future__ import annotations

_ENTER = """
    INSERT INTO message_search (rowid, question, thinking, answer)
    VALUES (new.id, segmented(iif(new.role = 'user', new.answer, '')), segmented(new.thinking),
            segmented(iif(new.role = 'user', '', new.answer)));
"""
LEAVE = """
    INSERT INTO message_search (message_search, rowid, question, thinking, answer)
    VALUES ('delete', old.id, segmented(iif(old.role = 'user', old.answer, '')), segmented(old.thinking),
            segmented(iif(old.role = 'user', '', old.answer)));
"""
ENTER_TITLE = "INSERT INTO title_search (rowid, title) VALUES (new.id, segmented(new.title));"
LEAVE_TITLE = """
    INSERT INTO title_search (title_search, rowid, title) VALUES ('delete', old.id, segmented(old.title));
"""
DROP_MESSAGE_TRIGGERS = tuple(
    f"DROP TRIGGER {name}"
    for name in ("message_added", "message_removed", "message_left_search", "message_entered_search")
)
DROP_TITLE_TRIGGERS = tuple(f"DROP TRIGGER {name}" for name in ("title_added", "title_removed", "title_changed"))

SHELVES_AND_SEARCH: tuple[str, ...] = (
    """
    CREATE TABLE folder (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        created_at REAL NOT NULL
    )
    """,
    "ALTER TABLE conversation ADD COLUMN pinned_at REAL",
    "ALTER TABLE conversation ADD COLUMN archived_at REAL",
    "ALTER TABLE conversation ADD COLUMN folder_id INTEGER REFERENCES folder (id) ON DELETE SET NULL",
    "CREATE INDEX conversation_by_folder ON conversation (folder_id) WHERE folder_id IS NOT NULL",
    "ALTER TABLE conversation ADD COLUMN preset_key TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE conversation ADD COLUMN system_prompt TEXT",
    "ALTER TABLE conversation ADD COLUMN sampling TEXT NOT NULL DEFAULT '{}'",
    """
    CREATE TABLE preset (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        created_at REAL NOT NULL,
        choices TEXT NOT NULL DEFAULT '{}',
        system_prompt TEXT NOT NULL DEFAULT ''
    )
    """,
    """
    CREATE TABLE attachment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        text TEXT NOT NULL
    )
    """,
    "CREATE INDEX attachment_by_message ON attachment (message_id)",
    # From here on the index is fed with segmented text (Chinese and others have no spaces to find words by) and knows
    # the beginnings of words, so that a search as one types need not gather all words that begin so.
    *DROP_MESSAGE_TRIGGERS,
    *DROP_TITLE_TRIGGERS,
    "DROP TABLE message_search",
    "DROP TABLE title_search",
    "DROP VIEW searchable_message",
    """
    CREATE VIEW searchable_message AS
    SELECT id,
           segmented(iif(role = 'user', answer, '')) AS question,
           segmented(thinking) AS thinking,
           segmented(iif(role = 'user', '', answer)) AS answer
    FROM message WHERE state <> 'running'
    """,
    "CREATE VIEW searchable_title AS SELECT id, segmented(title) AS title FROM conversation",
    """
    CREATE VIRTUAL TABLE message_search USING fts5 (
        question, thinking, answer, content = 'searchable_message', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    )
    """,
    "CREATE VIRTUAL TABLE message_term USING fts5vocab (message_search, instance)",
    """
    CREATE VIRTUAL TABLE title_search USING fts5 (
        title, content = 'searchable_title', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    )
    """,
    f"CREATE TRIGGER message_added AFTER INSERT ON message WHEN new.state <> 'running' BEGIN {_ENTER} END",
    f"CREATE TRIGGER message_removed AFTER DELETE ON message WHEN old.state <> 'running' BEGIN {LEAVE} END",
    f"""
    CREATE TRIGGER message_left_search AFTER UPDATE OF state, answer, thinking ON message
    WHEN old.state <> 'running' BEGIN
        {LEAVE}
        INSERT INTO message_search (rowid, question, thinking, answer)
        SELECT id, question, thinking, answer FROM searchable_message WHERE id = new.id;
    END
    """,
    f"""
    CREATE TRIGGER message_entered_search AFTER UPDATE OF state ON message
    WHEN old.state = 'running' AND new.state <> 'running' BEGIN {_ENTER} END
    """,
    f"CREATE TRIGGER title_added AFTER INSERT ON conversation BEGIN {ENTER_TITLE} END",
    f"CREATE TRIGGER title_removed AFTER DELETE ON conversation BEGIN {LEAVE_TITLE} END",
    f"""
    CREATE TRIGGER title_changed AFTER UPDATE OF title ON conversation BEGIN {LEAVE_TITLE} {ENTER_TITLE} END
    """,
    "INSERT INTO message_search (message_search) VALUES ('rebuild')",
    "INSERT INTO title_search (title_search) VALUES ('rebuild')",
)
