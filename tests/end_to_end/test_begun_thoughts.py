"""Replies that go on from a given beginning: a thought that a person has edited, or a reply that was cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.inference.protocol import FinishReason, GenerationRequest, ModelLoaded, ThinkingEnd
from app.messages import Message, Text, Thinking
from tests.fakes.tiny_models import BRACKET_THINK, HARMONY, PLAIN_THINK, templates, tiny_model
from tests.fakes.tiny_models.running_engine import GREEDY, Reply, RunningEngine
from tests.fakes.tiny_models.scripted_model import scripted_model
from tests.fakes.tiny_models.vocabulary_plan import USER_DEFINED_THINK, VocabularyPlan

NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
WORDS = [f" {word}" for word in (*NUMBERS.split(), "seventeen", "eighteen", "nineteen")]
"""Words of letters only: the tokenizer reads each back as the token that it was written with."""
QUESTION = (Message.user("Why?"),)
TAGS = [*WORDS, "</think>", "\n\n", "Yes", "<|im_end|>"]
CHANNELS = [*WORDS, "<|end|>", "<|start|>", "assistant", "<|channel|>", "final", "<|message|>", "Yes", "<|return|>"]
BRACKETS = [*WORDS, "[/THINK]", "Yes", "</s>"]
FAMILIES = {
    "opened by the model": (TAGS, USER_DEFINED_THINK, templates.DEFAULT, "<think>\n"),
    "opened by the prompt": (TAGS, USER_DEFINED_THINK, templates.OPENED, ""),
    "control tokens": (BRACKETS, BRACKET_THINK, templates.BRACKETS, "[THINK]"),
    "channels": (CHANNELS, HARMONY, templates.HARMONY, "<|channel|>analysis<|message|>"),
}
OPENED_WITH_A_SWITCH = (
    templates.PLAIN + "{% if add_generation_prompt %}{% if enable_thinking %}<think>\n{% else %}<think>\n\n</think>\n\n"
    "{% endif %}{% endif %}"
)


def request(*beginning: Message, max_tokens: int | None = None, **options: object) -> GenerationRequest:
    sampling = replace(replace(GREEDY, max_tokens=max_tokens))
    return GenerationRequest((*QUESTION, *beginning), sampling, **options)  # type: ignore[arg-type]


def thought(text: str, *, origin: str = "", is_closed: bool = False) -> Message:
    """Return a thought that a person has edited, as the beginning of a reply."""
    parts = (Thinking(text, origin), Text("")) if is_closed else (Thinking(text, origin),)
    return Message("assistant", parts)


def rest_of(cut: Reply) -> Message:
    """Return a reply that was cut, as the beginning of the whole one."""
    return Message.assistant(cut.answer, cut.thinking, raw=cut.raw)


def model_of(family: str, folder: Path) -> Path:
    reply, vocabulary, template, _ = FAMILIES[family]
    return scripted_model(folder, reply, vocabulary=vocabulary, chat_template=template)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_model_goes_on_from_an_edited_thought_and_answers(tmp_path: Path, family: str) -> None:
    with RunningEngine(model_of(family, tmp_path)) as engine:
        reply = engine.answer_to(request(thought("I see it differently: twelve")))

    assert reply.thinking.startswith("I see it differently: twelve thirteen fourteen")
    assert reply.thinking.endswith("nineteen")
    assert reply.answer == "Yes"
    assert reply.raw.startswith(FAMILIES[family][3] + "I see it")
    assert reply.stats.thinking_ended is ThinkingEnd.MODEL
    assert reply.stats.forced_tokens == 0


@pytest.mark.parametrize("family", FAMILIES)
def test_an_edited_thought_can_be_the_last_word_before_the_answer(tmp_path: Path, family: str) -> None:
    with RunningEngine(model_of(family, tmp_path)) as engine:
        reply = engine.answer_to(request(thought("It is so.", is_closed=True)))

    assert (reply.thinking, reply.answer) == ("It is so.", "Yes")
    assert reply.stats.thinking_tokens == 0


def test_an_edited_thought_in_tags_of_plain_text_can_be_the_last_word_too(tmp_path: Path) -> None:
    model = scripted_model(tmp_path, [*WORDS, "<|im_end|>"], vocabulary=PLAIN_THINK)
    with RunningEngine(model) as engine:
        reply = engine.answer_to(request(thought("It is so.", is_closed=True)))

    assert reply.raw.startswith("<think>\nIt is so.\n</think>\n\n")
    assert (reply.thinking, reply.answer.split()) == ("It is so.", [word.strip() for word in WORDS])


@pytest.mark.parametrize("family", FAMILIES)
def test_a_person_can_begin_the_answer_too(tmp_path: Path, family: str) -> None:
    edited = Message("assistant", (Thinking("It is so."), Text("They mean </think> by twelve")))
    with RunningEngine(model_of(family, tmp_path)) as engine:
        reply = engine.answer_to(request(edited))

    assert reply.thinking == "It is so."
    assert reply.answer.startswith("They mean </think> by twelve thirteen fourteen")
    assert reply.stats.thinking_tokens == 0


def test_an_answer_begun_by_a_person_closes_a_thought_that_the_prompt_has_opened(tmp_path: Path) -> None:
    with RunningEngine(model_of("opened by the prompt", tmp_path)) as engine:
        reply = engine.answer_to(request(Message.assistant("So: twelve")))

    assert reply.thinking == ""
    assert reply.answer.startswith("So: twelve thirteen fourteen")


def test_a_marker_typed_into_a_thought_closes_nothing(tmp_path: Path) -> None:
    with RunningEngine(model_of("opened by the model", tmp_path)) as engine:
        reply = engine.answer_to(request(thought("They mean </think> by twelve")))

    assert reply.thinking.startswith("They mean </think> by twelve thirteen")
    assert reply.answer == "Yes"


@pytest.mark.parametrize("chat_template", [templates.DEFAULT, templates.PLAIN])
def test_a_marker_typed_into_a_thought_closes_nothing_where_markers_are_ordinary_text_too(
    tmp_path: Path, chat_template: str
) -> None:
    script = [*WORDS, "</think>", "Yes", "<|im_end|>"]
    model = scripted_model(tmp_path, script, vocabulary=PLAIN_THINK, chat_template=chat_template)
    with RunningEngine(model) as engine:
        edited = thought("They mean </think> by twelve", origin="<think>\nThey")
        reply = engine.answer_to(request(edited))

    assert reply.thinking.startswith("They mean </think> by twelve thirteen")
    assert reply.answer == "Yes"


def test_a_reply_that_is_cut_in_mid_character_goes_on_with_the_whole_one(tmp_path: Path) -> None:
    model = scripted_model(tmp_path, ["Price", b"\xe2", b"\x82", b"\xac", "fin", "<|im_end|>"])
    with RunningEngine(model) as engine:
        cut = engine.answer_to(request(max_tokens=3))
        rest = engine.answer_to(request(rest_of(cut)))

    assert (cut.raw, cut.answer) == ("Price", "Price")
    assert rest.answer == "€fin"


def test_only_the_thought_counts_as_thinking_and_not_the_header_of_the_answer(tmp_path: Path) -> None:
    with RunningEngine(model_of("channels", tmp_path)) as engine:
        reply = engine.answer_to(request(thought("So: sixteen")))

    assert reply.answer == "Yes"
    assert reply.stats.thinking_tokens == len(["seventeen", "eighteen", "nineteen", "<|end|>"])
    assert reply.stats.answer_tokens == len(["<|start|>", "assistant", "<|channel|>", "final", "<|message|>", "Yes"])


def test_a_thought_is_gone_on_from_also_where_thinking_is_off(tmp_path: Path) -> None:
    with RunningEngine(model_of("opened by the model", tmp_path)) as engine:
        reply = engine.answer_to(request(thought("So: twelve"), thinking="off"))

    assert reply.thinking.startswith("So: twelve thirteen")
    assert reply.answer == "Yes"


def test_an_edited_thought_of_a_silent_template_takes_the_format_of_its_reply(tmp_path: Path) -> None:
    model = scripted_model(tmp_path, BRACKETS, vocabulary=BRACKET_THINK, chat_template=templates.PLAIN)
    with RunningEngine(model) as engine:
        reply = engine.answer_to(request(thought("So: twelve", origin="[THINK]So: one")))

    assert reply.raw.startswith("[THINK]So: twelve thirteen")
    assert reply.answer == "Yes"


@pytest.mark.parametrize("vocabulary", [USER_DEFINED_THINK, PLAIN_THINK])
def test_a_thought_that_the_template_says_nothing_of_can_be_ended_too(
    tmp_path: Path, vocabulary: VocabularyPlan
) -> None:
    script = ["<think>", *WORDS, "</think>", "\n\n", "Yes", "<|im_end|>"]
    if vocabulary is PLAIN_THINK:
        script = ["<think>", *WORDS, "\n\n", "Yes", "<|im_end|>"]
    model = scripted_model(tmp_path, script, vocabulary=vocabulary, chat_template=templates.PLAIN)
    with RunningEngine(model) as engine:
        reply = engine.answer_to(request(think_budget=5))

    assert (reply.stats.thinking_ended, reply.stats.thinking_tokens) == (ThinkingEnd.BUDGET, 5)
    assert reply.answer.endswith("Yes")
    assert reply.stats.reason is FinishReason.STOP


def test_a_thought_is_ended_after_as_many_seconds_as_it_may_take(tmp_path: Path) -> None:
    model = scripted_model(
        tmp_path,
        ["<think>", *WORDS],
        after={WORDS[-1]: WORDS[0], "\n\n": "Yes", "Yes": "<|im_end|>"},
        context=65536,
    )
    with RunningEngine(model) as engine:
        reply = engine.answer_to(request(think_budget_s=0.1))

    assert (reply.answer, reply.stats.thinking_ended) == ("Yes", ThinkingEnd.BUDGET)
    assert reply.stats.thinking_s is not None
    assert reply.stats.thinking_s >= 0.1


def cut_and_whole(engine: RunningEngine, *, max_tokens: int) -> tuple[Reply, Reply, Reply]:
    """Return the reply in one piece, its beginning, and what follows when the beginning is given."""
    whole = engine.answer_to(request(max_tokens=40))
    cut = engine.answer_to(request(max_tokens=max_tokens))
    assert cut.stats.reason is FinishReason.LENGTH
    rest = engine.answer_to(request(rest_of(cut), max_tokens=40 - max_tokens))
    return whole, cut, rest


CUT_REPLIES = {
    "opened by the model": (["<think>", *TAGS], USER_DEFINED_THINK, templates.DEFAULT),
    "opened by the prompt": (TAGS, USER_DEFINED_THINK, templates.OPENED),
    "plain text tags": (["<think>", *WORDS, "\n\n", "Yes", "<|im_end|>"], PLAIN_THINK, templates.DEFAULT),
    "control tokens": (["[THINK]", *BRACKETS], BRACKET_THINK, templates.BRACKETS),
    "a channel's thought": (["<|channel|>", "analysis", "<|message|>", *WORDS, "<|end|>"], HARMONY, templates.HARMONY),
    "a channel's answer": (["<|channel|>", "final", "<|message|>", *WORDS, "<|return|>"], HARMONY, templates.HARMONY),
}


@pytest.mark.parametrize("family", CUT_REPLIES)
@pytest.mark.parametrize("max_tokens", [5, 19])
def test_a_reply_of_any_format_goes_on_where_it_was_cut(tmp_path: Path, family: str, max_tokens: int) -> None:
    reply, vocabulary, template = CUT_REPLIES[family]
    with RunningEngine(scripted_model(tmp_path, reply, vocabulary=vocabulary, chat_template=template)) as engine:
        whole, cut, rest = cut_and_whole(engine, max_tokens=max_tokens)

    assert cut.raw + rest.raw == whole.raw
    assert (cut.thinking + rest.thinking).split() == whole.thinking.split()
    assert (cut.answer + rest.answer).split() == whole.answer.split()


@pytest.mark.parametrize("architecture", ["qwen3", "gemma3", "qwen35", "mamba"])
@pytest.mark.parametrize("max_tokens", [1, 13, 30])
def test_memory_of_every_kind_goes_on_where_it_was_cut(tmp_path: Path, architecture: str, max_tokens: int) -> None:
    with RunningEngine(tiny_model(architecture, tmp_path, context=1024)) as engine:
        whole, cut, rest = cut_and_whole(engine, max_tokens=max_tokens)

    assert cut.raw + rest.raw == whole.raw


def test_a_marker_that_a_cut_thought_quotes_closes_nothing_when_it_goes_on(tmp_path: Path) -> None:
    with RunningEngine(model_of("opened by the model", tmp_path)) as engine:
        rest = engine.answer_to(
            request(Message.assistant("", "It says </think> twelve", raw="<think>\nIt says </think> twelve"))
        )

    assert rest.thinking.split()[0] == "thirteen"
    assert rest.answer == "Yes"


def test_an_answer_given_without_thinking_goes_on_as_one_when_thinking_is_on_again(tmp_path: Path) -> None:
    model = scripted_model(
        tmp_path, ["Yes", *WORDS, "<|im_end|>"], chat_template=OPENED_WITH_A_SWITCH, vocabulary=USER_DEFINED_THINK
    )
    with RunningEngine(model) as engine:
        cut = engine.answer_to(request(thinking="off", max_tokens=4))
        rest = engine.answer_to(request(rest_of(cut), thinking="on"))

    assert cut.answer == "Yes zero one two"
    assert (rest.thinking, rest.answer.split()[0]) == ("", "three")


def test_a_cut_thought_goes_on_when_thinking_is_off_by_now(tmp_path: Path) -> None:
    model = scripted_model(tmp_path, TAGS, chat_template=OPENED_WITH_A_SWITCH)
    with RunningEngine(model) as engine:
        cut = engine.answer_to(request(thinking="on", max_tokens=4))
        rest = engine.answer_to(request(rest_of(cut), thinking="off"))

    assert cut.thinking.split()[-1] == "three"
    assert (rest.thinking.split()[0], rest.answer) == ("four", "Yes")


def test_the_turn_after_a_resumed_reply_reads_only_what_is_new(tmp_path: Path) -> None:
    model = tiny_model("qwen3", tmp_path, context=1024)
    with RunningEngine(model) as engine:
        cut = engine.answer_to(request(max_tokens=60))
        rest = engine.answer_to(request(rest_of(cut), max_tokens=60))
        engine.engine.rest(lambda: False)
        thinking, answer = (cut.thinking + rest.thinking).strip(), cut.answer + rest.answer
        messages = (*QUESTION, Message.assistant(answer, thinking), Message.user("And then?"))
        following = engine.answer_to(GenerationRequest(messages, replace(replace(GREEDY, max_tokens=4))))

    assert following.stats.prompt_tokens - following.stats.cached_tokens < 40


def test_old_thoughts_are_kept_or_dropped_as_asked(tmp_path: Path) -> None:
    template = (
        "{% for m in messages %}<|im_start|>{{ m.role }}\n"
        "{% if preserve_thinking and m.reasoning_content %}<think>{{ m.reasoning_content }}</think>{% endif %}"
        "{{ m.content }}<|im_end|>\n{% endfor %}<|im_start|>assistant\n"
    )
    talk = (
        *QUESTION,
        Message.assistant("Yes", "one two three four five six seven eight"),
        Message.user("And now?"),
    )
    read: dict[bool | None, int] = {}
    with RunningEngine(scripted_model(tmp_path, TAGS, chat_template=template)) as engine:
        (info,) = [event.info for event in engine.events if isinstance(event, ModelLoaded)]
        for keeps in (None, True, False):
            reply = engine.answer_to(GenerationRequest(talk, GREEDY, keeps_thoughts=keeps))
            read[keeps] = reply.stats.prompt_tokens

    assert info.wants.can_keep_thoughts
    assert read[True] > read[False] == read[None]


def test_on_is_the_default_effort_of_a_model_that_only_has_efforts(tmp_path: Path) -> None:
    template = "{{ 'Reasoning: ' + (reasoning_effort | default('medium')) }}" + templates.HARMONY
    model = scripted_model(tmp_path, CHANNELS, vocabulary=HARMONY, chat_template=template)
    with RunningEngine(model) as engine:
        lengths = {
            level: engine.answer_to(request(thinking=level)).stats.prompt_tokens
            for level in ("auto", "on", "medium", "low")
        }

    assert lengths["auto"] == lengths["on"] == lengths["medium"] != lengths["low"]
