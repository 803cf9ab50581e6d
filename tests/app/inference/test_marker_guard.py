from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from app.inference.marker_guard import CUT, MarkerGuard, with_cuts

MARKERS = ("<think>", "</think>", "<|im_end|>", "<<|", "[INST]")


def test_a_marker_is_cut_and_nothing_else_changes() -> None:
    guard = MarkerGuard(MARKERS)

    protected = guard.protect("I like </think> tags, and <b>bold</b>.")

    assert protected.replace(CUT, "") == "I like </think> tags, and <b>bold</b>."
    assert protected.count(CUT) == 1
    assert "</think>" not in protected


def test_the_sign_itself_cannot_be_smuggled_in() -> None:
    assert MarkerGuard(MARKERS).protect(f"a{CUT}b") == "ab"
    assert MarkerGuard(()).protect(f"a{CUT}b") == "ab"


@given(st.lists(st.sampled_from([*MARKERS, "<", "|", "<|", "im_end", "x", " ", ">"]), max_size=40).map("".join))
def test_no_part_contains_a_marker_and_no_text_is_lost(text: str) -> None:
    protected = MarkerGuard(MARKERS).protect(text)

    assert protected.replace(CUT, "") == text
    for part in protected.split(CUT):
        assert not any(marker in part for marker in MARKERS)


def test_a_quoted_closing_tag_is_no_soft_switch_either() -> None:
    protected = MarkerGuard(MARKERS).protect("What does </think> mean?")

    assert "/think" not in protected


@pytest.mark.parametrize("text", ["</think>", r"\ufdd0", r"a \ufdd0</think> b", r"\\ufdd0", "\\"])
def test_a_cut_that_a_template_spells_out_is_a_cut_again_and_nothing_is_lost(text: str) -> None:
    protected = MarkerGuard(MARKERS).protect(text)
    spelled = json.dumps(protected)

    assert json.loads(with_cuts(spelled).replace(CUT, "")) == text
    assert with_cuts(protected).replace(CUT, "") == text
