"""The sixth step of the database: what has fed the search index is known, and how far it has come with that.

Another version of `segmented` takes words apart otherwise. What the former one put into the index cannot be taken out
by the new one, so the triggers let a message alone until it is indexed anew: see `app.history.search_upkeep`.
"""

from __future__ import annotations

from app.history.migration_2 import (
    DROP_MESSAGE_TRIGGERS,
    DROP_TITLE_TRIGGERS,
    ENTER_TITLE,
    LEAVE,
    LEAVE_TITLE,
)

_IS_OLD_INDEXED = "old.id >= (SELECT messages_from FROM search_state)"
_IS_NEW_INDEXED = "new.id >= (SELECT messages_from FROM search_state)"
_ARE_TITLES_INDEXED = "(SELECT messages_from FROM search_state) IS NOT NULL"

ENTER = """
    INSERT INTO message_search (rowid, question, thinking, answer)
    SELECT id, question, thinking, answer FROM searchable_message WHERE id = new.id;
"""


def message_triggers(enter: str, leave: str, *, more: str = "") -> tuple[str, ...]:
    """Return what feeds the index of messages: where they come, go and change, in `more` columns than the first."""
    return (
        f"""
    CREATE TRIGGER message_added AFTER INSERT ON message WHEN new.state <> 'running' AND {_IS_NEW_INDEXED}
    BEGIN {enter} END
    """,
        f"""
    CREATE TRIGGER message_removed AFTER DELETE ON message WHEN old.state <> 'running' AND {_IS_OLD_INDEXED}
    BEGIN {leave} END
    """,
        f"""
    CREATE TRIGGER message_left_search AFTER UPDATE OF state, answer, thinking{more} ON message
    WHEN old.state <> 'running' AND {_IS_OLD_INDEXED}
    BEGIN {leave} {enter} END
    """,
        f"""
    CREATE TRIGGER message_entered_search AFTER UPDATE OF state ON message
    WHEN old.state = 'running' AND new.state <> 'running' AND {_IS_NEW_INDEXED}
    BEGIN {enter} END
    """,
    )


SEARCH_STATE: tuple[str, ...] = (
    # One row. Messages from this id on are indexed; none is, nor any title, where it is NULL.
    "CREATE TABLE search_state (segmentation TEXT NOT NULL, messages_from INTEGER)",
    "INSERT INTO search_state VALUES ('', 0)",
    *DROP_MESSAGE_TRIGGERS,
    *DROP_TITLE_TRIGGERS,
    *message_triggers(ENTER, LEAVE),
    f"CREATE TRIGGER title_added AFTER INSERT ON conversation WHEN {_ARE_TITLES_INDEXED} BEGIN {ENTER_TITLE} END",
    f"CREATE TRIGGER title_removed AFTER DELETE ON conversation WHEN {_ARE_TITLES_INDEXED} BEGIN {LEAVE_TITLE} END",
    f"""
    CREATE TRIGGER title_changed AFTER UPDATE OF title ON conversation WHEN {_ARE_TITLES_INDEXED}
    BEGIN {LEAVE_TITLE} {ENTER_TITLE} END
    """,
)
