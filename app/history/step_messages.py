"""From the steps of a reply to the messages that a model is given of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from app.history.records import ModelStep, Step, ToolStep
from app.messages import Message, Part, ToolResult

_NO_RESULT = "The call was not carried out."
"""What a model is told of a call that was cut off: every call has a result in a prompt."""


def messages_of(steps: Iterable[Step], *, sees_images: bool = False) -> tuple[Message, ...]:
    """Return what was said, thought and called as one message, the results of its calls after it, and so on.

    Steps of unknown kinds are left out. Only who `sees_images` is given what tools have drawn.
    """
    messages: list[Message] = []
    said: list[Part] = []
    results: list[ToolResult] = []

    def close() -> None:
        if said:
            messages.append(Message("assistant", tuple(said)))
            messages.extend(Message("tool", (result,)) for result in results)
        said.clear()
        results.clear()

    for step in steps:
        if isinstance(step, ModelStep):
            if results:
                close()
            said.extend(step.parts)
        elif isinstance(step, ToolStep):
            said.append(step.call)
            result = step.result or ToolResult(step.call.call_id, _NO_RESULT, is_error=True)
            results.append(result if sees_images else replace(result, images=()))
    close()
    return tuple(messages)


def answered(steps: Sequence[Step]) -> Sequence[Step]:
    """Return the steps up to the last answer: a conversation goes on after an answer, not after a call."""
    for place in range(len(steps), 0, -1):
        step = steps[place - 1]
        if isinstance(step, ModelStep) and step.answer.strip():
            return steps[:place]
    return ()
