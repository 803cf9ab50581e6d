"""Removes conversations for good: their rows, their words in the search index, and the log in which they stood.

SQLite overwrites what is deleted (`secure_delete`). Two things it leaves: FTS5 only notes that a message is gone, until
the piece of the index with its words is written anew, and the log keeps former pages until it is cut. FTS5's own
`secure-delete` is missing before SQLite 3.42, and files that were written with it cannot be read by those; so all of
the index is merged, in small steps.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from app.history.copy_content import GIVEN_UP
from app.history.database import Database
from app.history.records import MessageState
from app.history.search_upkeep import begin_anew, merge_search_index

_MESSAGES_PER_STEP = 100
_AIR_S = 0.005
"""Between two steps, in which others may write."""


def purge(
    database: Database, conversation_ids: Iterable[int], *, is_stopped: Callable[[], bool] = lambda: False
) -> tuple[int, ...]:
    """Remove conversations with all that belongs to them; return those that are gone. They should be hidden before.

    One whose reply still runs is kept. Each step is a transaction of some milliseconds; what a stop leaves of a
    conversation goes the next time. `remove_remains` should follow. Raises the errors of `app.history.errors`.
    """
    gone: list[int] = []
    for conversation_id in conversation_ids:
        while not is_stopped():
            left = _purge_some(database, conversation_id)
            if left is None:
                break
            if not left:
                gone.append(conversation_id)
                break
            time.sleep(_AIR_S)
    return tuple(gone)


def _purge_some(database: Database, conversation_id: int) -> int | None:
    """Remove the newest messages, which nothing hangs on, or what is left; return how many went, `None` if it runs."""
    with database.writing() as connection:
        running = "SELECT 1 FROM message WHERE conversation_id = ? AND state = ?"
        if connection.execute(running, (conversation_id, MessageState.RUNNING.value)).fetchone() is not None:
            return None
        newest = connection.execute(
            "SELECT id FROM message WHERE conversation_id = ? ORDER BY id DESC LIMIT ?",
            (conversation_id, _MESSAGES_PER_STEP),
        ).fetchall()
        # Upwards: each message takes along what hangs on it, and SQLite follows that a thousand levels deep at most.
        connection.executemany("DELETE FROM message WHERE id = ?", [(row["id"],) for row in newest])
        if len(newest) < _MESSAGES_PER_STEP:
            connection.execute("DELETE FROM conversation WHERE id = ?", (conversation_id,))
            return 0
        connection.execute("UPDATE conversation SET deleted_at = ? WHERE id = ?", (GIVEN_UP, conversation_id))
        return len(newest)


def remove_remains(database: Database, *, is_stopped: Callable[[], bool] = lambda: False) -> bool:
    """Rid index and log of the words of what was purged; return whether none is left. Does nothing if none is there.

    Stopped, cut off by a crash, or kept from cutting the log by somebody who reads, it is done the next time. Takes
    seconds for a large history. Raises the errors of `app.history.errors`.
    """
    with database.reading() as connection:
        remains: int = connection.execute("SELECT remains FROM search_state").fetchone()[0]
    if not remains:
        return True
    begin_anew(database)  # an index that is out of date was left alone when its messages went
    merge_search_index(database, is_whole=True, is_stopped=is_stopped)
    if is_stopped() or not database.empty_log():
        return False
    with database.writing() as connection:  # what was purged meanwhile stays noted
        connection.execute("UPDATE search_state SET remains = remains - ?", (remains,))
    return True
