"""Replies of more families, as their templates name the markers, in random pieces."""

from __future__ import annotations

import random
import re

import pytest

from app.reasoning import Delta, StreamSplitter, format_for_template

_CASES = [
    ("<think>\n{{ x }}</think>", "assistant\n", "<think>\n\n</think>\n\nHi", "", "Hi"),
    (
        "<think>\n{{ x }}</think>",
        "assistant\n",
        "\n <think>\nA < </thin k> x\n</think>\n\nC </think> d",
        "A < </thin k> x",
        "C </think> d",
    ),
    (
        "<think>\n{{ x }}</think>",
        "assistant\n<think>\n\n</think>\n\n",
        "Not <think> nor </think>.",
        "",
        "Not <think> nor </think>.",
    ),
    ("<think>\n{{ x }}</think>", "assistant\n<think>\n", "t\n</think>\n</think>\n\nans", "t", "ans"),
    (
        "<think>\n{{ x }}</think>",
        "user\nis <think>\n</think>?<|im_end|>\n<|im_start|>assistant\n<think>\n",
        "日本 🤔</think>答え",
        "日本 🤔",
        "答え",
    ),
    ("<mm:think>{{ x }}", "]~b]ai\n", "</mm:think>hello", "", "hello"),
    (
        "<seed:think>{{ x }}",
        "assistant\n",
        "<seed:think>\na <seed:cot_budget_reflect>5</seed:cot_budget_reflect></seed:think>ok",
        "a <seed:cot_budget_reflect>5</seed:cot_budget_reflect>",
        "ok",
    ),
    ("[THINK]{{ x }}", "[/INST]", "[THINK]a[/THINK]b[THINK]c[/THINK]d", "a\nc", "b\nd"),
    ("<|inner_prefix|>{{ x }}", "<|assistant_start|>", "<think>is text</think>", "", "<think>is text</think>"),
    (
        "<|START_THINKING|>{{ x }}",
        "<|CHATBOT_TOKEN|>",
        "<|START_THINKING|>a<|END_THINKING|><|START_RESPONSE|>b<|END_RESPONSE|>",
        "a",
        "b",
    ),
    ("<|channel>thought{{ x }}", "<|turn>model\n", "<|channel>thoughtful words<channel|>b", "thoughtful words", "b"),
    (
        "<|open|>think<|end_of_msg|>{{ x }}",
        "<|open|>think<|sep|>",
        "a<|close|>think<|sep|><|open|>response<|sep|>b<|close|>response<|sep|><|end_of_msg|>",
        "a",
        "b",
    ),
    (
        "Here are my reasoning steps:\n{{ x }}",
        "Here are my reasoning steps:\n",
        "a [BEGIN FINAL x\n[BEGIN FINAL RESPONSE]\nb",
        "a [BEGIN FINAL x",
        "b",
    ),
    (
        "<|channel|>{{ x }}",
        "<|start|>assistant",
        "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>commentary<|message|>p<|end|><|start|>assistant<|channel|>final<|message|>b",
        "a",
        "p\nb",
    ),
    ("<|channel|>{{ x }}", "<|start|>assistant<|channel|>final<|message|>", "b only", "", "b only"),
    (
        "<|think|><|content|>{{ x }}",
        "<|begin|>assistant<|think|><|end|><|begin|>assistant",
        "<|content|>b<|end|>",
        "",
        "b",
    ),
    (
        "to=self{{ x }}",
        "<|start|>assistant",
        " to=self<|message|>a<|eom|><|start|>assistant to=user<|message|>b<|eot|>",
        "a",
        "b",
    ),
    (
        "<think></think><response>{{ x }}",
        "assistant",
        "<think>a</think><response>b <response> c</response>",
        "a",
        "b <response> c",
    ),
    ("{{ x }}", "assistant\n", "<think>\na</think>\n<answer>b</answer>", "a", "b"),
    ("{{ x }}", "assistant\n", "Say <think>a</think>b", "", "Say <think>a</think>b"),
    ("{{ x }}", "assistant\n", "<thi", "", "<thi"),
    ("{{ x }}", "assistant\n", "\n</think>\n\nb </think> c", "", "b </think> c"),
    ("{{ x }}", "[/INST]", "[/THINK]b", "", "b"),
    (
        "<|channel|>{{ x }}",
        "<|start|>assistant",
        "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|chan",
        "a",
        "",
    ),
    (
        "<|channel|>{{ x }}",
        "<|start|>assistant",
        "<|channel|>analysis<|message|>final<|message|>?<|end|>\n<|start|>assistant<|channel|>final<|message|>ok",
        "final<|message|>?",
        "ok",
    ),
    ("<|START_THINKING|><|END_THINKING|>{{ x }}", "<|CHATBOT_TOKEN|>", "<|START_RESPONSE|>b<|END_RESPONSE|>", "", "b"),
    (
        "Here is my thought process: {{ x }}",
        "<|end_of_role|>",
        "Here is my thought process: a Here is my res",
        "a Here is my res",
        "",
    ),
    (
        "<|channel>thought{{ x }}",
        "<|turn>model\n",
        "<|channel>thought\n<channel|><|channel>thought\na<channel|>b",
        "a",
        "b",
    ),
    ("to=self{{ x }}", "<|start|>assistant", "to=self is a header", "", "to=self is a header"),
]


