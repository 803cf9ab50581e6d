"""Messages and tools with every text in them guarded, so that none forms a marker (see `marker_guard`)."""

from __future__ import annotations

import itertools
import json
from typing import Any

from app.inference.marker_guard import MarkerGuard, image_sign
from app.inference.protocol.prompt_account import PromptSource
from app.inference.protocol.template_wants import TemplateWants
from app.inference.sourced_text import marked
from app.inference.template_values import parsed_json
from app.messages import Image, Part, Text, Thinking, ToolCall, ToolResult, ToolSpec


class GuardedParts:
    """Guards the parts of one prompt in their order: its images are numbered as they come."""

    def __init__(self, guard: MarkerGuard, wants: TemplateWants, *, is_sourced: bool = False) -> None:
        """With `is_sourced` each text is marked with its source, too."""
        self._guard = guard
        self._wants = wants
        self._is_sourced = is_sourced
        self._numbers = itertools.count()

    def part(self, part: Part, source: PromptSource) -> Part:
        """Return the part guarded, an image as its sign; `source` is that of plain text."""
        protect = self._guard.protect
        match part:
            case Text(text, is_file):
                return Text(self._marked(protect(text), PromptSource.FILE if is_file else source))
            case Thinking(text):
                return Thinking(self._marked(protect(text), PromptSource.THINKING))
            case Image():
                return Text(self._marked(image_sign(next(self._numbers)), PromptSource.FILE))
            case ToolCall(call_id, name, arguments):
                guarded = self._of_tool(arguments) if self._wants.arguments_as_text else self._json(arguments)
                return ToolCall(protect(call_id), self._of_tool(name), guarded)
            case ToolResult(call_id, content, is_error):
                return ToolResult(protect(call_id), self._of_tool(content), is_error)

    def tool(self, tool: ToolSpec) -> ToolSpec:
        """Return the tool guarded: strangers' servers describe it."""
        return ToolSpec(self._of_tool(tool.name), self._of_tool(tool.description), self._json(tool.parameters))

    def _of_tool(self, text: str) -> str:
        return self._marked(self._guard.protect(text), PromptSource.TOOLS)

    def _marked(self, text: str, source: PromptSource) -> str:
        return marked(text, source) if self._is_sourced else text

    def _json(self, text: str) -> str:
        """Return JSON whose strings are guarded once they are read: escaped there, a marker would pass unseen."""
        value = parsed_json(text)
        return self._of_tool(text) if value is text else json.dumps(self._guarded(value), ensure_ascii=False)

    def _guarded(self, value: Any) -> Any:
        match value:
            case str():
                return self._of_tool(value)
            case list():
                return [self._guarded(one) for one in value]
            case dict():
                return {self._of_tool(key): self._guarded(one) for key, one in value.items()}
        return value
