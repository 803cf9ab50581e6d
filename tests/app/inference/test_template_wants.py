"""What a template wants back, measured on templates written for it, and what prompts make of that."""

from __future__ import annotations

import functools
import itertools
import json
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from app.inference.chat_template import ChatTemplate
from app.inference.protocol import TemplateWants
from app.inference.replay import replayed
from app.inference.template_measuring import measured_wants
from app.messages import Message, Part, Text, Thinking, ToolCall, ToolResult, ToolSpec
from app.reasoning import Delta, controls_for_template, format_for_template
from app.reasoning.tool_calls import CallReader

DATA = Path(__file__).parents[2] / "data"
TABLE: dict[str, dict[str, dict[str, object]]] = json.loads((DATA / "template_wants.json").read_text("utf-8"))
NAMES = [name for half in TABLE.values() for name in half]
ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
CHATML = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)

QUESTION, NEXT = Message.user("Which town?"), Message.user("And then?")
LOOK, ASK = ToolCall("call_1", "look", '{"at": "Ulm"}'), ToolCall("call_2", "ask", '{"whom": "Ann"}')
SEEN, SAID = ToolResult("call_1", "a spire"), ToolResult("call_2", "no idea")


def source_of(name: str) -> str:
    return (DATA / "template_wants" / f"{name}.jinja").read_text("utf-8")


form_of, controls_of = functools.cache(format_for_template), functools.cache(controls_for_template)


@functools.cache
def template_of(source: str) -> ChatTemplate:
    return ChatTemplate(source, bos_token="<s>", eos_token="</s>")


@functools.cache
def wants_of(source: str, *, limit_s: float = 30.0) -> TemplateWants:
    return measured_wants(template_of(source), controls_of(source), form_of(source), limit_s=limit_s)


def assistant(*parts: Part) -> Message:
    return Message("assistant", parts)


def results(*parts: Part) -> Message:
    return Message("tool", parts)


def prompt_of(
    name: str,
    talk: Sequence[Message],
    *,
    tools: Sequence[ToolSpec] = (),
    is_thinking: bool = True,
    keeps_thoughts: bool | None = None,
) -> str:
    source = source_of(name)
    wants, form, controls = wants_of(source), form_of(source), controls_of(source)
    return template_of(source).render(
        replayed(talk, wants, form, is_thinking=is_thinking, keeps_thoughts=keeps_thoughts),
        tools=tools,
        wants=wants,
        variables=dict(controls.request_for("auto").template_variables),
    )


@pytest.mark.parametrize("name", NAMES)
def test_what_a_template_wants_is_measured(name: str) -> None:
    expected = {key: value for half in TABLE.values() for key, value in half.get(name, {}).items()}

    assert replace(wants_of(source_of(name)), call_format=None) == TemplateWants(**expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "syntax"),
    [
        ("plain", None),
        ("in_the_loop", "tool-call-json"),
        ("channels", "harmony-calls"),
        ("field_named_reasoning", None),
        ("blocks", "named-tool-calls"),
        ("of_calls", "action-json"),
        ("calls_but_no_list", None),
        ("calls_in_text", "tool-call-token"),
        ("unknown_marks", "derived"),
        ("unknown_names", "derived"),
    ],
)
def test_how_calls_are_written_is_measured(name: str, syntax: str | None) -> None:
    found = wants_of(source_of(name)).call_format

    assert (found.name if found is not None else None) == syntax


@pytest.mark.parametrize("name", ["in_the_loop", "calls_in_text", "unknown_marks", "unknown_names", "blocks"])
def test_calls_are_read_back_from_the_prompt_that_they_were_written_into(name: str) -> None:
    tools = tuple(ToolSpec(called, "", "{}") for called in ("look", "ask"))
    calls = (ToolCall("call_1", "look", '{"at": "Ulm \\"}{", "how": {"far": [1, true]}}'), ASK)
    talk = [QUESTION, assistant(*calls), results(SEEN, SAID)]
    wants = wants_of(source_of(name))
    reply = prompt_of(name, talk, tools=tools).partition("Which town?")[2]
    assert wants.call_format is not None
    for size in (1, 1000):
        reader = CallReader(wants.call_format, tools)
        pieces = [reader.feed([Delta("answer", reply[at : at + size])]) for at in range(0, len(reply), size)]
        found = [piece for piece in (*itertools.chain(*pieces), *reader.finish()) if isinstance(piece, ToolCall)]

        assert [(one.name, json.loads(one.arguments)) for one in found] == [
            (one.name, json.loads(one.arguments)) for one in calls
        ]


