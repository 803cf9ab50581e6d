"""How documents show what is in a reply beside thoughts and answers."""

from __future__ import annotations

from dataclasses import dataclass

from app.history.records import ToolDecision, ToolStep, UnknownStep
from app.messages import Image


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A heading, and below it texts with a label each, which stand there letter by letter."""

    heading: str
    texts: tuple[tuple[str, str], ...]
    pictures: tuple[Image, ...] = ()


def shown_step(step: ToolStep | UnknownStep) -> ShownStep:
    """Return a call with its arguments and its result, or what is known of a step that a newer Aside wrote."""
    if isinstance(step, UnknownStep):
        return ShownStep(f"Step of an unknown kind: {step.kind}", (("Content", step.payload),))
    refused = " (refused)" if step.decision is ToolDecision.REFUSED else ""
    result = ("No result", "")
    pictures: tuple[Image, ...] = ()
    if step.result is not None:
        result = ("Error" if step.result.is_error else "Result", step.result.content)
        pictures = step.result.images
    return ShownStep(f"Tool: {step.call.name}{refused}", (("Arguments", step.call.arguments), result), pictures)
