"""What a loaded model can be given, in words for the picker's tooltip."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.inference.protocol import ModelInfo, PastThoughts, Placement, TemplateWants
from app.reasoning.tool_calls import TOOL_CALL_JSON
from ui.models.picker.loaded_words import template_words

HERE = Placement("m.gguf", "qwen3", "Q8_0", 1, 1, "cpu")
TOOLS = TemplateWants(tools=True, tool_calls=True, tool_results=True, call_format=TOOL_CALL_JSON)
LOOP = replace(TOOLS, in_tool_loop=True)


@pytest.mark.parametrize(
    ("wants", "words"),
    [
        (TemplateWants(), "Cannot be given tools"),
        (replace(TOOLS, tool_results=False), "Cannot be given tools"),
        (TemplateWants(in_history=True), "Cannot be given tools; sees its thoughts again"),
        (TOOLS, "Can use tools"),
        (LOOP, "Can use tools, and sees its thoughts again until the answer is complete"),
        (
            replace(LOOP, in_history_with_tools=PastThoughts.OF_CALLS),
            "Can use tools, and sees the thoughts that led to them again",
        ),
        (
            replace(LOOP, in_history_with_tools=PastThoughts.ALWAYS),
            "Can use tools, and sees all its thoughts again while it may use them",
        ),
        (
            replace(LOOP, in_history=True, in_history_with_tools=PastThoughts.ALWAYS),
            "Can use tools, and sees all its thoughts again",
        ),
    ],
)
def test_one_line_says_what_the_template_takes(wants: TemplateWants, words: str) -> None:
    assert template_words(ModelInfo("M", 1, wants=wants, placement=HERE)) == (words,)


def test_nothing_is_said_of_a_template_that_nobody_has_seen() -> None:
    assert template_words(ModelInfo("M", 1)) == ()
