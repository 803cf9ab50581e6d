"""The sixth step of the database: what has fed the search index is known, and how far it has come with that.

Another version of `segmented` takes words apart otherwise. What the former one put into the index cannot be taken out
by the new one, so the triggers let a message alone until it is indexed anew: see `app.history.search_upkeep`.
"""

from __future__ import annotations

IS_OLD_INDEXED = "old.id >= (SELECT messages_from FROM search_state)"
IS_NEW_INDEXED = "new.id >= (SELECT messages_from FROM search_state)"
_ARE_TITLES_INDEXED = "(SELECT messages_from FROM search_state) IS NOT NULL"

_ENTER = """
    INSERT INTO message_search (rowid, question, thinking, answer)
    SELECT id, question, thinking, answer FROM searchable_message WHERE id = new.id;
"""
_LEAVE = """
    INSERT INTO message_search (message_search, rowid, question, thinking, answer)
    VALUES ('delete', old.id, segmented(iif(old.role = 'user', old.answer, '')), segmented(old.thinking),
            segmented(iif(old.role = 'user', '', old.answer)));
"""
_ENTER_TITLE = "INSERT INTO title_search (rowid, title) VALUES (new.id, segmented(new.title));"
_LEAVE_TITLE = """
    INSERT INTO title_search (title_search, rowid, title) VALUES ('delete', old.id, segmented(old.title));
"""

SEARCH_STATE: tuple[str, ...] = (
    # One row. Messages from this id on are indexed; none is, nor any title, where it is NULL.
    "CREATE TABLE search_state (segmentation TEXT NOT NULL, messages_from INTEGER)",
    "INSERT INTO search_state VALUES ('', 0)",
    *(
        f"DROP TRIGGER {name}"
        for name in (
            "message_added",
            "message_removed",
            "message_left_search",
            "message_entered_search",
            "title_added",
            "title_removed",
            "title_changed",
        )
    ),
    f"""
    CREATE TRIGGER message_added AFTER INSERT ON message WHEN new.state <> 'running' AND {IS_NEW_INDEXED}
    BEGIN {_ENTER} END
    """,
    f"""
    CREATE TRIGGER message_removed AFTER DELETE ON message WHEN old.state <> 'running' AND {IS_OLD_INDEXED}
    BEGIN {_LEAVE} END
    """,
    f"""
    CREATE TRIGGER message_left_search AFTER UPDATE OF state, answer, thinking ON message
    WHEN old.state <> 'running' AND {IS_OLD_INDEXED}
    BEGIN {_LEAVE} {_ENTER} END
    """,
    f"""
    CREATE TRIGGER message_entered_search AFTER UPDATE OF state ON message
    WHEN old.state = 'running' AND new.state <> 'running' AND {IS_NEW_INDEXED}
    BEGIN {_ENTER} END
    """,
    f"CREATE TRIGGER title_added AFTER INSERT ON conversation WHEN {_ARE_TITLES_INDEXED} BEGIN {_ENTER_TITLE} END",
    f"CREATE TRIGGER title_removed AFTER DELETE ON conversation WHEN {_ARE_TITLES_INDEXED} BEGIN {_LEAVE_TITLE} END",
    f"""
    CREATE TRIGGER title_changed AFTER UPDATE OF title ON conversation WHEN {_ARE_TITLES_INDEXED}
    BEGIN {_LEAVE_TITLE} {_ENTER_TITLE} END
    """,
)
