"""The one question that most callers have: how does the model with this chat template think?"""

from __future__ import annotations

from dataclasses import replace

from app.reasoning.controls import controls_for
from app.reasoning.format_detection import detect_format
from app.reasoning.reasoning_format import ReasoningFormat
from app.reasoning.template_facts import read_template


def format_for_template(chat_template: str) -> ReasoningFormat:
    """Return the format that a chat template, or a part of one, belongs to. Never raises."""
    form = detect_format(chat_template)
    return replace(form, can_be_disabled=controls_for(form, read_template(chat_template)).can_be_disabled)
