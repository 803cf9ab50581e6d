"""Models on servers, behind the same seam as those on this computer: turns, what comes, and how it ends."""

from __future__ import annotations

import contextlib
import queue
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.conversation.session import Session
from app.conversation.turn import Turn, TurnState
from app.engines import endpoint_call
from app.engines.broker import Broker
from app.engines.endpoint_call import Patience
from app.engines.endpoint_engine import EndpointEngine
from app.engines.model_ref import LocalFile, NamedModel, Remote
from app.engines.model_status import ModelPhase
from app.history.store import HistoryStore
from app.history.writer import HistoryWriter
from app.inference.protocol import (
    Event,
    FinishReason,
    ModelLoaded,
    RunDelta,
    RunFinished,
    RunStats,
    ThinkingEnd,
)
from app.messages import Text, Thinking
from tests.fakes.endpoint_dialects import DIALECTS
from tests.fakes.endpoint_server import DONE, EndpointServer, chunk, delta
from tests.fakes.heard_engine import INFO, HeardEngine
from tests.fakes.tools_at_hand import ToolsAtHand


class Stage:
    """A session whose model is on a server."""

    def __init__(
        self,
        folder: Path,
        local: HeardEngine | None = None,
        tools: ToolsAtHand | None = None,
        patience_s: float = 60.0,
    ) -> None:
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.store = HistoryStore.open(folder / "history.sqlite3")
        self._writer = HistoryWriter(folder / "history.sqlite3", on_problem=lambda _problem: None)
        self.engine = EndpointEngine(self._events.put, patience=Patience(connect_s=patience_s, silence_s=patience_s))
        self.broker = Broker({Remote: self.engine, **({LocalFile: local} if local else {})})
        self.session = Session(
            store=self.store,
            writer=self._writer,
            broker=self.broker,
            find_model=lambda name: NamedModel(Remote(name, name), name),
            listener=lambda _event: None,
            tools=tools,
        )

    def until(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 30.0
        while not condition():
            assert time.monotonic() < deadline, "it did not happen"
            try:
                self.broker.handle(self._events.get(timeout=0.05))
            except queue.Empty:
                continue

    def ask(self, url: str, text: str = "Why?", conversation_id: int | None = None) -> Turn:
        self.broker.choose(Remote(url, "big"), "big")
        turn = self.session.send(conversation_id, text)
        self.until(lambda: turn.has_ended)
        return turn

    def close(self) -> None:
        self.session.close()
        self.broker.close()
        self._writer.close()
        self.store.close()


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path)
    yield made
    made.close()


def test_a_turn_is_asked_answered_and_kept(stage: Stage) -> None:
    with EndpointServer(chunk("Be"), chunk("cause."), chunk(reason="stop"), DONE) as server:
        first = stage.ask(server.url)
        second = stage.ask(server.url, "Really?", first.conversation_id)

    assert [turn.answer for turn in (first, second)] == ["Because."] * 2
    assert second.stats is not None
    assert second.stats.answer_tokens == 2
    assert server.asked[1] == {
        "model": "big",
        "stream": True,
        "stream_options": {"include_usage": True},
        "messages": [
            {"role": "user", "content": "Why?"},
            {"role": "assistant", "content": "Because."},
            {"role": "user", "content": "Really?"},
        ],
    }
    assert stage.session.flush(5.0)
    assert [m.answer for m in stage.store.branch(first.conversation_id) if m.role == "assistant"] == ["Because."] * 2


