"""A history that Aside 0.1.0 wrote shows, finds, exports and asks models the same, whatever the format has become."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from app.history import segmentation
from app.history.backups import BackupKind, Backups
from app.history.errors import DatabaseIsDamaged, DatabaseIsNewer
from app.history.held_copies import copies_beside
from app.history.migrations import MIGRATIONS, Migration, migrate
from app.history.records import ModelStep
from app.history.salvage import salvage
from app.history.search_upkeep import index_anew
from app.history.store import HistoryStore
from tests.fakes.history_told import told, told_of_recovered

_WRITTEN = Path(__file__).parents[2] / "data" / "history_0_1_0"
_FORMAT = 7
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


def test_a_reply_of_0_1_0_is_one_step(written: Path) -> None:
    with _opened(written) as store:
        for conversation_id in store.conversation_ids():
            for message in store.branch(conversation_id):
                whole = ModelStep(message.raw, message.thinking, message.answer, message.figures)
                assert message.steps == (() if message.role == "user" or whole.is_empty else (whole,))


def test_no_number_is_given_twice(written: Path) -> None:
    with contextlib.closing(sqlite3.connect(written, isolation_level=None)) as connection:
        connection.create_function("segmented", 1, segmentation.segmented, deterministic=True)
        before = dict(connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall())
        connection.execute("DELETE FROM message WHERE id = (SELECT max(id) FROM message)")

    with _opened(written) as store:
        added = store.add_question(store.create_conversation().id, None, "New")

        assert added.id == before["message"] + 1


def test_0_1_0_refuses_the_migrated_file_and_changes_nothing(written: Path) -> None:
    with _opened(written):
        pass
    migrated = written.read_bytes()

    with (
        contextlib.closing(sqlite3.connect(written, isolation_level=None)) as connection,
        pytest.raises(DatabaseIsNewer) as caught,
    ):
        migrate(connection, written, migrations=MIGRATIONS[:_FORMAT])

    assert caught.value.message_text() == "The conversations were last opened with a newer version of Aside."
    assert written.read_bytes() == migrated


def test_the_file_of_0_1_0_is_kept_under_a_name_that_says_so(written: Path) -> None:
    before = written.read_bytes()
    with _opened(written):
        pass

    (kept,) = copies_beside(written)
    assert kept.kind is BackupKind.BEFORE_UPDATE
    assert kept.path.name == "history.before-version-8.sqlite3"
    with contextlib.closing(sqlite3.connect(kept.path)) as copy, contextlib.closing(sqlite3.connect(":memory:")) as old:
        old.deserialize(before)
        for query in (
            "PRAGMA user_version",
            "SELECT * FROM message",
            "SELECT * FROM piece",
            "SELECT * FROM attachment",
        ):
            assert copy.execute(query).fetchall() == old.execute(query).fetchall()


def test_a_migration_that_breaks_off_leaves_the_file_of_0_1_0(written: Path, tmp_path: Path) -> None:
    broken: Migration = (*MIGRATIONS[_FORMAT], "INSERT INTO there_is_no_such_table VALUES (1)")
    with contextlib.closing(sqlite3.connect(written, isolation_level=None)) as connection:
        connection.create_function("segmented", 1, segmentation.segmented, deterministic=True)
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, written, migrations=(*MIGRATIONS[:_FORMAT], broken))

    with _opened(written) as store:
        assert told(store, tmp_path)["conversations"] == _EXPECTED["conversations"]
        store.check_integrity()


def test_a_copy_of_0_1_0_can_be_restored(written: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh" / "history.sqlite3"
    with contextlib.closing(HistoryStore.open(fresh)) as store:
        backups = Backups(fresh)
        backups.make(BackupKind.BY_HAND)
        shutil.copy(written, backups.folder / "history-2026-03-02_10-00-00-by-hand.sqlite3")

        backups.restore(backups.all()[-1], store.database)

        index_anew(store.database)
        assert told(store, tmp_path)["trash"] == _EXPECTED["trash"]
        assert told(store, tmp_path)["exports"]["jsonl"] == _EXPECTED["exports"]["jsonl"]
        assert store.message(4).steps == (ModelStep(*_texts_of(4), store.message(4).figures),)
        store.check_integrity()


@pytest.mark.parametrize("share", [0.5, 0.9])
def test_of_a_file_of_that_format_that_was_cut_what_can_be_read_goes_on(tmp_path: Path, share: float) -> None:
    path = tmp_path / "history.sqlite3"
    _long_history(path)
    content = path.read_bytes()
    cut = content[: int(len(content) * share) // 4096 * 4096]
    path.write_bytes(cut)
    with pytest.raises(DatabaseIsDamaged):
        HistoryStore.open(path)
    assert path.read_bytes() == cut

    found = salvage(path)

    with contextlib.closing(HistoryStore.open(path)) as store:
        store.check_integrity()
        read = [message for one in store.conversation_ids() for message in store.branch(one)]
    assert 400 * share / 2 < found.messages == len(read) < 400
    for message in read:  # streams, too
        assert message.raw == ("" if message.role == "user" else f"<think>{message.thinking}</think>{message.answer}")


def _long_history(path: Path) -> None:
    """Write a history of that format whose messages lie all over the file."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.create_function("segmented", 1, segmentation.segmented, deterministic=True)
        migrate(connection, path, migrations=MIGRATIONS[:_FORMAT])
        for talk in range(1, 21):
            connection.execute(
                "INSERT INTO conversation (title, created_at, updated_at) VALUES (?, 1, 1)", (str(talk),)
            )
            parent = None
            for number in range(20):
                role = "assistant" if number % 2 else "user"
                answer = f"{role} {number} of {talk}: " + "so it goes on, " * 60
                thinking = "Let me think. " * 100 if number % 2 else ""
                raw = f"<think>{thinking}</think>{answer}" if number % 2 else ""
                parent = connection.execute(
                    "INSERT INTO message (conversation_id, parent_id, role, state, created_at, answer, thinking, raw)"
                    " VALUES (?, ?, ?, 'complete', 1, ?, ?, ?)",
                    (talk, parent, role, answer, thinking, raw),
                ).lastrowid
            connection.execute("UPDATE conversation SET leaf_id = ? WHERE id = ?", (parent, talk))


_MESSAGES = {number: message for one in _EXPECTED["conversations"] for number, message in one["messages"].items()}


def _texts_of(message_id: int) -> tuple[str, str, str]:
    message = _MESSAGES[str(message_id)]
    return message["raw"], message["thinking"], message["answer"]
