"""The switches of one model's thinking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

AUTO = "auto"
"""Not a level: think if the model can."""


@dataclass(frozen=True, slots=True)
class ThinkingControls:
    """Which levels a model has, and how each is asked for.

    `requests` lists the levels that the model has.
    A variable left out often switches thinking off without a word, so every level names all that it needs.
    """

    requests: tuple[tuple[ThinkingLevel, ThinkingRequest], ...]
    default: ThinkingLevel
    """The level that `auto` stands for."""
    keep_history: TemplateVariables = ()
    """What makes the template repeat old thoughts in the prompt; empty if it has no such choice."""
    drop_history: TemplateVariables = ()
    """What makes the template leave old thoughts out."""

    @property
    def levels(self) -> tuple[ThinkingLevel, ...]:
        """The levels that can be asked for."""
        return tuple(level for level, _ in self.requests)

    @property
    def thinks(self) -> bool:
        """Whether there is any level but off."""
        return any(level is not ThinkingLevel.OFF for level in self.levels)

    @property
    def can_be_disabled(self) -> bool:
        """Whether thinking can be turned off."""
        return ThinkingLevel.OFF in self.levels

    @property
    def can_keep_history(self) -> bool:
        """Whether the template can repeat old thoughts or leave them out."""
        return bool(self.keep_history)

    def accepts(self, level: str) -> bool:
        """Return whether `request_for` knows what to do with this level's name."""
        return level == AUTO or level in {known.value for known in self.levels} or (level == "on" and self.thinks)

    def is_off(self, level: str) -> bool:
        """Return whether this level's name, or `auto`, is to answer straight away."""
        return level == ThinkingLevel.OFF.value or (level == AUTO and self.default is ThinkingLevel.OFF)

    def history_variables(self, *, keep: bool) -> TemplateVariables:
        """Return what makes the template keep old thoughts, or drop them; empty if it has no such choice."""
        return self.keep_history if keep else self.drop_history

    def request_for(self, level: ThinkingLevel | str) -> ThinkingRequest:
        """Return what to give the template for a level or its name, or for `auto`.

        `on` without a request of its own asks a model that thinks for its default effort. Raises `ValueError` for a
        level that the model lacks.
        """
        wanted = self.default if level == AUTO else ThinkingLevel(level)
        if wanted is ThinkingLevel.ON and wanted not in self.levels and self.thinks:
            wanted = self.default
        for known, request in self.requests:
            if known is wanted:
                return request
        raise ValueError(f"this model has no level {wanted.value!r}")


# How much a model shall think, and what of its template's variables says so.


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
