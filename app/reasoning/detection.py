"""The one question that most callers have: how does the model with this chat template think?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.reasoning.controls import controls_for
from app.reasoning.format_detection import detect_format
from app.reasoning.known_formats import UNUSED_TOKENS
from app.reasoning.reasoning_format import ReasoningFormat
from app.reasoning.template_facts import read_template


def format_for_template(chat_template: str) -> ReasoningFormat:
    """Return the format that a chat template, or a part of one, belongs to. Never raises."""
    form = detect_format(chat_template)
    return replace(form, can_be_disabled=controls_for(form, read_template(chat_template)).can_be_disabled)


def format_for_model(chat_template: str, *, has_token: Callable[[str], bool]) -> ReasoningFormat:
    """Return the format of a model with this chat template and vocabulary.

    Some models think although their template names no marker (MiMo-VL, MiniMax-M1). Where the vocabulary has the
    markers of one known format as single tokens, a reply may think in that format; `has_token` tells whether a text is
    one. Without a hint in the template nobody can know that it will, so that `thinks` stays false.
    """
    form = format_for_template(chat_template)
    may_tell = [fallback for fallback in form.fallbacks if fallback is not UNUSED_TOKENS]  # in every Gemma 3
    for fallback in may_tell:
        essential = {*fallback.open_markers, *fallback.close_markers} - fallback.plain_markers
        if fallback.channels is None and essential and not fallback.token_parts and all(map(has_token, essential)):
            return replace(
                fallback,
                name=f"{fallback.name}-by-vocabulary",
                thinks=False,
                can_be_disabled=True,
                off_prefix="",
                opened_by_prompt=False,
            )
    return form
