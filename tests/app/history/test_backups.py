"""Copies of the database: made daily, kept seven, restored; and killed in the middle, with real processes."""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.cancellation import Cancelled
from app.history.backups import KEPT, BackupKind, Backups
from app.history.errors import (
    BackupIsDamaged,
    DatabaseIsDamaged,
    DatabaseIsNewer,
    DatabaseIsNotWritable,
    HistoryIsBeingReplaced,
)
from app.history.migrations import MIGRATIONS, migrate
from app.history.records import MessageState
from app.history.store import HistoryStore

_REPOSITORY = Path(__file__).parents[3]
_DAY_S = 24 * 3600.0
_NOON = 1_790_000_000.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "history.sqlite3"
    with contextlib.closing(HistoryStore.open(path)) as store:
        conversation = store.create_conversation("Trains")
        store.add_question(conversation.id, None, "When do they meet?")
    return path


def titles(path: Path) -> list[str]:
    with contextlib.closing(HistoryStore.open(path)) as store:
        store.check_integrity()
        return [conversation.title for conversation in store.conversations()]


def test_one_copy_a_day_and_the_last_seven_of_each_kind_are_kept(path: Path) -> None:
    now = [_NOON]
    backups = Backups(path, clock=lambda: now[0])
    for _ in range(10):
        assert backups.is_due()
        backups.make(BackupKind.DAILY)
        assert not backups.is_due()
        now[0] += _DAY_S
    backups.make(BackupKind.BY_HAND)

    kinds = [backup.kind for backup in backups.all()]
    assert kinds == [BackupKind.BY_HAND] + [BackupKind.DAILY] * KEPT
    assert [backup.made_at for backup in backups.all()] == sorted((b.made_at for b in backups.all()), reverse=True)
    assert titles(backups.all()[-1].path) == ["Trains"]


def test_a_copy_holds_what_is_still_in_the_log_and_is_one_file(path: Path) -> None:
    with contextlib.closing(HistoryStore.open(path)) as store:
        store.create_conversation("Just now")
        backup = Backups(path).make(BackupKind.BY_HAND)

    assert titles(backup.path) == ["Just now", "Trains"]
    assert [p.name for p in backup.path.parent.glob("*.part*")] == []


def test_restoring_brings_back_everything_and_keeps_what_was_there(path: Path) -> None:
    backups = Backups(path)
    old = backups.make(BackupKind.BY_HAND)
    with contextlib.closing(HistoryStore.open(path)) as store, contextlib.closing(HistoryStore.open(path)) as other:
        store.shelf.delete([1])
        store.create_conversation("Later")

        kept = store.restore(old)

        assert [conversation.title for conversation in store.conversations()] == ["Trains"]
        assert [conversation.title for conversation in other.conversations()] == ["Trains"]
        assert len(other.search("meet")) == 1
        other.create_conversation("After")
        store.check_integrity()
        assert kept.kind is BackupKind.BEFORE_RESTORE
        assert titles(kept.path) == ["Later"]
    assert list(backups.folder.glob("restoring*")) == []


def test_a_copy_in_the_first_format_is_migrated_when_it_is_restored(path: Path) -> None:
    backups = Backups(path)
    old = backups.make(BackupKind.BY_HAND)
    old.path.unlink()
    with contextlib.closing(sqlite3.connect(old.path, isolation_level=None)) as connection:
        migrate(connection, old.path, migrations=MIGRATIONS[:1])
        connection.execute("INSERT INTO conversation (title, created_at, updated_at) VALUES ('Ancient', 1, 1)")

    with contextlib.closing(HistoryStore.open(path)) as store:
        store.restore(old)
        assert [hit.title for hit in store.search("ancient")] == ["Ancient"]


def test_whoever_has_the_database_open_goes_on_after_a_restore(path: Path) -> None:
    backups = Backups(path)
    old = backups.make(BackupKind.BY_HAND)
    with contextlib.closing(HistoryStore.open(path)) as store, contextlib.closing(HistoryStore.open(path)) as other:
        other.conversations()

        store.restore(old)

        assert other.purge_deleted(1.0) == 0  # SQLite said "no such table: conversation" here
        other.rename(1, "Trams")
        assert [hit.title for hit in store.search("trams")] == ["Trams"]


def test_a_restore_that_is_stopped_anywhere_leaves_the_database_and_the_copies_as_they_were(path: Path) -> None:
    backups = Backups(path)
    old = backups.make(BackupKind.BY_HAND)
    with contextlib.closing(HistoryStore.open(path)) as store:
        store.rename(1, "Trams")
        for last in itertools.count():
            looks = iter(range(last))
            try:
                backups.restore(old, store.database, is_stopped=functools.partial(_is_over, looks))
            except Cancelled:
                assert [one.title for one in store.conversations()] == ["Trams"]
                assert backups.all() == [old]
                assert list(backups.folder.iterdir()) == [old.path]
            else:
                break
        assert last >= 3
        assert [one.title for one in store.conversations()] == ["Trains"]


def _is_over(looks: Iterator[int]) -> bool:
    return next(looks, None) is None


def test_the_oldest_of_all_copies_can_be_restored(path: Path) -> None:
    now = [_NOON]
    backups = Backups(path, clock=lambda: now[0])
    with contextlib.closing(HistoryStore.open(path)) as store:
        for number in range(KEPT):
            store.rename(1, f"Trains {number}")
            now[0] += _DAY_S
            backups.make(BackupKind.BEFORE_RESTORE)

        backups.restore(backups.all()[-1], store.database)

        assert [one.title for one in store.conversations()] == ["Trains 0"]
        assert len(backups.all()) == KEPT


