from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest

from app.conversation.errors import ReplyHasNoQuestion
from app.conversation.events import ProblemOccurred, TurnEnded, TurnGrew
from app.conversation.preferences import SessionPreferences
from app.conversation.turn import TurnState
from app.engines.model_status import ModelPhase
from app.history.errors import DatabaseIsLocked
from app.history.exchange.conversation_tree import ConversationTree, TreeMessage
from app.history.exchange.tree_writer import TreeWriter
from app.history.records import MessageState
from app.inference.errors import NoModelLoaded
from app.inference.protocol import PromptProgress, RunWaits
from app.inference.scripted_engine import Crash, Fail, Pause, Say, SayMany
from app.messages import RunId
from tests.fakes.conversation_stage import ConversationStage
from tests.fakes.failing_writes import held_by_another

MakeStage = Callable[..., ConversationStage]
ANSWER = (Say("<think>\nHm.\n</think>\n\n"), Say("Yes."))
ENDLESS = (Say("<think>\n"), SayMany(("word ",), 1_000_000, 500.0))


def test_a_question_is_thought_about_answered_titled_and_stored(stage: MakeStage) -> None:
    s = stage(ANSWER)
    s.session.choose_model("/m/tiny.gguf", "Tiny")

    turn = s.session.send(None, "Is it so?\nReally?")
    s.until(lambda: turn.has_ended)

    assert turn.state is TurnState.FINISHED
    assert (turn.thinking.strip(), turn.answer) == ("Hm.", "Yes.")
    assert s.writer.flush(5.0)
    (conversation,) = s.store.conversations()
    assert conversation.title == "Is it so?"
    question, reply = s.store.branch(conversation.id)
    assert question.answer == "Is it so?\nReally?"
    assert (reply.thinking, reply.answer, reply.state) == ("Hm.", "Yes.", MessageState.COMPLETE)
    assert reply.raw == "<think>\nHm.\n</think>\n\nYes."
    assert reply.model_name == "Tiny"
    assert reply.figures.thinking_tokens is not None


def test_without_a_model_nothing_is_asked_and_nothing_is_stored(stage: MakeStage) -> None:
    s = stage(ANSWER)

    with pytest.raises(NoModelLoaded):
        s.session.send(None, "Hello?")

    assert s.store.conversations() == []


def test_a_second_question_waits_for_the_first_and_sees_its_answer(stage: MakeStage) -> None:
    s = stage(
        (Say("<think>a</think>"), Pause(0.3), Say("One.")),
        (Say("Two."),),
        preferences=SessionPreferences(answers_one_by_one=True),
    )
    s.session.choose_model("m.gguf", "M")

    first = s.session.send(None, "First?")
    second = s.session.send(first.conversation_id, "Second?")
    other = s.session.send(None, "Elsewhere?")
    assert (second.state, other.state) == (TurnState.QUEUED, TurnState.QUEUED)
    assert s.session.queued_turns == (second, other)
    s.until(lambda: other.has_ended)

    branch = s.session.branch(first.conversation_id)
    assert [m.answer for m in branch] == ["First?", "One.", "Second?", "Two."]
    ended = [e.turn for e in s.heard if isinstance(e, TurnEnded)]
    assert ended == [first, second, other]


def test_two_conversations_are_answered_at_once_and_what_is_in_view_is_steered(stage: MakeStage) -> None:
    s = stage(ENDLESS, ENDLESS, ANSWER)
    s.session.choose_model("m.gguf", "M")
    first, second = s.session.send(None, "First?"), s.session.send(None, "Second?")
    after = s.session.send(first.conversation_id, "And then?")
    s.until(lambda: len(first.thinking) > 20 and len(second.thinking) > 20)
    assert (s.session.running_turns, s.session.queued_turns) == ((first, second), (after,))
    assert s.session.ahead_of(after) is first

    s.session.look_at(second.conversation_id)
    assert s.session.running_turn is second
    s.session.stop()
    s.until(lambda: second.has_ended)
    assert s.session.running_turn is first
    s.session.stop_all()
    s.until(lambda: first.has_ended and after.has_ended)

    assert (first.state, second.state, after.state) == (TurnState.STOPPED,) * 3


