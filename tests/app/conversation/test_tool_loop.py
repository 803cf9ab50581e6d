"""A model that calls tools: each call a step, decided on and carried out, its result given back, never without end."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from app.conversation.call_rules import MOST_CALLS
from app.conversation.events import VoteEnded
from app.conversation.long_results import READ_ON
from app.conversation.tool_runner import Allowed, Refused
from app.conversation.turn import TurnState
from app.history.records import MessageState, ModelStep, ToolDecision, ToolStep
from app.history.votes import KeptVote
from app.inference.protocol import EndThinking, FinishReason, RunDelta, RunFinished, RunStats, ThinkingEnd
from app.messages import Message, RunId, Text, Thinking, ToolCall, ToolResult, ToolSpec
from tests.fakes.heard_engine import EVERYTHING
from tests.fakes.tools_at_hand import SPECS, ToolsAtHand, ToolStage

LOOK, RAIN = ToolCall("c1", "look", '{"town": "Ulm"}'), ToolCall("c2", "rain", "{}")
ASKED = Message.user("Is it wet in Ulm?")
Begin = Callable[..., ToolStage[ToolsAtHand]]


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Make a stage on which a turn has begun."""
    with ExitStack() as open_stages:

        def make(tools: ToolsAtHand | None = None, **options: object) -> ToolStage[ToolsAtHand]:
            stage = open_stages.enter_context(ToolStage(tmp_path, tools or ToolsAtHand(), **options))  # type: ignore[arg-type]
            stage.session.send(None, ASKED.text)
            return stage

        yield make


def roles_of(stage: ToolStage[ToolsAtHand]) -> list[str]:
    return [message.role for message in stage.asked.messages]


def test_a_loop_of_calls_and_results_ends_with_an_answer(begin: Begin) -> None:
    stage = begin()
    (turn,) = stage.session.running_turns
    assert stage.asked.tools == SPECS
    stage.say(Thinking("I look."), Text("Let me see."), LOOK)
    assert turn.state is TurnState.READING
    assert stage.engine.started[-1][0] == RunId(turn.id, 2)
    called = Message("assistant", (Thinking("I look."), Text("Let me see."), LOOK))
    told = Message("tool", (ToolResult("c1", "a spire"),))
    assert stage.asked.messages == (ASKED, called, told)
    stage.say(Thinking("And rain?"), RAIN, ToolCall("", "look", '{"town": "Bonn"}'))
    assert roles_of(stage)[3:] == ["assistant", "tool", "tool"]
    stage.say(Thinking("Dry."), Text("No."))

    reply = stage.reply()
    assert [type(step) for step in reply.steps] == [ModelStep, ToolStep, ModelStep, ToolStep, ToolStep, ModelStep]
    assert (reply.answer, reply.thinking, reply.state) == (
        "Let me see.\n\nNo.",
        "I look.\n\nAnd rain?\n\nDry.",
        MessageState.COMPLETE,
    )
    tools = [step for step in reply.steps if isinstance(step, ToolStep)]
    assert [step.call.call_id for step in tools] == ["c1", "c2", "call_2"]
    assert all(step.result is not None and step.result.call_id == step.call.call_id for step in tools)
    assert {step.decision for step in tools} == {ToolDecision.AUTOMATIC}
    assert all((step.figures.duration_s or 0) > 0 for step in tools)


def test_a_model_that_takes_no_tools_is_offered_none(begin: Begin) -> None:
    assert begin(takes_tools=False).asked.tools == ()


def test_a_step_that_would_call_for_ever_is_stopped_and_its_calls_count(begin: Begin) -> None:
    stage = begin()
    (turn,) = stage.session.running_turns
    run = stage.engine.started[-1][0]
    for count in range(4):
        stage.broker.handle(RunDelta(run, "look", (ToolCall("", "look", "{}"),), 0, count + 1, is_thinking=False))
        assert (("stop", run) in stage.engine.told) is (count == 3)
    stage.broker.handle(RunDelta(run, '{"', (Text('{"'),), 0, 5, is_thinking=False))
    stage.broker.handle(RunFinished(run, RunStats(FinishReason.STOPPED, ThinkingEnd.NONE, 10, 5, 0, 4, context=4096)))
    assert [step.result.is_error for step in stage.steps_of(turn) if step.result is not None] == [*[False] * 3, True]
    stage.say(Text("A spire."))
    assert stage.reply().answer == "A spire."


def test_results_are_waited_for_and_may_come_in_any_order(begin: Begin) -> None:
    stage = begin(ToolsAtHand(answers={}))
    (turn,) = stage.session.running_turns
    stage.say(LOOK, RAIN)
    assert turn.state is TurnState.CALLING
    stage.tools.finish("c2", "rain")
    assert len(stage.engine.started) == 1
    stage.tools.finish("c1", "no such town", is_error=True)

    assert [message.parts for message in stage.asked.messages[2:]] == [
        (ToolResult("c1", "no such town", is_error=True),),
        (ToolResult("c2", "rain"),),
    ]


