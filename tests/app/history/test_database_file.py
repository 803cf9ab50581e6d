"""Files that cannot be opened: each gives one clear sentence, and nothing in them is touched."""

from __future__ import annotations

import concurrent.futures
import contextlib
import errno
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import UserError
from app.file_facts import open_file
from app.history.backups import BackupKind, Backups
from app.history.damaged_file import replace_damaged, set_aside_damaged
from app.history.database import Database
from app.history.errors import (
    BackupIsDamaged,
    DatabaseIsDamaged,
    DatabaseIsLocked,
    DatabaseIsNewer,
    DatabaseIsNotWritable,
    DatabaseWasReplaced,
    DiskIsFull,
    HistoryError,
)
from app.history.migrations import MIGRATIONS, Migration, backup_path, migrate
from app.history.sqlite_faults import translated
from app.history.store import HistoryStore


def _history(path: Path) -> None:
    store = HistoryStore.open(path)
    conversation = store.create_conversation("Trains")
    store.add_question(conversation.id, None, "When do they meet? " * 2000)
    store.close()


def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    path.write_bytes(b"This is a letter, not a database. " * 100)
    before = path.read_bytes()

    with pytest.raises(DatabaseIsDamaged):
        HistoryStore.open(path)

    assert path.read_bytes() == before


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
        connection.commit()
    before = path.read_bytes()

    with pytest.raises(DatabaseIsDamaged):
        HistoryStore.open(path)

    assert path.read_bytes() == before


def test_several_may_open_a_new_history_at_once(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(HistoryStore.open, [path] * 8))

    for number, store in enumerate(stores):
        store.create_conversation(str(number))
    assert len(stores[0].conversations()) == 8
    for store in stores:
        store.close()


ANOTHER_LOOKS = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT count(*) FROM conversation").fetchone()[0])
connection.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="locks belong to the handle there")
def test_what_is_written_after_another_process_looked_is_in_the_file(tmp_path: Path) -> None:
    """Locks of a process end when it closes the file by any handle; then the other one would throw the log away."""
    path = tmp_path / "history.sqlite3"
    link = tmp_path / "linked"
    link.symlink_to(path)

    def another_sees() -> int:
        command = [sys.executable, "-c", ANOTHER_LOOKS, str(path)]
        return int(subprocess.run(command, capture_output=True, check=True, text=True).stdout)

    with contextlib.closing(HistoryStore.open(path)) as writer:
        writer.create_conversation("One")
        with contextlib.closing(writer.beside()), contextlib.closing(Database(path, busy_timeout_s=1)):
            for name in (path, link):
                with pytest.raises(OSError, match="busy"):
                    open_file(name)
            assert another_sees() == 1
            writer.create_conversation("Two")
            assert another_sees() == 2
        assert another_sees() == 2
        writer.create_conversation("Three")
        assert another_sees() == 3
    with open_file(path) as file:
        assert file.read(6) == b"SQLite"


def test_a_database_broken_inside_is_damaged_when_read(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    _history(path)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)

    with pytest.raises(DatabaseIsDamaged), contextlib.closing(HistoryStore.open(path)) as store:
        store.check_integrity()


def test_an_index_that_lost_a_message_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    _history(path)
    with contextlib.closing(HistoryStore.open(path)) as store:
        store.check_integrity()
        with store._database.writing() as connection:
            connection.execute("INSERT INTO message_search (message_search) VALUES ('delete-all')")
        with pytest.raises(DatabaseIsDamaged):
            store.check_integrity()