def test_calls_without_marks_are_told_from_those_whose_marks_a_model_may_leave_out() -> None:
    marks = '<|action|><|plugin|>\n{{ {"name"', "<|action_end|>"
    bare = source_of("unknown_marks").replace(marks[0], '{{ {"name"').replace(marks[1], "")
    marked = source_of("unknown_marks").replace(marks[0], '<tool_call>{{ {"name"').replace(marks[1], "</tool_call>")

    names = [form.name if (form := wants_of(source).call_format) else "" for source in (bare, marked)]
    assert names == ["bare-json", "tool-call-json"]


def test_a_mark_of_calls_that_only_the_vocabulary_has_is_found_there() -> None:
    source = source_of("calls_in_text").replace("Call with <|tool_call|> and a list in JSON: ", "")
    template, form = ChatTemplate(source), format_for_template(source)
    lone = measured_wants(template, controls_for_template(source), form)
    known = measured_wants(
        template, controls_for_template(source), form, has_token=lambda text: text == "<|tool_call_start|>"
    )

    assert (lone.can_use_tools, known.can_use_tools) == (False, True)
    given = replayed([QUESTION, assistant(Text("I look. "), LOOK, ASK), results(SEEN, SAID)], known, form)
    written = '<|tool_call_start|>[look(at="Ulm"), ask(whom="Ann")]<|tool_call_end|>'
    assert f"I look. {written}<|im_end|>" in template.render(given, wants=known)


@pytest.mark.parametrize(
    "hostile",
    [
        ENDLESS,
        "{{ 'x' * 9000000 }}" * 40,
        "{% set ns = namespace(x='aaaa') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
        "{{ raise_exception('no') }}",
        "{{ messages[99].content.x }}",
        "{{ tools.nothing.at.all }}",
    ],
)
@pytest.mark.parametrize("when", ["true", "tools", "messages[-1].role == 'tool'", "messages[1] is defined"])
def test_measuring_a_hostile_template_is_bounded_and_never_fails(hostile: str, when: str) -> None:
    source = "{% if " + when + " %}" + hostile + "{% endif %}" + CHATML
    began = time.monotonic()

    wants = wants_of(source, limit_s=0.2)

    assert not wants.can_use_tools
    assert time.monotonic() - began < 20.0


def test_a_template_whose_time_is_over_wants_nothing() -> None:
    assert wants_of(source_of("always_kept"), limit_s=0.0) == TemplateWants()


@pytest.mark.parametrize("name", NAMES)
def test_every_talk_can_be_rendered_and_no_result_is_lost(name: str) -> None:
    tool = ToolSpec("look", "Looks.", '{"type": "object", "properties": {"at": {"type": "string"}}}')
    talks: list[tuple[Message, ...]] = [
        (QUESTION, assistant(Thinking("Hm."), LOOK), results(SEEN)),
        (QUESTION, assistant(Thinking("Hm."), Text("Let me see."), LOOK), results(SEEN)),
        (QUESTION, assistant(Thinking("Hm."), LOOK, ASK), results(SEEN, SAID)),
        (QUESTION, assistant(LOOK, ASK), results(SEEN), results(SAID), Message.assistant("Ulm.", "So."), NEXT),
        (QUESTION, assistant(LOOK), results(SEEN), assistant(ASK), results(SAID)),
        (QUESTION, assistant(LOOK), results(SEEN), assistant(structs.replace(ASK, call_id="call_1")), results(SEEN)),
        (QUESTION, assistant(Thinking("Hm."), LOOK), NEXT),
        (QUESTION, assistant(LOOK, ASK), results(SAID), NEXT),
        (QUESTION, results(SEEN)),
        (QUESTION, Message.assistant("Ulm."), results(SEEN), NEXT),
        *(
            (QUESTION, assistant(structs.replace(LOOK, arguments=arguments)), results(SEEN))
            for arguments in ("", "{", "null", "[1]", "3", '"Ulm"', '{"at": null}', "[" * 5000, "{}")
        ),
    ]
    takes_tools = wants_of(source_of(name)).tools
    for talk in talks:
        for tools in ((tool,), ()) if takes_tools else ((),):
            prompt = prompt_of(name, talk, tools=tools)
            for message in talk:
                for part in message.parts:
                    assert not isinstance(part, ToolResult) or part.content in prompt, talk


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object", "properties": {"at": {"enum": [1, 2], "type": "integer", "default": 1}}},
        {"type": "object", "properties": {"at": {"type": ["string", "null"]}}},
        {"type": "object", "properties": {"at": True, "by": {"anyOf": [{"type": "string"}]}}, "required": None},
        {"type": "object", "properties": {"at": {"$ref": "#/$defs/T"}}, "$defs": {"T": {"type": "array"}}},
        {"type": "object", "properties": {"at": {"type": "array", "items": False}}, "required": ["at", "gone"]},
    ],
)
def test_a_template_that_stumbles_over_a_schema_is_given_a_plain_one(schema: dict[str, object]) -> None:
    picky = (
        "{% for tool in tools %}{% for name, one in tool.function.parameters.properties.items() %}"
        "{{ name + ': ' + {'string': 'str', 'integer': 'int', 'array': 'list'}[one.type] }}"
        "{% if one.type == 'array' %}{{ ' of ' + one['items'].type }}{% endif %}"
        "{{ ' - ' + one.description }}{% if name in tool.function.parameters.required %} (needed){% endif %}"
        "{% if one.enum %}{{ 'of ' + one.enum | join }}{{ raise_exception('no') }}{% endif %}{% endfor %}{% endfor %}"
    )
    prompt = ChatTemplate(picky).render([QUESTION], tools=(ToolSpec("look", "", json.dumps(schema)),))

    assert prompt.startswith("at: ")


