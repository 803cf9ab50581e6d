"""Keeps the search index in few pieces: every message adds one, and a search looks into each of them."""

from __future__ import annotations

import time
from collections.abc import Callable

from app.history.database import Database

_INDEXES = ("message_search", "title_search")
_PAGES_PER_STEP = 64
_FEWEST_TO_MERGE = 2
_AIR_S = 0.005
"""Between two steps, in which others may write."""


def merge_search_index(database: Database, *, is_stopped: Callable[[], bool] = lambda: False) -> int:
    """Merge pieces of about the same size until there are none; return the number of steps that changed something.

    Each step is a transaction of some milliseconds, so it can be stopped anywhere and others write in between. What is
    merged once is only touched again when as much has been added. Raises the errors of `app.history.errors`.
    """
    steps = 0
    for index in _INDEXES:
        with database.writing() as connection:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('usermerge', ?)", (_FEWEST_TO_MERGE,))
        while not is_stopped():
            with database.writing() as connection:
                before = connection.total_changes
                connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('merge', ?)", (_PAGES_PER_STEP,))
                # FTS5's documentation: fewer than two changes, and there was nothing to merge.
                if connection.total_changes - before < 2:
                    break
            steps += 1
            time.sleep(_AIR_S)
    return steps