def test_a_call_waits_for_the_person_who_may_edit_it_or_refuse_it_with_a_word(begin: Begin) -> None:
    stage = begin(ToolsAtHand(decision=ToolDecision.OPEN))
    (turn,) = stage.session.running_turns
    stage.say(LOOK, RAIN)
    assert not stage.tools.started
    assert [step.decision for step in stage.steps_of(turn)] == [ToolDecision.OPEN] * 2
    stage.session.decide(turn.id, 1, Allowed('{"town": "Bonn"}'))
    stage.session.decide(turn.id, 1, Refused())
    assert [call.arguments for call in stage.tools.started] == ['{"town": "Bonn"}']
    assert len(stage.engine.started) == 1
    stage.session.decide(turn.id, 2, Refused("It is none of your business."))

    looked, rained = stage.steps_of(turn)
    assert (looked.decision, looked.call.arguments) == (ToolDecision.ALLOWED, '{"town": "Bonn"}')
    assert rained.decision is ToolDecision.REFUSED
    assert rained.result is not None
    assert rained.result.is_error
    assert "none of your business" in rained.result.content
    assert len(stage.engine.started) == 2
    stage.session.decide(turn.id, 2, Allowed())
    assert len(stage.tools.started) == 1


def test_arguments_that_a_person_breaks_are_told_like_those_of_a_model(begin: Begin) -> None:
    stage = begin(ToolsAtHand(decision=ToolDecision.OPEN))
    (turn,) = stage.session.running_turns
    stage.say(LOOK)
    stage.session.decide(turn.id, 1, Allowed('{"town": '))

    (step,) = stage.steps_of(turn)
    assert (step.result is not None and step.result.is_error, stage.tools.started) == (True, [])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (ToolCall("c1", "fly", "{}"), "look, rain"),
        (ToolCall("c1", "", "{}"), "look, rain"),
        (ToolCall("c1", "look", '{"town": "Ulm'), "JSON"),
        (ToolCall("c1", "look", "[1]"), "JSON"),
        (ToolCall("c1", "look", "[" * 20_000), "JSON"),
    ],
)
def test_a_call_that_cannot_be_is_told_to_the_model(begin: Begin, call: ToolCall, words: str) -> None:
    stage = begin()
    stage.say(call)

    assert stage.tools.started == []
    (result,) = stage.asked.messages[-1].parts
    assert isinstance(result, ToolResult)
    assert result.is_error
    assert words in result.content


def test_what_is_never_allowed_is_told_as_refused(begin: Begin) -> None:
    stage = begin(ToolsAtHand(decision=ToolDecision.REFUSED))
    (turn,) = stage.session.running_turns
    stage.say(LOOK)

    (step,) = stage.steps_of(turn)
    assert step.decision is ToolDecision.REFUSED
    assert "refused" in str(stage.asked.messages[-1].parts)


def test_after_so_many_calls_the_model_is_asked_once_without_tools(begin: Begin) -> None:
    stage = begin()
    (turn,) = stage.session.running_turns
    for number in range(MOST_CALLS - 1):
        assert stage.asked.tools == SPECS
        stage.say(ToolCall("", "look", f'{{"number": {number}}}'))
    stage.say(RAIN, ToolCall("c3", "rain", '{"more": 1}'))

    assert stage.asked.tools == ()
    assert len(stage.tools.started) == MOST_CALLS
    (too_many,) = stage.asked.messages[-1].parts
    assert isinstance(too_many, ToolResult)
    assert too_many.is_error
    stage.say(Text("Dry."))
    assert stage.reply().answer == "Dry."
    assert turn.has_ended


def test_the_same_call_again_and_again_is_not_carried_out(begin: Begin) -> None:
    stage = begin()
    for number in range(50):
        if stage.asked.tools:
            stage.say(ToolCall(f"c{number}", "look", '{"town": "Ulm"}' if number % 2 else '{"town":"Ulm"}'))

    assert len(stage.tools.started) == 3
    assert stage.asked.tools == ()
    stage.say(Text("A spire."))


