from __future__ import annotations

import datetime as dt
import gc
import json
from collections.abc import Iterator

import pytest

from app.inference.chat_template import PLAIN_CHATML, ChatTemplate
from app.inference.errors import TemplateFailed, TemplateTookTooLong
from app.inference.protocol import TemplateWants, ThoughtField
from app.messages import Message, Text, ToolCall, ToolResult, ToolSpec

HELLO = (Message.user("Hello"),)


@pytest.fixture
def no_collections() -> Iterator[None]:
    """Hypothesis hangs a Python callback on the collector, in which an asynchronous exception would be lost."""
    gc.disable()
    yield
    gc.enable()


def test_the_generation_prompt_follows_the_messages() -> None:
    text = ChatTemplate(PLAIN_CHATML).render((*HELLO, Message.assistant("Hi"), Message.user("Bye")))

    assert text.endswith("<|im_start|>user\nBye<|im_end|>\n<|im_start|>assistant\n")


def test_variables_reach_the_template() -> None:
    template = ChatTemplate("{% if enable_thinking is defined and not enable_thinking %}off{% else %}on{% endif %}")

    assert template.render(HELLO) == "on"
    assert template.render(HELLO, variables={"enable_thinking": False}) == "off"


@pytest.mark.parametrize("field", ["reasoning_content", "reasoning", "thinking"])
def test_an_old_thought_stands_in_the_one_field_that_the_template_wants(field: str) -> None:
    source = "{% for m in messages %}{{ m | tojson }}{% endfor %}"
    prompt = ChatTemplate(source).render(
        (Message.assistant("x", "hm"),), wants=TemplateWants(thoughts=ThoughtField(field))
    )

    assert json.loads(prompt) == {"role": "assistant", "content": "x", field: "hm"}


def test_a_thought_can_be_a_block_of_the_content() -> None:
    source = "{{ messages[0].content | tojson }}"
    wants = TemplateWants(thoughts=ThoughtField.BLOCK)

    assert json.loads(ChatTemplate(source).render((Message.assistant("x", "hm"),), wants=wants)) == [
        {"type": "thinking", "thinking": "hm"},
        {"type": "text", "text": "x"},
    ]


def test_tools_are_given_as_functions_and_are_none_where_there_are_none() -> None:
    template = ChatTemplate("{% if tools is not none %}{{ tools | tojson }}{% else %}none{% endif %}")
    tool = ToolSpec("add", "Adds.", '{"type": "object", "properties": {"a": {"type": "number"}}}')

    assert template.render(HELLO) == "none"
    assert json.loads(template.render(HELLO, tools=(tool,))) == [
        {
            "type": "function",
            "function": {
                "name": "add",
                "description": "Adds.",
                "parameters": {"type": "object", "properties": {"a": {"type": "number"}}},
            },
        }
    ]


@pytest.mark.parametrize("parameters", ["", "null", "[]", "{", "{}", '{"type": "object"}', "[" * 5000])
def test_a_tool_without_arguments_has_an_empty_object_of_them(parameters: str) -> None:
    template = ChatTemplate("{{ tools[0].function.parameters | tojson }}")

    prompt = template.render(HELLO, tools=(ToolSpec("today", "", parameters),))

    assert json.loads(prompt) == {"type": "object", "properties": {}}


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ("", '{"b": "ü", "a": 1}'),
        ("separators=(',', ':')", '{"b":"ü","a":1}'),
        ("sort_keys=True", '{"a": 1, "b": "ü"}'),
        ("ensure_ascii=True", '{"b": "\\u00fc", "a": 1}'),
    ],
)
def test_json_is_written_with_the_options_of_the_reference(options: str, text: str) -> None:
    assert ChatTemplate("{{ {'b': 'ü', 'a': 1} | tojson(" + options + ") }}").render(HELLO) == text


def test_generation_blocks_and_loop_controls_work() -> None:
    source = (
        "{% for m in messages %}{% if loop.index > 1 %}{% break %}{% endif %}"
        "{% generation %}{{ m.content }}{% endgeneration %}{% endfor %}"
    )

    assert ChatTemplate(source).render((*HELLO, *HELLO)) == "Hello"


