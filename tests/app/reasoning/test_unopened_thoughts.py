"""A reply with a real close token only: what stands before it is the thought, and nothing else waits for long."""

from __future__ import annotations

from itertools import groupby

import pytest

from app.reasoning import StreamSplitter, format_for_template

_THINKS = "<think>\n{{ x }}</think>"
_TAIL = "<|im_start|>assistant\n"


def _split(pieces: list[str], *, template: str = _THINKS, tail: str = _TAIL, awaits: bool = True) -> list[str]:
    """Return what is thought and what is answer; pieces in «» are real tokens."""
    splitter = StreamSplitter(format_for_template(template), prompt_tail=tail, awaits_close=awaits)
    deltas = [d for piece in pieces for d in splitter.feed(piece.strip("«»"), is_marker_token=piece.startswith("«"))]
    deltas += splitter.finish()
    return [kind[0] + ": " + "".join(d.text for d in run) for kind, run in groupby(deltas, key=lambda d: d.kind)]


@pytest.mark.parametrize(
    ("template", "close"),
    [
        (_THINKS, "</think>"),
        ("[THINK]{{ x }}[/THINK]", "[/THINK]"),
        ("<seed:think>{{ x }}</seed:think>", "</seed:think>"),
    ],
)
def test_what_stands_before_a_close_token_is_the_thought(template: str, close: str) -> None:
    pieces = ["Let me", " add", ".", f"«{close}»", "\n\n", "It is five."]

    assert _split(pieces, template=template) == ["t: Let me add.", "a: It is five."]


def test_a_preamble_before_an_open_token_is_an_answer() -> None:
    pieces = ["Sure.\n", "«<think>»", "Two", "«</think>»", "\n\nFive."]

    assert _split(pieces) == ["a: Sure.\n", "t: Two", "a: \n\nFive."]


def test_without_any_marker_it_is_an_answer() -> None:
    assert _split(["Just", " so."]) == ["a: Just so."]


def test_text_that_only_looks_like_a_close_marker_decides_nothing() -> None:
    assert _split(["It is", " </think>", " that closes."]) == ["a: It is </think> that closes."]


def test_a_quoted_close_token_decides_nothing() -> None:
    assert _split(["Write `", "«</think>»", "` last."]) == ["a: Write `</think>` last."]


def test_a_reply_that_may_not_think_is_shown_at_once() -> None:
    splitter = StreamSplitter(format_for_template(_THINKS), prompt_tail=_TAIL, awaits_close=False)

    assert splitter.feed("Just", is_marker_token=False) == [("answer", "Just")]


def test_after_a_closed_thought_nothing_waits() -> None:
    splitter = StreamSplitter(format_for_template(_THINKS), prompt_tail=f"{_TAIL}<think>\n\n</think>\n\n")

    assert splitter.feed("Just", is_marker_token=False) == [("answer", "Just")]
    assert splitter.closed_unopened is None


def test_a_long_reply_does_not_wait_for_ever() -> None:
    splitter = StreamSplitter(format_for_template(_THINKS), prompt_tail=_TAIL)
    shown = [d for _ in range(500) for d in splitter.feed("word ", is_marker_token=False)]

    assert "".join(d.text for d in shown).startswith("word word")
    assert splitter.closed_unopened is False


def test_it_is_told_which_way_it_went() -> None:
    splitter = StreamSplitter(format_for_template(_THINKS), prompt_tail=_TAIL)
    splitter.feed("Hm.", is_marker_token=False)
    before = splitter.closed_unopened
    splitter.feed("</think>", is_marker_token=True)

    assert (before, splitter.closed_unopened) == (None, True)
