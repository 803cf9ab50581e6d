"""What can be read of a damaged history goes on in a new file; a shorter file is noticed by what the copies tell."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history.attachments import StoredAttachment
from app.history.backups import BackupKind, Backups
from app.history.check_marks import CheckMarks
from app.history.drafts import Draft
from app.history.errors import DatabaseHoldsLess, DatabaseIsDamaged, NothingCanBeRead
from app.history.held_copies import check_against_copies
from app.history.lost_history import LostHistory
from app.history.purge import purge
from app.history.records import MessageState, ReplyFigures
from app.history.salvage import salvage
from app.history.store import HistoryStore
from tests.fakes.steps import FIRST, LAST, SUM, add_reply, reply_end

_PAGE_BYTES = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A history of 40 conversations with 4 turns each, a file, a draft and a folder."""
    path = tmp_path / "history.sqlite3"
    with contextlib.closing(HistoryStore.open(path)) as store:
        folder = store.shelf.create_folder("Work")
        for number in range(40):
            conversation = store.create_conversation(f"Talk {number}")
            for turn in range(4):
                leaf = store.conversation(conversation.id).leaf_id
                question = store.add_question(conversation.id, leaf, f"question {number}.{turn} " + "why " * 150)
                store.attachments.add(question.id, [StoredAttachment("a.txt", "text", 3, "abc")])
                reply = store.begin_reply(conversation.id, question.id, "model")
                answer = f"answer {number}.{turn} " + "because " * 300
                store.finish_reply(
                    reply.id,
                    reply_end(
                        raw=answer, thinking="hm", answer=answer, state=MessageState.COMPLETE, figures=ReplyFigures()
                    ),
                )
        store.drafts.keep(3, Draft("not sent"))
        store.shelf.move([3], folder.id)
    return path


def read_all(path: Path) -> dict[str, list[str]]:
    with contextlib.closing(HistoryStore.open(path)) as store:
        store.check_integrity()
        return {
            f"{one.id} {one.title}": [message.answer for message in store.branch(one.id)]
            for one in store.conversations()
        }


