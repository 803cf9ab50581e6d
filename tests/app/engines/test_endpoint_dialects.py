"""Each dialect is known by what it answers, thoughts are told apart anywhere, and controls reach the server."""

from __future__ import annotations

import queue
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from app.engines.endpoint_adding import try_model
from app.engines.endpoint_call import EndpointAccess, EndpointCall, Patience
from app.engines.endpoint_engine import EndpointEngine
from app.engines.endpoint_finding import find_server, look_closer
from app.engines.endpoint_profile import Prefill, ThinkingSwitch, ThoughtsOut
from app.engines.engine import Steer
from app.engines.known_endpoints import Corrections
from app.engines.model_ref import Remote
from app.inference.protocol import (
    EndThinking,
    Event,
    GenerationRequest,
    LoadOptions,
    LoopNoticed,
    ModelInfo,
    ModelLoaded,
    NudgeThinking,
    RunDelta,
    RunFailed,
    RunFinished,
    RunStats,
    ThinkingEnd,
)
from app.messages import Image, Message, ReplyPart, RunId, Sampling, Text, Thinking, ToolCall, ToolResult
from tests.fakes.endpoint_dialects import DIALECTS, DialectCase
from tests.fakes.endpoint_server import DONE, EndpointServer, chunk, delta, event
from tests.fakes.pictures import png

QUESTION = Message.user("Why?")
LLAMA = DIALECTS[0]
each_dialect = pytest.mark.parametrize("case", DIALECTS, ids=lambda case: case.dialect)


class Asked:
    """What a run gave."""

    def __init__(
        self,
        engine: EndpointEngine,
        events: queue.SimpleQueue[Event],
        request: GenerationRequest,
        orders: list[Steer],
    ) -> None:
        self.parts: dict[int, list[ReplyPart]] = {sample: [] for sample in range(request.samples)}
        self.raw = ""
        self.stats: dict[int, RunStats] = {}
        self.failures: list[str] = []
        self.circles = 0
        engine.start(RunId(1), request)
        while len(self.stats) + len(self.failures) < request.samples:
            self.take(events.get(timeout=20.0))
            while orders and self.parts[0]:
                engine.steer(orders.pop(0))

    def take(self, event: Event) -> None:
        """Take in what is reported."""
        match event:
            case RunDelta() as told:
                self.parts[told.run.sample].extend(told.parts)
                self.raw += told.raw
            case RunFinished(run, stats):
                self.stats[run.sample] = stats
            case RunFailed(_, report):
                self.failures.append(report.kind)
            case LoopNoticed():
                self.circles += 1
            case _:
                pass

    def thinking(self, sample: int = 0) -> str:
        return "".join(part.text for part in self.parts[sample] if isinstance(part, Thinking))

    def answer(self, sample: int = 0) -> str:
        return "".join(part.text for part in self.parts[sample] if isinstance(part, Text))


class Stage:
    def __init__(self) -> None:
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.corrections = Corrections()
        self.engine = EndpointEngine(
            self._events.put,
            patience=Patience(connect_s=2.0, silence_s=2.0),
            adjusted=lambda _address, found: self.corrections.applied_to(found),
        )

    def load(self, server: EndpointServer, name: str = "m") -> ModelInfo:
        self.engine.load(1, Remote(server.url, name), LoadOptions())
        loaded = self._events.get(timeout=20.0)
        assert isinstance(loaded, ModelLoaded), loaded
        return loaded.info

    def ask(self, *messages: Message, orders: Sequence[Steer] = (), **wishes: Any) -> Asked:
        """Ask, and give the orders once the first word is there."""
        request = replace(GenerationRequest(messages or (QUESTION,)), **wishes)
        return Asked(self.engine, self._events, request, list(orders))


@pytest.fixture
def stage() -> Iterator[Stage]:
    made = Stage()
    yield made
    made.engine.close()


def served(case: DialectCase) -> EndpointServer:
    pages = {path.removeprefix("/api") if case.path == "/api/v1" else path: page for path, page in case.pages.items()}
    return EndpointServer(*case.stream, pages=pages)


