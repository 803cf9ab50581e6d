"""What a preset holds, and what a conversation has of its own."""

from __future__ import annotations

from msgspec import Struct

from app.messages import Count, Measure, Sampling

OWN_PRESET = "own-"
"""How the keys of the person's own presets begin; a number of this database follows, which means nothing elsewhere."""


class ThinkingOptions(Struct, frozen=True):
    """Bounds of a thought, whether the model sees its old ones, and how often a question is thought about."""

    budget_tokens: Count | None = None
    """The thought ends after so many tokens."""
    budget_s: Measure | None = None
    """The thought ends after so many seconds."""
    keeps_thoughts: bool | None = None
    """Whether the prompt repeats old thoughts, where the template can choose; `None` is as the model has it."""
    samples: Count = 1
    """So often a question is asked, and its answers are voted on; 1 not."""
    until_sure: bool = True
    """Whether a vote is over as soon as it is sure."""


class PresetChoices(Struct, frozen=True):
    """What a preset decides beside its system prompt; what it leaves open stays as it is.

    `model` is a name in the library; `think_budget_tokens` bounds a thought. A question is asked `samples` times and
    its answers are voted on, 1 not, `until_sure` only as often as it takes. `tools` are what it offers, as people name
    them.
    """

    model: str = ""
    thinking_level: str = ""
    think_budget_tokens: Count | None = None
    sampling: Sampling = Sampling()
    samples: Count | None = None
    until_sure: bool | None = None
    tools: tuple[str, ...] | None = None


class Preset(Struct, frozen=True):
    """A named way of working. `key` is `own-3` for one of the person's, a word for a built-in one."""

    key: str
    name: str
    system_prompt: str = ""
    choices: PresetChoices = PresetChoices()

    @property
    def is_built_in(self) -> bool:
        """Whether it came with Aside: it can be copied, not changed."""
        return not self.key.startswith(OWN_PRESET)


class ConversationChoices(Struct, frozen=True):
    """What one conversation has of its own.

    `preset_key` names the preset it was given, empty for none; `system_prompt` `None` is as the settings have it.
    """

    preset_key: str = ""
    system_prompt: str | None = None
    sampling: Sampling = Sampling()

    def differs_from(self, preset: Preset | None) -> bool:
        """Return whether something was changed since the preset was given (for none: whether anything is set)."""
        if preset is None:
            return self.system_prompt is not None or self.sampling != Sampling()
        return (self.system_prompt or "") != preset.system_prompt or self.sampling != preset.choices.sampling
