"""What a model's template takes back of earlier replies. Found by rendering (`app.inference.template_measuring`)."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from app.reasoning.tool_calls import CallFormat


class ThoughtField(enum.StrEnum):
    """Where in an assistant's message a template looks for its thought."""

    REASONING_CONTENT = "reasoning_content"
    THINKING = "thinking"
    REASONING = "reasoning"
    BLOCK = "block"
    """A block `{"type": "thinking"}` of the content."""
    INLINE = "inline"
    """The content itself, between the markers of the model's format."""
    NONE = "none"


class PastThoughts(enum.StrEnum):
    """Which thoughts of earlier turns a template repeats."""

    NEVER = "never"
    OF_CALLS = "of_calls"
    """Those before calls of tools, not those before answers."""
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class TemplateWants:
    """How a template takes tools, and what it repeats of thoughts; unmeasured, it is given neither."""

    system_message: bool = True
    """Whether it takes a system prompt; else that goes into the first question."""
    tools: bool = False
    """Whether it lists the tools that are declared."""
    tool_calls: bool = False
    """Whether it shows what was called, and with which arguments."""
    tool_results: bool = False
    """Whether it takes messages of the role `tool`."""
    call_format: CallFormat | None = None
    """How calls are written in it; `None` if that is not known."""
    calls_in_text: bool = False
    """Whether it takes calls only as the model writes them, in the text of its reply."""
    arguments_as_text: bool = False
    """Whether it takes a call's arguments only as JSON text, not as an object."""
    short_call_ids: bool = False
    """Whether it insists on ids of nine letters or digits."""
    one_call_a_message: bool = False
    """Whether it shows one call of each message only."""
    text_with_calls: bool = True
    """Whether it takes text beside a thought and a call."""
    thoughts: ThoughtField = ThoughtField.NONE
    in_tool_loop: bool = False
    """Whether it repeats the thoughts of a turn until its answer is complete."""
    in_history: bool = False
    """Whether it repeats thoughts of earlier turns in a conversation without tools."""
    in_history_with_tools: PastThoughts = PastThoughts.NEVER
    """The same while tools are declared."""
    can_keep_thoughts: bool = False
    """Whether a switch of the template decides over thoughts of earlier turns."""
    only_while_thinking: bool = False
    """Whether it repeats thoughts only while thinking is on."""

    @property
    def can_use_tools(self) -> bool:
        """Whether a model can be told of tools, its calls be read, and their results be given to it."""
        return self.tools and self.tool_calls and self.tool_results and self.call_format is not None
