"""Replies of several steps: written one by one, read as they were, edited, searched, copied, and cut by a crash."""

from __future__ import annotations

import contextlib
import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.history.asking import ConversationSetup, NewQuestion
from app.history.errors import DatabaseIsNotWritable
from app.history.message_rows import read_pieces
from app.history.records import (
    MessageState,
    ModelStep,
    ReplyFigures,
    Step,
    StoredMessage,
    ToolDecision,
    ToolStep,
    UnknownStep,
)
from app.history.search_hit import FoundIn
from app.history.search_upkeep import index_anew
from app.history.store import HistoryStore
from app.messages import Text, Thinking, ToolCall, ToolResult
from tests.fakes.failing_writes import content_of, refusing_write
from tests.fakes.steps import EVERY_KIND, FIRST, LAST, OPEN, SUM, UNKNOWN, add_reply, reply_end, some_steps


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    ticks = itertools.count(1000)
    store = HistoryStore.open(tmp_path / "history.sqlite3", clock=lambda: float(next(ticks)))
    yield store
    store.check_integrity()
    store.close()


@pytest.fixture
def question(store: HistoryStore) -> StoredMessage:
    return store.add_question(store.create_conversation("Trains").id, None, "When do they meet?")


def steps_read(store: HistoryStore, message_id: int) -> tuple[Step, ...]:
    """Return a reply's steps as another connection reads them."""
    other = store.beside()
    try:
        return other.message(message_id).steps
    finally:
        other.close()


def test_a_reply_reads_as_it_was_written_step_by_step(store: HistoryStore, question: StoredMessage) -> None:
    reply = add_reply(store, question, EVERY_KIND)

    assert steps_read(store, reply.id) == reply.steps == EVERY_KIND
    assert reply.thinking == "I need the sum.\n\nIt is two."
    assert reply.answer == "Let me see.\n\nAfter **two** hours."
    assert reply.raw == "<think>a</think>b<call>so"
    assert reply.figures == ReplyFigures(thinking_s=3.0, answer_tokens=9)
    assert store.branch(question.conversation_id)[-1] == reply


@pytest.mark.parametrize("order", [*itertools.permutations((FIRST, SUM, UNKNOWN, OPEN))])
def test_steps_may_stand_in_any_order(store: HistoryStore, question: StoredMessage, order: tuple[Step, ...]) -> None:
    reply = add_reply(store, question, order)

    assert steps_read(store, reply.id) == order
    assert (reply.thinking, reply.answer) == (FIRST.thinking, FIRST.answer)


def test_what_a_reply_says_can_be_asked_for_in_parts(store: HistoryStore, question: StoredMessage) -> None:
    reply = add_reply(store, question, (FIRST, SUM, OPEN, LAST))

    assert reply.parts == (
        Thinking("I need the sum."),
        Text("Let me see."),
        SUM.call,
        SUM.result,
        OPEN.call,
        Thinking("It is two."),
        Text("After **two** hours."),
    )
    assert question.parts == (Text("When do they meet?"),)


def test_a_reply_of_one_step_is_what_it_was(store: HistoryStore, question: StoredMessage) -> None:
    reply = store.begin_reply(question.conversation_id, question.id, "M")
    figures = ReplyFigures(thinking_s=2.0)
    kept = store.finish_reply(
        reply.id, reply_end(raw="raw", thinking="t", answer="a", state=MessageState.COMPLETE, figures=figures)
    )

    assert kept.steps == (ModelStep("raw", "t", "a", figures),)
    assert (kept.raw, kept.thinking, kept.answer, kept.figures) == ("raw", "t", "a", figures)


def test_a_reply_without_any_step_is_kept(store: HistoryStore, question: StoredMessage) -> None:
    reply = add_reply(store, question, (), state=MessageState.FAILED)

    assert reply.steps == ()
    assert (reply.raw, reply.thinking, reply.answer) == ("", "", "")
    assert reply.parts == (Text(""),)


