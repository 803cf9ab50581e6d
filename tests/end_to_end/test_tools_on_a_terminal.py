"""`aside ask --tools` where somebody sits: asked, answered, and stopped in mid-call."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from app.paths import AppPaths
from app.tools.kept_servers import KeptServers
from tests.fakes.endpoint_server import DONE, EndpointServer, delta
from tests.fakes.mcp_stage import program

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are of POSIX")
_PATIENCE_S = 40.0


def call(name: str, arguments: str) -> list[bytes]:
    calls = [{"index": 0, "id": "a", "type": "function", "function": {"name": name, "arguments": arguments}}]
    return [delta(tool_calls=calls), delta(reason="tool_calls"), DONE]


ANSWER = [delta(content="Done."), delta(reason="stop"), DONE]


@pytest.fixture(autouse=True)
def kept_server() -> None:
    KeptServers(AppPaths.from_environment().tool_servers_file).add(program())


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    ours, theirs = os.openpty()
    yield ours, theirs
    os.close(ours)


def begun(server: EndpointServer, *options: str, terminal: int | None = None) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "ui", "ask", "--endpoint", server.url, "--model", "m", "--tools", "fake", *options]
    other = subprocess.DEVNULL if terminal is None else terminal
    return subprocess.Popen([*command, "Go."], stdin=other, stderr=other, stdout=subprocess.PIPE)


def read_until(terminal: int, words: bytes) -> bytes:
    shown = b""
    deadline = time.monotonic() + _PATIENCE_S
    while words not in shown and time.monotonic() < deadline:
        shown += os.read(terminal, 4096)
    return shown


@pytest.mark.parametrize(("typed", "result"), [(b"y\n", "← 3"), (b"n\n", "✗ This call was refused.")])
def test_a_call_is_asked_for_on_a_terminal(terminal: tuple[int, int], typed: bytes, result: str) -> None:
    ours, theirs = terminal
    with (
        EndpointServer(*call("fake__add", '{"a": 1, "b": 2}'), then=[ANSWER]) as server,
        begun(server, terminal=theirs) as asking,
    ):
        os.close(theirs)
        assert b'{"a": 1, "b": 2}' in read_until(ours, b"[n]o:")
        os.write(ours, typed)
        assert result.encode() in read_until(ours, result.encode())
        assert asking.communicate(timeout=_PATIENCE_S)[0] == b"Done.\n"

    assert asking.returncode == 0


def test_a_stop_in_mid_call_ends_the_call_and_says_what_there_is() -> None:
    with (
        EndpointServer(*call("fake__slow", '{"seconds": 60}'), then=[ANSWER]) as server,
        begun(server, "--json", "--allow-all") as asking,
    ):
        assert asking.stdout is not None
        events = [json.loads(asking.stdout.readline()) for _ in range(2)]
        asking.send_signal(signal.SIGINT)
        events += [json.loads(line) for line in asking.communicate(timeout=_PATIENCE_S)[0].splitlines()]

    assert [event["event"] for event in events] == ["loaded", "tool_call", "tool_result", "finished"]
    assert (events[2]["is_error"], events[3]["reason"], asking.returncode) == (True, "stopped", 130)
