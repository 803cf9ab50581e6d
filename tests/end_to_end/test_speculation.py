"""Drafted tokens change nothing but the time: the same replies, whatever is ordered in the middle of them."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from app.cli.main import main
from app.inference.draft_errors import DraftModelCannotGoBack, DraftModelDoesNotMatch, DraftModelMissing
from app.inference.engine import Interrupts
from app.inference.errors import ModelFileMissing
from app.inference.llama.drafting.speculation import Speculation
from app.inference.protocol import (
    Event,
    FinishReason,
    GenerationRequest,
    LoadOptions,
    LoopNoticed,
    RunDelta,
    SpeculationKind,
    ThinkingEnd,
)
from app.messages import Message, Sampling
from tests.fakes.tiny_models import (
    ARCHITECTURES,
    BRACKET_THINK,
    HYBRID,
    RECURRENT,
    USER_DEFINED_THINK,
    scripted_model,
    tiny_model,
)
from tests.fakes.tiny_models.greedy_choice import assert_same_choice
from tests.fakes.tiny_models.running_engine import GREEDY, Reply, RunningEngine

OFF = LoadOptions(speculation=SpeculationKind.OFF)
NGRAM = LoadOptions(speculation=SpeculationKind.NGRAM)
WORDS = [f" w{index}" for index in range(40)]
QUESTION = (Message.user("Why?"),)
REPETITIVE = "The odd one out of apple, pear, plum, spoon is the spoon. " * 6
WARM = Sampling(temperature=1.2, top_k=40, top_p=0.95, seed=11)


def endless(folder: Path, *, context: int = 512) -> Path:
    """A thought that goes round in circles for ever, but answers when it is closed."""
    return scripted_model(
        folder, ["<think>", *WORDS], after={WORDS[-1]: WORDS[0], "\n\n": "Yes", "Yes": "<|im_end|>"}, context=context
    )


def drafting(engine: RunningEngine) -> Speculation:
    """Let batches seem to cost what one token costs, so that every draft pays."""
    loaded = engine.engine._loaded
    assert loaded is not None
    assert loaded.speculation is not None
    loaded.speculation._clock = map(float, itertools.count()).__next__
    return loaded.speculation


def both(model: Path, request: GenerationRequest, *, device_sampling: bool | None = None) -> tuple[Reply, Reply]:
    """The reply without drafts and with them."""
    with RunningEngine(model, options=replace(OFF, device_sampling=device_sampling)) as engine:
        plain = engine.answer_to(request)
    with RunningEngine(model, options=replace(NGRAM, device_sampling=device_sampling)) as engine:
        drafting(engine)
        drafted = engine.answer_to(request)
    assert plain.stats.drafted_tokens == 0
    return plain, drafted


@pytest.mark.parametrize("device_sampling", [False, True], ids=["cpu", "device"])
@pytest.mark.parametrize(
    "sampling", [GREEDY, WARM, structs.replace(GREEDY, repeat_penalty=1.01)], ids=["greedy", "warm", "p"]
)
def test_a_loop_is_written_the_same_from_drafts(sampling: Sampling, device_sampling: bool, tmp_path: Path) -> None:
    request = GenerationRequest(QUESTION, structs.replace(sampling, max_tokens=150))
    plain, drafted = both(endless(tmp_path), request, device_sampling=device_sampling)

    assert drafted.raw == plain.raw
    assert drafted.stats.thinking_tokens == plain.stats.thinking_tokens == 150
    if sampling.repeat_penalty is None:
        assert drafted.stats.accepted_tokens > 60
        assert drafted.stats.drafted_tokens >= drafted.stats.accepted_tokens


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("device_sampling", [False, True], ids=["cpu", "device"])
def test_a_seed_gives_the_same_reply_with_drafts_that_are_often_wrong(
    seed: int, device_sampling: bool, tmp_path: Path
) -> None:
    model = scripted_model(
        tmp_path, ["s", " a", " b", " c"], after={" c": (" f", " g", " h"), " f": " a", " g": " a", " h": " a"}
    )
    request = GenerationRequest(QUESTION, Sampling(temperature=1.0, top_k=0, top_p=1.0, seed=seed, max_tokens=200))
    plain, drafted = both(model, request, device_sampling=device_sampling)

    assert drafted.raw == plain.raw
    assert 0 < drafted.stats.accepted_tokens < drafted.stats.drafted_tokens


def test_a_model_that_writes_faster_than_drafts_are_found_drafts_only_when_told_to(tmp_path: Path) -> None:
    model = tiny_model("qwen3", tmp_path, context=2048)
    with RunningEngine(model) as engine:
        plain = engine.answer(REPETITIVE, max_tokens=80)
        loaded = engine.engine._loaded

    assert loaded is not None
    assert loaded.speculation is None
    assert plain.stats.drafted_tokens == 0


@pytest.mark.parametrize("architecture", sorted(set(ARCHITECTURES) - HYBRID - RECURRENT))
def test_every_memory_that_can_forget_takes_drafts_back(architecture: str, tmp_path: Path) -> None:
    """More tokens than a sliding window holds; the next turn is asked of the same cache."""
    model = tiny_model(architecture, tmp_path, context=2048)
    replies: list[list[Reply]] = []
    for options in (OFF, NGRAM):
        with RunningEngine(model, options=options) as engine:
            if options is NGRAM:
                drafting(engine)
            first = engine.answer(REPETITIVE, max_tokens=80)
            second = engine.answer(REPETITIVE, first.answer, f"Again: {first.answer}", max_tokens=80)
            replies.append([first, second])
    (first, second), (drafted_first, drafted_second) = replies

    assert_same_choice(model, [REPETITIVE], drafted_first.raw, first.raw)
    if drafted_first.raw == first.raw:
        conversation = [REPETITIVE, first.answer, f"Again: {first.answer}"]
        assert_same_choice(model, conversation, drafted_second.raw, second.raw)
        assert drafted_second.stats.cached_tokens == second.stats.cached_tokens


@pytest.mark.parametrize("architecture", sorted(HYBRID | RECURRENT))
def test_memory_that_cannot_forget_takes_no_drafts(architecture: str, tmp_path: Path) -> None:
    with RunningEngine(tiny_model(architecture, tmp_path), options=NGRAM) as engine:
        reply = engine.answer("Why?")
        loaded = engine.engine._loaded
        assert loaded is not None
        assert loaded.speculation is None

    assert reply.stats.drafted_tokens == 0


def test_a_choice_that_rounding_could_change_is_made_from_a_single_decode(tmp_path: Path) -> None:
    model = tiny_model("qwen3", tmp_path, context=1024)
    with RunningEngine(model, options=OFF) as engine:
        plain = engine.answer(REPETITIVE, max_tokens=60)
    with RunningEngine(model, options=NGRAM) as engine:
        speculation = drafting(engine)
        speculation._rounding._differences = dict.fromkeys(range(1, 20), float("inf"))
        drafted = engine.answer(REPETITIVE, max_tokens=60)
        assert speculation._certainty <= 1.0

    assert_same_choice(model, [REPETITIVE], drafted.raw, plain.raw)


def draft(path: Path, kind: SpeculationKind = SpeculationKind.DRAFT) -> LoadOptions:
    return LoadOptions(speculation=kind, draft_model=str(path))


@pytest.mark.parametrize("kind", [SpeculationKind.DRAFT, SpeculationKind.AUTO])
@pytest.mark.parametrize("sampling", [GREEDY, WARM], ids=["greedy", "warm"])
@pytest.mark.parametrize("drafter", ["the same", "another"])
def test_a_draft_model_changes_nothing_but_the_time(
    kind: SpeculationKind, sampling: Sampling, drafter: str, tmp_path: Path
) -> None:
    model = tiny_model("qwen3", tmp_path, context=1024)
    small = model if drafter == "the same" else tiny_model("llama", tmp_path, context=1024, seed=9)
    replies: list[list[Reply]] = []
    for options in (OFF, draft(small, kind)):
        with RunningEngine(model, options=options) as engine:
            if options is not OFF:
                drafting(engine)
            first = engine.answer("Why?", max_tokens=60, sampling=sampling)
            second = engine.answer("Why?", "Because.", "And then?", max_tokens=60, sampling=sampling)
            replies.append([first, second])
    (first, second), (drafted_first, drafted_second) = replies

    assert drafted_first.stats.drafted_tokens > 0
    if drafter == "the same" and sampling is GREEDY:
        assert drafted_first.stats.accepted_tokens > 20
        assert drafted_second.stats.accepted_tokens > 20
    if sampling is GREEDY:
        assert_same_choice(model, ["Why?"], drafted_first.raw, first.raw)
        assert_same_choice(model, ["Why?", "Because.", "And then?"], drafted_second.raw, second.raw)
    else:
        assert drafted_first.stats.answer_tokens == 60


def test_a_draft_model_that_is_always_wrong_is_asked_less(tmp_path: Path) -> None:
    vocabulary = USER_DEFINED_THINK.with_words(*WORDS, "no", "Yes", "<|im_end|>")
    model = scripted_model(tmp_path, ["<think>", *WORDS], after={WORDS[-1]: WORDS[0]}, vocabulary=vocabulary)
    wrong = scripted_model(tmp_path, ["no"], after=dict.fromkeys(WORDS, "no"), vocabulary=vocabulary, name="wrong")
    with RunningEngine(model, options=draft(wrong)) as engine:
        drafting(engine)
        first = engine.answer("Why?", max_tokens=60).stats.drafted_tokens
        second = engine.answer("Why?", max_tokens=200).stats.drafted_tokens

    assert first > 0
    assert second < first + 40


def test_a_draft_model_with_another_vocabulary_is_refused(tmp_path: Path) -> None:
    model = tiny_model("qwen3", tmp_path)
    other = tiny_model("qwen3", tmp_path, vocabulary=BRACKET_THINK, name="other")
    with pytest.raises(DraftModelDoesNotMatch) as refusal, RunningEngine(model, options=draft(other)):
        pass

    assert refusal.value.details


def test_a_draft_model_that_cannot_go_back_is_refused(tmp_path: Path) -> None:
    model, hybrid = tiny_model("qwen3", tmp_path), tiny_model("qwen35", tmp_path)
    with pytest.raises(DraftModelCannotGoBack), RunningEngine(model, options=draft(hybrid)):
        pass


def test_drafts_of_a_model_need_a_model(tmp_path: Path) -> None:
    options = LoadOptions(speculation=SpeculationKind.DRAFT)
    with pytest.raises(DraftModelMissing), RunningEngine(tiny_model("qwen3", tmp_path), options=options):
        pass


def test_after_a_refusal_the_model_loads_without_it(tmp_path: Path) -> None:
    model = tiny_model("qwen3", tmp_path)
    with RunningEngine(options=draft(tiny_model("mamba", tmp_path))) as engine:
        with pytest.raises(DraftModelCannotGoBack):
            engine.load(model)
        engine._options = OFF
        engine.load(model)
        assert engine.answer("Why?").raw


@pytest.mark.parametrize("budget", [1, 47, 100])
def test_a_budget_counts_drafted_tokens(budget: int, tmp_path: Path) -> None:
    plain, drafted = both(endless(tmp_path), GenerationRequest(QUESTION, GREEDY, think_budget=budget))

    assert (drafted.raw, drafted.answer) == (plain.raw, "Yes")
    assert drafted.stats.thinking_tokens == budget
    assert drafted.stats.thinking_ended is ThinkingEnd.BUDGET


def test_the_loop_guard_sees_drafted_tokens(tmp_path: Path) -> None:
    plain, drafted = both(
        endless(tmp_path), GenerationRequest(QUESTION, structs.replace(GREEDY, max_tokens=400), ends_loops=True)
    )

    assert drafted.raw == plain.raw
    assert drafted.stats.thinking_ended is ThinkingEnd.LOOP


@pytest.mark.parametrize("order", ["answer now", "nudge", "stop"])
def test_orders_are_obeyed_in_the_middle_of_a_draft(order: str, tmp_path: Path) -> None:
    interrupts = Interrupts()
    model = endless(tmp_path)
    with RunningEngine(model, interrupts=interrupts, options=NGRAM) as engine:
        drafting(engine)
        given: list[int] = []

        def give(event: Event) -> None:
            if isinstance(event, LoopNoticed):
                given.append(event.run.turn)
                {
                    "answer now": lambda: interrupts.end_thinking(event.run),
                    "nudge": lambda: interrupts.nudge(event.run, "w30"),
                    "stop": lambda: interrupts.stop(event.run),
                }[order]()

        engine.on_event = give
        reply = engine.answer("Why?", max_tokens=400)
        engine.on_event = lambda _event: None
        loaded = engine.engine._loaded
        assert loaded is not None
        assert loaded.pool.held[0].sequence.output == -1 or not loaded.pool.held[0].sequence.holds_next(
            loaded.pool.held[0].sequence.tokens[-1]
        )
        again = engine.answer_to(GenerationRequest(QUESTION, structs.replace(GREEDY, max_tokens=60)))
    with RunningEngine(model, options=OFF) as engine:
        fresh = engine.answer_to(GenerationRequest(QUESTION, structs.replace(GREEDY, max_tokens=60)))

    assert given
    assert reply.stats.accepted_tokens > 0
    assert again.raw == fresh.raw
    if order == "answer now":
        assert (reply.answer, reply.stats.thinking_ended) == ("Yes", ThinkingEnd.ANSWER_NOW)
    elif order == "nudge":
        assert "w30\n\n" in reply.thinking
    else:
        assert reply.stats.reason is FinishReason.STOPPED


@pytest.mark.parametrize("tokens", [1, 2, 41, 42, 43, 90])
def test_no_more_is_written_than_was_allowed(tokens: int, tmp_path: Path) -> None:
    plain, drafted = both(endless(tmp_path), GenerationRequest(QUESTION, structs.replace(GREEDY, max_tokens=tokens)))

    assert drafted.raw == plain.raw
    assert drafted.stats.thinking_tokens == plain.stats.thinking_tokens
    assert drafted.stats.reason is FinishReason.LENGTH


def test_a_full_context_ends_the_reply_as_without_drafts(tmp_path: Path) -> None:
    model = scripted_model(tmp_path, ["a", " b", " c", " d", " e"], after={" e": "a"}, context=256)
    plain, drafted = both(model, GenerationRequest(QUESTION, GREEDY))

    assert drafted.raw == plain.raw
    assert drafted.stats.reason is plain.stats.reason is FinishReason.LENGTH
    assert drafted.stats.accepted_tokens > 100


def test_events_tell_of_a_reply_in_the_same_pieces(tmp_path: Path) -> None:
    """Nothing is reported before it is drawn: totals grow by what the pieces hold."""
    with RunningEngine(endless(tmp_path), options=NGRAM) as engine:
        drafting(engine)
        reply = engine.answer("Why?", max_tokens=120)
        deltas = [event for event in engine.events if isinstance(event, RunDelta)]

    counts = [delta.thinking_tokens for delta in deltas]
    assert counts == sorted(counts)
    assert counts[-1] == reply.stats.thinking_tokens == 120


def test_a_draft_model_set_for_all_is_left_out_where_it_does_not_match(tmp_path: Path) -> None:
    model, hybrid = tiny_model("qwen3", tmp_path), tiny_model("qwen35", tmp_path)
    with RunningEngine(options=draft(hybrid, SpeculationKind.AUTO)) as engine:
        info = engine.load(model)
        assert engine.answer("Why?").raw

    (note,) = info.notes
    assert hybrid.name in note.text()


def test_a_draft_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(ModelFileMissing),
        RunningEngine(tiny_model("qwen3", tmp_path), options=draft(tmp_path / "gone.gguf")),
    ):
        pass


def test_asking_from_the_command_line_says_the_same_with_a_draft_model(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    model = tiny_model("qwen3", tmp_path)
    asked = ["ask", "--json", "--model", str(model), "--temperature", "0", "--max-tokens", "20", "Why?"]
    events: list[list[dict[str, object]]] = []
    for extra in (["--speculation", "off"], ["--speculation", "draft", "--draft-model", str(model)]):
        assert main([*asked, *extra], check_window=lambda: None) == 0
        events.append([json.loads(line) for line in capfd.readouterr().out.splitlines()])
    plain, drafted = events
    said = ["".join(str(event.get("text", "")) for event in reply) for reply in events]

    assert plain[-1]["event"] == drafted[-1]["event"] == "finished"
    assert plain[-1].keys() == drafted[-1].keys()
    assert said[0]
    assert said[0] == said[1]
    assert main([*asked, "--speculation", "draft"], check_window=lambda: None) == 1
    assert "No draft model is chosen." in capfd.readouterr().out