@each_dialect
def test_a_server_is_known_by_what_it_answers(stage: Stage, case: DialectCase) -> None:
    with served(case) as server:
        info = stage.load(server)
        found = stage.engine.profile

    assert (found.server.dialect.value, found.server.version) == (case.dialect, case.version)
    assert (info.context, found.thinks, found.sees_images) == (case.context, case.thinks, case.sees_images)
    assert info.thinking_levels == case.levels
    assert info.thinks
    assert info.sees_images is (case.sees_images is not False)


@each_dialect
def test_thoughts_are_told_apart_wherever_they_stand(stage: Stage, case: DialectCase) -> None:
    with served(case) as server:
        stage.load(server)
        asked = stage.ask()

    assert (asked.thinking(), asked.answer(), asked.failures) == ("Hmm.", "Yes", [])
    assert asked.raw.split() == ["<think>", "Hmm.", "</think>", "Yes"]
    stats = asked.stats[0]
    assert stats.thinking_ended is ThinkingEnd.MODEL
    if case.thinking_tokens is not None:
        assert (stats.thinking_tokens, stats.answer_tokens, stats.uncounted) == (case.thinking_tokens, 2, ())
    else:
        assert {"thinking_tokens", "answer_tokens"} <= set(stats.uncounted)


@each_dialect
def test_a_level_of_thinking_reaches_the_server_in_its_own_words(stage: Stage, case: DialectCase) -> None:
    fields = ("chat_template_kwargs", "reasoning_effort", "reasoning", "thinking", "think")
    with served(case) as server:
        stage.load(server)
        for level, expected in case.asks.items():
            stage.ask(thinking=level)
            sent = server.asked[-1]
            assert {name: sent[name] for name in sent if name in fields} == {
                name: value for name, value in expected.items() if name in fields
            }
        assert stage.ask(thinking="utmost").failures == ["unknown_thinking_level"]


@each_dialect
def test_thoughts_are_sent_back_where_and_when_the_server_wants_them(stage: Stage, case: DialectCase) -> None:
    called = Message("assistant", (Thinking("Hmm."), ToolCall("c1", "add", "{}")))
    talk = (QUESTION, Message.assistant("Yes", "Hmm."), QUESTION, called, Message("tool", (ToolResult("c1", "5"),)))
    names = ("reasoning_content", "reasoning", "thinking", "reasoning_details")
    with served(case) as server:
        stage.load(server)
        stage.ask()
        stage.ask(*talk)
        sent = server.asked[-1]["messages"]

    in_history = [name for name in names if name in sent[1]]
    in_loop = [name for name in names if name in sent[3]]
    assert in_history == ([case.history_field] if case.history_field else [])
    assert in_loop == [case.loop_field]
    assert sent[3]["tool_calls"] == [{"id": "c1", "type": "function", "function": {"name": "add", "arguments": "{}"}}]
    assert sent[4] == {"role": "tool", "tool_call_id": "c1", "content": "5"}
    if case.loop_field == "reasoning_details":
        assert sent[3]["reasoning_details"] == [{"type": "reasoning.text", "text": "Hmm.", "signature": "s"}]


@pytest.mark.parametrize(
    ("listed_at", "base"),
    [("/v1/models", ""), ("/models", ""), ("/deep/er/v1/models", "/deep/er"), ("/paas/v4/models", "/paas/v4")],
)
def test_an_api_is_found_behind_another_path(stage: Stage, listed_at: str, base: str) -> None:
    with EndpointServer(chunk("a", reason="stop"), DONE, pages={listed_at: {"data": [{"id": "m"}]}}) as server:
        server.url += base
        stage.load(server)
        assert stage.ask().answer() == "a"
        assert server.looked[-1] == listed_at.replace("models", "chat/completions")


def test_a_server_that_says_nothing_of_itself_is_asked_all_the_same(stage: Stage) -> None:
    with EndpointServer(chunk("a", reason="stop"), DONE, pages={}) as server:
        info = stage.load(server)
        assert (info.context, stage.ask().answer()) == (0, "a")
        assert server.looked[-1] == "/v1/chat/completions"


