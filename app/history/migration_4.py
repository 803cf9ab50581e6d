"""The fourth step of the database: what was typed and not sent, and what of a conversation the model is not given."""

from __future__ import annotations

DRAFTS_AND_UNSENT: tuple[str, ...] = (
    # Without a conversation it is the draft of the next new one.
    """
    CREATE TABLE draft (
        id INTEGER PRIMARY KEY,
        conversation_id INTEGER UNIQUE REFERENCES conversation (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        files TEXT NOT NULL DEFAULT '[]'
    )
    """,
    "ALTER TABLE conversation ADD COLUMN unsent TEXT NOT NULL DEFAULT '{}'",
)