def test_thoughts_in_the_content_are_repeated_until_the_answer_is_complete() -> None:
    loop = (QUESTION, assistant(Thinking("Where?"), LOOK), results(SEEN))
    over = (*loop, Message.assistant("Ulm.", "A spire."), NEXT)

    assert "<|assistant|><|inner_prefix|>Where?<|inner_suffix|><|tools_prefix|>" in prompt_of("inline", loop)
    assert "Where?" not in prompt_of("inline", loop, is_thinking=False)
    assert "Where?" not in prompt_of("inline", over)
    assert "A spire." not in prompt_of("inline", over)
    assert "A spire." in prompt_of("inline", over, keeps_thoughts=True)


def test_a_thought_is_never_written_where_a_template_has_no_place_for_it() -> None:
    talk = (QUESTION, Message.assistant("Ulm.", "A spire."), NEXT)

    for name in ("dumps_blocks", "cut_from_the_content", "plain", "nine_letter_ids"):
        assert "A spire." not in prompt_of(name, talk)


def test_a_text_that_has_no_place_beside_a_call_joins_the_thought() -> None:
    talk = (QUESTION, assistant(Thinking("Where?"), Text("Let me see."), LOOK), results(SEEN))

    assert "analysis<|message|>Where?\n\nLet me see.<|end|>" in prompt_of("channels", talk)


def test_calls_that_come_together_are_told_one_by_one_where_only_one_is_shown() -> None:
    talk = (QUESTION, assistant(Thinking("Both."), LOOK, ASK), results(SEEN, SAID))
    prompt = prompt_of("channels", talk)

    assert [prompt.index(word) for word in ("Both.", "Ulm", "a spire", "Ann", "no idea")] == sorted(
        prompt.index(word) for word in ("Both.", "Ulm", "a spire", "Ann", "no idea")
    )
    assert prompt.count("Both.") == 1


def test_ids_of_calls_become_short_where_the_template_insists_and_stay_apart() -> None:
    talk = (
        QUESTION,
        assistant(LOOK, structs.replace(ASK, call_id="abcdefghi")),
        results(SEEN, structs.replace(SAID, call_id="abcdefghi")),
    )
    prompt = prompt_of("nine_letter_ids", talk)

    assert prompt.count("000000000") == prompt.count("abcdefghi") == 2


def test_a_template_without_tools_is_told_the_results_with_the_question() -> None:
    talk = (QUESTION, assistant(Thinking("Hm."), LOOK), results(SEEN), Message.assistant("Ulm."), NEXT)

    assert "<start_of_turn>user\nWhich town?\n\na spire<end_of_turn>\n<start_of_turn>model\nUlm.<end_of_turn>" in (
        prompt_of("raises_at_results", talk)
    )