def test_a_result_that_was_cut_is_read_on_to_its_end(begin: Begin) -> None:
    whole = "".join(f"{number:05d}é\n" for number in range(1000))
    stage = begin(ToolsAtHand(answers={"look": whole}))
    assert stage.asked.tools == SPECS
    stage.say(LOOK)
    with_reading_on: tuple[ToolSpec, ...] = (*SPECS, READ_ON)
    read, calls = "", 0
    while True:
        (result,) = stage.asked.messages[-1].parts
        assert isinstance(result, ToolResult)
        assert not result.is_error
        piece, _, note = result.content.partition("\n[Cut here: ")
        assert len(piece.encode()) <= 4096 * 3 // 4
        read += piece
        if not note:
            break
        assert stage.asked.tools == with_reading_on
        name = note.split("read_on '")[1].split("'")[0]
        calls += 1
        stage.say(ToolCall("", "read_on", json.dumps({"result": name})))
    assert (read, calls) == (whole, 2)
    stage.say(ToolCall("", "read_on", json.dumps({"result": name, "start": 6986})))
    assert "00998é\n00999é\n" in str(stage.asked.messages[-1].parts[0].content)  # type: ignore[union-attr]
    stage.say(ToolCall("", "read_on", '{"result": "nothing"}'))
    assert stage.asked.messages[-1].parts[0].is_error  # type: ignore[union-attr]
    stage.say(Text("Done."))
    stage.session.send(stage.reply().conversation_id, "And now?")
    assert stage.asked.tools == with_reading_on, "once it is there it stays: the prompt begins the same"
    stage.say(Text("Done."))


def test_a_step_of_fifty_calls_is_bounded(begin: Begin) -> None:
    stage = begin()
    stage.say(*(ToolCall("same", "look", f'{{"number": {number}}}') for number in range(50)))

    assert len(stage.tools.started) == MOST_CALLS
    results = [message.parts[0] for message in stage.asked.messages[2:]]
    assert len({one.call_id for one in results if isinstance(one, ToolResult)}) == 50


@pytest.mark.parametrize(
    ("context", "content", "most"), [(400, "word " * 1000, 400), (400, "雨" * 1000, 166), (0, "a" * 100_000, 32_000)]
)
def test_a_result_takes_no_more_than_its_share_of_the_context(
    begin: Begin, context: int, content: str, most: int
) -> None:
    stage = begin(ToolsAtHand(answers={"look": content}), context=context)
    stage.say(LOOK)

    (result,) = stage.asked.messages[-1].parts
    assert isinstance(result, ToolResult)
    assert len(result.content) <= most
    assert result.content.startswith(content[:60])
    assert f"of {len(content)} characters" in result.content


def test_stopping_in_the_middle_of_a_call_ends_the_turn_with_the_call(begin: Begin) -> None:
    stage = begin(ToolsAtHand(answers={"look": "a spire"}))
    (turn,) = stage.session.running_turns
    stage.say(Thinking("I look."), LOOK, RAIN)
    stage.session.stop()

    assert turn.state is TurnState.STOPPED
    assert stage.tools.given_up == ["c2"]
    stage.tools.finish("c2", "late")
    looked, rained = stage.reply().steps[1:]
    assert isinstance(looked, ToolStep)
    assert isinstance(rained, ToolStep)
    assert (looked.result, rained.result) == (ToolResult("c1", "a spire"), None)
    assert stage.reply().state is MessageState.STOPPED


def test_a_turn_that_was_stopped_at_a_call_goes_on_after_it(begin: Begin) -> None:
    stage = begin(ToolsAtHand(answers={"look": "a spire"}))
    stage.say(Thinking("I look."), LOOK)
    stage.tools.answers = {}
    stage.say(RAIN)
    stage.session.stop()
    stopped = stage.reply()
    stage.session.resume(stopped.id)

    assert roles_of(stage) == ["user", "assistant", "tool", "assistant", "tool"]
    (told,) = stage.asked.messages[-1].parts
    assert isinstance(told, ToolResult)
    assert told.is_error
    stage.say(Text("A spire."))
    assert (stage.reply().answer, stage.reply().thinking) == ("A spire.", "I look.")


def test_a_reply_without_an_answer_after_its_calls_leaves_no_call_in_the_next_prompt(begin: Begin) -> None:
    stage = begin(ToolsAtHand(answers={"look": "a spire"}))
    (turn,) = stage.session.running_turns
    stage.say(Text("Let me see."), LOOK)
    stage.say(Thinking("Well."))
    assert turn.has_ended
    stage.session.send(turn.conversation_id, "And?")
    assert stage.asked.messages == (ASKED, Message.assistant("Let me see."), Message.user("And?"))
    stage.say(LOOK)
    stage.session.send(turn.conversation_id, "So?")
    stage.say(Thinking("Well."))

    assert roles_of(stage) == ["user", "assistant", "user"]
    assert stage.asked.messages[-1].text == "And?\n\nSo?"


def test_answer_now_gives_up_the_calls_and_asks_without_tools(begin: Begin) -> None:
    stage = begin(ToolsAtHand(answers={}))
    stage.say(LOOK)
    stage.session.answer_now()

    assert stage.tools.given_up == ["c1"]
    assert stage.asked.tools == ()
    assert "answer now" in str(stage.asked.messages[-1].parts)
    stage.session.answer_now()
    assert isinstance(stage.engine.told[-1], EndThinking)


