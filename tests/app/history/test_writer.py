"""The running reply reaches the file, in order, whatever the disk does."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.errors import UserError
from app.history.errors import DatabaseIsLocked, DiskIsFull
from app.history.records import MessageState, ModelStep, ReplyFigures, Step, StoredMessage
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter
from tests.fakes.steps import FIRST, OPEN, SUM, reply_end, some_steps


@dataclass
class _Desk:
    """A store, a writer on the same file, and what the writer reported."""

    path: Path
    store: HistoryStore
    problems: list[UserError] = field(default_factory=list)
    recoveries: list[int] = field(default_factory=list)
    """How many problems there were each time that saving worked again."""
    writers: list[HistoryWriter] = field(default_factory=list)

    def writer(self, *, interval_s: float = 0.02) -> HistoryWriter:
        writer = HistoryWriter(
            self.path,
            on_problem=self.problems.append,
            on_recovery=lambda: self.recoveries.append(len(self.problems)),
            interval_s=interval_s,
            retry_s=0.05,
        )
        self.writers.append(writer)
        return writer

    def reply(self) -> StoredMessage:
        conversation = self.store.create_conversation()
        question = self.store.add_question(conversation.id, None, "Why?")
        return self.store.begin_reply(conversation.id, question.id, "Qwen")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Desk]:
    monkeypatch.setattr("app.history.writer._BUSY_TIMEOUT_S", 0.1)
    path = tmp_path / "history.sqlite3"
    store = HistoryStore.open(path)
    desk = _Desk(path, store)
    yield desk
    for writer in desk.writers:
        writer.close()
    store.check_integrity()
    store.close()


def _eventually(condition: Callable[[], bool], *, timeout_s: float = 10.0) -> None:
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.005)


def _finish(
    writer: HistoryWriter, reply: StoredMessage, answer: str, on_done: Callable[[StoredMessage], None] = lambda _: None
) -> None:
    writer.finish(
        reply.id,
        reply_end(
            raw=answer, thinking="", answer=answer, state=MessageState.COMPLETE, figures=ReplyFigures(answer_tokens=3)
        ),
        on_done=on_done,
    )


def test_text_is_saved_while_the_reply_runs(desk: _Desk) -> None:
    reply, writer = desk.reply(), desk.writer()

    for word in ("One ", "two ", "three"):
        writer.append(reply.id, raw=word, answer=word)

    _eventually(lambda: desk.store.message(reply.id).answer == "One two three")
    assert desk.store.message(reply.id).state is MessageState.RUNNING


def test_flush_waits_until_everything_is_in_the_file(desk: _Desk) -> None:
    reply, writer = desk.reply(), desk.writer(interval_s=60)

    writer.append(reply.id, raw="<think>Hm", thinking="Hm")

    assert writer.flush(timeout_s=5)
    assert desk.store.message(reply.id).thinking == "Hm"
    assert writer.flush(timeout_s=5)


def test_the_end_of_a_reply_comes_after_its_pieces(desk: _Desk) -> None:
    reply, writer, done = desk.reply(), desk.writer(interval_s=60), list[StoredMessage]()

    def note(message: StoredMessage) -> None:
        time.sleep(0.05)  # who waits for the end goes on after this
        done.append(message)

    for number in range(100):
        writer.append(reply.id, raw=f"{number} ", answer=f"{number} ")
    _finish(writer, reply, "all of it", note)

    assert writer.flush(timeout_s=30)
    assert done == [desk.store.message(reply.id)]
    assert (done[0].answer, done[0].state) == ("all of it", MessageState.COMPLETE)


def test_pieces_keep_their_order_with_several_replies_at_once(desk: _Desk) -> None:
    replies, writer = [desk.reply() for _ in range(3)], desk.writer(interval_s=0.005)

    for number in range(400):
        for reply in replies:
            writer.append(reply.id, raw=f"{number},", thinking=f"{number},")
        if number % 40 == 0:
            time.sleep(0.004)

    assert writer.flush(timeout_s=5)
    expected = "".join(f"{number}," for number in range(400))
    assert all(desk.store.message(reply.id).thinking == expected for reply in replies)


def test_closing_saves_what_is_left(desk: _Desk) -> None:
    reply, writer = desk.reply(), desk.writer(interval_s=60)
    writer.append(reply.id, raw="last words", answer="last words")

    assert writer.close()
    assert writer.close()

    assert desk.store.message(reply.id).answer == "last words"


def _hold_lock(path: Path, locked: threading.Event, release: threading.Event) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        locked.set()
        release.wait(30)
        connection.execute("ROLLBACK")


def test_a_lock_held_by_another_process_loses_nothing_and_is_reported_once(desk: _Desk) -> None:
    reply, writer, done = desk.reply(), desk.writer(), list[StoredMessage]()
    context = multiprocessing.get_context("spawn")
    locked, release = context.Event(), context.Event()
    other = context.Process(target=_hold_lock, args=(desk.path, locked, release))
    other.start()
    try:
        assert locked.wait(20)
        writer.append(reply.id, raw="a", answer="a")
        _eventually(lambda: len(desk.problems) == 1)
        writer.append(reply.id, raw="b", answer="b")
        assert not writer.flush(timeout_s=0.3)
        _finish(writer, reply, "abc", done.append)
    finally:
        release.set()
        other.join()

    assert writer.flush(timeout_s=10)
    assert isinstance(desk.problems[0], DatabaseIsLocked)
    assert len(desk.problems) == 1
    _eventually(lambda: bool(done))
    assert desk.store.message(reply.id).answer == "abc"


def test_a_full_disk_keeps_the_text_until_there_is_room(desk: _Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    reply, done = desk.reply(), list[StoredMessage]()
    stores: list[HistoryStore] = []
    original = HistoryStore.open

    def open_small(path: Path, *, busy_timeout_s: float, is_expected: bool) -> HistoryStore:
        store = original(path, busy_timeout_s=busy_timeout_s, is_expected=is_expected)
        with store._database.reading() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 10}")
        stores.append(store)
        return store

    monkeypatch.setattr(HistoryStore, "open", open_small)
    writer = desk.writer()
    for _ in range(3):
        writer.append(reply.id, raw="x" * 50_000, thinking="x" * 50_000)
        _eventually(lambda: len(desk.problems) == 1)
    _finish(writer, reply, "y" * 100_000, done.append)
    assert not writer.flush(timeout_s=0.3)
    assert [type(problem) for problem in desk.problems] == [DiskIsFull]
    assert not desk.recoveries

    with stores[0]._database.reading() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")

    assert writer.flush(timeout_s=5)
    _eventually(lambda: bool(done))
    _eventually(lambda: desk.recoveries == [1])
    assert desk.store.message(reply.id).answer == "y" * 100_000
    assert desk.store.message(reply.id).state is MessageState.COMPLETE


def test_a_problem_that_comes_back_is_reported_again(desk: _Desk) -> None:
    reply, writer = desk.reply(), desk.writer()

    for times in (1, 2):
        with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            writer.append(reply.id, raw="a", answer="a")
            _eventually(lambda times=times: len(desk.problems) == times)  # type: ignore[misc]
            other.execute("ROLLBACK")
        assert writer.flush(timeout_s=5)

    assert desk.store.message(reply.id).answer == "aa"


def test_closing_gives_up_after_its_time_when_nothing_can_be_saved(desk: _Desk) -> None:
    reply, writer = desk.reply(), desk.writer()

    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        writer.append(reply.id, raw="a", answer="a")
        began = time.monotonic()
        assert not writer.close(timeout_s=0.2)
        assert time.monotonic() - began < 4
        other.execute("ROLLBACK")


def test_a_listener_that_fails_does_not_stop_the_saving(desk: _Desk, caplog: pytest.LogCaptureFixture) -> None:
    first, second, writer = desk.reply(), desk.reply(), desk.writer()

    def fail(message: StoredMessage) -> None:
        raise RuntimeError("a bug in the listener")

    _finish(writer, first, "one", fail)
    _finish(writer, second, "two")

    assert writer.close()
    assert desk.store.message(second.id).answer == "two"
    assert "a bug in the listener" in caplog.text
    caplog.clear()


def test_a_reply_that_is_gone_does_not_stop_the_saving(desk: _Desk, caplog: pytest.LogCaptureFixture) -> None:
    gone, kept, writer = desk.reply(), desk.reply(), desk.writer()
    with desk.store._database.writing() as connection:
        connection.execute("DELETE FROM conversation WHERE id = ?", (gone.conversation_id,))

    writer.append(gone.id, raw="a", answer="a")
    _finish(writer, gone, "a")
    _finish(writer, kept, "b")

    assert writer.close()
    assert desk.store.message(kept.id).answer == "b"
    caplog.clear()


def test_appending_is_cheap_even_while_the_file_is_locked(desk: _Desk) -> None:
    reply, writer = desk.reply(), desk.writer()

    with closing(sqlite3.connect(desk.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        slowest_s = 0.0
        for _ in range(3000):
            began = time.perf_counter()
            writer.append(reply.id, raw="word ", thinking="word ")
            slowest_s = max(slowest_s, time.perf_counter() - began)
        other.execute("ROLLBACK")

    assert slowest_s < 0.5
    assert writer.flush(timeout_s=5)
    assert desk.store.message(reply.id).thinking == "word " * 3000


def test_a_step_that_has_ended_is_not_written_again(desk: _Desk) -> None:
    reply, writer = desk.reply(), desk.writer()
    writer.append(reply.id, raw="<a>", thinking="I need")
    assert writer.flush(timeout_s=10)
    writer.put_step(reply.id, 0, FIRST)
    writer.put_step(reply.id, 1, OPEN)
    writer.put_step(reply.id, 1, SUM)
    writer.append(reply.id, raw="so", answer="so", ordinal=2)
    assert writer.flush(timeout_s=10)
    assert desk.store.message(reply.id).steps == (FIRST, SUM, ModelStep("so", "", "so"))
    with desk.store.database.reading() as connection:
        numbers = [tuple(row) for row in connection.execute("SELECT id, ordinal FROM step").fetchall()]

    writer.append(reply.id, raw=" on", answer=" on", ordinal=2)
    writer.finish(
        reply.id,
        reply_end(
            raw="so on",
            thinking="",
            answer="so on",
            state=MessageState.COMPLETE,
            figures=ReplyFigures(answer_tokens=9),
            ordinal=2,
            step_figures=ReplyFigures(answer_tokens=2),
        ),
    )
    assert writer.flush(timeout_s=10)

    kept = desk.store.message(reply.id)
    assert kept.steps == (FIRST, SUM, ModelStep("so on", "", "so on", ReplyFigures(answer_tokens=2)))
    with desk.store.database.reading() as connection:
        assert [tuple(row) for row in connection.execute("SELECT id, ordinal FROM step").fetchall()][:2] == numbers
        assert connection.execute("SELECT count(*) FROM piece").fetchone()[0] == 0


@pytest.mark.parametrize("seed", range(6))
def test_whatever_fails_in_between_every_step_is_saved_once(
    desk: _Desk, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    for name in ("put_step", "append_piece", "finish_reply"):
        original = getattr(HistoryStore, name)

        def failing(
            store: HistoryStore, *values: object, original: Callable[..., object] = original, **named: object
        ) -> object:
            if chance.random() < 0.4:
                raise DiskIsFull(desk.path)
            return original(store, *values, **named)

        monkeypatch.setattr(HistoryStore, name, failing)
    replies = [desk.reply() for _ in range(4)]
    writer = desk.writer(interval_s=0.002)
    expected: dict[int, tuple[Step, ...]] = {}
    for reply in replies:
        steps = [step for step in some_steps(chance) if step != ModelStep()]
        last = ModelStep("end", "", "end")
        for ordinal, step in enumerate(steps):
            if isinstance(step, ModelStep):
                for letter in step.raw:
                    writer.append(reply.id, raw=letter, answer=letter, ordinal=ordinal)
                    if chance.random() < 0.1:
                        time.sleep(0.004)
            writer.put_step(reply.id, ordinal, step)
        writer.append(reply.id, raw="en", answer="en", ordinal=len(steps))
        writer.finish(
            reply.id,
            reply_end(
                raw="end",
                thinking="",
                answer="end",
                state=MessageState.COMPLETE,
                figures=ReplyFigures(),
                ordinal=len(steps),
            ),
        )
        expected[reply.id] = (*steps, last)

    _eventually(lambda: writer.flush(timeout_s=0.1), timeout_s=30)
    for message_id, written in expected.items():
        assert desk.store.message(message_id).steps == written
    with desk.store.database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM piece").fetchone()[0] == 0
