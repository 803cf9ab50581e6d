"""What is chosen about thinking, and a question while it is typed, as the engine gets them."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.conversation.conversation_overrides import ConversationOverrides, ThinkingLevels
from app.conversation.preferences import SessionPreferences
from app.conversation.reading_ahead import ReadingAhead
from app.conversation.turn import Turn
from app.conversation.turn_requests import TurnRequests
from app.history.preset_records import ThinkingOptions
from app.history.records import MessageState, ReplyFigures, StoredMessage
from app.history.store import HistoryStore
from app.inference.protocol import GenerationRequest
from app.inference.scripted_engine import Crash, Pause, Say
from app.messages import Message
from tests.fakes.conversation_stage import ConversationStage
from tests.fakes.heard_engine import INFO

MakeStage = Callable[..., ConversationStage]
ANSWER = (Say("<think>\nHm.\n</think>\n\n"), Say("Yes."))
DRAFT = "Tell me of the long road and of the river that runs be"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    opened = HistoryStore.open(tmp_path / "h.sqlite3")
    yield opened
    opened.close()


def requests(store: HistoryStore, preferences: SessionPreferences) -> TurnRequests:
    levels = ThinkingLevels(store, lambda: preferences)
    return TurnRequests(preferences=lambda: preferences, thinking=levels, own=ConversationOverrides(store))


def turn_in(store: HistoryStore) -> Turn:
    conversation = store.create_conversation()
    question = store.add_question(conversation.id, None, "Why?")
    return Turn(turn_id=1, conversation_id=conversation.id, question_id=question.id, reply_id=2, clock=lambda: 0.0)


def cut(*, thinking: str, answer: str, figures: ReplyFigures) -> StoredMessage:
    return StoredMessage(
        2, 1, 1, "assistant", thinking + answer, thinking, answer, MessageState.LENGTH, 0.0, figures=figures
    )


def test_bounds_and_preferences_reach_the_engine(store: HistoryStore) -> None:
    preferences = SessionPreferences(ends_loops=True, answer_reserve_share=0.4)
    turn = turn_in(store)
    store.set_thinking_options(turn.conversation_id, ThinkingOptions(20, 3.5, keeps_thoughts=True))

    request = requests(store, preferences).for_turn(turn, store.branch(turn.conversation_id), INFO)

    assert (request.think_budget, request.think_budget_s, request.keeps_thoughts) == (20, 3.5, True)
    assert (request.ends_loops, request.answer_reserve_share) == (True, 0.4)


def test_a_thought_that_goes_on_has_what_is_left_of_its_bounds(store: HistoryStore) -> None:
    turn = turn_in(store)
    store.set_thinking_options(turn.conversation_id, ThinkingOptions(20, 3.0))
    make = requests(store, SessionPreferences())

    turn.begin_with(cut(thinking="Hm", answer="", figures=ReplyFigures(thinking_tokens=15, thinking_s=5.0)))
    in_thought = make.for_turn(turn, [], INFO)
    turn.begin_with(cut(thinking="Hm", answer="Yes", figures=ReplyFigures(thinking_tokens=15, thinking_s=5.0)))
    in_answer = make.for_turn(turn, [], INFO)

    assert (in_thought.think_budget, in_thought.think_budget_s) == (5, 0.0)
    assert (in_answer.think_budget, in_answer.think_budget_s) == (20, 3.0)
    assert in_answer.beginning == Message.assistant("Yes", "Hm", raw="HmYes")


def test_a_new_conversation_begins_with_what_the_person_prefers(stage: MakeStage) -> None:
    s = stage(ANSWER, preferences=SessionPreferences(thinking_level="low", thinking_options=ThinkingOptions(100)))
    s.session.choose_model("m.gguf", "M")

    first = s.session.send(None, "First?")
    s.session.thinking_levels.choose_options(None, ThinkingOptions(budget_s=9.0))
    second = s.session.send(None, "Second?")
    s.until(lambda: second.has_ended)

    assert s.store.conversation(first.conversation_id).thinking_level == "low"
    assert s.store.conversation(first.conversation_id).thinking_options == ThinkingOptions(100)
    assert s.session.thinking_levels.options_of(second.conversation_id) == ThinkingOptions(budget_s=9.0)


def test_an_edited_thought_goes_on_as_another_version(stage: MakeStage) -> None:
    s = stage(ANSWER, (Say(" So it is."), Say("</think>"), Say("No.")))
    s.session.choose_model("m.gguf", "M")
    first = s.session.send(None, "Is it so?")
    s.until(lambda: first.has_ended)

    second = s.session.continue_thought(first.reply_id, "I doubt it.")
    s.until(lambda: second.has_ended)

    assert s.writer.flush(5.0)
    old, new = s.store.siblings(first.reply_id)
    assert (old.thinking, old.answer) == ("Hm.", "Yes.")
    assert (new.thinking, new.answer, new.raw) == (
        "I doubt it. So it is.",
        "No.",
        "<think>I doubt it. So it is.</think>No.",
    )


@pytest.mark.parametrize("dies", ["while loading", "while reading"])
def test_the_words_of_an_edited_thought_outlive_the_engine(stage: MakeStage, dies: str) -> None:
    s = stage(ANSWER, (Pause(0.2), Crash()))
    s.session.choose_model("m.gguf", "M")
    first = s.session.send(None, "Is it so?")
    s.until(lambda: first.has_ended)
    if dies == "while loading":
        s.broker.unload()

    second = s.session.continue_thought(first.reply_id, "My own words")
    if dies == "while loading":
        assert s.engine.pid is not None
        os.kill(s.engine.pid, signal.SIGKILL)
    s.until(lambda: second.has_ended)

    assert s.writer.flush(5.0)
    assert s.store.message(second.reply_id).thinking == "My own words"


def test_a_draft_is_sent_on_once_for_each_new_word(store: HistoryStore) -> None:
    read: list[GenerationRequest] = []
    preferences = SessionPreferences()
    ahead = ReadingAhead(
        store=store,
        branch=store.branch,
        read=read.append,
        requests=requests(store, preferences),
        preferences=lambda: preferences,
    )

    for draft in ("Tell me", DRAFT, DRAFT + "side", DRAFT + "side the wood "):
        ahead.note(None, draft, INFO)

    sent = [request.messages[-1].text for request in read]
    assert sent == [DRAFT, DRAFT + "side the wood "]


def test_a_draft_stands_after_the_messages_before_it(store: HistoryStore) -> None:
    read: list[GenerationRequest] = []
    preferences = SessionPreferences(system_prompt="Be brief.")
    ahead = ReadingAhead(
        store=store,
        branch=store.branch,
        read=read.append,
        requests=requests(store, preferences),
        preferences=lambda: preferences,
    )
    conversation = store.create_conversation()
    store.add_question(conversation.id, None, "Why?")

    ahead.note(conversation.id, DRAFT, INFO)

    (request,) = read
    assert [(m.role, m.text) for m in request.messages] == [
        ("system", "Be brief."),
        ("user", "Why?\n\n" + DRAFT),
    ]
    assert request.conversation == str(conversation.id)


def test_nothing_is_read_ahead_where_the_person_does_not_want_it(store: HistoryStore) -> None:
    read: list[GenerationRequest] = []
    preferences = SessionPreferences(reads_ahead=False)
    ahead = ReadingAhead(
        store=store,
        branch=store.branch,
        read=read.append,
        requests=requests(store, preferences),
        preferences=lambda: preferences,
    )

    ahead.note(None, DRAFT, INFO)

    assert read == []
