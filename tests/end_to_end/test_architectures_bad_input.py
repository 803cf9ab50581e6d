"""Models and requests that are not as they should be: a clear sentence, nothing lost, the engine goes on."""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.inference.client import EngineClient
from app.inference.errors import PromptTooLong, TemplateFailed
from app.inference.protocol import (
    Event,
    FinishReason,
    GenerationRequest,
    LoadFailed,
    LoadModel,
    LoadOptions,
    ModelLoaded,
    RunFailed,
    RunFinished,
    StartRun,
    ThinkingEnd,
)
from app.messages import Message, RunId
from tests.fakes.impatient_engine import ImpatientEngineFactory
from tests.fakes.tiny_models import PLAIN_THINK, WITHOUT_MARKERS, scripted_model, templates, tiny_model
from tests.fakes.tiny_models.running_engine import GREEDY, RunningEngine

WORDS = [f" w{index}" for index in range(12)]


def test_a_vocabulary_without_any_special_token_answers_all_the_same(tmp_path: Path) -> None:
    path = scripted_model(tmp_path, WORDS, vocabulary=WITHOUT_MARKERS)

    with RunningEngine(path) as engine:
        reply = engine.answer("Hello", max_tokens=6)
        again = engine.answer("Hello", reply.raw, "Again", max_tokens=6)

    assert reply.raw == "".join(WORDS[:6])
    assert reply.stats.reason is FinishReason.LENGTH
    assert again.raw == reply.raw


def test_a_file_that_names_no_end_token_does_not_end_at_the_one_that_llama_cpp_takes(tmp_path: Path) -> None:
    taken = b"\x0b"  # token 11, an ordinary character
    assert WITHOUT_MARKERS.token(taken) == 11
    path = scripted_model(tmp_path, ["Yes", taken, " sir", *WORDS], vocabulary=WITHOUT_MARKERS)

    with RunningEngine(path) as engine:
        reply = engine.answer("Hello", max_tokens=6)

    assert reply.raw == "Yes\x0b sir" + "".join(WORDS[:3])
    assert reply.stats.reason is FinishReason.LENGTH


def test_a_file_that_names_an_ordinary_token_as_its_end_ends_there(tmp_path: Path) -> None:
    path = scripted_model(
        tmp_path, ["Yes", " stop", *WORDS], vocabulary=replace(WITHOUT_MARKERS.with_words(" stop"), end=" stop")
    )
    with RunningEngine(path) as engine:
        reply = engine.answer("Hello", max_tokens=6)

    assert (reply.raw, reply.stats.reason) == ("Yes", FinishReason.STOP)


def test_a_vocabulary_without_the_templates_end_token_ends_with_its_own(tmp_path: Path) -> None:
    path = scripted_model(
        tmp_path,
        ["Yes", " sir", "<|endoftext|>"],
        vocabulary=type(PLAIN_THINK)(control=("<|endoftext|>",), user_defined=(), end="<|endoftext|>"),
    )
    with RunningEngine(path) as engine:
        reply = engine.answer("Hello")

    assert (reply.answer, reply.stats.reason) == ("Yes sir", FinishReason.STOP)


def test_a_model_without_a_chat_template_is_asked_in_chatml(tmp_path: Path) -> None:
    with RunningEngine(scripted_model(tmp_path, ["Yes", " sir", "<|im_end|>"], chat_template="")) as engine:
        reply = engine.answer("Hello")

    assert (reply.answer, reply.stats.reason) == ("Yes sir", FinishReason.STOP)


def test_a_reply_that_never_ends_is_ended_by_max_tokens(tmp_path: Path) -> None:
    with RunningEngine(scripted_model(tmp_path, WORDS)) as engine:
        reply = engine.answer("Go on.", max_tokens=50)

    assert (reply.stats.reason, reply.stats.answer_tokens) == (FinishReason.LENGTH, 50)