@pytest.mark.parametrize(
    ("stream", "thinking", "answer"),
    [
        ((delta(reasoning_content="T", reasoning="T"), delta(content="a")), "T", "a"),
        ((delta(thinking="T"), delta(content="a")), "T", "a"),
        ((delta(reasoning_details=[{"type": "reasoning.summary", "summary": "T"}]), delta(content="a")), "T", "a"),
        (
            (delta(content=[{"type": "thinking", "thinking": [{"type": "text", "text": "T"}]}]), delta(content="a")),
            "T",
            "a",
        ),
        ((delta(reasoning_content="T"), delta(content="<think>T</think>a")), "T", "a"),
        ((delta(content="<think></think>a"),), "", "a"),
        ((delta(content="[THINK]T[/THINK]a"),), "T", "a"),
        ((delta(content="a <think> b"),), "", "a <think> b"),
        ((delta(reasoning_content=None, content="a"), delta(content=None)), "", "a"),
        ((delta(reasoning_content=["odd"], content="a"),), "", "a"),
    ],
)
def test_thoughts_in_any_field_and_in_none(stage: Stage, stream: tuple[bytes, ...], thinking: str, answer: str) -> None:
    with EndpointServer(*stream, chunk(reason="stop"), DONE) as server:
        stage.load(server)
        asked = stage.ask()

    assert (asked.thinking(), asked.answer()) == (thinking, answer)


def test_what_was_set_by_hand_holds(stage: Stage) -> None:
    stage.corrections = Corrections(
        thoughts=ThoughtsOut.OPENED, switch=ThinkingSwitch.THINK, budget="thinking.budget_tokens", context=512
    )
    with EndpointServer(chunk("Hm"), chunk("m.</th"), chunk("ink>Yes"), chunk(reason="stop"), DONE) as server:
        info = stage.load(server)
        asked = stage.ask(thinking="on", think_budget=7)

    assert (info.context, asked.thinking(), asked.answer()) == (512, "Hmm.", "Yes")
    assert server.asked[0]["think"] is True
    assert server.asked[0]["thinking"] == {"budget_tokens": 7}
    assert stage.engine.capabilities.bounds_thoughts


def test_what_a_server_does_not_know_of_sampling_is_not_sent(stage: Stage) -> None:
    sampling = Sampling(temperature=0.5, top_k=7, repeat_penalty=1.1, seed=3, max_tokens=9)
    sent = {}
    for case in DIALECTS[1], DIALECTS[-1]:
        with served(case) as server:
            stage.load(server)
            stage.ask(sampling=sampling)
            sent[case.dialect] = server.asked[-1]

    common = {"temperature": 0.5, "seed": 3, "max_tokens": 9}
    assert sent["vllm"].items() >= {**common, "top_k": 7, "repetition_penalty": 1.1}.items()
    assert sent["other"].items() >= common.items()
    assert not {"top_k", "repetition_penalty", "repeat_penalty"} & set(sent["other"])


def test_samples_are_one_request_where_the_server_takes_that_and_else_one_each(stage: Stage) -> None:
    stream = [chunk(text, index=at) for at, text in ((1, "b"), (0, "a"), (2, "c"), (1, "B"))]
    ends = [chunk(reason="stop", index=at) for at in range(3)]
    with EndpointServer(*stream, *ends, DONE, pages=DIALECTS[1].pages) as server:
        stage.load(server)
        asked = stage.ask(samples=3)
        assert [body.get("n") for body in server.asked] == [3]
    assert [asked.answer(sample) for sample in range(3)] == ["a", "bB", "c"]

    with EndpointServer(chunk("a", reason="stop"), DONE) as server:
        stage.load(server)
        asked = stage.ask(samples=6, sampling=Sampling(seed=10))
        assert sorted(body["seed"] for body in server.asked) == [10, 11, 12, 13, 14, 15]
        assert not any("n" in body for body in server.asked)
    assert [asked.answer(sample) for sample in range(6)] == ["a"] * 6


def test_samples_that_a_server_leaves_out_are_asked_for_alone(stage: Stage) -> None:
    with EndpointServer(chunk("a", reason="stop"), DONE, pages=DIALECTS[1].pages) as server:
        stage.load(server)
        asked = stage.ask(samples=3, sampling=Sampling(seed=10))

    assert [asked.answer(sample) for sample in range(3)] == ["a"] * 3
    assert [(body.get("n"), body["seed"]) for body in server.asked] == [(3, 10), (None, 11), (None, 12)]


