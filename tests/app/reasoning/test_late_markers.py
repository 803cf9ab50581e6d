"""Markers that come twice, late, alone or quoted, in every family: none is shown, no text is swallowed.

In the replies real marker tokens stand in «»; everything else is text, also what looks like a marker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import pytest

from app.reasoning import StreamSplitter, format_for_template

GLM = "[gMASK]<sop>{{ x }}<tool_call>{% if add_generation_prompt %}<|assistant|><think></think>{% endif %}"
QWEN = "{{ x }}<think>\n\n</think>\n\n"
KIMI_K3 = "<|open|>think<|sep|>{{ x }}<|end_of_msg|>"
GEMMA = "<|channel>thought\n{{ x }}<channel|>"
MAGISTRAL = "[THINK]{{ x }}[/THINK]"
APERTUS = "<|inner_prefix|>{{ x }}<|inner_suffix|>"
SEED = "<seed:think>{{ x }}</seed:think>"
MINIMAX_M3 = "<mm:think>{{ x }}</mm:think>"
KIMI_VL = "◁think▷{{ x }}◁/think▷"
COHERE = "<|START_THINKING|>{{ x }}<|END_THINKING|>"
HARMONY = "<|channel|>{{ x }}"
SOLAR = "<|think|>{{ x }}<|content|>"
MUSE = "to=self{{ x }}"
APRIEL = "Here are my reasoning steps:\n{{ x }}[BEGIN FINAL RESPONSE]"
HUNYUAN = "<think>\n{{ x }}</think>\n<answer>"
GRANITE = "<think></think><response>{{ x }}"
EXAONE = "<thought>\n{{ x }}</thought>"

K3_OPEN = "<|open|>think<|sep|>"
K3_ANSWER = "So.«<|close|>»think«<|sep|>»«<|open|>»response«<|sep|>»"
K3_RESPONSE_END = "«<|close|>»response«<|sep|>»"
K3_MESSAGE_END = "«<|close|>»message«<|sep|>»"
K3_CALL = (
    '«<|open|>»tools«<|sep|>»«<|open|>»call tool="f" index="1"«<|sep|>»'
    "«<|close|>»call«<|sep|>»«<|close|>»tools«<|sep|>»"
)


class Case(NamedTuple):
    """A reply and its sides; `as_text` where it is another for a vocabulary without the markers."""

    template: str
    tail: str
    reply: str
    thinking: str
    answer: str
    as_text: tuple[str, str] | None = None
    tools: bool = False


def _plain(reply: str) -> str:
    return re.sub("[«»]", "", reply)


CASES = [
    # A real open marker begins another thought after an answer; text that looks like one does not.
    Case(
        GLM,
        "<think>",
        "plan«</think>»One.«<think>»more«</think>»Two.",
        "plan\nmore",
        "One.\nTwo.",
        ("plan", "One.<think>more</think>Two."),
    ),
    Case(
        GLM,
        "<think>",
        "\nplan\n«</think>»\n\nOne.\n«<think>»\nmore\n«</think>»\n\nTwo.\n",
        "plan\nmore",
        "One.\nTwo.",
        ("plan", "One.\n<think>\nmore\n</think>\nTwo."),
    ),
    Case(GLM, "<think>", "plan«</think>»One.«<think>»more", "plan\nmore", "One.", ("plan", "One.<think>more")),
    Case(
        GLM,
        "<think>",
        "plan«</think>»One «<think>»«</think>»two.",
        "plan",
        "One two.",
        ("plan", "One <think></think>two."),
    ),
    Case(
        GLM,
        "<think>",
        'plan«</think>»He said "yes"«<think>»more«</think>»Two.',
        "plan\nmore",
        'He said "yes"\nTwo.',
        ("plan", 'He said "yes"<think>more</think>Two.'),
    ),
    Case(
        QWEN,
        "<think>\n\n</think>\n\n",
        "One.\n\n«<think>»\nhm\n«</think>»\n\nTwo.",
        "hm",
        "One.\nTwo.",
        ("", "One.\n<think>\nhm\n</think>\nTwo."),
    ),
    Case(
        SEED,
        "assistant\n",
        "«<seed:think>»a«</seed:think>»b«<seed:think>»c«</seed:think>»d",
        "a\nc",
        "b\nd",
        ("a", "b<seed:think>c</seed:think>d"),
    ),
    # Quoted ones are text, whatever they are made of.
    Case(
        GLM,
        "<think>",
        "plan«</think>»The tag `«<think>»` opens, `«</think>»` closes.",
        "plan",
        "The tag `<think>` opens, `</think>` closes.",
    ),
    Case(
        GLM,
        "<think>",
        "x«</think>»So:\n```\n«<think>»\nhm\n«</think>»\n```\nThat is all.",
        "x",
        "So:\n```\n<think>\nhm\n</think>\n```\nThat is all.",
    ),
    Case(
        GLM,
        "<think>",
        'x«</think>»It prints "«<think>»" first, then “«</think>»”.',
        "x",
        'It prints "<think>" first, then “</think>”.',
    ),
    Case(
        MAGISTRAL,
        "[/INST]",
        "«[THINK]»a«[/THINK]»Write `[THINK]` and `[/THINK]`.",
        "a",
        "Write `[THINK]` and `[/THINK]`.",
    ),
    Case(
        KIMI_K3,
        K3_OPEN,
        f"{K3_ANSWER}Use `<|close|>message<|sep|>` last.{K3_RESPONSE_END}{K3_MESSAGE_END}",
        "So.",
        "Use `<|close|>message<|sep|>` last.",
    ),
    # What closes the answer, the message and the turn.
    Case(KIMI_K3, K3_OPEN, f"{K3_ANSWER}Hi.{K3_RESPONSE_END}{K3_MESSAGE_END}", "So.", "Hi."),
    Case(KIMI_K3, K3_OPEN, f"{K3_ANSWER}Hi.{K3_RESPONSE_END}{K3_MESSAGE_END}«<|end_of_msg|>»", "So.", "Hi."),
    Case(KIMI_K3, K3_OPEN, f"{K3_ANSWER}Hi.\n{K3_MESSAGE_END}", "So.", "Hi."),
    Case(KIMI_K3, K3_OPEN, f"{K3_ANSWER}Hi.{K3_RESPONSE_END}{K3_RESPONSE_END}{K3_MESSAGE_END}", "So.", "Hi."),
    Case(KIMI_K3, K3_OPEN, f"{K3_ANSWER}Hi.«<|close|>»mess", "So.", "Hi.", ("So.", "Hi.<|close|>mess")),
    Case(
        KIMI_K3,
        K3_OPEN,
        f"{K3_ANSWER}Hi.{K3_RESPONSE_END}{K3_CALL}{K3_MESSAGE_END}",
        "So.",
        f"Hi.{_plain(K3_CALL)}",
        tools=True,
    ),
    Case(
        COHERE,
        "",
        "«<|START_THINKING|>»a«<|END_THINKING|>»«<|START_RESPONSE|>»b«<|END_RESPONSE|>»«<|END_RESPONSE|>»",
        "a",
        "b",
    ),
    Case(
        COHERE,
        "",
        "«<|START_THINKING|>»a«<|END_THINKING|>»«<|START_RESPONSE|>»b«<|END_RESPONSE|>»«<|END_THINKING|>»",
        "a",
        "b",
    ),
    Case(HARMONY, "<|start|>assistant", "«<|channel|>»final«<|message|>»Hi.«<|return|>»«<|return|>»", "", "Hi."),
    Case(HARMONY, "<|start|>assistant", "«<|channel|>»final«<|message|>»Hi.«<|end|>»«<|start|>»assistant", "", "Hi."),
    Case(SOLAR, "<|begin|>assistant", "«<|content|>»Go.«<|end|>»«<|flush|>»", "", "Go."),
    Case(
        APRIEL,
        "Here are my reasoning steps:\n",
        "a\n[BEGIN FINAL RESPONSE]\nb\n[END FINAL RESPONSE]\n<|end|>\n<|end|>",
        "a",
        "b",
    ),
    Case(HUNYUAN, "assistant", "<think>a</think><answer>b</answer></answer>", "a", "b"),
    # An extra empty thought, and a close marker too many.
    Case(GEMMA, "<|turn>model\n", "«<|channel>»thought\n«<channel|>»Hi.\nYou?«<channel|>»", "", "Hi.\nYou?"),
    Case(GEMMA, "<|turn>model\n", "«<|channel>»thought\n«<channel|>»Hi.«<|channel>»thought\n«<channel|>»", "", "Hi."),
    Case(
        GEMMA,
        "<|turn>model\n",
        "«<|channel>»thought\n«<channel|>»Hi.«<|channel>»thought\n«<channel|>»«<channel|>»",
        "",
        "Hi.",
    ),
    Case(GEMMA, "<|turn>model\n", "«<|channel>»«<|channel>»thought\n«<channel|>»Hi.", "", "Hi."),
    Case(
        GEMMA,
        "<|turn>model\n",
        "«<|channel>»thought\nplan«<channel|>»One «<|channel>»thought\n«<channel|>»«<channel|>»two.",
        "plan",
        "One two.",
    ),
    Case(
        GEMMA,
        "<|turn>model\n",
        "«<|channel>»thought\n«<channel|>»One.«<channel|>» Two.",
        "",
        "One. Two.",
        ("", "One.<channel|> Two."),
    ),
    Case(MAGISTRAL, "[/INST]", "«[THINK]»a«[/THINK]»b«[/THINK]»", "a", "b"),
    Case(QWEN, "<think>\n", "a\n«</think>»\n\nb\n«</think>»\n", "a", "b"),
    Case(MINIMAX_M3, "ai\n", "«</mm:think>»hi«</mm:think>»", "", "hi"),
    Case(KIMI_VL, "<|im_middle|>", "«◁think▷»a«◁/think▷»b«◁/think▷»«◁/think▷»", "a", "b"),
    Case(
        GLM,
        "</think>",
        "One.\n«<think>»a«</think>»\nTwo.\n«<think>»b«</think>»\nThree.",
        "a\nb",
        "One.\nTwo.\nThree.",
        ("", "One.\n<think>a</think>\nTwo.\n<think>b</think>\nThree."),
    ),
    Case(GLM, "<think>", "p«</think>»«<think>»q«</think>»A.", "p\nq", "A.", ("p", "<think>q</think>A.")),
    Case(GLM, "<think>", "p«</think>»\n\n«<think>»\n«</think>»\n\nA.", "p", "A.", ("p", "<think>\n</think>\nA.")),
    Case(
        GLM,
        "<think>",
        "p«</think>»答え。«<think>»再考«</think>»完了。",
        "p\n再考",
        "答え。\n完了。",
        ("p", "答え。<think>再考</think>完了。"),
    ),
    Case(
        GLM,
        "<think>",
        "p«</think>»Run `a`.«<think>»q«</think>»Done",
        "p\nq",
        "Run `a`.\nDone",
        ("p", "Run `a`.<think>q</think>Done"),
    ),
    Case(
        GLM,
        "<think>",
        "p«</think>»```py\nx = 1\n```\n«<think>»q«</think>»Done",
        "p\nq",
        "```py\nx = 1\n```\nDone",
        ("p", "```py\nx = 1\n```\n<think>q</think>Done"),
    ),
    Case(
        GLM,
        "<think>",
        "p«</think>»Size is 5` wide.\n\nNext.«<think>»q«</think>»Done",
        "p\nq",
        "Size is 5` wide.\nNext.\nDone",
        ("p", "Size is 5` wide.\nNext.<think>q</think>Done"),
    ),
    Case(GLM, "<think>", "p«</think>»~~~\n«<think>»\n~~~\nok", "p", "~~~\n<think>\n~~~\nok"),
    Case(GLM, "<think>", "p«</think>»``a ` «<think>» b`` ok", "p", "``a ` <think> b`` ok"),
    Case(GLM, "<think>", "p«</think>»『«<think>»』と書く", "p", "『<think>』と書く"),
    Case(
        MINIMAX_M3,
        "ai\n",
        "«<mm:think>»a«</mm:think>»b«<mm:think>»c«</mm:think>»d",
        "a\nc",
        "b\nd",
        ("a", "b<mm:think>c</mm:think>d"),
    ),
    Case(KIMI_VL, "", "«◁think▷»a«◁/think▷»b«◁think▷»c", "a\nc", "b", ("a", "b◁think▷c")),
    Case(KIMI_K3, K3_OPEN, f"{K3_ANSWER}Hi.{K3_RESPONSE_END}«<|end_of_msg|>»«<|end_of_msg|>»", "So.", "Hi."),
    Case(KIMI_K3, K3_OPEN, f"{K3_ANSWER}Hi.{K3_RESPONSE_END}\n{K3_MESSAGE_END}\n", "So.", "Hi."),
    Case(KIMI_K3, K3_OPEN, f"{K3_ANSWER}Hi.{K3_MESSAGE_END}{K3_MESSAGE_END}", "So.", "Hi."),
    Case(KIMI_K3, K3_OPEN, f"{K3_ANSWER}Hi.«<|close|>»think«<|sep|>»", "So.", "Hi."),
    Case(KIMI_K3, K3_OPEN, f"So.«<|open|>»response«<|sep|>»Hi.{K3_MESSAGE_END}", "So.", "Hi."),
    Case(KIMI_K3, "<|open|>response<|sep|>", f"Hi.{K3_RESPONSE_END}{K3_MESSAGE_END}", "", "Hi."),
    Case(
        KIMI_K3, K3_OPEN, f"{K3_ANSWER}{K3_RESPONSE_END}{K3_CALL}{K3_MESSAGE_END}", "So.", _plain(K3_CALL), tools=True
    ),
    Case(KIMI_K3, K3_OPEN, f"So.{K3_CALL}{K3_MESSAGE_END}", "So.", _plain(K3_CALL), tools=True),
    Case(
        KIMI_K3,
        K3_OPEN,
        f"{K3_ANSWER}Hi.{K3_RESPONSE_END} and more",
        "So.",
        "Hi. and more",
        ("So.", "Hi.<|close|>response<|sep|> and more"),
    ),
    Case(
        KIMI_K3,
        K3_OPEN,
        f"{K3_ANSWER}Hi.«<|open|>»think«<|sep|>»b«<|close|>»think«<|sep|>»«<|open|>»response«<|sep|>»Yo{K3_RESPONSE_END}{K3_MESSAGE_END}",
        "So.\nb",
        "Hi.\nYo",
    ),
    Case(GEMMA, "", "Plain.«<channel|>»", "", "Plain."),
    Case(GEMMA, "", "«<channel|>»Plain.«<channel|>»«<channel|>»", "", "Plain."),
    Case(GEMMA, "", "«<|channel>»thought\na«<channel|>»«<channel|>»b", "a", "b"),
    Case(
        GEMMA,
        "",
        "«<|channel>»thought\na«<channel|>»b\n\n«<|channel>»thought\n«<channel|>»\n\n«<channel|>»\n",
        "a",
        "b",
    ),
    Case(GEMMA, "", "«<|channel>»thought\na«<channel|>»b«<|channel>»", "a", "b"),
    Case(GEMMA, "", "«<|channel>»thought\na«<channel|>»b«<|channel>»thought", "a", "b"),
    Case(GEMMA, "", "«<|channel>»thought\na«<channel|>»Say `<channel|>` now.", "a", "Say `<channel|>` now."),
    Case(GEMMA, "", "«<|channel>»thought\na«<channel|>»Ends with `<channel|>`", "a", "Ends with `<channel|>`"),
    Case(GEMMA, "", "«<|channel>»thought\na«<channel|>»Ends with `<channel|>", "a", "Ends with `<channel|>"),
    Case(GEMMA, "<|channel>thought\n<channel|>", "Pick B.«<channel|>»", "", "Pick B."),
    Case(APERTUS, "", "«<|inner_prefix|>»a«<|inner_suffix|>»b«<|inner_suffix|>»", "a", "b"),
    Case(
        APERTUS,
        "",
        "«<|inner_prefix|>»a«<|inner_suffix|>»b«<|inner_prefix|>»«<|inner_suffix|>»«<|inner_suffix|>»",
        "a",
        "b",
    ),
    Case(MAGISTRAL, "", "«[/THINK]»b«[/THINK]»c", "", "bc", ("", "b[/THINK]c")),
    Case(SEED, "", "«<seed:think>»a«</seed:think>»b\n«</seed:think>»", "a", "b"),
    Case(EXAONE, "<thought>\n", "a\n</thought>\n\nb\n</thought>", "a", "b"),
    Case(EXAONE, "<thought>\n", "a\n</thought>\n\nb </thought> c", "a", "b </thought> c"),
    Case(HUNYUAN, "assistant", "<think>a</think><answer>b</answer></think>", "a", "b"),
    Case(HUNYUAN, "assistant", "<think>a</think></think><answer>b</answer>\n</answer>\n", "a", "b"),
    Case(GRANITE, "assistant", "<think>a</think><response>b</response></response>", "a", "b"),
    Case(MUSE, "<|start|>assistant", "to=user«<|message|>»Hi«<|eom|>»«<|eot|>»", "", "Hi"),
    Case(
        HARMONY,
        "<|start|>assistant",
        "«<|channel|>»analysis«<|message|>»a«<|end|>»«<|end|>»«<|start|>»assistant«<|channel|>»final«<|message|>»b«<|return|>»",
        "a",
        "b",
    ),
    Case(HARMONY, "<|start|>assistant", "«<|channel|>»final«<|message|>»b«<|end|>»«<|return|>»«<|end|>»", "", "b"),
    Case(
        HARMONY,
        "<|start|>assistant",
        "«<|channel|>»final«<|message|>»one«<|end|>»«<|start|>»assistant«<|channel|>»analysis«<|message|>»t«<|end|>»«<|start|>»assistant«<|channel|>»final«<|message|>»two«<|return|>»",
        "t",
        "one\ntwo",
    ),
    Case(
        HARMONY,
        "<|start|>assistant",
        "«<|channel|>»final«<|message|>»Say `<|end|>` and `<|channel|>`.«<|return|>»",
        "",
        "Say `<|end|>` and `<|channel|>`.",
    ),
    Case(
        SOLAR,
        "<|begin|>assistant",
        "«<|think|>»a«<|end|>»«<|end|>»«<|begin|>»assistant«<|content|>»b«<|end|>»«<|end|>»",
        "a",
        "b",
    ),
    Case(COHERE, "", "«<|START_THINKING|>»a«<|END_THINKING|>»«<|END_THINKING|>»b«<|END_RESPONSE|>»", "a", "b"),
    Case(
        COHERE,
        "",
        "«<|START_THINKING|>»a«<|END_THINKING|>»b«<|START_THINKING|>»c«<|END_THINKING|>»«<|START_RESPONSE|>»d«<|END_RESPONSE|>»",
        "a\nc",
        "b\nd",
        ("a", "b<|START_THINKING|>c<|END_THINKING|><|START_RESPONSE|>d"),
    ),
    Case(QWEN, "<think>\n", "a\n</think>\n\nClose it with `</think>`", "a", "Close it with `</think>`"),
    Case(
        QWEN,
        "<think>\n",
        "a\n«</think>»\n\nIt is «</think>» that closes.",
        "a",
        "It is  that closes.",
        ("a", "It is </think> that closes."),
    ),
]


def _sides(case: Case, pieces: Iterable[tuple[str, bool | None]]) -> tuple[str, str]:
    splitter = StreamSplitter(format_for_template(case.template), prompt_tail=case.tail, tools_offered=case.tools)
    deltas = [delta for text, is_real in pieces for delta in splitter.feed(text, is_marker_token=is_real)]
    deltas += splitter.finish()
    thinking, answer = ("".join(d.text for d in deltas if d.kind == kind) for kind in ("thinking", "answer"))
    return _normal(thinking), _normal(answer)


def _normal(text: str) -> str:
    return re.sub(r"\n+", "\n", text.strip())


def _pieces(reply: str) -> list[tuple[str, bool]]:
    parts = re.split("«(.*?)»", reply)
    return [(part, bool(index % 2)) for index, part in enumerate(parts) if part]


def _single_tokens(case: Case) -> bool:
    """Whether all that is marked as real can be a token of this format."""
    markers = format_for_template(case.template).markers
    return "«" in case.reply and all(text in markers for text, is_real in _pieces(case.reply) if is_real)


@pytest.mark.parametrize("case", [case for case in CASES if "«" in case.reply])
def test_real_markers_never_show_and_never_swallow(case: Case) -> None:
    pieces = _pieces(case.reply)
    cut = [(part, is_real) for text, is_real in pieces for part in ([text] if is_real else text)]

    assert _single_tokens(case)
    assert _sides(case, pieces) == (case.thinking, case.answer)
    assert _sides(case, cut) == (case.thinking, case.answer)


@pytest.mark.parametrize("case", CASES)
def test_markers_as_text_are_read_alike_wherever_they_are_cut(case: Case) -> None:
    raw = _plain(case.reply)
    expected = case.as_text or (case.thinking, case.answer)

    assert _sides(case, [(raw, None)]) == expected
    assert _sides(case, [(character, None) for character in raw]) == expected
    for at in range(1, len(raw)):
        assert _sides(case, [(raw[:at], None), (raw[at:], None)]) == expected


@pytest.mark.parametrize("case", [case for case in CASES if "«" in case.reply])
def test_text_that_only_looks_like_markers_is_kept_whole(case: Case) -> None:
    answer = _plain(case.reply)
    form = format_for_template(case.template)
    opening = "".join(f"«{part}»" if part in form.markers else part for part in re.split("(<.*?>)", form.off_prefix))
    pieces = [*_pieces(opening), ("Look: ", False), (answer, False)]

    _, shown = _sides(case._replace(tail="assistant"), pieces)

    for line in filter(None, re.split(r"\n+", answer)):
        assert line.strip() in shown
