"""The names by which templates know the switches of thinking, as data.

Collected from the templates of the families that llama.cpp supports. A template is only ever given variables that it
names itself: some raise an error on values they do not know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from app.reasoning.thinking_level import ThinkingLevel

ON_OFF_VARIABLES = ("enable_thinking", "thinking", "reasoning")
"""True or false; left out, some templates take the one and some the other."""

EFFORT_VARIABLES = ("reasoning_effort", "reasoning_strength", "thinking_effort")
"""How much to think, as a word."""

OFF_EFFORTS = ("no_think", "none")
"""Words for no thinking at all."""

LOW_EFFORT_VARIABLE = "low_effort"
"""True for brief thinking."""


@dataclass(frozen=True, slots=True)
class WholeSwitch:
    """A variable that by itself says everything about thinking, in templates that contain `mark`."""

    variable: str
    values: tuple[tuple[ThinkingLevel, object], ...]
    mark: str = ""


WHOLE_SWITCHES = (
    # MiniMax-M3; "adaptive" is what it takes when nothing is said.
    WholeSwitch("thinking_mode", ((ThinkingLevel.ON, "enabled"), (ThinkingLevel.OFF, "disabled")), "<mm:think>"),
    # Seed-OSS: tokens, in multiples of 512; -1 is without limit.
    WholeSwitch(
        "thinking_budget",
        (
            (ThinkingLevel.OFF, 0),
            (ThinkingLevel.ON, -1),
            (ThinkingLevel.LOW, 512),
            (ThinkingLevel.MEDIUM, 4096),
            (ThinkingLevel.HIGH, 16384),
        ),
        "<seed:think>",
    ),
    # Solar Open: the template writes an empty thought for "low" and "minimal", and treats all else alike.
    WholeSwitch("reasoning_effort", ((ThinkingLevel.OFF, "minimal"), (ThinkingLevel.ON, "high")), "<|think|>"),
)


@dataclass(frozen=True, slots=True)
class SystemSwitch:
    """Words in the system prompt that switch thinking, in templates that contain all of `marks`."""

    marks: tuple[str, ...]
    on: str
    off: str


SYSTEM_SWITCHES = (
    SystemSwitch(("detailed thinking",), on="detailed thinking on", off="detailed thinking off"),
    SystemSwitch(("/no_think", "'/think'"), on="/think", off="/no_think"),
    SystemSwitch(("/no_think", '"/think"'), on="/think", off="/no_think"),
    SystemSwitch(("/no_think",), on="", off="/no_think"),
)


class HistoryChoice(NamedTuple):
    """The values of a variable that keep old thoughts in the prompt, and that drop them."""

    keep: object
    drop: object


HISTORY_VARIABLES = (
    ("preserve_thinking", HistoryChoice(keep=True, drop=False)),
    ("preserved_thinking", HistoryChoice(keep=True, drop=False)),
    ("keep_past_thinking", HistoryChoice(keep=True, drop=False)),
    ("clear_thinking", HistoryChoice(keep=False, drop=True)),
    ("truncate_history_thinking", HistoryChoice(keep=False, drop=True)),
    ("drop_thinking", HistoryChoice(keep=False, drop=True)),
    ("think_render_option", HistoryChoice(keep="all", drop="lastthink")),
)
