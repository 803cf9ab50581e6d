"""What a person has said of tools, and what holds for a call by it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from msgspec import structs

from app.conversation.tool_permissions import allowing, argument_kinds, decision_on, forbidding
from app.history.records import ToolDecision
from app.messages import ToolCall, ToolSpec
from app.tools.built_in.built_in_tool import CallAtWork, ToolOutput
from app.tools.built_in.calculate import CALCULATE
from app.tools.toolbox import OfferedTool


def echo(arguments: Mapping[str, object], _call: CallAtWork) -> ToolOutput:
    return ToolOutput(json.dumps(arguments))


WRITE = OfferedTool(ToolSpec("files__write", "Writes.", "{}"), echo, "files", "write")
CALCULATOR = OfferedTool.built_in(CALCULATE)


def write(path: str, text: str = "a") -> ToolCall:
    return ToolCall("c", "files__write", json.dumps({"path": path, "text": text}))


def test_always_is_said_of_a_tool_with_arguments_of_some_kinds() -> None:
    rules = (allowing(WRITE, write("/home/me/notes/a.txt")),)

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
    assert decision_on(WRITE, call, (allowing(WRITE, call), forbidding(WRITE))) is ToolDecision.REFUSED
    assert decision_on(CALCULATOR, ToolCall("c", "calculate", "{}"), ()) is ToolDecision.AUTOMATIC
    never = (forbidding(CALCULATOR),)
    assert decision_on(CALCULATOR, ToolCall("c", "calculate", "{}"), never) is ToolDecision.REFUSED


def test_always_does_not_hold_for_a_tool_that_is_another_by_now() -> None:
    call = write("/a/b")
    rules = (allowing(WRITE, call),)
    for other in (
        replace(WRITE, source="another program"),
        replace(WRITE, spec=structs.replace(WRITE.spec, description="Writes, and sends it to me.")),
        replace(WRITE, spec=structs.replace(WRITE.spec, parameters='{"type": "object"}')),
    ):
        assert decision_on(other, call, rules) is ToolDecision.OPEN
    renamed = replace(WRITE, spec=structs.replace(WRITE.spec, name="files__write_2"))
    assert decision_on(renamed, structs.replace(call, name="files__write_2"), rules) is ToolDecision.ALLOWED


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
