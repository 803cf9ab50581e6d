"""Calls of tools as servers stream them, put together whatever they leave out, and sent back with their results."""

from __future__ import annotations

from typing import Any

import pytest

from app.engines.endpoint_call import ChunkChoice, ChunkText
from app.engines.endpoint_profile import ModelProfile, ThoughtsOut
from app.engines.endpoint_reply import EndpointReply
from app.engines.endpoint_request import body_of
from app.inference.protocol import FinishReason, GenerationRequest, RunDelta
from app.messages import Message, RunId, Text, Thinking, ToolCall, ToolResult, ToolSpec

LOOK, RAIN = ToolCall("c1", "look", '{"town": "Ulm"}'), ToolCall("c2", "rain", '{"days": 3}')


def piece(index: object = None, call_id: object = None, name: object = None, arguments: object = None) -> Any:
    """Return what a chunk says of one call, without what is `None`."""
    function = {key: value for key, value in (("name", name), ("arguments", arguments)) if value is not None}
    facts = {"index": index, "id": call_id, "function": function or None}
    return {key: value for key, value in facts.items() if value is not None}


def read(*chunks: Any, reason: str = "tool_calls") -> tuple[list[RunDelta], EndpointReply]:
    """Return what is told of a reply of these chunks: each a list of calls' pieces, or a text."""
    reply = EndpointReply(RunId(1), thoughts=ThoughtsOut.UNKNOWN)
    said = [ChunkText(content=one) if isinstance(one, str) else ChunkText(tool_calls=one) for one in chunks]
    told = [reply.take(ChunkChoice(delta=one)) for one in said]
    told.append(reply.take(ChunkChoice(delta=ChunkText(), finish_reason=reason)))
    return [one for one in told if one is not None], reply


def calls_of(told: list[RunDelta]) -> list[ToolCall]:
    return [part for one in told for part in one.parts if isinstance(part, ToolCall)]


@pytest.mark.parametrize(
    "chunks",
    [
        [  # as OpenAI, llama-server and vLLM do
            [piece(0, "c1", "look", "")],
            [piece(0, None, None, '{"town": ')],
            [piece(0, None, None, '"Ulm"}')],
            [piece(1, "c2", "rain", "")],
            [piece(1, None, None, '{"days": 3}')],
        ],
        [  # side by side
            [piece(0, "c1", "look"), piece(1, "c2", "rain")],
            [piece(1, None, None, '{"days"'), piece(0, None, None, '{"town": "Ulm"}')],
            [piece(1, None, None, ": 3}")],
        ],
        [[piece(0, "c1", "look", '{"town": "Ulm"}'), piece(1, "c2", "rain", '{"days": 3}')]],
        [[piece(0, "c1", "look", '{"town": "Ulm"}')], [piece(0, "c2", "rain", '{"days": 3}')]],
        [
            [piece(None, "c1", "look", '{"town": "Ulm"}')],
            [piece(None, "c2", "rain", '{"days"'), piece(None, None, None, ": 3}")],
        ],
        [
            [piece(0, "c1", "look", '{"town": '), piece(0, "c1", "look", '"Ulm"}')],
            [piece(1, "c2", "rain", '{"days": 3}')],
        ],
        [[piece(0, "c1", "look", {"town": "Ulm"}), piece(1, "c2", "rain", {"days": 3})]],
    ],
)
@pytest.mark.parametrize("reason", ["tool_calls", "stop", "function_call"])
def test_calls_are_put_together(chunks: list[Any], reason: str) -> None:
    told, reply = read("Let me see.", *chunks, reason=reason)

    assert calls_of(told) == [LOOK, RAIN]
    assert reply.stats(None, is_stopped=False, is_alone=True).reason is FinishReason.TOOL_CALLS
    assert "".join(part.text for one in told for part in one.parts if isinstance(part, Text)) == "Let me see."
    assert not told[-1].is_thinking


def test_a_call_of_the_older_field_and_one_without_arguments_are_calls() -> None:
    reply = EndpointReply(RunId(1), thoughts=ThoughtsOut.UNKNOWN)
    reply.take(ChunkChoice(delta=ChunkText(function_call={"name": "look", "arguments": ""})))
    told = reply.take(ChunkChoice(delta=ChunkText(), finish_reason="function_call"))

    assert told is not None
    assert told.parts == (ToolCall("", "look", "{}"),)


def test_a_call_that_was_cut_is_none() -> None:
    told, reply = read([piece(0, "c1", "look", '{"town"')], reason="length")

    assert calls_of(told) == []
    assert reply.reason is FinishReason.LENGTH


def test_a_reply_that_says_it_calls_and_does_not_has_ended() -> None:
    _, reply = read("Well.", reason="tool_calls")

    assert reply.reason is FinishReason.STOP


def test_calls_and_results_are_sent_as_chat_completions_want_them() -> None:
    broken = ToolCall("c3", "look", '{"town": ')
    talk = (
        Message.user("Is it wet?"),
        Message("assistant", (Thinking("I look."), Text(""), LOOK, broken)),
        Message("tool", (ToolResult("c1", "rain"), ToolResult("c3", "no JSON", is_error=True))),
    )
    tools = (ToolSpec("look", "Looks.", "no schema"),)
    body: Any = body_of(ModelProfile("m"), GenerationRequest(talk, tools=tools), field="reasoning")

    assert body["tools"][0]["function"]["parameters"] == {"type": "object", "properties": {}}
    called = body["messages"][1]
    assert called["reasoning"] == "I look."
    assert [one["function"]["arguments"] for one in called["tool_calls"]] == [
        '{"town": "Ulm"}',
        '{"arguments": "{\\"town\\": "}',
    ]
    assert [(one["tool_call_id"], one["content"]) for one in body["messages"][2:]] == [
        ("c1", "rain"),
        ("c3", "no JSON"),
    ]