def test_a_damaged_file_is_set_aside_and_a_new_history_begins(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    path.write_bytes(b"letter " * 1000)
    path.with_name("history.sqlite3-wal").write_bytes(b"rest")

    kept = set_aside_damaged(path)

    assert kept is not None
    assert kept.read_bytes() == b"letter " * 1000
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"rest"
    assert kept.name.startswith("history.damaged-")
    _history(path)
    assert set_aside_damaged(path) != kept
    assert len(list(tmp_path.glob("history.damaged-*.sqlite3"))) == 2


@pytest.mark.parametrize("left", [0.5, 0.97])
def test_a_file_that_was_cut_off_is_damaged_when_it_is_opened(tmp_path: Path, left: float) -> None:
    path = tmp_path / "history.sqlite3"
    _history(path)
    with path.open("r+b") as file:
        file.truncate(int(path.stat().st_size * left))

    with pytest.raises(DatabaseIsDamaged, match="damaged"):
        HistoryStore.open(path)


def test_an_empty_file_is_a_new_history_unless_a_backup_says_that_there_was_more(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    path.touch()
    _history(path)  # as good as none
    Backups(path).make(BackupKind.DAILY)
    path.write_bytes(b"")

    with pytest.raises(DatabaseIsDamaged):
        HistoryStore.open(path)


def test_what_still_stands_in_the_log_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    with contextlib.closing(HistoryStore.open(path)) as store:
        store.create_conversation("In the log")
        copy = tmp_path / "killed" / "history.sqlite3"
        copy.parent.mkdir()
        for name in ("history.sqlite3", "history.sqlite3-wal"):
            (copy.parent / name).write_bytes((tmp_path / name).read_bytes())
    with contextlib.closing(HistoryStore.open(copy)) as store:
        assert [one.title for one in store.conversations()] == ["In the log"]


def test_a_backup_takes_the_place_of_a_damaged_file_which_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    _history(path)
    whole = path.read_bytes()
    backup = Backups(path).make(BackupKind.DAILY)
    path.write_bytes(b"letter " * 1000)

    kept = replace_damaged(path, backup)

    assert kept is not None
    assert kept.read_bytes() == b"letter " * 1000
    with contextlib.closing(HistoryStore.open(path)) as store:
        store.check_integrity()
        assert len(store.conversations()) == 1
    assert [one.name for one in backup.path.parent.iterdir()] == [backup.path.name]
    backup.path.write_bytes(whole[: len(whole) // 2])
    path.write_bytes(b"again ")
    with pytest.raises(BackupIsDamaged):
        replace_damaged(path, backup)
    assert path.read_bytes() == b"again "


def test_a_file_that_is_not_there_need_not_be_set_aside(tmp_path: Path) -> None:
    assert set_aside_damaged(tmp_path / "history.sqlite3") is None


def test_a_newer_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    _history(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = path.read_bytes()

    with pytest.raises(DatabaseIsNewer) as caught:
        HistoryStore.open(path)

    assert "newer version" in caught.value.message_text()
    assert path.read_bytes() == before


def test_a_database_held_by_another_connection_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    _history(path)
    with contextlib.closing(HistoryStore.open(path, busy_timeout_s=0.05)) as store:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(DatabaseIsLocked):
                store.create_conversation()
            assert [c.title for c in store.conversations()] == ["Trains"]
            other.execute("ROLLBACK")
        store.create_conversation()


def test_a_database_locked_for_everybody_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    _history(path)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE conversation SET thinking_level = 'off'")
        with pytest.raises(DatabaseIsLocked):
            HistoryStore.open(path, busy_timeout_s=0.05)
        other.execute("ROLLBACK")


@pytest.mark.parametrize("obstacle", ["folder", "parent"])
def test_a_place_that_cannot_hold_a_file_is_not_writable(tmp_path: Path, obstacle: str) -> None:
    path = tmp_path / "data" / "history.sqlite3"
    if obstacle == "folder":
        path.mkdir(parents=True)
    else:
        path.parent.write_text("a file where the folder should be")

    with pytest.raises(DatabaseIsNotWritable):
        HistoryStore.open(path)


def test_a_full_database_takes_nothing_and_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    _history(path)
    with contextlib.closing(HistoryStore.open(path)) as store:
        with store._database.reading() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")
        [conversation] = store.conversations()
        with pytest.raises(DiskIsFull):
            store.add_question(conversation.id, None, "x" * 100_000)
        assert len(store.branch(conversation.id)) == 1
        store.check_integrity()


def test_what_could_only_be_read_is_written_when_it_can_be(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    _history(path)
    with contextlib.closing(HistoryStore.open(path)) as store:
        with store.database.reading() as connection:
            connection.execute("PRAGMA query_only = ON")
        with pytest.raises(DatabaseIsNotWritable):
            store.create_conversation("Refused")
        store.check_writable()  # asks anew

        store.create_conversation("Kept")
        assert [one.title for one in store.conversations()] == ["Kept", "Trains"]
        path.rename(tmp_path / "elsewhere.sqlite3")
        with store.database.reading() as connection:
            connection.execute("PRAGMA query_only = ON")
        with pytest.raises(DatabaseIsNotWritable):
            store.create_conversation("Refused")
        with pytest.raises(DatabaseWasReplaced):
            store.create_conversation("In what lies there now")


def test_a_history_on_a_disk_that_can_only_be_read_is_read_without_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "what? 100 % #1.sqlite3"
    _history(path)
    monkeypatch.setattr("os.access", lambda *_asked: False)
    with contextlib.closing(HistoryStore.open(path)) as store:
        assert [one.title for one in store.conversations()] == ["Trains"]
        with pytest.raises(DatabaseIsNotWritable):
            store.create_conversation("Refused")
        assert list(tmp_path.iterdir()) == [path], "SQLite could not begin one there, and would not read either"


_NEXT: Migration = ("ALTER TABLE conversation ADD COLUMN flag INTEGER NOT NULL DEFAULT 0",)


def test_an_older_database_is_copied_and_then_migrated(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    _history(path)

    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, migrations=(*MIGRATIONS, _NEXT))
        assert connection.execute("SELECT title, flag FROM conversation").fetchall() == [("Trains", 0)]

    with contextlib.closing(HistoryStore.open(backup_path(path, len(MIGRATIONS)))) as copy:
        assert [c.title for c in copy.conversations()] == ["Trains"]
        copy.check_integrity()


def test_the_first_format_is_brought_to_the_newest_and_stays_searchable(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, path, migrations=MIGRATIONS[:1])
        connection.execute("INSERT INTO conversation (title, created_at, updated_at) VALUES ('火车问题', 1, 1)")
        connection.execute(
            "INSERT INTO message (conversation_id, role, state, created_at, answer)"
            " VALUES (1, 'user', 'complete', 1, '两列火车什么时候相遇？ Two trains')"
        )

    with contextlib.closing(HistoryStore.open(path)) as store:
        assert [(hit.title, hit.message_id) for hit in store.search("火车")] == [("火车问题", None), ("火车问题", 1)]
        assert len(store.search("trai")) == 1
        store.check_integrity()
    assert backup_path(path, 1).exists()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    _history(path)
    broken: Migration = (*_NEXT, "ALTER TABLE there_is_no_such_table ADD COLUMN x")

    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, path, migrations=(*MIGRATIONS, broken))
        assert not connection.in_transaction

    with contextlib.closing(HistoryStore.open(path)) as store:
        assert [c.title for c in store.conversations()] == ["Trains"]


def _failure(statement: Callable[[sqlite3.Connection], object]) -> sqlite3.Error:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        with pytest.raises(sqlite3.Error) as caught:
            statement(connection)
        return caught.value


def test_a_mistake_of_ours_stays_a_bug(tmp_path: Path) -> None:
    assert translated(_failure(lambda c: c.execute("SELECT nothing FROM nowhere")), tmp_path / "x") is None
    assert translated(_failure(lambda c: c.execute("SELECT ?", ())), tmp_path / "x") is None


@pytest.mark.parametrize(
    ("number", "expected"),
    [(errno.ENOSPC, DiskIsFull), (errno.EACCES, DatabaseIsNotWritable), (errno.EROFS, DatabaseIsNotWritable)],
)
def test_the_file_systems_errors_are_told_apart(tmp_path: Path, number: int, expected: type[UserError]) -> None:
    assert type(translated(OSError(number, "no"), tmp_path / "x")) is expected


def test_text_that_is_not_unicode_means_damage(tmp_path: Path) -> None:
    error = _failure(lambda c: c.execute("SELECT CAST(x'ff' AS TEXT)").fetchone())

    assert isinstance(translated(error, tmp_path / "x"), DatabaseIsDamaged)


@pytest.mark.parametrize(
    "error",
    [
        DatabaseIsLocked(Path("h.sqlite3")),
        DatabaseIsDamaged(Path("h.sqlite3")),
        DatabaseIsNewer(Path("h.sqlite3"), found_version=3, known_version=1),
        DiskIsFull(Path("h.sqlite3")),
        DatabaseIsNotWritable(Path("h.sqlite3")),
    ],
)
def test_every_error_has_one_sentence_and_an_advice(error: HistoryError) -> None:
    assert error.message_text().endswith(".")
    assert error.message_text().count(".") == 1
    assert "h.sqlite3" in error.advice_text()


@pytest.mark.skipif(sys.platform != "linux", reason="open files are listed there")
def test_what_people_wrote_never_goes_to_the_systems_temporary_folder(tmp_path: Path) -> None:
    database = Database(tmp_path / "history.sqlite3", busy_timeout_s=1)
    rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 8000)"

    with database.writing() as connection:
        connection.execute("CREATE TEMP TABLE sorted (text)")
        connection.execute(f"INSERT INTO sorted {rows} SELECT hex(randomblob(500)) FROM n")
        opened = [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    database.close()

    assert [name for name in opened if "etilqs" in name] == []  # as SQLite calls its temporary files