def test_a_reply_goes_on_from_what_is_given_where_the_server_takes_that(stage: Stage) -> None:
    thought = Message("assistant", (Thinking("I say"),))
    echo = (delta(reasoning_content="I say no"), delta(content=".Yes"), chunk(reason="stop"), DONE)
    with EndpointServer(*echo, pages=DIALECTS[0].pages) as server:
        stage.load(server)
        assert stage.engine.capabilities.prefills
        asked = stage.ask(QUESTION, thought)
        assert server.asked[-1]["messages"][-1] == {"role": "assistant", "content": "", "reasoning_content": "I say"}
    assert (asked.thinking(), asked.answer()) == ("I say no", ".Yes")

    written = Message("assistant", (Text("It"),), raw="It")
    with EndpointServer(chunk(" is", reason="stop"), DONE, pages=DIALECTS[1].pages) as server:
        stage.load(server)
        asked = stage.ask(QUESTION, written)
        sent = server.asked[-1]
        assert (sent["continue_final_message"], sent["add_generation_prompt"]) == (True, False)
        assert sent["messages"][-1] == {"role": "assistant", "content": "It"}
    assert asked.answer() == " is"

    with served(DIALECTS[-1]) as server:
        stage.load(server)
        assert not stage.engine.capabilities.prefills
        assert stage.ask(QUESTION, thought).failures == ["cannot_go_on"]
        assert not server.asked


def test_a_running_thought_is_steered_where_the_server_goes_on_from_a_beginning(stage: Stage) -> None:
    begun = (delta(reasoning_content="Hm"), delta(reasoning_content="m"), None)
    answered = (delta(reasoning_content="Hmm"), delta(content="Yes", reason="stop"), DONE)
    with EndpointServer(*begun, then=[answered], pages=LLAMA.pages) as server:
        stage.load(server)
        assert stage.engine.capabilities.nudges
        asked = stage.ask(orders=[EndThinking(RunId(1))], sampling=Sampling(max_tokens=9))
        again = server.asked[1]
    assert asked.thinking().startswith("Hm")
    assert asked.answer() == "Yes"
    assert asked.raw == f"<think>\n{asked.thinking()}\n</think>\n\nYes"
    assert asked.stats[0].thinking_ended is ThinkingEnd.ANSWER_NOW
    assert again["messages"][-1].items() >= {"role": "assistant", "content": ""}.items()
    assert (again["continue_final_message"], again["add_generation_prompt"]) == ("content", False)
    assert again["max_tokens"] < 9

    vllm = DIALECTS[1]
    closed = (delta(content="Yes", reason="stop"), DONE)
    with EndpointServer(delta(reasoning="Hmm"), None, then=[closed], pages=vllm.pages) as server:
        stage.load(server)
        assert not stage.engine.capabilities.nudges
        asked = stage.ask(orders=[NudgeThinking(RunId(1), "no"), EndThinking(RunId(1))])
        assert server.asked[1]["messages"][-1] == {"role": "assistant", "content": "<think>\nHmm\n</think>\n\n"}
        assert server.asked[1]["continue_final_message"] is True
    assert (asked.thinking(), asked.answer()) == ("Hmm", "Yes")
    assert asked.stats[0].thinking_ended is ThinkingEnd.ANSWER_NOW

    hinted = (delta(reasoning_content="Hmm\n\nLook again. So."), delta(content="No", reason="stop"), DONE)
    with EndpointServer(delta(reasoning_content="Hmm"), None, then=[hinted], pages=LLAMA.pages) as server:
        stage.load(server)
        asked = stage.ask(orders=[NudgeThinking(RunId(1), "Look again.")])
        assert server.asked[1]["continue_final_message"] == "reasoning_content"
        assert server.asked[1]["messages"][-1]["reasoning_content"] == "Hmm\n\nLook again.\n\n"
    assert (asked.thinking(), asked.answer()) == ("Hmm\n\nLook again.\n\n So.", "No")
    assert asked.stats[0].thinking_ended is ThinkingEnd.MODEL


