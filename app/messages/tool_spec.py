"""What a model is told of a tool."""

from __future__ import annotations

from dataclasses import dataclass

_BYTES_PER_TOKEN = 4


@dataclass(frozen=True, slots=True)
class ToolSpec:
    """A tool that a model may call by its name."""

    name: str
    description: str
    parameters: str
    """A JSON Schema of the arguments, as JSON text."""

    @property
    def tokens(self) -> int:
        """About how many tokens it takes of every prompt that offers it."""
        return len(f"{self.name}{self.description}{self.parameters}".encode(errors="replace")) // _BYTES_PER_TOKEN
