"""What a conversation left on the disk goes when it is purged, everywhere, and only that."""

from __future__ import annotations

import contextlib
import datetime as dt
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history.attachments import StoredAttachment
from app.history.backups import BackupKind, Backups
from app.history.copy_content import content_of
from app.history.drafts import Draft
from app.history.held_copies import copies_holding, forget_in_copies
from app.history.migrations import MIGRATIONS, migrate
from app.history.purge import purge, remove_remains
from app.history.records import MessageState, ModelStep, ReplyFigures, ToolStep, UnknownStep
from app.history.store import HistoryStore
from app.inference.kept_sequences import forget_sequences, keep_sequences, sequence_name
from app.messages import ToolCall, ToolResult
from tests.fakes.steps import reply_end

WORD = "unspeakable"
DAY_S = 24 * 3600.0


def found_in(folder: Path, word: str = WORD) -> list[str]:
    """Return the files in which a word stands, in whatever case, or the beginning of it as the index keeps it."""
    return [
        path.name for path in sorted(folder.rglob("*")) if path.is_file() and word.encode() in path.read_bytes().lower()
    ]


def converse(store: HistoryStore, *, word: str, turns: int, random_seed: int = 0) -> int:
    """Add a conversation with a word in all that it has."""
    chance = random.Random(random_seed)

    def text() -> str:
        words = [f"w{chance.randrange(3000)}" for _ in range(chance.randint(2, 600))]
        words[chance.randrange(len(words))] = f"{word}{chance.randrange(30)}"
        return " ".join(words)

    conversation = store.create_conversation(f"{word} {text()}"[:200])
    store.rename(conversation.id, f"{word} again")
    parent: int | None = None
    for _ in range(turns):
        question = store.add_question(conversation.id, parent, text())
        store.attachments.add(question.id, [StoredAttachment(f"{word}.txt", "text", 3, text())])
        reply = store.begin_reply(conversation.id, question.id, "model")
        store.append_piece(reply.id, raw=text(), thinking="", answer="")
        store.put_step(reply.id, 0, ModelStep(text(), text(), text()))
        call = ToolCall("c", "look", text())
        store.put_step(reply.id, 1, ToolStep(call))
        store.put_step(reply.id, 1, ToolStep(call, ToolResult("c", text())))
        store.put_step(reply.id, 2, UnknownStep("later", f'{{"note":"{text()}"}}'))
        store.append_piece(reply.id, raw=text(), thinking="", answer="", ordinal=3)
        thinking, answer = text(), text()
        store.finish_reply(
            reply.id,
            reply_end(
                raw=thinking + answer,
                thinking=thinking,
                answer=answer,
                state=MessageState.COMPLETE,
                figures=ReplyFigures(),
                ordinal=3,
            ),
        )
        parent = reply.id
    store.drafts.keep(conversation.id, Draft(text()))
    return conversation.id


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    with contextlib.closing(HistoryStore.open(tmp_path / "history.sqlite3")) as store:
        yield store


@pytest.mark.parametrize("seed", range(3))
def test_a_purged_conversation_leaves_no_word_in_file_index_or_log_while_all_is_open(
    store: HistoryStore, tmp_path: Path, seed: int
) -> None:
    doomed = []
    for number in range(12):
        converse(store, word="harmless", turns=3, random_seed=seed * 100 + number)
        doomed.append(converse(store, word=WORD, turns=2, random_seed=seed * 1000 + number))
    assert found_in(tmp_path)

    assert purge(store.database, doomed) == tuple(doomed)
    assert remove_remains(store.database)

    assert found_in(tmp_path) == []
    store.check_integrity()
    assert len(store.search("harmless*", limit=500)) or store.search("w1")
    assert [one.title for one in store.conversations()] == ["harmless again"] * 12


def test_nothing_is_merged_when_nothing_was_purged(store: HistoryStore) -> None:
    converse(store, word="harmless", turns=2)
    with store.database.reading() as connection:
        before = connection.total_changes
        assert remove_remains(store.database)
        assert connection.total_changes == before