@pytest.mark.parametrize("architecture", ["llama", "gemma3", "qwen35", "mamba"])
def test_a_reply_that_never_ends_is_ended_by_the_context(architecture: str, tmp_path: Path) -> None:
    with RunningEngine(tiny_model(architecture, tmp_path, context=96)) as engine:
        reply = engine.answer("Go on.", max_tokens=None)
        next_reply = engine.answer("Something else?", max_tokens=5)

    assert reply.stats.reason is FinishReason.LENGTH
    assert 96 <= reply.stats.prompt_tokens + reply.stats.answer_tokens <= 97
    assert next_reply.stats.answer_tokens == 5


def test_a_thought_that_never_ends_leaves_room_for_an_answer(tmp_path: Path) -> None:
    path = scripted_model(
        tmp_path, ["<think>", *WORDS], after={WORDS[-1]: WORDS[0], "\n\n": "Yes", "Yes": "<|im_end|>"}, context=600
    )
    with RunningEngine(path) as engine:
        reply = engine.answer("Why?", max_tokens=None)

    assert (reply.answer, reply.stats.reason) == ("Yes", FinishReason.STOP)
    assert reply.stats.thinking_ended is not ThinkingEnd.MODEL
    assert reply.stats.thinking_tokens > 100


@pytest.mark.parametrize("trained_for", [10, 512], ids=["model", "setting"])
def test_a_context_of_ten_tokens_is_a_clear_error_and_the_engine_goes_on(tmp_path: Path, trained_for: int) -> None:
    path = scripted_model(tmp_path, ["Yes", "<|im_end|>"], context=trained_for)

    with RunningEngine() as engine:
        info = engine.load(path, context=10)
        with pytest.raises(PromptTooLong) as failure:
            engine.answer("How are you today?")
        engine.load(scripted_model(tmp_path, ["Yes", "<|im_end|>"], name="larger"))
        reply = engine.answer("How are you today?")

    assert info.context == 10
    assert "10" in failure.value.message_text()
    assert failure.value.advice
    assert reply.answer == "Yes"


def test_a_prompt_that_fills_the_context_to_the_last_token_but_one_is_answered(tmp_path: Path) -> None:
    path = scripted_model(tmp_path, WORDS, context=64, chat_template="{{ messages[0].content }}")

    with RunningEngine(path) as engine:
        reply = engine.answer("?" * 63, max_tokens=None)
        with pytest.raises(PromptTooLong):
            engine.answer("?" * 64)

    assert reply.stats.prompt_tokens == 63
    assert reply.stats.reason is FinishReason.LENGTH
    assert 1 <= reply.stats.answer_tokens <= 2


@pytest.mark.parametrize("request_text", ["", " ", "\0", "\ud800", "\ufdd0", "a\u0000b", "\U0010ffff"])
def test_strange_questions_are_answered(tmp_path: Path, request_text: str) -> None:
    with RunningEngine(scripted_model(tmp_path, ["Yes", "<|im_end|>"])) as engine:
        assert engine.answer(request_text).answer == "Yes"


def test_a_prompt_of_no_tokens_at_all_is_a_clear_error(tmp_path: Path) -> None:
    path = scripted_model(tmp_path, ["Yes", "<|im_end|>"], chat_template="{{ messages[0].content }}")

    with RunningEngine(path) as engine:
        with pytest.raises(TemplateFailed, match="nothing of this conversation"):
            engine.answer("")
        assert engine.answer("Hello").answer == "Yes"


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([b"\xff", "a"], "\ufffda"),
        (["a", b"\xe4\xbd"], "a\ufffd"),
        (["a", b"\xe4", b"\xbd\xa0", "b"], "a你b"),
        (["a", b"\xf0\x9f", "b"], "a\ufffdb"),
        (["a", b"\xc0\xaf", "b"], "a\ufffd\ufffdb"),
        (["a", b"\xed\xa0\x80", "b"], "a\ufffd\ufffd\ufffdb"),
        ([b"\x00", "b"], "\x00b"),
    ],
    ids=["stray byte", "cut at the end", "whole over two tokens", "cut inside", "overlong", "surrogate", "zero"],
)
def test_bytes_that_are_no_text_become_replacement_characters(
    tmp_path: Path, pieces: list[str | bytes], expected: str
) -> None:
    with RunningEngine(scripted_model(tmp_path, [*pieces, "<|im_end|>"])) as engine:
        reply = engine.answer("Hello")

    assert reply.raw == expected
    assert reply.answer == expected
    assert reply.stats.answer_tokens == len(pieces)


