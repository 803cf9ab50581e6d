"""Which version of `segmented` has fed the search index, and how far it has come."""

from __future__ import annotations

import sqlite3


def note_segmentation(connection: sqlite3.Connection, version: str) -> None:
    """Take note of the version that feeds the index from now on; what another one has fed is out of date then.

    `app.history.search_upkeep.index_anew` feeds it again. Until then a message that changes or goes leaves it as it is.
    """
    if connection.execute("SELECT segmentation FROM search_state").fetchone()[0] == version:
        return
    connection.execute(
        "UPDATE search_state SET segmentation = ?, messages_from = iif("
        "EXISTS (SELECT 1 FROM message) OR EXISTS (SELECT 1 FROM conversation), NULL, 0)",
        (version,),
    )


def is_index_whole(connection: sqlite3.Connection) -> bool:
    """Whether all messages and titles are in the index."""
    return bool(connection.execute("SELECT messages_from IS 0 FROM search_state").fetchone()[0])
