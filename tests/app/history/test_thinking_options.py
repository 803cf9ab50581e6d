from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from app.history.preset_records import ThinkingOptions
from app.history.store import HistoryStore


def test_what_is_chosen_about_thinking_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    chosen = ThinkingOptions(budget_tokens=500, budget_s=12.5, keeps_thoughts=True)
    with closing(HistoryStore.open(path)) as store:
        made = store.create_conversation("Trains")
        assert made.thinking_options == ThinkingOptions()
        store.set_thinking_options(made.id, chosen)

    with closing(HistoryStore.open(path)) as again:
        assert again.conversation(made.id).thinking_options == chosen


def test_options_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    with closing(HistoryStore.open(path)) as store:
        made = store.create_conversation("Trains")
        with closing(sqlite3.connect(path)) as other, other:
            other.execute('UPDATE conversation SET thinking_options = \'{"budget_tokens": "many"}\'')

        assert store.conversation(made.id).thinking_options == ThinkingOptions()
