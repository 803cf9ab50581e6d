"""Keeps the search index up to date, and in few pieces: every message adds one, and a search looks into each."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable

from app.history.database import Database, is_index_whole
from app.history.migration_10 import FEED_THOUGHTS

_INDEXES = ("message_search", "title_search")
_PAGES_PER_STEP = 64
_FEWEST_TO_MERGE = 2
_LETTERS_PER_STEP = 50_000
_MESSAGES_PER_STEP = 200
_AIR_S = 0.005
"""Between two steps, in which others may write."""


def index_anew(database: Database, *, is_stopped: Callable[[], bool] = lambda: False) -> bool:
    """Feed the index again if another version of `segmented` has fed it, the newest messages first.

    Returns whether it is whole. Stopped, or cut off by a crash, it goes on the next time; meanwhile what is indexed is
    found. Each step is a transaction, so others write in between. Raises the errors of `app.history.errors`.
    """
    begin_anew(database)
    while not is_stopped():
        with database.writing() as connection:
            if is_index_whole(connection) or not _index_some(connection):
                return True
        time.sleep(_AIR_S)
    return False


def begin_anew(database: Database) -> None:
    """Empty an index that is out of date, and put the titles back, which are few."""
    with database.writing() as connection:
        if connection.execute("SELECT messages_from FROM search_state").fetchone()[0] is None:
            connection.execute("INSERT INTO message_search (message_search) VALUES ('delete-all')")
            connection.execute("INSERT INTO title_search (title_search) VALUES ('rebuild')")
            connection.execute("DELETE FROM thought_step")
            connection.execute("UPDATE search_state SET messages_from = (SELECT coalesce(max(id), 0) + 1 FROM message)")


def _index_some(connection: sqlite3.Connection) -> bool:
    """Index the newest messages that are not; return whether there may be more."""
    lowest: int = connection.execute("SELECT messages_from FROM search_state").fetchone()[0]
    before, size = lowest, 0
    for row in connection.execute(
        "SELECT id, length(answer) + length(thinking) + length(tools) AS size"
        " FROM message WHERE id < ? ORDER BY id DESC",
        (before,),
    ):
        lowest, size = row["id"], size + row["size"]
        if size >= _LETTERS_PER_STEP or before - lowest >= _MESSAGES_PER_STEP:
            break
    # Upwards: the index writes a piece each time that ids go down.
    connection.execute(
        "INSERT INTO message_search (rowid, question, thinking, answer) SELECT id, question, thinking, answer"
        " FROM searchable_message WHERE id >= ? AND id < ? ORDER BY id",
        (lowest, before),
    )
    connection.execute(f"{FEED_THOUGHTS} AND message.id >= ? AND message.id < ?", (lowest, before))
    is_over = lowest == before
    connection.execute("UPDATE search_state SET messages_from = ?", (0 if is_over else lowest,))
    return not is_over


def merge_search_index(
    database: Database, *, is_whole: bool = False, is_stopped: Callable[[], bool] = lambda: False
) -> int:
    """Merge pieces of about the same size until there are none; return the number of steps that changed something.

    With `is_whole` all pieces become one, whatever their sizes: no word is left in it of what is indexed no more.

    Each step is a transaction of some milliseconds, so it can be stopped anywhere and others write in between. What is
    merged once is only touched again when as much has been added. Raises the errors of `app.history.errors`.
    """
    steps = 0
    for index in _INDEXES:
        with database.writing() as connection:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('usermerge', ?)", (_FEWEST_TO_MERGE,))
        pages = -_PAGES_PER_STEP if is_whole else _PAGES_PER_STEP  # FTS5: less than 0 begins to merge them all
        while not is_stopped():
            with database.writing() as connection:
                before = connection.total_changes
                connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('merge', ?)", (pages,))
                pages = _PAGES_PER_STEP
                # FTS5's documentation: fewer than two changes, and there was nothing to merge.
                if connection.total_changes - before < 2:
                    break
            steps += 1
            time.sleep(_AIR_S)
    return steps
