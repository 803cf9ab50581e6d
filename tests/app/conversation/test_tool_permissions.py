"""What a person has said of tools, and a session that heeds it."""

from __future__ import annotations

import json
import queue
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from app.cancellation import StopSignal
from app.conversation.session_tools import SessionTools
from app.conversation.tool_permissions import ToolChoices, ToolRule, argument_kinds, decision_on
from app.conversation.tool_runner import Allowed
from app.history.records import ToolDecision
from app.messages import Text, ToolCall, ToolResult, ToolSpec
from app.tools.built_in.calculate import CALCULATE
from app.tools.toolbox import OfferedTool, Toolbox
from tests.fakes.tools_at_hand import ToolStage


def echo(arguments: Mapping[str, object], _stop: StopSignal) -> str:
    return json.dumps(arguments)


WRITE = OfferedTool(ToolSpec("files__write", "Writes.", "{}"), echo, "files", "write")
CALCULATOR = OfferedTool.built_in(CALCULATE)


def write(path: str, text: str = "a") -> ToolCall:
    return ToolCall("c", "files__write", json.dumps({"path": path, "text": text}))


def test_always_is_said_of_a_tool_with_arguments_of_some_kinds() -> None:
    rules = (ToolRule.always(write("/home/me/notes/a.txt")),)

    def decided(call: ToolCall) -> ToolDecision:
        return decision_on(WRITE, call, rules)

    assert decided(write("/home/me/notes/b.txt", "another text")) is ToolDecision.ALLOWED
    for other in (
        write("/home/me/.ssh/config"),
        write("/home/me/notes/../.ssh/config"),
        write("notes"),
        write("/home/me/notes/a.txt", "https://example.org"),
        ToolCall("c", "files__write", '{"path": "/home/me/notes/a.txt", "text": "a", "force": true}'),
        ToolCall("c", "files__write", "{}"),
    ):
        assert decided(other) is ToolDecision.OPEN


def test_never_is_above_all_else_and_what_computes_needs_nobody() -> None:
    call = write("/a/b")
    assert decision_on(WRITE, call, ()) is ToolDecision.OPEN
    assert decision_on(WRITE, call, (ToolRule.always(call), ToolRule.never("files__write"))) is ToolDecision.REFUSED
    assert decision_on(CALCULATOR, ToolCall("c", "calculate", "{}"), ()) is ToolDecision.AUTOMATIC
    never = (ToolRule.never("calculate"),)
    assert decision_on(CALCULATOR, ToolCall("c", "calculate", "{}"), never) is ToolDecision.REFUSED


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        ('{"url": "https://Example.org/a?b"}', ("url: https://example.org:443",)),
        ('{"url": "http://example.org/a"}', ("url: http://example.org:80",)),
        ('{"n": 3, "b": true, "t": "hi"}', ("b: bool", "n: int", "t: text")),
        ('{"path": "C:\\\\Users\\\\me\\\\a.txt"}', ("path: C:/Users/me",)),
        ('{"path": "my notes/../../a"}', ("path: ..",)),
        ('{"t": "a/b\\nc"}', ("t: long text",)),
        ('{"list": [1]}', ("list: [1]",)),
        ("[1]", ()),
        ("{", ()),
    ],
)
def test_kinds_say_where_something_goes(arguments: str, kinds: tuple[str, ...]) -> None:
    assert argument_kinds(arguments) == kinds


def test_a_session_offers_what_was_chosen_asks_and_carries_out(tmp_path: Path) -> None:
    posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    toolbox = Toolbox((CALCULATOR, WRITE))
    chosen = ToolChoices(offered=("calculate", "files/write"))
    tools = SessionTools(toolbox, choices=lambda _id: chosen, general=lambda: (), post=posted.put)
    try:
        with ToolStage(tmp_path, tools) as stage:  # type: ignore[arg-type]
            turn = stage.session.send(None, "Go.")
            assert [spec.name for spec in stage.asked.tools] == ["calculate", "files__write"]
            stage.say(ToolCall("a", "calculate", '{"expression": "6*7"}'), write("/a/b"))
            posted.get(timeout=10)()
            stage.session.decide(turn.id, 2, Allowed('{"path": "/a/c"}'))
            posted.get(timeout=10)()
            results = [
                part for message in stage.asked.messages for part in message.parts if isinstance(part, ToolResult)
            ]
            stage.say(Text("Done."))
    finally:
        toolbox.close()

    assert [result.content for result in results] == ["42", '{"path": "/a/c"}']