def test_json_keeps_every_script_readable() -> None:
    assert ChatTemplate("{{ messages[0].content | tojson }}").render((Message.user("Grüße 你好"),)) == ('"Grüße 你好"')


def test_the_date_is_the_one_given() -> None:
    template = ChatTemplate("{{ strftime_now('%Y-%m-%d') }}", now=lambda: dt.datetime(2026, 2, 3))

    assert template.render(HELLO) == "2026-02-03"


def test_a_template_that_refuses_a_system_message_gets_it_with_the_question() -> None:
    source = (
        "{% if messages[0].role == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}"
        "{{ messages[0].content }}"
    )

    assert ChatTemplate(source).render((Message.system("Be brief."), *HELLO)) == "Be brief.\n\nHello"


@pytest.mark.parametrize(
    "source",
    [
        "{{ raise_exception('roles must alternate') }}",
        "{% if %}",
        "{{ messages[7].content.strip() }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ 'a' * 1000000000000 }}",
        "{{ 2 ** 1000000000 }}",
        "{% include 'x' %}",
        "{{ cycler.__init__.__globals__ }}",
        "{% for i in range(1000000000) %}x{% endfor %}",
        "{" * 2000,
        "{% set ns = namespace(x='aaaa') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
        "{{ 'a'.ljust(20000000000) }}",
    ],
)
def test_a_broken_or_hostile_template_is_a_clear_error(source: str) -> None:
    with pytest.raises((TemplateFailed, TemplateTookTooLong)) as failure:
        ChatTemplate(source).render(HELLO)

    assert "template" in failure.value.message_text()
    assert failure.value.advice


@pytest.mark.usefixtures("no_collections")
def test_a_template_that_never_ends_is_stopped() -> None:
    loops = "{% for a in range(99999) %}" * 4 + "{% set x = 1 %}" + "{% endfor %}" * 4

    with pytest.raises(TemplateTookTooLong):
        ChatTemplate(loops, limit_s=0.3).render(HELLO)


@pytest.mark.usefixtures("no_collections")
def test_after_a_stopped_template_the_thread_goes_on_unharmed() -> None:
    loops = "{% for a in range(99999) %}" * 4 + "{% endfor %}" * 4
    for _ in range(3):
        with pytest.raises(TemplateTookTooLong):
            ChatTemplate(loops, limit_s=0.05).render(HELLO)

    assert sum(range(2_000_000)) == 1999999000000


def test_a_prompt_that_grows_without_end_is_refused() -> None:
    source = "{% for a in range(9999) %}{% for b in range(99999) %}" + "x" * 500 + "{% endfor %}{% endfor %}"

    with pytest.raises((TemplateFailed, TemplateTookTooLong)):
        ChatTemplate(source).render(HELLO)


def test_a_template_that_insists_on_variables_nobody_has_gets_empty_ones() -> None:
    template = ChatTemplate("{{ 'Tools:\n' + functions }}{{ ' at ' + datetime }}{{ messages[0].content }}")

    assert template.render(HELLO) == "Tools:\n at Hello"


def test_what_is_missing_inside_a_message_is_still_an_error() -> None:
    with pytest.raises(TemplateFailed):
        ChatTemplate("{{ messages[0].nothing.at_all }}").render(HELLO)


def test_a_template_that_reads_only_parts_is_given_parts() -> None:
    source = (
        "{% for m in messages %}{{ m.role }}{% if m['content'][0]['type'] == 'image' %}:{% else %}: {% endif %}"
        "{% for line in m['content'] %}{% if line['type'] == 'text' %}{{ line['text'] }}"
        "{% elif line['type'] == 'image' %}<image>{% endif %}{% endfor %}<end>{% endfor %}"
    )
    asked = [Message.system("Be brief."), Message.user("Why?")]
    assert ChatTemplate(source).render(asked) == "system: Be brief.<end>user: Why?<end>"


