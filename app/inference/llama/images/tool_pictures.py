"""What a model is shown of the pictures that tools have drawn: strangers send them, in any number and size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from msgspec import structs

from app.errors import UserError
from app.inference.protocol import GenerationRequest
from app.messages import Image, Part, ToolResult

_SHARE = 4
"""A quarter of the context, as for the texts of results."""


def with_tool_pictures(
    request: GenerationRequest, tokens_of: Callable[[Image], int], *, context: int
) -> GenerationRequest:
    """Return the request with those pictures in results of tools that can be shown and have room, the newest first.

    `tokens_of` returns 0 for what the model cannot be shown, and may raise `UserError`.
    """
    if not any(isinstance(part, ToolResult) and part.images for message in request.messages for part in message.parts):
        return request
    left = context // _SHARE

    def has_room(image: Image) -> bool:
        nonlocal left
        try:
            tokens = tokens_of(image)
        except UserError:  # damaged, or of a kind that is not read: the person sees that, too
            return False
        if not 0 < tokens <= left:
            return False
        left -= tokens
        return True

    def shown(part: Part) -> Part:
        if not isinstance(part, ToolResult):
            return part
        return structs.replace(
            part, images=tuple(reversed([image for image in reversed(part.images) if has_room(image)]))
        )

    messages = [
        structs.replace(message, parts=tuple(reversed([shown(part) for part in reversed(message.parts)])))
        for message in reversed(request.messages)
    ]
    return replace(request, messages=tuple(reversed(messages)))
