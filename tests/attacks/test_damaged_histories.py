"""A history that is gone, cut, written over, tampered with or shortened: told in words, and never taken for empty."""

from __future__ import annotations

import contextlib
import datetime as dt
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import UserError
from app.history.attachments import StoredAttachment
from app.history.backups import KEPT, BackupKind, Backups
from app.history.check_marks import CheckMarks
from app.history.damaged_file import replace_damaged, set_aside_damaged
from app.history.drafts import Draft
from app.history.errors import DatabaseIsDamaged, DatabaseIsMissing, DatabaseWasReplaced
from app.history.exchange.tree_reader import TreeReader
from app.history.records import MessageState, ReplyFigures
from app.history.store import HistoryStore
from tests.fakes.steps import EVERY_KIND, FIRST, LAST, SUM, UNKNOWN, add_reply, reply_end

PAGE_BYTES = 4096


def filled(path: Path, *, conversations: int = 5, seed: str = "a") -> Path:
    dice = random.Random(seed)
    words = ["train", "noon", "Ω", "never", "meet", "why", "数学", "because", "x" * 40]
    with contextlib.closing(HistoryStore.open(path)) as store:
        for number in range(conversations):
            conversation = store.create_conversation(f"Talk {number}")
            for _ in range(4):
                leaf = store.conversation(conversation.id).leaf_id
                question = store.add_question(conversation.id, leaf, " ".join(dice.choices(words, k=60)))
                reply = store.begin_reply(conversation.id, question.id, "model")
                for ordinal, step in enumerate(EVERY_KIND[:5]):
                    store.put_step(reply.id, ordinal, step)
                store.finish_reply(
                    reply.id,
                    reply_end(
                        raw="",
                        thinking=" ".join(dice.choices(words, k=200)),
                        answer=" ".join(dice.choices(words, k=300)),
                        state=MessageState.COMPLETE,
                        figures=ReplyFigures(),
                        ordinal=5,
                    ),
                )
    return path


def know_functions(connection: sqlite3.Connection) -> None:
    """Let a connection of another program know what our triggers call."""
    for name in ("segmented", "segmented_thought"):
        connection.create_function(name, 1, lambda text: text, deterministic=True)
    connection.create_function("thought_kinds", 1, lambda _text: "{}", deterministic=True)