def test_a_turn_that_makes_way_for_others_says_so_and_keeps_what_is_written(stage: MakeStage) -> None:
    s = stage(ENDLESS, ENDLESS)
    s.session.choose_model("m.gguf", "M")
    first, second = s.session.send(None, "First?"), s.session.send(None, "Second?")
    s.until(lambda: len(first.thinking) > 20 and len(second.thinking) > 20)

    states = []
    s.broker.handle(RunWaits(second.run))
    states.append(second.state)
    assert s.session.ahead_of(second) is first
    s.broker.handle(PromptProgress(second.run, 1, 2, 0))
    states.append(second.state)
    assert states == [TurnState.WAITING, TurnState.READING]
    s.until(lambda: second.state is TurnState.THINKING)
    s.session.stop_all()
    s.until(lambda: first.has_ended and second.has_ended)

    assert second.thinking.startswith("word word word")


def test_eight_replies_that_a_crash_ends_keep_what_is_written(stage: MakeStage) -> None:
    s = stage(*[ENDLESS] * 7, (Say("<think>\n"), SayMany(("word ",), 40), Pause(0.7), Crash()))
    s.session.choose_model("m.gguf", "M")
    turns = [s.session.send(None, f"{number}?") for number in range(8)]
    s.until(lambda: all(turn.has_ended for turn in turns))

    assert {turn.state for turn in turns} == {TurnState.FAILED}
    for turn in turns:
        reply = s.session.branch(turn.conversation_id)[-1]
        assert reply.state is MessageState.FAILED
        assert reply.thinking.startswith("word word")


def test_a_waiting_question_can_be_cancelled_and_stays_readable(stage: MakeStage) -> None:
    s = stage(ENDLESS, ANSWER)
    s.session.choose_model("m.gguf", "M")
    first = s.session.send(None, "First?")
    second = s.session.send(None, "Second?")

    s.session.cancel(second.id)
    s.until(lambda: len(first.thinking) > 20)
    s.session.stop()
    s.until(lambda: first.has_ended)

    assert second.state is TurnState.STOPPED
    assert [m.answer for m in s.session.branch(second.conversation_id)] == ["Second?", ""]


def test_a_stop_in_mid_thought_keeps_the_thought(stage: MakeStage) -> None:
    s = stage(ENDLESS)
    s.session.choose_model("m.gguf", "M")
    turn = s.session.send(None, "Count.")
    s.until(lambda: len(turn.thinking) > 50)

    s.session.stop()
    s.until(lambda: turn.has_ended)

    assert turn.state is TurnState.STOPPED
    reply = s.session.branch(turn.conversation_id)[-1]
    assert reply.state is MessageState.STOPPED
    assert reply.thinking.startswith("word word")


def test_regenerating_adds_a_version_and_loses_none(stage: MakeStage) -> None:
    s = stage(ANSWER, (Say("No."),))
    s.session.choose_model("m.gguf", "M")
    first = s.session.send(None, "Is it so?")
    s.until(lambda: first.has_ended)

    again = s.session.regenerate(first.reply_id)
    s.until(lambda: again.has_ended)
    assert s.writer.flush(5.0)

    versions = s.store.siblings(again.reply_id)
    assert [v.answer for v in versions] == ["Yes.", "No."]
    assert s.session.branch(first.conversation_id)[-1].answer == "No."


def test_killing_the_engine_keeps_what_was_said_and_the_next_question_works(stage: MakeStage) -> None:
    s = stage(ENDLESS)
    s.session.choose_model("m.gguf", "M")
    turn = s.session.send(None, "Count to a thousand.")
    s.until(lambda: len(turn.thinking) > 50)
    assert s.engine.pid is not None

    os.kill(s.engine.pid, signal.SIGKILL)
    s.until(turn.has_failed)

    assert turn.failure is not None
    assert "engine stopped" in turn.failure.message_text()
    assert s.writer.flush(5.0)
    reply = s.store.message(turn.reply_id)
    assert reply.state is MessageState.FAILED
    assert reply.thinking == turn.thinking.strip()
    again = s.session.send(turn.conversation_id, "And now?")
    s.until(lambda: len(again.thinking) > 10)
    s.session.stop()
    s.until(lambda: again.has_ended)
    assert again.state is TurnState.STOPPED


