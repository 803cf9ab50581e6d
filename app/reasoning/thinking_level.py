"""How much a model shall think, and what of its template's variables says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


class ThinkingLevel(Enum):
    """The levels that a person can choose from, of which a model has some."""

    OFF = "off"
    """Answer straight away."""
    ON = "on"
    """Think as the model sees fit."""
    LOW = "low"
    """Think briefly."""
    MEDIUM = "medium"
    """Think for a while."""
    HIGH = "high"
    """Think thoroughly."""
    MAX = "max"
    """Think as long as it takes; for models that tell this apart from `high`."""


TemplateVariables: TypeAlias = tuple[tuple[str, object], ...]
"""Names and values to render the template with."""


@dataclass(frozen=True, slots=True)
class ThinkingRequest:
    """How one level is asked for: by variables, or by words at the end of the system prompt or the user's text."""

    template_variables: TemplateVariables = ()
    system_suffix: str = ""
    user_suffix: str = ""
