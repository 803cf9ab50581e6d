"""Tools, calls and results in the prompts of the real engine, whatever strangers write in them."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from app.inference.chat_template import ChatTemplate
from app.inference.protocol import CountTokens, FinishReason, GenerationRequest, ReadAhead, TemplateWants, ThoughtField
from app.messages import Message, Part, Text, Thinking, ToolCall, ToolResult, ToolSpec
from app.reasoning.tool_calls import CALL_FORMATS
from tests.fakes.tiny_models import scripted_model, templates, tiny_model
from tests.fakes.tiny_models.greedy_choice import assert_same_choice
from tests.fakes.tiny_models.running_engine import GREEDY, Reply, RunningEngine
from tests.fakes.tiny_models.vocabulary_plan import USER_DEFINED_THINK

KINDS = ["qwen3", "gemma3", "qwen35", "mamba"]
LISTED = (
    "{% set ns = namespace(asked=0) %}"
    "{% for m in messages %}{% if m.role == 'user' %}{% set ns.asked = loop.index0 %}{% endif %}{% endfor %}"
    "{% if tools %}<|im_start|>system\n{{ tools | tojson }}<|im_end|>\n{% endif %}"
    "{% for m in messages %}<|im_start|>{{ m.role }}\n"
    "{% if m.reasoning_content and loop.index0 > ns.asked %}<think> {{ m.reasoning_content }}</think>{% endif %}"
    "{{ m.content }}{% for call in m.tool_calls or [] %}<function={{ call.function.name }}>"
    "{% for key, value in call.function.arguments.items() %}<parameter={{ key }}>"
    "{{ value if value is string else value | tojson }}</parameter>{% endfor %}"
    "</function>{% endfor %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n<think>{% endif %}"
)
"""Lists tools, and repeats the thoughts of a turn until it is over."""
LOOK = ToolSpec("look", "Looks at a town.", '{"type": "object", "properties": {"at": {"type": "string"}}}')
CALL = ["<function=look>", "<parameter=at>", "bon", "</parameter>", "</function>"]
CALL_TOKENS = replace(
    USER_DEFINED_THINK,
    control=(*USER_DEFINED_THINK.control, "</parameter>", "</function>"),
    user_defined=(*USER_DEFINED_THINK.user_defined, "<function=look>", "<parameter=at>"),
)
"""Half of what marks a call are tokens that llama.cpp hides."""
QUESTION = Message.user("Which of these is the odd one out: an apple, a pear, a plum, a spoon?")
ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


def ask(*messages: Message, tools: tuple[ToolSpec, ...] = (LOOK,), tokens: int = 8) -> GenerationRequest:
    return GenerationRequest(messages, structs.replace(GREEDY, max_tokens=tokens), tools=tools)


def left_to_read(reply: Reply) -> int:
    return reply.stats.prompt_tokens - reply.stats.cached_tokens


def step(reply: Reply, *after: Part) -> Message:
    return Message("assistant", (Thinking(reply.thinking), Text(reply.answer), *after))


def test_tools_are_in_the_prompt_that_is_answered_counted_and_read_ahead(tmp_path: Path) -> None:
    model = tiny_model("qwen3", tmp_path, context=1024, chat_template=LISTED)
    typed = Message.user(QUESTION.text + " And why?")
    with RunningEngine(model) as engine:
        bare = engine.answer_to(ask(typed, tools=())).stats.prompt_tokens
        counted = engine.engine.count(CountTokens(1, ask(typed))).prompt_tokens
        engine.engine.read_ahead(ReadAhead(ask(typed)), lambda: False)
        reply = engine.answer_to(ask(typed))

    assert reply.stats.prompt_tokens == counted > bare + 100
    assert left_to_read(reply) < 30


@pytest.mark.parametrize(
    "template",
    [
        "{% if tools %}{{ raise_exception('no tools') }}{% endif %}" + templates.PLAIN,
        "{% if tools %}" + ENDLESS + "{% endif %}" + templates.PLAIN,
        "{% if tools %}{{ 'x' * 9000000 }}{{ 'x' * 9000000 }}{{ 'x' * 9000000 }}{% endif %}" * 3 + templates.PLAIN,
        "{% for m in messages %}{% if m.role == 'tool' %}{{ raise_exception('no') }}{% endif %}{% endfor %}"
        + templates.PLAIN,
        templates.PLAIN,
    ],
    ids=["raises", "never ends", "giant", "raises at results", "ignores them"],
)
def test_a_template_without_tools_still_loads_and_answers(tmp_path: Path, template: str) -> None:
    model = scripted_model(tmp_path, ["Yes", "<|im_end|>"], chat_template=template)
    call = Message("assistant", (Thinking("Hm."), ToolCall("1", "look", '{"at": "Ulm"}')))
    talk = (QUESTION, call, Message("tool", (ToolResult("1", "a spire"),)))
    began = time.monotonic()
    with RunningEngine(model) as engine:
        loading_s = time.monotonic() - began
        info = engine.load(model)

        assert engine.answer_to(ask(QUESTION)).answer == "Yes"
        assert engine.answer_to(ask(*talk)).answer == "Yes"

    assert not info.wants.can_use_tools
    assert loading_s < 15.0


def test_what_was_measured_is_told_with_the_model(tmp_path: Path) -> None:
    model = scripted_model(tmp_path, ["Yes", "<|im_end|>"], chat_template=LISTED)
    with RunningEngine() as engine:
        wants = engine.load(model).wants

    assert wants == TemplateWants(
        tools=True,
        tool_calls=True,
        tool_results=True,
        call_format=next(form for form in CALL_FORMATS if form.name == "function-tags-tight"),
        thoughts=ThoughtField.REASONING_CONTENT,
        in_tool_loop=True,
    )


@pytest.mark.parametrize(
    ("marker", "letters"),
    [("</think>", "<xthink>"), ("<|im_end|>", "<xim_endx>"), (r"\u003c/think\u003e", r"\u003cxthink\u003e")],
)
@pytest.mark.parametrize("filter_in_use", ["| tojson", "| string", "| tojson(ensure_ascii=True)"])
def test_markers_in_tools_arguments_and_results_stay_letters(
    tmp_path: Path, marker: str, letters: str, filter_in_use: str
) -> None:
    template = LISTED.replace("| tojson", filter_in_use)
    model = tiny_model("qwen3", tmp_path, context=1024, chat_template=template)
    read: dict[str, int] = {}
    with RunningEngine(model) as engine:
        for text in (marker, letters):
            schema = f'{{"type": "object", "properties": {{"{text}": {{"description": "{text}"}}}}}}'
            tool = ToolSpec(f"look{text}", f"Looks {text}.", schema)
            call = ToolCall("1", f"look{text}", f'{{"{text}": ["{text}", {{"b": "{text}"}}]}}')
            talk = (QUESTION, Message("assistant", (call,)), Message("tool", (ToolResult("1", text),)))
            read[text] = engine.answer_to(ask(*talk, tools=(tool,))).stats.prompt_tokens

    assert read[marker] == read[letters]


def test_a_reply_that_calls_is_gone_on_from_as_it_is(tmp_path: Path) -> None:
    reply = [" fan", " den", "</think>", *CALL, "<|im_end|>"]
    model = scripted_model(tmp_path, reply, vocabulary=CALL_TOKENS, chat_template=LISTED, context=1024)
    with RunningEngine(model) as engine:
        first = engine.answer_to(ask(QUESTION, tokens=20))
        engine.engine.rest(lambda: False)
        call = Message("assistant", (Thinking(first.thinking), ToolCall("1", "look", '{"at": "bon"}')))
        second = engine.answer_to(ask(QUESTION, call, Message("tool", (ToolResult("1", "x"),))))

    assert (first.thinking, first.answer) == ("fan den", "")
    assert first.calls == [ToolCall("", "look", '{"at": "bon"}')]
    assert first.stats.reason is FinishReason.TOOL_CALLS
    assert second.stats.cached_tokens == first.stats.prompt_tokens + len(reply) - 1


def test_a_reply_that_calls_without_end_is_ended(tmp_path: Path) -> None:
    reply = [" fan", "</think>", *CALL]
    model = scripted_model(
        tmp_path, reply, after={CALL[-1]: CALL[0]}, vocabulary=CALL_TOKENS, chat_template=LISTED, context=1024
    )
    with RunningEngine(model) as engine:
        told = engine.answer_to(ask(QUESTION, tokens=600))

    assert told.calls == [ToolCall("", "look", '{"at": "bon"}')] * 25
    assert told.stats.reason is FinishReason.TOOL_CALLS


def test_without_tools_what_looks_like_a_call_is_an_answer(tmp_path: Path) -> None:
    reply = [" fan", "</think>", *CALL, "<|im_end|>"]
    model = scripted_model(tmp_path, reply, vocabulary=CALL_TOKENS, chat_template=LISTED, context=1024)
    with RunningEngine(model) as engine:
        told = engine.answer_to(ask(QUESTION, tools=(), tokens=20))

    assert (told.answer, told.calls, told.stats.reason) == ("".join(CALL), [], FinishReason.STOP)


@pytest.mark.parametrize("written", range(2, 2 + len(CALL) + 2))
def test_a_reply_that_was_cut_anywhere_goes_on_to_the_same_call(tmp_path: Path, written: int) -> None:
    reply = [" fan", "</think>", " den", *CALL, "<|im_end|>"]
    model = scripted_model(tmp_path, reply, vocabulary=CALL_TOKENS, chat_template=LISTED, context=1024)
    with RunningEngine(model) as engine:
        cut = engine.answer_to(ask(QUESTION, tokens=written))
        begun = Message.assistant(cut.answer, cut.thinking, raw=cut.raw)
        rest = engine.answer_to(ask(QUESTION, begun, tokens=20))

    assert (cut.raw + rest.raw, cut.answer + rest.answer) == (" fan</think> den" + "".join(CALL), "den")
    assert cut.stats.reason is FinishReason.LENGTH
    assert rest.calls == [ToolCall("", "look", '{"at": "bon"}')]


@pytest.mark.parametrize("architecture", KINDS)
def test_after_a_loop_of_tools_only_the_next_question_is_read(tmp_path: Path, architecture: str) -> None:
    model = tiny_model(architecture, tmp_path, context=2048, chat_template=LISTED)
    call = ToolCall("1", "look", '{"at": "Ulm"}')
    following = Message.user("And why?")

    def answer(engine: RunningEngine, *messages: Message) -> Reply:
        return engine.answer_to(replace(ask(*messages, tokens=24), think_budget=8))

    with RunningEngine(model) as engine:
        first = answer(engine, QUESTION)
        loop = (QUESTION, step(first, call), Message("tool", (ToolResult("1", "a spire"),)))
        second = answer(engine, *loop)
        engine.engine.rest(lambda: False)
        over = (*loop, step(second), following)
        third = answer(engine, *over)
        engine.load(model)
        fresh_second = answer(engine, *loop)
        engine.load(model)
        fresh_third = answer(engine, *over)

    assert first.thinking
    assert left_to_read(third) <= 40
    for talk, reply, fresh in ((loop, second, fresh_second), (over, third, fresh_third)):
        prompt = ChatTemplate(LISTED).render(talk, tools=(LOOK,))
        assert_same_choice(model, prompt, reply.raw, fresh.raw)


@pytest.mark.parametrize("architecture", ["qwen35", "mamba"])
def test_after_many_steps_the_conversation_before_the_loop_is_not_read_again(tmp_path: Path, architecture: str) -> None:
    model = tiny_model(architecture, tmp_path, context=8192, chat_template=LISTED)
    before = (QUESTION, Message.assistant("A spoon. " * 60), Message.user("Which town is that?"))
    talk: tuple[Message, ...] = before
    with RunningEngine(model) as engine:
        for number in range(12):
            reply = engine.answer_to(replace(ask(*talk, tokens=12), think_budget=6))
            call = ToolCall(str(number), "look", f'{{"at": "{number}"}}')
            talk = (*talk, step(reply, call), Message("tool", (ToolResult(str(number), "a spire"),)))
        last = engine.answer_to(replace(ask(*talk, tokens=12), think_budget=6))
        over = (*talk, step(last), Message.user("And why?"))
        following = engine.answer_to(ask(*over))
        loop_tokens = following.stats.prompt_tokens - engine.engine.count(CountTokens(1, ask(*before))).prompt_tokens

    assert left_to_read(following) < loop_tokens + 200
