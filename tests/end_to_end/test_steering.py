"""Steering a thought, with the real engine on models that write what they are told to."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.inference.errors import UnknownThinkingLevel
from app.inference.protocol import (
    Event,
    FinishReason,
    GenerationRequest,
    LoopNoticed,
    NudgeRefused,
    PromptProgress,
    RunDelta,
    ThinkingEnd,
)
from app.messages import Message
from tests.fakes.tiny_models import (
    BRACKET_THINK,
    CONTROL_THINK,
    PLAIN_THINK,
    USER_DEFINED_THINK,
    VocabularyPlan,
    templates,
    tiny_model,
)
from tests.fakes.tiny_models.running_engine import GREEDY, RunningEngine
from tests.fakes.tiny_models.scripted_model import scripted_model

WORDS = [f" w{index}" for index in range(40)]
QUESTION = (Message.user("Why?"),)


def thinker(folder: Path, *, context: int = 512) -> Path:
    """Forty words of thought, then an answer, also when the thought is closed early."""
    reply = ["<think>", *WORDS, "</think>", "\n\n", "Yes", "<|im_end|>"]
    return scripted_model(folder, reply, context=context)


def endless(folder: Path, *, context: int = 512) -> Path:
    """A thought that goes round in circles for ever, but answers when it is closed."""
    return scripted_model(
        folder, ["<think>", *WORDS], after={WORDS[-1]: WORDS[0], "\n\n": "Yes", "Yes": "<|im_end|>"}, context=context
    )


def request(*, max_tokens: int | None = None, **options: object) -> GenerationRequest:
    return GenerationRequest(QUESTION, replace(replace(GREEDY, max_tokens=max_tokens)), **options)  # type: ignore[arg-type]


def test_a_thought_runs_to_its_own_end_without_a_budget(tmp_path: Path) -> None:
    with RunningEngine(thinker(tmp_path)) as engine:
        reply = engine.answer_to(request())

    assert (reply.thinking.split(), reply.answer) == ([w.strip() for w in WORDS], "Yes")
    assert reply.stats.thinking_ended is ThinkingEnd.MODEL
    assert reply.stats.forced_tokens == 0


def test_a_budget_ends_the_thought_and_the_answer_follows(tmp_path: Path) -> None:
    with RunningEngine(thinker(tmp_path)) as engine:
        reply = engine.answer_to(request(think_budget=10))

    assert reply.answer == "Yes"
    assert reply.stats.thinking_ended is ThinkingEnd.BUDGET
    assert reply.stats.thinking_tokens == 10
    assert reply.stats.forced_tokens > 0
    assert reply.stats.reason is FinishReason.STOP


def test_a_budget_of_nothing_answers_at_once(tmp_path: Path) -> None:
    with RunningEngine(thinker(tmp_path)) as engine:
        reply = engine.answer_to(request(think_budget=0))

    assert (reply.thinking, reply.answer, reply.stats.thinking_tokens) == ("", "Yes", 0)


def test_a_budget_of_nothing_closes_a_thought_that_the_prompt_has_opened(tmp_path: Path) -> None:
    model = scripted_model(
        tmp_path,
        [*WORDS, "</think>", "\n\n", "Yes", "<|im_end|>"],
        chat_template=templates.OPENED,
    )
    with RunningEngine(model) as engine:
        reply = engine.answer_to(request(think_budget=0))

    assert (reply.thinking, reply.answer, reply.stats.thinking_tokens) == ("", "Yes", 0)
    assert reply.stats.forced_tokens > 0


def test_answer_now_ends_the_thought_in_its_middle(tmp_path: Path) -> None:
    with RunningEngine(endless(tmp_path, context=4096)) as engine:

        def want_answer(event: Event) -> None:
            if isinstance(event, RunDelta) and event.thinking_tokens > 12:
                engine.interrupts.end_thinking(event.run)

        engine.on_event = want_answer
        reply = engine.answer_to(request())

    assert reply.answer == "Yes"
    assert reply.stats.thinking_ended is ThinkingEnd.ANSWER_NOW
    assert reply.thinking.startswith("w0 w1 w2")


def test_thinking_never_uses_up_the_room_for_an_answer(tmp_path: Path) -> None:
    with RunningEngine(endless(tmp_path, context=256)) as engine:
        reply = engine.answer_to(request())

    assert reply.answer == "Yes"
    assert reply.stats.thinking_ended is ThinkingEnd.BUDGET
    assert reply.stats.reason is FinishReason.STOP


def test_a_loop_is_told_once_and_ended_if_asked(tmp_path: Path) -> None:
    with RunningEngine(endless(tmp_path, context=2048)) as engine:
        told = engine.answer_to(request(max_tokens=600))
        notices = [e for e in engine.events if isinstance(e, LoopNoticed)]
        ended = engine.answer_to(request(ends_loops=True))

    assert told.stats.thinking_ended is ThinkingEnd.LENGTH
    assert len(notices) == 1
    assert (ended.answer, ended.stats.thinking_ended) == ("Yes", ThinkingEnd.LOOP)
    assert ended.stats.thinking_tokens < 300


def test_an_answer_that_repeats_one_clause_is_told_of_once_and_goes_on(tmp_path: Path) -> None:
    reply = ["<think>", " Hm", "</think>", "\n\n", *WORDS]
    with RunningEngine(scripted_model(tmp_path, reply, after={WORDS[-1]: WORDS[0]}, context=2048)) as engine:
        short = engine.answer_to(request(max_tokens=150))
        assert not [e for e in engine.events if isinstance(e, LoopNoticed)], "a list may repeat itself for a while"
        told = engine.answer_to(request(max_tokens=900))

    assert {short.stats.reason, told.stats.reason} == {FinishReason.LENGTH}
    assert told.stats.answer_tokens > 850
    assert len([e for e in engine.events if isinstance(e, LoopNoticed)]) == 1


def test_a_nudge_stands_in_the_thought_and_the_thought_goes_on(tmp_path: Path) -> None:
    with RunningEngine(endless(tmp_path)) as engine:
        nudged: list[int] = []

        def nudge(event: Event) -> None:
            if isinstance(event, RunDelta) and not nudged:
                nudged.append(event.run.turn)
                engine.interrupts.nudge(event.run, "Check </think> the units.")

        engine.on_event = nudge
        reply = engine.answer_to(request(max_tokens=60))

    assert "Check </think> the units." in reply.thinking
    assert reply.answer == ""
    assert reply.stats.forced_tokens > 5


@pytest.mark.parametrize("chat_template", [templates.DEFAULT, templates.PLAIN])
def test_a_marker_quoted_in_a_nudge_closes_nothing_where_markers_are_ordinary_text_too(
    tmp_path: Path, chat_template: str
) -> None:
    model = scripted_model(
        tmp_path,
        ["<think>", *WORDS, "<|im_end|>"],
        after={"\n\n": WORDS[0]},
        vocabulary=PLAIN_THINK,
        chat_template=chat_template,
    )
    with RunningEngine(model) as engine:

        def nudge(event: Event) -> None:
            if isinstance(event, PromptProgress) and event.read_tokens == event.prompt_tokens:
                engine.interrupts.nudge(event.run, "Check </think> the units")

        engine.on_event = nudge
        reply = engine.answer_to(request(max_tokens=20))

    assert "Check </think> the units\n\n w0 w1" in reply.thinking
    assert reply.answer == ""


def test_a_nudge_that_leaves_no_room_is_refused_and_the_thought_goes_on(tmp_path: Path) -> None:
    with RunningEngine(thinker(tmp_path)) as engine:

        def nudge(event: Event) -> None:
            if isinstance(event, RunDelta) and event.thinking_tokens == 1:
                engine.interrupts.nudge(event.run, "long " * 2000)

        engine.on_event = nudge
        reply = engine.answer_to(request())

    (refusal,) = [e for e in engine.events if isinstance(e, NudgeRefused)]
    assert refusal.error.kind == "nudge_too_long"
    assert reply.answer == "Yes"


def test_thinking_can_be_switched_off_where_the_template_can(tmp_path: Path) -> None:
    with RunningEngine(thinker(tmp_path)) as engine:
        off = engine.answer_to(request(thinking="off"))
        with pytest.raises(UnknownThinkingLevel) as refusal:
            engine.answer_to(request(thinking="high"))

    assert (off.thinking, off.answer) == ("", "Yes")
    assert "off" in refusal.value.advice_text()


@pytest.mark.parametrize("cut_after", [20, 60, 85])
def test_a_reply_goes_on_exactly_where_it_was_cut(starter: Path, cut_after: int) -> None:
    question = (Message.user("What is 347 + 588?"),)
    with RunningEngine(starter) as engine:
        whole = engine.answer_to(GenerationRequest(question, GREEDY))
        cut = engine.answer_to(GenerationRequest(question, replace(GREEDY, max_tokens=cut_after)))
        rest = engine.answer_to(GenerationRequest((*question, Message("assistant", (), raw=cut.raw)), GREEDY))

    assert cut.raw + rest.raw == whole.raw
    assert "935" in rest.answer
    assert (cut.thinking + rest.thinking).split() == whole.thinking.split()


@pytest.mark.parametrize("architecture", ["qwen3", "gemma3", "qwen35", "mamba"])
def test_the_next_turn_reads_only_the_new_question(tmp_path: Path, architecture: str) -> None:
    model = tiny_model(architecture, tmp_path, context=1024)
    with RunningEngine(model) as engine:
        first = engine.answer_to(request(max_tokens=200))
        answer = first.answer or first.raw
        engine.engine.rest(lambda: False)
        messages = (
            *QUESTION,
            Message.assistant(answer, first.thinking.strip()),
            Message.user("And then?"),
        )
        second = engine.answer_to(GenerationRequest(messages, replace(GREEDY, max_tokens=8)))
    with RunningEngine(model) as fresh:
        again = fresh.answer_to(GenerationRequest(messages, replace(GREEDY, max_tokens=8)))

    new_tokens = second.stats.prompt_tokens - second.stats.cached_tokens
    assert new_tokens < 40, second.stats
    assert second.raw == again.raw


def test_resting_gives_way_to_a_command_at_once(tmp_path: Path) -> None:
    with RunningEngine(thinker(tmp_path)) as engine:
        first = engine.answer_to(request())
        engine.engine.rest(lambda: True)
        messages = (*QUESTION, Message.assistant(first.answer), Message.user("And then?"))
        second = engine.answer_to(GenerationRequest(messages, GREEDY))

    assert second.answer == "Yes"


def test_a_thought_that_is_opened_again_has_no_budget_of_its_own(tmp_path: Path) -> None:
    model = scripted_model(
        tmp_path,
        ["[THINK]", *WORDS, "[/THINK]", " yes", " again"],
        after={" again": "[THINK]"},
        vocabulary=BRACKET_THINK,
        chat_template=templates.BRACKETS,
    )
    with RunningEngine(model) as engine:
        reply = engine.answer_to(request(think_budget=5, max_tokens=30))
        none = engine.answer_to(request(think_budget=0, max_tokens=30))

    assert reply.thinking.split() == [word.strip() for word in WORDS[:4]]
    assert (reply.stats.thinking_tokens, reply.stats.thinking_ended) == (5, ThinkingEnd.BUDGET)
    assert reply.stats.reason is FinishReason.LENGTH
    assert (none.thinking, none.stats.thinking_tokens) == ("", 0)
    assert none.answer.startswith("yes again")


@pytest.mark.parametrize("vocabulary", [USER_DEFINED_THINK, CONTROL_THINK])
def test_a_reply_that_ends_in_mid_thought_is_asked_for_its_answer(tmp_path: Path, vocabulary: VocabularyPlan) -> None:
    model = scripted_model(
        tmp_path,
        ["<think>", "Five", " it is", "<|im_end|>"],
        after={"\n\n": "Yes", "Yes": "<|im_end|>"},
        vocabulary=vocabulary,
    )
    with RunningEngine(model) as engine:
        reply = engine.answer_to(request())

    assert (reply.thinking, reply.answer) == ("Five it is", "Yes")
    assert (reply.stats.reason, reply.stats.thinking_ended) == (FinishReason.STOP, ThinkingEnd.MODEL)
    assert reply.stats.forced_tokens > 0


def test_a_turn_that_ends_as_text_in_mid_thought_is_asked_for_its_answer_too(tmp_path: Path) -> None:
    vocabulary = VocabularyPlan(control=("<|endoftext|>",), end="<|endoftext|>")
    model = scripted_model(
        tmp_path,
        ["<think>", "Five", "<|im", "_end|>", "user"],
        after={"\n\n": "Yes", "Yes": "<|endoftext|>"},
        vocabulary=vocabulary,
    )
    with RunningEngine(model) as engine:
        reply = engine.answer_to(request())

    assert (reply.thinking, reply.answer) == ("Five", "Yes")


def test_a_thought_that_only_its_end_shows_is_seen_at_once_the_next_time(tmp_path: Path) -> None:
    model = scripted_model(tmp_path, ["Let me", " add", "</think>", "\n\n", "Five", "<|im_end|>"])
    with RunningEngine(model) as engine:
        replies = [engine.answer_to(request()) for _ in range(2)]

    assert [(reply.thinking, reply.answer) for reply in replies] == [("Let me add", "Five")] * 2
    assert [reply.stats.thinking_tokens for reply in replies] == [3, 3]
