"""What a model is told of a tool."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToolSpec:
    """A tool that a model may call by its name."""

    name: str
    description: str
    parameters: str
    """A JSON Schema of the arguments, as JSON text."""