@pytest.mark.parametrize(
    ("stream", "answer", "fails"),
    [
        ((chunk("a"), chunk("b", reason="length"), DONE), "ab", False),
        ((chunk("a"), chunk(reason="stop")), "a", False),
        ((chunk("a", reason="stop"), chunk("late", reason="stop"), DONE), "a", False),
        ((b": a comment\n\nevent: ping\ndata: {}\n\n", chunk("a", reason="stop"), DONE), "a", False),
        ((chunk("ä")[:31], 0.05, chunk("ä")[31:], chunk(reason="stop"), DONE), "ä", False),
        ((b'data: {"choices": []}\n\n', chunk("a", reason="new word"), DONE), "a", False),
        ((chunk("a", usage={"prompt_tokens": 7, "completion_tokens": 9}), chunk(reason="stop")), "a", False),
        ((chunk("a"),), "a", True),
        ((chunk("a"), DONE), "a", True),
        ((chunk("a"), b"data: {not json\n\n"), "a", True),
        ((chunk("a"), b'data: {"choices": 5}\n\n'), "a", True),
        ((b"data: {}\r\n\r\n", chunk("a", reason="stop"), None), "a", False),
    ],
    ids=range(12),
)
def test_what_comes_is_kept_and_how_it_ends_is_told(
    stage: Stage,
    stream: tuple[bytes | float | None, ...],
    answer: str,
    fails: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(endpoint_call, "_END_S", 0.5)
    with EndpointServer(*stream) as server:
        turn = stage.ask(server.url)

    assert (turn.answer, turn.state is TurnState.FAILED) == (answer, fails)
    if turn.failure is not None:
        assert turn.failure.kind == "endpoint_broke_off"
        assert server.url in turn.failure.message_text()


def test_a_refusal_is_told_in_the_servers_own_words(stage: Stage) -> None:
    refusal = b'{"error": {"message": "context is 2048 tokens\\n' + b"x" * 5000 + b'"}}'
    with EndpointServer(status=400, refusal=refusal) as server:
        turn = stage.ask(server.url)

    assert turn.failure is not None
    said = turn.failure.message_text()
    assert "refused with 400: context is 2048 tokens" in said
    assert len(said) < 420
    assert "\n" not in said


def test_a_server_that_is_not_there_or_will_not_have_us_is_a_sentence(stage: Stage) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = f"http://127.0.0.1:{taken.getsockname()[1]}"
    nobody = stage.ask(free)
    with EndpointServer(models=401) as server:
        stranger = stage.ask(server.url)
    nonsense = stage.ask("http://[::1")

    kinds = [turn.failure.kind for turn in (nobody, stranger, nonsense) if turn.failure is not None]
    assert kinds == ["endpoint_not_reached", "endpoint_asks_for_key", "endpoint_not_reached"]
    assert stage.session.model_status.phase is ModelPhase.FAILED


@pytest.mark.parametrize("stream", [(None,), (chunk("a"), None)], ids=["before the first word", "in mid-sentence"])
def test_stopping_hangs_up_at_once(stage: Stage, stream: tuple[bytes | None, ...]) -> None:
    with EndpointServer(*stream) as server:
        stage.broker.choose(Remote(server.url, "big"), "big")
        turn = stage.session.send(None, "Why?")
        stage.until(lambda: turn.state is TurnState.READING or bool(turn.answer))
        if len(stream) > 1:
            stage.until(lambda: bool(turn.answer))
        stage.session.stop()
        stage.until(lambda: turn.has_ended)  # long before its patience is over

    assert turn.state is TurnState.STOPPED
    assert turn.failure is None
    assert turn.answer == "a" * (len(stream) - 1)


def test_stopping_waits_for_no_connection(stage: Stage) -> None:
    with contextlib.ExitStack() as stack:
        full = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(3):  # nobody takes them: who comes later waits for a place
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(full.getsockname())
        url = f"http://127.0.0.1:{full.getsockname()[1]}"
        stage.broker.choose(Remote(url, "big"), "big")
        turn = stage.session.send(None, "Why?")
        time.sleep(0.3)
        stage.broker.cancel_load()
        stage.until(lambda: turn.has_ended)  # long before its patience is over
        assert stage.session.model_status.phase is ModelPhase.IDLE


def test_what_it_cannot_do_is_not_done(stage: Stage) -> None:
    with EndpointServer(chunk("Half", reason="length"), DONE) as server:
        first = stage.ask(server.url)
        stage.session.answer_now()
        stage.session.nudge("hint")
        stage.session.read_ahead(None, "A long draft that would be read ahead by an engine of ours, word by word")
        stage.broker.counting.ask("draft", lambda _counted: pytest.fail("nobody can count"), texts=["x"])

    assert stage.engine.capabilities.counts is False
    assert len(server.asked) == 1
    assert first.answer == "Half"


def test_a_conversation_goes_on_with_another_model_and_each_is_given_thoughts_by_its_own_rule(tmp_path: Path) -> None:
    llama, other = DIALECTS[0], DIALECTS[-1]
    local = HeardEngine()
    stage = Stage(tmp_path, local=local)
    with (
        EndpointServer(*llama.stream, pages=llama.pages) as first,
        EndpointServer(*other.stream, pages=other.pages) as second,
    ):
        turn = stage.ask(first.url, "One?")
        conversation = turn.conversation_id
        assert stage.session.flush(5.0)
        stage.broker.choose(LocalFile("/m.gguf"), "m")
        stage.broker.handle(ModelLoaded(local.loads[-1][0], INFO, 0.1))
        again = stage.session.send(conversation, "Two?")
        run, request = local.started[-1]
        assert [(one.text, one.thinking) for one in request.messages] == [("One?", ""), ("Yes", "Hmm."), ("Two?", "")]
        stage.broker.handle(RunDelta(run, "<think>Ah.</think>No", (Thinking("Ah."), Text("No")), 1, 1, False))
        stage.broker.handle(RunFinished(run, RunStats(FinishReason.STOP, ThinkingEnd.MODEL, 1, 0, 1, 1)))
        assert again.has_ended
        stage.ask(first.url, "Three?", conversation)
        stage.ask(second.url, "Four?", conversation)

    replies = [one for one in first.asked[-1]["messages"] if one["role"] == "assistant"]
    assert [one["reasoning_content"] for one in replies] == ["Hmm.", "Ah."]  # its template has a rule for them
    given = [one for one in second.asked[-1]["messages"] if one["role"] == "assistant"]
    assert [set(one) for one in given] == [{"role", "content"}] * 3
    assert next(one.raw for one in stage.store.branch(conversation) if one.role == "assistant").startswith("<think>")
    stage.close()


@pytest.mark.parametrize("field", ["reasoning_content", "reasoning"])
def test_a_loop_of_tools_gives_the_thoughts_back_in_the_field_they_came_in(tmp_path: Path, field: str) -> None:
    stage = Stage(tmp_path, tools=ToolsAtHand())
    call = {"index": 0, "id": "c9", "type": "function", "function": {"name": "look", "arguments": ""}}
    first = (
        delta(**{field: "I look."}),
        delta(tool_calls=[call]),
        delta(tool_calls=[{"index": 0, "function": {"arguments": '{"town": "Ulm"}'}}]),
        delta(reason="tool_calls"),
        DONE,
    )
    with EndpointServer(*first, then=[[delta(content="A spire."), delta(reason="stop"), DONE]]) as server:
        turn = stage.ask(server.url)
    assert stage.session.flush(5.0)
    stage.close()

    assert (turn.answer, turn.thinking, turn.state) == ("A spire.", "I look.", TurnState.FINISHED)
    assert [tool["function"]["name"] for tool in server.asked[0]["tools"]] == ["look", "rain"]
    _question, called, result = server.asked[1]["messages"]
    assert called["tool_calls"][0]["function"] == {"name": "look", "arguments": '{"town": "Ulm"}'}
    assert called[field] == "I look."
    assert result == {"role": "tool", "tool_call_id": "c9", "content": "a spire"}


def test_a_server_that_dies_in_a_loop_leaves_what_there_was(tmp_path: Path) -> None:
    stage = Stage(tmp_path, tools=ToolsAtHand())
    call = {"index": 0, "id": "c9", "function": {"name": "look", "arguments": "{}"}}
    first = (delta(reasoning_content="I look."), delta(tool_calls=[call]), delta(reason="tool_calls"), DONE)
    with EndpointServer(*first, then=[[delta(reasoning_content="So"), b"data: {"]]) as server:
        turn = stage.ask(server.url)
    assert stage.session.flush(5.0)
    kept = stage.store.message(turn.reply_id)
    stage.close()

    assert turn.has_failed()
    assert [type(step).__name__ for step in kept.steps] == ["ModelStep", "ToolStep", "ModelStep"]
    assert kept.thinking == "I look.\n\nSo"
