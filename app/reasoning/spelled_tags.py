"""Tags of a thought that no known family writes so: any spelling that a template names, or that a reply begins with.

Fine-tunes invent their tags: `<reasoning>`, `<Thought>`, `<|begin_of_thought|>`. What makes a tag one of a thought is
the word in it; how it is closed follows from how it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from app.reasoning.reasoning_format import AnswerWrapper, ReasoningFormat
from app.text import translatable

_THINKING_WORDS = (
    *("think", "thinking", "thought", "thoughts", "thought_process", "thinking_process"),
    *("reason", "reasoning", "reasons", "reasoning_process", "reflection", "reflect", "deliberation", "rationale"),
    *("musing", "musings", "introspection", "contemplation", "inner_voice"),
    *("scratchpad", "scratch_pad", "cot", "chain_of_thought", "inner_monologue", "internal_monologue"),
    *("inner_thought", "inner_thoughts", "internal_thoughts", "monologue", "ponder", "pondering"),
    *("思考", "思考过程", "思考過程", "推理", "推理过程"),
)
_ANSWER_WORDS = (
    *("answer", "final_answer", "final", "final_response", "response", "output", "solution", "result", "reply"),
    *("回答", "答案"),
)
_SHAPES = (
    ("<{}>", "</{}>"),
    ("[{}]", "[/{}]"),
    ("<|{}|>", "<|/{}|>"),
    ("<|begin_of_{}|>", "<|end_of_{}|>"),
    ("<|start_of_{}|>", "<|end_of_{}|>"),
    ("<|begin_{}|>", "<|end_{}|>"),
    ("<|start_{}|>", "<|end_{}|>"),
    ("<|{}_begin|>", "<|{}_end|>"),
    ("<|{}_start|>", "<|{}_end|>"),
    ("<begin_{}>", "<end_{}>"),
    ("<start_of_{}>", "<end_of_{}>"),
    ("◁{}▷", "◁/{}▷"),
)
"""How tags are written: what opens, and what closes."""
LONGEST_TAG = 40
"""Characters of a tag that opens a thought, at most."""


@cache
def _closes(words: tuple[str, ...]) -> dict[str, str]:
    """Return what closes each opening tag with one of these words, in small letters."""
    return {opens.format(word): closes.format(word) for word in words for opens, closes in _SHAPES}


@cache
def _opening_at_start() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _closes(_THINKING_WORDS))), re.IGNORECASE)


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(opener[:end] for opener in _closes(_THINKING_WORDS) for end in range(1, len(opener)))


def may_become_tag(text: str) -> bool:
    """Return whether `text` is the beginning of a thought's tag and not yet a whole one."""
    return text.lower() in _beginnings()


def format_of_reply(text: str) -> ReasoningFormat | None:
    """Return the format of a reply that begins with the tag of a thought."""
    match = _opening_at_start().match(text)
    return _format_of(match[0]) if match else None


def format_of_prompt(tail: str) -> ReasoningFormat | None:
    """Return the format of a reply to a prompt that ends with the tag of a thought."""
    for length in range(min(len(tail), LONGEST_TAG), 1, -1):
        if tail[-length:].lower() in _closes(_THINKING_WORDS):
            return _format_of(tail[-length:])
    return None


def format_named_in(template: str) -> ReasoningFormat | None:
    """Return the format whose tags a template names: either of a pair, spelled as there."""
    match = _any_tag().search(template)
    if match is None:
        return None
    tag, small = match[0], match[0].lower()
    opening = _closes(_THINKING_WORDS)
    opener = tag if small in opening else _as_spelled(tag, next(key for key in opening if opening[key] == small))
    close = _as_spelled(opener, opening[opener.lower()])
    form = _format_of(opener)
    # In the vocabulary of a model whose template knows them they may be tokens, and hidden ones.
    plain = form.plain_markers - {opener, close}
    return replace(form, open_markers=(opener,), close_markers=(close,), plain_markers=plain)


@cache
def _any_tag() -> re.Pattern[str]:
    tags = [tag for pair in _closes(_THINKING_WORDS).items() for tag in pair]
    return re.compile("|".join(map(re.escape, sorted(tags, key=len, reverse=True))), re.IGNORECASE)


@cache
def _format_of(opener: str) -> ReasoningFormat:
    """Return the format of a reply whose thought this tag opens."""
    close = _as_spelled(opener, _closes(_THINKING_WORDS)[opener.lower()])
    wrappers = tuple(
        AnswerWrapper(wrapper, _as_spelled(wrapper, closing))
        for small, closing in _closes(_ANSWER_WORDS).items()
        for wrapper in _in_any_case(small)
    )
    opens, closes = tuple(_in_any_case(opener)), tuple(dict.fromkeys([close, *_in_any_case(close)]))
    markers = {*opens, *closes, *(text for one in wrappers for text in (one.open_marker, one.close_marker))}
    return ReasoningFormat(
        name="spelled-tags",
        description=translatable("tags of its own around the thought"),
        open_markers=opens,
        close_markers=closes,
        wrappers=wrappers,
        plain_markers=frozenset(markers),
        forced_open=f"{opener}\n",
        forced_close=f"\n{close}\n\n",
        off_prefix=f"{opener}\n\n{close}\n\n",
    )


def _as_spelled(opener: str, closing: str) -> str:
    """Return the closing tag in the letters of the opening one: small, large, or with a large first letter."""
    if opener == opener.lower():
        return closing
    return closing.upper() if opener == opener.upper() else closing.title()


def _in_any_case(tag: str) -> Iterable[str]:
    return dict.fromkeys((tag, tag.lower(), tag.title(), tag.upper()))