def test_a_question_of_the_same_conversation_waits_until_the_loop_is_over(begin: Begin) -> None:
    stage = begin(ToolsAtHand(answers={}))
    (turn,) = stage.session.running_turns
    stage.say(LOOK)
    following = stage.session.send(turn.conversation_id, "And then?")
    assert following.state is TurnState.QUEUED
    stage.tools.finish("c1", "a spire")
    assert stage.engine.started[-1][0] == RunId(turn.id, 2)
    assert following.state is TurnState.QUEUED
    stage.say(Text("A spire."))

    assert stage.engine.started[-1][0] == RunId(following.id)
    assert roles_of(stage) == ["user", "assistant", "tool", "assistant", "user"]


def test_after_a_stop_at_a_call_the_next_question_is_asked(begin: Begin) -> None:
    stage = begin(ToolsAtHand(answers={}))
    (turn,) = stage.session.running_turns
    stage.say(LOOK)
    following = stage.session.send(turn.conversation_id, "And then?")
    stage.session.cancel(turn.id)

    assert stage.engine.started[-1][0] == RunId(following.id)
    assert turn.state is TurnState.STOPPED


@pytest.mark.parametrize("reason", [FinishReason.LENGTH, FinishReason.STOPPED])
def test_calls_of_a_reply_that_was_cut_are_not_carried_out(begin: Begin, reason: FinishReason) -> None:
    stage = begin()
    stage.say(Text("Let me see."), LOOK, reason=reason)

    assert stage.tools.started == []
    assert stage.reply().answer == "Let me see."


def test_closing_at_a_call_keeps_what_there_is(tmp_path: Path) -> None:
    with ToolStage(tmp_path, ToolsAtHand(answers={})) as stage:
        stage.session.send(None, ASKED.text)
        stage.say(Thinking("I look."), LOOK)
        stage.session.close()
        reply = stage.reply()

    assert [type(step) for step in reply.steps] == [ModelStep, ToolStep]
    assert reply.state is MessageState.STOPPED


def test_each_sample_of_a_vote_calls_tools_and_what_it_says_then_is_voted_on(tmp_path: Path) -> None:
    with ToolStage(tmp_path, ToolsAtHand(answers={"rain": "none"})) as stage:
        stage.engine.capabilities = replace(EVERYTHING, runs_at_once=8)
        turn = stage.session.send(None, "Rain?", vote=KeptVote(3))
        vote = stage.session.vote_for(turn.reply_id)
        assert vote is not None
        assert (stage.asked.samples, stage.asked.tools) == (3, SPECS)
        first = stage.engine.started[-1][0]
        samples = [structs.replace(first, sample=number) for number in range(3)]
        stage.say(Text("I look."), LOOK, run=samples[0])
        stage.say(RAIN, run=samples[1])
        on = stage.engine.started[-1]
        assert (on[0].sample, on[0].step, on[1].samples) == (1, 2, 1)
        assert isinstance(on[1].messages[-1].parts[0], ToolResult)
        stage.say(Text("2"), run=samples[2])
        stage.say(Text("1"), run=on[0])
        assert stage.session.vote_for(turn.reply_id) is vote, "one still waits for its tool"
        stage.tools.finish("c1", "a spire")
        stage.say(Text("1"))
        assert stage.session.vote_for(turn.reply_id) is None
        (ended,) = [event for event in stage.heard if isinstance(event, VoteEnded)]
        assert ended.vote.outcome is not None
        assert (ended.vote.outcome.winner, ended.vote.outcome.agreeing) == ("1", (0, 1))
        stage.session.send(turn.conversation_id, "And then?")
        assert stage.engine.started[-1][0].turn != first.turn
        stage.say(Text("Done."))


@pytest.mark.parametrize("is_stopped", [False, True])
def test_a_sample_whose_call_is_at_work_is_cut_with_its_vote(tmp_path: Path, *, is_stopped: bool) -> None:
    with ToolStage(tmp_path, ToolsAtHand(answers={})) as stage:
        turn = stage.session.send(None, "Rain?", vote=KeptVote(3, until_sure=not is_stopped))
        first = stage.engine.started[-1][0]
        stage.say(LOOK, run=first)
        stage.say(Text("1"), run=structs.replace(first, sample=1))
        if is_stopped:
            stage.session.stop()
            stage.say(reason=FinishReason.STOPPED, run=structs.replace(first, sample=2))
        else:
            stage.say(Text("1"), run=structs.replace(first, sample=2))
        assert stage.tools.given_up == ["c1"]
        assert stage.session.vote_for(turn.reply_id) is None
        stage.session.send(turn.conversation_id, "And then?")
        assert stage.engine.started[-1][0].turn != first.turn
        stage.say(Text("Done."))
