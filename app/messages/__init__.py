"""The vocabulary of all rooms: messages, what they are made of, and how replies are drawn. Imports nothing of ours."""

from app.messages.bounded_numbers import Count, Measure
from app.messages.message import Message, Role
from app.messages.parts import Image, Part, ReplyPart, Text, Thinking, ToolCall, ToolResult
from app.messages.sampling import Sampling

__all__ = [
    "Count",
    "Image",
    "Measure",
    "Message",
    "Part",
    "ReplyPart",
    "Role",
    "Sampling",
    "Text",
    "Thinking",
    "ToolCall",
    "ToolResult",
]
