"""What is still open of a database whose file is gone: the last chance to keep it."""

from __future__ import annotations

import threading

from app.history.backups import Backups
from app.history.store import HistoryStore


class LostHistory:
    """Holds the connection until `rescue` has been called. Nobody else may use the store any more."""

    def __init__(self, store: HistoryStore) -> None:
        self._lock = threading.Lock()
        self._store: HistoryStore | None = store

    def rescue(self) -> None:
        """Make a copy of what is still seen of it, and close it; any thread, and only the first call does something.

        A later one waits for its end. Takes seconds for a large history. Raises nothing: what is not whole is not kept.
        """
        with self._lock:
            store, self._store = self._store, None
            if store is not None:
                Backups(store.path).rescue(store.database)
                store.close()