def test_a_thought_is_bounded_in_seconds_where_it_can_be_steered(stage: Stage) -> None:
    slow = (delta(reasoning_content="a"), 0.3, delta(reasoning_content="b"), None)
    with EndpointServer(*slow, then=[(delta(content="Yes", reason="stop"), DONE)], pages=LLAMA.pages) as server:
        stage.load(server)
        asked = stage.ask(think_budget_s=0.2)

    assert (asked.thinking(), asked.answer()) == ("ab", "Yes")
    assert asked.stats[0].thinking_ended is ThinkingEnd.BUDGET


def test_what_goes_round_in_circles_is_told_once_or_ended(stage: Stage) -> None:
    thought = [delta(reasoning_content=f"{word} ") for word in ["Hm", "no", "wait"] * 60]
    answer = [delta(content=f"{word} ") for word in ["It", "is", "so"] * 120]
    yes = (delta(content="Yes", reason="stop"), DONE)
    with EndpointServer(*thought, *answer, delta(reason="stop"), DONE, pages=LLAMA.pages) as server:
        stage.load(server)
        told = stage.ask()
    with EndpointServer(*thought, None, then=[yes], pages=LLAMA.pages) as server:
        stage.load(server)
        ended = stage.ask(ends_loops=True)
    with EndpointServer(*thought, *yes, pages=DIALECTS[-1].pages) as server:
        stage.load(server)
        assert not stage.engine.capabilities.ends_thoughts
        kept = stage.ask(ends_loops=True)

    assert (told.circles, told.stats[0].thinking_ended) == (2, ThinkingEnd.MODEL)
    assert (ended.circles, ended.stats[0].thinking_ended, ended.answer()) == (0, ThinkingEnd.LOOP, "Yes")
    assert (kept.circles, kept.answer()) == (1, "Yes")


def test_pictures_are_sent_as_they_are(stage: Stage) -> None:
    picture = Image("a.png", png(2, 2, (1, 2, 3)))
    with served(DIALECTS[-1]) as server:
        stage.load(server)
        stage.ask(Message.user("What?", images=(picture,)))

    first, second = server.asked[0]["messages"][0]["content"]
    assert first["image_url"]["url"].startswith("data:image/png;base64,iVBOR")
    assert second == {"type": "text", "text": "What?"}


def test_a_test_turn_finds_what_a_server_does_not_say() -> None:
    thinks = (chunk("Hmm.\n</think>\n\n43"), chunk(reason="stop"), DONE)
    with EndpointServer(*thinks) as server, EndpointCall(server.url, EndpointAccess(), Patience(2.0, 2.0)) as call:
        model = look_closer(call, find_server(call), "m")
        shown = try_model(call, model)
        assert len(server.asked) == 5
    assert shown == Corrections(thinks=True, thoughts=ThoughtsOut.OPENED, switch=ThinkingSwitch.NONE)

    answers = (chunk("43", reason="stop"), DONE)
    with EndpointServer(*answers) as server, EndpointCall(server.url, EndpointAccess(), Patience(2.0, 2.0)) as call:
        shown = try_model(call, model)
        assert len(server.asked) == 1
    assert shown == Corrections(thinks=False, thoughts=ThoughtsOut.NONE)
    assert shown.applied_to(model).thinking_levels == ("off",)
    assert shown.applied_to(model).server.prefill is Prefill.NONE


def test_counts_are_the_servers_own_and_odd_ones_are_none(stage: Stage) -> None:
    for usage, uncounted in (
        ({"prompt_tokens": 3, "completion_tokens": 4, "prompt_tokens_details": None}, {"cached_tokens"}),
        (
            {"prompt_tokens": -3, "completion_tokens": "4"},
            {"prompt_tokens", "cached_tokens", "thinking_tokens", "answer_tokens"},
        ),
    ):
        with EndpointServer(chunk("a", reason="stop"), event({"choices": [], "usage": usage}), DONE) as server:
            stage.load(server)
            stats = stage.ask().stats[0]
        assert set(stats.uncounted) == uncounted
        if len(uncounted) == 1:
            assert (stats.prompt_tokens, stats.thinking_tokens, stats.answer_tokens) == (3, 0, 4)
