"""The seventh step of the database: what was deleted for good is known, and whether words of it are still in the index.

Of a conversation that is gone only its number and the moment of its beginning are kept: enough to tell, of a copy that
still holds it, that it is not missed here.
"""

from __future__ import annotations

PURGED: tuple[str, ...] = (
    """
    CREATE TABLE purged (
        conversation_id INTEGER NOT NULL,
        created_at REAL NOT NULL,
        PRIMARY KEY (conversation_id, created_at)
    ) WITHOUT ROWID
    """,
    # How many were purged since the index was last rid of their words.
    "ALTER TABLE search_state ADD COLUMN remains INTEGER NOT NULL DEFAULT 0",
    """
    CREATE TRIGGER conversation_purged AFTER DELETE ON conversation
    BEGIN
        INSERT OR IGNORE INTO purged VALUES (old.id, old.created_at);
        UPDATE search_state SET remains = remains + 1;
    END
    """,
)
