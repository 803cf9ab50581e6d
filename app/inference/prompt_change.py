"""What a level of thinking does to a prompt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.inference.protocol.prompt_account import PromptSource
from app.inference.sourced_text import marked
from app.messages import Message


@dataclass(frozen=True, slots=True)
class PromptChange:
    """Variables for the template, and words for the end of the system prompt or of the question."""

    variables: Mapping[str, object] = field(default_factory=dict)
    system_suffix: str = ""
    user_suffix: str = ""

    def marked(self) -> PromptChange:
        """Return the change with its words marked as those of a control of thinking."""
        system, user = (marked(text, PromptSource.THINKING) for text in (self.system_suffix, self.user_suffix))
        return replace(self, system_suffix=system, user_suffix=user)

    def apply_to(self, messages: Sequence[Message]) -> list[Message]:
        """Return the messages with the switches that live in their text."""
        changed = list(messages)
        if self.system_suffix:
            if changed and changed[0].role == "system":
                changed[0] = Message.system(f"{changed[0].text}\n{self.system_suffix}")
            else:
                changed.insert(0, Message.system(self.system_suffix))
        asked = max((index for index, message in enumerate(changed) if message.role == "user"), default=None)
        if self.user_suffix and asked is not None:
            question = changed[asked]
            changed[asked] = Message.user(f"{question.text} {self.user_suffix}", images=question.images)
        return changed
