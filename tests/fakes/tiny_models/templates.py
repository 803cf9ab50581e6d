"""Chat templates for tiny models: short, and each of a kind that real models have."""

from __future__ import annotations

_TURNS = "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"

DEFAULT = (
    _TURNS + "{% if add_generation_prompt %}<|im_start|>assistant\n"
    "{% if enable_thinking is defined and not enable_thinking %}<think>\n\n</think>\n\n{% endif %}{% endif %}"
)
"""ChatML; the model opens `<think>` itself, a switch closes it, old thinking is left out."""

OPENED = _TURNS + "{% if add_generation_prompt %}<|im_start|>assistant\n<think>\n{% endif %}"
"""ChatML whose prompt opens the thought, so that the model writes only `</think>`."""

PLAIN = _TURNS + "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
"""ChatML of a model that does not think."""

BRACKETS = (
    "{% for m in messages %}{% if m.role == 'user' %}[INST]{{ m.content }}[/INST]"
    "{% elif m.role == 'assistant' %}{% if m.reasoning_content %}[THINK]{{ m.reasoning_content }}[/THINK]{% endif %}"
    "{{ m.content }}</s>{% else %}[SYSTEM_PROMPT]{{ m.content }}[/SYSTEM_PROMPT]{% endif %}{% endfor %}"
)
"""`[THINK]…[/THINK]`, control tokens in such vocabularies."""

HARMONY = (
    "{% for m in messages %}<|start|>{{ m.role }}"
    "{% if m.role == 'assistant' %}<|channel|>final{% endif %}<|message|>{{ m.content }}<|end|>{% endfor %}"
    "{% if add_generation_prompt %}<|start|>assistant{% endif %}"
)
"""Channels: `analysis` is thinking, `final` the answer."""
