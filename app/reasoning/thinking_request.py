"""What to give a template so that the model thinks as asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

TemplateVariables: TypeAlias = tuple[tuple[str, object], ...]
"""Names and values to render the template with."""


@dataclass(frozen=True, slots=True)
class ThinkingRequest:
    """How one level is asked for: by variables, or by words at the end of the system prompt or the user's text."""

    template_variables: TemplateVariables = ()
    system_suffix: str = ""
    user_suffix: str = ""