def _sides(splitter: StreamSplitter, pieces: list[str]) -> tuple[str, str]:
    deltas = [delta for piece in pieces for delta in splitter.feed(piece)] + splitter.finish()
    texts = ["".join(d.text for d in deltas if d.kind == kind) for kind in ("thinking", "answer")]
    return re.sub(r"\n+", "\n", texts[0].strip()), re.sub(r"\n+", "\n", texts[1].strip())


def _cut(raw: str, chance: random.Random) -> list[str]:
    pieces = []
    while raw:
        size = chance.randint(1, 9)
        pieces.append(raw[:size])
        raw = raw[size:]
    return pieces


@pytest.mark.parametrize(("template", "tail", "raw", "thinking", "answer"), _CASES)
def test_a_reply_is_split_alike_however_it_is_cut(
    template: str, tail: str, raw: str, thinking: str, answer: str
) -> None:
    chance = random.Random(1)
    cuts = [[raw], list(raw), *(_cut(raw, chance) for _ in range(10))]

    sides = {_sides(StreamSplitter(format_for_template(template), prompt_tail=tail), cut) for cut in cuts}

    assert sides == {(thinking, answer)}


@pytest.mark.parametrize("case", [case for case in _CASES if case[3] and case[4]])
def test_a_reply_goes_on_alike_wherever_it_was_cut(case: tuple[str, str, str, str, str]) -> None:
    template, tail, raw, _thinking, _answer = case
    form = format_for_template(template)
    whole = _sides(StreamSplitter(form, prompt_tail=tail), [raw])

    for at in range(1, len(raw)):
        before = StreamSplitter(form, prompt_tail=tail).feed(raw[:at])
        rest = StreamSplitter.continuing(form, prompt_tail=tail, written=raw[:at])
        after = [*rest.feed(raw[at:]), *rest.finish()]
        for kind, expected in zip(("thinking", "answer"), whole, strict=True):
            joined = "".join(delta.text for delta in (*before, *after) if delta.kind == kind)
            assert joined.split() == expected.split(), (at, kind)


@pytest.mark.parametrize("case", [case for case in _CASES if case[3] and case[4]])
def test_what_was_told_when_a_reply_was_cut_is_not_told_again(case: tuple[str, str, str, str, str]) -> None:
    template, tail, raw, _thinking, _answer = case
    form = format_for_template(template)
    whole = StreamSplitter(form, prompt_tail=tail)
    expected = _told([*whole.feed(raw), *whole.finish()])

    for at in range(1, len(raw)):
        cut = StreamSplitter(form, prompt_tail=tail)
        thinking, answer = _told([*cut.feed(raw[:at]), *cut.finish()])
        rest = StreamSplitter.continuing(
            form, prompt_tail=tail, written=raw[:at], told_thinking=thinking, told_answer=answer
        )
        after = _told([*rest.feed(raw[at:]), *rest.finish()])
        if expected[0].startswith(thinking) and expected[1].startswith(answer):  # else half a marker was told
            assert (thinking + after[0], answer + after[1]) == expected, at


def _told(deltas: list[Delta]) -> tuple[str, str]:
    thinking, answer = ("".join(d.text for d in deltas if d.kind == kind) for kind in ("thinking", "answer"))
    return thinking, answer


def test_an_empty_thought_inside_an_answer_gives_no_empty_piece() -> None:
    splitter = StreamSplitter(format_for_template("[THINK]{{ x }}"), prompt_tail="[/INST]")

    deltas = [*splitter.feed("one"), *splitter.feed("[THINK][/THINK]"), *splitter.finish()]

    assert deltas == [("answer", "one")]


def test_a_template_that_sets_thousands_of_names_is_read_all_the_same() -> None:
    names = "".join(f"{{% set a{number} = '<think>' %}}" for number in range(30_000))

    assert format_for_template(f"{names}{{% if add_generation_prompt %}}{'b ' * 30_000}{{{{ a7 }}}}").opened_by_prompt
    assert not format_for_template(f"{names}{{% if add_generation_prompt %}}{'b ' * 30_000}").opened_by_prompt
