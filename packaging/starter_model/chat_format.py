"""The chat format: Qwen3 style markers, the template that travels in the GGUF, and training texts in the same form."""

# Tables of phrases read best as rows.
# ruff: noqa: E501

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from curriculum.mixture import Conversation

END_OF_TEXT, TURN, TURN_END, THINK, THINK_END = "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<think>", "</think>"
SPECIAL = (END_OF_TEXT, TURN, TURN_END, THINK, THINK_END)
"""All markers, in the order of their token ids; the first three are CONTROL tokens, the last two USER_DEFINED."""

TEMPLATE = """\
{%- for message in messages %}
    {%- if message.role == 'assistant' %}
        {%- set content = message.content %}
        {%- if '</think>' in content %}
            {%- set content = content.split('</think>')[-1].lstrip('\\n') %}
        {%- endif %}
        {{- '<|im_start|>assistant\\n' + content + '<|im_end|>\\n' }}
    {%- else %}
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

NO_THOUGHT = f"{THINK}\n\n{THINK_END}\n\n"
WITHOUT_THINKING = 0.16
CUT_SHORT = 0.015


def prompt(conversation: Conversation) -> str:
    """What the template renders for a conversation, thinking on."""
    parts = [f"{TURN}system\n{conversation.system}{TURN_END}\n"] if conversation.system else []
    for question, answer in conversation.earlier:
        parts.append(f"{TURN}user\n{question}{TURN_END}\n{TURN}assistant\n{answer}{TURN_END}\n")
    parts.append(f"{TURN}user\n{conversation.problem.question}{TURN_END}\n{TURN}assistant\n")
    return "".join(parts)


def training_text(rng: Random, conversation: Conversation) -> tuple[str, str]:
    """(what is given, what is to be learned): mostly thought and answer, sometimes the answer alone after an empty thought,
    rarely an answer after a thought that was cut off."""
    given, problem = prompt(conversation), conversation.problem
    answer = f"{problem.answer}{TURN_END}"
    roll = rng.random()
    if roll < WITHOUT_THINKING:
        return given + NO_THOUGHT, answer
    if roll < WITHOUT_THINKING + CUT_SHORT:
        thoughts = problem.thoughts[: rng.randrange(len(problem.thoughts) + 1)]
        return f"{given}{THINK}\n{thoughts}\n{THINK_END}\n\n", answer
    return given, f"{THINK}\n{problem.thoughts}\n{THINK_END}\n\n{answer}"
