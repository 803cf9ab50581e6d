"""Finds out from a chat template how the model marks its thinking."""

from __future__ import annotations

from app.reasoning.known_formats import NO_THINKING, THINK_TAGS
from app.reasoning.reasoning_format import ReasoningFormat


def format_for_template(chat_template: str) -> ReasoningFormat:
    """Return the format that a chat template, or a part of one, belongs to. Never raises."""
    if "<think>" in chat_template or "</think>" in chat_template:
        return THINK_TAGS
    return NO_THINKING
