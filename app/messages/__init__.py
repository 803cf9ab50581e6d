"""The vocabulary of all rooms: messages, their parts, and how replies are named and drawn. Imports nothing of ours."""

from app.messages.message import Message, Role
from app.messages.parts import Image, Part, ReplyPart, Text, Thinking, ToolCall, ToolResult
from app.messages.run_id import RunId
from app.messages.sampling import Count, Measure, Sampling
from app.messages.tool_spec import ToolSpec

__all__ = [
    "Count",
    "Image",
    "Measure",
    "Message",
    "Part",
    "ReplyPart",
    "Role",
    "RunId",
    "Sampling",
    "Text",
    "Thinking",
    "ToolCall",
    "ToolResult",
    "ToolSpec",
]