def test_copies_that_are_made_at_once_are_whole(path: Path) -> None:
    with contextlib.closing(HistoryStore.open(path)) as store:
        for number in range(40):
            store.add_question(1, None, f"{number} " + "long question " * 1000)
    backups = Backups(path, clock=lambda: _NOON)
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: backups.make(BackupKind.BY_HAND), range(4)))

    assert len(set(backups.all())) == 4
    for backup in made:
        assert titles(backup.path) == ["Trains"]


def test_nothing_is_written_while_a_restore_replaces_everything(path: Path) -> None:
    backups = Backups(path)
    old = backups.make(BackupKind.BY_HAND)
    with contextlib.closing(HistoryStore.open(path)) as store, contextlib.closing(store.beside()) as other:
        store.replacement.hold()

        for writer in (store, other):
            with pytest.raises(HistoryIsBeingReplaced):
                writer.create_conversation("Lost")
        store.restore(old)
        store.replacement.release()

        other.create_conversation("After")
        assert store.replacement.replacements == 1
        assert [one.title for one in store.conversations()] == ["After", "Trains"]


def test_a_reply_that_ran_when_the_copy_was_made_has_ended_when_that_is_restored(path: Path) -> None:
    with contextlib.closing(HistoryStore.open(path)) as store:
        reply = store.begin_reply(1, 1, "Model")
        store.append_piece(reply.id, raw="At no", thinking="", answer="At no")
        backup = Backups(path).make(BackupKind.BY_HAND)

        store.restore(backup)

        assert store.message(reply.id).state is MessageState.FAILED
        assert store.message(reply.id).answer == "At no"


def test_a_snapshot_is_of_one_moment_even_when_everything_is_replaced(path: Path) -> None:
    backup = Backups(path).make(BackupKind.BY_HAND)
    with contextlib.closing(HistoryStore.open(path)) as store, contextlib.closing(HistoryStore.open(path)) as other:
        store.rename(1, "Trams")
        with other.database.snapshot():
            assert other.conversation(1).title == "Trams"
            store.restore(backup)
            assert other.conversation(1).title == "Trams"

        assert other.conversation(1).title == "Trains"


@pytest.mark.parametrize("damage", ["letter", "empty", "cut", "holes"])
def test_a_damaged_copy_changes_nothing(path: Path, damage: str) -> None:
    backup = Backups(path).make(BackupKind.BY_HAND)
    content = backup.path.read_bytes()
    broken = {
        "letter": b"dear backup " * 1000,
        "empty": b"",
        "cut": content[: len(content) // 2],
        "holes": content[:4096] + b"\xa5" * (len(content) - 4096),
    }[damage]
    backup.path.write_bytes(broken)

    with contextlib.closing(HistoryStore.open(path)) as store, pytest.raises(BackupIsDamaged):
        store.restore(backup)
    assert titles(path) == ["Trains"]


def test_a_newer_copy_is_refused(path: Path) -> None:
    backup = Backups(path).make(BackupKind.BY_HAND)
    with contextlib.closing(sqlite3.connect(backup.path)) as connection:
        connection.execute("PRAGMA user_version = 999")

    with contextlib.closing(HistoryStore.open(path)) as store, pytest.raises(DatabaseIsNewer):
        store.restore(backup)
    assert titles(path) == ["Trains"]


def test_stopping_leaves_no_unfinished_copy(path: Path) -> None:
    backups = Backups(path)
    with pytest.raises(Cancelled):
        backups.make(BackupKind.DAILY, is_stopped=lambda: True)

    assert backups.all() == []
    assert list(backups.folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(path: Path) -> None:
    backups = Backups(path)
    backups.folder.write_text("a file where the folder should be")

    with pytest.raises(DatabaseIsNotWritable):
        backups.make(BackupKind.DAILY)
    assert backups.all() == []


def test_a_damaged_database_pushes_no_good_copy_out(path: Path) -> None:
    with contextlib.closing(HistoryStore.open(path)) as store:
        for number in range(60):
            store.add_question(1, None, f"{number} " + "long question " * 300)
    good = Backups(path).make(BackupKind.DAILY)
    content = bytearray(path.read_bytes())
    for page in range(len(content) // 2 // 4096 * 4096, len(content), 4096):
        content[page : page + 64] = b"\xa5" * 64
    path.write_bytes(content)

    with pytest.raises(DatabaseIsDamaged):
        Backups(path).make(BackupKind.BY_HAND)

    assert Backups(path).all() == [good]
    assert list(good.path.parent.iterdir()) == [good.path]


_WORK = """
import sys
from pathlib import Path
from app.history.backups import Backups, BackupKind
from app.history.store import HistoryStore

path, work = Path(sys.argv[1]), sys.argv[2]
backups = Backups(path)
store = HistoryStore.open(path)
print("ready", flush=True)
while True:
    if work == "make":
        backups.make(BackupKind.BY_HAND)
    else:
        store.restore(next(one for one in backups.all() if one.kind is BackupKind.BY_HAND))
"""


@pytest.mark.parametrize("work", ["make", "restore"])
def test_a_kill_at_any_moment_leaves_the_database_and_every_copy_whole(path: Path, work: str) -> None:
    with contextlib.closing(HistoryStore.open(path)) as store:
        for number in range(60):
            store.add_question(1, None, f"{number} " + "long question " * 1000)
    backups = Backups(path)
    backups.make(BackupKind.BY_HAND)
    for turn in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", _WORK, str(path), work], cwd=_REPOSITORY, stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(0.05 + 0.13 * turn)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()

        assert titles(path) == ["Trains"]
        assert backups.all()
        for backup in backups.all():
            assert titles(backup.path) == ["Trains"]
