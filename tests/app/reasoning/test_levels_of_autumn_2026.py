"""Levels of families that came in autumn 2026, as their templates tell them apart (own wording)."""

from __future__ import annotations

import pytest

from app.reasoning import controls_for_template, format_for_template

_QWEN = (
    "{% if reasoning_effort is not defined %}{% set reasoning_effort = 'xhigh' %}{% endif %}"
    "{% if reasoning_effort not in ['low', 'medium', 'xhigh'] %}{{ raise_exception('no such effort') }}{% endif %}"
    "{% if enable_thinking is defined and enable_thinking is false %}<think>\n\n</think>\n\n"
    "{% else %}<think>\n{% endif %}"
)
_QWEN_MAPPED = (
    "{% set effort = reasoning_effort | default('xhigh') %}"
    "{% if reasoning_effort == 'high' %}{% set effort = 'xhigh' %}{% endif %}"
    "{% if reasoning_effort == 'low' %}Briefly.{% elif reasoning_effort == 'medium' %}"
    "{% elif reasoning_effort == 'xhigh' %}Long.{% endif %}<think>\n"
)
_GLM = (
    "Effort: {{ reasoning_effort if reasoning_effort in ['low', 'high', 'max'] else 'max' }}"
    "{% if add_generation_prompt %}<|assistant|><think>{% endif %}"
)
_GLM_SWITCHED = (
    "{% if enable_thinking is defined and not enable_thinking %}</think>{% else %}"
    "Effort: {{ 'High' if reasoning_effort is defined and reasoning_effort == 'high' else 'Max' }}<think>{% endif %}"
)
_STEP = "{% if reasoning_effort is defined %}Reasoning: {{ reasoning_effort }}{% endif %}<think>\n"
_KIMI = "{% if thinking is defined and thinking is false %}<think></think>{% else %}<think>{% endif %}"
_DEEPSEEK = (
    "{% if thinking %}{% if reasoning_effort == 'max' %}m{% elif reasoning_effort == 'high' %}h"
    "{% elif reasoning_effort == 'low' %}l{% endif %}<think>{% else %}</think>{% endif %}"
)
_KIMI_ALWAYS = "{% if add_generation_prompt %}<|im_assistant|>assistant<|im_middle|><think>{% endif %}"


@pytest.mark.parametrize(
    ("template", "efforts", "default"),
    [
        (_QWEN, {"off": None, "low": "low", "medium": "medium", "high": "xhigh"}, "high"),
        (_QWEN_MAPPED, {"low": "low", "medium": "medium", "high": "high"}, "high"),
        (_GLM, {"low": "low", "high": "high", "max": "max"}, "max"),
        (_GLM_SWITCHED, {"off": None, "on": None, "high": "high"}, "on"),
        (_STEP, {"low": "low", "medium": "medium", "high": "high"}, "high"),
        (_KIMI, {"off": None, "on": None}, "on"),
        (_DEEPSEEK, {"off": None, "on": None, "low": "low", "high": "high", "max": "max"}, "on"),
        (_KIMI_ALWAYS, {"on": None}, "on"),
    ],
)
def test_the_levels_are_those_that_the_template_tells_apart(
    template: str, efforts: dict[str, str | None], default: str
) -> None:
    controls = controls_for_template(template)
    asked = {
        level.value: dict(request.template_variables).get("reasoning_effort") for level, request in controls.requests
    }

    assert asked == efforts
    assert controls.default.value == default
    assert format_for_template(template).thinks
