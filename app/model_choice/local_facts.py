"""What a model on this computer can do, from its header alone: for lists, where loading each would take minutes."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from app.model_choice.model_fit import ModelFit
from app.reasoning import format_for_template


@dataclass(frozen=True, slots=True)
class LocalFacts:
    """What its chat template takes, how long a context it was trained for (0: unknown), and whether it fits now."""

    thinks: bool
    takes_tools: bool
    trained_context: int
    layers: int
    fit: ModelFit


@functools.lru_cache(maxsize=64)
def thinks(chat_template: str) -> bool:
    """Whether models with this template think; all rows of a repository share one."""
    return format_for_template(chat_template).thinks


@functools.lru_cache(maxsize=64)
def takes_tools(chat_template: str) -> bool:
    """Whether this template has a place for tools; what a model makes of them is measured when it is loaded."""
    from app.reasoning.template_facts import read_template  # brings Jinja, which a window at rest has no use for

    return "tools" in read_template(chat_template).variables