def test_a_row_with_texts_and_no_step_is_read_as_one(store: HistoryStore, question: StoredMessage) -> None:
    with store.database.writing() as connection:
        added = connection.execute(
            "INSERT INTO message (conversation_id, parent_id, role, state, created_at, answer, thinking)"
            " VALUES (?, ?, 'assistant', 'complete', 1.0, 'By hand.', 'Hm.')",
            (question.conversation_id, question.id),
        ).lastrowid
    assert added is not None

    assert store.message(added).steps == (ModelStep("", "Hm.", "By hand."),)
    edited = store.copies.add_edited_reply(added, "By another hand.")
    assert store.message(edited).thinking == "Hm."
    assert store.message(edited).answer == "By another hand."
    assert [hit.message_id for hit in store.search("hand")] == [edited, added]


def test_a_running_reply_is_read_with_the_step_at_work(store: HistoryStore, question: StoredMessage) -> None:
    reply = store.begin_reply(question.conversation_id, question.id, "M")
    store.append_piece(reply.id, raw="<th", thinking="I need", answer="")
    store.put_step(reply.id, 0, FIRST)
    store.put_step(reply.id, 1, OPEN)
    assert store.message(reply.id).steps == (FIRST, OPEN)
    store.put_step(reply.id, 1, SUM)
    for text in ("It ", "is "):
        store.append_piece(reply.id, raw=text, thinking=text, answer="", ordinal=2)

    assert store.message(reply.id).steps == (FIRST, SUM, ModelStep("It is ", "It is ", ""))
    assert store.message(reply.id).thinking == "I need the sum.\n\nIt is "
    with store.database.reading() as connection:  # what ended is not written again
        assert read_pieces(connection, reply.id) == [(2, ModelStep("It is ", "It is "))]
        assert connection.execute("SELECT count(*) FROM piece").fetchone()[0] == 2


def test_a_late_piece_of_a_step_that_has_ended_is_dropped(store: HistoryStore, question: StoredMessage) -> None:
    reply = store.begin_reply(question.conversation_id, question.id, "M")
    store.put_step(reply.id, 0, FIRST)
    store.append_piece(reply.id, raw="late", thinking="late", answer="late", ordinal=0)

    assert store.message(reply.id).steps == (FIRST,)


def test_an_ended_reply_takes_no_steps(store: HistoryStore, question: StoredMessage) -> None:
    reply = add_reply(store, question, (FIRST, SUM, LAST))

    store.put_step(reply.id, 1, OPEN)
    store.put_step(reply.id, 3, OPEN)
    store.put_step(reply.id + 100, 0, OPEN)

    assert steps_read(store, reply.id) == (FIRST, SUM, LAST)


def test_ending_twice_changes_nothing(store: HistoryStore, question: StoredMessage) -> None:
    reply = add_reply(store, question, (FIRST, SUM, LAST))
    again = store.finish_reply(
        reply.id,
        reply_end(
            raw=LAST.raw,
            thinking=LAST.thinking,
            answer=LAST.answer,
            state=reply.state,
            figures=reply.figures,
            ordinal=2,
            step_figures=LAST.figures,
        ),
    )

    assert again == reply


def test_a_crash_keeps_the_steps_that_ended_and_what_was_saved_of_the_next(
    store: HistoryStore, question: StoredMessage
) -> None:
    reply = store.begin_reply(question.conversation_id, question.id, "M")
    store.put_step(reply.id, 0, FIRST)
    store.put_step(reply.id, 1, SUM)
    store.append_piece(reply.id, raw="half a", thinking="half a", answer="", ordinal=2)

    (cut,) = store.recover_interrupted()

    assert cut.state is MessageState.FAILED
    assert cut.steps == (FIRST, SUM, ModelStep("half a", "half a"))
    assert [hit.found_in for hit in store.search("quokka")] == [FoundIn.TOOL]
    assert [hit.found_in for hit in store.search("half")] == [FoundIn.THINKING]


