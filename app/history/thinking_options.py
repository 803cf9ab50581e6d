"""What a person has chosen about thinking in one conversation, beside the level."""

from __future__ import annotations

from dataclasses import dataclass

from app.messages import Count, Measure


@dataclass(frozen=True, slots=True)
class ThinkingOptions:
    """Bounds of a thought, and whether the model sees its old ones."""

    budget_tokens: Count | None = None
    """The thought ends after so many tokens."""
    budget_s: Measure | None = None
    """The thought ends after so many seconds."""
    keeps_thoughts: bool | None = None
    """Whether the prompt repeats old thoughts, where the template can choose; `None` is as the model has it."""
