"""A reply with a real close token only: what stands before it is the thought, and nothing else waits for long."""

from __future__ import annotations

from itertools import groupby

import pytest

from app.reasoning import StreamSplitter, format_for_model, format_for_template

_THINKS = "<think>\n{{ x }}</think>"
_TAIL = "<|im_start|>assistant\n"


def _split(
    pieces: list[str], *, template: str = _THINKS, tail: str = _TAIL, awaits: bool = True, tokens: tuple[str, ...] = ()
) -> list[str]:
    """Return what is thought and what is answer; pieces in «» are real tokens."""
    form = format_for_model(template, has_token=tokens.__contains__)
    splitter = StreamSplitter(form, prompt_tail=tail, awaits_close=awaits)
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


_SILENT = "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
_PAIRS = [("<think>", "</think>"), ("[THINK]", "[/THINK]"), ("<seed:think>", "</seed:think>")]


@pytest.mark.parametrize("tokens", _PAIRS)
def test_a_template_that_names_no_thinking_leaves_it_to_the_vocabulary(tokens: tuple[str, str]) -> None:
    pieces = ["Let me", " add.\n", f"«{tokens[1]}»", "\n\n", "It is five."]

    assert _split(pieces, template=_SILENT, tokens=tokens) == ["t: Let me add.", "a: It is five."]
    assert _split(pieces, template=_SILENT, tokens=tokens, awaits=False) == ["a: Let me add.\n\n\nIt is five."]
    assert _split(["Just so."], template=_SILENT, tokens=tokens) == ["a: Just so."]


def test_such_a_reply_waits_for_a_few_lines_only_and_a_later_close_is_learnt() -> None:
    form = format_for_model(_SILENT, has_token=_PAIRS[0].__contains__)
    splitter = StreamSplitter(form, prompt_tail=_TAIL)
    shown = [d for _ in range(100) for d in splitter.feed("word ", is_marker_token=False)]
    before = splitter.closed_unopened
    after = [*splitter.feed("</think>", is_marker_token=True), *splitter.feed(" Five.", is_marker_token=False)]

    assert "".join(d.text for d in shown).startswith("word word")
    assert {d.kind for d in (*shown, *after)} == {"answer"}
    assert (before, splitter.closed_unopened) == (False, True)


def test_a_stray_close_after_the_answer_teaches_nothing() -> None:
    form = format_for_model(_SILENT, has_token=_PAIRS[0].__contains__)
    splitter = StreamSplitter(form, prompt_tail=_TAIL)
    splitter.feed("word " * 100, is_marker_token=False)
    splitter.feed("</think>", is_marker_token=True)
    splitter.feed("\n", is_marker_token=False)
    splitter.finish()

    assert splitter.closed_unopened is False
