"""Which format a template has, and what its prompt leaves open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from app.reasoning import StreamSplitter, controls_for_template, format_for_template, state_of_prompt


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{{ '<|channel|>analysis<|message|>' }}", "harmony"),
        ("{{ '<|think|>' }}{{ '<|channel>thought\\n<channel|>' }}", "gemma-channel"),
        ("{{ '[THINK]' + block.thinking + '[/THINK]' }}", "bracket-think"),
        ("<|START_THINKING|>{{ plan }}<|END_THINKING|><|START_RESPONSE|>", "start-thinking"),
        ("<|START_THINKING|><|END_THINKING|><|START_TEXT|>", "start-thinking-text"),
        ("{% set p = '<|inner_prefix|>' %}", "inner-prefix"),
        ("<|begin|>assistant<|think|><|content|>", "solar"),
        ("{% set b = '<seed:think>' %}", "seed-think"),
        ("{% set b = '<mm:think>' %}", "mm-think"),
        ("{% set HYTK = ':opensource' %}{% set reasoning_mode_token = '' %}", "think-tags-suffixed"),
        ("{{ '<|open|>' + tag }}<|sep|><|end_of_msg|>", "open-sep"),
        ("<|start|>assistant to=self<|message|>", "recipient-self"),
        ("after the marker [BEGIN FINAL RESPONSE].", "final-response"),
        ("[|assistant|]<thought>\n", "thought-tags"),
        ("◁think▷", "diamond-think"),
        ("Write 'Here is my thought process:' first", "thought-phrases"),
        ("<think>\n\n</think>", "think-tags"),
        ("<think></think>", "think-tags-tight"),
        ("{{ content.split('</think>')[-1] }}", "think-tags"),
        ("<|im_start|>{{ role }}", "none"),
        ("", "none"),
    ],
)
def test_a_template_is_known_by_its_markers(template: str, name: str) -> None:
    assert format_for_template(template).name == name


def test_the_suffix_of_the_tags_is_read_from_the_template() -> None:
    form = format_for_template(
        "{% set HYTK = ':mine' %}{{ '<｜reasoning_mode_token｜>' }}{% set reasoning_mode_token = 1 %}"
    )

    assert form.open_markers == ("<think:mine>",)


def test_tool_markup_closes_a_thought_only_in_families_that_write_it_so() -> None:
    assert format_for_template("{{ x }}<think></think><tool_call><function=f>").implicit_closes == ("<tool_call>",)
    assert format_for_template("{{ x }}<think></think><tool_call><args-json-object>").implicit_closes == ()
    assert "<｜DSML｜tool_calls>" in format_for_template("<think>{{ dsml_token }}").implicit_closes


def test_wrappers_are_those_that_the_template_names() -> None:
    assert [w.open_marker for w in format_for_template("{{ x }}<think></think><answer>").wrappers] == ["<answer>"]
    assert format_for_template("{{ x }}<think></think>").wrappers == ()
    assert format_for_template("{{ minimax }}<think></think><response>").wrappers == ()


def test_a_fragment_of_a_template_allows_whatever_families_put_around_the_tags() -> None:
    form = format_for_template("<think></think>")

    assert [w.open_marker for w in form.wrappers] == ["<answer>", "<response>"]
    assert "<tool_call>" in form.implicit_closes


def test_a_first_reasoner_that_opens_its_thought_itself_may_tag_its_answer() -> None:
    form = format_for_template("{{ content.split('</think>')[-1] }}<｜Assistant｜>")

    assert [w.open_marker for w in form.wrappers] == ["<answer>"]


@pytest.mark.parametrize(
    ("template", "opened"),
    [
        ("{% if add_generation_prompt %}<|a|>\n<think>\n{% endif %}", True),
        (
            "{% if add_generation_prompt %}{% if not enable_thinking %}<think>\\n\\n</think>{% endif %}{% endif %}",
            False,
        ),
        ("<think>{{ x }}</think>{% if add_generation_prompt %}<|a|>{% endif %}", False),
        ("{% set t = '<think>' %}</think>{% if add_generation_prompt %}{{ t }}{% endif %}", True),
    ],
)
def test_a_template_tells_whether_it_opens_the_thought_itself(template: str, opened: bool) -> None:
    assert format_for_template(template).opened_by_prompt is opened


@pytest.mark.parametrize(
    ("template", "tail", "state"),
    [
        ("<think>", "<|im_start|>assistant\n<think>\n", "thinking"),
        ("<think>", "<｜Assistant｜><think>", "thinking"),
        ("<think>", "<|im_start|>assistant\n<think>\n\n</think>\n\n", "start"),
        ("<think>", "<|assistant|></think>", "start"),
        ("<think>", "<|im_start|>assistant\n", "start"),
        (
            "<think>",
            "x</think>y<|im_end|>\n<|im_start|>user\n<think> what?<|im_end|>\n<|im_start|>assistant\n",
            "start",
        ),
        ("<think>", "assistant: x\n</think>y <sep> human: <think> <sep> assistant:", "start"),
        ("<think>", "<|im_start|>assistant\n<think>\nFirst I", "thinking"),
        ("<think>", "<|im_start|>assistant\n<think>\nFirst I\n</think>\n\nThe sum is", "answer"),
        ("<seed:think>", "<seed:bos>assistant\n<seed:think>x</seed:think>y<seed:eos><seed:bos>assistant\n", "start"),
        ("<|channel>", "<|turn>model\n<|channel>thought\n", "thinking"),
        ("<|channel>", "<|turn>model\n<|channel>", "thinking"),
        ("<|channel>", "<|turn>model\n<|channel>thought\n<channel|>", "start"),
        ("[BEGIN FINAL RESPONSE]", "<|begin_assistant|>\nHere are my reasoning steps:\n", "thinking"),
        ("[BEGIN FINAL RESPONSE]", "<|assistant|>\n", "thinking"),
        ("[BEGIN FINAL RESPONSE]", "steps\n[BEGIN FINAL RESPONSE]\n", "start"),
        ("<|end_of_msg|>", "<|open|>think<|sep|>", "thinking"),
        ("<|end_of_msg|>", "<|open|>response<|sep|>", "answer"),
        ("<|channel|>", "<|end|><|start|>assistant", "start"),
        ("<|channel|>", "<|start|>assistant<|channel|>analysis<|message|>", "thinking"),
        ("<|channel|>", "<|start|>assistant<|channel|>analysis<|message|>So far", "thinking"),
        ("<|channel|>", "<|start|>assistant<|channel|>final<|message|>", "answer"),
        ("<|think|><|content|>", "<|begin|>assistant<|think|><|end|><|begin|>assistant", "start"),
        ("no markers at all", "<|im_start|>assistant\n<think>\n", "thinking"),
        ("no markers at all", "<|im_start|>assistant\n", "start"),
    ],
)
def test_the_tail_of_the_prompt_decides_where_a_reply_begins(template: str, tail: str, state: str) -> None:
    splitter = StreamSplitter(format_for_template(template), prompt_tail=tail)

    assert splitter.state == state


@pytest.mark.parametrize(
    ("template", "tail", "state"),
    [
        ("<think>", "assistant\n<think>\n", "open"),
        ("<think>", "assistant\n<think>\n\n</think>\n\n", "closed"),
        ("<think>", "<assistant>\n</think>", "closed"),
        ("<think>", "<|im_start|>assistant\n", "not open"),
        ("<|think|><|content|>", "<|begin|>assistant<|think|><|end|><|begin|>assistant", "closed"),
        ("<|think|><|content|>", "hello<|end|><|begin|>assistant", "not open"),
        ("<|end_of_msg|>", "<|open|>response<|sep|>", "closed"),
    ],
)
def test_a_prompt_is_open_closed_or_neither(template: str, tail: str, state: str) -> None:
    assert state_of_prompt(format_for_template(template), tail).value == state


@settings(max_examples=300)
@given(
    st.text()
    | st.lists(st.sampled_from(["{%", "%}", "{{", "}}", "if", "set x=", "<think>", "'", "for ", "["])).map("".join)
)
def test_no_template_is_too_strange(template: str) -> None:
    format_for_template(template)
    controls_for_template(template).request_for("auto")


@pytest.mark.parametrize("template", ["{{" * 20_000, "{% if a %}" * 5_000, "(" * 200_000, "{{" + "(" * 50_000 + "}}"])
def test_a_template_that_nests_without_end_is_no_error(template: str) -> None:
    assert format_for_template(template).name == "none"