def test_an_engine_that_dies_while_loading_fails_the_turn_and_the_model(stage: MakeStage) -> None:
    s = stage(load=(Pause(0.1), Crash(exit_code=1)))
    s.session.choose_model("m.gguf", "M", load=False)
    turn = s.session.send(None, "Hello?")

    s.until(lambda: turn.has_ended)

    assert turn.has_failed()
    assert s.session.model_status.phase is ModelPhase.FAILED


def test_a_model_that_cannot_be_loaded_fails_the_turn_with_its_reason(stage: MakeStage) -> None:
    s = stage(load=(Fail("This is no model.", "Choose another."),))
    s.session.choose_model("m.gguf", "M", load=False)
    turn = s.session.send(None, "Hello?")

    s.until(lambda: turn.has_ended)

    assert str(turn.failure) == "This is no model. Choose another."
    assert s.session.model_status.error is turn.failure


def test_giving_up_a_load_stops_the_turn_that_waited_for_it(stage: MakeStage) -> None:
    s = stage(load=(Pause(30.0),))
    s.session.choose_model("m.gguf", "M", load=False)
    turn = s.session.send(None, "Hello?")
    s.broker.cancel_load()

    s.until(lambda: turn.has_ended)

    assert turn.state is TurnState.STOPPED
    assert s.session.model_status.phase is ModelPhase.IDLE


def test_an_idle_model_is_unloaded_and_comes_back_with_the_next_question(stage: MakeStage) -> None:
    s = stage(ANSWER, preferences=SessionPreferences(idle_unload_s=60.0))
    s.session.choose_model("m.gguf", "M")
    s.until(lambda: s.session.model_status.phase is ModelPhase.READY)

    s.now += 59
    s.broker.tick()
    phases = [s.session.model_status.phase]
    s.now += 2
    s.broker.tick()
    phases.append(s.session.model_status.phase)

    assert phases == [ModelPhase.READY, ModelPhase.IDLE]
    turn = s.session.send(None, "Still there?")
    s.until(lambda: turn.has_ended)
    assert turn.answer == "Yes."


def test_choosing_another_model_during_a_reply_takes_effect_after_it(stage: MakeStage) -> None:
    s = stage((Say("a"), Pause(0.3), Say("b")))
    s.session.choose_model("one.gguf", "One")
    turn = s.session.send(None, "Hello?")
    s.until(lambda: bool(turn.answer))

    s.session.choose_model("two.gguf", "Two")
    s.until(lambda: turn.has_ended)
    s.until(lambda: s.session.model_status.phase is ModelPhase.READY)

    assert turn.answer == "ab"
    info = s.session.model_status.info
    assert info is not None
    assert info.placement is not None
    assert info.placement.path == "two.gguf"


def test_late_events_of_a_stopped_turn_change_nothing(stage: MakeStage) -> None:
    s = stage(ENDLESS, ANSWER)
    s.session.choose_model("m.gguf", "M")
    turn = s.session.send(None, "Count.")
    s.until(lambda: len(turn.thinking) > 20)
    s.session.stop()
    s.until(lambda: turn.has_ended)
    said = turn.raw

    late = next(e for e in reversed(s.heard) if isinstance(e, TurnGrew))
    from app.inference.protocol import RunDelta
    from app.messages import Text

    s.broker.handle(RunDelta(RunId(late.turn.id), "late", (Text("late"),), 1, 1, False))

    assert turn.raw == said


def test_a_locked_database_refuses_the_question_and_changes_nothing(stage: MakeStage) -> None:
    s = stage(ANSWER)
    s.session.choose_model("m.gguf", "M")
    with held_by_another(s.store.database), pytest.raises(DatabaseIsLocked):
        s.session.send(None, "Hello?")

    assert s.session.running_turn is None
    assert s.store.conversations() == []
    turn = s.session.send(None, "Hello?")
    s.until(lambda: turn.has_ended)
    assert turn.answer == "Yes."


