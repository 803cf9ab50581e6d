"""Tags that no known family writes so: named by a template, or the first thing in a reply; wrappers of answers go."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.reasoning import StreamSplitter, controls_for_template, format_for_template

_CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "data" / "spelled_tags.json").read_text(encoding="utf-8")
)


def _split(case: dict[str, Any], *, step: int, is_marker_token: bool | None = None) -> tuple[str, str]:
    template = case.get("names", "{{ messages[0].content }}")
    splitter = StreamSplitter(format_for_template(template), prompt_tail=case.get("tail", "<|im_start|>assistant\n"))
    raw = case["raw"]
    deltas = []
    for at in range(0, len(raw), step):
        deltas += splitter.feed(raw[at : at + step], is_marker_token=is_marker_token)
    deltas += splitter.finish()
    thinking, answer = ("".join(d.text for d in deltas if d.kind == kind) for kind in ("thinking", "answer"))
    return thinking.strip(), answer.strip()


@pytest.mark.parametrize("step", [1, 3, 1_000])
@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["id"])
def test_a_thought_is_one_however_its_tags_are_spelled(case: dict[str, Any], step: int) -> None:
    assert _split(case, step=step) == (case["thinking"], case["answer"])


@pytest.mark.parametrize("case", [case for case in _CASES if "names" not in case], ids=lambda case: case["id"])
def test_tags_made_of_text_act_beside_the_real_tokens_of_a_vocabulary(case: dict[str, Any]) -> None:
    with_tokens = case | {"names": "<think>\n{{ x }}</think>", "tail": "assistant\n<think>\n\n</think>\n\n"}
    if case["id"].startswith("unused"):
        pytest.skip("these tags are tokens")

    assert _split(with_tokens, step=1, is_marker_token=False) == (case["thinking"], case["answer"])


def test_a_template_that_names_tags_says_that_its_model_thinks() -> None:
    template = "{{ 'Put the thought into <reasoning> and </reasoning>.' }}"
    form = format_for_template(template)

    assert form.thinks
    assert form.forced_close == "\n</reasoning>\n\n"
    assert controls_for_template(template).thinks
