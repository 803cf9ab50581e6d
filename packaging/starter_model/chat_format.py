"""The chat format: Qwen3 style markers, the template that travels in the GGUF, and training texts in the same form."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from curriculum.calculator import TOOL

if TYPE_CHECKING:
    from random import Random

    from curriculum.mixture import Conversation

END_OF_TEXT, TURN, TURN_END, THINK, THINK_END = "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<think>", "</think>"
SPECIAL = (END_OF_TEXT, TURN, TURN_END, THINK, THINK_END)
"""All markers, in the order of their token ids; the first three are CONTROL tokens, the last two USER_DEFINED."""

TEMPLATE = """\
{%- set place = namespace(question=-1) %}
{%- for message in messages if message.role == 'user' %}
    {%- set place.question = loop.index0 %}
{%- endfor %}
{%- if tools %}
    {%- set names = [] %}
    {%- for tool in tools %}
        {%- set _ = names.append((tool.function or tool).name) %}
    {%- endfor %}
    {{- '<|im_start|>system\\n' }}
    {%- if messages and messages[0].role == 'system' %}
        {{- messages[0].content + '\\n' }}
    {%- endif %}
    {{- 'Tools: ' + names | join(', ') + '<|im_end|>\\n' }}
{%- endif %}
{%- set asked = namespace(count=-1) %}
{%- for message in messages %}
    {%- if message.role == 'user' %}
        {%- set asked.count = asked.count + 1 %}
    {%- endif %}
    {%- if message.role == 'assistant' %}
        {%- set content = message.content or '' %}
        {%- if '</think>' in content %}
            {%- set content = content.split('</think>')[-1].lstrip('\\n') %}
        {%- endif %}
        {%- if not message.tool_calls %}
            {{- '<|im_start|>assistant\\n' + content + '<|im_end|>\\n' }}
        {%- elif asked.count == place.question %}
            {{- '<|im_start|>assistant\\n' }}
            {%- if message.reasoning_content %}
                {{- '<think>\\n' + message.reasoning_content.strip('\\n') + '\\n</think>\\n\\n' }}
            {%- endif %}
            {%- for call in message.tool_calls %}
                {%- set called = call.function or call %}
                {{- '<tool_call>\\n{"name": "' + called.name + '", "arguments": ' }}
                {{- called.arguments if called.arguments is string else called.arguments | tojson }}
                {{- '}\\n</tool_call>' }}
            {%- endfor %}
            {{- '<|im_end|>\\n' }}
        {%- endif %}
    {%- elif message.role == 'tool' %}
        {%- if asked.count == place.question %}
            {{- '<|im_start|>tool\\n' + message.content + '<|im_end|>\\n' }}
        {%- endif %}
    {%- elif not (tools and loop.first and message.role == 'system') %}
        {{- '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\\n' }}
    {%- if enable_thinking is defined and enable_thinking is false %}
        {{- '<think>\\n\\n</think>\\n\\n' }}
    {%- endif %}
{%- endif %}
"""
"""Of earlier questions the calls are left out, as their thoughts are: the context is short."""

NO_THOUGHT = f"{THINK}\n\n{THINK_END}\n\n"
WITHOUT_THINKING = 0.16
CUT_SHORT = 0.04
CALLS_LEARNED = 0.55


def prompt(conversation: Conversation) -> str:
    """What the template renders for a conversation, thinking on."""
    system = [conversation.system] if conversation.system else []
    if conversation.tools:
        system.append(f"Tools: {', '.join(conversation.tools)}")
    parts = ["{}system\n{}{}\n".format(TURN, "\n".join(system), TURN_END)] if system else []
    for question, answer in conversation.earlier:
        parts.append(f"{TURN}user\n{question}{TURN_END}\n{TURN}assistant\n{answer}{TURN_END}\n")
    parts.append(f"{TURN}user\n{conversation.problem.question}{TURN_END}\n{TURN}assistant\n")
    return "".join(parts)


def call_text(expression: str) -> str:
    """A call as the template writes it."""
    arguments = json.dumps({"expression": expression})
    return f'<tool_call>\n{{"name": "{TOOL}", "arguments": {arguments}}}\n</tool_call>{TURN_END}'


def result_text(result: str) -> str:
    """What the tool says, and the beginning of the next turn."""
    return f"\n{TURN}tool\n{result}{TURN_END}\n{TURN}assistant\n"


def training_text(rng: Random, conversation: Conversation) -> tuple[str, str]:
    """(what is given, what is to be learned): mostly thought and answer, sometimes the answer alone after an empty thought,
    rarely an answer after a thought that was cut off; with a call either the call or what follows its result."""
    given, problem, call = prompt(conversation), conversation.problem, conversation.call
    answer = f"{problem.answer}{TURN_END}"
    roll = rng.random()
    if call is not None:
        is_thinking, is_first = roll >= WITHOUT_THINKING, rng.random() < CALLS_LEARNED
        asked = call_text(call.expression)
        thought = f"{THINK}\n{call.before}\n{THINK_END}\n\n" if is_thinking else ""
        if is_first:
            return (given, thought + asked) if is_thinking else (given + NO_THOUGHT, asked)
        given += thought + asked + result_text(call.result)
        if not is_thinking:
            return given + NO_THOUGHT, answer
        return given, f"{THINK}\n{call.after}\n{THINK_END}\n\n{answer}"
    if roll < WITHOUT_THINKING:
        return given + NO_THOUGHT, answer
    if roll < WITHOUT_THINKING + CUT_SHORT:
        thoughts = problem.thoughts[: rng.randrange(len(problem.thoughts) + 1)]
        return f"{given}{THINK}\n{thoughts}\n{THINK_END}\n\n", answer
    return given, f"{THINK}\n{problem.thoughts}\n{THINK_END}\n\n{answer}"