def test_what_a_stop_leaves_of_a_purge_goes_the_next_time(store: HistoryStore, tmp_path: Path) -> None:
    conversation_id = converse(store, word=WORD, turns=120)
    store.shelf.give_up([conversation_id])
    looks = iter([False, True])

    assert purge(store.database, [conversation_id], is_stopped=lambda: next(looks)) == ()

    assert store.purge_deleted(1.0) == 1
    assert not remove_remains(store.database, is_stopped=lambda: True)
    assert remove_remains(store.database)
    assert found_in(tmp_path) == []


def test_a_conversation_of_thousands_of_messages_is_purged(store: HistoryStore, tmp_path: Path) -> None:
    conversation = store.create_conversation(WORD)
    with store.database.writing() as connection:
        for number in range(1, 3001):  # SQLite follows what hangs on what a thousand levels deep
            connection.execute(
                "INSERT INTO message (conversation_id, parent_id, role, state, created_at, answer)"
                " VALUES (?, ?, 'user', 'complete', 1, ?)",
                (conversation.id, number - 1 or None, f"{WORD} {number}"),
            )
    store.delete(conversation.id)

    assert store.purge_deleted(9e9) == 1

    assert remove_remains(store.database)
    assert found_in(tmp_path) == []


def test_words_go_from_an_index_that_is_out_of_date(store: HistoryStore, tmp_path: Path) -> None:
    conversation_id = converse(store, word=WORD, turns=2)
    with store.database.writing() as connection:  # as another version of `segmented` leaves it
        connection.execute("UPDATE search_state SET messages_from = NULL")

    assert purge(store.database, [conversation_id])

    assert remove_remains(store.database)
    assert found_in(tmp_path) == []


def test_words_that_stay_in_the_log_because_somebody_reads_go_the_next_time(
    store: HistoryStore, tmp_path: Path
) -> None:
    conversation_id = converse(store, word=WORD, turns=3)
    with contextlib.closing(HistoryStore.open(tmp_path / "history.sqlite3", busy_timeout_s=0.05)) as quick:
        with contextlib.closing(store.beside()) as reader, reader.database.snapshot():
            assert purge(quick.database, [conversation_id]) == (conversation_id,)
            assert not remove_remains(quick.database)

        assert remove_remains(quick.database)
    assert found_in(tmp_path) == []


def test_a_conversation_that_was_given_up_cannot_be_put_back(store: HistoryStore) -> None:
    conversation_id = converse(store, word=WORD, turns=1)
    places = store.shelf.delete([conversation_id])
    store.shelf.give_up([conversation_id])

    store.shelf.put_back(places)

    assert store.conversations() == []
    assert store.deleted_before(1.0) == [conversation_id]


def test_the_copies_that_hold_a_conversation_are_named_with_their_last_day(tmp_path: Path) -> None:
    path, now = tmp_path / "history.sqlite3", [1_790_000_000.0]
    with contextlib.closing(HistoryStore.open(path, clock=lambda: now[0])) as store:
        backups = Backups(path, clock=lambda: now[0])
        backups.make(BackupKind.DAILY)
        now[0] += DAY_S
        conversation = store.conversation(converse(store, word=WORD, turns=1))
        for _ in range(3):
            backups.make(BackupKind.DAILY)
            now[0] += DAY_S
        backups.make(BackupKind.BY_HAND)
    (tmp_path / "backups" / "history-2026-01-01_10-00-00-by-hand.sqlite3").write_bytes(b"no database")
    key = (conversation.id, conversation.created_at)

    found = copies_holding(path, {key}, clock=lambda: now[0])

    assert [copy.backup.kind for copy in found.holding] == [BackupKind.BY_HAND, *[BackupKind.DAILY] * 3]
    assert found.holding[0].goes_on is None
    last_days = [copy.goes_on for copy in found.holding[1:]]
    today = dt.datetime.fromtimestamp(now[0]).date()
    assert last_days == [today + dt.timedelta(days=days) for days in (6, 5, 4)]
    assert [copy.backup.path.name for copy in found.unreadable] == ["history-2026-01-01_10-00-00-by-hand.sqlite3"]
    assert copies_holding(path, {(key[0], 1.0)}, clock=lambda: now[0]).holding == ()