def test_going_on_with_a_cut_reply_begins_with_its_steps(store: HistoryStore, question: StoredMessage) -> None:
    cut = add_reply(store, question, (FIRST, SUM, LAST), state=MessageState.STOPPED)
    after_a_tool = add_reply(store, question, (FIRST, SUM), state=MessageState.STOPPED)

    going_on = store.begin_reply(question.conversation_id, question.id, "M", begins_with=cut)
    store.append_piece(going_on.id, raw=" more", thinking="", answer=" More.", ordinal=2)
    begun = store.message(going_on.id).steps
    assert begun[:2] == (FIRST, SUM)
    assert begun[2] == ModelStep("so more", "It is two.", "After **two** hours. More.")

    going_on = store.begin_reply(question.conversation_id, question.id, "M", begins_with=after_a_tool)
    assert store.message(going_on.id).steps == (FIRST, SUM)


def test_a_word_that_only_a_tools_result_has_is_found_there(store: HistoryStore, question: StoredMessage) -> None:
    reply = add_reply(store, question, (FIRST, SUM, LAST))

    (hit,) = store.search("quokka")
    assert (hit.message_id, hit.found_in) == (reply.id, FoundIn.TOOL)
    assert hit.excerpt[slice(*hit.matches[0])] == "quokka"
    assert [one.found_in for one in store.search("calculate")] == [FoundIn.TOOL]
    assert [one.found_in for one in store.search("sum")] == [FoundIn.THINKING]
    assert [one.found_in for one in store.search("see two")] == [FoundIn.ANSWER]
    assert [one.message_id for one in store.search("quokka see")] == [reply.id]
    assert not store.search('"hours quokka"')

    store.delete(question.conversation_id)
    assert not store.search("quokka")


def test_steps_of_unknown_kinds_are_kept_as_they_are(store: HistoryStore, question: StoredMessage) -> None:
    """As a newer Aside may write them into a file of this format."""
    reply = add_reply(store, question, (FIRST, SUM, LAST))
    with store.database.writing() as connection:
        connection.execute(
            'UPDATE step SET kind = \'debate\', payload = \'{"sides":["for","against"]}\' WHERE message_id = ?'
            " AND ordinal = 1",
            (reply.id,),
        )
        connection.execute("UPDATE message SET role = 'panel' WHERE id = ?", (reply.id,))

    kept = store.message(reply.id)
    unknown = kept.steps[1]
    assert isinstance(unknown, UnknownStep)
    assert unknown.kind == "debate"
    assert '"sides":["for","against"]' in unknown.payload
    assert "quokka" in unknown.payload
    assert (kept.thinking, kept.answer) == (reply.thinking, reply.answer)
    edited = store.message(store.copies.add_edited_reply(reply.id, "Otherwise."))
    assert edited.steps[1] == unknown
    with store.database.reading() as connection:
        assert connection.execute("SELECT role FROM message WHERE id = ?", (edited.id,)).fetchone()[0] == "panel"
        rows = connection.execute(
            "SELECT call_id, name, decision, is_error, figures, payload, arguments, result"
            " FROM step WHERE kind = 'debate'"
        ).fetchall()
    assert tuple(rows[0]) == tuple(rows[1])


@pytest.mark.parametrize(
    "payload", ["", "no JSON", "[]", '{"a":' * 5000 + "1" + "}" * 5000, '{"kind":"model","answer":5,"is_error":"no"}']
)
def test_a_payload_that_is_none_breaks_nothing(store: HistoryStore, question: StoredMessage, payload: str) -> None:
    reply = add_reply(store, question, (FIRST, UnknownStep("odd", payload), LAST))

    assert [type(step) for step in reply.steps] == [ModelStep, UnknownStep, ModelStep]
    assert steps_read(store, reply.id) == reply.steps


def test_a_decision_that_nobody_knows_is_open(store: HistoryStore, question: StoredMessage) -> None:
    reply = add_reply(store, question, (FIRST, SUM, LAST))
    with store.database.writing() as connection:
        connection.execute("UPDATE step SET decision = 'by-lot', figures = '[' WHERE kind = 'tool'")

    step = store.message(reply.id).steps[1]
    assert isinstance(step, ToolStep)
    assert step.decision is ToolDecision.OPEN


