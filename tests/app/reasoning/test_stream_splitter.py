"""What the splitter promises beyond the vectors: token identity, nothing lost, nothing moved, nothing held too long."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import groupby

import pytest
from hypothesis import given, settings, strategies as st

from app.reasoning import Delta, ReasoningFormat, StreamSplitter, format_for_template, is_words
from app.reasoning.known_formats import (
    BRACKET_THINK,
    FINAL_RESPONSE,
    GEMMA_CHANNEL,
    HARMONY,
    INNER_PREFIX,
    MUSE,
    NO_THINKING,
    OPEN_SEP,
    SEED_THINK,
    SOLAR,
    START_THINKING,
    THINK_TAGS,
    THINK_TAGS_WRAPPED,
    THOUGHT_PHRASES,
)

_FORMATS = (
    BRACKET_THINK, FINAL_RESPONSE, GEMMA_CHANNEL, HARMONY, INNER_PREFIX, MUSE, NO_THINKING, OPEN_SEP, SEED_THINK, SOLAR,
    START_THINKING, THINK_TAGS, THINK_TAGS_WRAPPED, THOUGHT_PHRASES, format_for_template("<think></think><tool_call>"),
)  # fmt: skip
_QWEN = format_for_template("{{ content }}<think>\n</think>")
_FRAGMENTS = (
    "a",
    " b",
    "\n",
    "   ",
    "<",
    "</",
    "<|",
    "[",
    "analysis",
    "final",
    " to=self",
    "thought",
    "assistant",
    "Here is",
)


def _split(
    form: ReasoningFormat, pieces: Iterable[tuple[str, bool | None]], *, tail: str = "", tools: bool = False
) -> list[tuple[str, str]]:
    splitter = StreamSplitter(form, prompt_tail=tail, tools_offered=tools)
    deltas = [delta for text, token in pieces for delta in splitter.feed(text, is_marker_token=token)]
    deltas += splitter.finish()
    return [(kind, "".join(d.text for d in run)) for kind, run in groupby(deltas, key=lambda d: d.kind)]


def _text(form: ReasoningFormat, raw: str, *, tail: str = "", tools: bool = False) -> list[tuple[str, str]]:
    return _split(form, [(raw, None)], tail=tail, tools=tools)


@st.composite
def _replies(draw: st.DrawFn) -> tuple[ReasoningFormat, str, list[str]]:
    form = draw(st.sampled_from(_FORMATS))
    markers = sorted({*form.markers, *form.open_markers, *form.close_markers, *form.plain_markers})
    fragments = draw(st.lists(st.sampled_from((*_FRAGMENTS, *markers)), max_size=12))
    tail = draw(st.sampled_from(("", "<|start|>assistant", "assistant\n" + "".join(form.open_markers[:1]))))
    return form, tail, fragments


@settings(max_examples=250)
@given(_replies(), st.data())
def test_any_way_of_cutting_gives_the_same_result(
    reply: tuple[ReasoningFormat, str, list[str]], data: st.DataObject
) -> None:
    form, tail, fragments = reply
    raw = "".join(fragments)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(raw)), max_size=10)))
    pieces = [raw[start:end] for start, end in zip([0, *cuts], [*cuts, len(raw)], strict=True)]
    whole = _text(form, raw, tail=tail, tools=True)

    assert _split(form, [(piece, None) for piece in pieces], tail=tail, tools=True) == whole
    assert _split(form, [(character, None) for character in raw], tail=tail, tools=True) == whole


@settings(max_examples=300)
@given(_replies())
def test_look_alike_text_may_be_cut_anywhere_and_never_acts(reply: tuple[ReasoningFormat, str, list[str]]) -> None:
    form, tail, fragments = reply
    pieces = [(text, text in form.markers) for text in fragments]
    cut = [(part, real) for text, real in pieces for part in ([text] if real else text)]

    assert _split(form, cut, tail=tail) == _split(form, pieces, tail=tail)


@settings(max_examples=200)
@given(st.sampled_from(_FORMATS), st.text(alphabet=st.characters(exclude_characters="<>[]|◁H:t", codec="utf-8")))
def test_text_without_markers_is_never_lost(form: ReasoningFormat, raw: str) -> None:
    assert "".join(text for _, text in _text(form, raw)).strip() == raw.strip()


@settings(max_examples=200)
@given(st.text(alphabet="ab <>/|[]\n"))
def test_an_answer_is_kept_to_the_last_character(raw: str) -> None:
    answer = "".join(text for kind, text in _text(_QWEN, "x</think>a" + raw, tail="<think>") if kind == "answer")

    assert answer == "a" + raw


def test_a_marker_cut_between_two_chunks_still_closes() -> None:
    splitter = StreamSplitter(_QWEN, prompt_tail="<think>\n")

    assert splitter.feed("So.\n</thi") == [Delta("thinking", "So.")]
    assert splitter.is_thinking
    assert splitter.feed("nk>\n\nYes") == [Delta("answer", "Yes")]
    assert splitter.state == "answer"


def test_text_appears_at_once_when_no_marker_can_follow() -> None:
    splitter = StreamSplitter(_QWEN, prompt_tail="<think>\n")

    assert splitter.feed("a < b and") == [Delta("thinking", "a < b and")]
    assert splitter.feed(" </th") == []
    assert splitter.feed("e") == [Delta("thinking", " </the")]


def test_a_dangling_marker_at_the_end_is_flushed_where_it_stands() -> None:
    assert _text(_QWEN, "hm </thi", tail="<think>") == [("thinking", "hm </thi")]
    assert _text(HARMONY, "<|channel|>analysis<|message|>Hm.<|en") == [("thinking", "Hm.<|en")]
    assert _text(_QWEN, "<thi") == [("answer", "<thi")]


def test_a_typed_close_marker_does_not_act_when_the_vocabulary_has_the_token() -> None:
    pieces = [("the </think> tag", False), ("</think>", True), ("Done: </think>.", False)]

    assert _split(_QWEN, pieces, tail="<think>") == [("thinking", "the </think> tag"), ("answer", "Done: </think>.")]


def test_a_control_token_opens_a_second_thought_only_as_a_real_token() -> None:
    pieces = [("[THINK]", True), ("a", False), ("[/THINK]", True), ("One, [THINK]. ", False)]
    pieces += [("[THINK]", True), ("b", False), ("[/THINK]", True), ("Two.", False)]

    assert _split(BRACKET_THINK, pieces) == [
        ("thinking", "a"),
        ("answer", "One, [THINK]."),
        ("thinking", "\n\nb"),
        ("answer", "\n\nTwo."),
    ]


def test_a_marker_of_several_tokens_acts_through_its_tokens() -> None:
    pieces = [("So.", False), ("<|close|>", True), ("think", False), ("<|sep|>", True), ("<|open|>", True)]
    pieces += [("response", False), ("<|sep|>", True), ("<|close|>think<|sep|> is text.", False)]
    pieces += [("<|close|>", True), ("response", False), ("<|sep|>", True), ("<|end_of_msg|>", True)]

    assert _split(OPEN_SEP, pieces, tail="<|open|>think<|sep|>") == [
        ("thinking", "So."),
        ("answer", "<|close|>think<|sep|> is text."),
    ]


def test_an_empty_block_in_mid_answer_leaves_the_sentence_whole() -> None:
    raw = "<|channel>thought\nplan<channel|>One <|channel>thought\n<channel|>two."

    assert _text(GEMMA_CHANNEL, raw) == [("thinking", "plan"), ("answer", "One two.")]


def test_a_tool_call_ends_a_thought_only_if_tools_were_offered() -> None:
    form = format_for_template("{{ content }}<think></think><tool_call>")
    raw = "Look.\n<tool_call>\n{}"

    assert _text(form, raw, tail="<think>", tools=True) == [("thinking", "Look."), ("answer", "<tool_call>\n{}")]
    assert _text(form, raw, tail="<think>") == [("thinking", raw)]


def test_an_answer_wrapper_inside_an_answer_is_text() -> None:
    raw = "<think>x</think><answer>Write <answer>1</answer> here.</answer>\n"

    assert _text(THINK_TAGS_WRAPPED, raw) == [("thinking", "x"), ("answer", "Write <answer>1</answer> here.")]


def test_an_end_marker_quoted_in_a_final_message_is_text() -> None:
    raw = "<|channel|>final<|message|>Use <|end|> to finish.<|return|>"

    assert _text(HARMONY, raw) == [("answer", "Use <|end|> to finish.")]


def test_a_preamble_and_a_tool_call_of_a_channel_protocol_are_answers() -> None:
    raw = (
        "<|channel|>analysis<|message|>Need it.<|end|><|start|>assistant<|channel|>commentary<|message|>Looking.<|end|>"
        '<|start|>assistant<|channel|>commentary to=functions.f <|constrain|>json<|message|>{"a": 1}<|call|>'
    )

    header = "<|channel|>commentary to=functions.f <|constrain|>json<|message|>"
    assert _text(HARMONY, raw, tools=True) == [
        ("thinking", "Need it."),
        ("answer", f'Looking.\n\n{header}{{"a": 1}}'),
    ]
    # Where no tool was offered nobody reads the call: its markers are none of the answer.
    assert _text(HARMONY, raw) == [("thinking", "Need it."), ("answer", 'Looking.\n\n{"a": 1}')]


@pytest.mark.parametrize("raw", ["Just an answer.", "to be or not", "<b>bold</b>", "<|start|>\nodd"])
def test_a_reply_outside_the_protocol_is_an_answer(raw: str) -> None:
    assert _text(HARMONY, raw) == [("answer", raw)]


def test_a_reply_of_an_unknown_model_takes_the_format_of_its_first_marker() -> None:
    assert _text(NO_THINKING, "\n[THINK]a[/THINK]b") == [("thinking", "a"), ("answer", "b")]
    assert _text(NO_THINKING, "<|channel|>analysis<|message|>a<|end|>") == [("thinking", "a")]
    assert _text(NO_THINKING, "So [THINK]a[/THINK]b") == [("answer", "So [THINK]a[/THINK]b")]


def test_a_continued_reply_goes_on_in_the_state_it_was_left_in() -> None:
    whole = "<think>\nFirst, then</think>\nYes."
    for cut in range(len(whole)):
        head = StreamSplitter(_QWEN, prompt_tail="")
        rest = StreamSplitter.continuing(_QWEN, prompt_tail="", written=whole[:cut])
        deltas = [*head.feed(whole[:cut]), *rest.feed(whole[cut:]), *rest.finish()]

        assert "".join(d.text for d in deltas if d.kind == "thinking") == "First, then"
        assert "".join(d.text for d in deltas if d.kind == "answer") == "Yes."


def _calls_for(form: ReasoningFormat, raw: str, *, step: int) -> int:
    """Return how many Python and C functions are called to split `raw`, what is made once for a format left out."""
    warm = StreamSplitter(form, prompt_tail="")
    warm.feed(raw)
    warm.finish()
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    splitter = StreamSplitter(form, prompt_tail="")
    pieces = [raw[at : at + step] for at in range(0, len(raw), step)]
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for piece in pieces:
            splitter.feed(piece)
        splitter.finish()
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("step", [1, 100_000])
@pytest.mark.parametrize("unit", ["<", " ", "</", "</think>", "<|channel|>", "<|start|>", "<|end|> ", "</answer> "])
@pytest.mark.parametrize("form", [THINK_TAGS_WRAPPED, HARMONY, GEMMA_CHANNEL, NO_THINKING], ids=lambda form: form.name)
def test_the_work_grows_no_faster_than_the_stream(form: ReasoningFormat, unit: str, step: int) -> None:
    short, long = unit * (2_000 // len(unit)), unit * (8_000 // len(unit))

    assert _calls_for(form, long, step=step) <= 4.5 * _calls_for(form, short, step=step) + 100


@pytest.mark.parametrize("unit", ["<", "</", "<|channel|>", "to=", "<|start|> ", "[TH"])
@pytest.mark.parametrize("form", _FORMATS, ids=lambda form: form.name)
def test_no_more_is_held_back_than_a_marker_or_a_header_needs(form: ReasoningFormat, unit: str) -> None:
    splitter = StreamSplitter(form, prompt_tail="")
    shown = 0
    for count, _ in enumerate(range(3_000), 1):
        shown += sum(len(delta.text) for delta in splitter.feed(unit))
        if form.channels is None and unit in ("<", "</", "[TH"):
            assert count * len(unit) - shown <= 64
    assert len(getattr(splitter._machine, "_held", "")) <= 600


@pytest.mark.parametrize(
    "header",
    [
        "<|channel|>analysis to=functions.f <|constrain|>json<|message|>",
        " to=functions.f<|channel|>analysis<|message|>",
    ],
)
def test_a_call_in_the_analysis_channel_is_a_call_where_tools_were_offered(header: str) -> None:
    called = [("answer", header.lstrip() + '{"a": 1}<|call|>'.removesuffix("<|call|>"))]

    assert _text(HARMONY, header + '{"a": 1}<|call|>', tail="<|start|>assistant", tools=True) == called
    assert _text(HARMONY, header + '{"a": 1}<|call|>', tail="<|start|>assistant") == [("thinking", '{"a": 1}')]


def test_a_message_to_itself_is_a_thought_with_tools_and_without() -> None:
    raw = " to=self<|message|>hm<|eom|><|start|>assistant to=user<|message|>Yes.<|eot|>"

    for tools in (False, True):
        assert _text(MUSE, raw, tail="<|start|>assistant", tools=tools) == [("thinking", "hm"), ("answer", "Yes.")]


def test_a_call_without_a_section_ends_a_thought_too() -> None:
    form = format_for_template("{{ x }}<think></think><|tool_calls_section_begin|>")
    raw = "<think>I call<|tool_call_begin|>functions.f:0"

    assert _text(form, raw, tools=True) == [("thinking", "I call"), ("answer", "<|tool_call_begin|>functions.f:0")]


@given(st.sampled_from(_FORMATS), st.data(), st.booleans())
def test_words_change_no_state_where_it_says_so(form: ReasoningFormat, data: st.DataObject, tells: bool) -> None:
    markers = sorted(form.markers | form.plain_markers)
    cut = [marker[:-1] for marker in markers] + [marker[-1] for marker in markers]
    pieces = data.draw(st.lists(st.sampled_from([*_FRAGMENTS, *markers, *cut, ".", "'s", " 7, ab;"]), max_size=30))
    splitter = StreamSplitter(form, prompt_tail="", tools_offered=data.draw(st.booleans()))
    for piece in pieces:
        before, passes = splitter.state, splitter.passes_words
        splitter.feed(piece, is_marker_token=piece in form.markers if tells else None)
        if passes and is_words(piece):
            assert splitter.state == before