def test_a_conversation_is_taken_out_of_every_copy_and_all_else_in_them_stays(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    with contextlib.closing(HistoryStore.open(path)) as store:
        converse(store, word="harmless", turns=2)
        conversation = store.conversation(converse(store, word=WORD, turns=2))
        for kind in (BackupKind.DAILY, BackupKind.BY_HAND, BackupKind.BEFORE_RESTORE):
            Backups(path).make(kind)
        (tmp_path / "history.damaged-2026-01-01_10-00-00.sqlite3").write_bytes(Backups(path).all()[0].path.read_bytes())
        _first_format(tmp_path / "history.before-version-2.sqlite3", conversation.created_at)
        purge(store.database, [conversation.id])
        remove_remains(store.database)
    before = {backup.path: backup.made_at for backup in Backups(path).all()}
    assert len(found_in(tmp_path)) == 5

    left = forget_in_copies(path, {(conversation.id, conversation.created_at)})

    assert left == []
    assert found_in(tmp_path) == []
    assert {backup.path: backup.made_at for backup in Backups(path).all()} == before
    for backup in before:
        with contextlib.closing(HistoryStore.open(backup)) as copy:
            copy.check_integrity()
            assert [one.title for one in copy.conversations()] == ["harmless again"]
            assert len(copy.branch(1)) == 4


def test_a_copy_that_cannot_be_written_anew_is_named_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    with contextlib.closing(HistoryStore.open(path)) as store:
        conversation = store.conversation(converse(store, word=WORD, turns=1))
    newer = Backups(path).make(BackupKind.BY_HAND)
    with contextlib.closing(sqlite3.connect(newer.path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    content = newer.path.read_bytes()

    left = forget_in_copies(path, {(conversation.id, conversation.created_at)})

    assert [copy.backup.path for copy in left] == [newer.path]
    assert newer.path.read_bytes() == content
    assert not list((tmp_path / "backups").glob("restoring*"))


def test_a_copy_is_not_kept_for_ever_for_what_was_purged(tmp_path: Path) -> None:
    path, now = tmp_path / "history.sqlite3", [1_790_000_000.0]
    backups = Backups(path, clock=lambda: now[0])
    with contextlib.closing(HistoryStore.open(path)) as store:
        conversation_id = converse(store, word=WORD, turns=1)
        store.create_conversation("Bread")
        backups.make(BackupKind.DAILY)
        purge(store.database, [conversation_id])
        for _ in range(8):
            now[0] += DAY_S
            backups.make(BackupKind.DAILY)

    assert all(len(content_of(backup.path).messages) == 1 for backup in backups.all())


def test_what_models_keep_of_others_stays(tmp_path: Path) -> None:
    folder = tmp_path / "sequences"
    folder.mkdir()
    for conversation in ("1", "2", "11"):
        for model in ("one", "another"):
            for ending in (".state", ".json", ".state.part"):
                (folder / (sequence_name(conversation, model) + ending)).write_bytes(conversation.encode())
    (folder / "0123456789abcdef.state").write_bytes(b"of an earlier version: nobody knows whose")

    forget_sequences(folder, ["1"])
    forget_sequences(tmp_path / "nowhere", ["1"])

    assert sorted({path.read_bytes() for path in folder.iterdir()}) == [b"11", b"2"]
    assert len(list(folder.iterdir())) == 12

    keep_sequences(folder, ["11"])

    assert {path.read_bytes() for path in folder.iterdir()} == {b"11"}


def _first_format(path: Path, created_at: float) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.create_function("segmented", 1, str)
        migrate(connection, path, migrations=MIGRATIONS[:1])
        connection.executemany(
            "INSERT INTO conversation (title, created_at, updated_at) VALUES (?, ?, 1)",
            [("harmless", 1.0), (f"{WORD} title", created_at)],
        )