def test_one_steps_answer_is_edited_alone(store: HistoryStore, question: StoredMessage) -> None:
    reply = add_reply(store, question, (FIRST, SUM, LAST))

    edited = store.message(store.copies.add_edited_reply(reply.id, "Let me look.", step=0))

    first, *others = edited.steps
    assert isinstance(first, ModelStep)
    assert (first.raw, first.thinking, first.answer) == ("", FIRST.thinking, "Let me look.")
    assert first.figures.is_answer_edited
    assert tuple(others) == (SUM, LAST)
    assert edited.answer == "Let me look.\n\nAfter **two** hours."
    assert edited.figures.is_answer_edited
    assert store.message(reply.id) == reply
    assert [hit.message_id for hit in store.search("quokka")] == [edited.id, reply.id]
    assert [hit.message_id for hit in store.search("look")] == [edited.id]
    for place in (1, 3, -1):
        with pytest.raises(LookupError):
            store.copies.add_edited_reply(reply.id, "No.", step=place)


def test_the_answer_as_a_whole_is_edited_in_the_last_step_that_a_model_wrote(
    store: HistoryStore, question: StoredMessage
) -> None:
    reply = add_reply(store, question, (FIRST, SUM, LAST, OPEN))

    edited = store.message(store.copies.add_edited_reply(reply.id, "Two hours, says a person."))

    assert edited.answer == "Two hours, says a person."
    assert edited.thinking == reply.thinking
    assert [type(step) for step in edited.steps] == [ModelStep, ToolStep, ModelStep, ToolStep]


def test_places_of_a_thought_are_marked_and_stay_with_its_step(store: HistoryStore, question: StoredMessage) -> None:
    reply = add_reply(store, question, (FIRST, SUM, LAST))

    store.bookmark(reply.id, 2, [9, 4])
    marked = store.bookmark(reply.id, 0, [7])

    assert [one.bookmarks for one in marked.steps if isinstance(one, ModelStep)] == [(7,), (4, 9)]
    assert marked.parts == reply.parts
    store.bookmark(reply.id, 2, [])
    assert steps_read(store, reply.id) == (replace(FIRST, bookmarks=(7,)), SUM, LAST)
    for place in (1, 3, -1):
        with pytest.raises(LookupError):
            store.bookmark(reply.id, place, [1])


def test_candidates_of_one_turn_are_bound_by_a_group(store: HistoryStore, question: StoredMessage) -> None:
    alone = add_reply(store, question, (LAST,))
    first, second = store.begin_candidates(question.conversation_id, question.id, ["M"] * 2)

    assert first.group_id == second.group_id == first.id
    assert alone.group_id is None
    assert store.candidate_ids(second.id) == [first.id, second.id]
    assert store.candidate_ids(alone.id) == [alone.id]
    assert store.conversation(question.conversation_id).leaf_id == first.id
    assert store.versions(question.conversation_id) == [(alone.id, first.id, second.id)]
    for one in (first, second):
        store.finish_reply(
            one.id,
            reply_end(
                raw="r", thinking="", answer=f"I am {one.id}", state=MessageState.COMPLETE, figures=ReplyFigures()
            ),
        )
    assert store.message(store.copies.add_edited_reply(second.id, "Edited.")).group_id is None
    branch = store.branch(question.conversation_id, second.id)
    copy = store.copies.branch_off(question.conversation_id, [one.id for one in branch], "Copy")
    assert store.branch(copy)[-1].group_id is None
    with pytest.raises(LookupError):
        store.candidate_ids(10_000)


def test_a_question_with_all_its_candidates_is_written_or_nothing_of_it(
    store: HistoryStore, question: StoredMessage
) -> None:
    add_reply(store, question, (FIRST, SUM, LAST))
    before = content_of(store.path)
    number, asked = 0, None
    while asked is None:
        with refusing_write(store.database, number), contextlib.suppress(DatabaseIsNotWritable):
            asked = store.ask(ConversationSetup("Trains"), NewQuestion("Why?", "Qwen", candidates=3))
        if asked is None:
            assert content_of(store.path) == before
        number += 1

    assert number > 6
    assert [one.state for one in asked.candidates] == [MessageState.RUNNING] * 3
    assert {one.group_id for one in asked.candidates} == {asked.reply.id}
    assert asked.conversation.leaf_id == asked.reply.id
    assert store.ask(asked.conversation.id, NewQuestion("And?", "Qwen")).reply.group_id is None