def test_the_death_of_an_idle_engine_is_told_and_mended(stage: MakeStage) -> None:
    s = stage(ANSWER)
    s.session.choose_model("m.gguf", "M")
    s.until(lambda: s.session.model_status.phase is ModelPhase.READY)
    assert s.engine.pid is not None

    os.kill(s.engine.pid, signal.SIGKILL)
    s.until(lambda: any(isinstance(e, ProblemOccurred) for e in s.heard))

    assert s.session.model_status.phase is ModelPhase.IDLE
    turn = s.session.send(None, "Hello?")
    s.until(lambda: turn.has_ended)
    assert turn.answer == "Yes."


def test_a_cut_reply_goes_on_as_another_version(stage: MakeStage) -> None:
    s = stage(ENDLESS, (Say("</think>"), Say("Done.")))
    s.session.choose_model("m.gguf", "M")
    cut = s.session.send(None, "Count.")
    s.until(lambda: len(cut.thinking) > 50)
    s.session.stop()
    s.until(lambda: cut.has_ended)

    resumed = s.session.resume(cut.reply_id)
    s.until(lambda: resumed.has_ended)
    assert s.writer.flush(5.0)

    first, second = s.store.siblings(resumed.reply_id)
    assert (first.state, second.state) == (MessageState.STOPPED, MessageState.COMPLETE)
    assert second.raw == first.raw + "</think>Done."
    assert second.thinking.startswith(first.thinking)
    assert (second.figures.thinking_tokens or 0) >= (first.figures.thinking_tokens or 0) > 0


def test_a_conversation_remembers_its_thinking_level(stage: MakeStage) -> None:
    s = stage(ANSWER)
    s.session.choose_model("m.gguf", "M")
    s.session.thinking_levels.choose(None, "off")
    turn = s.session.send(None, "Is it so?")
    s.until(lambda: turn.has_ended)

    assert s.session.thinking_levels.of(turn.conversation_id) == "off"
    s.session.thinking_levels.choose(turn.conversation_id, "on")
    assert s.session.thinking_levels.of(turn.conversation_id) == "on"


def test_a_reply_that_was_imported_without_a_question_cannot_be_answered_anew(stage: MakeStage) -> None:
    s = stage()
    s.session.choose_model("m.gguf", "M", load=False)
    tree = ConversationTree(messages=(TreeMessage(role="assistant", answer="to nothing"),))
    writer = TreeWriter(s.store.database)
    conversation_id = writer.add(tree)
    writer.finish()
    [reply] = s.store.branch(conversation_id)

    for anew in (s.session.regenerate, s.session.resume, lambda _id: s.session.regenerate(0)):
        with pytest.raises(ReplyHasNoQuestion):
            anew(reply.id)

    assert s.session.turn_count == 0
    assert s.store.branch(conversation_id) == [reply]


def test_memory_is_given_back_only_while_a_model_is_in_it(stage: MakeStage) -> None:
    s = stage(ANSWER)
    assert s.broker.held().memory_bytes == 0
    s.session.choose_model("m.gguf", "M")
    s.until(lambda: s.session.model_status.phase is ModelPhase.READY)
    assert s.broker.held().memory_bytes > 0

    s.session.choose_model("other.gguf", "Other", load=False)
    assert s.broker.held().memory_bytes > 0, "the former one is still there"
    s.session.choose_model("m.gguf", "M")
    s.until(lambda: s.session.model_status.phase is ModelPhase.READY)
    s.broker.unload()
    assert s.broker.held().memory_bytes == 0

    s.session.choose_model("m.gguf", "M")
    s.until(lambda: s.session.model_status.phase is ModelPhase.READY)
    assert s.engine.pid is not None
    os.kill(s.engine.pid, signal.SIGKILL)
    s.until(lambda: s.session.model_status.phase is ModelPhase.IDLE)
    assert s.broker.held().memory_bytes == 0
