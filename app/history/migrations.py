"""The tables, as a list of steps from one `user_version` to the next.

A step is never changed once released: add another. Before an older file is migrated it is copied beside itself.

Small columns stand before the long texts, so that walking the tree does not read them. The search index keeps no text
of its own (external content): triggers feed it, and a running reply enters it when it ends.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from app.history.errors import DatabaseIsDamaged, DatabaseIsNewer
from app.history.migration_2 import SHELVES_AND_SEARCH
from app.history.migration_6 import SEARCH_STATE
from app.history.migration_8 import STEPS
from app.history.migration_10 import CONFIDENCE_AND_THOUGHTS
from app.private_files import make_private_file

# The eleventh step of the database: which tools a conversation offers, and what was said of their calls there.

TOOLS: tuple[str, ...] = ("ALTER TABLE conversation ADD COLUMN tools TEXT NOT NULL DEFAULT '{}'",)


# The twelfth step of the database: how sure a model was of the tokens of a piece, as of a step.

CONFIDENCE_OF_PIECES: tuple[str, ...] = ("ALTER TABLE piece ADD COLUMN confidence TEXT NOT NULL DEFAULT ''",)


# The third step of the database: what is chosen about thinking in a conversation, as JSON of `ThinkingOptions`.

THINKING_OPTIONS: tuple[str, ...] = ("ALTER TABLE conversation ADD COLUMN thinking_options TEXT NOT NULL DEFAULT '{}'",)


# The fourth step of the database: what was typed and not sent, and what of a conversation the model is not given.

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


# The fifth step of the database: pictures of questions, with a small copy of each that is shown in the transcript.

PICTURES: tuple[str, ...] = (
    "ALTER TABLE attachment ADD COLUMN content BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE attachment ADD COLUMN preview BLOB NOT NULL DEFAULT x''",
)


# The seventh step of the database: what was deleted for good is known, and whether words of it are still in the
# index.
#
# Of a conversation that is gone only its number and the moment of its beginning are kept: enough to tell, of a copy
# that still holds it, that it is not missed here.

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


# The ninth step of the database: the vote over the candidates of a turn, as JSON of `KeptVote`, beside their first.

VOTES: tuple[str, ...] = ("ALTER TABLE message ADD COLUMN vote TEXT",)


Migration = tuple[str, ...]

_FIRST: Migration = (
    """
    CREATE TABLE conversation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        created_at REAL NOT NULL,
        updated_at REAL NOT NULL,
        deleted_at REAL,
        thinking_level TEXT NOT NULL DEFAULT 'auto',
        leaf_id INTEGER REFERENCES message (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE TABLE message (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
        parent_id INTEGER REFERENCES message (id) ON DELETE CASCADE,
        role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
        state TEXT NOT NULL,
        created_at REAL NOT NULL,
        model_name TEXT NOT NULL DEFAULT '',
        error TEXT NOT NULL DEFAULT '',
        figures TEXT NOT NULL DEFAULT '{}',
        answer TEXT NOT NULL DEFAULT '',
        thinking TEXT NOT NULL DEFAULT '',
        raw TEXT NOT NULL DEFAULT ''
    )
    """,
    "CREATE INDEX message_by_conversation ON message (conversation_id, parent_id)",
    "CREATE INDEX message_by_parent ON message (parent_id)",
    "CREATE INDEX running_message ON message (state) WHERE state = 'running'",
    "CREATE INDEX conversation_by_time ON conversation (updated_at)",
    "CREATE INDEX conversation_by_leaf ON conversation (leaf_id)",
    """
    CREATE TABLE piece (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
        raw TEXT NOT NULL,
        thinking TEXT NOT NULL,
        answer TEXT NOT NULL
    )
    """,
    "CREATE INDEX piece_by_message ON piece (message_id)",
    """
    CREATE VIEW searchable_message AS
    SELECT id,
           CASE role WHEN 'user' THEN answer ELSE '' END AS question,
           thinking,
           CASE role WHEN 'user' THEN '' ELSE answer END AS answer
    FROM message WHERE state <> 'running'
    """,
    """
    CREATE VIRTUAL TABLE message_search USING fts5 (
        question, thinking, answer,
        content = 'searchable_message', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE VIRTUAL TABLE title_search USING fts5 (
        title, content = 'conversation', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER message_added AFTER INSERT ON message WHEN new.state <> 'running' BEGIN
        INSERT INTO message_search (rowid, question, thinking, answer)
        VALUES (new.id, iif(new.role = 'user', new.answer, ''), new.thinking,
                iif(new.role = 'user', '', new.answer));
    END
    """,
    """
    CREATE TRIGGER message_removed AFTER DELETE ON message WHEN old.state <> 'running' BEGIN
        INSERT INTO message_search (message_search, rowid, question, thinking, answer)
        VALUES ('delete', old.id, iif(old.role = 'user', old.answer, ''), old.thinking,
                iif(old.role = 'user', '', old.answer));
    END
    """,
    """
    CREATE TRIGGER message_left_search AFTER UPDATE OF state, answer, thinking ON message
    WHEN old.state <> 'running' BEGIN
        INSERT INTO message_search (message_search, rowid, question, thinking, answer)
        VALUES ('delete', old.id, iif(old.role = 'user', old.answer, ''), old.thinking,
                iif(old.role = 'user', '', old.answer));
        INSERT INTO message_search (rowid, question, thinking, answer)
        SELECT id, question, thinking, answer FROM searchable_message WHERE id = new.id;
    END
    """,
    """
    CREATE TRIGGER message_entered_search AFTER UPDATE OF state ON message
    WHEN old.state = 'running' AND new.state <> 'running' BEGIN
        INSERT INTO message_search (rowid, question, thinking, answer)
        VALUES (new.id, iif(new.role = 'user', new.answer, ''), new.thinking,
                iif(new.role = 'user', '', new.answer));
    END
    """,
    """
    CREATE TRIGGER title_added AFTER INSERT ON conversation BEGIN
        INSERT INTO title_search (rowid, title) VALUES (new.id, new.title);
    END
    """,
    """
    CREATE TRIGGER title_removed AFTER DELETE ON conversation BEGIN
        INSERT INTO title_search (title_search, rowid, title) VALUES ('delete', old.id, old.title);
    END
    """,
    """
    CREATE TRIGGER title_changed AFTER UPDATE OF title ON conversation BEGIN
        INSERT INTO title_search (title_search, rowid, title) VALUES ('delete', old.id, old.title);
        INSERT INTO title_search (rowid, title) VALUES (new.id, new.title);
    END
    """,
)

MIGRATIONS: tuple[Migration, ...] = (
    _FIRST,
    SHELVES_AND_SEARCH,
    THINKING_OPTIONS,
    DRAFTS_AND_UNSENT,
    PICTURES,
    SEARCH_STATE,
    PURGED,
    STEPS,
    VOTES,
    CONFIDENCE_AND_THOUGHTS,
    TOOLS,
    CONFIDENCE_OF_PIECES,
)


def migrate(connection: sqlite3.Connection, path: Path, *, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Bring the database at `path` to the newest version, copying an older one to `backup_path` first.

    Raises `DatabaseIsNewer`, and `DatabaseIsDamaged` for a database that is not ours; `sqlite3.Error` and `OSError`
    pass through. All steps are one transaction; of several that open the file at once, one migrates. Foreign keys are
    off afterwards.
    """
    version = _version(connection)
    if version > len(migrations):
        raise DatabaseIsNewer(path, found_version=version, known_version=len(migrations))
    if version == len(migrations):
        return
    if version == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        # Between the two questions another process may have made the tables.
        version = _version(connection)
        if version == 0:
            raise DatabaseIsDamaged(path, details="a database, but not one of Aside's")
    if version > 0:
        _copy(connection, _beside_others(backup_path(path, version)))
    _run(connection, migrations)


def backup_path(path: Path, version: int) -> Path:
    """Return where the copy of a database of this version is kept before it is migrated."""
    return path.with_name(f"{path.stem}.before-version-{version + 1}{path.suffix}")


def _run(connection: sqlite3.Connection, migrations: tuple[Migration, ...]) -> None:
    connection.execute(
        "PRAGMA foreign_keys = OFF"
    )  # a table that is written anew is dropped; no such thing within BEGIN
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in migrations[_version(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {max(_version(connection), len(migrations)):d}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    make_private_file(unfinished)
    with contextlib.closing(sqlite3.connect(unfinished)) as copy:
        connection.backup(copy)
    unfinished.replace(target)


def _beside_others(target: Path) -> Path:
    """Return a name that is not taken: a copy of earlier may hold more."""
    count, free = 1, target
    while free.exists():
        count += 1
        free = target.with_name(f"{target.stem}-{count}{target.suffix}")
    return free


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