def spoil_pages(path: Path, table: str, *, every: int) -> None:
    """Write over some of the leaves of a table."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        try:
            query = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno"
            pages = [row[0] for row in connection.execute(query, (table,))]
        except sqlite3.OperationalError:
            pytest.skip("this SQLite cannot tell where tables lie")
    content = bytearray(path.read_bytes())
    for page in pages[every // 2 :: every]:
        content[(page - 1) * _PAGE_BYTES : page * _PAGE_BYTES] = b"\xa5" * _PAGE_BYTES
    path.write_bytes(content)


def test_of_a_history_whose_index_is_broken_everything_goes_on(path: Path) -> None:
    before = read_all(path)
    spoil_pages(path, "message_search_data", every=3)
    damaged = path.read_bytes()

    found = salvage(path)

    assert read_all(path) == before
    assert (found.conversations, found.messages) == (40, 320)
    assert found.kept_at is not None
    assert found.kept_at.read_bytes() == damaged
    assert not list(path.parent.glob("*salvaging*"))
    with contextlib.closing(HistoryStore.open(path)) as store:
        assert len(store.search("question", limit=500)) == 160
        assert store.drafts.of(3).text == "not sent"
        assert store.attachments.of_message(1)[0].text == "abc"
        assert [folder.name for folder in store.shelf.folders()] == ["Work"]


def test_of_broken_pages_only_what_stood_on_them_is_lost(path: Path) -> None:
    before = read_all(path)
    spoil_pages(path, "message", every=20)
    with pytest.raises(DatabaseIsDamaged), contextlib.closing(HistoryStore.open(path)) as store:
        store.check_integrity()

    found = salvage(path)

    after = read_all(path)
    assert 240 < found.messages < 320
    assert sum(map(len, after.values())) == found.messages  # all are on the branches shown
    assert all(text in before[name] for name, texts in after.items() for text in texts)


def test_of_a_reply_whose_steps_are_lost_its_texts_are_left(path: Path) -> None:
    with contextlib.closing(HistoryStore.open(path)) as store:
        conversation = store.create_conversation("Steps")
        question = store.add_question(conversation.id, None, "Why?")
        replies = [add_reply(store, question, (FIRST, SUM, LAST)).id for _ in range(200)]
    before = read_all(path)
    spoil_pages(path, "step", every=3)

    found = salvage(path)

    assert read_all(path) == before
    assert found.messages == 320 + 201
    with contextlib.closing(HistoryStore.open(path)) as store:
        kept = [store.message(one) for one in replies]
        assert {one.answer for one in kept} == {f"{FIRST.answer}\n\n{LAST.answer}"}
        assert {one.thinking for one in kept} == {f"{FIRST.thinking}\n\n{LAST.thinking}"}
        whole = sum(one.steps == (FIRST, SUM, LAST) for one in kept)
        assert 60 < whole < 200


def test_messages_whose_conversation_is_gone_are_kept_in_one_without_a_title(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DROP TRIGGER conversation_purged")
        connection.execute("DROP TRIGGER title_removed")
        connection.execute("DELETE FROM conversation WHERE id = 7")
        connection.commit()

    found = salvage(path)

    assert (found.conversations, found.messages) == (40, 320)
    assert len(read_all(path)["7 "]) == 8


def test_a_file_that_was_cut_off_is_read_as_far_as_it_goes(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2 + 100])

    found = salvage(path)

    assert found.messages > 50
    assert found.messages == sum(map(len, read_all(path).values()))


@pytest.mark.parametrize("content", [b"no database at all " * 1000, b"\0" * 8192])
def test_nothing_changes_when_nothing_can_be_read(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(NothingCanBeRead):
        salvage(path)

    assert path.read_bytes() == content
    assert [one.name for one in path.parent.glob("history*")] == ["history.sqlite3"]


def test_numbers_are_not_given_out_twice_after_a_salvage(path: Path) -> None:
    with contextlib.closing(HistoryStore.open(path)) as store:
        purge(store.database, [40])

    salvage(path)

    with contextlib.closing(HistoryStore.open(path)) as store:
        assert store.create_conversation("Next").id == 41


# --- less than the newest copy ----------------------------------------------------------------------------------


@pytest.fixture
def store(path: Path) -> Iterator[HistoryStore]:
    with contextlib.closing(HistoryStore.open(path)) as store:
        yield store


def compare(path: Path) -> None:
    with contextlib.closing(HistoryStore.open(path)) as store:
        check_against_copies(store.database, path, accepted_at=CheckMarks(path).accepted_at)


def test_an_older_file_in_the_place_of_the_newer_one_is_noticed(path: Path, tmp_path: Path) -> None:
    old = path.read_bytes()
    with contextlib.closing(HistoryStore.open(path)) as store:
        store.add_question(1, store.conversation(1).leaf_id, "One more")
    Backups(path).make(BackupKind.DAILY)
    path.write_bytes(old)

    with pytest.raises(DatabaseHoldsLess) as error:
        compare(path)

    assert error.value.values["missing"] == 1


def test_an_empty_or_a_strangers_file_is_noticed(path: Path) -> None:
    Backups(path).make(BackupKind.BY_HAND)
    path.unlink()
    with contextlib.closing(HistoryStore.begin(path)) as store:
        for number in range(50):
            store.create_conversation(f"Strange {number}")

    with pytest.raises(DatabaseHoldsLess):
        compare(path)


def test_what_was_deleted_on_purpose_is_not_missed_also_half_way(path: Path) -> None:
    Backups(path).make(BackupKind.DAILY)
    with contextlib.closing(HistoryStore.open(path)) as store:
        store.shelf.delete([1, 2])
        store.purge_deleted(9e12)
        leaf: int | None = None
        for _ in range(120):
            leaf = store.add_question(3, leaf, "long").id
        Backups(path).make(BackupKind.DAILY)
        looks = iter([False, True])
        purge(store.database, [3], is_stopped=lambda: next(looks))

    compare(path)


def test_what_was_restored_or_accepted_on_purpose_is_not_missed(path: Path, store: HistoryStore) -> None:
    backups = Backups(path)
    small = backups.make(BackupKind.BY_HAND)
    store.create_conversation("Later")
    Backups(path, clock=lambda: time.time() + 5).make(BackupKind.DAILY)
    Backups(path, clock=lambda: time.time() + 10).restore(small, store.database)

    compare(path)

    for backup in backups.all():
        if backup.kind is BackupKind.BEFORE_RESTORE:
            backup.path.unlink()
    with pytest.raises(DatabaseHoldsLess):
        compare(path)
    CheckMarks(path, clock=time.time).accept()
    newest = backups.all()[0]
    newest.path.rename(newest.path.with_name("history-2026-01-01_00-00-00-daily.sqlite3"))
    compare(path)


def test_a_damaged_copy_tells_nothing_and_the_one_before_it_does(path: Path) -> None:
    Backups(path).make(BackupKind.DAILY)
    (path.parent / "backups" / "history-2099-01-01_10-00-00-daily.sqlite3").write_bytes(b"broken")
    path.unlink()
    HistoryStore.begin(path).close()

    with pytest.raises(DatabaseHoldsLess):
        compare(path)


def test_a_lost_history_is_rescued_once(path: Path) -> None:
    lost = LostHistory(HistoryStore.open(path))
    path.unlink()

    lost.rescue()
    lost.rescue()

    assert [backup.kind for backup in Backups(path).all()] == [BackupKind.RESCUED]
