"""Edited replies, branches that become conversations, and the skeleton of a branch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history.attachments import StoredAttachment
from app.history.context_exclusions import ContextExclusions
from app.history.records import Conversation, MessageState, ReplyFigures
from app.history.store import HistoryStore
from tests.fakes.steps import reply_end


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    store = HistoryStore.open(tmp_path / "history.sqlite3")
    yield store
    store.close()


def _talk(store: HistoryStore, *, turns: int) -> Conversation:
    conversation = store.create_conversation("Trains")
    for number in range(turns):
        leaf = store.conversation(conversation.id).leaf_id
        question = store.add_question(conversation.id, leaf, f"Question {number}?")
        reply = store.begin_reply(conversation.id, question.id, "model")
        store.finish_reply(
            reply.id,
            reply_end(
                raw=f"<think>Hm {number}.</think>Answer {number}.",
                thinking=f"Hm {number}.",
                answer=f"Answer {number}.",
                state=MessageState.COMPLETE,
                figures=ReplyFigures(thinking_s=1.5, thinking_tokens=3),
            ),
        )
    return store.conversation(conversation.id)


def test_an_edited_reply_is_a_version_beside_the_old_one_with_the_same_thought(store: HistoryStore) -> None:
    conversation = _talk(store, turns=1)
    old = store.branch(conversation.id)[-1]

    edited = store.message(store.copies.add_edited_reply(old.id, "Better."))

    assert store.sibling_ids(old.id) == [old.id, edited.id]
    assert (edited.answer, edited.thinking, edited.raw) == ("Better.", old.thinking, "")
    assert edited.state is MessageState.COMPLETE
    assert store.message(old.id) == old
    assert store.branch(conversation.id)[-1] == edited
    assert [hit.message_id for hit in store.search("Better")] == [edited.id]


def test_a_branch_is_copied_up_to_its_message_and_the_old_conversation_stays(store: HistoryStore) -> None:
    conversation = _talk(store, turns=3)
    store.set_thinking_level(conversation.id, "low")
    before = store.branch(conversation.id)

    copied = store.conversation(store.copies.branch_off(conversation.id, [m.id for m in before[:4]], "Trains (branch)"))

    branch = store.branch(copied.id)
    assert [(m.role, m.answer, m.thinking, m.raw, m.figures) for m in branch] == [
        (m.role, m.answer, m.thinking, m.raw, m.figures) for m in before[:4]
    ]
    assert store.branch(conversation.id) == before
    assert (copied.title, copied.thinking_level, copied.deleted_at) == ("Trains (branch)", "low", None)
    assert copied.id in [c.id for c in store.conversations()]


def test_a_reply_still_running_is_copied_as_far_as_it_is(store: HistoryStore) -> None:
    conversation = _talk(store, turns=1)
    question = store.add_question(conversation.id, conversation.leaf_id, "And now?")
    running = store.begin_reply(conversation.id, question.id, "model")
    store.append_piece(running.id, raw="Half", thinking="", answer="Half")

    copy = store.copies.branch_off(conversation.id, [m.id for m in store.branch(conversation.id)], "Copy")

    last = store.branch(copy)[-1]
    assert (last.answer, last.state) == ("Half", MessageState.STOPPED)


def test_the_files_of_a_question_go_with_its_copy(store: HistoryStore) -> None:
    conversation = _talk(store, turns=1)
    question = store.branch(conversation.id)[0]
    file = StoredAttachment(name="log.txt", kind="text", size_bytes=3, text="abc")
    store.attachments.add(question.id, [file])

    copy = store.copies.branch_off(conversation.id, [question.id], "Copy")

    assert store.attachments.of_message(store.branch(copy)[0].id) == [file]


def test_a_branch_leaves_out_what_its_origin_does_as_far_as_it_goes(store: HistoryStore) -> None:
    _talk(store, turns=2)  # so that places and ids differ
    conversation = _talk(store, turns=4)
    before = store.branch(conversation.id)
    asked = [message.id for message in before if message.role == "user"]
    store.exclusions.keep(conversation.id, ContextExclusions((asked[0], asked[3]), (asked[1], asked[2]), follows=1))

    copy = store.copies.branch_off(conversation.id, [m.id for m in before[:4]], "Copy")
    again = store.copies.branch_off(copy, [m.id for m in store.branch(copy)], "Copy of it")

    for each in (copy, again):
        first, second = (message.id for message in store.branch(each) if message.role == "user")
        assert store.exclusions.of(each) == ContextExclusions((first,), (second,), follows=1)
    assert store.exclusions.of(conversation.id).questions == (asked[0], asked[3])


def test_a_branch_at_another_version_leaves_out_what_stands_in_it(store: HistoryStore) -> None:
    conversation = _talk(store, turns=1)
    (first, _) = store.branch(conversation.id)
    other = store.add_question(conversation.id, None, "Another beginning?")
    store.exclusions.keep(conversation.id, ContextExclusions((first.id, other.id)))

    copy = store.copies.branch_off(conversation.id, [other.id], "Copy")

    assert store.exclusions.of(copy) == ContextExclusions((store.branch(copy)[0].id,))


def test_nothing_is_copied_from_what_does_not_exist(store: HistoryStore) -> None:
    with pytest.raises(LookupError):
        store.copies.branch_off(77, [1], "Copy")
    with pytest.raises(LookupError):
        store.copies.add_edited_reply(77, "Better.")
    assert store.conversations() == []


def test_the_outline_tells_the_branch_without_its_texts(store: HistoryStore) -> None:
    conversation = _talk(store, turns=300)
    branch = store.branch(conversation.id)

    outline = store.outline(conversation.id)

    assert [(e.message_id, e.parent_id, e.role) for e in outline] == [(m.id, m.parent_id, m.role) for m in branch]
    assert [entry.size_bytes for entry in outline] == [len(m.answer.encode()) for m in branch]
    assert store.outline(conversation.id, limit=7) == outline[-7:]
    assert store.outline(store.create_conversation().id) == []
