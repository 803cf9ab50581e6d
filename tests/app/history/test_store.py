"""The tree of messages, the list of conversations, and what a crash leaves."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history.records import MessageState, ReplyFigures, StoredMessage
from app.history.reply_queries import CUT_BY_A_CRASH
from app.history.store import HistoryStore
from tests.fakes.steps import reply_end


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    ticks = itertools.count(1000)
    store = HistoryStore.open(tmp_path / "data" / "history.sqlite3", clock=lambda: float(next(ticks)))
    yield store
    store.check_integrity()
    store.close()


def _answer(store: HistoryStore, message_id: int, answer: str, *, thinking: str = "") -> StoredMessage:
    return store.finish_reply(
        message_id,
        reply_end(
            raw=f"<think>{thinking}</think>{answer}",
            thinking=thinking,
            answer=answer,
            state=MessageState.COMPLETE,
            figures=ReplyFigures(thinking_s=1.5, thinking_tokens=7, thinking_ended="model"),
        ),
    )


def test_a_new_history_is_empty(store: HistoryStore) -> None:
    assert store.conversations() == []
    assert store.path.exists()


def test_the_conversation_with_the_newest_message_comes_first(store: HistoryStore) -> None:
    first, second = store.create_conversation("First"), store.create_conversation("Second")
    assert [c.title for c in store.conversations()] == ["Second", "First"]

    store.add_question(first.id, None, "Hello?")

    assert [c.id for c in store.conversations()] == [first.id, second.id]


def test_renaming_does_not_move_a_conversation(store: HistoryStore) -> None:
    first = store.create_conversation("First")
    store.create_conversation("Second")

    assert store.rename(first.id, "Trains").title == "Trains"

    assert [c.title for c in store.conversations()] == ["Second", "Trains"]


def test_a_deleted_conversation_comes_back_where_it_was(store: HistoryStore) -> None:
    first = store.create_conversation("First")
    question = store.add_question(first.id, None, "Hello?")
    store.create_conversation("Second")

    assert store.delete(first.id).deleted_at is not None
    assert [c.title for c in store.conversations()] == ["Second"]
    store.undelete(first.id)

    assert [c.title for c in store.conversations()] == ["Second", "First"]
    assert store.branch(first.id) == [question]


def test_purging_removes_only_what_was_deleted_before(store: HistoryStore) -> None:
    old, new, kept = (store.create_conversation(title) for title in ("Old", "New", "Kept"))
    question = store.add_question(old.id, None, "A word to find")
    store.delete(old.id)
    moment = store.delete(new.id).deleted_at
    assert moment is not None

    assert store.purge_deleted(before=moment) == 1

    with pytest.raises(LookupError):
        store.conversation(old.id)
    with pytest.raises(LookupError):
        store.message(question.id)
    assert store.conversation(new.id).title == "New"
    assert store.conversations() == [kept]


def test_purging_keeps_a_conversation_whose_reply_still_runs(store: HistoryStore) -> None:
    conversation = store.create_conversation()
    question = store.add_question(conversation.id, None, "Why?")
    reply = store.begin_reply(conversation.id, question.id, "Model")
    store.delete(conversation.id)

    assert store.purge_deleted(before=1e12) == 0
    _answer(store, reply.id, "Because.")
    assert store.purge_deleted(before=1e12) == 1


def test_a_running_reply_reads_as_its_pieces_so_far(store: HistoryStore) -> None:
    conversation = store.create_conversation()
    question = store.add_question(conversation.id, None, "Why?")
    reply = store.begin_reply(conversation.id, question.id, "Qwen")
    assert (reply.state, reply.model_name, reply.answer) == (MessageState.RUNNING, "Qwen", "")

    store.append_piece(reply.id, raw="<think>Hm", thinking="Hm", answer="")
    store.append_piece(reply.id, raw="m</think>So", thinking="m", answer="So")

    seen = store.branch(conversation.id)[-1]
    assert (seen.raw, seen.thinking, seen.answer) == ("<think>Hmm</think>So", "Hmm", "So")
    assert seen == store.message(reply.id)


def test_finishing_a_reply_stores_all_of_it(store: HistoryStore) -> None:
    conversation = store.create_conversation()
    question = store.add_question(conversation.id, None, "Why?")
    reply = store.begin_reply(conversation.id, question.id, "Qwen")
    store.append_piece(reply.id, raw="<think>H", thinking="H", answer="")

    finished = _answer(store, reply.id, "So it is.", thinking="Hmm")

    assert finished == store.message(reply.id)
    assert (finished.state, finished.thinking, finished.answer) == (MessageState.COMPLETE, "Hmm", "So it is.")
    assert finished.figures == ReplyFigures(thinking_s=1.5, thinking_tokens=7, thinking_ended="model")
    assert store.conversation(conversation.id).updated_at > reply.created_at


def test_finishing_twice_is_as_finishing_once(store: HistoryStore) -> None:
    conversation = store.create_conversation()
    question = store.add_question(conversation.id, None, "Why?")
    reply = store.begin_reply(conversation.id, question.id, "Qwen")

    _answer(store, reply.id, "granite")
    _answer(store, reply.id, "basalt")

    assert store.message(reply.id).answer == "basalt"
    assert store.search("granite") == []
    assert len(store.search("basalt")) == 1


def test_text_after_the_end_of_a_reply_is_not_taken(store: HistoryStore) -> None:
    conversation = store.create_conversation()
    question = store.add_question(conversation.id, None, "Why?")
    reply = _answer(store, store.begin_reply(conversation.id, question.id, "Qwen").id, "So.")

    store.append_piece(reply.id, raw="late", thinking="", answer="late")

    assert store.message(reply.id) == reply


def test_another_version_is_a_sibling_and_nothing_is_overwritten(store: HistoryStore) -> None:
    conversation = store.create_conversation()
    question = store.add_question(conversation.id, None, "Why?")
    first = _answer(store, store.begin_reply(conversation.id, question.id, "A").id, "One.")
    follow_up = store.add_question(conversation.id, first.id, "And then?")
    second = _answer(store, store.begin_reply(conversation.id, question.id, "B").id, "Two.")

    assert store.branch(conversation.id) == [question, second]
    assert store.siblings(second.id) == [first, second]
    assert store.sibling_ids(first.id) == [first.id, second.id]
    assert store.branch(conversation.id, follow_up.id) == [question, first, follow_up]
    assert store.newest_leaf(first.id) == follow_up.id
    assert store.newest_leaf(question.id) == second.id

    store.set_leaf(conversation.id, store.newest_leaf(first.id))

    assert store.branch(conversation.id) == [question, first, follow_up]


def test_the_versions_of_all_replies_come_at_once(store: HistoryStore) -> None:
    conversation, other = store.create_conversation(), store.create_conversation()
    for each in (conversation, other):
        store.begin_reply(each.id, store.add_question(each.id, None, "Why?").id, "Model")
    question = store.branch(conversation.id)[0]
    first = store.branch(conversation.id)[1]
    second = store.begin_reply(conversation.id, question.id, "Model")
    follow_up = store.add_question(conversation.id, second.id, "And then?")
    store.begin_reply(conversation.id, follow_up.id, "Model")

    assert store.versions(conversation.id) == [(first.id, second.id)]
    assert store.versions(other.id) == []


def test_versions_of_the_first_question_are_siblings_within_their_conversation(store: HistoryStore) -> None:
    one, other = store.create_conversation(), store.create_conversation()
    first = store.add_question(one.id, None, "Why?")
    store.add_question(other.id, None, "Elsewhere")
    edited = store.add_question(one.id, None, "Why not?")

    assert store.siblings(first.id) == [first, edited]


def test_an_empty_conversation_has_an_empty_branch(store: HistoryStore) -> None:
    assert store.branch(store.create_conversation().id) == []


def test_a_message_of_another_conversation_is_refused(store: HistoryStore) -> None:
    one, other = store.create_conversation(), store.create_conversation()
    question = store.add_question(one.id, None, "Why?")

    with pytest.raises(LookupError):
        store.begin_reply(other.id, question.id, "Qwen")
    with pytest.raises(LookupError):
        store.set_leaf(other.id, question.id)
    with pytest.raises(LookupError):
        store.branch(other.id, question.id)
    with pytest.raises(LookupError):
        store.siblings(999)


def test_replies_left_by_a_crash_are_kept_as_failed(store: HistoryStore) -> None:
    conversation = store.create_conversation()
    question = store.add_question(conversation.id, None, "Why?")
    cut = store.begin_reply(conversation.id, question.id, "Qwen")
    store.append_piece(cut.id, raw="<think>Hm", thinking="Hm", answer="")
    store.append_piece(cut.id, raw="m, quartz", thinking="m, quartz", answer="")

    [recovered] = store.recover_interrupted()

    assert (recovered.state, recovered.thinking) == (MessageState.FAILED, "Hmm, quartz")
    assert recovered.error == CUT_BY_A_CRASH
    assert recovered.raw == "<think>Hmm, quartz"
    assert store.branch(conversation.id) == [question, recovered]
    assert [hit.message_id for hit in store.search("quartz")] == [cut.id]
    assert store.recover_interrupted() == []


def test_a_megabyte_of_thinking_is_kept_whole(store: HistoryStore) -> None:
    conversation = store.create_conversation()
    question = store.add_question(conversation.id, None, "Why?")
    reply = store.begin_reply(conversation.id, question.id, "Qwen")
    thinking = "wait what about the other train " * 30_000

    _answer(store, reply.id, "At noon.", thinking=thinking)

    assert store.message(reply.id).thinking == thinking
    assert store.branch(conversation.id)[-1].thinking == thinking


@pytest.mark.parametrize("text", ["", "a\0b", "\ud83d", "🚂\u0301\u200d", "'; DROP TABLE message; --", "x\x02y\x03"])
def test_any_text_can_be_stored_and_searched(store: HistoryStore, text: str) -> None:
    conversation = store.create_conversation(text)
    question = store.add_question(conversation.id, None, text)

    store.search(text)

    assert store.message(question.id).answer == text.replace("\ud83d", "\ufffd")


def test_what_was_written_is_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    store = HistoryStore.open(path)
    question = store.add_question(store.create_conversation("Trains").id, None, "Why?")
    store.close()
    store.close()

    reopened = HistoryStore.open(path)
    assert reopened.branch(question.conversation_id) == [question]
    reopened.close()