def test_a_template_that_reads_text_as_well_as_parts_is_given_text() -> None:
    source = (
        "{% for m in messages %}{% if m.content is string %}[{{ m.content }}]"
        "{% else %}{% for part in m.content %}{{ part['text'] }}{% endfor %}{% endif %}{% endfor %}"
    )
    assert ChatTemplate(source).render([Message.user("Why?")]) == "[Why?]"


def test_calls_of_tools_and_their_results_are_given_as_templates_read_them() -> None:
    source = (
        "{% for m in messages %}{{ m.role }}:{{ m.content }}"
        "{% for call in m.tool_calls %}[{{ call.id }} {{ call.function.name }} {{ call.function.arguments | tojson }}]"
        "{% endfor %}{% if m.tool_call_id %}({{ m.tool_call_id }}){% endif %};{% endfor %}"
    )
    calls = (Text("Wait."), ToolCall("1", "add", '{"a": 1}'), ToolCall("2", "add", "{broken"))
    talk = (*HELLO, Message("assistant", calls), Message("tool", (ToolResult("1", "3"), ToolResult("2", "no JSON"))))

    assert ChatTemplate(source).render(talk) == (
        'user:Hello;assistant:Wait.[1 add {"a": 1}][2 add {"arguments": "{broken"}];tool:3(1);tool:no JSON(2);'
    )


def test_names_of_the_reference_are_always_defined() -> None:
    source = "{{ tools is defined }} {{ tools is none }} {{ documents is defined }} {{ documents is none }}"

    assert ChatTemplate(source).render(HELLO) == "True True True True"


def test_a_template_that_goes_through_tools_wherever_they_are_defined_is_given_none_of_that_name() -> None:
    source = (
        "{% if tools is defined %}{% for tool in tools %}{{ tool }}{% endfor %}{% endif %}{{ messages[0].content }}"
    )

    assert ChatTemplate(source).render(HELLO) == "Hello"


@pytest.mark.parametrize(
    "source",
    [
        "{% for m in messages %}{% if m.role == 'user' %}<u>{{ m.content }}{% endif %}{% endfor %}",
        "{% for m in messages if m.role in ('user', 'assistant') %}<u>{{ m.content }}{% endfor %}",
        "<u>{{ messages[-1].content }}",
        "{% if messages[0].role == 'system' %}{% set messages = messages[1:] %}{% endif %}<u>{{ messages[0].content }}",
    ],
)
def test_a_system_prompt_that_a_template_drops_goes_into_the_first_question(source: str) -> None:
    template = ChatTemplate(source)

    assert template.render((Message.system("Be brief."), *HELLO)) == "<u>Be brief.\n\nHello"
    assert not template.takes_system_message()


def test_a_system_prompt_that_a_template_changes_is_not_repeated() -> None:
    source = "{% for m in messages %}<{{ m.role }}>{{ m.content | replace('/no_think', '') | upper }}{% endfor %}"
    prompt = ChatTemplate(source.replace(" | upper", "")).render((Message.system("Be brief. /no_think"), *HELLO))

    assert prompt == "<system>Be brief. <user>Hello"


def test_a_prompt_tells_the_time_it_is_told() -> None:
    template = ChatTemplate("{% macro now() %}{{ strftime_now('%H:%M') }}{% endmacro %}{{ now() }}")

    assert template.render(HELLO, told_time=dt.datetime(2026, 2, 3, 4, 5)) == "04:05"


def test_what_a_generation_block_sets_is_not_seen_behind_it() -> None:
    source = "{% set x = 1 %}{% generation %}{% set x = 2 %}{{ x }}{% endgeneration %}{{ x }}"

    assert ChatTemplate(source).render(HELLO) == "21"


def test_special_tokens_are_known_by_their_names() -> None:
    template = ChatTemplate("{{ pad_token }}{{ bos_token }}", bos_token="<s>", special_tokens={"pad_token": "<p>"})

    assert template.render(HELLO) == "<p><s>"
