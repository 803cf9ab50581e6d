"""Real MCP servers over both transports, whatever they do, and whoever is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from app.cancellation import Cancelled, StopSignal
from app.messages import Image
from app.tools.built_in.built_in_tool import CallAtWork, CallProgress, ToolFailed
from app.tools.errors import ToolServerIsElsewhere, ToolServerProblem
from app.tools.kept_servers import KeptServer
from app.tools.server_process.messages import InputAsked, ListingChanged, News, ServerEnded
from app.tools.tool_servers import ToolServers
from tests.fakes.ended_processes import ends
from tests.fakes.mcp_stage import ODD_SCRIPT, called, program, served, wait_for
from tests.fakes.steps import PNG

Heard = list[News]


@pytest.fixture
def heard() -> Heard:
    return []


@pytest.fixture
def servers(heard: Heard) -> Iterator[ToolServers]:
    made = ToolServers(is_offline=lambda: False, on_news=heard.append)
    yield made
    made.close()


def test_a_program_tells_its_tools_and_carries_calls_out(servers: ToolServers, heard: Heard) -> None:
    fake = program(FAKE_NOISE="1", FAKE_TOKEN="s3cret")
    opened = servers.open(fake)

    assert [tool.name for tool in opened.tools][:2] == ["add", "say hello"]
    assert [one.uri for one in opened.resources] == ["fake://note", "fake://picture"]
    assert [(one.name, [argument.name for argument in one.arguments]) for one in opened.prompts] == [
        ("greet", ["name"])
    ]
    assert called(servers, fake, "add", a=2, b=3) == "5"
    assert called(servers, fake, "say hello", to="Ü") == "Hello, Ü!"
    drawn = servers.call(fake, "picture", "{}", CallAtWork())
    assert (drawn.text, drawn.images) == ("[image/png, 1 kB: shown to the person]", (Image("picture-1.png", PNG),))
    come: list[CallProgress] = []
    assert servers.call(fake, "slow", '{"seconds": 0}', CallAtWork(on_progress=come.append)).text == "done"
    assert come == [CallProgress(0.5, "half way")]
    told = called(servers, fake, "variables").split()
    assert told[-1] == "s3cret"
    assert not [name for name in told if name.startswith("ASIDE_") or name == "PYTHONSAFEPATH"]
    for tool, words in (("fail", "fail"), ("no such tool", "no such tool")):
        with pytest.raises(ToolFailed, match=words):
            called(servers, fake, tool)


def test_a_program_that_dies_or_floods_is_said_in_a_sentence_and_starts_again(servers: ToolServers) -> None:
    fake = program()
    with pytest.raises(ToolFailed, match=r"exit code 3.*out of cheese"):
        called(servers, fake, "die")
    assert called(servers, fake, "add", a=1, b=1) == "2"
    assert len(called(servers, fake, "flood", megabytes=5)) == 4_000_000
    with pytest.raises(ToolFailed, match="more than 32 MB"):
        called(servers, fake, "flood", megabytes=100)

    assert called(servers, fake, "add", a=1, b=2) == "3"


def test_an_address_is_called_like_a_program(servers: ToolServers) -> None:
    with served() as fake:
        assert "add" in [tool.name for tool in servers.open(fake).tools]
        assert called(servers, fake, "add", a=2, b=3) == "5"
        with pytest.raises(ToolFailed, match="broke off"):
            called(servers, fake, "flood", megabytes=100)
        assert called(servers, fake, "add", a=2, b=4) == "6"
        with pytest.raises(ToolFailed, match="broke off"):
            called(servers, fake, "die")
        with pytest.raises(ToolFailed, match="nothing answers"):
            called(servers, fake, "add", a=2, b=4)


def test_three_hundred_tools_are_listed(servers: ToolServers) -> None:
    names = [tool.name for tool in servers.open(program(FAKE_TOOLS="300")).tools]

    assert len(names) == 312
    assert "tool 299" in names


def test_a_server_that_offers_more_or_dies_by_itself_is_noticed(servers: ToolServers, heard: Heard) -> None:
    with served() as address:
        for fake in (program(), address):
            servers.open(fake)
            assert called(servers, fake, "grow") == "grown"
            changed = wait_for(lambda: [one for one in heard if isinstance(one, ListingChanged)])
            assert "new" in [tool.name for tool in changed[-1].listing.tools]
            heard.clear()
            servers.end("fake")
            assert wait_for(lambda: [one for one in heard if isinstance(one, ServerEnded)])[0].reason == ""
            heard.clear()

    pid = int(called(servers, program(), "start_another").split()[0])
    os.kill(pid, signal.SIGTERM)
    ended = wait_for(lambda: [one for one in heard if isinstance(one, ServerEnded)])
    assert "exit code" in ended[0].reason


def test_a_server_that_pesters_is_heard_as_often_as_somebody_can_read_it(servers: ToolServers, heard: Heard) -> None:
    fake = program()
    servers.open(fake)
    come: list[CallProgress] = []
    began = time.monotonic()
    assert servers.call(fake, "pester", "{}", CallAtWork(on_progress=come.append)).text == "enough"
    seconds = time.monotonic() - began
    assert 1 <= len(come) <= 10 * seconds + 2
    assert len(heard) <= 4 * seconds + 4, "logs and lists"


ONE_TOOL = '"result": {"tools": [{"name": "t", "inputSchema": {"type": "object"}}]}'
DEEP = '{"a": ' * 400 + "{}" + "}" * 400


ODD = [
    ('"error": {"code": -32000, "message": "no licence"}', "", "no licence"),  # the number of a closed connection
    (ONE_TOOL, '"result": {"content": [{"type": "text", "text": "a\\ud800b"}]}', "a?b"),
    (ONE_TOOL, f'"result": {DEEP}', "cannot be read"),
    (ONE_TOOL, '"nothing": 1', "cannot be read"),
    (ONE_TOOL, '"result": {"content": [{"type": "dance"}]}', "none of the protocol's"),
    (ONE_TOOL, '"error": {"code": 1, "message": "it is raining"}', "it is raining"),
    (f'"result": {DEEP}', "", "cannot be read"),
    ('"error": {"code": 1, "message": "no\\u001b[2J list"}', "", "no^[[2J list"),
    ('"result": {"tools": [{"name": "' + "t" * 300 + '", "inputSchema": {}}]}', "", ""),
]


def test_servers_that_keep_to_no_rule_are_said_in_half_a_sentence(servers: ToolServers) -> None:
    for number, (listed, said, words) in enumerate(ODD):
        odd = KeptServer(f"odd{number}", (sys.executable, str(ODD_SCRIPT), listed, said))
        try:
            tools = servers.open(odd).tools
            told = called(servers, odd, tools[0].name) if tools else ""
        except (ToolServerProblem, ToolFailed) as problem:
            told = str(problem)
        assert words in told
        assert "\n" not in told


def test_a_malformed_tool_is_left_out_and_the_others_are_offered(servers: ToolServers) -> None:
    malformed = [
        {"name": "none"},
        {"name": "text", "inputSchema": "object"},
        {"name": "list", "inputSchema": {"type": "array"}},
        {"name": "five", "inputSchema": {"type": "object", "properties": 5}},
        {"name": "inside", "inputSchema": {"type": "object", "properties": {"a": "string"}}},
        {"name": "required", "inputSchema": {"type": "object", "required": "a"}},
        {"name": "empty", "inputSchema": {}},
        {"name": 7, "inputSchema": {"type": "object"}},
        "tool",
    ]
    deep = {"type": "object", "properties": {"a": {"type": 5, "enum": 7, "items": 3, "anyOf": {"$ref": 1}}}}
    listed = [*malformed, {"name": "good", "inputSchema": {"type": "object"}}, {"name": "deep", "inputSchema": deep}]
    odd = KeptServer("odd", (sys.executable, str(ODD_SCRIPT), f'"result": {json.dumps({"tools": listed})}', ""))

    listing = servers.open(odd)

    assert [tool.name for tool in listing.tools] == ["good", "deep"]
    assert [line.partition(":")[0] for line in listing.left_out] == [
        *("none", "text", "list", "five", "inside", "required", "empty"),
        *("?", "?"),
    ]
    assert listing.left_out[0] == "none: inputSchema: Field required"


def test_of_a_result_of_a_great_many_parts_the_first_are_read(servers: ToolServers) -> None:
    parts = ", ".join(['{"type": "text", "text": "x"}'] * 2_100)
    odd = KeptServer("many", (sys.executable, str(ODD_SCRIPT), ONE_TOOL, f'"result": {{"content": [{parts}]}}'))
    servers.open(odd)
    assert called(servers, odd, "t") == "x\n" * 2_000 + "[100 more parts were left out]"


def test_resources_are_read_and_prompts_filled_in(servers: ToolServers) -> None:
    fake = program()
    assert servers.read(fake, "fake://note", StopSignal()).text == "noted"
    picture = servers.read(fake, "fake://picture", StopSignal())
    assert (picture.data, picture.kind) == (PNG, "image/png")
    assert servers.prompt(fake, "greet", {"name": "Ü"}, StopSignal()) == "Greet Ü."
    with pytest.raises(ToolServerProblem, match=r"fake://no|[Uu]nknown"):
        servers.read(fake, "fake://no", StopSignal())
    with pytest.raises(ToolServerProblem):
        servers.prompt(fake, "greet", {}, StopSignal())


def test_a_call_that_is_given_up_ends_and_the_server_goes_on(servers: ToolServers) -> None:
    fake = program()
    servers.open(fake)
    stop = StopSignal()
    timer = threading.Timer(0.5, stop.set)
    timer.start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        servers.call(fake, "slow", '{"seconds": 60}', CallAtWork(stop))

    timer.join()
    assert time.monotonic() - began < 10
    assert called(servers, fake, "add", a=1, b=1) == "2"


def test_a_server_that_cannot_be_opened_says_why(servers: ToolServers) -> None:
    for server, words in (
        (KeptServer("bad", ("no-such-program",)), "no program"),
        (KeptServer("bad", (sys.executable, "-c", "print('hm'); raise SystemExit(7)")), "exit code 7"),
        (KeptServer("bad", (sys.executable, "-c", "1"), folder="/no/such/folder"), "folder"),
        (KeptServer("bad", url="http://127.0.0.1:9/mcp"), "nothing answers"),
    ):
        with pytest.raises(ToolServerProblem, match=words):
            servers.open(server)


def test_a_server_elsewhere_is_not_asked_offline() -> None:
    with pytest.raises(ToolServerIsElsewhere):
        ToolServers(is_offline=lambda: True).open(KeptServer("far", url="https://example.org/mcp"))


@pytest.mark.skipif(os.name == "nt", reason="process groups are of POSIX")
def test_all_that_a_server_has_started_ends_with_it(servers: ToolServers) -> None:
    pids = [int(pid) for pid in called(servers, program(), "start_another").split()]
    servers.close()

    assert ends(*pids)


@pytest.mark.skipif(os.name == "nt", reason="process groups are of POSIX")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_when_the_tools_process_is_killed_its_servers_end_and_the_next_call_starts_anew(
    servers: ToolServers, number: int
) -> None:
    fake = program()
    pids = [int(pid) for pid in called(servers, fake, "start_another").split()]
    failures: list[ToolFailed] = []
    has_begun = threading.Event()

    def wait_for_slow() -> None:
        try:
            servers.call(fake, "slow", '{"seconds": 60}', CallAtWork(on_progress=lambda *_: has_begun.set()))
        except ToolFailed as failure:
            failures.append(failure)

    waiting = threading.Thread(target=wait_for_slow)
    waiting.start()
    assert has_begun.wait(30)
    assert servers.pid is not None
    os.kill(servers.pid, number)
    waiting.join(20)

    assert "tools process ended" in str(failures)
    assert ends(*pids)
    assert called(servers, fake, "add", a=1, b=1) == "2"


_APP = """
import time
from app.tools.tool_servers import ToolServers
from tests.fakes.steps import PNG
from tests.fakes.mcp_stage import called, program
servers = ToolServers(is_offline=lambda: False)
print(called(servers, program(), "start_another"), servers.pid, flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(os.name == "nt", reason="process groups are of POSIX")
def test_when_the_app_is_killed_nothing_stays() -> None:
    with subprocess.Popen([sys.executable, "-c", _APP], stdout=subprocess.PIPE, text=True) as app:
        assert app.stdout is not None
        pids = [int(pid) for pid in app.stdout.readline().split()]
        app.kill()

    assert len(pids) == 3
    assert ends(*pids)


def test_what_a_server_asks_the_person_is_asked_and_answered() -> None:
    asked: list[InputAsked] = []

    def answer(question: InputAsked) -> str | None:
        asked.append(question)
        return '{"name": "Ada"}' if len(asked) == 1 else None

    servers = ToolServers(is_offline=lambda: False, on_input=answer)
    try:
        fake = program()
        first, second = called(servers, fake, "ask"), called(servers, fake, "ask")
    finally:
        servers.close()

    assert first == "accept Ada"
    assert second.startswith("decline")
    assert asked[0].message == "What is your name?"
    assert '"name"' in asked[0].schema
