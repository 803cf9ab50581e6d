"""Models whose template names no marker: the vocabulary tells, or the first marker of the reply."""

from __future__ import annotations

import pytest

from app.reasoning import StreamSplitter, format_for_model, format_for_template
from app.reasoning.known_formats import NO_THINKING

_CHATML = "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"


def test_think_tokens_in_the_vocabulary_tell_the_format_of_a_silent_template() -> None:
    form = format_for_model(_CHATML, has_token={"<think>", "</think>"}.__contains__)

    assert form.open_markers == ("<think>",)
    assert form.forced_close
    assert not form.thinks
    assert form.off_prefix == ""


def test_a_vocabulary_with_one_half_of_a_pair_tells_nothing() -> None:
    assert format_for_model(_CHATML, has_token={"<think>"}.__contains__) == format_for_template(_CHATML)


def test_the_template_goes_before_the_vocabulary() -> None:
    template = "{{ '<seed:think>' }}"

    assert format_for_model(template, has_token=lambda _text: True) == format_for_template(template)


def test_control_tokens_of_another_family_are_found_too() -> None:
    form = format_for_model(_CHATML, has_token={"[THINK]", "[/THINK]"}.__contains__)

    assert form.open_markers == ("[THINK]",)


def test_a_quoted_marker_is_text_where_the_vocabulary_has_real_ones() -> None:
    form = format_for_model(_CHATML, has_token={"<think>", "</think>"}.__contains__)
    splitter = StreamSplitter(form, prompt_tail="<|im_start|>assistant\n")

    deltas = splitter.feed("<think>", is_marker_token=True)
    deltas += splitter.feed("It writes </think> here.", is_marker_token=False)
    deltas += splitter.feed("</think>", is_marker_token=True)
    deltas += [*splitter.feed("Yes.", is_marker_token=False), *splitter.finish()]

    assert "".join(d.text for d in deltas if d.kind == "thinking") == "It writes </think> here."
    assert "".join(d.text for d in deltas if d.kind == "answer") == "Yes."


@pytest.mark.parametrize(
    ("begin", "name"), [("<think>Hm", "think-tags-wrapped-answer"), ("[THINK]Hm", "bracket-think"), ("Yes", "none")]
)
def test_a_splitter_tells_the_format_that_a_reply_turned_out_to_have(begin: str, name: str) -> None:
    splitter = StreamSplitter(NO_THINKING, prompt_tail="")
    splitter.feed(begin)

    assert splitter.format.name == name


def test_a_prompt_that_ends_with_a_marker_tells_it_as_well() -> None:
    splitter = StreamSplitter(NO_THINKING, prompt_tail="assistant\n<thought>\n")

    assert (splitter.format.name, splitter.is_thinking) == ("thought-tags", True)
