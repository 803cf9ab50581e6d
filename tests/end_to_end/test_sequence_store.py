"""Caches of conversations on disk: going on without reading again, and refusing what does not fit."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.inference.kept_sequences import forget_sequences
from app.inference.protocol import GenerationRequest, LoadModel, LoadOptions
from app.messages import Message, Text
from tests.fakes.tiny_models import tiny_model
from tests.fakes.tiny_models.running_engine import GREEDY, Reply, RunningEngine

LONG = "Tell me about the sea and the land and the sky and all that lives there, please. " * 6


def started(model: Path, folder: Path, *, cache_limit_bytes: int = 4_000_000_000) -> RunningEngine:
    engine = RunningEngine()
    options = LoadOptions(2048, threads=1, cache_folder=str(folder), cache_limit_bytes=cache_limit_bytes)
    engine.engine.load(LoadModel(1, str(model), options))
    return engine


def ask(engine: RunningEngine, *texts: str, conversation: str = "a") -> Reply:
    messages = tuple(Message("assistant" if i % 2 else "user", (Text(text),)) for i, text in enumerate(texts))
    return engine.answer_to(GenerationRequest(messages, replace(GREEDY, max_tokens=24), conversation=conversation))


def converse(model: Path, folder: Path) -> str:
    """Hold one turn, let the engine settle, close it; returns the answer."""
    with started(model, folder) as engine:
        reply = ask(engine, LONG)
        engine.engine.rest(lambda: False)
    return reply.answer


@pytest.fixture(params=["qwen3", "gemma3", "qwen35", "mamba"])
def model(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tiny_model(request.param, tmp_path / "models", context=2048)


def test_a_reopened_conversation_reads_only_the_new_question(model: Path, tmp_path: Path) -> None:
    answer = converse(model, tmp_path / "cache")

    with started(model, tmp_path / "cache") as engine:
        second = ask(engine, LONG, answer, "And then?")
    with started(model, tmp_path / "empty") as fresh:
        again = ask(fresh, LONG, answer, "And then?")

    assert second.stats.prompt_tokens - second.stats.cached_tokens < 40
    assert again.stats.cached_tokens == 0
    assert second.raw == again.raw


def test_a_reopened_conversation_that_goes_back_says_what_it_says_without_a_cache(model: Path, tmp_path: Path) -> None:
    with started(model, tmp_path / "cache") as engine:
        answer = ask(engine, LONG).answer
        ask(engine, LONG, answer, f"And then? {LONG}")

    with started(model, tmp_path / "cache") as engine:
        back = ask(engine, LONG, answer, "Or else?")
    with started(model, tmp_path / "empty") as fresh:
        again = ask(fresh, LONG, answer, "Or else?")

    assert back.raw == again.raw


def test_a_cache_with_a_changed_byte_is_not_believed(model: Path, tmp_path: Path) -> None:
    answer = converse(model, tmp_path / "cache")
    (state,) = (tmp_path / "cache").glob("*.state")
    content = bytearray(state.read_bytes())
    content[len(content) * 3 // 4] ^= 0x40
    state.write_bytes(content)

    with started(model, tmp_path / "cache") as engine:
        second = ask(engine, LONG, answer, "And then?")
    with started(model, tmp_path / "empty") as fresh:
        again = ask(fresh, LONG, answer, "And then?")

    assert second.stats.cached_tokens == 0
    assert second.raw == again.raw


def test_going_back_and_forth_between_conversations_reads_nothing_twice(model: Path, tmp_path: Path) -> None:
    with started(model, tmp_path / "cache") as engine:
        first = ask(engine, LONG, conversation="a")
        engine.engine.rest(lambda: False)
        ask(engine, "Something else. " + LONG, conversation="b")
        back = ask(engine, LONG, first.answer, "And then?", conversation="a")

    assert back.stats.prompt_tokens - back.stats.cached_tokens < 40


@pytest.mark.parametrize("damage", ["cut", "note cut", "note nonsense", "other model", "bytes"])
def test_a_cache_that_does_not_fit_is_read_over(tmp_path: Path, damage: str) -> None:
    model = tiny_model("qwen3", tmp_path / "models", context=2048)
    cache = tmp_path / "cache"
    answer = converse(model, cache)
    (state,) = cache.glob("*.state")
    (note,) = cache.glob("*.json")
    if damage == "cut":
        os.truncate(state, state.stat().st_size // 2)
    elif damage == "note cut":
        os.truncate(note, 20)
    elif damage == "note nonsense":
        note.write_text('{"identity": 3}', encoding="utf-8")
    elif damage == "other model":
        os.utime(model, (1, 1))
    else:
        state.write_bytes(b"\0" * state.stat().st_size)

    with started(model, cache) as engine:
        second = ask(engine, LONG, answer, "And then?")
    with started(model, tmp_path / "empty") as fresh:
        again = ask(fresh, LONG, answer, "And then?")

    assert second.stats.cached_tokens == 0
    assert second.raw == again.raw


def test_the_caches_stay_within_their_limit_the_oldest_go_first(tmp_path: Path) -> None:
    model = tiny_model("qwen3", tmp_path / "models", context=2048)
    cache = tmp_path / "cache"
    converse(model, cache)
    size = sum(path.stat().st_size for path in cache.glob("*.state"))

    with started(model, cache, cache_limit_bytes=int(3.5 * size)) as engine:
        for conversation in "bcdefg":
            ask(engine, f"{conversation} {LONG}", conversation=conversation)

    assert sum(path.stat().st_size for path in cache.glob("*.state")) <= 3.5 * size
    assert len(list(cache.glob("*.state"))) == len(list(cache.glob("*.json"))) > 0


def test_an_unwritable_cache_costs_nothing_but_time(tmp_path: Path) -> None:
    model = tiny_model("qwen3", tmp_path / "models", context=2048)
    blocked = tmp_path / "a file"
    blocked.write_text("in the way", encoding="utf-8")

    assert converse(model, blocked / "cache")


def test_a_forgotten_conversation_is_read_anew_and_no_other_is(model: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    with started(model, cache) as engine:
        first = ask(engine, LONG, conversation="a")
        other = ask(engine, "Something else. " + LONG, conversation="b")
        engine.engine.rest(lambda: False)

        engine.engine.forget(["a"])
        forget_sequences(cache, ["a"])

        assert len(list(cache.glob("*.state"))) == 1
        goes_on = ask(engine, "Something else. " + LONG, other.answer, "And then?", conversation="b")
        again = ask(engine, LONG, first.answer, "And then?", conversation="a")

    assert goes_on.stats.prompt_tokens - goes_on.stats.cached_tokens < 40
    assert again.stats.cached_tokens < 40


def test_the_conversation_at_hand_is_not_saved_once_it_is_forgotten(model: Path, tmp_path: Path) -> None:
    with started(model, tmp_path / "cache") as engine:
        first = ask(engine, LONG, conversation="a")
        engine.engine.forget(["a"])
        again = ask(engine, LONG, first.answer, "And then?", conversation="")

    assert again.stats.cached_tokens == 0
    assert not list((tmp_path / "cache").glob("*"))
