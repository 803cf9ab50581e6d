"""Texts that go round in circles are noticed whatever pieces they come in, and honest repetition is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.inference.loop_guard import LEAST_ANSWER_TOKENS, LEAST_TOKENS, TextLoopGuard

_DATA = json.loads((Path(__file__).parents[2] / "data" / "circling_texts.json").read_text(encoding="utf-8"))


def _circles(case: dict[str, Any], size: int) -> bool:
    guard = TextLoopGuard(least_tokens=LEAST_TOKENS if case["kind"] == "thought" else LEAST_ANSWER_TOKENS)
    text = "".join(piece * times for piece, times in case["pieces"])
    for at in range(0, len(text), size):
        guard.add(text[at : at + size])
    return guard.is_looping


@pytest.mark.parametrize("case", [*_DATA["own"], *_DATA["kept_aside"]], ids=lambda case: case["name"])
def test_circles_are_told_from_honest_repetition_in_whatever_pieces(case: dict[str, Any]) -> None:
    assert {_circles(case, size) for size in (1, 4, 7, 100)} == {case["circles"]}
