"""A history to import into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history.store import HistoryStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    """An empty history, which must be sound in the end."""
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    yield store
    store.check_integrity()
    store.close()
