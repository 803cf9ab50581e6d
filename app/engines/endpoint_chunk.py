"""What servers send of a chat completion: a chunk of a stream, or the whole at once. What is not known is not read."""

from __future__ import annotations

import msgspec


class ChunkText(msgspec.Struct):
    """New text of a reply, or all of it."""

    content: object = None
    """Text, or blocks of it."""
    reasoning_content: object = None
    reasoning: object = None
    thinking: object = None
    reasoning_details: object = None
    tool_calls: object = None
    """Of each call that is begun or goes on, what is new of it."""
    function_call: object = None
    """The same, where only one call is known."""


class ChunkChoice(msgspec.Struct):
    """One of the replies."""

    index: int | None = 0
    delta: ChunkText | None = None
    message: ChunkText | None = None
    finish_reason: str | None = None


class ChunkUsage(msgspec.Struct):
    """What was counted, all replies together."""

    prompt_tokens: object = None
    completion_tokens: object = None
    prompt_tokens_details: object = None
    completion_tokens_details: object = None

    def count(self, name: str, inner: str = "") -> int | None:
        """Return a number of tokens; `None` where none is told."""
        found = getattr(self, name)
        if inner:
            found = found.get(inner) if isinstance(found, dict) else None
        return int(found) if isinstance(found, (int, float)) and 0 <= found < 2**31 else None


class Chunk(msgspec.Struct):
    """One event of a stream."""

    choices: list[ChunkChoice] | None = None
    usage: ChunkUsage | None = None
    error: object = None

    @property
    def ends(self) -> bool:
        """Whether a reply ends with it."""
        return any(choice.finish_reason for choice in self.choices or ())