def test_a_character_cut_by_the_end_of_the_thought_belongs_to_the_thought(tmp_path: Path) -> None:
    with RunningEngine(
        scripted_model(tmp_path, ["<think>", "Hm", b"\xe4\xbd", "</think>", "\n\n", "Yes", "<|im_end|>"])
    ) as engine:
        reply = engine.answer("Hello")

    assert (reply.thinking, reply.answer) == ("Hm\ufffd", "Yes")


@pytest.mark.parametrize(
    "template",
    ["{% if %}", "{% for m in messages %}", "{{ messages | nonsense }}"],
    ids=["syntax", "unclosed", "filter"],
)
def test_a_template_that_cannot_be_read_is_a_clear_error(tmp_path: Path, template: str) -> None:
    with RunningEngine() as engine:
        with pytest.raises(TemplateFailed):
            engine.load(scripted_model(tmp_path, ["Yes", "<|im_end|>"], chat_template=template))
        engine.load(scripted_model(tmp_path, ["Yes", "<|im_end|>"], name="sound"))
        assert engine.answer("Hello").answer == "Yes"


class Child:
    """The engine in a child of its own, as the app runs it."""

    def __init__(self) -> None:
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.client = EngineClient(self.events.put, factory=ImpatientEngineFactory())

    def load(self, path: Path) -> Event:
        self.client.send(LoadModel(1, str(path), LoadOptions(threads=1, gpu_layers=0)))
        return self._wait_for(ModelLoaded, LoadFailed)

    def ask(self, turn_id: int) -> Event:
        self.client.send(StartRun(RunId(turn_id), GenerationRequest((Message.user("Hello"),), GREEDY)))
        return self._wait_for(RunFinished, RunFailed)

    def _wait_for(self, *kinds: type[Event]) -> Event:
        deadline = time.monotonic() + 60.0
        while True:
            event = self.events.get(timeout=max(0.01, deadline - time.monotonic()))
            if isinstance(event, kinds):
                return event


@pytest.fixture
def child() -> Iterator[Child]:
    made = Child()
    yield made
    made.client.close()


def test_templates_that_fail_or_never_end_leave_the_child_alive(tmp_path: Path, child: Child) -> None:
    failed, too_long = "template_failed", "template_took_too_long"
    doubling = "{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}"
    broken = {
        "syntax": ("{% if %}", {failed}),
        "raises": ("{{ raise_exception('Conversation roles must alternate') }}", {failed}),
        "memory": ("{% set ns = namespace(x='aaaa') %}" + doubling, {failed, too_long}),
        "forbidden": ("{{ cycler.__init__.__globals__ }}", {failed}),
        "endless": ("{% for a in range(99999) %}" * 4 + "x" + "{% endfor %}" * 4, {too_long}),
    }
    pids = set()
    for number, (name, (template, kinds)) in enumerate(broken.items()):
        outcome = child.load(scripted_model(tmp_path, ["Yes", "<|im_end|>"], chat_template=template, name=name))
        if isinstance(outcome, ModelLoaded):
            outcome = child.ask(number)
        assert isinstance(outcome, LoadFailed | RunFailed), outcome
        assert outcome.error.advice
        assert outcome.error.kind in kinds
        pids.add(child.client.pid)

    child.load(scripted_model(tmp_path, ["Yes", "<|im_end|>"], chat_template=templates.DEFAULT, name="sound"))
    finished = child.ask(99)

    assert isinstance(finished, RunFinished)
    assert {*pids, child.client.pid} == {child.client.pid}
