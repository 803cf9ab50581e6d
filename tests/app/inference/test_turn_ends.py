"""The end of a turn, as templates write it: found by rendering, and in replies, where it is a token or text."""

from __future__ import annotations

import pytest

from app.inference.chat_template import ChatTemplate
from app.inference.turn_ends import TurnEnds, TurnEndWatch, turn_ends_of
from app.reasoning import format_for_template, is_words
from tests.fakes.tiny_models import templates

_SEP = (
    "{% for m in messages %}{% if m.role == 'user' %}human: {{ m.content }} <sep> "
    "{% else %}assistant: {{ m.content }} <sep> {% endif %}{% endfor %}assistant:"
)
_VICUNA = (
    "{% for m in messages %}{% if m.role == 'user' %}USER: {{ m.content }} "
    "{% else %}ASSISTANT: {{ m.content }}</s>{% endif %}{% endfor %}ASSISTANT:"
)
_ALPACA = (
    "{% for m in messages %}{% if m.role == 'user' %}### Instruction:\n{{ m.content }}\n\n"
    "{% else %}### Response:\n{{ m.content }}\n\n{% endif %}{% endfor %}### Response:\n"
)
_EXAONE = "{% for m in messages %}[|{{ m.role }}|]{{ m.content }}[|endofturn|]\n{% endfor %}[|assistant|]"
_GLM = "{% for m in messages %}<|{{ m.role }}|>\n{{ m.content }}{% endfor %}<|assistant|>"


def _ends(template: str, *tokens: str) -> TurnEnds:
    numbers = {text: number for number, text in enumerate(tokens)}
    return turn_ends_of(ChatTemplate(template), format_for_template(template), numbers.get)


def _passed(ends: TurnEnds, reply: str, *, step: int = 1, is_marker: bool | None = None) -> str:
    watch = TurnEndWatch(ends)
    passed = []
    for at in range(0, len(reply), step):
        passed += watch.feed(reply[at : at + step], is_marker)
        if watch.has_ended:
            break
    passed += watch.finish(drops_end=True)
    return "".join(text for text, _ in passed)


@pytest.mark.parametrize(
    ("template", "end", "header"),
    [
        (templates.PLAIN, "<|im_end|>", "<|im_start|>user"),
        (_SEP, "<sep>", "human:"),
        (_VICUNA, "</s>", "USER:"),
        (_ALPACA, "", "### Instruction:"),
        (_EXAONE, "[|endofturn|]", "[|user|]"),
        (_GLM, "<|user|>", ""),
        (_GLM.replace("{% endfor %}", "<|end|>\n{% endfor %}"), "<|end|>", "<|user|>"),
        (templates.BRACKETS, "</s>", "[INST]"),
        (templates.HARMONY, "", ""),
        ("{{ raise_exception('no') }}", "", ""),
        ("{{ messages[-1].content }}", "", ""),
    ],
)
def test_what_ends_a_turn_is_found_by_rendering(template: str, end: str, header: str) -> None:
    ends = _ends(template)

    assert (ends.end, ends.header) == (end, header)


def test_tokens_that_stand_between_turns_end_a_reply() -> None:
    assert _ends(_GLM, "<|user|>", "<|assistant|>").tokens == {0}
    assert _ends(templates.PLAIN, "<|im_end|>", "<|im_start|>").tokens == {0, 1}


def test_markers_of_the_thought_end_no_turn() -> None:
    template = "{% for m in messages %}<think></think>{{ m.content }}</think><|end|>{% endfor %}"

    assert _ends(template, "</think>", "<|end|>", "<think>").tokens == {1}


@pytest.mark.parametrize("step", [1, 2, 5, 100])
@pytest.mark.parametrize(
    ("template", "reply", "kept"),
    [
        (templates.PLAIN, "Paris.<|im_end|>\n<|im_start|>user\nAnd?", "Paris."),
        (templates.PLAIN, "Paris.\n<|im_start|>user\nAnd?", "Paris."),
        (templates.PLAIN, "Paris.<|im_en", "Paris.<|im_en"),
        (templates.PLAIN, "Write `<|im_end|>` last.", "Write `<|im_end|>` last."),
        (templates.PLAIN, "```\n<|im_end|>\n```\nSo.<|im_end|>", "```\n<|im_end|>\n```\nSo."),
        (_SEP, "It is 42. <sep> human: And", "It is 42."),
        (_SEP, "A human: being", "A human: being"),
        (_VICUNA, "Good day.\nUSER: how", "Good day."),
        (_VICUNA, "The USER: field", "The USER: field"),
        (_ALPACA, "Yes.\n\n### Instruction:\nMore", "Yes."),
        (_ALPACA, "### Heading\nYes.", "### Heading\nYes."),
        (_EXAONE, "Yes.[|endofturn|]\n[|user|]", "Yes."),
    ],
)
def test_the_reply_ends_where_the_turn_does(template: str, reply: str, kept: str, step: int) -> None:
    assert _passed(_ends(template), reply, step=step) == kept


@pytest.mark.parametrize("step", [1, 3, 100])
@pytest.mark.parametrize(
    ("reply", "kept"),
    [
        ("Paris.<|im_end|>\n<|im_start|>user\nAnd?", "Paris."),
        ("Paris.<|im_end|>", "Paris."),
        ("The word <|im_end|> ends a turn.", "The word <|im_end|> ends a turn."),
        ("Paris.\n<|im_start|>user\nAnd?", "Paris.\n<|im_start|>user\nAnd?"),
    ],
)
def test_text_like_an_end_that_is_a_token_counts_before_a_question_only(reply: str, kept: str, step: int) -> None:
    assert _passed(_ends(templates.PLAIN, "<|im_end|>"), reply, step=step, is_marker=False) == kept


def test_a_marker_token_passes_what_was_held() -> None:
    watch = TurnEndWatch(_ends(templates.PLAIN))

    assert watch.feed("So", None) == [("So", None)]
    assert watch.feed(" <|im", None) == []
    assert watch.feed("</think>", True) == [(" <|im", None), ("</think>", True)]


def test_a_text_is_passed_on_whole_or_not_yet() -> None:
    watch = TurnEndWatch(_ends(templates.PLAIN))

    assert watch.feed("carry 1", None) == [("carry 1", None)]
    assert watch.feed(".\n", None) == []
    assert watch.feed("Ones", None) == [(".\nOnes", None)]


@pytest.mark.parametrize("header", ["<|im_start|>user", "USER:", "### Instruction", "human"])
def test_words_end_no_turn_where_it_says_so(header: str) -> None:
    for cut in range(len(header)):
        watch = TurnEndWatch(TurnEnds(end="<|im_end|>", header=header))
        watch.feed("Well.\n" + header[:cut], None)
        passes = watch.passes_words

        watch.feed(header[cut:], None)

        assert watch.has_ended
        assert not (passes and is_words(header[cut:]))
    assert TurnEndWatch(TurnEnds(header=header)).passes_words == (header != "human")
