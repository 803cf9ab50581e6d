"""What a conversation left on the disk goes when it is purged."""

from __future__ import annotations

import contextlib
from pathlib import Path

from app.history.store import HistoryStore
from app.inference.kept_sequences import forget_sequences


def test_a_purged_conversation_leaves_no_word_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    with contextlib.closing(HistoryStore.open(path)) as store:
        conversation = store.create_conversation("unspeakable title")
        store.add_question(conversation.id, None, "unspeakable " * 500)
        store.delete(conversation.id)
        assert store.purge_deleted(9e9) == 1

    assert b"unspeakable " not in path.read_bytes()


def test_what_every_model_keeps_goes_also_of_older_versions(tmp_path: Path) -> None:
    folder = tmp_path / "sequences"
    folder.mkdir()
    for name in ("0123.state", "0123.json", "4567.state.part"):
        (folder / name).write_bytes(b"what was said")

    forget_sequences(folder)
    forget_sequences(tmp_path / "nowhere")

    assert list(folder.iterdir()) == []