def told(path: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return all that a person would see."""
    with contextlib.closing(HistoryStore.open(path)) as store:
        store.recover_interrupted()
        store.search("train")
        return [
            (one.title, [(message.answer, message.thinking) for message in store.branch(one.id)])
            for one in store.conversations()
            if store.outline(one.id) is not None
        ]


def check(path: Path) -> None:
    """What is done beside the window after a start."""
    with contextlib.closing(HistoryStore.open(path)) as store:
        store.check_integrity()


# --- missing ----------------------------------------------------------------------------------------------------


def test_a_missing_file_with_backups_is_no_empty_history(tmp_path: Path) -> None:
    path = filled(tmp_path / "history.sqlite3")
    Backups(path).make(BackupKind.DAILY)
    path.unlink()

    with pytest.raises(DatabaseIsMissing):
        HistoryStore.open(path)
    assert not path.exists()


def test_a_missing_file_that_is_expected_is_no_empty_history(tmp_path: Path) -> None:
    with pytest.raises(DatabaseIsMissing):
        HistoryStore.open(tmp_path / "gone" / "history.sqlite3", is_expected=True)
    assert not (tmp_path / "gone").exists()


def test_a_log_without_its_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    log = tmp_path / "history.sqlite3-wal"
    log.write_bytes(b"what was written last")

    with pytest.raises(DatabaseIsMissing):
        HistoryStore.open(path)
    set_aside_damaged(path)

    assert [p.read_bytes() for p in tmp_path.glob("history.damaged-*")] == [b"what was written last"]
    HistoryStore.open(path).close()


def test_a_missing_file_is_put_back_from_a_backup(tmp_path: Path) -> None:
    path = filled(tmp_path / "history.sqlite3")
    before = told(path)
    backup = Backups(path).make(BackupKind.DAILY)
    path.unlink()

    assert replace_damaged(path, backup) is None
    assert told(path) == before


# --- copies -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [BackupKind.DAILY, BackupKind.BY_HAND, BackupKind.BEFORE_RESTORE])
@pytest.mark.parametrize("how", ["all", "one conversation", "the last messages", "another history"])
def test_copies_with_less_never_push_out_the_last_one_with_more(tmp_path: Path, kind: BackupKind, how: str) -> None:
    path = filled(tmp_path / "history.sqlite3")
    now = dt.datetime(2026, 11, 1, 12).timestamp()
    backups = Backups(path, clock=lambda: now)
    whole = backups.make(kind)
    match how:
        case "one conversation":
            with contextlib.closing(sqlite3.connect(path)) as connection:
                know_functions(connection)
                connection.execute("DELETE FROM conversation WHERE id = 2")
                connection.execute("DELETE FROM purged")  # it is lost, and was not deleted by anybody
                connection.commit()
        case "the last messages":
            with contextlib.closing(sqlite3.connect(path)) as connection:
                know_functions(connection)
                connection.execute("DELETE FROM message WHERE id > 38")
                connection.commit()
        case _:
            path.unlink()
            HistoryStore.begin(path).close()
            if how == "another history":
                filled(path, conversations=7, seed="b")
    for day in range(1, KEPT + 2):
        backups = Backups(path, clock=lambda day=day: now + day * 86400)  # type: ignore[misc]
        backups.make(kind)

    found = [backup.path for backup in backups.all()]
    assert whole.path in found
    assert len(found) == KEPT + 1


def test_copies_of_a_history_that_grows_are_as_few_as_ever(tmp_path: Path) -> None:
    path = filled(tmp_path / "history.sqlite3")
    for day in range(KEPT + 4):
        Backups(path, clock=lambda day=day: 1.8e9 + day * 86400).make(BackupKind.DAILY)  # type: ignore[misc]
        with contextlib.closing(HistoryStore.open(path)) as store:
            store.add_question(1, None, f"day {day}")

    assert len(Backups(path).all()) == KEPT


def test_a_migration_copies_beside_what_an_earlier_one_copied(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    earlier = tmp_path / "history.before-version-2.sqlite3"
    earlier.write_bytes(b"five conversations")
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE conversation (id INTEGER PRIMARY KEY)")
        connection.execute("PRAGMA user_version = 1")
    with contextlib.suppress(UserError):
        HistoryStore.open(path)

    assert earlier.read_bytes() == b"five conversations"
    assert (tmp_path / "history.before-version-2-2.sqlite3").exists()


# --- broken -----------------------------------------------------------------------------------------------------


def changed(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        know_functions(connection)
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE piece",
        "DROP TABLE draft",
        "DROP TABLE message_search",
        "DROP TABLE search_state",
        "DROP VIEW searchable_title",
        "DROP INDEX message_by_parent",
        "DROP TRIGGER title_added",
        "CREATE TRIGGER spy AFTER INSERT ON message BEGIN UPDATE conversation SET title = new.answer; END",
        "CREATE VIEW spy AS SELECT * FROM message",
        "CREATE INDEX spy ON message (role)",
        "UPDATE sqlite_master SET sql = replace(sql, 'old.id', 'old.id + 1') WHERE name = 'message_removed'",
        "UPDATE sqlite_master SET sql = 'nonsense' WHERE name = 'conversation'",
        "UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'message'",
    ],
)
def test_a_schema_that_is_not_ours_is_damage(tmp_path: Path, statement: str) -> None:
    path = filled(tmp_path / "history.sqlite3", conversations=1)
    changed(path, statement)

    with pytest.raises(DatabaseIsDamaged):
        told(path)


@pytest.mark.parametrize(("place", "value"), [(18, 9), (19, 9), (21, 1), (44, 9), (47, 9), (56, 7), (59, 3)])
def test_a_header_that_sqlite_cannot_read_is_damage_or_does_no_harm(tmp_path: Path, place: int, value: int) -> None:
    path = filled(tmp_path / "history.sqlite3", conversations=1)
    content = bytearray(path.read_bytes())
    content[place] = value
    path.write_bytes(content)

    with contextlib.suppress(UserError):  # nothing else is raised
        assert len(told(path)[0][1]) == 8


def columns_of(path: Path) -> list[tuple[str, str, str]]:
    """Return table, name and declared kind of every column of ours that is no reference."""
    with contextlib.closing(HistoryStore.open(path)) as store, store.database.reading() as connection:
        tables = ("conversation", "message", "step", "piece", "folder", "preset", "attachment", "draft")
        references = {(t, row[3]) for t in tables for row in connection.execute(f"PRAGMA foreign_key_list({t})")}
        return [
            (table, row[1], row[2])
            for table in tables
            for row in connection.execute(f"PRAGMA table_info({table})").fetchall()
            if row[1] != "id" and (table, row[1]) not in references
        ]


def with_one_of_everything(path: Path) -> Path:
    with contextlib.closing(HistoryStore.open(path)) as store:
        conversation = store.create_conversation("Talk")
        question = store.add_question(conversation.id, None, "a train")
        store.attachments.add(question.id, [StoredAttachment("a.txt", "text", 1, "a")])
        add_reply(store, question, (FIRST, SUM, UNKNOWN, LAST))
        running = store.begin_reply(conversation.id, question.id, "m")
        store.append_piece(running.id, raw="r", thinking="t", answer="a")
        store.shelf.create_folder("Folder")
        store.presets.create("Preset")
        store.drafts.keep(conversation.id, Draft("draft"))
    return path


def all_that_is_read(store: HistoryStore) -> None:
    for one in store.conversations():
        store.outline(one.id)
        for message in store.branch(one.id):
            store.siblings(message.id)
            store.attachments.heads_of(message.id)
            store.attachments.of_message(message.id)
        store.presets.choices_of(one.id)
        store.drafts.of(one.id)
        store.exclusions.of(one.id)
        TreeReader(store.database).read(one.id)
    store.search("train")
    store.search("quokka")
    store.shelf.folders()
    store.presets.all()


def test_a_value_that_its_column_cannot_hold_is_damage_wherever_it_is_read(tmp_path: Path) -> None:
    whole = with_one_of_everything(tmp_path / "whole.sqlite3")
    told_of, unread = [], []
    for table, name, kind in columns_of(whole):
        wrong = "'text'" if kind == "BLOB" else "x'ff00'"
        path = Path(shutil.copy(whole, tmp_path / f"{table}-{name}.sqlite3"))
        one = " WHERE ordinal = 1" if table == "step" else ""  # of a message no two have the same
        changed(path, f"UPDATE {table} SET {name} = {wrong}{one}")
        with contextlib.closing(HistoryStore.open(path)) as store:
            try:
                all_that_is_read(store)
            except DatabaseIsDamaged as error:
                told_of.append(f"{table}.{name}" if name in error.details else error.details)
            else:
                unread.append(f"{table}.{name}")
    assert unread == ["conversation.deleted_at", "preset.created_at"]  # deleted, and never purged
    assert len(told_of) > 25
    assert all("." in one for one in told_of)


def test_an_end_that_dangles_is_the_newest_message(tmp_path: Path) -> None:
    path = filled(tmp_path / "history.sqlite3", conversations=2)
    changed(path, "UPDATE conversation SET leaf_id = 777 WHERE id = 1")

    with contextlib.closing(HistoryStore.open(path)) as store:
        assert [message.id for message in store.branch(1)] == list(range(1, 9))
        assert len(store.outline(1)) == 8
        assert store.conversation(1).leaf_id == 8


def test_messages_that_lead_in_a_circle_do_not_keep_anybody_waiting(tmp_path: Path) -> None:
    path = filled(tmp_path / "history.sqlite3", conversations=1)
    changed(path, "UPDATE message SET parent_id = 8 WHERE id = 1", "UPDATE message SET parent_id = 5 WHERE id = 5")

    with contextlib.closing(HistoryStore.open(path)) as store:
        store.branch(1)
        store.outline(1)
        store.show_branch_of(3)
        store.newest_leaf(1)


Damage = Callable[[bytearray, random.Random], None]


def _flip(content: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randrange(1, 9)):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def _zero(content: bytearray, dice: random.Random) -> None:
    begin = dice.randrange(len(content))
    end = min(len(content), begin + dice.choice([16, 512, PAGE_BYTES]))
    content[begin:end] = bytes(end - begin)


def _swap_pages(content: bytearray, dice: random.Random) -> None:
    one, other = (dice.randrange(len(content) // PAGE_BYTES) * PAGE_BYTES for _ in range(2))
    content[one : one + PAGE_BYTES] = content[other : other + PAGE_BYTES]


def _cut(content: bytearray, dice: random.Random) -> None:
    del content[dice.randrange(len(content)) :]


def _garbage(content: bytearray, dice: random.Random) -> None:
    begin = dice.randrange(len(content))
    content[begin : begin + 300] = dice.randbytes(min(300, len(content) - begin))


def test_damage_anywhere_is_told_or_does_no_harm(tmp_path: Path, dice: random.Random, attacks: int) -> None:
    """Each damaged file: told, or whole; shorter without a word is what the check after a start ends."""
    whole = filled(tmp_path / "whole.sqlite3")
    known = told(whole)
    content = whole.read_bytes()
    path = tmp_path / "history.sqlite3"
    counts = {"told at once": 0, "told by the check": 0, "whole": 0, "letters changed": 0, "shorter without a word": 0}
    crashes: list[str] = []
    for number in range(max(80, attacks)):  # one in twenty is the kind that only the check finds
        damage: Damage = dice.choice([_flip, _zero, _swap_pages, _swap_pages, _cut, _garbage])
        broken = bytearray(content)
        damage(broken, dice)
        for left in tmp_path.glob("history.sqlite3*"):
            left.unlink()
        path.write_bytes(broken)
        try:
            try:
                seen = told(path)
            except UserError:
                counts["told at once"] += 1
                continue
            try:
                check(path)
            except UserError:
                counts["told by the check"] += 1
                continue
        except Exception as error:
            crashes.append(f"{number} {damage.__name__}: {type(error).__name__}: {error}")
            continue
        shape = [len(messages) for _, messages in seen]
        if seen == known:
            counts["whole"] += 1
        elif shape == [len(messages) for _, messages in known]:
            counts["letters changed"] += 1
        else:
            counts["shorter without a word"] += 1
    print(counts, "crashes", len(crashes))

    assert crashes == []
    assert counts["shorter without a word"] == 0


# --- while it is open -------------------------------------------------------------------------------------------


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.sqlite3"))


def replaced(path: Path) -> None:
    other = filled(path.with_name("other.sqlite3"), conversations=1)
    other.replace(path)


def cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(2 * PAGE_BYTES)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("how", [Path.unlink, moved, replaced, cut, emptied])
def test_a_file_that_changes_under_the_window_is_noticed(tmp_path: Path, how: Callable[[Path], object]) -> None:
    path = filled(tmp_path / "history.sqlite3")
    store = HistoryStore.open(path)
    store.look_at_file()
    how(path)

    with pytest.raises(DatabaseWasReplaced):
        store.look_at_file()
    with contextlib.suppress(UserError):
        store.close()


@pytest.mark.parametrize("how", [Path.unlink, moved, replaced])
def test_what_is_still_open_is_saved_with_what_was_written_since(tmp_path: Path, how: Callable[[Path], object]) -> None:
    path = filled(tmp_path / "history.sqlite3")
    store = HistoryStore.open(path)
    how(path)
    store.add_question(1, None, "written into what is gone")

    rescued = Backups(path).rescue(store.database)
    store.close()

    assert rescued is not None
    assert Backups(path).all()[0].kind is BackupKind.RESCUED
    replace_damaged(path, rescued)
    with contextlib.closing(HistoryStore.open(path)) as found:
        assert len(found.conversations()) == 5
        assert found.branch(1)[-1].answer == "written into what is gone"


def test_nothing_that_is_broken_is_saved_as_a_backup(tmp_path: Path) -> None:
    path = filled(tmp_path / "history.sqlite3")
    store = HistoryStore.open(path)
    shutil.copy(path, tmp_path / "kept")
    path.write_bytes(b"overwritten " * 40_000)

    assert Backups(path).rescue(store.database) is None
    assert Backups(path).all() == []
    with contextlib.suppress(UserError):
        store.close()


def test_no_thread_begins_an_empty_history_beside_an_open_one(tmp_path: Path) -> None:
    path = filled(tmp_path / "history.sqlite3")
    store = HistoryStore.open(path)
    path.unlink()

    with pytest.raises(DatabaseIsMissing):
        store.beside()
    assert not path.exists()
    store.close()


def test_the_file_is_read_through_after_a_run_that_did_not_end_and_once_a_day(tmp_path: Path) -> None:
    now = 0.0

    def marks() -> CheckMarks:
        return CheckMarks(tmp_path / "history.sqlite3", clock=lambda: now)

    first = marks()
    assert first.begin()
    first.note_checked()
    now = (tmp_path / "history.checked").stat().st_mtime + 10
    first.end()
    second = marks()
    assert not second.begin()
    third = marks()  # the second did not end
    assert third.begin()
    third.end()
    now += 25 * 3600
    assert marks().begin()
