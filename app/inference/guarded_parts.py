"""Messages and tools with every text in them guarded, so that none forms a marker (see `marker_guard`)."""

from __future__ import annotations

import itertools
import json
from typing import Any

from app.inference.marker_guard import MarkerGuard, image_sign
from app.inference.protocol.template_wants import TemplateWants
from app.inference.template_values import parsed_json
from app.messages import Image, Part, Text, Thinking, ToolCall, ToolResult, ToolSpec


class GuardedParts:
    """Guards the parts of one prompt in their order: its images are numbered as they come."""

    def __init__(self, guard: MarkerGuard, wants: TemplateWants) -> None:
        self._guard = guard
        self._wants = wants
        self._numbers = itertools.count()

    def part(self, part: Part) -> Part:
        """Return the part guarded, an image as its sign."""
        protect = self._guard.protect
        match part:
            case Text(text):
                return Text(protect(text))
            case Thinking(text):
                return Thinking(protect(text))
            case Image():
                return Text(image_sign(next(self._numbers)))
            case ToolCall(call_id, name, arguments):
                guarded = protect(arguments) if self._wants.arguments_as_text else self._json(arguments)
                return ToolCall(protect(call_id), protect(name), guarded)
            case ToolResult(call_id, content, is_error):
                return ToolResult(protect(call_id), protect(content), is_error)

    def tool(self, tool: ToolSpec) -> ToolSpec:
        """Return the tool guarded: strangers' servers describe it."""
        protect = self._guard.protect
        return ToolSpec(protect(tool.name), protect(tool.description), self._json(tool.parameters))

    def _json(self, text: str) -> str:
        """Return JSON whose strings are guarded once they are read: escaped there, a marker would pass unseen."""
        value = parsed_json(text)
        return self._guard.protect(text) if value is text else json.dumps(self._guarded(value), ensure_ascii=False)

    def _guarded(self, value: Any) -> Any:
        match value:
            case str():
                return self._guard.protect(value)
            case list():
                return [self._guarded(one) for one in value]
            case dict():
                return {self._guard.protect(key): self._guarded(one) for key, one in value.items()}
        return value
