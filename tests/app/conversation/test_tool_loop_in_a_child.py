"""Loops of tools with a real engine child: what is kept of its stream, and what a fall leaves behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.conversation.turn import Turn, TurnState
from app.history.records import MessageState, ModelStep, ToolStep
from app.inference.protocol import TemplateWants
from app.inference.scripted_engine import Crash, Pause, Say, Script, Step
from app.messages import ToolCall, ToolResult
from app.reasoning.tool_calls import TOOL_CALL_JSON
from tests.fakes.conversation_stage import ConversationStage
from tests.fakes.forked_children import fork_children
from tests.fakes.tools_at_hand import ToolsAtHand

CALL = '<tool_call>\n{"name": "look", "arguments": {"town": "Ulm"}}\n</tool_call>'
TAKES_TOOLS = TemplateWants(tools=True, tool_calls=True, tool_results=True, call_format=TOOL_CALL_JSON)
THINKS: tuple[Step, ...] = (Say("<think>\nI look.\n</think>\n\n"), Say("Let me see.\n"))


@pytest.fixture
def stage(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Make a stage with these turns of the model; closed after the test."""
    fork_children(monkeypatch)

    def make(*turns: tuple[Step, ...], tools: ToolsAtHand | None = None) -> ConversationStage:
        made = ConversationStage(tmp_path, Script(turns=turns, wants=TAKES_TOOLS), tools=tools or ToolsAtHand())
        request.addfinalizer(made.close)
        made.session.choose_model("m.gguf", "M")
        return made

    return make


def kept(stage: ConversationStage, turn: Turn) -> list[object]:
    stage.until(lambda: turn.has_ended)
    assert stage.writer.flush(10.0)
    return list(stage.store.message(turn.reply_id).steps)


def test_calls_of_a_childs_stream_become_steps(stage: Any) -> None:
    pieces = [Say(CALL[at : at + 3]) for at in range(0, len(CALL), 3)]
    stage = stage((*THINKS, *pieces), (Say("<think>\nHm.\n</think>\n\n"), Say("A spire.")))
    turn = stage.session.send(None, "What is there in Ulm?")
    first, tool, last = kept(stage, turn)

    assert isinstance(first, ModelStep)
    assert (first.thinking, first.answer.strip()) == ("I look.", "Let me see.")
    assert first.raw.endswith(CALL)
    assert isinstance(tool, ToolStep)
    assert tool.call == ToolCall("call_1", "look", '{"town": "Ulm"}')
    assert tool.result == ToolResult("call_1", "a spire")
    assert isinstance(last, ModelStep)
    assert (last.thinking, last.answer) == ("Hm.", "A spire.")
    assert turn.state is TurnState.FINISHED


@pytest.mark.parametrize(
    ("turns", "steps"),
    [
        ((((*THINKS, Crash()),)), [ModelStep]),
        (((*THINKS, Say(CALL[:30]), Crash()),), [ModelStep]),
        (((*THINKS, Say(CALL)), (Crash(),)), [ModelStep, ToolStep]),
        (((*THINKS, Say(CALL)), (Say("<think>\nSo"), Crash())), [ModelStep, ToolStep, ModelStep]),
    ],
)
def test_a_child_that_dies_at_any_step_loses_nothing(
    stage: Any, turns: tuple[tuple[Step, ...], ...], steps: list[type]
) -> None:
    stage = stage(*turns)
    turn = stage.session.send(None, "What is there in Ulm?")
    found = kept(stage, turn)

    assert [type(step) for step in found] == steps
    assert turn.state is TurnState.FAILED
    assert turn.thinking.startswith("I look.")
    assert stage.store.message(turn.reply_id).state is MessageState.FAILED


def test_a_reply_that_is_stopped_within_a_call_goes_on_to_it(stage: Any) -> None:
    script = ((*THINKS, Say(CALL[:30]), Pause(30.0)), (Say(CALL[30:]),), (Say("A spire."),))
    stage = stage(*script)
    turn = stage.session.send(None, "What is there in Ulm?")
    stage.until(lambda: turn.raw.endswith(CALL[:30]))
    stage.session.stop()
    (cut,) = kept(stage, turn)
    assert isinstance(cut, ModelStep)
    assert cut.answer.strip() == "Let me see."
    further = stage.session.resume(turn.reply_id)
    first, tool, last = kept(stage, further)

    assert isinstance(first, ModelStep)
    assert (first.raw.endswith(CALL), first.answer.strip()) == (True, "Let me see.")
    assert isinstance(tool, ToolStep)
    assert tool.call.arguments == '{"town": "Ulm"}'
    assert isinstance(last, ModelStep)
    assert last.answer == "A spire."
