"""A history that Aside 0.1.0 wrote shows, finds, exports and asks models the same, whatever the format has become."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from app.history import segmentation
from app.history.search_upkeep import index_anew
from app.history.store import HistoryStore
from tests.fakes.history_told import told, told_of_recovered

_WRITTEN = Path(__file__).parents[2] / "data" / "history_0_1_0"
_EXPECTED = json.loads((_WRITTEN / "told.json").read_text(encoding="utf-8"))


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Return a copy of the file that 0.1.0 wrote."""
    return Path(shutil.copy(_WRITTEN / "history.sqlite3", tmp_path / "history.sqlite3"))


def _opened(path: Path) -> contextlib.closing[HistoryStore]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        fed_by = connection.execute("SELECT segmentation FROM search_state").fetchone()[0]
    store = HistoryStore.open(path)
    if fed_by != segmentation.VERSION:  # a Python with another Unicode
        index_anew(store.database)
    assert store.is_search_index_whole()
    return contextlib.closing(store)


@pytest.mark.parametrize("part", [name for name in _EXPECTED if name != "after a crash"])
def test_what_0_1_0_told_is_told_still(written: Path, tmp_path: Path, part: str) -> None:
    with _opened(written) as store:
        assert told(store, tmp_path)[part] == _EXPECTED[part]
        store.check_integrity()


def test_a_reply_that_was_cut_under_0_1_0_is_recovered(written: Path) -> None:
    with _opened(written) as store:
        assert told_of_recovered(store) == _EXPECTED["after a crash"]
        store.check_integrity()