def test_a_branch_that_is_copied_has_the_steps(store: HistoryStore, question: StoredMessage) -> None:
    whole = add_reply(store, question, EVERY_KIND)
    follow = store.add_question(question.conversation_id, whole.id, "And then?")
    running = store.begin_reply(question.conversation_id, follow.id, "M")
    store.put_step(running.id, 0, FIRST)
    store.put_step(running.id, 1, SUM)
    store.append_piece(running.id, raw="ha", thinking="ha", answer="", ordinal=2)
    path = [one.id for one in store.branch(question.conversation_id)]

    copy = store.branch(store.copies.branch_off(question.conversation_id, path, "Copy"))

    assert copy[1].steps == whole.steps
    assert copy[3].steps == (FIRST, SUM, ModelStep("ha", "ha"))
    assert copy[3].state is MessageState.STOPPED
    assert [hit.message_id for hit in store.search("quokka")] == [copy[3].id, copy[1].id, whole.id]


@pytest.mark.parametrize("seed", range(8))
def test_random_trees_of_steps_are_read_found_and_forgotten(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    store = HistoryStore.open(tmp_path / "h.sqlite3")
    kept: dict[int, tuple[Step, ...]] = {}
    messages: list[StoredMessage] = []
    conversations = [store.create_conversation(f"T{number}").id for number in range(3)]
    for _ in range(120):
        of = chance.choice(conversations)
        own = [one for one in messages if one.conversation_id == of]
        match chance.randrange(7):
            case 0 | 1:
                replies = [one for one in own if one.role == "assistant"]
                parent = chance.choice(replies).id if replies and chance.random() < 0.8 else None
                messages.append(store.add_question(of, parent, f"question w{chance.randrange(40):02}"))
            case 2 | 3 | 4:
                questions = [one for one in own if one.role == "user"]
                if questions:
                    steps = some_steps(chance)
                    reply = add_reply(store, chance.choice(questions), steps)
                    last_is_empty = bool(steps) and steps[-1] == ModelStep()
                    kept[reply.id] = tuple(steps[:-1] if last_is_empty else steps)
                    messages.append(reply)
            case 5:
                replies = [one for one in own if one.role == "assistant"]
                if replies:
                    edited = store.copies.add_edited_reply(
                        chance.choice(replies).id, f"edited w{chance.randrange(40):02}"
                    )
                    messages.append(store.message(edited))
                    kept[edited] = messages[-1].steps
            case _:
                if own:
                    path = [one.id for one in store.branch(of, chance.choice(own).id)]
                    copy = store.copies.branch_off(of, path, "Copy")
                    for old, new in zip(path, store.branch(copy), strict=True):
                        if old in kept:
                            assert new.steps == kept[old]
    for message_id, written in kept.items():
        assert steps_read(store, message_id) == written
    for number in range(40):
        word = f"w{number:02}"
        expected = {message_id for message_id in _all_ids(store) if word in _words(store, message_id)}
        assert {hit.message_id for hit in store.search(word, limit=10_000)} == expected
    with store.database.writing() as connection:  # what feeds the index from steps feeds it alike when it is made anew
        connection.execute("UPDATE search_state SET messages_from = NULL")
    index_anew(store.database)
    store.check_integrity()
    store.shelf.give_up(conversations[:1])
    store.purge_deleted(1.0)
    with store.database.reading() as connection:
        left = connection.execute(
            "SELECT count(*) FROM step WHERE message_id NOT IN (SELECT id FROM message)"
        ).fetchone()[0]
    assert left == 0
    store.check_integrity()
    store.close()


def _all_ids(store: HistoryStore) -> list[int]:
    with store.database.reading() as connection:
        return [row["id"] for row in connection.execute("SELECT id FROM message").fetchall()]


def _words(store: HistoryStore, message_id: int) -> set[str]:
    message = store.message(message_id)
    texts = [message.thinking, message.answer]
    for step in message.steps:
        match step:
            case ToolStep(ToolCall(_, name, arguments), result):
                texts += [name, arguments, result.content if isinstance(result, ToolResult) else ""]
            case UnknownStep(_, payload):
                texts.append(payload)
    return set("".join(letter if letter.isalnum() else " " for letter in " ".join(texts)).split())
