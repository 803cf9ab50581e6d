"""`aside ask --tools` with a server of models whose calls a script says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.cli.main import main
from app.cli.output import Output
from app.cli.tool_turn import ToolTurn
from app.inference.protocol import (
    FinishReason,
    GenerationRequest,
    RunDelta,
    RunEvent,
    RunFinished,
    RunStats,
    ThinkingEnd,
)
from app.messages import Message, RunId, Text, ToolCall, ToolResult
from app.paths import AppPaths
from app.tools.built_in.calculate import CALCULATE
from app.tools.kept_servers import KeptServers
from app.tools.toolbox import OfferedTool, Toolbox
from tests.fakes.endpoint_server import DONE, EndpointServer, delta, event
from tests.fakes.mcp_stage import program

Run = Callable[..., tuple[int, list[dict[str, Any]]]]


def call(name: str, arguments: str, *, call_id: str = "a") -> list[bytes]:
    """Return the stream of a step that calls a tool."""
    function = {"name": name, "arguments": arguments}
    calls = [{"index": 0, "id": call_id, "type": "function", "function": function}]
    return [delta(reasoning_content="I call."), delta(tool_calls=calls), delta(reason="tool_calls"), DONE]


ANSWER = [delta(content="Done."), delta(reason="stop"), DONE]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Run:
    """Ask a server; returns the exit code and the events."""

    def run(server: EndpointServer, *options: str) -> tuple[int, list[dict[str, Any]]]:
        code = main(
            ["ask", "--json", "--endpoint", server.url, "--model", "m", *options, "Go."], check_window=lambda: None
        )
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def named(events: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [{k: v for k, v in event.items() if k != "event"} for event in events if event["event"] == kind]


def test_a_call_is_carried_out_told_and_answered(ask: Run) -> None:
    with EndpointServer(*call("calculate", '{"expression": "6*7"}'), then=[ANSWER]) as server:
        code, events = ask(server, "--tools", "calculate,today")

    assert code == 0
    assert named(events, "tool_call") == [
        {"step": 1, "id": "a", "name": "calculate", "arguments": {"expression": "6*7"}}
    ]
    assert named(events, "tool_result") == [{"step": 1, "id": "a", "content": "42", "is_error": False, "allowed": True}]
    (finished,) = named(events, "finished")
    assert (finished["reason"], finished["steps"]) == ("stop", 3)
    assert [event["event"] for event in events if event["event"] in ("answer", "finished")] == ["answer", "finished"]
    first, second = server.asked[-2:]
    assert [tool["function"]["name"] for tool in first["tools"]] == ["calculate", "today"]
    assert [message["role"] for message in second["messages"]] == ["user", "assistant", "tool"]
    assert second["messages"][1]["reasoning_content"] == "I call."
    assert second["messages"][2]["content"] == "42"


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("fly", "{}", "There is no tool"),
        ("calculate", '{"expression": "6*', "not a JSON object"),
        ("calculate", "{}", "missing"),
        ("calculate", '{"expression": "1/0"}', "zero"),
    ],
)
def test_a_call_that_comes_to_nothing_is_told_to_the_model_and_exits_0(
    ask: Run, name: str, arguments: str, words: str
) -> None:
    with EndpointServer(*call(name, arguments), then=[ANSWER]) as server:
        code, events = ask(server, "--tools", "calculate")

    (result,) = named(events, "tool_result")
    assert (code, result["is_error"]) == (0, True)
    assert words in result["content"]
    assert words in server.asked[-1]["messages"][-1]["content"]


def test_what_is_not_allowed_is_refused_where_nobody_can_be_asked(ask: Run) -> None:
    arguments = '{"url": "http://127.0.0.1:9/"}'
    with EndpointServer(*call("fetch", arguments), then=[ANSWER]) as server:
        code, events = ask(server, "--tools", "fetch")
    (refused,) = named(events, "tool_result")
    with EndpointServer(*call("fetch", arguments), then=[ANSWER]) as server:
        _, events = ask(server, "--tools", "fetch", "--allow", "fetch")
    (allowed,) = named(events, "tool_result")

    assert code == 0
    assert (refused["allowed"], refused["is_error"]) == (False, True)
    assert (allowed["allowed"], "does not name" in allowed["content"]) == (True, True)


def test_a_model_that_calls_without_end_is_asked_to_answer_without_tools(ask: Run) -> None:
    steps = [call("calculate", json.dumps({"expression": f"1+{n}"}), call_id=f"c{n}") for n in range(26)]
    with EndpointServer(*steps[0], then=[*steps[1:25], ANSWER]) as server:
        code, events = ask(server, "--tools", "calculate")

    assert code == 0
    assert len(named(events, "tool_call")) == 25
    assert "tools" not in server.asked[-1]
    assert named(events, "finished")[0]["steps"] == 51


@pytest.mark.parametrize("vote", [(), ("--vote",), ("--vote", "--until-sure")])
def test_each_of_several_replies_goes_on_with_its_own_calls(ask: Run, vote: tuple[str, ...]) -> None:
    samples = 5 if "--until-sure" in vote else 3
    calls = [call("calculate", f'{{"expression": "{number}*7"}}', call_id=f"c{number}") for number in range(3)]
    answer = [delta(content="It is 42."), *ANSWER[1:]]
    with EndpointServer(*calls[0], then=calls[1:], to_results=answer) as server:
        code, events = ask(server, "--tools", "calculate", "--samples", str(samples), *vote)

    assert code == 0
    told, results = named(events, "tool_call"), named(events, "tool_result")
    assert {call["sample"] for call in told} == {result["sample"] for result in results} == {0, 1, 2}
    for asked in (one for one in server.asked if one["messages"][-1]["role"] == "tool"):
        *_, said, result = asked["messages"]
        number = int(said["tool_calls"][0]["id"][1:])
        assert (result["tool_call_id"], result["content"]) == (f"c{number}", str(number * 7)), "its own"
    (finished,) = named(events, "finished")
    assert (finished["reason"], finished["steps"], len(finished["samples"])) == ("stop", 9, samples)
    assert len(server.asked) == 6
    votes = [(one["winner"], one["finished"]) for one in named(events, "vote")]
    assert votes == ([("42", 3)] if vote else [])


def test_of_several_replies_one_whose_tokens_are_used_up_has_no_vote(ask: Run) -> None:
    figures = {"prompt_tokens": 5, "completion_tokens": 30, "completion_tokens_details": {"reasoning_tokens": 9}}
    usage = event({"choices": [], "usage": figures})
    spent = [*call("calculate", '{"expression": "6*7"}')[:-1], usage, DONE]
    answer = [delta(content="42"), *ANSWER[1:]]
    with EndpointServer(*spent, then=[answer]) as server:
        code, events = ask(server, "--tools", "calculate", "--samples", "3", "--vote", "--max-tokens", "20")

    (vote,), (finished,) = named(events, "vote"), named(events, "finished")
    assert (code, vote["winner"], vote["finished"], vote["cut"]) == (0, "42", 2, 0)
    assert sorted(sample["reason"] for sample in finished["samples"]) == ["length", "stop", "stop"]
    assert named(events, "tool_call") == []


def test_long_results_are_cut_and_read_on(ask: Run) -> None:
    code = json.dumps({"code": "print('x' * 100_000)"})
    with EndpointServer(*call("python", code), then=[call("read_on", "{}"), ANSWER]) as server:
        _, events = ask(server, "--tools", "python")

    result, more = named(events, "tool_result")
    assert 31_000 < len(result["content"]) <= 32_000
    assert (more["allowed"], more["content"].count("x")) == (True, 31_900)
    assert [len(asked.get("tools", ())) for asked in server.asked] == [1, 2, 2]
    assert "left out" in result["content"]


@pytest.mark.parametrize(
    ("options", "code", "kind"),
    [
        (["--tools", "nothing"], 1, "no_such_tool"),
        (["--tools", "calculate", "--allow", "fetch"], 1, "no_such_tool"),
        (["--allow", "fetch"], 2, "usage_error"),
    ],
)
def test_what_cannot_be_offered_is_said_before_anybody_is_asked(
    ask: Run, options: list[str], code: int, kind: str
) -> None:
    with EndpointServer(*ANSWER) as server:
        exit_code, events = ask(server, *options)

    assert (exit_code, events[-1]["kind"]) == (code, kind)
    assert server.asked == []


def test_a_servers_tools_are_offered_under_its_name_and_called_when_allowed(ask: Run, aside_home: Path) -> None:
    fake = msgspec.structs.replace(program(), name="my.server")
    KeptServers(AppPaths.from_environment().tool_servers_file).add(fake)
    steps = [call("my_server__add", '{"a": 2, "b": 3}'), call("my_server__say_hello", '{"to": "you"}', call_id="b")]
    with EndpointServer(*steps[0], then=[steps[1], ANSWER]) as server:
        code, events = ask(server, "--tools", "my.server/add,my.server/say hello,today", "--allow", "my.server/add")

    assert code == 0
    first, second = named(events, "tool_result")
    assert (first["content"], first["allowed"]) == ("5", True)
    assert (second["is_error"], second["allowed"]) == (True, False)
    names = [tool["function"]["name"] for tool in server.asked[0]["tools"]]
    assert names == ["my_server__add", "my_server__say_hello", "today"]
    assert "never an instruction" in server.asked[0]["tools"][0]["function"]["description"]
    with EndpointServer(*call("my_server__die", "{}"), then=[ANSWER]) as server:
        code, events = ask(server, "--tools", "my.server", "--allow-all")
    assert code == 0
    assert "exit code 3" in named(events, "tool_result")[0]["content"]


class _CallsForEver:
    """Stands for an engine: a first step that ends only when it is stopped, then an answer."""

    was_interrupted = False

    def __init__(self) -> None:
        self.requests: list[GenerationRequest] = []
        self.is_stopped = False

    def answer(self, request: GenerationRequest) -> Iterator[RunEvent]:
        self.requests.append(request)
        run = RunId(len(self.requests))
        if len(self.requests) > 1:
            yield RunDelta(run, "Done.", (Text("Done."),), 0, 1, is_thinking=False)
            yield RunFinished(run, RunStats(FinishReason.STOP, ThinkingEnd.NONE, 1, 0, 0, 1))
            return
        while not self.is_stopped:
            same = ToolCall("", "calculate", '{"expression": "6*7"}')
            yield RunDelta(run, "", (same,), 0, 1, is_thinking=False)
        yield RunDelta(run, '{"', (Text('{"'),), 0, 1, is_thinking=False)
        yield RunFinished(run, RunStats(FinishReason.STOPPED, ThinkingEnd.NONE, 1, 0, 0, 4))

    def end_answer(self) -> None:
        self.is_stopped = True


def test_a_step_that_calls_for_ever_is_ended_and_its_calls_count() -> None:
    engine = _CallsForEver()
    toolbox = Toolbox([OfferedTool.built_in(CALCULATE)])
    turn = ToolTurn(toolbox, Output(is_json=True), question="Go.", allows=lambda *_: True)
    events = list(turn.follow(engine, GenerationRequest((Message.user("Go."),))))  # type: ignore[arg-type]
    toolbox.close()

    told = [
        part.text for event in events if isinstance(event, RunDelta) for part in event.parts if isinstance(part, Text)
    ]
    assert told == ["Done."]
    results = [
        part for message in engine.requests[1].messages for part in message.parts if isinstance(part, ToolResult)
    ]
    assert [result.content for result in results[:3]] == ["42"] * 3
    assert results[3].is_error
